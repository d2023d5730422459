using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What the weighing knows of the sides beside their words.</summary>
/// <param name="IsOldReconstructed">The notes of a reconstruction are ours, so they bind nobody and set no time.</param>
internal sealed record WeighedSides(ActorNames OldActors, ActorNames NewActors, bool IsOldReconstructed, bool IsNewReconstructed)
{
    public static WeighedSides Of(ComparisonSide old, ComparisonSide now) =>
        new(ActorNames.Of(old), ActorNames.Of(now), old.Reconstruction.Length > 0, now.Reconstruction.Length > 0);
}

/// <summary>Says how much the changes of a part weigh.</summary>
internal sealed class Weighing
{
    private readonly Tokenizer tokenizer;
    private readonly List<DutyChange> duties = [];
    private readonly List<(DeadlineChange Change, string? OldAmount, string? NewAmount)> deadlines = [];
    private bool hasTelling;
    private readonly List<string> oldNumbers = [];
    private readonly List<string> newNumbers = [];

    private Weighing(Tokenizer tokenizer) => this.tokenizer = tokenizer;

    public static (ChangeRank Rank, ImmutableArray<DutyChange> Duties, ImmutableArray<DeadlineChange> Deadlines) Of(
        Tokenizer tokenizer, WeighedSides sides, ImmutableArray<WordChange> title, ImmutableArray<BlockChange> blocks, ImmutableArray<BlockChange> notes)
    {
        Weighing weighing = new(tokenizer);
        HashSet<WordChangeKind> kinds = [.. title.Select(w => w.Kind)];
        bool isWordless = true;
        HashSet<BlockChange> ours = new(notes.Where(n => (sides.IsOldReconstructed && n.Old is not null) || (sides.IsNewReconstructed && n.New is not null)).SelectMany(n => n.WithDescendants()), ReferenceEqualityComparer.Instance);
        foreach (BlockChange block in blocks.Concat(notes).SelectMany(b => b.WithDescendants()).Where(b => b.Kind != BlockChangeKind.Same))
        {
            kinds.UnionWith(block.Words.Select(w => w.Kind));
            isWordless &= block.Kind == BlockChangeKind.Changed;
            if (!ours.Contains(block))
            {
                weighing.Weigh(block);
            }
        }

        // What was said under (a) and is said under (b) is neither lost nor gained.
        ImmutableArray<DutyChange> duties = Settled(
            weighing.duties, d => (sides.OldActors.KeyOf(d.OldActor), d.OldModal), d => (sides.NewActors.KeyOf(d.NewActor), d.NewModal), (null, null));
        ImmutableArray<DeadlineChange> deadlines = [.. Settled(weighing.deadlines, d => d.OldAmount, d => d.NewAmount, null).Select(d => d.Change)];
        bool hasEdit = kinds.Overlaps([WordChangeKind.Inserted, WordChangeKind.Deleted, WordChangeKind.Replaced]);
        weighing.Tell(title);
        ChangeRank rank = !duties.IsEmpty || weighing.hasTelling ? ChangeRank.DutyOrRight
            : !deadlines.IsEmpty || !weighing.oldNumbers.SequenceEqual(weighing.newNumbers) ? ChangeRank.Deadline
            : hasEdit || !isWordless ? ChangeRank.Wording
            : kinds.Contains(WordChangeKind.Formatting) ? ChangeRank.Formatting
            : kinds.Contains(WordChangeKind.Reference) ? ChangeRank.Reference
            : ChangeRank.None;
        return (rank, duties, deadlines);
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

    private void Weigh(BlockChange change)
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
                (List<MarkedWord> old, List<MarkedWord> now) = Tell(change.Words);
                Add(old, now);
                break;
            default:
                break;
        }
    }

    /// <summary>A sentence may forbid, permit, except or count without shall, may or must. What it then means is for counsel; that it may weigh is seen from its words.</summary>
    private (List<MarkedWord> Old, List<MarkedWord> New) Tell(ImmutableArray<WordChange> changes)
    {
        List<MarkedWord> old = [];
        List<MarkedWord> now = [];
        for (int i = 0; i < changes.Length; i++)
        {
            MarkedWord.Read(tokenizer, changes[i].Old, changes[i].IsEdit, i, old);
            MarkedWord.Read(tokenizer, changes[i].New, changes[i].IsEdit, i, now);
            if (changes[i].IsEdit)
            {
                Tell(changes[i].Old);
                Tell(changes[i].New);
            }
        }

        oldNumbers.AddRange(Numbers(old));
        newNumbers.AddRange(Numbers(now));
        return (old, now);
    }

    private static IEnumerable<string> Numbers(List<MarkedWord> words) => words.Select((w, i) => w.IsEdited ? Deadlines.NumberAt(words, i) : null).OfType<string>();

    private void Tell(ImmutableArray<Inline> edited)
    {
        foreach (string word in PlainText.Of([.. edited.Where(i => i is TextRun or Term)]).Split([' ', '\u00A0', ',', '.', ';', ':', '(', ')', '"', '“', '”', '$', '%'], StringSplitOptions.RemoveEmptyEntries))
        {
            hasTelling |= (Telling.Contains(word) && word != "May") || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);
        }
    }

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "never", "neither", "nor", "cannot", "shall", "must", "may", "should", "will", "prohibited", "prohibits", "forbidden", "forbids", "permitted", "permits", "allowed", "allows", "required", "requires",
        "entitled", "right", "rights", "obliged", "obligated", "responsible", "agrees", "agree", "declines", "refuses", "waives", "unless", "except", "only", "consent", "approval", "consultation",
    };

    private List<MarkedWord> Marked(Block leaf)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, Wording.Inlines(leaf), true, 0, words);
        hasTelling |= words.Exists(w => w.IsModal);
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
