using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>Finds headings in a file that calls nothing a heading: lines that stand out, and numbered lines in a row with them.</summary>
internal static class LevelsByLook
{
    /// <summary>The look of an unnumbered heading.</summary>
    private const string Loud = "LOUD";

    private const int LongestBare = 50;
    private const int LeastBare = 3;

    private static readonly string[] Shapes = [Loud, "article", "section", "sec.", "§", "chapter", "part", "clause", "I.", "A.", "1.", "1)", "1.1"];

    public static IEnumerable<(int At, int Level)> Of(List<Piece> pieces, Func<int, bool> isTaken, HashSet<int> absorbed)
    {
        List<(int At, string Shape, bool IsHeading)> lines = [];
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is Line { Words.IsEmpty: false, Role: LineRole.Body, IsBullet: false } line && !isTaken(i) && ShapeOf(line) is { } shape && Array.IndexOf(Shapes, shape) >= 0)
            {
                lines.Add((i, shape, IsHeading(line, shape)));
            }
            else if (pieces[i] is Line { Words.IsEmpty: true, Label: not null, Counts.Shape: "article" or "section" or "chapter" or "part" } alone && i + 1 < pieces.Count && pieces[i + 1] is Line { Words.IsEmpty: false } next && HeadingLook.IsHeading(next))
            {
                // "ARTICLE I" on a line of its own has its title on the next.
                pieces[i] = alone with { Words = InlineText.WithoutCommonEmphasis(next.Words), IsCentered = next.IsCentered };
                absorbed.Add(i + 1);
                lines.Add((i, alone.Counts.Shape, true));
            }
        }

        // Loud lines count when there are several, since the first of all is the title, or when one leads to its first paragraph.
        if (lines.Count(l => l.Shape == Loud) < 2 && lines.Find(l => l.Shape == Loud) is var only && !(only.IsHeading && NumberedParagraphs.Opens(pieces, only.At)))
        {
            lines.RemoveAll(l => l.Shape == Loud);
        }

        string[] shapes = [.. lines.Where(l => l.IsHeading).CountBy(l => l.Shape).Where(c => c.Value > 1 || c.Key is not ("A." or "1)")).Select(c => c.Key).OrderBy(s => lines.FindIndex(l => l.Shape == s))];
        if (shapes.Length == 0)
        {
            return Numbered(pieces, lines, isTaken);
        }

        Dictionary<string, int> levels = [];
        bool restarts = lines.Count(l => l.IsHeading && l.Shape != Loud && OrdinalOf((Line)pieces[l.At]) == 1 && l.Shape == shapes.FirstOrDefault(s => s != Loud)) > 1;
        foreach (string shape in shapes)
        {
            // Unnumbered headings beside one unbroken row of numbers stand on the level of the row.
            levels[shape] = shape == Loud ? 1 : levels.Count == 0 || (levels.Count == 1 && levels.ContainsKey(Loud) && !restarts) ? 1 : levels.Values.Max() + 1;
        }

        return lines.Where(l => levels.ContainsKey(l.Shape) && (l.IsHeading || levels[l.Shape] <= 2)).Select(l => (l.At, levels[l.Shape])).ToList();
    }

    /// <summary>An agreement of numbered paragraphs and nothing else: each is a clause.</summary>
    private static IEnumerable<(int At, int Level)> Numbered(List<Piece> pieces, List<(int At, string Shape, bool IsHeading)> lines, Func<int, bool> isTaken)
    {
        foreach (string shape in lines.Where(l => l.Shape != Loud).Select(l => l.Shape).Distinct())
        {
            int[] row = [.. lines.Where(l => l.Shape == shape).Select(l => l.At)];
            if ((row.Length >= 3 && row.Average(at => ((Line)pieces[at]).Text.Length) >= 60) || (row.Length >= 2 && row.Count(at => HasRunInTitle((Line)pieces[at])) * 2 > row.Length))
            {
                return row.Select(at => (at, 1));
            }
        }

        return Bare(pieces, isTaken);
    }

    /// <summary>In a paper that has no other headings, lines of a few words and no stop, each right above sentences.</summary>
    private static (int At, int Level)[] Bare(List<Piece> pieces, Func<int, bool> isTaken)
    {
        int[] found = [.. Enumerable.Range(0, Math.Max(0, pieces.Count - 1)).Where(i => !isTaken(i) && IsBare(pieces[i]) && pieces[i + 1] is Line { Label: null, IsBullet: false } below && IsSentences(below))];
        return found.Length < LeastBare ? [] : [.. found.Select(at => (at, 1))];
    }

    private static bool IsBare(Piece piece) => piece is Line { Label: null, IsBullet: false, Role: LineRole.Body, IsCentered: false, Indent: 0 } line && HeadingLook.IsHeading(line)
        && line.Text.Length <= LongestBare && line.Text.TrimEnd() is not [.., ':'] && line.Text.All(c => char.IsLetter(c) || c is ' ' or ',' or '-' or '’' or '\'');

    private static bool IsSentences(Line line) => line.Text.Length > LongestBare && line.Text.TrimEnd() is [.., '.' or ':'];

    /// <summary>Whether a paragraph begins with its title: <c>Notice. The District shall …</c>.</summary>
    private static bool HasRunInTitle(Line line) => HeadingLook.Divided(line) is { Title.IsEmpty: false, Body.IsEmpty: false };

    private static string? ShapeOf(Line line) => line.Label is not null ? line.Counts.Shape is var shape && shape == "1.1.1" ? null : shape
        : HeadingLook.IsHeading(line) && HeadingLook.IsLoud(line) ? Loud : null;

    // A short numbered line may be an item of a list; what makes it a heading is how it is set.
    private static bool IsHeading(Line line, string shape) => shape == Loud
        || (HeadingLook.IsHeading(line) && (HeadingLook.IsLoud(line) || (HeadingLook.IsTitleCase(line.Text) && line.Text.TrimEnd() is not [.., ':'])));

    private static int OrdinalOf(Line line) => line.Label is null ? 0 : line.Counts.Ordinal;
}
