using System.Collections.Immutable;
using MouBuilder.Clauses;
using System.Text.RegularExpressions;

namespace MouBuilder.Importing;

/// <summary>How sure it is that a clause of a paper is a clause of the library.</summary>
internal enum Confidence
{
    /// <summary>None of the library is like it.</summary>
    None,

    Low,
    Middle,
    High,

    /// <summary>The paper itself says so, as Word files of ours do.</summary>
    Tagged,

    /// <summary>Counsel said so.</summary>
    Counsel,
}

/// <summary>What a clause of the paper was found to be.</summary>
/// <param name="Version">The version whose words are nearest; empty when the library has none like it.</param>
internal sealed record ClauseMatch(string Id, string Version, Confidence Confidence, double Likeness);

/// <summary>
/// Finds for each clause of a paper the clause of the library that it is. Words count the more the fewer clauses of the library use them; titles count beside
/// texts; each clause of the library is given once, to the one most like it.
/// </summary>
internal sealed partial class ClauseMatcher
{
    private const double TitleWeight = 0.4;
    private const double Least = 0.2;
    private const double Middle = 0.32;
    private const double High = 0.5;

    private readonly List<Known> known = [];
    private readonly Dictionary<string, double> rarity = new(StringComparer.Ordinal);

    public ClauseMatcher(IEnumerable<ClauseVersion> versions)
    {
        ClauseVersion[] all = [.. versions];
        (ClauseVersion Version, Dictionary<string, int> Text, Dictionary<string, int> Title)[] counted = [.. all.Select(v => (v, Count(v.Text.Text), Count(v.Title + " " + v.Id.Replace('-', ' '))))];
        int clauses = all.Select(v => v.Id).Distinct(StringComparer.Ordinal).Count();
        foreach (IGrouping<string, string> word in counted.SelectMany(c => c.Text.Keys.Concat(c.Title.Keys).Distinct().Select(w => (Word: w, c.Version.Id))).Distinct().GroupBy(p => p.Word, p => p.Id))
        {
            rarity[word.Key] = Math.Log((1.0 + clauses) / (1.0 + word.Count())) + 0.1;
        }

        known.AddRange(counted.Select(c => new Known(c.Version.Id, c.Version.Version, Weighed(c.Text), Weighed(c.Title))));
    }

    private sealed record Known(string Id, string Version, Dictionary<string, double> Text, Dictionary<string, double> Title);

    public ImmutableArray<ClauseMatch> Match(ImmutableArray<PaperClause> paper)
    {
        ClauseMatch[] matches = [.. paper.Select(_ => new ClauseMatch("", "", Confidence.None, 0))];
        HashSet<string> taken = new(StringComparer.Ordinal);
        for (int i = 0; i < paper.Length; i++)
        {
            if (paper[i].Clause.From?.Clause is { } origin && known.LastOrDefault(k => k.Id == origin.Id) is { } newest && taken.Add(origin.Id))
            {
                matches[i] = new(origin.Id, known.Any(k => k.Id == origin.Id && k.Version == origin.Version) ? origin.Version : newest.Version, Confidence.Tagged, 1);
            }
        }

        List<(int Paper, Known Known, double Likeness)> found = [];
        for (int i = 0; i < paper.Length; i++)
        {
            if (matches[i].Confidence == Confidence.None)
            {
                Dictionary<string, double> text = Weighed(Count(paper[i].Words));
                Dictionary<string, double> title = Weighed(Count(paper[i].Title));
                found.AddRange(known.Select(k => (i, k, ((1 - TitleWeight) * Cosine(text, k.Text)) + (TitleWeight * Cosine(title, k.Title)))).Where(f => f.Item3 >= Least));
            }
        }

        foreach ((int at, Known clause, double likeness) in found.OrderByDescending(f => f.Likeness).ThenBy(f => f.Paper).ThenBy(f => f.Known.Id, StringComparer.Ordinal))
        {
            if (matches[at].Confidence == Confidence.None && taken.Add(clause.Id))
            {
                matches[at] = new(clause.Id, clause.Version, likeness >= High ? Confidence.High : likeness >= Middle ? Confidence.Middle : Confidence.Low, likeness);
            }
        }

        return [.. matches];
    }

    private Dictionary<string, double> Weighed(Dictionary<string, int> words)
    {
        Dictionary<string, double> weighed = words.ToDictionary(w => w.Key, w => (1 + Math.Log(w.Value)) * rarity.GetValueOrDefault(w.Key, 1.0), StringComparer.Ordinal);
        double length = Math.Sqrt(weighed.Values.Sum(v => v * v));
        return length == 0 ? weighed : weighed.ToDictionary(w => w.Key, w => w.Value / length, StringComparer.Ordinal);
    }

    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b) =>
        a.Count > b.Count ? Cosine(b, a) : a.Sum(w => b.TryGetValue(w.Key, out double other) ? w.Value * other : 0);

    private static Dictionary<string, int> Count(string text)
    {
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (Match match in Word().Matches(Code().Replace(text, " ")))
        {
            string word = Stem(match.Value.ToLowerInvariant());
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    // Enough for English plurals and verbs; both sides go through it alike.
    private static string Stem(string word) => word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
