using DiffPlex;
using DiffPlex.Model;

namespace MouBuilder.Comparing;

/// <summary>A stretch of two sequences: both equal over it, or not.</summary>
internal readonly record struct Run(bool IsKept, int OldFrom, int OldTo, int NewFrom, int NewTo)
{
    public int OldLength => OldTo - OldFrom;

    public int NewLength => NewTo - NewFrom;
}

/// <summary>Finds what two sequences of keys have in common, in order.</summary>
/// <param name="isMirrored">
/// Whether to look from the new side. Where several answers are equally good the one found depends on the side looked from; a comparison always looks from
/// the same one of its two documents, so that exchanging them gives the mirrored answer.
/// </param>
internal sealed class Sequences(bool isMirrored)
{
    // The search is quadratic in edits, of which there are at most as many as keys on both sides. Beyond this many it is first cut at the keys that both sides have exactly once.
    private const int Small = 2_000;

    // A stretch that has no such key and is as long as this is another text.
    private const int Hopeless = 10_000;

    private readonly Differ differ = new();

    /// <summary>The runs in order, kept and not kept in turn; together they cover both sequences.</summary>
    public List<Run> Runs(string[] old, string[] now)
    {
        List<Run> runs = [];
        Find(old, 0, old.Length, now, 0, now.Length, runs, mayCut: true);
        return runs;
    }

    private void Find(string[] old, int oldFrom, int oldTo, string[] now, int newFrom, int newTo, List<Run> runs, bool mayCut)
    {
        int head = 0;
        while (oldFrom + head < oldTo && newFrom + head < newTo && old[oldFrom + head] == now[newFrom + head])
        {
            head++;
        }

        Add(runs, new(true, oldFrom, oldFrom + head, newFrom, newFrom + head));
        oldFrom += head;
        newFrom += head;
        int tail = 0;
        while (oldFrom < oldTo - tail && newFrom < newTo - tail && old[oldTo - tail - 1] == now[newTo - tail - 1])
        {
            tail++;
        }

        oldTo -= tail;
        newTo -= tail;
        bool isOneSided = oldFrom == oldTo || newFrom == newTo;
        int keys = oldTo - oldFrom + newTo - newFrom;
        if (keys > Small && mayCut && !isOneSided)
        {
            Cut(old, oldFrom, oldTo, now, newFrom, newTo, runs);
        }
        else if (isOneSided || keys > Hopeless)
        {
            Add(runs, new(false, oldFrom, oldTo, newFrom, newTo));
        }
        else
        {
            Search(old[oldFrom..oldTo], oldFrom, now[newFrom..newTo], newFrom, runs);
        }

        Add(runs, new(true, oldTo, oldTo + tail, newTo, newTo + tail));
    }

    private void Cut(string[] old, int oldFrom, int oldTo, string[] now, int newFrom, int newTo, List<Run> runs)
    {
        Dictionary<string, int> onceInOld = Once(old, oldFrom, oldTo);
        Dictionary<string, int> onceInNew = Once(now, newFrom, newTo);
        (int Old, int New)[] anchors = [.. onceInOld.Where(k => onceInNew.ContainsKey(k.Key)).Select(k => (Old: k.Value, New: onceInNew[k.Key])).OrderBy(p => p.Old)];
        bool[] inOrder = isMirrored
            ? Mirrored(anchors)
            : HeaviestOrder.Of([.. anchors.Select(a => a.New)], [.. anchors.Select(_ => 1L)]);
        foreach ((int atOld, int atNew) in anchors.Where((_, i) => inOrder[i]).Append((oldTo, newTo)))
        {
            Find(old, oldFrom, atOld, now, newFrom, atNew, runs, mayCut: false);
            (oldFrom, newFrom) = (atOld, atNew);
        }
    }

    private static bool[] Mirrored((int Old, int New)[] anchors)
    {
        int[] byNew = [.. Enumerable.Range(0, anchors.Length).OrderBy(i => anchors[i].New)];
        bool[] found = HeaviestOrder.Of([.. byNew.Select(i => anchors[i].Old)], [.. byNew.Select(_ => 1L)]);
        bool[] inOrder = new bool[anchors.Length];
        for (int i = 0; i < byNew.Length; i++)
        {
            inOrder[byNew[i]] = found[i];
        }

        return inOrder;
    }

    private static Dictionary<string, int> Once(string[] keys, int from, int to)
    {
        Dictionary<string, int> at = new(StringComparer.Ordinal);
        for (int i = from; i < to; i++)
        {
            at[keys[i]] = at.ContainsKey(keys[i]) ? -1 : i;
        }

        return at.Where(k => k.Value >= 0).ToDictionary(StringComparer.Ordinal);
    }

    private void Search(string[] old, int oldFrom, string[] now, int newFrom, List<Run> runs)
    {
        (string[] first, string[] second) = isMirrored ? (now, old) : (old, now);
        DiffResult found = differ.CreateCustomDiffs("first", "second", false, false, side => side == "first" ? first : second);
        int old0 = 0;
        int new0 = 0;
        foreach (DiffBlock block in found.DiffBlocks)
        {
            (int oldAt, int oldCount, int newAt, int newCount) = isMirrored
                ? (block.InsertStartB, block.InsertCountB, block.DeleteStartA, block.DeleteCountA)
                : (block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB);
            Add(runs, new(true, oldFrom + old0, oldFrom + oldAt, newFrom + new0, newFrom + newAt));
            old0 = oldAt + oldCount;
            new0 = newAt + newCount;
            Add(runs, new(false, oldFrom + oldAt, oldFrom + old0, newFrom + newAt, newFrom + new0));
        }

        Add(runs, new(true, oldFrom + old0, oldFrom + old.Length, newFrom + new0, newFrom + now.Length));
    }

    private static void Add(List<Run> runs, Run run)
    {
        if (run.OldLength + run.NewLength == 0)
        {
            return;
        }

        if (runs.Count > 0 && runs[^1] is var last && last.IsKept == run.IsKept)
        {
            runs[^1] = last with { OldTo = run.OldTo, NewTo = run.NewTo };
        }
        else
        {
            runs.Add(run);
        }
    }
}
