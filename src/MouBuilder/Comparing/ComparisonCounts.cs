using System.Runtime.CompilerServices;

namespace MouBuilder.Comparing;

/// <summary>The totals of a comparison: clauses counted from its parts, moves, references and words from the redline that they make.</summary>
/// <param name="Moves">How many parts moved; a section and the clauses it took along are one. 0 beside a reconstruction, whose order nobody knows.</param>
/// <param name="References">How many cross-references show another number, or lead to a heading that moved, and are otherwise the same. 0 beside a reconstruction, whose numbers are ours.</param>
/// <param name="WordsInserted">Words of added parts and blocks included, as the redline marks them.</param>
public sealed record ComparisonCounts(
    int Unchanged, int Renumbered, int Changed, int Moves, int Added, int AddedWhereUnknown, int Removed, int RemovedWhereUnknown, int References, int WordsInserted, int WordsDeleted)
{
    /// <summary>Clauses and exhibits that stand, beside a reconstruction, in the new text alone, though the matter is known in both or the new text is the reconstruction.</summary>
    public int InNewAlone { get; init; }

    /// <summary>Clauses and exhibits that stand, beside a reconstruction, in the old text alone, though the matter is known in both or the old text is the reconstruction.</summary>
    public int InOldAlone { get; init; }

    /// <summary>Clauses that lost their heading or number and stand in the clause before them.</summary>
    public int Merged { get; init; }

    /// <summary>Clauses that stood in the clause before them and have a heading or number now.</summary>
    public int SplitOff { get; init; }

    /// <summary>Sections of the new text alone; their clauses count among the clauses. 0 beside a reconstruction, since nobody knows what headings were signed.</summary>
    public int SectionsAdded { get; init; }

    /// <summary>Sections of the old text alone; 0 beside a reconstruction.</summary>
    public int SectionsRemoved { get; init; }

    /// <summary>Sections whose heading has other words; 0 beside a reconstruction.</summary>
    public int SectionsChanged { get; init; }

    /// <summary>Places outside clauses, exhibits and headings that differ: an opening, recitals, a page of signatures.</summary>
    public int TextsChanged { get; init; }

    /// <summary>What the headers and footers of two papers say on one side alone.</summary>
    public int HeadersAndFooters { get; init; }

    /// <summary>Runs of the same words in other type, as the redline marks them.</summary>
    public int Formattings { get; init; }

    /// <summary>Paragraphs of both texts in another form, such as another look of their number, as the redline marks them.</summary>
    public int ParagraphFormattings { get; init; }

    /// <summary>Cross-references typed as words, such as "Section 2.1", whose number is another. Their numbers are words of <see cref="WordsInserted"/> and <see cref="WordsDeleted"/>, and none of <see cref="References"/>.</summary>
    public int TypedReferences { get; init; }

    /// <summary>Table rows of the new text alone, as the redline marks them: not those that moved with their table.</summary>
    public int RowsInserted { get; init; }

    /// <summary>Table rows of the old text alone, as the redline marks them: not those that moved with their table.</summary>
    public int RowsDeleted { get; init; }

    /// <summary>Table rows that moved with what they stand in, each once; 0 beside a reconstruction, whose order nobody knows.</summary>
    public int RowsMoved { get; init; }

    /// <summary>Those of <see cref="WordsInserted"/> that stand in parts of which nobody knows whether the old text had them: nobody can call them new.</summary>
    public int WordsInsertedWhereUnknown { get; init; }

    /// <summary>Those of <see cref="WordsDeleted"/> that stand in parts of which nobody knows whether the new text has them.</summary>
    public int WordsDeletedWhereUnknown { get; init; }

    /// <summary>Whether nothing is counted but what is unchanged.</summary>
    internal bool AreNone => this with { Unchanged = 0 } == new ComparisonCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    // Counting writes the redline, and a page, a memo and the name of an edition all ask.
    private static readonly ConditionalWeakTable<Comparison, ComparisonCounts> Known = [];

    /// <summary>Counts clauses and exhibits by category; moves, references and words of all parts.</summary>
    public static ComparisonCounts Of(Comparison comparison) => Known.GetValue(comparison, Counted);

    private static ComparisonCounts Counted(Comparison comparison)
    {
        int Sections(ChangeCategory category) => comparison.HasReconstruction ? 0 : comparison.Parts.Count(p => (p.New ?? p.Old)!.Kind == PartKind.Section && p.Category == category);
        int Count(params ChangeCategory[] categories) => comparison.Parts.Count(p => IsCounted(p) && categories.Contains(p.Category));
        PageEdges edges = PageEdges.Of(comparison);
        RedlineCounts written = Redline.Of(comparison).Counts;
        RedlineCounts known = comparison.HasReconstruction ? Redline.Of(comparison with { Parts = [.. comparison.Parts.Where(p => IsKnown(p, comparison))] }).Counts : written;
        return new(
            Count(ChangeCategory.Unchanged),
            Count(ChangeCategory.Renumbered),
            Count(ChangeCategory.Changed, ChangeCategory.MovedAndChanged),
            comparison.HasReconstruction ? 0 : written.Moves,
            Count(ChangeCategory.Added),
            Count(ChangeCategory.AddedWhereUnknown),
            Count(ChangeCategory.Removed),
            Count(ChangeCategory.RemovedWhereUnknown),
            comparison.HasReconstruction ? 0 : written.References,
            written.WordsInserted,
            written.WordsDeleted)
        {
            InNewAlone = Count(ChangeCategory.InNewAlone),
            InOldAlone = Count(ChangeCategory.InOldAlone),
            Merged = Count(ChangeCategory.Merged),
            SplitOff = Count(ChangeCategory.SplitOff),
            SectionsAdded = Sections(ChangeCategory.Added),
            SectionsRemoved = Sections(ChangeCategory.Removed),
            SectionsChanged = Sections(ChangeCategory.Changed) + Sections(ChangeCategory.MovedAndChanged),
            TextsChanged = comparison.Parts.Count(p => p.IsChange && (p.New ?? p.Old)!.Kind == PartKind.Text),
            HeadersAndFooters = edges.Removed.Length + edges.Added.Length,
            WordsInsertedWhereUnknown = written.WordsInserted - known.WordsInserted,
            WordsDeletedWhereUnknown = written.WordsDeleted - known.WordsDeleted,
            TypedReferences = comparison.Parts.Sum(p => p.TypedReferences.Length),
            RowsInserted = written.RowsInserted,
            RowsDeleted = written.RowsDeleted,
            RowsMoved = comparison.HasReconstruction ? 0 : written.RowsMoved,
            Formattings = written.Formattings,
            ParagraphFormattings = written.ParagraphFormattings,
        };
    }

    /// <summary>Lines for the screen on what no mark of a redline tells: which words are references, what differs outside the clauses and around the text, and against what order anything moved.</summary>
    public IEnumerable<string> BesideMarks(Comparison comparison, RedlineCounts written)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(written);
        (int Number, string Words)[] outside =
        [
            (SectionsChanged, ComparisonWords.Count(SectionsChanged, "section heading", "section headings")),
            (TextsChanged, ComparisonWords.Count(TextsChanged, "place in the text", "places in the text")),
            (HeadersAndFooters, ComparisonWords.Count(HeadersAndFooters, "header or footer", "headers and footers")),
        ];
        string[] differing = [.. outside.Where(o => o.Number > 0).Select(o => o.Words)];
        if (differing.Length > 0)
        {
            yield return $"Outside the clauses differ: {string.Join(", ", differing)}.";
        }

        if (TypedReferences > 0)
        {
            yield return $"Among these words {ComparisonWords.Count(TypedReferences, "typed reference has", "typed references have")} another number.";
        }

        if (comparison.HasReconstruction && written.Moves + written.References > 0)
        {
            yield return "Moves and numbers of references are those against the reconstruction; the order and the numbers of the signed text are not known.";
        }
    }

    private static bool IsKnown(PartChange part, Comparison comparison) => part.Category is not (ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown) && comparison.IsTold(part);

    private static bool IsCounted(PartChange part) => (part.New ?? part.Old)!.Kind is PartKind.Clause or PartKind.Exhibit;
}
