using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A sentence that stands in another clause than before, or at another place of its own.</summary>
/// <param name="IsAway">Whether it stood in the part that tells of it, and stands in <paramref name="Other"/> now.</param>
/// <param name="Other">The part of the other document; the same part's other side where it did not leave it.</param>
/// <param name="Old">Its words in the old text.</param>
/// <param name="New">Its words in the new text, which are others where it was changed on its way.</param>
internal sealed record SentenceMove(bool IsAway, DocumentPart Other, bool IsWithin, string Old, string New)
{
    public bool IsChanged { get; init; }

    /// <summary>Whether it is a whole block, whose edits are found where it stands now.</summary>
    public bool IsBlock { get; init; }

    /// <summary>The duties, rights and deadlines that are others, told by the part to which the sentence came.</summary>
    public ImmutableArray<DutyChange> Duties { get; init; } = [];

    public ImmutableArray<DeadlineChange> Deadlines { get; init; } = [];

    /// <summary>Whether words differ by which a sentence forbids, permits or excepts.</summary>
    public bool IsTelling { get; init; }

    /// <summary>Of a sentence that left, how much its edits weigh: the part it left weighs as much as the one to which it came.</summary>
    public ChangeRank? Rank { get; init; }

    public ChangeRank RankOfEdit => IsTelling || !Duties.IsEmpty ? ChangeRank.DutyOrRight : !Deadlines.IsEmpty ? ChangeRank.Deadline : IsChanged ? ChangeRank.Wording : ChangeRank.Place;
}

/// <summary>What the sentences of a part say that stood or stand elsewhere, so that nobody takes them for new or gone.</summary>
/// <param name="IsReflowed">Whether one of them only stands in another paragraph at the same place, which is no move.</param>
internal sealed record MovedSentences(ImmutableHashSet<string> Old, ImmutableHashSet<string> New, ImmutableArray<SentenceMove> Moves, bool IsReflowed = false)
{
    /// <summary>Whether the part has an item that stood or stands elsewhere below words that ask something else of it: the same words are another duty there, or none.</summary>
    public bool IsAskedOtherwise { get; init; }

    public static readonly MovedSentences None = new([], [], []);
}

/// <summary>Finds sentences that went from one clause to another, or to another paragraph of their own, with their words or nearly so.</summary>
internal sealed class SentenceMoves
{
    /// <summary>Fewer words may be the same by chance, unless they are all of an item or a paragraph.</summary>
    public const int LeastWords = 4;
    private const int LeastWordsOfParagraph = 2;

    /// <summary>Of so many words one may differ, and of so many two sentences may say the same.</summary>
    private const int LeastWordsOften = 6;
    private const double LeastAlike = 0.8;

    // Beyond this many sentences in one text alone it was written anew, and what is nearly alike is so by chance.
    private const int MostCompared = 200;

    // Beyond this many clauses that changed they are not read once more for sentences put together of others.
    private const int MostSpliced = 500;

    private readonly record struct Place(int Part, MarkedSentence Sentence);

    private readonly Tokenizer tokenizer;
    private readonly ImmutableArray<PartChange> parts;
    private readonly Sequences sequences;
    private readonly bool isMirrored;
    private readonly List<(Place Old, Place New)> pairs = [];
    private readonly HashSet<int> askedOtherwise = [];
    private readonly HashSet<MarkedSentence> taken = new(ReferenceEqualityComparer.Instance);

    private SentenceMoves(Tokenizer tokenizer, ImmutableArray<PartChange> parts, bool isMirrored) => (this.tokenizer, this.parts, this.isMirrored, sequences) = (tokenizer, parts, isMirrored, new(isMirrored));

    /// <summary>The moves by the index of the part that tells of them.</summary>
    public static Dictionary<int, MovedSentences> Of(Tokenizer tokenizer, ImmutableArray<PartChange> parts, bool isMirrored)
    {
        SentenceMoves finder = new(tokenizer, parts, isMirrored);
        finder.Find();
        return finder.ByPart();
    }

