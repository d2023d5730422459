using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Compares blocks in order: which stand on both sides, and what changed inside those.</summary>
internal sealed partial class BlockDiff(Wording wordsOfOld, Wording wordsOfNew, WordDiff words, Sequences sequences, bool isMirrored)
{
    private readonly ParagraphBreaks breaks = new(wordsOfOld, wordsOfNew, words, sequences);

    // How alike two blocks have to be to be one block that changed; a list or a table is compared further inside, so less will do.
    // How alike two items of a list are that begin with the same paragraph.
    private const double Begun = 0.9;

    private const double AlikeParagraphs = 0.45;
    private const double AlikeContainers = 0.25;

    // A paragraph to which much was added still holds its old words.
    private const double Contained = 0.8;
    private const int LeastContained = 5;

    // Beyond this many pairs of different blocks only blocks that say the same are paired.
    private const long MostPairs = 60_000;

    // Beyond this many places the best order of pairs is not looked for, however often blocks are repeated.
    private const long MostPlaces = 1_000_000;

    public ImmutableArray<BlockChange> Compare(ImmutableArray<Block> old, ImmutableArray<Block> now)
    {
        if (old.IsEmpty && now.IsEmpty)
        {
            return []; // as inside of every paragraph
        }

        var changes = ImmutableArray.CreateBuilder<BlockChange>();
        int atOld = 0;
        int atNew = 0;
        List<(int Old, int New)> pairs = Pairs(old, now);
        if (pairs.Count == old.Length && pairs.Count == now.Length)
        {
            return [.. pairs.Select(p => Pair(old[p.Old], now[p.New]))];
        }

        HashSet<int> pairedOld = [.. pairs.Select(p => p.Old)];
        HashSet<int> pairedNew = [.. pairs.Select(p => p.New)];
        foreach ((int o, int n) in pairs.Append((old.Length, now.Length)))
        {
            bool isPair = o < old.Length;
            ((int fromOld, int toOld), (int fromNew, int toNew)) = isPair
                ? Pieces(old, o, i => i >= atOld && !pairedOld.Contains(i), now, n, i => i >= atNew && !pairedNew.Contains(i))
                : ((o, o), (n, n));
            changes.AddRange(old.AsSpan(atOld, fromOld - atOld).ToArray().Select(BlockChange.Removed));
            changes.AddRange(now.AsSpan(atNew, fromNew - atNew).ToArray().Select(BlockChange.Added));
            if (isPair)
            {
                changes.Add(toNew - fromNew > 1 ? breaks.Split((Paragraph)old[o], now[fromNew..toNew])
                    : toOld - fromOld > 1 ? breaks.Merged(old[fromOld..toOld], (Paragraph)now[n])
                    : Pair(old[o], now[n]));
            }

            (atOld, atNew) = (toOld, toNew);
        }

        return changes.ToImmutable();
    }

    /// <summary>The blocks of both sides that are one: a pair or, where a paragraph was split or merged, one paragraph and several.</summary>
    private ((int From, int To) Old, (int From, int To) New) Pieces(ImmutableArray<Block> old, int o, Func<int, bool> isFreeOld, ImmutableArray<Block> now, int n, Func<int, bool> isFreeNew)
    {
        (int, int) oneOld = (o, o + 1);
        (int, int) oneNew = (n, n + 1);
        bool hasFree = isFreeOld(o - 1) || (o + 1 < old.Length && isFreeOld(o + 1)) || isFreeNew(n - 1) || (n + 1 < now.Length && isFreeNew(n + 1));
        if (!hasFree || old[o] is not Paragraph { Role: ParagraphRole.Body } || now[n] is not Paragraph { Role: ParagraphRole.Body } || wordsOfOld.Of(old[o]).Key == wordsOfNew.Of(now[n]).Key)
        {
            return (oneOld, oneNew);
        }

        (int From, int To) split = ParagraphBreaks.Pieces(wordsOfOld.Of(old[o]), now, n, isFreeNew, wordsOfNew.Of);
        (int From, int To) merged = ParagraphBreaks.Pieces(wordsOfNew.Of(now[n]), old, o, isFreeOld, wordsOfOld.Of);
        // What is both is neither.
        return (split == oneNew || merged == oneOld) ? (merged, split) : (oneOld, oneNew);
    }

