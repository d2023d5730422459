using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// Finds blocks that were removed at one place and added at another among the same neighbours: paragraphs, headings, lists, tables and items of lists. Rows stay removed and added, since Word
/// knows no moved ones.
/// </summary>
internal sealed partial class BlockMoves(BlockDiff blocks)
{
    // Fewer words may be the same by chance; fewer than the second number say too little once they were edited.
    private const int LeastWords = 5;
    private const int LeastWordsEdited = 8;

    // An item that its list has once on each side is one item, however short.
    private const int LeastWordsInList = 1;

    // A short sentence may stand in any clause.
    private const int LeastWordsAcross = SentenceMoves.LeastWords;

    // How alike an edited block has to be, where it holds all words of the other one, and how much more than to any other.
    private const double Alike = 0.7;
    private const double AlikeAndHeld = 0.6;
    private const double MoreThanAnother = 0.2;

    // Beyond this many pairs only blocks that say the same are looked for.
    private const long MostPairs = 10_000;

    /// <summary>A block on one side alone that may move.</summary>
    /// <param name="Change">Its place among the changes.</param>
    /// <param name="At">Its place among the blocks of its side.</param>
    private sealed record Single(int Change, int At, Block Block, BlockWords Words);

    /// <summary>A block of one side among its neighbours.</summary>
    /// <param name="Single">Null where it does not move.</param>
    private readonly record struct Place(Block Block, Single? Single);

    /// <summary>
    /// The same parts, in which a block that went from one clause to another is moved. Both clauses stand where they stood: in one that moved itself, or that one text alone has, a block is part of
    /// what moved, came or went as a whole.
    /// </summary>
    public ImmutableArray<PartChange> Across(ImmutableArray<PartChange> parts, ComparisonSide old, ComparisonSide now)
    {
        BlockChange border = new(BlockChangeKind.Same, new PageBreak(), new PageBreak(), [], []);
        bool MayHold(PartChange p) => p is { Old: not null, New: not null, IsMoved: false, IsTakenAlong: false };
        int[] held = [.. Enumerable.Range(0, parts.Length).Where(i => MayHold(parts[i]) && parts[i].Blocks.Any(b => b.Kind is BlockChangeKind.Added or BlockChangeKind.Removed))];
        if (held.Length < 2)
        {
            return parts;
        }

        // One row of all their blocks, with a border between two parts that no neighbourhood passes.
        BlockChange[] row = [.. held.SelectMany(i => parts[i].Blocks.Append(border))];
        int[] partAt = [.. held.SelectMany(i => Enumerable.Repeat(i, parts[i].Blocks.Length + 1))];
        Moved(row, LeastWordsAcross, (from, to) => partAt[from] == partAt[to] ? new() : new() { Passage = PassageOf(parts[partAt[from]].Old!, parts[partAt[to]].New!) });
        PartChange[] found = [.. parts];
        int at = 0;
        foreach (int i in held)
        {
            ImmutableArray<BlockChange> blocksOf = [.. row.AsSpan(at, parts[i].Blocks.Length)];
            // Of a part whose text went elsewhere nothing was written anew.
            bool isRewritten = parts[i].IsRewritten && blocksOf.Any(b => b.Kind == BlockChangeKind.Removed) && blocksOf.Any(b => b.Kind == BlockChangeKind.Added);
            found[i] = parts[i] with { Blocks = blocksOf, IsRewritten = isRewritten };
            at += parts[i].Blocks.Length + 1;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);

        Passage PassageOf(DocumentPart from, DocumentPart to) => new(from, to, ComparisonWords.NameOf(from, old), ComparisonWords.NameOf(to, now));
    }

    /// <summary>The same changes, in which what was removed here and added there is moved.</summary>
    public ImmutableArray<BlockChange> Found(ImmutableArray<BlockChange> changes) => BetweenLists(AmongNeighbours(changes, LeastWords));