    private void Find()
    {
        List<Place> old = [];
        List<Place> now = [];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Rank is not (ChangeRank.None or ChangeRank.Reference or ChangeRank.Formatting))
            {
                (List<MarkedSentence> before, List<MarkedSentence> after) = EditedSentences.Of(tokenizer, parts[i]);
                old.AddRange(before.Where(IsLongEnough).Select(s => new Place(i, s)));
                now.AddRange(after.Where(IsLongEnough).Select(s => new Place(i, s)));
            }
        }

        ByWords(old, now);
        ByWordsOfSpliced(old, now);
        AskedOtherwise(old, now);
        ByLikeness(old, now);
    }

    private static bool IsLongEnough(MarkedSentence sentence) => sentence.Words >= (sentence.IsParagraph ? LeastWordsOfParagraph : LeastWords);

    private void ByWords(List<Place> old, List<Place> now)
    {
        HashSet<(string, string)> often = [.. Often(old), .. Often(now)];
        Dictionary<(string, string), Queue<Place>> waiting = [];
        foreach (Place place in old)
        {
            (waiting.TryGetValue(KeyOf(place), out Queue<Place>? same) ? same : waiting[KeyOf(place)] = new()).Enqueue(place);
        }

        foreach (Place place in now)
        {
            if (!often.Contains(KeyOf(place)) && waiting.TryGetValue(KeyOf(place), out Queue<Place>? same) && same.TryDequeue(out Place before))
            {
                pairs.Add((before, place));
                taken.Add(before.Sentence);
                taken.Add(place.Sentence);
            }
        }
    }

    /// <summary>What left one clause as a whole may stand in another in a sentence that the comparison put together of kept and new words. Two such sentences are not matched: of two amounts that changed places each was edited.</summary>
    private void ByWordsOfSpliced(List<Place> old, List<Place> now)
    {
        List<Place> left = old.FindAll(p => !taken.Contains(p.Sentence) && p.Sentence.AskedBy.Length == 0);
        List<Place> came = now.FindAll(p => !taken.Contains(p.Sentence) && p.Sentence.AskedBy.Length == 0);
        int[] changed = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] is { Old: not null, New: not null, IsRewritten: false } && parts[i].Rank is not (ChangeRank.None or ChangeRank.Reference or ChangeRank.Formatting))];
        if (left.Count + came.Count is 0 or > MostCompared || changed.Length > MostSpliced)
        {
            return;
        }

        List<Place> partlyOld = [];
        List<Place> partlyNew = [];
        foreach (int i in changed)
        {
            (List<MarkedSentence> before, List<MarkedSentence> after) = EditedSentences.Partly(tokenizer, parts[i]);
            partlyOld.AddRange(before.Select(s => new Place(i, s)));
            partlyNew.AddRange(after.Select(s => new Place(i, s)));
        }

        ByWords(left, partlyNew.FindAll(p => left.TrueForAll(l => l.Part != p.Part || KeyOf(l) != KeyOf(p))));
        ByWords(partlyOld.FindAll(p => came.TrueForAll(c => c.Part != p.Part || KeyOf(c) != KeyOf(p))), came);
    }

    private static (string AskedBy, string Key) KeyOf(Place place) => (place.Sentence.AskedBy, place.Sentence.Key);

    /// <summary>Few words that one text says more than once: which of them went where is not to be seen.</summary>
    private static IEnumerable<(string, string)> Often(List<Place> places) => places.Where(p => p.Sentence.Words < LeastWordsOften).GroupBy(KeyOf).Where(g => g.Count() > 1).Select(g => g.Key);

    /// <summary>The same words below others: "notify the Parent" left "The Officer shall:".</summary>
    private void AskedOtherwise(List<Place> old, List<Place> now)
    {
        ILookup<string, Place> left = old.Where(p => !taken.Contains(p.Sentence)).ToLookup(p => p.Sentence.Key, StringComparer.Ordinal);
        foreach (Place place in now.Where(p => !taken.Contains(p.Sentence)))
        {
            foreach (Place before in left[place.Sentence.Key].Where(p => p.Sentence.AskedBy != place.Sentence.AskedBy))
            {
                askedOtherwise.UnionWith([before.Part, place.Part]);
            }
        }
    }

    private void ByLikeness(List<Place> old, List<Place> now)
    {
        old.RemoveAll(p => taken.Contains(p.Sentence) || p.Sentence.Words < LeastWordsOften);
        now.RemoveAll(p => taken.Contains(p.Sentence) || p.Sentence.Words < LeastWordsOften);
        if (old.Count > MostCompared || now.Count > MostCompared)
        {
            return;
        }

        List<(int Old, int New, double Likeness)> alike = [];
        for (int o = 0; o < old.Count; o++)
        {
            for (int n = 0; n < now.Count; n++)
            {
                double likeness = old[o].Part == now[n].Part || old[o].Sentence.AskedBy != now[n].Sentence.AskedBy ? 0 : MarkedSentence.Likeness(old[o].Sentence, now[n].Sentence);
                if (likeness >= LeastAlike)
                {
                    alike.Add((o, n, likeness));
                }
            }
        }

        // Exchanging the sides gives the same pairs.
        foreach ((int o, int n, _) in alike.OrderByDescending(p => p.Likeness).ThenBy(p => isMirrored ? p.New : p.Old).ThenBy(p => isMirrored ? p.Old : p.New))
        {
            (Place before, Place after) = (old[o], now[n]);
            if (!taken.Contains(before.Sentence) && !taken.Contains(after.Sentence))
            {
                taken.Add(before.Sentence);
                taken.Add(after.Sentence);
                pairs.Add((before, after));
            }
        }
    }

    /// <summary>The blocks of a part that went to another or came from one, those of one move told as one sentence is; what became of its words is told with the part's other words.</summary>
    private static IEnumerable<SentenceMove> Blocks(PartChange part)
    {
        foreach (IGrouping<(BlockMove?, bool), BlockChange> together in part.Blocks.Where(b => b.Passage is not null).GroupBy(b => (b.Move, b.Kind == BlockChangeKind.MovedFrom)))
        {
            (bool isAway, Passage passage) = (together.Key.Item2, together.First().Passage!);
            string old = string.Join(' ', together.Select(b => BlockText.Of(b.Old!)));
            string now = string.Join(' ', together.Select(b => BlockText.Of((isAway ? b.NewPlace! : b).New!)));
            yield return new(isAway, isAway ? passage.To : passage.From, false, old, now) { IsBlock = true, IsChanged = isAway && old != now };
        }
    }

    private Dictionary<int, MovedSentences> ByPart()
    {
        HashSet<int> reflowed = [];
        Dictionary<int, (List<string> Old, List<string> New, List<SentenceMove> Moves)> found = [];
        (List<string> Old, List<string> New, List<SentenceMove> Moves) In(int part) => found.TryGetValue(part, out var own) ? own : found[part] = ([], [], []);
        for (int i = 0; i < parts.Length; i++)
        {
            foreach (SentenceMove block in Blocks(parts[i]))
            {
                In(i).Moves.Add(block);
            }
        }

        foreach ((Place before, Place after) in pairs)
        {
            In(before.Part).Old.Add(before.Sentence.Key);
            In(after.Part).New.Add(after.Sentence.Key);
            bool isWithin = before.Part == after.Part;
            if (isWithin && (parts[after.Part].IsRewritten || (before.Sentence.Slot == after.Sentence.Slot && !before.Sentence.IsInPair && !after.Sentence.IsInPair)))
            {
                reflowed.Add(after.Part);
                continue;
            }

            SentenceMove move = Told(before.Sentence, after.Sentence) with { Other = parts[before.Part].Old!, IsWithin = isWithin };
            In(after.Part).Moves.Add(move);
            if (!isWithin)
            {
                In(before.Part).Moves.Add(move with { IsAway = true, Other = parts[after.Part].New!, Duties = [], Deadlines = [], Rank = move.RankOfEdit });
            }
        }

        foreach (int part in askedOtherwise)
        {
            In(part);
        }

        return found.ToDictionary(f => f.Key, f => new MovedSentences([.. f.Value.Old], [.. f.Value.New], [.. f.Value.Moves], reflowed.Contains(f.Key)) { IsAskedOtherwise = askedOtherwise.Contains(f.Key) });
    }

    private SentenceMove Told(MarkedSentence before, MarkedSentence after)
    {
        SentenceMove move = new(false, null!, false, before.Text, after.Text);
        if (before.Key == after.Key)
        {
            return move;
        }

        List<MarkedWord> old = [];
        List<MarkedWord> now = [];
        int stretch = 0;
        foreach (Run run in sequences.Runs([.. before.Marked.Select(w => w.Text)], [.. after.Marked.Select(w => w.Text)]))
        {
            old.AddRange(before.Marked[run.OldFrom..run.OldTo].Select(w => w with { IsEdited = !run.IsKept, Stretch = stretch }));
            now.AddRange(after.Marked[run.NewFrom..run.NewTo].Select(w => w with { IsEdited = !run.IsKept, Stretch = stretch }));
            stretch++;
        }

        return move with
        {
            IsChanged = true,
            Duties = [.. Comparing.Duties.Changed(old, now).Select(d => d.Change)],
            Deadlines = [.. Comparing.Deadlines.Changed(old, now).Changes.Select(d => d.Change)],
            IsTelling = TellingWords.AreIn([.. old.Concat(now).Where(w => w.IsEdited)]),
        };
    }
}
