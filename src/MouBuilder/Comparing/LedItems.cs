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
    /// <param name="askedBy">What the words before a list ask of its items; where they ask the same, they say the same.</param>
    public static IEnumerable<LedItem> Of(ImmutableArray<BlockChange> blocks, Func<ImmutableArray<Paragraph>, string> askedBy)
    {
        HashSet<Block> told = new(blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Kind is BlockChangeKind.Removed or BlockChangeKind.Added).Select(b => (b.Old ?? b.New)!), ReferenceEqualityComparer.Instance);
        return Of(blocks, [], []).Concat(BelowOthers(blocks, askedBy)).Select(i => i with { IsLeadTold = i.Lead.Any(told.Contains) });
    }

    /// <summary>The items of lists of both texts that stand below other words now, as where "No officer shall:" was put between "Each officer shall:" and its list.</summary>
    private static IEnumerable<LedItem> BelowOthers(ImmutableArray<BlockChange> siblings, Func<ImmutableArray<Paragraph>, string> askedBy)
    {
        BlockChange? atOld = null;
        BlockChange? atNew = null;
        foreach (BlockChange change in siblings)
        {
            if (change is { Old: ListBlock, New: ListBlock } && change.Kind is BlockChangeKind.Same or BlockChangeKind.Changed && !ReferenceEquals(atOld, atNew)
                && LeadIn(atOld?.Old) is var old && LeadIn(atNew?.New) is var now && askedBy(old) != askedBy(now))
            {
                foreach (BlockChange item in change.Blocks.Where(i => i is { Old: not null, New: not null } && i.Kind != BlockChangeKind.MovedFrom))
                {
                    if (!old.IsEmpty)
                    {
                        yield return new((ListItem)item.Old!, true, old);
                    }

                    if (!now.IsEmpty)
                    {
                        yield return new((ListItem)item.New!, false, now);
                    }
                }
            }

            atOld = change.Old is null || change.Kind == BlockChangeKind.MovedTo ? atOld : change;
            atNew = change.New is null || change.Kind == BlockChangeKind.MovedFrom ? atNew : change;
        }

        static ImmutableArray<Paragraph> LeadIn(Block? block) => block is Paragraph lead && Leads(lead) ? [lead] : [];
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
    private static IEnumerable<LedItem> Of(ImmutableArray<BlockChange> siblings, ImmutableArray<Paragraph> outerOld, ImmutableArray<Paragraph> outerNew)
    {
        ImmutableArray<Paragraph> inOld = outerOld;
        ImmutableArray<Paragraph> inNew = outerNew;
        foreach (BlockChange change in siblings)
        {
            if (change.Kind == BlockChangeKind.MovedFrom)
            {
                inOld = outerOld;
            }
            else if (change is { Kind: BlockChangeKind.MovedTo, New: Paragraph moved })
            {
                inNew = Leads(moved) ? [.. outerNew, moved] : outerNew;
            }
            else if (change.New is ListBlock || change.Old is ListBlock)
            {
                foreach (LedItem item in InList(change, change.Kind == BlockChangeKind.MovedTo ? inNew : inOld, inNew))
                {
                    yield return item;
                }
            }
            else if (change is { Old: Paragraph before, New: Paragraph after })
            {
                (inOld, inNew) = (Leads(before) ? [.. outerOld, before] : outerOld, Leads(after) ? [.. outerNew, after] : outerNew);
            }
            else if (change is { Old: Paragraph gone, New: null })
            {
                inOld = Leads(gone) ? [.. outerOld, gone] : outerOld;
            }
            else if (change is { Old: null, New: Paragraph come })
            {
                inNew = Leads(come) ? [.. outerNew, come] : outerNew;
            }
            else
            {
                inOld = change.Old is null ? inOld : outerOld;
                inNew = change.New is null ? inNew : outerNew;
                foreach (LedItem item in change.Old is null || change.New is null ? [] : Of(change.Blocks, [], []))
                {
                    yield return item;
                }
            }
        }
    }

    private static IEnumerable<LedItem> InList(BlockChange list, ImmutableArray<Paragraph> inOld, ImmutableArray<Paragraph> inNew) => (list.Old, list.New) switch
    {
        (ListBlock old, null) => inOld.IsEmpty ? [] : old.Items.Select(i => new LedItem(i, true, inOld)),
        (null, ListBlock now) => inNew.IsEmpty ? [] : now.Items.Select(i => new LedItem(i, false, inNew)),
        _ => list.Blocks.Where(i => i.Kind != BlockChangeKind.MovedFrom).SelectMany(i => (i.Old, i.New) switch
        {
            (ListItem old, null) => inOld.IsEmpty ? [] : [new LedItem(old, true, inOld)],
            (null, ListItem now) => inNew.IsEmpty ? [] : [new LedItem(now, false, inNew)],
            _ => Of(i.Blocks, inOld, inNew),
        }),
    };

    /// <summary>Whether a paragraph leads to what stands behind it.</summary>
    public static bool Leads(Paragraph paragraph) => PlainText.Of(paragraph.Content).TrimEnd() is [.., var last] && last is not ('.' or ';' or '?' or '!');
}
