using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>Turns links to headings of the same file back into references.</summary>
internal static class ReferenceLinks
{
    private const char NoBreakSpace = '\u00A0';

    /// <param name="document">Numbered, as it was when the links were written.</param>
    public static MouDocument Resolve(MouDocument document)
    {
        ILookup<string, string> ids = HeadingAnchors.Of(document).ToLookup(a => a.Value, a => a.Key, StringComparer.Ordinal);
        Dictionary<string, string?> numbers = document.AllBlocks().Select(NumberOf).Where(n => n.Id.Length > 0).ToDictionary(n => n.Id, n => n.Number, StringComparer.Ordinal);
        return new InlineRewriter(inline => inline, link => link.Address is ['#', .. var anchor] && ids.Contains(anchor) ? ReferenceOf(link, [.. ids[anchor]], numbers) : link).Rewrite(document);
    }

    /// <summary>
    /// Clauses without a heading answer to that of their section: the number shown says which is meant. Where none is shown it is the last of them, since the section comes first and texts
    /// refer to what stands in it.
    /// </summary>
    private static Reference ReferenceOf(Link link, string[] candidates, Dictionary<string, string?> numbers)
    {
        string shown = PlainText.Of(link.Content);
        string number = shown[(shown.LastIndexOf(NoBreakSpace) + 1)..];
        string? meant = candidates.FirstOrDefault(c => numbers[c] == number);
        string word = meant is null ? "Section" : shown[..^number.Length].TrimEnd(NoBreakSpace);
        return new(meant ?? candidates[^1], word, null, link.Content is [TextRun run, ..] ? run.Emphasis : Emphasis.None);
    }

    private static (string Id, string? Number) NumberOf(Block block) => block switch
    {
        Section s => (s.Id, s.Label?.TrimEnd('.')),
        Clause c => (c.Id, c.Label),
        Exhibit e => (e.Id, e.Label),
        _ => ("", null),
    };
}
