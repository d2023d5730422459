using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Says whether a text uses a defined term. The "Department" of "Denver Police Department" and of "Department of Education" is a part of a longer name.</summary>
internal static class TermUses
{
    // With these a sentence or a phrase begins, and no name.
    private static readonly FrozenSet<string> Before = WordSet.Of(
        "a an the this that these those such said same each every any all no some both either neither another other its their his her our and or nor but if when whenever where while after before during until unless upon once in into on at to from by for with without within under of about against between only as not");

    /// <param name="other">What the term is called in the other text, which may hold it: "Covered Officer" for "Officer".</param>
    public static bool AreIn(MouDocument document, string term, string other)
    {
        Regex longer = new($@"(?<!\w){Regex.Escape(other)}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        Regex uses = new($@"(?:(?<before>[\w’'-]+)[ \u00A0])?(?<!\w){Regex.Escape(term)}(?:e?s)?(?!\w)(?:[’']s?)?(?:[ \u00A0](?:of[ \u00A0])?(?<behind>[\w’'-]+))?", RegexOptions.CultureInvariant);
        return document.AllBlocks().OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body).Select(p => PlainText.Of(p.Content))
            .Where(t => t.Contains(term, StringComparison.Ordinal))
            .SelectMany(t => uses.Matches(longer.Replace(t, "…")))
            .Any(m => !IsOfName(m.Groups["before"].Value) && !IsOfName(m.Groups["behind"].Value));
    }

    private static bool IsOfName(string word) => word.Length > 0 && char.IsUpper(word[0]) && !Before.Contains(word);
}