    private ImmutableArray<BlockChange> AmongNeighbours(ImmutableArray<BlockChange> changes, int leastWords)
    {
        BlockChange[]? found = null;
        bool hasOld = false;
        bool hasNew = false;
        for (int i = 0; i < changes.Length; i++)
        {
            BlockChange change = changes[i];
            hasOld |= change.Kind == BlockChangeKind.Removed;
            hasNew |= change.Kind == BlockChangeKind.Added;
            if (change is { Kind: BlockChangeKind.Changed, New: ListBlock or ListItem } && AmongNeighbours(change.Blocks, change.New is ListBlock ? LeastWordsInList : LeastWords) is var inside && inside != change.Blocks)
            {
                (found ??= [.. changes])[i] = change with { Blocks = inside };
            }
        }

        if (hasOld && hasNew)
        {
            found = Moved(found ?? [.. changes], leastWords, (_, _) => new());
        }

        return found is null ? changes : ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    /// <param name="moveOf">Makes a move of the places that a block left and came to.</param>
    private BlockChange[] Moved(BlockChange[] changes, int leastWords, Func<int, int, BlockMove> moveOf)
    {
        (List<Place> old, List<Place> now) = Places(changes);
        Dictionary<Single, Single> newOf = new(ReferenceEqualityComparer.Instance);
        Match([.. old.Select(p => p.Single).OfType<Single>()], [.. now.Select(p => p.Single).OfType<Single>()], leastWords, newOf);
        if (newOf.Count == 0)
        {
            return changes;
        }

        TakeAlong(old, now, newOf);
        Part(old, now, newOf);
        BlockMove? move = null;
        (Single Old, Single New)? last = null;
        foreach ((Single o, Single n) in newOf.OrderBy(p => p.Value.At).Select(p => (p.Key, p.Value)))
        {
            if (TableChanges.Settled([blocks.Pair(o.Block, n.Block)]) is not [{ Old: not null, New: not null } pair])
            {
                continue; // a table of other columns is another table
            }

            move = move is not null && last is { } l && l.Old.At + 1 == o.At && l.New.At + 1 == n.At ? move : moveOf(o.Change, n.Change);
            last = (o, n);
            changes[n.Change] = pair with { Kind = BlockChangeKind.MovedTo, Move = move };
            changes[o.Change] = changes[o.Change] with { Kind = BlockChangeKind.MovedFrom, Move = move, NewPlace = changes[n.Change] };
        }

        return changes;
    }

    private static void Match(Single[] old, Single[] now, int leastWords, Dictionary<Single, Single> newOf)
    {
        Same(old, now, leastWords, newOf);
        HashSet<Single> found = new(newOf.Values, ReferenceEqualityComparer.Instance);
        Edited([.. old.Where(o => !newOf.ContainsKey(o))], [.. now.Where(n => !found.Contains(n))], newOf);
    }

    private (List<Place> Old, List<Place> New) Places(BlockChange[] changes)
    {
        List<Place> old = [];
        List<Place> now = [];
        for (int i = 0; i < changes.Length; i++)
        {
            BlockChange change = changes[i];
            switch (change.Kind)
            {
                case BlockChangeKind.Removed:
                    old.Add(new(change.Old!, MayMove(change.Old!) ? new(i, old.Count, change.Old!, blocks.WordsOfOld(change.Old!)) : null));
                    break;
                case BlockChangeKind.Added:
                    now.Add(new(change.New!, MayMove(change.New!) ? new(i, now.Count, change.New!, blocks.WordsOfNew(change.New!)) : null));
                    break;
                default:
                    old.Add(new(change.Kind == BlockChangeKind.Merged ? change.Blocks[^1].Old! : change.Old!, null));
                    now.Add(new(change.Kind == BlockChangeKind.Split ? change.Blocks[^1].New! : change.New!, null));
                    break;
            }
        }

        return (old, now);
    }

    private static bool MayMove(Block block) => block is Paragraph { Role: ParagraphRole.Body } or Heading or ListBlock or ListItem or Table && !Blanks.IsBlank(block);

    /// <summary>Blocks that say the same, where no other on either side does.</summary>
    private static void Same(Single[] old, Single[] now, int leastWords, Dictionary<Single, Single> newOf)
    {
        Dictionary<string, Single?> known = new(StringComparer.Ordinal);
        foreach (Single n in now.Where(n => n.Words.Words.Length >= leastWords))
        {
            known[n.Words.Key] = known.ContainsKey(n.Words.Key) ? null : n;
        }

        foreach (IGrouping<string, Single> same in old.GroupBy(o => o.Words.Key, StringComparer.Ordinal).Where(g => g.Count() == 1))
        {
            if (known.GetValueOrDefault(same.Key) is { } n)
            {
                newOf.Add(same.Single(), n);
            }
        }
    }

    /// <summary>Blocks that are more alike than any other on either side. A table goes by the words of its rows.</summary>
    private static void Edited(Single[] old, Single[] now, Dictionary<Single, Single> newOf)
    {
        Single[] olds = [.. old.Where(MayBeEdited)];
        Single[] news = [.. now.Where(MayBeEdited)];
        if ((long)olds.Length * news.Length is 0 or > MostPairs)
        {
            return;
        }

        double[,] alike = new double[olds.Length, news.Length];
        for (int o = 0; o < olds.Length; o++)
        {
            for (int n = 0; n < news.Length; n++)
            {
                alike[o, n] = olds[o].Words.Shape == news[n].Words.Shape ? AlikenessOf(olds[o].Words.Words, news[n].Words.Words) : 0;
            }
        }

        for (int o = 0; o < olds.Length; o++)
        {
            for (int n = 0; n < news.Length; n++)
            {
                double another = alike[o, n] - MoreThanAnother;
                if (alike[o, n] >= Alike && Enumerable.Range(0, news.Length).All(i => i == n || alike[o, i] < another) && Enumerable.Range(0, olds.Length).All(i => i == o || alike[i, n] < another))
                {
                    newOf.Add(olds[o], news[n]);
                }
            }
        }
    }

    /// <summary>Of few words all have to stand in the other block; a block to which words were added is then as alike as an edited one.</summary>
    private static double AlikenessOf(int[] old, int[] now)
    {
        double likeness = Wording.Likeness(old, now);
        return likeness >= AlikeAndHeld && Wording.Containment(old, now) >= 1 ? Math.Max(likeness, Alike) : Math.Min(old.Length, now.Length) >= LeastWordsEdited ? likeness : 0;
    }

    private static bool MayBeEdited(Single single) => single.Words.Words.Length >= LeastWords;

    /// <summary>What says the same next to a moved block on both sides, however short, moved along with it: a heading, or the words that lead to a list.</summary>
    private static void TakeAlong(List<Place> old, List<Place> now, Dictionary<Single, Single> newOf)
    {
        HashSet<Single> taken = new(newOf.Values, ReferenceEqualityComparer.Instance);
        foreach ((Single o, Single n) in newOf.OrderBy(p => p.Value.At).Select(p => (p.Key, p.Value)).ToArray())
        {
            foreach (int step in (int[])[-1, 1])
            {
                for (int by = step; SingleAt(old, o.At + by) is { } before && SingleAt(now, n.At + by) is { } after && !newOf.ContainsKey(before) && before.Words.Key == after.Words.Key && taken.Add(after); by += step)
                {
                    newOf.Add(before, after);
                }
            }
        }
    }

    /// <summary>Words that lead to a list and the list are half a sentence each: neither moves to another half.</summary>
    private static void Part(List<Place> old, List<Place> now, Dictionary<Single, Single> newOf)
    {
        bool isParted;
        do
        {
            isParted = false;
            foreach ((Single o, Single n) in newOf.ToArray().Select(p => (p.Key, p.Value)))
            {
                bool hasOther = IsHalf(old, o.At, 0) || IsHalf(now, n.At, 0);
                bool isLed = IsHalf(old, o.At, -1) || IsHalf(now, n.At, -1);
                isParted |= ((hasOther && !StaysWith(1)) || (isLed && !StaysWith(-1))) && newOf.Remove(o);

                bool StaysWith(int step) => SingleAt(old, o.At + step) is { } before && newOf.GetValueOrDefault(before) is { } after && after.At == n.At + step;
            }
        }
        while (isParted);
    }

    /// <summary>Whether a block leads to a list right behind it.</summary>
    private static bool IsHalf(List<Place> side, int at, int step) =>
        at + step >= 0 && at + step + 1 < side.Count && side[at + step].Block is Paragraph lead && side[at + step + 1].Block is ListBlock && LedItems.Leads(lead);

    private static Single? SingleAt(List<Place> side, int at) => at >= 0 && at < side.Count ? side[at].Single : null;
}