    /// <summary>The words of two headings or titles, or of two paragraphs.</summary>
    public ImmutableArray<WordChange> Leaf(Block old, Block now)
    {
        ImmutableArray<Inline> before = Wording.Inlines(old);
        ImmutableArray<Inline> after = Wording.Inlines(now);
        // The same id may be another note's.
        return before.SequenceEqual(after) && !before.Any(i => i is NoteMark or Link)
            ? before.IsEmpty ? [] : [new(WordChangeKind.Kept, before, after)]
            : words.Compare(wordsOfOld.Tokens(old), wordsOfNew.Tokens(now));
    }

    /// <summary>How many words the shorter of two sides has, a reference and a gap being one each.</summary>
    public int LeastWords(ImmutableArray<Block> old, ImmutableArray<Block> now) =>
        Math.Min(old.Sum(b => wordsOfOld.Of(b).Words.Length), now.Sum(b => wordsOfNew.Of(b).Words.Length));

    /// <summary>How many words of removed paragraphs stand in added ones that say the same: such a paragraph changed places and was not rewritten.</summary>
    public int WordsElsewhere(ImmutableArray<BlockChange> changes)
    {
        Dictionary<string, int> removed = new(StringComparer.Ordinal);
        BlockChange[] all = [.. changes.SelectMany(c => c.WithDescendants())];
        foreach (BlockWords words in all.Where(c => c.Kind == BlockChangeKind.Removed).SelectMany(c => Leaves(c.Old!)).Select(wordsOfOld.Of))
        {
            removed[words.Key] = removed.GetValueOrDefault(words.Key) + 1;
        }

        int elsewhere = 0;
        foreach (BlockWords words in all.Where(c => c.Kind == BlockChangeKind.Added).SelectMany(c => Leaves(c.New!)).Select(wordsOfNew.Of))
        {
            if (removed.GetValueOrDefault(words.Key) is var left and > 0)
            {
                removed[words.Key] = left - 1;
                elsewhere += words.Words.Length;
            }
        }

        return elsewhere;

        static IEnumerable<Block> Leaves(Block block) => block.WithDescendants().Where(b => b is Paragraph or Heading);
    }

    public BlockWords WordsOfOld(Block block) => wordsOfOld.Of(block);

    public BlockWords WordsOfNew(Block block) => wordsOfNew.Of(block);

    public void Forget()
    {
        wordsOfOld.Forget();
        wordsOfNew.Forget();
    }

    /// <summary>A block of both texts.</summary>
    public BlockChange Pair(Block old, Block now)
    {
        ImmutableArray<WordChange> inWords = old is Paragraph or Heading ? Leaf(old, now) : [];
        ImmutableArray<Block> before = Wording.ChildrenOf(old);
        ImmutableArray<Block> after = Wording.ChildrenOf(now);
        // The cells of two rows of one shape belong together by their place, whatever they hold.
        ImmutableArray<BlockChange> inside = old is TableRow ? [.. before.Zip(after, Pair)] : Compare(before, after);
        bool isSame = inside.All(b => b.Kind == BlockChangeKind.Same) && inWords.All(w => w.Kind == WordChangeKind.Kept) && !HeadingLevels.AreOther(old, now) && !TableForms.AreOther(old, now);
        return new(isSame ? BlockChangeKind.Same : BlockChangeKind.Changed, old, now, inWords, inside);
    }

