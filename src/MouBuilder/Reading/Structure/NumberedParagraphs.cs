using System.Globalization;
using System.Text.RegularExpressions;

namespace MouBuilder.Reading.Structure;

/// <summary>
/// Finds the numbered paragraphs that are the clauses of the sections around them. A number that holds its section's number (3.1 under 3 or III, I.1 under ARTICLE I) says so itself. A row A., B. or
/// 1., 2. may be a list as well, so the whole paper decides: it is a row of clauses where at least half of the sections hold it, it counts without a gap from the first in each or through all of them,
/// and its paragraphs are sentences. What follows words that announce a list is a list all the same.
/// </summary>
internal sealed partial class NumberedParagraphs
{
    /// <summary>The number of a section whose heading has none: that of the first paragraph below it.</summary>
    private const string AnyNumber = "*";

    private const int LeastWords = 4;
    private const int LeastLength = 50;

    // One heading over a few numbered lines is no outline of a paper.
    private const int LeastUnderOneHeading = 3;

    // Margins that differ by a hair; in twentieths of a point.
    private const int Hair = 60;

    // Numbers that papers give to clauses. Those with small letters are of lists.
    private static readonly string[] Shapes = ["A.", "1.", "I.", "1)", "A)", "(1)", "(A)", "section", "sec.", "§", "clause"];

    private readonly List<Piece> pieces;
    private readonly List<Span> sections = [];

    private NumberedParagraphs(List<Piece> pieces) => this.pieces = pieces;

    /// <summary>A heading and what stands between it and the next.</summary>
    private sealed record Span(int Heading, int End, bool HoldsText);

    /// <summary>A row in a section.</summary>
    private sealed record Row(List<int> Items, bool IsAnnounced);

    /// <summary>The positions of the paragraphs.</summary>
    /// <param name="headings">Where sections begin, in order.</param>
    /// <param name="ends">What else a section ends with: an exhibit, the page to sign, and a heading below, under which no row is looked for.</param>
    public static IReadOnlySet<int> Under(List<Piece> pieces, IEnumerable<int> headings, Func<int, bool> ends, Func<int, bool> isClauseHeading)
    {
        NumberedParagraphs found = new(pieces);
        found.Divide([.. headings], ends, isClauseHeading);
        HashSet<int> compound = [.. found.sections.SelectMany(found.Compound)];
        found.sections.RemoveAll(s => compound.Any(at => at > s.Heading && at < s.End));
        return compound.Count > 0 && found.sections.Count == 0 ? compound : [.. compound, .. found.Simple()];
    }

    /// <summary>Whether the first paragraph of a section follows right upon a line: 1.1 after a heading without a number.</summary>
    public static bool Opens(List<Piece> pieces, int heading) =>
        heading + 1 < pieces.Count && pieces[heading + 1] is Line { Label: { } label } && Below().Match(label) is { Success: true } number && number.Groups[2].Value == "1";

    private void Divide(int[] headings, Func<int, bool> ends, Func<int, bool> isClauseHeading)
    {
        HashSet<int> all = [.. headings];
        foreach (int heading in headings)
        {
            int end = heading + 1;
            while (end < pieces.Count && !all.Contains(end) && !ends(end) && !isClauseHeading(end))
            {
                end++;
            }

            bool hasClauses = end < pieces.Count && !all.Contains(end) && isClauseHeading(end);
            if (!hasClauses)
            {
                sections.Add(new(heading, end, pieces[(heading + 1)..end].Exists(p => p is Line { Words.IsEmpty: false })));
            }
        }
    }

    /// <summary>Paragraphs whose numbers hold that of the section.</summary>
    private IEnumerable<int> Compound(Span span)
    {
        Line heading = (Line)pieces[span.Heading];
        string section = heading.Label is null ? AnyNumber : Below().IsMatch(heading.Label) ? "" : heading.Counts.Ordinal.ToString(CultureInfo.InvariantCulture);
        for (int at = span.Heading + 1; at < span.End; at++)
        {
            if (pieces[at] is Line { Label: { } label } && Below().Match(label) is { Success: true } number)
            {
                string whole = number.Groups[1].Value;
                section = section == AnyNumber && number.Groups[2].Value == "1" ? whole : section;
                if (whole == section || TypedLabel.Of(whole + ". ")?.Readings.Any(r => r.Ordinal.ToString(CultureInfo.InvariantCulture) == section) == true)
                {
                    yield return at;
                }
            }
        }
    }

