namespace MouBuilder.Comparing;

/// <summary>The totals of a comparison, counted from its parts.</summary>
/// <param name="Moves">How many parts moved; a section and the clauses it took along are one.</param>
/// <param name="References">How many cross-references show another number and are otherwise the same.</param>
/// <param name="WordsInserted">Words of added parts and blocks included.</param>
public sealed record ComparisonCounts(
    int Unchanged, int Renumbered, int Changed, int Moves, int Added, int AddedWhereUnknown, int Removed, int RemovedWhereUnknown, int References, int WordsInserted, int WordsDeleted)
{
    /// <summary>Counts clauses and exhibits by category; moves, references and words of all parts.</summary>
    public static ComparisonCounts Of(Comparison comparison)
    {
        int Count(params ChangeCategory[] categories) => comparison.Parts.Count(p => IsCounted(p) && categories.Contains(p.Category));
        WordChange[] words = [.. comparison.Parts.SelectMany(p => p.Words)];
        BlockChange[] blocks = [.. comparison.Parts.SelectMany(p => p.Blocks.Concat(p.Notes)).SelectMany(b => b.WithDescendants())];
        PartChange[] alone = [.. comparison.Parts.Where(p => p.Old is null || p.New is null)];
        return new(
            Count(ChangeCategory.Unchanged),
            Count(ChangeCategory.Renumbered),
            Count(ChangeCategory.Changed, ChangeCategory.MovedAndChanged),
            comparison.Parts.Count(p => p.Category is ChangeCategory.Moved or ChangeCategory.MovedAndChanged),
            Count(ChangeCategory.Added),
            Count(ChangeCategory.AddedWhereUnknown),
            Count(ChangeCategory.Removed),
            Count(ChangeCategory.RemovedWhereUnknown),
            words.Count(w => w.Kind == WordChangeKind.Reference),
            words.Where(w => w.IsEdit).Sum(w => WordCount.Of(w.New)) + blocks.Where(b => b.Kind == BlockChangeKind.Added).Sum(b => WordCount.Of(b.New!)) + alone.Where(p => p.New is not null).Sum(p => WordCount.Of(p.New!.Title)),
            words.Where(w => w.IsEdit).Sum(w => WordCount.Of(w.Old)) + blocks.Where(b => b.Kind == BlockChangeKind.Removed).Sum(b => WordCount.Of(b.Old!)) + alone.Where(p => p.Old is not null).Sum(p => WordCount.Of(p.Old!.Title)));
    }

    private static bool IsCounted(PartChange part) => (part.New ?? part.Old)!.Kind is PartKind.Clause or PartKind.Exhibit;
}
