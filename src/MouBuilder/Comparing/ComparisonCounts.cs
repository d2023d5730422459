using System.Runtime.CompilerServices;

namespace MouBuilder.Comparing;

/// <summary>The totals of a comparison: clauses counted from its parts, moves, references and words from the redline that they make.</summary>
/// <param name="Moves">How many parts moved; a section and the clauses it took along are one.</param>
/// <param name="References">How many cross-references show another number, or lead to a heading that moved, and are otherwise the same.</param>
/// <param name="WordsInserted">Words of added parts and blocks included.</param>
public sealed record ComparisonCounts(
    int Unchanged, int Renumbered, int Changed, int Moves, int Added, int AddedWhereUnknown, int Removed, int RemovedWhereUnknown, int References, int WordsInserted, int WordsDeleted)
{
    /// <summary>Sections of the new text alone; their clauses count among the clauses. 0 beside a reconstruction, since nobody knows what headings were signed.</summary>
    public int SectionsAdded { get; init; }

    /// <summary>Sections of the old text alone; 0 beside a reconstruction.</summary>
    public int SectionsRemoved { get; init; }

    /// <summary>Runs of the same words in other type, as the redline marks them.</summary>
    public int Formattings { get; init; }

    /// <summary>Paragraphs of both texts in another form, such as another look of their number, as the redline marks them.</summary>
    public int ParagraphFormattings { get; init; }

    // Counting writes the redline, and a page, a memo and the name of an edition all ask.
    private static readonly ConditionalWeakTable<Comparison, ComparisonCounts> Known = [];

    /// <summary>Counts clauses and exhibits by category; moves, references and words of all parts.</summary>
    public static ComparisonCounts Of(Comparison comparison) => Known.GetValue(comparison, Counted);

    private static ComparisonCounts Counted(Comparison comparison)
    {
        int Sections(ChangeCategory category) => comparison.HasReconstruction ? 0 : comparison.Parts.Count(p => (p.New ?? p.Old)!.Kind == PartKind.Section && p.Category == category);
        int Count(params ChangeCategory[] categories) => comparison.Parts.Count(p => IsCounted(p) && categories.Contains(p.Category));
        RedlineCounts written = Redline.Of(comparison).Counts;
        return new(
            Count(ChangeCategory.Unchanged),
            Count(ChangeCategory.Renumbered),
            Count(ChangeCategory.Changed, ChangeCategory.MovedAndChanged),
            written.Moves,
            Count(ChangeCategory.Added),
            Count(ChangeCategory.AddedWhereUnknown),
            Count(ChangeCategory.Removed),
            Count(ChangeCategory.RemovedWhereUnknown),
            written.References,
            written.WordsInserted,
            written.WordsDeleted)
        {
            SectionsAdded = Sections(ChangeCategory.Added),
            SectionsRemoved = Sections(ChangeCategory.Removed),
            Formattings = written.Formattings,
            ParagraphFormattings = written.ParagraphFormattings,
        };
    }

    private static bool IsCounted(PartChange part) => (part.New ?? part.Old)!.Kind is PartKind.Clause or PartKind.Exhibit;
}
