using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Which parts of two documents are one part.</summary>
/// <param name="Old">The parts of the old document; a clause that holds several of the other one is as many parts.</param>
/// <param name="New">Those of the new one.</param>
/// <param name="NewOf">For each old part the position of its new one, or -1.</param>
/// <param name="IsMoved">For each old part that has a new one, whether it left the order of the others.</param>
/// <param name="SplitFrom">For a new part that has no old one, the old part its text comes from, where there is one.</param>
/// <param name="MergedInto">For an old part that has no new one, the new part its text went to, where there is one.</param>
internal sealed record PartPairs(ImmutableArray<DocumentPart> Old, ImmutableArray<DocumentPart> New, int[] NewOf, bool[] IsMoved, IReadOnlyDictionary<int, int> SplitFrom, IReadOnlyDictionary<int, int> MergedInto);

/// <summary>Pairs parts by id, then by wording, and finds which of them moved.</summary>
internal sealed partial class PartAligner(ImmutableArray<DocumentPart> old, ImmutableArray<DocumentPart> now, Wording wording, bool isMirrored, bool isPlaceKnown)
{
    private const double Alike = 0.5;

    // With a title in common less of the text has to be.
    private const double AlikeUnderOneTitle = 0.3;

    // A clause and an exhibit of fewer words are alike by chance.
    private const int LeastWordsOfAnotherKind = 8;

    // This share of a part's three-word sequences names the part it came from.
    private const double ComesFrom = 0.6;
    private const int LeastShingles = 4;

    // Where more parts than these have one title, as the numbered paragraphs of a long section do, it says nothing of any of them.
    private const int MostNamesakes = 50;

    // Beyond this many pairs to look at, nobody wrote both papers.
    private const int MostPairs = 250_000;

    // Two clauses about one matter share their rare words and those of their titles to this degree.
    private const double OneMatter = 0.2;

    /// <summary>How the ids begin that a reader makes for the clauses of a paper.</summary>
    internal const string ReadId = "read-";

    // Where a section's heading and a clause changed places, the clause is what moved.
    private const long SectionWeight = 1_000_000;

    private readonly Dictionary<string, string> oldHeadings = HeadingsOf(old);
    private readonly Dictionary<string, string> newHeadings = HeadingsOf(now);
    private readonly int[] newOf = [.. Enumerable.Repeat(-1, old.Length)];
    private readonly int[] oldOf = [.. Enumerable.Repeat(-1, now.Length)];
    private readonly Dictionary<DocumentPart, HashSet<long>> shingles = new(ReferenceEqualityComparer.Instance);

    public PartPairs Pairs()
    {
        ById();
        ByWording(PartKind.Clause, PartKind.Clause);
        ByWording(PartKind.Exhibit, PartKind.Exhibit);
        ByWording(PartKind.Exhibit, PartKind.Clause);
        ByWording(PartKind.Clause, PartKind.Exhibit);
        ExhibitsByLabel();
        ByFamily();
        ByMatter();
        SectionsByClauses();
        SectionsWithoutClauses();
        Texts();
        PartPairs pairs = new(old, now, newOf, [], Sources(now, oldOf, old, newOf), Sources(old, newOf, now, oldOf));
        Sequences sequences = new(isMirrored);
        pairs = isPlaceKnown ? new MergedClauses(wording, new(wording, wording, new(sequences), sequences, isMirrored)).Settled(pairs) : pairs;
        return pairs with { IsMoved = Moved(pairs.Old, pairs.New, pairs.NewOf, isMirrored) };
    }

    private void ById()
    {
        HashSet<string> counted = [.. CountedIds(old), .. CountedIds(now)];
        Dictionary<(PartKind, string), int> ids = now.Where(p => p.Kind != PartKind.Text).ToDictionary(p => (p.Kind, p.Id), p => p.Position);
        foreach (DocumentPart part in old.Where(p => p.Kind != PartKind.Text && !counted.Contains(p.Id)))
        {
            if (ids.TryGetValue((part.Kind, part.Id), out int at))
            {
                Join(part.Position, at);
            }
        }
    }

