using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>
/// Finds by its look where the parties sign: "IN WITNESS WHEREOF", lines to sign and to date. The names above such lines stand out as headings do and are none, and what stands there
/// belongs to no clause.
/// </summary>
internal static partial class SignaturePage
{
    private const int LongestName = 100;
    private const int LongestSentence = 400;

    /// <summary>The first piece of the page and the one behind its last; null where nobody signs.</summary>
    /// <param name="isExhibit">Whether an exhibit begins at a piece.</param>
    public static (int Start, int End)? Find(List<Piece> pieces, Func<int, bool> isExhibit)
    {
        int end = 0;
        for (int start = 0; start < pieces.Count; start = end + 1)
        {
            end = Enumerable.Range(start, pieces.Count - start).FirstOrDefault(isExhibit, pieces.Count);
            if (end > start && FirstOf(pieces, start, end) is { } first)
            {
                return (first, end);
            }
        }

        return null;
    }

    private static int? FirstOf(List<Piece> pieces, int from, int end)
    {
        int witness = pieces.FindLastIndex(end - 1, end - from, p => p is Line line && Witness().IsMatch(line.Text));
        int[] lines = [.. Enumerable.Range(from, end - from).Where(i => i > witness && LinesToSign(pieces[i]) > 0)];
        int first = witness >= 0 ? witness : lines.FirstOrDefault(-1);
        if (lines.Sum(i => LinesToSign(pieces[i])) < (witness >= 0 ? 1 : 2) || first < 0 || Enumerable.Range(first, end - first).Any(i => i != witness && IsText(pieces[i])))
        {
            return null;
        }

        while (witness < 0 && first > from && pieces[first - 1] is Line { Label: null, IsBullet: false } above && above.Text.Length <= LongestName && above.Text.TrimEnd() is not [.., '.' or ';']
            && !SignsHeading().IsMatch(above.Text) && (HeadingLook.IsLoud(above) || HeadingLook.IsTitleCase(above.Text) || above.Words.IsEmpty))
        {
            first--;
        }

        return first;
    }

    private static int LinesToSign(Piece piece) => piece switch
    {
        Line line => ToSign().IsMatch(line.Text) ? 1 : 0,
        Solid { Block: Table table } => table.WithDescendants().OfType<Paragraph>().Count(p => ToSign().IsMatch(PlainText.Of(p.Content))),
        _ => 0,
    };

    /// <summary>What says more than who signs: a numbered paragraph, or a long one.</summary>
    private static bool IsText(Piece piece) => piece is Line line && ((line.Label is not null && line.Text.Length > LongestName) || line.Text.Length > LongestSentence);

    [GeneratedRegex(@"\A\W*IN WITNESS (?:WHEREOF|THEREOF|HEREOF)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Witness();

    [GeneratedRegex(@"\A\W*(?:(?:By|Signature|Signed|Name|Print(?:ed)? name|Title|Date|Dated|Its|Attest)\b[^.]{0,40}?[:\s]\s*_{3,}|_{8,}\s*\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToSign();

    [GeneratedRegex(@"\b(?:signatures?|execution|approvals?|signed)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SignsHeading();
}
