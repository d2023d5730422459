using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Which changes of a part are told by a duty, a deadline, a name or a move, so that all the others are told by their words.</summary>
internal sealed class ToldChanges
{
    public static readonly ToldChanges None = new();

    private readonly HashSet<WordChange> told = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<WordChange> beside = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<WordChange> oldTold = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<WordChange> newTold = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Block> blocks = new(ReferenceEqualityComparer.Instance);

    public bool Contains(WordChange change) => told.Contains(change);

    public bool Contains(Block block) => blocks.Contains(block);

    /// <summary>Whether it stands in a sentence of which a duty or right is told, and is no part of what is quoted of it.</summary>
    public bool IsBeside(WordChange change) => beside.Contains(change) && !told.Contains(change);

    /// <summary>Whether everything the stretch holds of one side is told, whatever it holds of the other.</summary>
    public bool IsOldTold(WordChange change) => oldTold.Contains(change);

    /// <inheritdoc cref="IsOldTold"/>
    public bool IsNewTold(WordChange change) => newTold.Contains(change);

    /// <summary>Whether duties that were found in edits stand in other sentences of the part.</summary>
    public bool HasStanding { get; set; }

    /// <summary>Whether items stood or stand in another clause, below words that ask something else of them.</summary>
    public bool IsAskedOtherwise { get; set; }

    public void Add(WordChange change) => told.Add(change);

    public void Add(Block block) => blocks.Add(block);

    /// <summary>Takes up what duties and deadlines quote of the words of a paragraph.</summary>
    public void Add(ImmutableArray<WordChange> changes, List<MarkedWord> old, Duty[] oldDuties, ImmutableArray<int> oldTimes, List<MarkedWord> now, Duty[] newDuties, ImmutableArray<int> newTimes)
    {
        MarkedWord[] oldUnquoted = [.. Unquoted(old, oldDuties, oldTimes)];
        MarkedWord[] newUnquoted = [.. Unquoted(now, newDuties, newTimes)];
        HashSet<int> missing = [.. oldUnquoted.Select(w => w.Stretch), .. newUnquoted.Select(w => w.Stretch)];
        HashSet<int> oldMissing = [.. oldUnquoted.Where(w => !w.IsPunctuation).Select(w => w.Stretch)];
        HashSet<int> newMissing = [.. newUnquoted.Where(w => !w.IsPunctuation).Select(w => w.Stretch)];
        HashSet<int> worded = [.. old.Concat(now).Select(w => w.Stretch)]; // a blank that differs is quoted by nothing
        HashSet<int> near = [.. InSentences(old, oldDuties), .. InSentences(now, newDuties)];
        for (int i = 0; i < changes.Length; i++)
        {
            if (changes[i].IsEdit && worded.Contains(i) && !missing.Contains(i))
            {
                told.Add(changes[i]);
            }
            else if (near.Contains(i))
            {
                beside.Add(changes[i]);
            }

            if (changes[i].IsEdit && worded.Contains(i))
            {
                _ = oldMissing.Contains(i) || oldTold.Add(changes[i]);
                _ = newMissing.Contains(i) || newTold.Add(changes[i]);
            }
        }
    }

    /// <summary>The words that differ and are not quoted.</summary>
    private static IEnumerable<MarkedWord> Unquoted(List<MarkedWord> words, Duty[] duties, ImmutableArray<int> times)
    {
        HashSet<int> quoted = [.. duties.SelectMany(d => d.Quoted), .. times];
        return Enumerable.Range(0, words.Count).Where(i => words[i].IsEdited && !quoted.Contains(i)).Select(i => words[i]);
    }

    private static IEnumerable<int> InSentences(List<MarkedWord> words, Duty[] duties) =>
        duties.SelectMany(d => words[d.Sentence.From..Math.Min(d.Sentence.To, words.Count)]).Where(w => w.IsEdited).Select(w => w.Stretch);
}
