using System.Text.RegularExpressions;
using MouBuilder.Agreements;

namespace MouBuilder.Comparing;

/// <summary>What makes two actors one: the same words in any letter case and with either apostrophe, a party called by its role, since each agreement names its parties itself, and a renamed term by its new name.</summary>
internal sealed class ActorNames
{
    /// <summary>For a text whose agreement is not known.</summary>
    public static readonly ActorNames Unknown = new([], []);

    private readonly Dictionary<string, string> roles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Regex? names;

    public ActorNames(IEnumerable<Party> parties, IEnumerable<Renaming> renamings)
    {
        foreach (Party party in parties)
        {
            foreach (string name in new[] { party.Short, party.Name, party.LegalName }.Where(n => n.Length > 0))
            {
                roles.TryAdd(name, party.Role);
            }
        }

        foreach (Renaming term in renamings.Where(r => r.Role is null))
        {
            roles.TryAdd(term.Old, term.New);
            roles.TryAdd(term.New, term.New);
        }

        names = Pattern(roles.Keys);
    }

    /// <summary>Finds the longest of the names, as group <c>name</c>, with the s of several behind it as <c>many</c>; null for no names.</summary>
    public static Regex? Pattern(IReadOnlyCollection<string> names) => names.Count == 0 ? null
        : new($@"(?<!\w)(?<name>{string.Join('|', names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).Select(Regex.Escape))})(?<many>s?)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static ActorNames Of(ComparisonSide side, Renamings renamings) => new(side.Agreement?.Agreement.Parties ?? [], renamings.All);

    /// <summary>Equal for one actor; null for none.</summary>
    public string? KeyOf(string? actor) =>
        actor is null ? null : (names?.Replace(actor, m => $"<{roles[m.Groups["name"].Value]}>{m.Groups["many"].Value}") ?? actor).Replace(" …", "", StringComparison.Ordinal).Replace('’', '\'').ToUpperInvariant();
}
