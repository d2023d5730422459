using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;
using MouBuilder.Word;

namespace MouBuilder.Comparing;

/// <summary>Items of lists whose numbers look otherwise than before: <c>1.</c> and now <c>I)</c>. Another number of the same look follows from what stands before and is no change.</summary>
internal static partial class LabelLooks
{
    /// <summary>A phrase for each look, once: <c>list numbers like “1.” are now like “I)”</c>.</summary>
    public static string[] Of(PartChange change) =>
    [
        .. Changed(change.Blocks).Concat(Changed(change.Notes))
            .Select(l => (l.Old, l.New) switch
            {
                (null, _) => $"items of a list without a number now have one: “{l.New}”",
                (_, null) => $"items of a list have no number now, which had “{l.Old}”",
                _ => $"numbers of a list that looked like “{l.Old}” now look like “{l.New}”",
            }).Take(1),
    ];

    public static bool AreChanged(ImmutableArray<BlockChange> blocks) => Changed(blocks).Any();

    private static IEnumerable<(string? Old, string? New)> Changed(ImmutableArray<BlockChange> blocks)
    {
        foreach (BlockChange block in blocks)
        {
            if (block is { Old: ListItem old, New: ListItem now } && Differ(old.Label, now.Label))
            {
                yield return (old.Label, now.Label);
            }

            if (!block.Blocks.IsEmpty)
            {
                foreach ((string? Old, string? New) inside in Changed(block.Blocks))
                {
                    yield return inside;
                }
            }
        }
    }

    private static bool Differ(string? old, string? now) => old != now
        && (old is null || now is null || !LabelShape.Readings(old).Select(r => LookOf(r.Shape)).Intersect(LabelShape.Readings(now).Select(r => LookOf(r.Shape))).Any());

    // The numbers of levels above are part of a label and of no look.
    private static LabelShape LookOf(LabelShape shape) => shape with { Before = Numbers().Replace(shape.Before, "0") };

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
