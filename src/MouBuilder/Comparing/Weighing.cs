using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What the weighing knows of the sides beside their words.</summary>
/// <param name="IsOldReconstructed">The notes of a reconstruction are ours, so they bind nobody and set no time.</param>
/// <param name="Renumbered">The numbers of the parts that stand on both sides and have another one now.</param>
internal sealed record WeighedSides(ActorNames OldActors, ActorNames NewActors, Renamings Renamings, bool IsOldReconstructed, bool IsNewReconstructed, ImmutableHashSet<(string Old, string New)> Renumbered)
{
    /// <summary>The new number of each part that has another one now, by the old.</summary>
    public Dictionary<string, string> NewNumbers { get; } = Renumbered.GroupBy(r => r.Old, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r.New).Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);

    /// <param name="labels">The labels of the parts that stand on both sides.</param>
    public static WeighedSides Of(ComparisonSide old, ComparisonSide now, Renamings renamings, IEnumerable<(string? Old, string? New)> labels) =>
        new(ActorNames.Of(old, renamings), ActorNames.Of(now, renamings), renamings, old.Reconstruction.Length > 0, now.Reconstruction.Length > 0,
            [.. labels.Where(l => l.Old is not null && l.New is not null && l.Old != l.New).Select(l => (TypedReferences.NumberOf(l.Old!), TypedReferences.NumberOf(l.New!)))]);
}

/// <summary>How much the changes of a part weigh, and what was found in them.</summary>
internal sealed record Weight(ChangeRank Rank, ImmutableArray<DutyChange> Duties, ImmutableArray<DeadlineChange> Deadlines, ImmutableArray<TypedReference> References, ToldChanges Told);

/// <summary>Says how much the changes of a part weigh.</summary>
internal sealed class Weighing
{
    private const int WordsOfItem = 7;

    private readonly Tokenizer tokenizer;
    private readonly WeighedSides sides;
    private readonly MovedSentences moved;
    private readonly LeadWords leads;

    // They say why, as do their notes; a duty in one of them is found as a duty.
    private readonly bool areRecitals;
    private readonly SettledDuties settling;
    private readonly ToldChanges told = new();
    private readonly List<DutyChange> duties = [];

    private readonly List<(DutyChange Duty, ListItem Item)> items = [];
    private readonly HashSet<BlockChange> bound = new(ReferenceEqualityComparer.Instance);
    private readonly List<FoundDeadline> deadlines = [];
    private readonly List<Found> paragraphs = [];
    private readonly List<TypedReference> references = [];
    private readonly List<string> oldNumbers = [];
    private readonly List<string> newNumbers = [];
    private bool hasTelling;
    private bool hasBound;
    private bool hasEdit;
    private bool hasPlace;
    private bool hasNaming;
    private bool hasFormatting;
    private bool hasReference;

    private Weighing(Tokenizer tokenizer, WeighedSides sides, MovedSentences moved, ImmutableArray<BlockChange> blocks)
    {
        (this.tokenizer, this.sides, this.moved, hasEdit) = (tokenizer, sides, moved, moved.IsReflowed);
        leads = new(tokenizer);
        areRecitals = blocks.Any(b => (b.New ?? b.Old) is ListBlock { Kind: ListKind.Recitals });
        settling = new(sides, () => WordsOf(blocks.Select(b => b.Old)), () => WordsOf(blocks.Select(b => b.New)));
    }

    public static Weight Of(Tokenizer tokenizer, WeighedSides sides, MovedSentences moved, ImmutableArray<WordChange> title, ImmutableArray<BlockChange> blocks, ImmutableArray<BlockChange> notes)
    {
        Weighing weighing = new(tokenizer, sides, moved, [.. blocks, .. notes]);
        HashSet<BlockChange> ours = new(notes.Where(n => (sides.IsOldReconstructed && n.Old is not null) || (sides.IsNewReconstructed && n.New is not null)).SelectMany(n => n.WithDescendants()), ReferenceEqualityComparer.Instance);
        BlockChange[] all = [.. blocks.Concat(notes).SelectMany(b => b.WithDescendants()).Where(b => b.Kind is not (BlockChangeKind.Same or BlockChangeKind.MovedFrom))];
        HashSet<BlockChange> renamed = weighing.Renamed(all);
        renamed.UnionWith(weighing.MovedRows(all));
        if (Array.Exists(all, b => b.New is ListItem))
        {
            LedItems.CollectBound(blocks, false, p => weighing.leads.LastSentence(p).Exists(w => w.IsModal), weighing.bound);
        }

        foreach (BlockChange block in all.Where(b => !renamed.Contains(b)))
        {
            weighing.hasEdit |= block.Kind is BlockChangeKind.Split or BlockChangeKind.Merged;
            weighing.hasPlace |= block.Kind == BlockChangeKind.MovedTo && sides is { IsOldReconstructed: false, IsNewReconstructed: false };
            HashSet<int> settled = weighing.Read(block.Words);
            if (!ours.Contains(block))
            {
                weighing.Weigh(block, settled);
            }
            else
            {
                weighing.hasEdit |= block.Kind is BlockChangeKind.Added or BlockChangeKind.Removed || block.Words.Any(w => w.IsEdit);
            }
        }

        weighing.Weigh([.. LedItems.Of(blocks, weighing.leads)], blocks);
        weighing.Tell(title, weighing.Read(title), isBound: false, isTitle: true);
        return weighing.Weighed();
    }