    /// <summary>Paragraphs of a row that is the second level of the paper.</summary>
    private IEnumerable<int> Simple()
    {
        Span[] holders = [.. sections.Where(s => s.HoldsText && !TreeBuilder.IsHeadingOfRecitals((Line)pieces[s.Heading]))];
        string? shape = holders.Select(s => ShapeOfFirst(s)).OfType<string>().CountBy(s => s).OrderByDescending(c => c.Value).Select(c => c.Key).FirstOrDefault();
        if (shape is null)
        {
            return [];
        }

        int last = 0;
        Row[] rows = [.. holders.Where(s => ShapeOfFirst(s) == shape).Select(s => RowOf(s, shape, ref last))];
        Row[] own = [.. rows.Where(r => r is { IsAnnounced: false, Items.Count: > 0 })];
        Line[] items = [.. own.SelectMany(r => r.Items).Select(at => (Line)pieces[at])];
        bool areMany = own.Length >= 2 ? 2 * own.Length >= holders.Length && 2 * own.Length > rows.Length && own.Any(r => r.Items.Count > 1) : holders.Length == 1 && items.Length >= LeastUnderOneHeading;
        return areMany && 4 * items.Count(IsSentence) >= 3 * items.Length && items.Average(i => i.Text.Length) >= LeastLength ? own.SelectMany(r => r.Items) : [];
    }

    private string? ShapeOfFirst(Span span) =>
        pieces[(span.Heading + 1)..span.End].OfType<Line>().FirstOrDefault(IsCandidate) is { } first && Shapes.Contains(first.Counts.Shape) && IsBelow(first, (Line)pieces[span.Heading]) ? first.Counts.Shape : null;

    /// <summary>Whether a paragraph with numbers of the same look as its heading's is set below it.</summary>
    private static bool IsBelow(Line paragraph, Line heading) => heading.Label is null || heading.Counts.Shape != paragraph.Counts.Shape
        || (paragraph.ListId is not null && paragraph.ListLevel > heading.ListLevel) || paragraph.Indent > heading.Indent + Hair;

    private Row RowOf(Span span, string shape, ref int last)
    {
        List<int> items = [];
        Line? first = null;
        Line? before = null;
        bool isAnnounced = false;
        for (int at = span.Heading + 1; at < span.End; at++)
        {
            if (pieces[at] is not Line { Words.IsEmpty: false } line)
            {
                continue;
            }

            bool isNext = IsCandidate(line) && line.Counts.Shape == shape && (line.Counts.Ordinal == last + 1 || (first is null && line.Counts.Ordinal == 1));
            if (isNext && (first is null || (line.ListLevel == first.ListLevel && line.Indent <= first.Indent + Hair)))
            {
                isAnnounced |= first is null && before is not null && Announces().IsMatch(before.Text);
                first ??= line;
                last = line.Counts.Ordinal;
                items.Add(at);
            }

            before = line;
        }

        return new(items, isAnnounced);
    }

    private static bool IsCandidate(Line line) => line is { Label: not null, IsBullet: false, Words.IsEmpty: false, Role: LineRole.Body };

    private static bool IsSentence(Line line)
    {
        string text = line.Text.Trim();
        return !char.IsLower(text[0]) && (EndsSentence().IsMatch(text) && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= LeastWords);
    }

    // "3.1", "I.1.", "Section 3.1"
    [GeneratedRegex(@"\A(?:\p{L}+\.?[ \u00A0]+|§[ \u00A0]*)?(\d{1,3}|[IVXLC]{1,7}|[A-Z])\.(\d{1,3})[.):]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Below();

    [GeneratedRegex(@"[:,;–—-]\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Announces();

    [GeneratedRegex(@"[.?!:][”""’'\])]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndsSentence();
}
