using MouBuilder.Comparing;

namespace MouBuilder.Importing;

/// <summary>
/// How far the words of a short paragraph are those of a long clause of the library. Rare words of the library count more, words of its titles count several times (BM25 over words with one word
/// for each matter), and the sum is held against what the paragraph could reach at most: 1 would be a clause that is about nothing but its words.
/// </summary>
internal sealed class MatterIndex
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.6;
    private const int TitleCounts = 4;
    private const int OwnTitleCounts = 2;

    // A word the library does not know says that the paragraph is about something else, though it may be a name.
    private const double UnknownWeight = 0.5;

    private readonly Dictionary<string, double> rarity = new(StringComparer.Ordinal);
    private readonly List<(Dictionary<string, int> Words, double Length)> clauses = [];
    private readonly double rarest;
    private readonly double average;

    /// <param name="library">The versions of the clauses; those of one id count once where it is asked how rare a word is.</param>
    public MatterIndex(IReadOnlyList<(string Id, string Title, string Text)> library)
    {
        Dictionary<string, HashSet<string>> holders = new(StringComparer.Ordinal);
        foreach ((string id, string title, string text) in library)
        {
            Dictionary<string, int> words = Count(title, text, TitleCounts);
            clauses.Add((words, words.Values.Sum()));
            foreach (string word in words.Keys)
            {
                (holders.TryGetValue(word, out HashSet<string>? ids) ? ids : holders[word] = new(StringComparer.Ordinal)).Add(id);
            }
        }

        int count = library.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count();
        foreach ((string word, HashSet<string> ids) in holders)
        {
            rarity[word] = Rarity(ids.Count, count);
        }

        rarest = Rarity(1, count);
        average = clauses.Count == 0 ? 1 : clauses.Average(c => c.Length);
    }

    /// <summary>For each version of the library how far a paragraph is about its matter, from 0 to 1.</summary>
    /// <param name="title">The paragraph's own title, which says its matter best; empty where it has none.</param>
    public double[] Of(string title, string text)
    {
        Dictionary<string, int> words = Count(title, text, OwnTitleCounts);
        (string Word, double Weight)[] weighed = [.. words.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, (1 + Math.Log(w.Value)) * rarity.GetValueOrDefault(w.Key, UnknownWeight * rarest)))];
        double most = weighed.Sum(w => w.Weight);
        return [.. clauses.Select(c => most == 0 ? 0 : weighed.Sum(w => w.Weight * Held(c.Words.GetValueOrDefault(w.Word), c.Length / average)) / most)];
    }

    private static double Held(int times, double length) => times == 0 ? 0 : times / (times + (Saturation * (1 - LengthWeight + (LengthWeight * length))));

    private static double Rarity(int holders, int count) => Math.Log(1 + ((count - holders + 0.5) / (holders + 0.5)));

    /// <summary>How often each word stands in a text; those of its title count several times.</summary>
    private static Dictionary<string, int> Count(string title, string text, int ofTitle)
    {
        Dictionary<string, int> words = TopicWords.Count(text, MatterWords.Of);
        foreach ((string word, int times) in TopicWords.Count(title, MatterWords.Of))
        {
            words[word] = words.GetValueOrDefault(word) + (ofTitle * times);
        }

        return words;
    }
}
