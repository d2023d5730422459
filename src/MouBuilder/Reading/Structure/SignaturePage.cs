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

    // "Approved as to form." is a line of such a page, and no sentence of a clause.
    private const int MostWordsBeforeStop = 6;

    /// <summary>The first piece of the page and the one behind its last; null where nobody signs.</summary>
    /// <param name="isExhibit">Whether an exhibit begins at a piece.</param>
    public static (int Start, int End)? Find(List<Piece> pieces, Func<int, bool> isExhibit)
    {
        int end = 0;
        for (int start = 0; start < pieces.Count; start = end + 1)
        {
            end = Enumerable.Range(start, pieces.Count - start).FirstOrDefault(isExhibit, pieces.Count);
            if (end > start && Earlier(FirstOf(pieces, start, end), start == 0 ? FirstOfNothingElse(pieces, end) : null) is { } first)
            {
                return (first, end);
            }
        }

        return null;

        static int? Earlier(int? one, int? other) => one is null || other < one ? other : one;
    }

    /// <summary>
    /// A page that is known by its first words ("Agreed:", "Signed this 3rd day of May") or has a single line to sign, since nothing but names, titles, dates and blanks follows to the end
    /// or the first exhibit.
    /// </summary>
    private static int? FirstOfNothingElse(List<Piece> pieces, int end)
    {
        int from = end;
        int? first = null;
        bool hasBlank = false;
        while (from > 0 && (IsOfSigners(pieces[from - 1]) || IsLead(pieces[from - 1])))
        {
            from--;
            hasBlank |= LinesToSign(pieces[from]) > 0 || pieces[from] is Line bare && Columns(bare.Text).Any(c => BareLine().IsMatch(c));
            first = hasBlank && (IsLead(pieces[from]) || (pieces[from] is Line line && Columns(line.Text).Any(c => Signs().IsMatch(c)))) ? from : first;
        }

        return first is { } found && !IsLead(pieces[found]) ? AboveNames(pieces, found, 0) : first;
    }

    private static bool IsLead(Piece piece) => piece is Line { Label: null, IsBullet: false } line && line.Text.Length <= LongestSentence && (Witness().IsMatch(line.Text) || Lead().IsMatch(line.Text));

    private static bool IsOfSigners(Piece piece) => piece switch
    {
        Line { Label: null, IsBullet: false } line => LinesToSign(line) > 0 || IsShort(line.Text.Trim()),
        Solid { Block: PageBreak } => true,
        Solid { Block: Table table } => table.WithDescendants().OfType<Paragraph>().All(p => IsShort(PlainText.Of(p.Content).Trim())),
        _ => false,
    };

    private static bool IsShort(string text) => Columns(text).All(c => c.Length <= LongestName && c is not [.., ';' or '?' or '!']
        && (c is not [.., '.'] || c.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsBeforeStop));

    /// <summary>What stands side by side in a line: "DISTRICT:" and "CITY:".</summary>
    private static string[] Columns(string text) => Gap().Split(text.Trim());

    private static int? FirstOf(List<Piece> pieces, int from, int end)
    {
        int witness = pieces.FindLastIndex(end - 1, end - from, p => p is Line line && Witness().IsMatch(line.Text));
        int[] lines = [.. Enumerable.Range(from, end - from).Where(i => i > witness && LinesToSign(pieces[i]) > 0)];
        int first = witness >= 0 ? witness : lines.FirstOrDefault(-1);
        if (lines.Sum(i => LinesToSign(pieces[i])) < (witness >= 0 ? 1 : 2) || first < 0 || Enumerable.Range(first, end - first).Any(i => i != witness && IsText(pieces[i])))
        {
            return null;
        }

        return witness < 0 ? AboveNames(pieces, first, from) : first;
    }

    /// <summary>The first of the names that stand right above a line to sign.</summary>
    private static int AboveNames(List<Piece> pieces, int first, int from)
    {
        while (first > from && pieces[first - 1] is Line { Label: null, IsBullet: false } above && Columns(above.Text).All(c => c.Length <= LongestName && c is not [.., '.' or ';'])
            && !SignsHeading().IsMatch(above.Text) && (HeadingLook.IsLoud(above) || Columns(above.Text).All(HeadingLook.IsTitleCase) || above.Words.IsEmpty))
        {
            first--;
        }

        return first;
    }

    private static int LinesToSign(Piece piece) => piece switch
    {
        Line line => Columns(line.Text).Any(c => ToSign().IsMatch(c)) ? 1 : 0,
        Solid { Block: Table table } => table.WithDescendants().OfType<Paragraph>().Count(p => ToSign().IsMatch(PlainText.Of(p.Content))),
        _ => 0,
    };

    /// <summary>Whether words are those that a page to sign begins with in every old agreement.</summary>
    public static bool IsWitness(string text) => Witness().IsMatch(text);

    /// <summary>What says more than who signs: a numbered paragraph, or a long one.</summary>
    private static bool IsText(Piece piece) => piece is Line line && ((line.Label is not null && line.Text.Length > LongestName) || line.Text.Length > LongestSentence);

    [GeneratedRegex(@"\A\W*IN WITNESS (?:WHEREOF|THEREOF|HEREOF)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Witness();

    [GeneratedRegex(@"\A\W*(?:(?:(?:READ|SEEN|REVIEWED|UNDERSTOOD|ACCEPTED|AGREED|ACKNOWLEDGED|APPROVED|SIGNED|EXECUTED)(?:,? (?:and |to )*|\b)){1,4}(?:by|to by|between the parties)?\s*:\s*\z|(?:SO |IT IS SO )?AGREED[.:]?\s*\z|(?:SIGNED|EXECUTED|DATED|DONE)(?: and (?:SIGNED|EXECUTED|DATED|AGREED))? (?:this|on|as of|at)\b|(?:the )?(?:undersigned|parties)(?: hereto)? have (?:signed|executed|caused|set)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\A\W*(?:(?:By|Signature|Signed|Name|Print(?:ed)? name|Title|Date|Dated|Its|Attest|Approved as to (?:legal )?form)\b[^.]{0,40}?[:\s]\s*(?:_{3,}|_+\s*\z|\.{5,}\s*\z|…{2,}\s*\z)|(?:_{8,}|\.{8,}|…{3,})\s*\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToSign();

    [GeneratedRegex(@"\A\W*(?:By|Signature|Signed|Attest)\s*:?\s*(?:_+|\.{5,}|…{2,})\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\A\W*(?:By|Signature|Attest)\s*:\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BareLine();

    [GeneratedRegex(@"\t+|\s{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\b(?:signatures?|execution|approvals?|signed)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SignsHeading();
}
