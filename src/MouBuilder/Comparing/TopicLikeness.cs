namespace MouBuilder.Comparing;

/// <summary>The words of a clause and of its title, each weighed.</summary>
internal sealed record Topic(Dictionary<string, double> Text, Dictionary<string, double> Title);

/// <summary>
/// How much two clauses are about the same matter, even when no sentence of one stands in the other. A word counts the more the fewer clauses use it, and titles
/// count beside texts.
/// </summary>
internal sealed class TopicLikeness
{
    private const double TitleWeight = 0.4;

    private readonly Dictionary<string, double> rarity = new(StringComparer.Ordinal);

    /// <param name="clauses">All clauses that tell which words are rare; those of one group count once.</param>
    public TopicLikeness(IEnumerable<(string Group, string Title, string Text)> clauses)
    {
        (string Group, string[] Words)[] all = [.. clauses.Select(c => (c.Group, Count(c.Title + " " + c.Text).Keys.ToArray()))];
        int groups = all.Select(c => c.Group).Distinct(StringComparer.Ordinal).Count();
        foreach (IGrouping<string, string> word in all.SelectMany(c => c.Words.Select(w => (Word: w, c.Group))).Distinct().GroupBy(p => p.Word, p => p.Group))
        {
            rarity[word.Key] = Math.Log((1.0 + groups) / (1.0 + word.Count())) + 0.1;
        }
    }

    public Topic Of(string title, string text) => new(Weighed(Count(text)), Weighed(Count(title)));

    /// <summary>1 for the same words in title and text, 0 for none in common.</summary>
    public static double Of(Topic a, Topic b) => ((1 - TitleWeight) * Cosine(a.Text, b.Text)) + (TitleWeight * Cosine(a.Title, b.Title));

    private Dictionary<string, double> Weighed(Dictionary<string, int> words)
    {
        Dictionary<string, double> weighed = words.ToDictionary(w => w.Key, w => (1 + Math.Log(w.Value)) * rarity.GetValueOrDefault(w.Key, 1.0), StringComparer.Ordinal);
        double length = Math.Sqrt(weighed.Values.Order().Sum(v => v * v));
        return length == 0 ? weighed : weighed.ToDictionary(w => w.Key, w => w.Value / length, StringComparer.Ordinal);
    }

    // Added up in the order of the numbers, so that the sum is the same from both sides.
    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b) =>
        a.Where(w => b.ContainsKey(w.Key)).Select(w => w.Value * b[w.Key]).Order().Sum();

    private static Dictionary<string, int> Count(string text) => TopicWords.Count(text, TopicWords.Stem);
}
