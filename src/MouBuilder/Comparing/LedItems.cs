using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>An item that was added to a list or removed from it, and the words that lead to the list.</summary>
/// <param name="Lead">What stands before the list on the side of the item, from the outermost list inwards.</param>
internal sealed record LedItem(ListItem Item, bool IsOld, ImmutableArray<Paragraph> Lead)
{
    /// <summary>Whether the words that lead to it stand on its side alone, and say by themselves what is new or gone.</summary>
    public bool IsLeadTold { get; init; }
}

/// <summary>"The Officer shall:" is half of each sentence below it: an item that goes takes a duty with it, though no shall stands in its words.</summary>
internal static class LedItems
{
    /// <summary>The items that came or went, and those of both texts that stand below words that ask otherwise, as where "No officer shall:" was put between "Each officer shall:" and its list.</summary>
    public static IEnumerable<LedItem> Of(ImmutableArray<BlockChange> blocks, LeadWords leads)
    {
        HashSet<Block> told = new(blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Kind is BlockChangeKind.Removed or BlockChangeKind.Added).Select(b => (b.Old ?? b.New)!), ReferenceEqualityComparer.Instance);
        return Of(blocks, [], [], leads).Select(i => i with { IsLeadTold = i.Lead.Any(told.Contains) });
    }

    /// <summary>The paragraphs of items of both texts that go on with a sentence of which the beginning binds.</summary>
    public static void CollectBound(ImmutableArray<BlockChange> siblings, bool isBound, Func<Paragraph, bool> binds, HashSet<BlockChange> found)
    {
        bool isLed = isBound;
        foreach (BlockChange change in siblings)
        {
            switch (change)
            {
                case { Old: Paragraph, New: Paragraph lead }:
                    _ = !isBound || found.Add(change);
                    isLed = Leads(lead) && (isBound || binds(lead));
                    break;
                case { Old: ListBlock, New: ListBlock }:
                    foreach (BlockChange item in isLed || isBound ? change.Blocks : [])
                    {
                        CollectBound(item.Blocks, true, binds, found);
                    }

                    break;
                default:
                    isLed = isBound;
                    break;
            }
        }
    }

    /// <summary>Whether an item stands, as it is, within another of its list that both texts have: two items that were put together say what each of them said.</summary>
    public static bool IsPutTogether(LedItem item, string act, Func<ListItem, string> actOf, ImmutableArray<BlockChange> blocks)
    {
        BlockChange? list = blocks.SelectMany(b => b.WithDescendants()).FirstOrDefault(l => l.Blocks.Any(i => ReferenceEquals(item.IsOld ? i.Old : i.New, item.Item)));
        return list is not null && list.Blocks.Any(i => i is { Old: ListItem old, New: ListItem now }
            && actOf(item.IsOld ? now : old).Contains(act, StringComparison.OrdinalIgnoreCase) && !actOf(item.IsOld ? old : now).Contains(act, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="outerOld">What leads to the item in which they stand; empty outside of lists.</param>
    private static IEnumerable<LedItem> Of(ImmutableArray<BlockChange> siblings, ImmutableArray<Paragraph> outerOld, ImmutableArray<Paragraph> outerNew, LeadWords leads)
    {
        (ImmutableArray<Paragraph> inOld, ImmutableArray<Paragraph> inNew) = (outerOld, outerNew);
        (BlockChange? lastOld, BlockChange? lastNew) = (null, null);
        foreach (BlockChange change in siblings)
        {
            if ((change.New ?? change.Old) is ListBlock)
            {
                ImmutableArray<Paragraph> before = change.Kind == BlockChangeKind.MovedTo ? inNew : inOld;
                bool isBelowOthers = change is { Old: ListBlock, New: ListBlock, Kind: BlockChangeKind.Same or BlockChangeKind.Changed } && !ReferenceEquals(lastOld, lastNew) && leads.AskedBy(before) != leads.AskedBy(inNew);
                foreach (LedItem item in change.Kind == BlockChangeKind.MovedFrom ? [] : InList(change, before, inNew, isBelowOthers, leads))
                {
                    yield return item;
                }

                continue;
            }

            if (change is { Old: { } old, Kind: not BlockChangeKind.MovedTo })
            {
                (inOld, lastOld) = (old is Paragraph lead && Leads(lead) ? [.. outerOld, lead] : outerOld, change);
            }

            if (change is { New: { } now, Kind: not BlockChangeKind.MovedFrom })
            {
                (inNew, lastNew) = (now is Paragraph lead && Leads(lead) ? [.. outerNew, lead] : outerNew, change);
            }

            foreach (LedItem item in change is { Old: not null, New: not null and not Paragraph } ? Of(change.Blocks, [], [], leads) : [])
            {
                yield return item;
            }
        }
    }

    private static IEnumerable<LedItem> InList(BlockChange list, ImmutableArray<Paragraph> inOld, ImmutableArray<Paragraph> inNew, bool isBelowOthers, LeadWords leads) => (list.Old, list.New) switch
    {
        (ListBlock old, null) => old.Items.SelectMany(i => Led(i, inOld, null, inNew)),
        (null, ListBlock now) => now.Items.SelectMany(i => Led(null, inOld, i, inNew)),
        _ => list.Blocks.Where(i => i.Kind != BlockChangeKind.MovedFrom).SelectMany(i => i is { Old: not null, New: not null } && !isBelowOthers ? Of(i.Blocks, inOld, inNew, leads) : Led((ListItem?)i.Old, inOld, (ListItem?)i.New, inNew)),
    };

    private static IEnumerable<LedItem> Led(ListItem? old, ImmutableArray<Paragraph> inOld, ListItem? now, ImmutableArray<Paragraph> inNew)
    {
        if (old is not null && !inOld.IsEmpty)
        {
            yield return new(old, true, inOld);
        }

        if (now is not null && !inNew.IsEmpty)
        {
            yield return new(now, false, inNew);
        }
    }

    /// <summary>Whether a paragraph leads to what stands behind it.</summary>
    public static bool Leads(Paragraph paragraph) => PlainText.Of(paragraph.Content).TrimEnd() is [.., var last] && last is not ('.' or ';' or '?' or '!');
}
