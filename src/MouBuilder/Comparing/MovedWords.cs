using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>Tells the words of sentences that only stand elsewhere from those that were edited.</summary>
internal static class MovedWords
{
    /// <summary>The words, of which those of a sentence that only stands elsewhere are no edit.</summary>
    /// <param name="shared">Takes up the stretches that such a sentence shares with one of the other side, by which it only was put together.</param>
    public static List<MarkedWord> Without(List<MarkedWord> text, ImmutableHashSet<string> keys, HashSet<int> shared)
    {
        List<MarkedWord> words = DutyReader.WithAbbreviations(text);
        foreach (MarkedSentence sentence in keys.IsEmpty ? [] : MarkedSentence.Of(words).Where(s => (s.IsEdited || s.IsPartlyEdited) && keys.Contains(s.Key)).ToArray())
        {
            bool isSpliced = sentence.IsPartlyEdited;
            for (int i = sentence.From; i < sentence.From + sentence.Marked.Count; i++)
            {
                // The words it shares with another sentence make neither the other.
                _ = !isSpliced || words[i].IsEdited || shared.Add(words[i].Stretch);
                words[i] = words[i] with { IsEdited = false, Stretch = isSpliced ? -1 : words[i].Stretch };
            }
        }

        return words;
    }

    /// <summary>A sentence whose kept words are those of one that came from elsewhere, or went there, is new or gone as a whole.</summary>
    public static void WithoutShared(List<MarkedWord> words, HashSet<int> shared)
    {
        foreach (MarkedSentence sentence in shared.Count == 0 ? [] : MarkedSentence.Of(words).Where(s => s.IsPartlyEdited && s.Marked.TrueForAll(w => w.IsEdited || shared.Contains(w.Stretch))).ToArray())
        {
            for (int i = sentence.From; i < sentence.From + sentence.Marked.Count; i++)
            {
                words[i] = words[i] with { IsEdited = true };
            }
        }
    }
}
