using System.Collections.Immutable;
using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>Changes of one weight.</summary>
/// <param name="Name">The end of the name of its words: <c>duty-or-right</c>, <c>deadline</c>, <c>one-text</c>, <c>wording</c>, <c>sentences</c>, <c>naming</c>, <c>formatting</c>, <c>place</c>, <c>unknown</c>.</param>
internal sealed record RankGroup(string Name, ImmutableArray<PartChange> Changes)
{
    /// <summary>
    /// What changed, the heaviest first: clauses and exhibits, text outside of them and, where it is known how the texts were divided, headings of sections. What stands where the other text is unknown comes last and by itself: how much it weighs depends on
    /// what is not known.
    /// </summary>
    public static ImmutableArray<RankGroup> Of(Comparison comparison)
    {
        PartChange[] changes = [.. comparison.Parts.Where(p => IsTold(p, comparison))];
        return
        [
            .. new[] { "duty-or-right", "deadline", "one-text", "wording", "sentences", "naming", "formatting", "place", "unknown" }
                .Select(name => new RankGroup(name, [.. changes.Where(c => NameOf(c) == name)]))
                .Where(g => !g.Changes.IsEmpty),
        ];
    }

    /// <summary>Whether a part is in one of the groups. The number alone of a heading, or of what has none, says nothing that its clauses do not.</summary>
    public static bool IsTold(PartChange change, Comparison comparison) => NameOf(change).Length > 0 && (change.New ?? change.Old)!.Kind switch
    {
        PartKind.Section => change.IsChange && comparison.IsTold(change),
        PartKind.Text => change.IsChange,
        _ => true,
    };

    /// <summary>The group a part belongs to; empty for a part that did not change.</summary>
    public static string NameOf(PartChange change) => change switch
    {
        { Category: ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown } => "unknown",
        { Rank: ChangeRank.DutyOrRight } => "duty-or-right",
        { Rank: ChangeRank.Deadline } => "deadline",
        { Rank: ChangeRank.Place } => "sentences", // a part whose sentences all stand elsewhere in the other text too
        { Old: null } or { New: null } => "one-text",
        { Rank: ChangeRank.Wording } => "wording",
        { Rank: ChangeRank.Naming } => "naming",
        { Rank: ChangeRank.Formatting } => "formatting",
        { IsChange: true } or { Category: ChangeCategory.Renumbered } => "place",
        _ => "",
    };
}
