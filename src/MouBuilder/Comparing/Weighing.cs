using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What the weighing knows of the sides beside their words.</summary>
/// <param name="IsOldReconstructed">The notes of a reconstruction are ours, so they bind nobody and set no time.</param>
/// <param name="Renumbered">The numbers of the parts that stand on both sides and have another one now.</param>
internal sealed record WeighedSides(ActorNames OldActors, ActorNames NewActors, bool IsOldReconstructed, bool IsNewReconstructed, ImmutableHashSet<(string Old, string New)> Renumbered)
{
    /// <param name="labels">The labels of the parts that stand on both sides.</param>
    public static WeighedSides Of(ComparisonSide old, ComparisonSide now, IEnumerable<(string? Old, string? New)> labels) =>
        new(ActorNames.Of(old), ActorNames.Of(now), old.Reconstruction.Length > 0, now.Reconstruction.Length > 0,
            [.. labels.Where(l => l.Old is not null && l.New is not null && l.Old != l.New).Select(l => (TypedReferences.NumberOf(l.Old!), TypedReferences.NumberOf(l.New!)))]);
}

/// <summary>How much the changes of a part weigh, and what was found in them.</summary>
internal sealed record Weight(ChangeRank Rank, ImmutableArray<DutyChange> Duties, ImmutableArray<DeadlineChange> Deadlines, ImmutableArray<TypedReference> References);

/// <summary>Says how much the changes of a part weigh.</summary>
internal sealed class Weighing
{
    private const int WordsOfItem = 7;

    private readonly Tokenizer tokenizer;
    private readonly WeighedSides sides;
    private readonly HashSet<WordChangeKind> kinds = [];
    private readonly List<DutyChange> duties = [];
    private readonly List<(DeadlineChange Change, string? OldAmount, string? NewAmount)> deadlines = [];
    private readonly List<TypedReference> references = [];
    private readonly List<string> oldNumbers = [];
    private readonly List<string> newNumbers = [];
    private bool hasTelling;

    private Weighing(Tokenizer tokenizer, WeighedSides sides) => (this.tokenizer, this.sides) = (tokenizer, sides);

    public static Weight Of(Tokenizer tokenizer, WeighedSides sides, ImmutableArray<WordChange> title, ImmutableArray<BlockChange> blocks, ImmutableArray<BlockChange> notes)
    {
        Weighing weighing = new(tokenizer, sides);
        bool isWordless = true;
        HashSet<BlockChange> ours = new(notes.Where(n => (sides.IsOldReconstructed && n.Old is not null) || (sides.IsNewReconstructed && n.New is not null)).SelectMany(n => n.WithDescendants()), ReferenceEqualityComparer.Instance);
        foreach (BlockChange block in blocks.Concat(notes).SelectMany(b => b.WithDescendants()).Where(b => b.Kind is not (BlockChangeKind.Same or BlockChangeKind.MovedFrom)))
        {
            isWordless &= block.Kind is BlockChangeKind.Changed or BlockChangeKind.MovedTo;
            HashSet<int> typed = weighing.Read(block.Words);
            if (!ours.Contains(block))
            {
                weighing.Weigh(block, typed);
            }
        }

        weighing.Weigh([.. LedItems.Of(blocks)]);
        weighing.Tell(title, weighing.Read(title));
        return weighing.Weighed(isWordless);
    }

