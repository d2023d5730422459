using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>A row of the provision table: all that both texts say on a topic of which the reconstruction says something; otherwise one clause of the other text, or none.</summary>
/// <param name="Family">The id of the family, the row's topic; empty where it is not known.</param>
/// <param name="Changes">Empty for a topic on which neither text says anything.</param>
/// <param name="IsOldReconstructed">Which side is <see cref="Known"/>.</param>
internal sealed record Provision(string Family, ImmutableArray<PartChange> Changes, bool IsOldReconstructed)
{
    private const int LongestBeginning = 240;

    /// <summary>What the reconstruction says; empty where nothing is known.</summary>
    public ImmutableArray<DocumentPart> Known => [.. Changes.Select(c => IsOldReconstructed ? c.Old : c.New).OfType<DocumentPart>()];

    /// <summary>What the other text says; empty where it says nothing.</summary>
    public ImmutableArray<(PartChange Change, DocumentPart Part)> Others =>
        [.. Changes.Select(c => (Change: c, Part: IsOldReconstructed ? c.New : c.Old)).Where(c => c.Part is not null).Select(c => (c.Change, c.Part!))];

    /// <summary>The sources behind what is known, with how far they can be relied on.</summary>
    public ImmutableArray<ClauseSource> Sources => [.. Changes.SelectMany(c => (IsOldReconstructed ? c.OldFacts : c.NewFacts)?.Sources ?? []).Distinct()];

    /// <summary>The beginning of a text, whole where it is short.</summary>
    public static (string Text, bool IsWhole) BeginningOf(DocumentPart part)
    {
        string[] paragraphs = [.. part.Blocks.SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Select(p => PlainText.Of(p.Content))];
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
    /// <summary>The side of <see cref="Provision.Others"/>.</summary>
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
        foreach (IGrouping<string, PartChange> family in comparison.Parts.Where(p => (p.New ?? p.Old)!.Kind == PartKind.Clause).GroupBy(FamilyOf, StringComparer.Ordinal))
        {
            // A topic of which something is known stands once; of clauses without a topic each is its own.
            Provision whole = new(family.Key, [.. family], isOld);
            rows.AddRange(family.Key.Length > 0 && !whole.Known.IsEmpty ? [whole] : family.Select(c => new Provision(family.Key, [c], isOld)));
        }

        HashSet<string> told = [.. rows.Select(r => r.Family)];
        rows.AddRange((reconstruction.UnknownFamilies ?? []).Where(f => !told.Contains(f)).Select(f => new Provision(f, [], isOld)));
        return new(reconstruction, isOld, [.. rows.OrderBy(r => r.Known.IsEmpty)]) { Other = isOld ? comparison.New : comparison.Old };

        string FamilyOf(PartChange change) => ((isOld ? change.OldFacts : change.NewFacts) ?? change.NewFacts ?? change.OldFacts)?.Family ?? "";
    }
}
