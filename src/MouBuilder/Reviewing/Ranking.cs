using System.Collections.Immutable;
using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>Changes of one weight.</summary>
/// <param name="Name">The end of the name of its words: <c>duty-or-right</c>, <c>deadline</c>, <c>wording</c>, <c>unknown</c>, <c>place</c>.</param>
internal sealed record RankGroup(string Name, ImmutableArray<PartChange> Changes)
{
    /// <summary>
    /// The clauses and exhibits that changed, the heaviest first. What stands where the other text is unknown comes last and by itself: how much it weighs depends on
    /// what is not known.
    /// </summary>
    public static ImmutableArray<RankGroup> Of(Comparison comparison)
    {
        PartChange[] changes = [.. comparison.Parts.Where(p => (p.New ?? p.Old)!.Kind is PartKind.Clause or PartKind.Exhibit && NameOf(p).Length > 0)];
        return
        [
            .. new[] { "duty-or-right", "deadline", "wording", "place", "unknown" }
                .Select(name => new RankGroup(name, [.. changes.Where(c => NameOf(c) == name)]))
                .Where(g => !g.Changes.IsEmpty),
        ];
    }

    /// <summary>The group a part belongs to; empty for a part that did not change.</summary>
    public static string NameOf(PartChange change) => change switch
    {
        { Category: ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown } => "unknown",
        { Rank: ChangeRank.DutyOrRight } => "duty-or-right",
        { Rank: ChangeRank.Deadline } => "deadline",
        { Rank: ChangeRank.Wording or ChangeRank.Formatting } => "wording",
        { IsChange: true } or { Category: ChangeCategory.Renumbered } => "place",
        _ => "",
    };
}