    private List<(int Old, int New)> Pairs(ImmutableArray<Block> old, ImmutableArray<Block> now)
    {
        List<(int, int)> pairs = [];
        if (old.IsEmpty || now.IsEmpty)
        {
            return pairs;
        }

        BlockWords[] before = [.. old.Select(wordsOfOld.Of)];
        BlockWords[] after = [.. now.Select(wordsOfNew.Of)];
        string[] oldKeys = [.. before.Select(b => b.Key)];
        string[] newKeys = [.. after.Select(b => b.Key)];
        Run all = new(false, 0, old.Length, 0, now.Length);
        foreach (Run run in IsRepetitive(oldKeys, newKeys, all) ? [all] : Runs(oldKeys, newKeys, o => 1 + before[o].Words.Length))
        {
            if (run.IsKept)
            {
                pairs.AddRange(Enumerable.Range(0, run.OldLength).Select(i => (run.OldFrom + i, run.NewFrom + i)));
            }
            else if (run.OldLength > 0 && run.NewLength > 0 && MayPair(oldKeys, newKeys, run))
            {
                int[] firstOld = FirstOf(oldKeys, run.OldFrom, run.OldTo);
                int[] firstNew = FirstOf(newKeys, run.NewFrom, run.NewTo);
                Dictionary<(int, int), double> known = [];
                bool isRepeated = firstOld.Index().Any(f => f.Item != run.OldFrom + f.Index) || firstNew.Index().Any(f => f.Item != run.NewFrom + f.Index);
                pairs.AddRange(MostAlike(run, (o, n) => !isRepeated ? Alike(old[o], before[o], now[n], after[n])
                    : (firstOld[o - run.OldFrom], firstNew[n - run.NewFrom]) is var pair && known.TryGetValue(pair, out double alike) ? alike
                    : known[pair] = Alike(old[o], before[o], now[n], after[n])));
            }
        }

        KeepWithLeads(pairs, old, now);
        return pairs;
    }

