using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>What part of the agreement begins at a line.</summary>
internal enum PartStart
{
    Section,
    Clause,
    Heading,
    Exhibit,

    /// <summary>The page to sign, which has no heading.</summary>
    Signatures,

    /// <summary>A clause with neither heading nor number, of which a bookmark tells.</summary>
    Text,
}

/// <summary>A line with which a part begins.</summary>
/// <param name="Depth">For a heading inside a clause its level, from 3.</param>
/// <param name="Title">The words of the heading; empty for a clause that begins with its number alone.</param>
/// <param name="Rest">What the line says after the heading: <c>2. Term. This agreement ends …</c>.</param>
internal sealed record Start(PartStart Kind, int Depth, string? Label, ImmutableArray<Inline> Title, ImmutableArray<Inline> Rest);

/// <summary>
/// Finds out where sections and clauses begin: by the headings that the file itself calls so; where it calls nothing so, by how lines look and by the rows of
/// their numbers.
/// </summary>
internal sealed class Outliner
{
    private readonly List<Piece> pieces;
    private readonly Dictionary<int, Start> starts = [];
    private readonly HashSet<int> absorbed = [];

    private Outliner(List<Piece> pieces) => this.pieces = pieces;

    /// <summary>The starts by the position of their pieces, and the positions of lines that have become part of a heading before them.</summary>
    public static (IReadOnlyDictionary<int, Start> Starts, IReadOnlySet<int> Absorbed) Of(List<Piece> pieces, bool isOurs)
    {
        Outliner outliner = new(pieces);
        if (isOurs)
        {
            outliner.ByOurStyles();
        }
        else
        {
            outliner.ByLook();
        }

        return (outliner.starts, outliner.absorbed);
    }

    private IEnumerable<(int At, Line Line)> Lines => pieces.Select((p, i) => (At: i, Line: p as Line)).Where(p => p.Line is not null)!;

    private void ByOurStyles()
    {
        foreach ((int at, Line line) in Lines.Where(l => l.Line is { Role: LineRole.NumberedClause, Label: not null }))
        {
            starts[at] = new(PartStart.Clause, 2, line.Label, [], line.Words);
        }

        for (int at = 0; at < pieces.Count; at++)
        {
            if (pieces[at] is Line { HeadingLevel: null, Role: LineRole.Body } or Solid && !starts.ContainsKey(at) && TreeBuilder.OwnId(pieces[at]) is { } id)
            {
                starts[at] = new(id == TreeBuilder.SignaturesId ? PartStart.Signatures : PartStart.Text, 2, null, [], []);
            }
        }

        foreach ((int at, Line line) in Lines.Where(l => l.Line.HeadingLevel is not null))
        {
            PartStart kind = line.Role == LineRole.Exhibit ? PartStart.Exhibit : line.HeadingLevel switch { 1 => PartStart.Section, 2 => PartStart.Clause, _ => PartStart.Heading };
            Begin(at, kind, line.HeadingLevel!.Value, line, line.Words, []);
        }
    }

    private void ByLook()
    {
        FindExhibits();
        (int Start, int End) signatures = SignaturePage.Find(pieces, i => starts.GetValueOrDefault(i)?.Kind == PartStart.Exhibit) ?? (pieces.Count, pieces.Count);
        for (int i = signatures.Start; i < signatures.End; i++)
        {
            pieces[i] = pieces[i] is Line { HeadingLevel: not null } name ? name with { HeadingLevel = null } : pieces[i];
        }

        (int At, int Level)[] headings = [.. Lines.Where(l => l.Line.HeadingLevel is not null && !starts.ContainsKey(l.At) && !absorbed.Contains(l.At) && !l.Line.Words.IsEmpty).Select(l => (l.At, l.Line.HeadingLevel!.Value))];
        (int At, int Level)[] set = [.. headings.Where(h => !HeadingLook.IsLong((Line)pieces[h.At]))];
        bool isExplicit = set.Length >= 2 || (set.Length == 1 && NumberedParagraphs.Opens(pieces, headings[0].At));
        if (!isExplicit)
        {
            headings = [.. LevelsByLook.Of(pieces, i => starts.ContainsKey(i) || absorbed.Contains(i) || (i >= signatures.Start && i < signatures.End), absorbed)];
            // The one line that is called a heading may be the title; below other lines it is the heading of what follows.
            headings = headings.Length == 0 && set is [var only] && pieces.Take(only.At).Any(p => p is Line { Words.IsEmpty: false }) ? set : headings;
        }

        headings = WithRecitals(WithoutTitle(headings));
        int[] levels = [.. headings.Select(h => h.Level).Distinct().Order()];
        HashSet<int> below = [.. headings.Where(h => h.Level > levels[0]).Select(h => h.At)];
        IReadOnlySet<int> paragraphs = NumberedParagraphs.Under(
            pieces, headings.Where(h => h.Level == levels[0]).Select(h => h.At), i => i == signatures.Start || starts.GetValueOrDefault(i)?.Kind == PartStart.Exhibit, below.Contains);
        bool hasSections = levels.Length > 1 || paragraphs.Count > 0;
        HashSet<int> titled = [.. headings.GroupBy(h => h.Level).Where(row => HaveTitles([.. row.Select(h => h.At)])).Select(row => row.Key)];
        foreach ((int at, int level) in headings)
        {
            Line line = (Line)pieces[at];
            int rank = Array.IndexOf(levels, level) + (hasSections ? 1 : 2);
            PartStart kind = rank switch { 1 => PartStart.Section, 2 => PartStart.Clause, _ => PartStart.Heading };
            (ImmutableArray<Inline> title, ImmutableArray<Inline> rest) = HeadingLook.Divided(line, titled.Contains(level));
            if (kind == PartStart.Heading && !rest.IsEmpty)
            {
                continue; // a numbered paragraph below the clauses is an item of a list
            }

            Begin(at, kind, Math.Max(3, rank), line, title, rest);
        }

        bool areTitled = HaveTitles(paragraphs);
        foreach (int at in paragraphs)
        {
            Line line = (Line)pieces[at];
            (ImmutableArray<Inline> title, ImmutableArray<Inline> rest) = HeadingLook.Divided(line, areTitled);
            Begin(at, PartStart.Clause, 2, line, title, rest);
        }

        if (signatures.Start < pieces.Count)
        {
            starts.TryAdd(signatures.Start, new(PartStart.Signatures, 1, null, [], []));
        }
    }

