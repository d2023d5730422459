using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A party or a defined term that each text calls by another name.</summary>
/// <param name="Role">The party's role; null for a defined term.</param>
internal sealed record Renaming(string? Role, string Old, string New);

/// <summary>
/// The parties and the defined terms that both texts have, under other names. The parties of agreements are known; papers give their short names in brackets, as defined terms.
/// A term that the other text goes on using is not renamed: there it means what nobody says any more.
/// Beside a reconstruction no term is renamed, since its definitions are not the signed ones.
/// </summary>
internal sealed partial class Renamings
{
    /// <summary>The share of the longer definition's words that both have.</summary>
    private const double Alike = 0.7;

    public static readonly Renamings None = new([]);

    private readonly Regex? names;
    private readonly Dictionary<string, string> newOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly int longest;

    private Renamings(ImmutableArray<Renaming> all)
    {
        All = all;
        foreach (Renaming renaming in all)
        {
            newOf.TryAdd(renaming.Old, renaming.New);
        }

        longest = all.Select(r => Math.Max(WordsOf(r.Old).Length, WordsOf(r.New).Length)).Append(1).Max();
        names = ActorNames.Pattern(newOf.Keys);
    }

    public ImmutableArray<Renaming> All { get; }

    public static Renamings Of(ComparisonSide old, ComparisonSide now)
    {
        ImmutableArray<Party> before = old.Agreement?.Agreement.Parties ?? [];
        ImmutableArray<Party> after = now.Agreement?.Agreement.Parties ?? [];
        Renaming[] parties =
        [
            .. before.Join(after, p => (p.Role, p.Name, p.LegalName), p => (p.Role, p.Name, p.LegalName), (o, n) => new Renaming(o.Role, o.Short, n.Short))
                .Where(r => r.Old.Length > 0 && r.New.Length > 0 && !r.Old.Equals(r.New, StringComparison.OrdinalIgnoreCase)),
        ];
        IEnumerable<Renaming> terms = old.Reconstruction.Length > 0 || now.Reconstruction.Length > 0 ? [] : Terms(DefinedTerms.Of(old.Document), DefinedTerms.Of(now.Document)).Where(t => !TermUses.AreIn(now.Document, t.Old, t.New) && !TermUses.AreIn(old.Document, t.New, t.Old));
        return new([.. parties, .. terms.Where(t => !Array.Exists(parties, p => p.Old.Equals(t.Old, StringComparison.OrdinalIgnoreCase)))]);
    }

    /// <summary>Whether a stretch says the same on both sides but for what a party or a term is called; the words around it may be part of the name.</summary>
    public bool IsAll(ImmutableArray<WordChange> words, int at)
    {
        if (names is null || !words[at].IsEdit)
        {
            return false;
        }

        string before = at > 0 && !words[at - 1].IsEdit ? words[at - 1].NewText : "";
        string after = at + 1 < words.Length && !words[at + 1].IsEdit ? words[at + 1].NewText : "";
        (before, after) = (before[StartOfLast(before)..], after[..EndOfFirst(after)]);
        return IsAll(before + words[at].OldText + after, before + words[at].NewText + after);
    }

    /// <summary>Whether two wordings say the same but for what a party or a term is called.</summary>
    public bool IsAll(string old, string now) => names is not null && names.IsMatch(old) && WithoutArticles(Renamed(old)).Equals(WithoutArticles(now.Trim()), StringComparison.OrdinalIgnoreCase);

    /// <summary>What a name of the old text is in the new one; the name itself where it was not renamed.</summary>
    public string NewOf(string name) => newOf.GetValueOrDefault(name, name);

    private string Renamed(string old) => names!.Replace(old, m => newOf[m.Groups["name"].Value] + m.Groups["many"].Value).Trim();

    // "a" and "an" go by the word behind them, and "the Department" is "DPD".
    private static string WithoutArticles(string text) => Article().Replace(text, "");

    private int StartOfLast(string text)
    {
        int at = text.Length;
        for (int i = 0; i < longest && at > 0; i++)
        {
            at = text.LastIndexOf(' ', at - 1);
        }

        return Math.Max(at, 0);
    }

    private int EndOfFirst(string text)
    {
        int at = 0;
        for (int i = 0; i < longest && at >= 0; i++)
        {
            at = at < text.Length ? text.IndexOf(' ', at + 1) : -1;
        }

        return at < 0 ? text.Length : at;
    }

    /// <summary>The terms that stand in one text alone, each with the one that the other text defines alike, best pairs first.</summary>
    private static IEnumerable<Renaming> Terms(ImmutableArray<Definition> old, ImmutableArray<Definition> now)
    {
        List<Definition> gone = Without(old, now);
        List<Definition> come = Without(now, old);
        var pairs = from o in gone from n in come let likeness = Likeness(o, n) where likeness >= Alike orderby likeness descending, gone.IndexOf(o) + come.IndexOf(n) select (Old: o, New: n);
        foreach ((Definition was, Definition became) in pairs.ToArray())
        {
            if (gone.Contains(was) && come.Contains(became))
            {
                gone.Remove(was);
                come.Remove(became);
                yield return new(null, was.Term, became.Term);
            }
        }
    }

    private static List<Definition> Without(ImmutableArray<Definition> definitions, ImmutableArray<Definition> others)
    {
        HashSet<string> taken = new(others.Select(d => d.Term), StringComparer.OrdinalIgnoreCase);
        return [.. definitions.Where(d => !taken.Contains(d.Term)).DistinctBy(d => d.Term, StringComparer.OrdinalIgnoreCase)];
    }

    private static double Likeness(Definition a, Definition b)
    {
        if (a.IsInBrackets != b.IsInBrackets || a.Terms != b.Terms)
        {
            return 0;
        }

        Dictionary<string, int> words = WordsOf(a.Meaning).CountBy(w => w, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        string[] others = WordsOf(b.Meaning);
        int shared = others.CountBy(w => w, StringComparer.OrdinalIgnoreCase).Sum(w => Math.Min(w.Value, words.GetValueOrDefault(w.Key)));
        return (double)shared / Math.Max(1, Math.Max(words.Values.Sum(), others.Length));
    }

    private static string[] WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\b(?:an?|the)[ \u00A0]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
