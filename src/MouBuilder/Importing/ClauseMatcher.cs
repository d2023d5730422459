using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;

namespace MouBuilder.Importing;

/// <summary>How sure it is that a clause of a paper is a clause of the library.</summary>
internal enum Confidence
{
    /// <summary>None of the library is like it.</summary>
    None,

    Low,
    Middle,

    /// <summary>Given only to a clause with words enough to be known by.</summary>
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
/// Finds for each clause of a paper the clause of the library that it is about. Rare words count more, titles several times, and words for one matter are one; each clause of the library is given
/// once, to the one most like it.
/// </summary>
internal sealed class ClauseMatcher
{
    private const double Least = 0.25;
    private const double Middle = 0.3;
    private const double High = 0.42;

    // How texts of the library name it.
    private const string ThirdParty = "{{ partner.";

    private readonly MatterIndex matters;
    private readonly ImmutableArray<ClauseVersion> known;

    // Beside each of the known, the words of its title and of its id.
    private readonly ImmutableArray<(HashSet<string> Title, HashSet<string> Id)> names;

    public ClauseMatcher(IReadOnlyCollection<ClauseVersion> versions)
    {
        known = [.. versions];
        names = [.. known.Select(v => (WordsOf(v.Title), WordsOf(SpokenIdOf(v))))];
        matters = new([.. known.Select(v => (v.Id, TitleOf(v), v.Text.Text))]);
    }

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

        // A clause for a third party, such as a nonprofit, is none of a paper that knows no such party.
        bool hasPartner = paper.Any(p => p.Words.Contains("nonprofit", StringComparison.OrdinalIgnoreCase));
        List<(int Paper, ClauseVersion Known, double Likeness, bool IsCalledSo)> found = [];
        for (int i = 0; i < paper.Length; i++)
        {
            if (matches[i].Confidence == Confidence.None)
            {
                // The heading of a section is about all of its paragraphs and says little of one of several.
                string title = paper[i] is { Clause.Title.IsEmpty: true, Section: var section } && section?.Blocks.OfType<Documents.Clause>().Count() != 1 ? "" : paper[i].Title;
                HashSet<string> own = WordsOf(title);
                found.AddRange(matters.Of(title, paper[i].Words).Zip(known, names).Select(f => (Paper: i, Known: f.Second, Likeness: f.First, IsCalledSo: own.Count > 0 && (own.SetEquals(f.Third.Title) || own.SetEquals(f.Third.Id))))
                    .Where(f => (f.Likeness >= Least || f.IsCalledSo) && (hasPartner || !f.Known.Text.Text.Contains(ThirdParty, StringComparison.Ordinal))));
            }
        }

        // What a clause is called says more than a few words that it shares with another, and less than a text that is surely another's.
        foreach ((int at, ClauseVersion clause, double likeness, _) in found.OrderByDescending(f => f.IsCalledSo ? Math.Max(f.Likeness, High) : f.Likeness).ThenByDescending(f => f.Likeness).ThenBy(f => f.Paper).ThenBy(f => f.Known.Id, StringComparer.Ordinal))
        {
            if (matches[at].Confidence == Confidence.None && taken.Add(clause.Id))
            {
                matches[at] = new(clause.Id, clause.Version, likeness >= High && paper[at].IsTelling ? Confidence.High : likeness >= Middle ? Confidence.Middle : Confidence.Low, likeness);
            }
        }

        return [.. matches];
    }

    private static HashSet<string> WordsOf(string title) => [.. TopicWords.Count(title, MatterWords.Of).Keys];

    private static string TitleOf(ClauseVersion version) => version.Title + " " + SpokenIdOf(version);

    private static string SpokenIdOf(ClauseVersion version) => version.Id.Replace('-', ' ');
}