    /// <summary>For each block of a stretch the first that says the same, so that the words of a long one are hashed once.</summary>
    private static int[] FirstOf(string[] keys, int from, int to)
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        return [.. Enumerable.Range(from, to - from).Select(i => first.TryAdd(keys[i], i) ? i : first[keys[i]])];
    }

    /// <summary>Which blocks say the same, in order. Of two that changed places the longer one stays, so that least is struck.</summary>
    private List<Run> Runs(string[] old, string[] now, Func<int, double> weight)
    {
        int head = old.Zip(now).TakeWhile(k => k.First == k.Second).Count();
        int tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(k => k.First == k.Second).Count();
        Run middle = new(false, head, old.Length - tail, head, now.Length - tail);
        if ((long)middle.OldLength * middle.NewLength is 0 or > MostPairs)
        {
            return sequences.Runs(old, now);
        }

        List<Run> runs = [];
        (int atOld, int atNew) = (0, 0);
        foreach ((int o, int n) in Enumerable.Range(0, head).Select(i => (i, i))
            .Concat(MostAlike(middle, (o, n) => old[o] == now[n] ? weight(o) : 0))
            .Concat(Enumerable.Range(0, tail).Select(i => (middle.OldTo + i, middle.NewTo + i))).Append((old.Length, now.Length)))
        {
            runs.Add(new(false, atOld, o, atNew, n));
            runs.Add(new(true, o, Math.Min(o + 1, old.Length), n, Math.Min(n + 1, now.Length)));
            (atOld, atNew) = (o + 1, n + 1);
        }

        return runs;
    }

    /// <summary>
    /// Whether most blocks are repeated. Which of them were kept then says little, and a search for the longest common part leaves the edited ones without
    /// a partner; pairs are looked for at once instead.
    /// </summary>
    private static bool IsRepetitive(string[] old, string[] now, Run all) =>
        Math.Min(old.Length, now.Length) > 3 && !old.SequenceEqual(now) && 2 * old.Distinct(StringComparer.Ordinal).Count() <= old.Length && 2 * now.Distinct(StringComparer.Ordinal).Count() <= now.Length && MayPair(old, now, all);

    private static bool MayPair(string[] old, string[] now, Run run)
    {
        long places = (long)run.OldLength * run.NewLength;
        return places <= MostPairs || (places <= MostPlaces
            && (long)old[run.OldFrom..run.OldTo].Distinct(StringComparer.Ordinal).Count() * now[run.NewFrom..run.NewTo].Distinct(StringComparer.Ordinal).Count() <= MostPairs);
    }

    private static double Alike(Block old, BlockWords before, Block now, BlockWords after)
    {
        if (before.Key == after.Key)
        {
            return 1;
        }

        if (HeadingLevels.AreOther(old, now) && before.Words.Length > 0 && before.Words.SequenceEqual(after.Words))
        {
            return 1;
        }

        if (old is SignatureBlock or PageBreak or Unsupported || before.Shape != after.Shape)
        {
            return 0;
        }

        if (BeginAlike(old, now))
        {
            return Begun;
        }

        double likeness = Wording.Likeness(before.Words, after.Words);
        double needed = old is ListBlock or Table ? AlikeContainers : AlikeParagraphs;
        if (old is TableRow)
        {
            // A row goes by what it speaks of: one that kept its words counts for more than two that share the words of all rows.
            return likeness >= AlikeContainers ? likeness * likeness : 0;
        }

        // A table is known by its first row, however few of the others are left.
        bool isHeaded = (old, now) is (Table { Rows: [var first, ..] }, Table { Rows: [var head, ..] }) && BlockText.Of(first) is { Length: > 0 } words && words == BlockText.Of(head);
        bool isHeld = isHeaded || (Math.Min(before.Words.Length, after.Words.Length) >= LeastContained && Wording.Containment(before.Words, after.Words) >= Contained);
        return likeness >= needed || isHeld ? Math.Max(likeness, 0.05) : 0;
    }

    /// <summary>An item that holds a list goes by the words that lead to it: what stands below may come and go.</summary>
    private static bool BeginAlike(Block old, Block now) => (old, now) is (ListItem { Blocks: [Paragraph before, ..] } o, ListItem { Blocks: [Paragraph after, ..] } n) && o.Blocks.Length + n.Blocks.Length > 2
        && PlainText.Of(before.Content) is { Length: > 0 } words && words == PlainText.Of(after.Content);

    /// <summary>Pairs in order, so that their likeness is the greatest in sum.</summary>
    private IEnumerable<(int Old, int New)> MostAlike(Run run, Func<int, int, double> alike)
    {
        int rows = isMirrored ? run.NewLength : run.OldLength;
        int columns = isMirrored ? run.OldLength : run.NewLength;
        double[,] likeness = new double[rows, columns];
        double[,] best = new double[rows + 1, columns + 1];
        for (int r = rows - 1; r >= 0; r--)
        {
            for (int c = columns - 1; c >= 0; c--)
            {
                likeness[r, c] = isMirrored ? alike(run.OldFrom + c, run.NewFrom + r) : alike(run.OldFrom + r, run.NewFrom + c);
                double paired = likeness[r, c] > 0 ? likeness[r, c] + best[r + 1, c + 1] : 0;
                best[r, c] = Math.Max(paired, Math.Max(best[r + 1, c], best[r, c + 1]));
            }
        }

        for (int r = 0, c = 0; r < rows && c < columns;)
        {
            if (likeness[r, c] > 0 && best[r, c] == likeness[r, c] + best[r + 1, c + 1])
            {
                yield return isMirrored ? (run.OldFrom + c++, run.NewFrom + r++) : (run.OldFrom + r++, run.NewFrom + c++);
            }
            else if (best[r, c] == best[r + 1, c])
            {
                r++;
            }
            else
            {
                c++;
            }
        }
    }
}