    private IEnumerable<List<MarkedWord>> WordsOf(IEnumerable<Block?> blocks) => blocks.OfType<Block>().SelectMany(EditedSentences.LeavesOf).Select(l =>
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, Wording.Inlines(l), false, 0, words);
        return words;
    });

    private Weight Weighed()
    {
        // What was said under (a) and is said under (b) is neither lost nor gained.
        (ImmutableArray<DutyChange> changed, HashSet<DutyChange> sources) = settling.Of(duties);
        told.HasStanding |= settling.HasStanding;
        told.IsAskedOtherwise = moved.IsAskedOtherwise;
        ImmutableArray<DeadlineChange> times = [.. Settled(deadlines, d => d.OldAmount, d => d.NewAmount, null).Select(d => d.Change).Distinct()];
        SentenceMove[] came = [.. moved.Moves.Where(m => m.IsChanged && !m.IsBlock)];
        changed = [.. changed, .. came.SelectMany(m => m.Duties)];
        times = [.. times, .. came.SelectMany(m => m.Deadlines)];
        foreach (Found paragraph in paragraphs)
        {
            // What was settled is told by nothing but its words.
            paragraph.Tell(told, sources, [.. times]);
        }

        foreach ((DutyChange duty, ListItem item) in items.Where(i => sources.Contains(i.Duty)))
        {
            told.Add(item);
        }

        ChangeRank rank = !changed.IsEmpty || hasTelling || moved.IsAskedOtherwise || came.Any(m => m.IsTelling) ? ChangeRank.DutyOrRight
            : !times.IsEmpty || hasBound || !oldNumbers.SequenceEqual(newNumbers) ? ChangeRank.Deadline
            : hasEdit || came.Length > 0 ? ChangeRank.Wording
            : hasPlace || !moved.Moves.IsEmpty ? ChangeRank.Place
            : hasNaming ? ChangeRank.Naming
            : hasFormatting ? ChangeRank.Formatting
            : hasReference ? ChangeRank.Reference
            : ChangeRank.None;
        return new(rank, changed, times, [.. references], told);
    }

    private static ImmutableArray<T> Settled<T, TKey>(List<T> changes, Func<T, TKey> oldOf, Func<T, TKey> newOf, TKey none)
    {
        List<T> left = [.. changes.Where(c => !Equals(oldOf(c), newOf(c)))];
        foreach (T gone in left.Where(c => Equals(newOf(c), none)).ToArray())
        {
            int back = left.FindIndex(c => Equals(oldOf(c), none) && Equals(newOf(c), oldOf(gone)));
            if (back >= 0)
            {
                left.RemoveAt(back);
                left.Remove(gone);
            }
        }

        return [.. left.Distinct()];
    }

    private IEnumerable<BlockChange> MovedRows(BlockChange[] all)
    {
        foreach ((BlockChange old, BlockChange now) in sides.IsOldReconstructed || sides.IsNewReconstructed ? [] : all.Where(b => b is { Old: Table, New: Table }).SelectMany(TablePlaces.MovedRows))
        {
            told.Add(old.Old!);
            told.Add(now.New!);
            hasPlace = true;
            yield return old;
            yield return now;
        }
    }

    /// <summary>"DPD shall:" that became "the Department shall:" is so short that nothing of it seems to be left.</summary>
    private HashSet<BlockChange> Renamed(BlockChange[] all)
    {
        HashSet<BlockChange> renamed = new(ReferenceEqualityComparer.Instance);
        if (sides.Renamings.All.IsEmpty)
        {
            return renamed;
        }

        foreach (BlockChange gone in all.Where(b => b is { Kind: BlockChangeKind.Removed, Old: Paragraph }))
        {
            string text = PlainText.Of(((Paragraph)gone.Old!).Content);
            if (Array.Find(all, b => b is { Kind: BlockChangeKind.Added, New: Paragraph p } && !renamed.Contains(b) && sides.Renamings.IsAll(text, PlainText.Of(p.Content))) is { } come)
            {
                renamed.UnionWith([gone, come]);
                told.Add(gone.Old!);
                told.Add(come.New!);
                hasNaming = true;
            }
        }

        return renamed;
    }

    /// <summary>Takes up what kinds of changes stretches are. Those in which nothing but numbers of typed references, the name of a party or term or the form of marks became others are given back.</summary>
    private HashSet<int> Read(ImmutableArray<WordChange> words)
    {
        Dictionary<int, TypedReference[]> typed = TypedReferences.Of(tokenizer, words, sides.Renumbered);
        HashSet<int> settled = [.. typed.Where(t => t.Value.All(r => r.Follows)).Select(t => t.Key)];
        for (int i = 0; i < words.Length; i++)
        {
            hasFormatting |= words[i].Kind == WordChangeKind.Formatting;
            hasReference |= words[i].Kind == WordChangeKind.Reference;
            if (words[i].IsTyped)
            {
                hasReference = true;
                settled.Add(i);
                told.Add(words[i]);
            }
            else if (typed.TryGetValue(i, out TypedReference[]? found))
            {
                hasReference |= found.All(r => r.Follows);
                hasEdit |= !found.All(r => r.Follows);
                told.Add(words[i]);
            }
            else if (Typography.IsAll(words[i]))
            {
                hasEdit = true;
                settled.Add(i);
            }
            else if (sides.Renamings.IsAll(words, i))
            {
                hasNaming = true;
                settled.Add(i);
                told.Add(words[i]);
            }
        }

        references.AddRange(typed.OrderBy(t => t.Key).SelectMany(t => t.Value));
        return settled;
    }

    private void Weigh(BlockChange change, HashSet<int> settled)
    {
        switch (change.Kind)
        {
            case BlockChangeKind.Added:
                Whole(change.New!, isOld: false);
                break;
            case BlockChangeKind.Removed:
                Whole(change.Old!, isOld: true);
                break;
            case var _ when change.New is Paragraph { Role: ParagraphRole.Body }:
                (List<MarkedWord> old, List<MarkedWord> now) = Tell(change.Words, settled, bound.Contains(change));
                Add(old, now, change.Words, null);
                break;
            default:
                hasEdit |= change.Words.Where((w, i) => w.IsEdit && !settled.Contains(i)).Any();
                break;
        }
    }

    private void Whole(Block block, bool isOld)
    {
        Block[] leaves = [.. EditedSentences.LeavesOf(block)];
        bool isMoved = leaves.Length > 0;
        foreach (Block leaf in leaves)
        {
            List<MarkedWord> words = Marked(leaf, isOld);
            bool isAway = words.Count > 0 && !words.Exists(w => w.IsEdited && !w.IsPunctuation);
            isMoved &= isAway;
            if (isAway)
            {
                told.Add(leaf);
            }
            else
            {
                words = WithoutDefinitions(leaf, words);
                words = [.. words.Select((w, i) => i > 1 && words[i - 1].Text == "." && words[i - 2].Is("No") ? w with { IsEdited = false } : w)]; // "Form No. 5" is a name
                (List<MarkedWord> before, List<MarkedWord> after) = isOld ? (words, new List<MarkedWord>()) : ([], words);
                Add(before, after, [], leaf);
            }
        }

        hasEdit |= !isMoved;
    }

    /// <summary>An item below "The Officer shall:" is a duty of its own. One that is found on the other side in the same words, led by the same duty, only stands elsewhere.</summary>
    private void Weigh(LedItem[] led, ImmutableArray<BlockChange> blocks)
    {
        List<(LedItem Item, List<MarkedWord> Lead, string Key)> read = [.. led.Where(i => !IsElsewhere(i)).Select(i => (Item: i, Lead: leads.Of(i.Lead))).Select(i => (i.Item, i.Lead, $"{LeadWords.AskedBy(i.Lead)}\n{ActOf(i.Item.Item)}"))];
        HashSet<string> inBoth = [.. read.Where(i => i.Item.IsOld).Select(i => i.Key)];
        inBoth.IntersectWith(read.Where(i => !i.Item.IsOld).Select(i => i.Key));
        foreach ((LedItem item, List<MarkedWord> lead, _) in read.Where(i => !i.Item.IsLeadTold && !inBoth.Contains(i.Key)))
        {
            if (LedItems.IsPutTogether(item, ActOf(item.Item), ActOf, blocks))
            {
                told.HasStanding = true;
                continue;
            }

            hasTelling |= lead.Exists(w => w.IsModal);
            // Under "may, only if:" an item is no right but a condition of one.
            if (LeadWords.DutyOf(lead) is { Act: not "…" } duty && !lead.Exists(LeadWords.IsCondition))
            {
                string begun = duty.Act.EndsWith(" …", StringComparison.Ordinal) ? duty.Act[..^2] : duty.Act;
                string act = $"{begun} … {PlainText.FirstWords(ActOf(item.Item), WordsOfItem)}".TrimStart();
                DutyChange found = (item.IsOld ? new DutyChange(duty.Actor, duty.Modal, null, null) { OldAct = act } : new(null, null, duty.Actor, duty.Modal) { NewAct = act }) with { ActOfItem = ActOf(item.Item) };
                duties.Add(found);
                items.Add((found, item.Item));
            }
        }
    }

    /// <summary>Whether all that an item says stands in another clause, below words that ask the same.</summary>
    private bool IsElsewhere(LedItem item)
    {
        ImmutableHashSet<string> keys = item.IsOld ? moved.Old : moved.New;
        return !keys.IsEmpty && EditedSentences.LeavesOf(item.Item).SelectMany(l => MarkedSentence.Of(EditedSentences.Words(tokenizer, l))).All(s => keys.Contains(s.Key));
    }

    /// <summary>What an item says, without the mark at its end, which goes by its place in the list.</summary>
    private static string ActOf(ListItem item)
    {
        string words = string.Join(' ', EditedSentences.LeavesOf(item).Select(b => PlainText.Of(Wording.Inlines(b)))).TrimEnd();
        foreach (string joiner in (string[])["; and", "; or", ", and", ", or"])
        {
            words = words.EndsWith(joiner, StringComparison.Ordinal) ? words[..^joiner.Length] : words;
        }

        return words.TrimEnd(';', '.', ',');
    }

    /// <summary>A sentence may forbid, permit, except or count without shall, may or must. What it then means is for counsel; that it may weigh is seen from its words.</summary>
    private (List<MarkedWord> Old, List<MarkedWord> New) Tell(ImmutableArray<WordChange> changes, HashSet<int> settled, bool isBound, bool isTitle = false)
    {
        List<MarkedWord> old = [];
        List<MarkedWord> now = [];
        for (int i = 0; i < changes.Length; i++)
        {
            bool isEdit = changes[i].IsEdit && !settled.Contains(i);
            MarkedWord.Read(tokenizer, changes[i].Old, isEdit, i, old);
            MarkedWord.Read(tokenizer, changes[i].New, isEdit, i, now);
        }

        HashSet<int> edited = [.. Enumerable.Range(0, changes.Length).Where(i => changes[i].IsEdit && !settled.Contains(i))];
        (HashSet<int> sharedByOld, HashSet<int> sharedByNew) = ([], []);
        (List<MarkedWord> before, List<MarkedWord> after) = (MovedWords.Without(old, moved.Old, sharedByOld), MovedWords.Without(now, moved.New, sharedByNew));
        MovedWords.WithoutShared(before, sharedByNew);
        MovedWords.WithoutShared(after, sharedByOld);
        HashSet<int> left = [.. before.Concat(after).Where(w => w.IsEdited && !w.IsPunctuation).Select(w => w.Stretch)];
        foreach (int stretch in edited)
        {
            // Of a stretch in which a sentence moved only what is left of it is an edit.
            bool isMoved = !left.Contains(stretch) && before.Concat(after).Any(w => w.Stretch == stretch && !w.IsEdited);
            hasEdit |= !isMoved;
            if (isMoved)
            {
                told.Add(changes[stretch]);
            }
        }

        hasTelling = hasTelling || TellingWords.AreIn([.. before.Concat(after).Where(w => w.IsEdited && !w.IsField)]) || changes.Any(TellingWords.IsTurned) || TellingWords.JoinsOtherwise(changes) || (!isTitle && edited.Any(i => TellingWords.NamesAnother(changes[i], sides))) || TellingWords.DifferInDuties(before, after, sides, isBound);
        hasBound |= Bounds.Differ(before, after);
        if (isTitle)
        {
            oldNumbers.AddRange(Numbers(before, []));
            newNumbers.AddRange(Numbers(after, []));
        }

        return (before, after);
    }

    /// <summary>What a definition binds is said wherever its term stands; the definition itself is told as one.</summary>
    private static List<MarkedWord> WithoutDefinitions(Block leaf, List<MarkedWord> words)
    {
        string defined = string.Join('\n', DefinedTerms.Of([leaf], []).Where(d => !d.IsInBrackets).Select(d => Letters(d.Text)));
        List<MarkedWord> left = [.. words];
        foreach (MarkedSentence sentence in defined.Length == 0 ? [] : MarkedSentence.Of(words).Where(s => defined.Contains(Letters(s.Text), StringComparison.Ordinal)))
        {
            for (int i = sentence.From; i < sentence.From + sentence.Marked.Count; i++)
            {
                left[i] = left[i] with { IsEdited = false };
            }
        }

        return left;

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }

    /// <param name="times">Words that say a time, of which it is known whether it is another.</param>
    private static IEnumerable<string> Numbers(List<MarkedWord> words, HashSet<int> times) =>
        words.Select((w, i) => w.IsEdited && !w.IsField && !times.Contains(i) && !TypedReferences.IsNumberOfPlace(words, i) ? Deadlines.NumberAt(words, i) : null).OfType<string>();

    private List<MarkedWord> Marked(Block leaf, bool isOld)
    {
        List<MarkedWord> words = MovedWords.Without(EditedSentences.Words(tokenizer, leaf), isOld ? moved.Old : moved.New, []);
        List<MarkedWord> edited = words.FindAll(w => w.IsEdited);
        hasTelling |= !areRecitals && TellingWords.Bind(edited);
        return words;
    }

    /// <param name="changes">The stretches of which the words are; empty for words of one side alone.</param>
    /// <param name="leaf">The paragraph, where it stands on one side alone.</param>
    private void Add(List<MarkedWord> old, List<MarkedWord> now, ImmutableArray<WordChange> changes, Block? leaf)
    {
        Times times = Deadlines.Changed(old, now);
        Found found = new(changes, leaf, old, now, [.. Duties.Changed(old, now)], times.Changes);
        oldNumbers.AddRange(Numbers(old, times.OldSettled));
        newNumbers.AddRange(Numbers(now, times.NewSettled));
        duties.AddRange(found.Duties.Select(f => f.Change));
        deadlines.AddRange(found.Deadlines);
        paragraphs.Add(found);
    }

    /// <summary>What was found in a paragraph.</summary>
    private sealed record Found(ImmutableArray<WordChange> Changes, Block? Leaf, List<MarkedWord> Old, List<MarkedWord> New, ImmutableArray<FoundDuty> Duties, ImmutableArray<FoundDeadline> Deadlines)
    {
        public void Tell(ToldChanges told, HashSet<DutyChange> duties, HashSet<DeadlineChange> deadlines)
        {
            FoundDuty[] kept = [.. Duties.Where(d => duties.Contains(d.Change))];
            FoundDeadline[] times = [.. Deadlines.Where(d => deadlines.Contains(d.Change))];
            told.Add(Changes, Old, [.. kept.Select(f => f.Old).OfType<Duty>()], [.. times.SelectMany(t => t.OldWords)], New, [.. kept.Select(f => f.New).OfType<Duty>()], [.. times.SelectMany(t => t.NewWords)]);
            foreach (int stretch in kept.Where(d => d.Old is null || d.New is null).Select(d => (d.Old ?? d.New)!).Where(d => d.Act != "…").Select(d => d.Stretch).Where(s => s >= 0 && s < Changes.Length))
            {
                // "Gone: …" stands for the whole of a sentence that was struck.
                (List<MarkedWord> was, List<MarkedWord> became) = (Old.FindAll(w => w.Stretch == stretch), New.FindAll(w => w.Stretch == stretch));
                if (Changes[stretch].IsEdit && (was.Count == 0 || became.Count == 0) && MarkedSentence.Of([.. was, .. became]).Take(2).Count() == 1)
                {
                    told.Add(Changes[stretch]);
                }
            }

            if (Leaf is not null && kept.Length > 0 && MarkedSentence.Of([.. Old, .. New]).Take(2).Count() == 1)
            {
                told.Add(Leaf);
            }
        }
    }
}
