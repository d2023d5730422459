using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;

namespace MouBuilder.Comparing;

/// <summary>A party that each agreement calls by another short name.</summary>
internal sealed record Renaming(string Role, string Old, string New);

/// <summary>The parties that both agreements have, under other short names. Of papers nobody has told us the parties.</summary>
internal sealed class Renamings
{
    private readonly Regex? names;
    private readonly Dictionary<string, string> newOf = new(StringComparer.OrdinalIgnoreCase);

    private Renamings(ImmutableArray<Renaming> all)
    {
        All = all;
        foreach (Renaming renaming in all)
        {
            newOf.TryAdd(renaming.Old, renaming.New);
        }

        names = all.IsEmpty ? null
            : new($@"(?<!\w)(?:{string.Join('|', newOf.Keys.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).Select(Regex.Escape))})(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    public ImmutableArray<Renaming> All { get; }

    public static Renamings Of(ComparisonSide old, ComparisonSide now)
    {
        ImmutableArray<Party> before = old.Agreement?.Agreement.Parties ?? [];
        ImmutableArray<Party> after = now.Agreement?.Agreement.Parties ?? [];
        return new(
        [
            .. before.Join(after, p => (p.Role, p.Name, p.LegalName), p => (p.Role, p.Name, p.LegalName), (o, n) => new Renaming(o.Role, o.Short, n.Short))
                .Where(r => r.Old.Length > 0 && r.New.Length > 0 && !r.Old.Equals(r.New, StringComparison.OrdinalIgnoreCase)),
        ]);
    }

    /// <summary>Whether two wordings say the same but for what a party is called.</summary>
    public bool IsAll(string old, string now) =>
        names is not null && names.IsMatch(old) && names.Replace(old, m => newOf[m.Value]).Trim().Equals(now.Trim(), StringComparison.OrdinalIgnoreCase);
}
