using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>A row of the provision table.</summary>
/// <param name="Family">The id of the family, the row's topic.</param>
/// <param name="Change">Null for a topic on which neither text says anything.</param>
/// <param name="Known">What the reconstruction says; null where nothing is known.</param>
/// <param name="KnownFacts">Its sources.</param>
/// <param name="Other">What the other text says; null where it says nothing.</param>
internal sealed record Provision(string Family, PartChange? Change, DocumentPart? Known, ClauseFacts? KnownFacts, DocumentPart? Other)
{
    private const int LongestBeginning = 240;

    /// <summary>The beginning of the other text, whole where it is short.</summary>
    public (string Text, bool IsWhole) Beginning()
    {
        string[] paragraphs = [.. (Other?.Blocks ?? []).SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Select(p => PlainText.Of(p.Content))];
        string first = paragraphs.FirstOrDefault() ?? "";
        if (first.Length <= LongestBeginning)
        {
            return (first, paragraphs.Length <= 1);
        }

        int end = first.LastIndexOf(' ', LongestBeginning);
        return (first[..(end > 0 ? end : LongestBeginning)], false);
    }
}

/// <summary>What is known of a reconstructed text, topic by topic, beside the other text.</summary>
internal sealed record ProvisionTable(ComparisonSide Reconstruction, bool IsOldReconstructed, ImmutableArray<Provision> Rows)
{
    /// <summary>The side of <see cref="Provision.Other"/>.</summary>
    public required ComparisonSide Other { get; init; }

    /// <summary>Null when neither side is a reconstruction. Where both are, the older one is shown.</summary>
    public static ProvisionTable? Of(Comparison comparison)
    {
        bool isOld = comparison.Old.Reconstruction.Length > 0;
        if (!isOld && comparison.New.Reconstruction.Length == 0)
        {
            return null;
        }

        ComparisonSide reconstruction = isOld ? comparison.Old : comparison.New;
        List<Provision> rows = [];
        foreach (PartChange change in comparison.Parts.Where(p => (p.New ?? p.Old)!.Kind == PartKind.Clause))
        {
            ClauseFacts? known = isOld ? change.OldFacts : change.NewFacts;
            string family = (known ?? change.NewFacts ?? change.OldFacts)?.Family ?? "";
            rows.Add(isOld ? new(family, change, change.Old, known, change.New) : new(family, change, change.New, known, change.Old));
        }

        HashSet<string> told = [.. rows.Select(r => r.Family)];
        rows.AddRange((reconstruction.UnknownFamilies ?? []).Where(f => !told.Contains(f)).Select(f => new Provision(f, null, null, null, null)));
        return new(reconstruction, isOld, [.. rows.OrderBy(r => r.Known is null)]) { Other = isOld ? comparison.New : comparison.Old };
    }

    /// <summary>The sources behind what is known, with how far they can be relied on.</summary>
    public static IEnumerable<ClauseSource> SourcesOf(Provision row) => row.KnownFacts?.Sources ?? [];
}