    private Weight Weighed(bool isWordless)
    {
        // What was said under (a) and is said under (b) is neither lost nor gained.
        ImmutableArray<DutyChange> changed = Settled(
            duties, d => (sides.OldActors.KeyOf(d.OldActor), d.OldModal, OfItem(d.OldAct)), d => (sides.NewActors.KeyOf(d.NewActor), d.NewModal, OfItem(d.NewAct)), (null, null, ""));
        ImmutableArray<DeadlineChange> times = [.. Settled(deadlines, d => d.OldAmount, d => d.NewAmount, null).Select(d => d.Change)];
        bool hasEdit = kinds.Overlaps([WordChangeKind.Inserted, WordChangeKind.Deleted, WordChangeKind.Replaced]);
        ChangeRank rank = !changed.IsEmpty || hasTelling ? ChangeRank.DutyOrRight
            : !times.IsEmpty || !oldNumbers.SequenceEqual(newNumbers) ? ChangeRank.Deadline
            : hasEdit || !isWordless ? ChangeRank.Wording
            : kinds.Contains(WordChangeKind.Formatting) ? ChangeRank.Formatting
            : kinds.Contains(WordChangeKind.Reference) ? ChangeRank.Reference
            : ChangeRank.None;
        return new(rank, changed, times, [.. references.Distinct()]);
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

    /// <summary>Takes up what kinds of changes stretches are; those in which nothing but the numbers of typed references became others are given back.</summary>
    private HashSet<int> Read(ImmutableArray<WordChange> words)
    {
        Dictionary<int, TypedReference[]> typed = TypedReferences.Of(tokenizer, words, sides.Renumbered);
        for (int i = 0; i < words.Length; i++)
        {
            kinds.Add(typed.TryGetValue(i, out TypedReference[]? found) && found.All(r => r.Follows) ? WordChangeKind.Reference : words[i].Kind);
        }

        references.AddRange(typed.OrderBy(t => t.Key).SelectMany(t => t.Value));
        return [.. typed.Keys];
    }

    private void Weigh(BlockChange change, HashSet<int> typed)
    {
        switch (change.Kind)
        {
            case BlockChangeKind.Added:
                foreach (Block leaf in LeavesOf(change.New!))
                {
                    Add([], Marked(leaf));
                }

                break;
            case BlockChangeKind.Removed:
                foreach (Block leaf in LeavesOf(change.Old!))
                {
                    Add(Marked(leaf), []);
                }

                break;
            case var _ when change.New is Paragraph { Role: ParagraphRole.Body }:
                (List<MarkedWord> old, List<MarkedWord> now) = Tell(change.Words, typed);
                Add(old, now);
                break;
            default:
                break;
        }
    }

    /// <summary>An item below "The Officer shall:" is a duty of its own. One that is found on the other side in the same words only stands elsewhere.</summary>
    private void Weigh(LedItem[] items)
    {
        HashSet<string> inBoth = [.. items.Where(i => i.IsOld).Select(i => WordsOf(i.Item))];
        inBoth.IntersectWith(items.Where(i => !i.IsOld).Select(i => WordsOf(i.Item)));
        foreach (LedItem item in items.Where(i => !inBoth.Contains(WordsOf(i.Item))))
        {
            List<MarkedWord> lead = [.. item.Lead.SelectMany(LastSentence)];
            hasTelling |= lead.Exists(w => w.IsModal);
            // Under "may, only if:" an item is no right but a condition of one.
            if (DutyReader.Read(lead).LastOrDefault() is { Act: not "…" } duty && !lead.Exists(w => w.IsOneOf(Conditions)))
            {
                string act = $"{duty.Act.Replace(" …", "", StringComparison.Ordinal)} … {PlainText.FirstWords(WordsOf(item.Item).TrimEnd(';', '.', ','), WordsOfItem)}".TrimStart();
                duties.Add(item.IsOld ? new(duty.Actor, duty.Modal, null, null) { OldAct = act } : new(null, null, duty.Actor, duty.Modal) { NewAct = act });
            }
        }
    }

    private static readonly ImmutableHashSet<string> Conditions = WordSet.Of("if when where whether whenever unless only except until");

    private static string WordsOf(ListItem item) => string.Join(' ', LeavesOf(item).Select(b => PlainText.Of(Wording.Inlines(b))));

    private List<MarkedWord> LastSentence(Paragraph paragraph)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, paragraph.Content, true, 0, words);
        while (words.Count > 0 && words[^1].IsPunctuation)
        {
            words.RemoveAt(words.Count - 1);
        }

        return words[(words.FindLastIndex(w => w.EndsSentence) + 1)..];
    }

    // What "shall:" asks stands in the item alone, and one item is not another.
    private static string OfItem(string act) => act.Contains("… ", StringComparison.Ordinal) ? act : "";

    /// <summary>A sentence may forbid, permit, except or count without shall, may or must. What it then means is for counsel; that it may weigh is seen from its words.</summary>
    private (List<MarkedWord> Old, List<MarkedWord> New) Tell(ImmutableArray<WordChange> changes, HashSet<int> typed)
    {
        List<MarkedWord> old = [];
        List<MarkedWord> now = [];
        for (int i = 0; i < changes.Length; i++)
        {
            bool isEdit = changes[i].IsEdit && !typed.Contains(i);
            MarkedWord.Read(tokenizer, changes[i].Old, isEdit, i, old);
            MarkedWord.Read(tokenizer, changes[i].New, isEdit, i, now);
            if (isEdit)
            {
                hasTelling |= TellingWords.AreIn(changes[i].Old) || TellingWords.AreIn(changes[i].New);
            }
        }

        oldNumbers.AddRange(Numbers(old));
        newNumbers.AddRange(Numbers(now));
        return (old, now);
    }

    private static IEnumerable<string> Numbers(List<MarkedWord> words) => words.Select((w, i) => w.IsEdited ? Deadlines.NumberAt(words, i) : null).OfType<string>();

    private List<MarkedWord> Marked(Block leaf)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, Wording.Inlines(leaf), true, 0, words);
        hasTelling |= words.Exists(w => w.IsModal) || TellingWords.Forbid(words);
        return words;
    }

    private void Add(List<MarkedWord> old, List<MarkedWord> now)
    {
        duties.AddRange(Duties.Changed(old, now));
        deadlines.AddRange(Deadlines.Changed(old, now));
    }

    // A title or a notice about the document binds nobody.
    private static IEnumerable<Block> LeavesOf(Block block) => block.WithDescendants().Where(b => b is Paragraph { Role: ParagraphRole.Body });
}
