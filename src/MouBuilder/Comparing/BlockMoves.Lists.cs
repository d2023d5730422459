using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <content>Items that went from one list of a clause to another.</content>
internal sealed partial class BlockMoves
{
    /// <summary>An item on one side alone.</summary>
    /// <param name="Lead">What leads to it on its side, from the outermost list inwards; empty where nothing does.</param>
    private sealed record Item(BlockChange Change, string Lead);

    /// <summary>The same changes, in which an item that left one list for another moved. Below other words it says something else, and did not only move.</summary>
    private ImmutableArray<BlockChange> BetweenLists(ImmutableArray<BlockChange> changes)
    {
        List<Item> old = [];
        List<Item> now = [];
        Collect(changes, "", "", old, now);
        if (old.Count == 0 || now.Count == 0)
        {
            return changes;
        }

        Dictionary<Single, Single> newOf = new(ReferenceEqualityComparer.Instance);
        Match(
            [.. old.Select((o, i) => new Single(i, i, o.Change.Old!, blocks.WordsOfOld(o.Change.Old!)))],
            [.. now.Select((n, i) => new Single(i, i, n.Change.New!, blocks.WordsOfNew(n.Change.New!)))],
            LeastWords,
            newOf);
        Dictionary<BlockChange, BlockChange> moved = new(ReferenceEqualityComparer.Instance);
        foreach ((Single o, Single n) in newOf.Where(p => old[p.Key.At].Lead == now[p.Value.At].Lead))
        {
            BlockMove move = new();
            BlockChange after = blocks.Pair(o.Block, n.Block) with { Kind = BlockChangeKind.MovedTo, Move = move };
            moved.Add(now[n.At].Change, after);
            moved.Add(old[o.At].Change, old[o.At].Change with { Kind = BlockChangeKind.MovedFrom, Move = move, NewPlace = after });
        }

        return moved.Count == 0 ? changes : Replaced(changes, moved);
    }

    private void Collect(ImmutableArray<BlockChange> siblings, string outerOld, string outerNew, List<Item> old, List<Item> now)
    {
        (string inOld, string inNew) = ("", "");
        foreach (BlockChange change in siblings)
        {
            if (change is { Kind: BlockChangeKind.Changed, Old: ListBlock, New: ListBlock })
            {
                old.AddRange(change.Blocks.Where(b => b.Kind == BlockChangeKind.Removed && MayMove(b.Old!)).Select(b => new Item(b, outerOld + inOld)));
                now.AddRange(change.Blocks.Where(b => b.Kind == BlockChangeKind.Added && MayMove(b.New!)).Select(b => new Item(b, outerNew + inNew)));
                foreach (BlockChange item in change.Blocks.Where(b => b.Kind == BlockChangeKind.Changed))
                {
                    Collect(item.Blocks, outerOld + inOld, outerNew + inNew, old, now);
                }
            }

            if (change.Kind != BlockChangeKind.MovedTo && change.Old is { } before)
            {
                inOld = before is Paragraph lead && LedItems.Leads(lead) ? blocks.WordsOfOld(lead).Key : "";
            }

            if (change.Kind != BlockChangeKind.MovedFrom && change.New is { } after)
            {
                inNew = after is Paragraph lead && LedItems.Leads(lead) ? blocks.WordsOfNew(lead).Key : "";
            }
        }
    }

    private static ImmutableArray<BlockChange> Replaced(ImmutableArray<BlockChange> changes, Dictionary<BlockChange, BlockChange> moved)
    {
        BlockChange[]? found = null;
        for (int i = 0; i < changes.Length; i++)
        {
            BlockChange change = moved.GetValueOrDefault(changes[i]) ?? changes[i];
            if (change is { Kind: BlockChangeKind.Changed, New: ListBlock or ListItem } && Replaced(change.Blocks, moved) is var inside && inside != change.Blocks)
            {
                change = change with { Blocks = inside };
            }

            if (!ReferenceEquals(change, changes[i]))
            {
                (found ??= [.. changes])[i] = change;
            }
        }

        return found is null ? changes : ImmutableCollectionsMarshal.AsImmutableArray(found);
    }
}
