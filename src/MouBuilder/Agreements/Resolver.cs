using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Agreements;

/// <summary>
/// Chooses one text for every clause of an agreement and gives every field its value. A value comes, in this order, from the command line, the clause's
/// own fill, the fill all clauses share, the field's default; failing all, the field is a gap.
/// </summary>
public sealed class Resolver
{
    private readonly Agreement agreement;
    private readonly ClauseLibrary library;
    private readonly Dictionary<string, LockedClause> pins;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly DiagnosticBag bag = new();
    private readonly HashSet<string> filled = new(StringComparer.Ordinal);

    private Resolver(Agreement agreement, ClauseLibrary library, AgreementLock? pinned, IReadOnlyDictionary<string, string> settings)
    {
        this.agreement = agreement;
        this.library = library;
        this.settings = settings;
        pins = pinned?.Clauses.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal) ?? [];
    }

    /// <summary>Resolves an agreement.</summary>
    /// <param name="pinned">The lock, whose versions are kept where the agreement still allows them; null to choose the highest versions anew.</param>
    /// <param name="settings">Values given on the command line, by field name; they win over every other.</param>
    public static Resolution Resolve(Agreement agreement, ClauseLibrary library, AgreementLock? pinned, IReadOnlyDictionary<string, string> settings)
    {
        Resolver resolver = new(agreement, library, pinned, settings);
        ResolvedAgreement resolved = resolver.Resolve();
        return new(resolver.bag.HasErrors ? null : resolved, resolver.bag.ToImmutable());
    }

    private ResolvedAgreement Resolve()
    {
        if (agreement.Parties.Length < 2)
        {
            bag.NoParties(Source.File(Paths.Shown(agreement.Path)));
        }

        HashSet<string> used = new(StringComparer.Ordinal);
        var sections = ImmutableArray.CreateBuilder<ResolvedSection>();
        foreach (AgreementSection section in agreement.Sections)
        {
            var clauses = ImmutableArray.CreateBuilder<ResolvedClause>();
            foreach (ClauseUse use in section.Clauses)
            {
                if (!used.Add(use.Id))
                {
                    bag.ClauseUsedTwice(use.Place, use.Id);
                }
                else if (ResolveUse(use) is { } clause)
                {
                    clauses.Add(clause);
                }
            }

            sections.Add(new(section, clauses.ToImmutable()));
        }

        ResolvedAgreement resolved = new(agreement, library, sections.ToImmutable());
        CheckLocalTexts(used);
        CheckFills(resolved);
        if (!bag.HasErrors)
        {
            AgreementRules.Check(resolved, bag);
        }

        return resolved;
    }

    private ResolvedClause? ResolveUse(ClauseUse use)
    {
        if (use.Spec == VersionSpec.Local)
        {
            return ResolveLocal(use);
        }

        if (!library.Has(use.Id))
        {
            bag.UnknownClause(use.Place, use.Id, library.Ids);
            return null;
        }

        return library.Open(use.Id, bag) is { } entry && Choose(use, entry) is { } version && library.OpenVersion(entry, version, bag) is { } text
            ? new(text, entry.Family, FactsOf(text, use), use.Place)
            : null;
    }

    private ResolvedClause? ResolveLocal(ClauseUse use)
    {
        if (agreement.Local.FirstOrDefault(l => l.Text.Id == use.Id) is not { } local)
        {
            bag.LocalWithoutClause(use.Place, use.Id);
            return null;
        }

        string family = "";
        if (library.Has(use.Id))
        {
            if (!library.VersionsOf(use.Id).Contains(local.DepartsFrom))
            {
                bag.LocalDepartsFromNothing(local.Place, use.Id, local.DepartsFrom);
            }

            family = library.Open(use.Id, bag)?.Family ?? "";
        }

        return new(local.Text, family, FactsOf(local.Text, use), use.Place);
    }

    /// <summary>The pinned version where the use still allows it; otherwise the highest that is not withdrawn.</summary>
    private VersionEntry? Choose(ClauseUse use, ClauseEntry entry)
    {
        ImmutableArray<VersionEntry> matching = [.. entry.Versions.Where(v => library.VersionsOf(entry.Id).Contains(v.Version) && VersionSpec.Matches(use.Spec, v.Version))];
        if (pins.TryGetValue(use.Id, out LockedClause? pin) && pin.Version != VersionSpec.Local)
        {
            VersionEntry? pinned = matching.FirstOrDefault(v => v.Version == pin.Version);
            if (pinned is null && entry.Versions.Any(v => v.Version == pin.Version && VersionSpec.Matches(use.Spec, v.Version)))
            {
                // Its file is missing, and that has been said.
                return null;
            }

            if (pinned is null)
            {
                bag.LockDisagrees(use.Place, use.Id, pin.Version, use.Spec);
            }
            else if (pinned.Status == VersionStatus.Withdrawn)
            {
                bag.VersionWithdrawn(use.Place, use.Id, pinned.Version, pinned.Reason);
            }

            return pinned;
        }

        VersionEntry? chosen = matching.LastOrDefault(v => v.Status != VersionStatus.Withdrawn);
        if (chosen is null)
        {
            bag.NoVersionMatches(use.Place, use.Id, use.Spec, entry.Versions.Select(v => v.Status == VersionStatus.Withdrawn ? v.Version + " (withdrawn)" : v.Version));
        }

        return chosen;
    }

    private ImmutableArray<ResolvedFact> FactsOf(ClauseVersion text, ClauseUse use)
    {
        foreach (YamlEntry entry in use.Fill.Where(f => !text.Fields.Any(spec => spec.Name == f.Key)))
        {
            bag.UnknownFill(entry.At, entry.Key, $"the clause {use.Id}", text.Fields.Select(f => f.Name));
        }

        foreach (FieldSpec field in text.Fields.Where(f => agreement.Parties.Any(p => p.Role == f.Name)))
        {
            bag.FieldHidesParty(use.Place, field.Name, use.Id);
        }

        return [.. text.Fields.Select(field => new ResolvedFact(field, ValueOf(field, use)))];
    }

    private FieldValue? ValueOf(FieldSpec field, ClauseUse use)
    {
        filled.Add(field.Name);
        if (settings.TryGetValue(field.Name, out string? set))
        {
            return field.Read(set, new("--set " + field.Name, 1, 1), bag);
        }

        YamlNode? given = (use.Fill.FirstOrDefault(f => f.Key == field.Name) ?? agreement.Fill.FirstOrDefault(f => f.Key == field.Name))?.Value;
        return given is null or YamlScalar { IsNull: true } ? field.Default : field.Read(given, bag);
    }

    private void CheckFills(ResolvedAgreement resolved)
    {
        string[] known = [.. resolved.Clauses.SelectMany(c => c.Facts).Select(f => f.Field.Name).Distinct(StringComparer.Ordinal)];
        foreach (YamlEntry entry in agreement.Fill.Where(f => !filled.Contains(f.Key)))
        {
            bag.UnknownFill(entry.At, entry.Key, "any clause of this agreement", known);
        }

        foreach (string name in settings.Keys.Where(s => !filled.Contains(s)).Order(StringComparer.Ordinal))
        {
            bag.UnknownFill(new("--set " + name, 1, 1), name, "any clause of this agreement", known);
        }
    }

    private void CheckLocalTexts(HashSet<string> used)
    {
        foreach (LocalClause local in agreement.Local)
        {
            bool isUsed = used.Contains(local.Text.Id) && agreement.Sections.SelectMany(s => s.Clauses).Any(u => u.Id == local.Text.Id && u.Spec == VersionSpec.Local);
            if (!isUsed)
            {
                bag.LocalNotUsed(local.Place, local.Text.Id);
            }
        }
    }
}
