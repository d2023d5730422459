using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>A sentence, list item or table row, with the words that lead in to it.</summary>
/// <param name="owner">The id of the clause or exhibit.</param>
/// <param name="label">Where a reader finds it: <c>3.1(b)</c>, <c>Recital D</c>.</param>
/// <param name="lead">The words before a list, its gaps marked; empty elsewhere.</param>
/// <param name="words">The unit's own words, their gaps marked with <see cref="Marked"/>.</param>
/// <param name="block">The paragraph or row it stands in.</param>
internal sealed partial class TextUnit(string owner, string label, string lead, string words, Block block)
{
    // No reader lets these characters into a text.
    private const char GapBegins = '\uFDD0';
    private const char GapEnds = '\uFDD1';

    public string Owner => owner;

    public string Label => label;

    public string Lead { get; } = Shown(lead);

    public string Words { get; } = Shown(words);

    public Block Block => block;

    public string Whole => Lead.Length == 0 ? Words : Lead + " " + Words;

    /// <summary>Whether it is a row of a table, which has no verb to deny.</summary>
    public bool IsRow => block is TableRow;

    /// <summary>A recital tells why; it binds nobody.</summary>
    public bool IsRecital => label.StartsWith("Recital ", StringComparison.Ordinal);

    /// <summary>What stands open in it, as the page shows it: <c>[groups consulted]</c>.</summary>
    public ImmutableArray<string> Gaps { get; } = [.. OpenGap().Matches(lead + words).Select(m => Shown(m.Value))];

    /// <summary>The words that count. What nobody has filled in says nothing, and a duty in quotation marks is told of, not laid down.</summary>
    public ImmutableArray<string> Tokens { get; } = WordStems.Words(QuotedDuty().Replace(OpenGap().Replace(lead.Length == 0 ? words : lead + " " + words, ""), ""));

    public ImmutableArray<string> Stems => field.IsDefault ? field = [.. Tokens.Select(WordStems.Stem)] : field;

    /// <summary>The text of inlines with each gap marked.</summary>
    public static string Marked(ImmutableArray<Inline> inlines) =>
        string.Concat(inlines.Select(i => i is Gap gap ? GapBegins + PlainText.Of(gap) + GapEnds : PlainText.Of([i])));

    /// <summary>Whether a marked text begins with a gap at a place.</summary>
    public static bool IsGapAt(string marked, int at) => marked[at] == GapBegins;

    private static string Shown(string marked) => marked.Replace($"{GapBegins}", "", StringComparison.Ordinal).Replace($"{GapEnds}", "", StringComparison.Ordinal);

    [GeneratedRegex("\uFDD0[^\uFDD1]*\uFDD1", RegexOptions.CultureInvariant)]
    private static partial Regex OpenGap();

    [GeneratedRegex("[“\"][^“”\"]*\\b(shall|must|may|will)\\b[^“”\"]*[”\"]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedDuty();
}