    /// <summary>One title among paragraphs that have none is the first sentence of its own.</summary>
    private bool HaveTitles(IReadOnlyCollection<int> row) => row.Count == 1 || row.Where(at => !HeadingLook.Divided((Line)pieces[at]).Title.IsEmpty).Take(2).Count() == 2;

    /// <summary>The first line of the paper is its title where it is the one heading above all others, or the one heading without a number.</summary>
    private (int At, int Level)[] WithoutTitle((int At, int Level)[] headings)
    {
        if (headings.Length < 2 || Lines.Any(l => l.Line.Role == LineRole.Title) || pieces[headings[0].At] is not Line { Label: null } first || Lines.First(l => !l.Line.Words.IsEmpty).At != headings[0].At)
        {
            return headings;
        }

        (int At, int Level)[] others = headings[1..];
        bool isAbove = others.All(h => h.Level > headings[0].Level)
            && (others.Length > 1 || pieces.Skip(headings[0].At + 1).FirstOrDefault(p => p is not Line { Words.IsEmpty: true }) == pieces[others[0].At]);
        bool isOnlyBare = others.Length > 1 && others.All(h => h.Level >= headings[0].Level && ((Line)pieces[h.At]).Label is not null);
        if (isAbove || isOnlyBare)
        {
            pieces[headings[0].At] = first with { Role = LineRole.Title, HeadingLevel = null };
            return others;
        }

        return headings;
    }

    /// <summary>Recitals before the first section have a heading however little else the paper has like it.</summary>
    private (int At, int Level)[] WithRecitals((int At, int Level)[] headings) =>
        headings.Length > 0 && Lines.TakeWhile(l => l.At < headings[0].At).FirstOrDefault(l => l.Line.Role == LineRole.Body && HeadingLook.IsLoud(l.Line) && HeadingLook.IsHeading(l.Line) && TreeBuilder.IsHeadingOfRecitals(l.Line)) is { Line: not null } found
            ? [(found.At, headings.Min(h => h.Level)), .. headings]
            : headings;

    private void FindExhibits()
    {
        IReadOnlySet<int> listed = ListedExhibits.In(pieces);
        bool afterBreak = false;
        foreach ((Piece piece, int at) in pieces.Select((p, i) => (p, i)))
        {
            if (piece is Line line && (!line.Words.IsEmpty || line.Label is not null))
            {
                if (HeadingLook.ExhibitLabel(line) is { } label && !listed.Contains(at) && (afterBreak || line.HeadingLevel is not null || line.IsCentered || HeadingLook.IsLoud(line)))
                {
                    ImmutableArray<Inline> title = InlineText.WithoutCommonEmphasis(InlineText.After(line.Words, label.Length));
                    if (title.IsEmpty && NextLine(at) is var next and > 0 && HeadingLook.IsHeading((Line)pieces[next]) && HeadingLook.ExhibitLabel((Line)pieces[next]) is null)
                    {
                        absorbed.Add(next);
                        title = InlineText.WithoutCommonEmphasis(((Line)pieces[next]).Words);
                    }

                    starts[at] = new(PartStart.Exhibit, 1, label.Text, title, []);
                }
            }

            afterBreak = piece is Solid { Block: PageBreak };
        }
    }

    private int NextLine(int at) => at + 1 < pieces.Count && pieces[at + 1] is Line { Words.IsEmpty: false } ? at + 1 : -1;

    private void Begin(int at, PartStart kind, int depth, Line line, ImmutableArray<Inline> title, ImmutableArray<Inline> rest) =>
        starts[at] = new(kind, depth, line.Label, InlineText.WithoutCommonEmphasis(title), rest);
}