    /// <summary>Ids that only say the how-manieth a clause is: its number, where it has no title, or which of several of one title. One clause more before it, and another has the id.</summary>
    private static IEnumerable<string> CountedIds(ImmutableArray<DocumentPart> side)
    {
        HashSet<string> ids = [.. side.Where(p => p.Kind == PartKind.Clause).Select(p => p.Id)];
        foreach (DocumentPart part in side.Where(p => p.Kind == PartKind.Clause && p.Id.StartsWith(ReadId, StringComparison.Ordinal)))
        {
            int dash = part.Id.LastIndexOf('-');
            bool isNamesake = int.TryParse(part.Id.AsSpan(dash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _) && ids.Contains(part.Id[..dash]);
            if (part.Title.IsEmpty || isNamesake)
            {
                yield return part.Id;
                if (isNamesake)
                {
                    yield return part.Id[..dash];
                }
            }
        }
    }

    private void Join(int o, int n)
    {
        newOf[o] = n;
        oldOf[n] = o;
    }

    /// <param name="ofOld">What the parts of the old text are. An exhibit may have become a clause, and a clause an exhibit.</param>
    private void ByWording(PartKind ofOld, PartKind ofNew)
    {
        if (ofOld == ofNew)
        {
            BySameWords(ofOld);
            ByBeginning(ofOld);
        }

        DocumentPart[] before = [.. old.Where(p => p.Kind == ofOld && newOf[p.Position] < 0)];
        DocumentPart[] after = [.. now.Where(p => p.Kind == ofNew && oldOf[p.Position] < 0)];
        if (before.Length == 0 || after.Length == 0)
        {
            return;
        }

        int least = ofOld == ofNew ? 0 : LeastWordsOfAnotherKind;
        Dictionary<DocumentPart, int[]> words = new(ReferenceEqualityComparer.Instance);
        foreach (DocumentPart part in before.Concat(after))
        {
            words[part] = wording.Sorted(part.Blocks);
        }

        // Only parts that share a sequence of three words, or a title, are looked at together.
        ILookup<long, DocumentPart> index = before.SelectMany(p => Shingles(p).Select(s => (Shingle: s, Part: p))).ToLookup(p => p.Shingle, p => p.Part);
        ILookup<string, DocumentPart> titles = before.ToLookup(p => TitleOf(p, oldHeadings), StringComparer.Ordinal);
        List<(double Likeness, int Old, int New)> found = [];
        foreach (DocumentPart part in after)
        {
            DocumentPart[] namesakes = TitleOf(part, newHeadings) is { Length: > 0 } title ? [.. titles[title].Take(MostNamesakes + 1)] : [];
            namesakes = namesakes.Length > MostNamesakes ? [] : namesakes;
            foreach (DocumentPart candidate in Shingles(part).SelectMany(s => index[s].Take(8)).Concat(namesakes).Distinct())
            {
                double likeness = Wording.Likeness(words[candidate], words[part]);
                bool isNamesake = namesakes.Contains(candidate);
                if (likeness >= (isNamesake ? AlikeUnderOneTitle : Alike) && Math.Min(words[candidate].Length, words[part].Length) >= least)
                {
                    found.Add((likeness + (isNamesake ? 1 : 0), candidate.Position, part.Position));
                }
            }
        }

        JoinBest(found);
    }

    /// <summary>Parts of one title that say the same to the letter belong together, the first with the first: nothing can be more alike, and in a long paper most parts are.</summary>
    private void BySameWords(PartKind kind)
    {
        Dictionary<string, Queue<int>> waiting = new(StringComparer.Ordinal);
        foreach (DocumentPart part in old.Where(p => p.Kind == kind && newOf[p.Position] < 0))
        {
            string key = TitleOf(part, oldHeadings) + "\n" + TextOf(part);
            (waiting.TryGetValue(key, out Queue<int>? same) ? same : waiting[key] = new()).Enqueue(part.Position);
        }

        foreach (DocumentPart part in now.Where(p => waiting.Count > 0 && p.Kind == kind && oldOf[p.Position] < 0))
        {
            if (waiting.TryGetValue(TitleOf(part, newHeadings) + "\n" + TextOf(part), out Queue<int>? same) && same.TryDequeue(out int o))
            {
                Join(o, part.Position);
            }
        }
    }

    /// <summary>A clause from which a long table went elsewhere is little of what it was, but has its title and begins with the same paragraph.</summary>
    private void ByBeginning(PartKind kind)
    {
        ILookup<string, DocumentPart> after = Beginnings(now, oldOf, newHeadings);
        foreach (IGrouping<string, DocumentPart> same in Beginnings(old, newOf, oldHeadings))
        {
            if (same.ToArray() is [var one] && after[same.Key].ToArray() is [var other])
            {
                Join(one.Position, other.Position);
            }
        }

        ILookup<string, DocumentPart> Beginnings(ImmutableArray<DocumentPart> side, int[] partners, Dictionary<string, string> headings) => side
            .Where(p => p.Kind == kind && partners[p.Position] < 0 && p.Blocks is [Paragraph, ..] && wording.InOrder([p.Blocks[0]]).Length >= LeastWordsOfAnotherKind)
            .ToLookup(p => TitleOf(p, headings) + "\n" + PlainText.Of(((Paragraph)p.Blocks[0]).Content), StringComparer.Ordinal);
    }

    /// <summary>Joins the most alike first, each part once.</summary>
    private void JoinBest(List<(double Likeness, int Old, int New)> found)
    {
        foreach ((_, int o, int n) in found.OrderByDescending(f => f.Likeness).ThenBy(f => isMirrored ? f.New : f.Old).ThenBy(f => isMirrored ? f.Old : f.New))
        {
            if (newOf[o] < 0 && oldOf[n] < 0)
            {
                Join(o, n);
            }
        }
    }

    /// <summary>A clause without a title of its own goes by the heading of its section.</summary>
    private static string TitleOf(DocumentPart part, IReadOnlyDictionary<string, string> headings) =>
        part.Title.IsEmpty ? headings.GetValueOrDefault(part.Section, "") : PlainText.Of(part.Title);

    private static Dictionary<string, string> HeadingsOf(ImmutableArray<DocumentPart> side) =>
        side.Where(p => p.Block is Section).ToDictionary(p => p.HeadingId, p => PlainText.Of(p.Title), StringComparer.Ordinal);

    /// <summary>
    /// A paper from elsewhere knows none of our ids, and where it was written anew none of its sentences is left. Its clauses then go by what they are about. Between
    /// two documents that share ids this is not done: there a clause without a partner was added or removed.
    /// </summary>
    private void ByMatter()
    {
        bool sharesIds = old.Any(p => p.Kind == PartKind.Clause && newOf[p.Position] >= 0 && now[newOf[p.Position]].Id == p.Id);
        DocumentPart[] before = [.. old.Where(p => p.Kind == PartKind.Clause && newOf[p.Position] < 0)];
        DocumentPart[] after = [.. now.Where(p => p.Kind == PartKind.Clause && oldOf[p.Position] < 0)];
        if (sharesIds || (long)before.Length * after.Length is 0 or > MostPairs)
        {
            return;
        }

        TopicLikeness likeness = new([.. Clauses(old, "old ", oldHeadings), .. Clauses(now, "new ", newHeadings)]);
        Topic[] olds = [.. before.Select(p => likeness.Of(TitleOf(p, oldHeadings), TextOf(p)))];
        Topic[] news = [.. after.Select(p => likeness.Of(TitleOf(p, newHeadings), TextOf(p)))];
        List<(double Likeness, int Old, int New)> found = [];
        for (int o = 0; o < olds.Length; o++)
        {
            for (int n = 0; n < news.Length; n++)
            {
                double alike = TopicLikeness.Of(olds[o], news[n]);
                if (alike >= OneMatter)
                {
                    found.Add((alike, before[o].Position, after[n].Position));
                }
            }
        }

        JoinBest(found);
    }

    private static IEnumerable<(string Group, string Title, string Text)> Clauses(ImmutableArray<DocumentPart> side, string name, Dictionary<string, string> headings) =>
        side.Where(p => p.Kind == PartKind.Clause).Select(p => (name + p.Id, TitleOf(p, headings), TextOf(p)));

    private static string TextOf(DocumentPart part) =>
        string.Join('\n', part.Blocks.SelectMany(b => b.WithDescendants()).Select(b => PlainText.Of([.. b.OwnInlines().Where(i => i is not Link)])));

    /// <summary>Sections under other headings are one section when most clauses of both are the same.</summary>
    private void SectionsByClauses()
    {
        Dictionary<string, int> sectionsOfNew = now.Where(p => p.Kind == PartKind.Section).ToDictionary(p => p.Id, p => p.Position, StringComparer.Ordinal);
        ILookup<string, DocumentPart> clausesOfOld = old.Where(p => p.Kind == PartKind.Clause).ToLookup(p => p.Section, StringComparer.Ordinal);
        Dictionary<string, int> clausesOfNew = now.Where(p => p.Kind == PartKind.Clause).CountBy(p => p.Section).ToDictionary(StringComparer.Ordinal);
        foreach (DocumentPart section in old.Where(p => p.Kind == PartKind.Section && newOf[p.Position] < 0))
        {
            DocumentPart[] clauses = [.. clausesOfOld[section.Id]];
            foreach ((string id, int shared) in clauses.Where(c => newOf[c.Position] >= 0).CountBy(c => now[newOf[c.Position]].Section))
            {
                if (2 * shared > clauses.Length && sectionsOfNew.TryGetValue(id, out int at) && oldOf[at] < 0 && 2 * shared > clausesOfNew[id])
                {
                    Join(section.Position, at);
                }
            }
        }
    }

    /// <summary>A section that holds no clause, such as the one in which the parties sign, goes by its heading.</summary>
    private void SectionsWithoutClauses()
    {
        ILookup<string, DocumentPart> headings = Bare(now, oldOf).ToLookup(p => PlainText.Of(p.Title), StringComparer.Ordinal);
        foreach (IGrouping<string, DocumentPart> group in Bare(old, newOf).GroupBy(p => PlainText.Of(p.Title), StringComparer.Ordinal))
        {
            if (group.ToArray() is [var before] && headings[group.Key].ToArray() is [var after])
            {
                Join(before.Position, after.Position);
            }
        }

        static IEnumerable<DocumentPart> Bare(ImmutableArray<DocumentPart> side, int[] partners)
        {
            HashSet<string> holders = [.. side.Where(p => p.Kind == PartKind.Clause).Select(p => p.Section)];
            return side.Where(p => p.Kind == PartKind.Section && partners[p.Position] < 0 && !p.Title.IsEmpty && !holders.Contains(p.Id));
        }
    }

    /// <summary>Text outside clauses belongs to its section and goes by its place in it.</summary>
    private void Texts()
    {
        Dictionary<string, string> sections = old.Where(p => p.Kind == PartKind.Section && newOf[p.Position] >= 0).ToDictionary(p => p.Id, p => now[newOf[p.Position]].Id, StringComparer.Ordinal);
        sections[""] = "";
        ILookup<string, DocumentPart> texts = now.Where(p => p.Kind == PartKind.Text).ToLookup(p => p.Section, StringComparer.Ordinal);
        foreach (IGrouping<string, DocumentPart> group in old.Where(p => p.Kind == PartKind.Text && sections.ContainsKey(p.Section)).GroupBy(p => p.Section, StringComparer.Ordinal))
        {
            foreach ((DocumentPart before, DocumentPart after) in group.Zip(texts[sections[group.Key]]))
            {
                Join(before.Position, after.Position);
            }
        }
    }

    private static bool[] Moved(ImmutableArray<DocumentPart> old, ImmutableArray<DocumentPart> now, int[] newOf, bool isMirrored)
    {
        int[] paired = [.. Enumerable.Range(0, old.Length).Where(o => newOf[o] >= 0)];
        int[] inOrder = isMirrored ? [.. paired.OrderBy(o => newOf[o])] : paired;
        bool[] kept = HeaviestOrder.Of([.. inOrder.Select(o => isMirrored ? o : newOf[o])], [.. inOrder.Select(o => IsOfAnotherKind(old[o], now[newOf[o]]) ? 1 : WeightOf(old[o]) + WeightOf(now[newOf[o]]))]);
        bool[] isMoved = new bool[old.Length];
        for (int i = 0; i < inOrder.Length; i++)
        {
            // Nothing in Word is an exhibit before a button is pressed and a clause after it: both halves are written whole.
            isMoved[inOrder[i]] = !kept[i] || IsOfAnotherKind(old[inOrder[i]], now[newOf[inOrder[i]]]);
        }

        return isMoved;
    }

    private static bool IsOfAnotherKind(DocumentPart old, DocumentPart now) => (old.Kind == PartKind.Exhibit) != (now.Kind == PartKind.Exhibit);

    private static long WeightOf(DocumentPart part) => part.Kind == PartKind.Section
        ? SectionWeight
        : 1 + part.Blocks.SelectMany(b => b.WithDescendants()).SelectMany(b => b.OwnInlines()).Sum(i => i is TextRun t ? t.Value.Length : i is Term term ? term.Value.Length : 1);

    /// <summary>Where the words of parts without a partner come from on the other side, where they are not in that part's own partner.</summary>
    private Dictionary<int, int> Sources(ImmutableArray<DocumentPart> parts, int[] partners, ImmutableArray<DocumentPart> others, int[] partnersOfOthers)
    {
        Dictionary<int, int> sources = [];
        DocumentPart[] alone = [.. parts.Where(p => p.Kind == PartKind.Clause && partners[p.Position] < 0)];
        if (alone.Length == 0)
        {
            return sources;
        }

        HashSet<long> wanted = [.. alone.SelectMany(Shingles)];
        Dictionary<long, List<DocumentPart>> index = [];
        foreach (DocumentPart other in others.Where(p => p.Kind == PartKind.Clause))
        {
            // Few parts have such a sequence; of those what is also in the part's own partner did not come from it.
            long[] shared = [.. Sequence(other).Where(wanted.Contains).Distinct()];
            HashSet<long>? own = shared.Length > 0 && partnersOfOthers[other.Position] >= 0 ? Shingles(parts[partnersOfOthers[other.Position]]) : null;
            foreach (long shingle in shared.Where(s => own?.Contains(s) != true))
            {
                (index.TryGetValue(shingle, out List<DocumentPart>? list) ? list : index[shingle] = []).Add(other);
            }
        }

        foreach (DocumentPart part in alone.Where(p => Shingles(p).Count >= LeastShingles))
        {
            (DocumentPart? other, int shared) = Shingles(part).SelectMany(s => index.GetValueOrDefault(s) ?? []).CountBy(p => p)
                .OrderByDescending(c => c.Value).ThenBy(c => c.Key.Position).FirstOrDefault();
            if (other is not null && shared >= ComesFrom * Shingles(part).Count)
            {
                sources[part.Position] = other.Position;
            }
        }

        return sources;
    }

    /// <summary>Every three words in a row.</summary>
    private HashSet<long> Shingles(DocumentPart part)
    {
        if (!shingles.TryGetValue(part, out HashSet<long>? found))
        {
            shingles.Add(part, found = [.. Sequence(part)]);
        }

        return found;
    }

    private IEnumerable<long> Sequence(DocumentPart part)
    {
        int[] words = wording.InOrder(part.Blocks);
        for (int i = 2; i < words.Length; i++)
        {
            yield return ((long)words[i - 2] << 42) ^ ((long)words[i - 1] << 21) ^ (long)words[i];
        }
    }
}
