using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>Finds what answers each entry.</summary>
internal sealed class CoverageSearch
{
    private readonly ResolvedAgreement resolved;
    private readonly ImmutableDictionary<string, ImmutableArray<TextUnit>> units;
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byFamily = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommittedEntry> committed = new(StringComparer.Ordinal);

    public CoverageSearch(ResolvedAgreement resolved, MouDocument document)
    {
        this.resolved = resolved;
        units = TextUnits.Of(document);
        foreach (ResolvedClause clause in resolved.Clauses.Where(c => units.ContainsKey(c.Text.Id)))
        {
            versions[clause.Text.Id] = clause.Text.Version;
            Add(byFamily, clause.Family, clause.Text.Id);
            foreach (Named claim in clause.Text.Satisfies)
            {
                Add(claims, claim.Name, clause.Text.Id);
            }
        }

        foreach (Block block in document.AllBlocks())
        {
            (string Id, string? Label)? place = block switch
            {
                Clause c => (c.Id, c.Label),
                Exhibit e => (e.Id, e.Label),
                _ => null,
            };
            if (place is { } found)
            {
                labels[found.Id] = found.Label ?? "Recitals";
            }
        }

        foreach (CommittedEntry entry in resolved.Agreement.Committed)
        {
            committed.TryAdd(entry.Id.Name, entry);
        }

    }

    public bool Has(string clauseOrExhibit) => units.ContainsKey(clauseOrExhibit);

    public IEnumerable<string> Known => units.Keys.Order(StringComparer.Ordinal);

    /// <summary>The clauses that say they satisfy an entry.</summary>
    public IReadOnlyList<string> Claiming(string entry) => claims.GetValueOrDefault(entry) ?? [];

    /// <summary>Whether a clause's own text shows any part of what an entry asks for.</summary>
    public bool Shows(string clause, Requirement requirement) =>
        requirement.Evidence.Any(rule => new Evidence(rule, resolved.Agreement.Parties).In(units[clause]) is not null);

    public CoverageEntry Entry(Requirement requirement)
    {
        if (resolved.Agreement.Declined.FirstOrDefault(d => d.Id == requirement.Id) is { } declined)
        {
            return new(requirement, CoverageState.Declined, [], declined.By, declined.Reason.Trim(), [], []);
        }

        if (resolved.Agreement.NotApplicable.FirstOrDefault(d => d.Id == requirement.Id) is { } other)
        {
            return new(requirement, CoverageState.NotApplicable, [], other.By, other.Reason.Trim(), [], []);
        }

        CommittedEntry? commitment = committed.GetValueOrDefault(requirement.Id);
        if (requirement.MetBy == MetBy.Context && commitment is null)
        {
            return new(requirement, CoverageState.NotApplicable, [], "", "A fact, which asks for nothing.", [], []);
        }

        bool isCommitted = commitment is not null && units.ContainsKey(commitment.By);
        (EvidenceRule Rule, TextUnit? Unit)[] found = [.. requirement.Evidence.Select(rule => (rule, Find(rule, requirement, commitment)))];
        TextUnit[] shown = [.. found.Select(f => f.Unit).OfType<TextUnit>()];
        string[] missing = [.. found.Where(f => f.Unit is null).Select(f => f.Rule.Written)];
        string[] open = [.. shown.SelectMany(u => u.Gaps).Distinct(StringComparer.Ordinal)];
        string[] unbound = [.. Unowned(requirement, isCommitted), .. Unbound(requirement, isCommitted ? commitment : null, shown)];
        CoverageState state = StateOf(requirement, found.Length, missing.Length, isCommitted);
        return new(
            requirement,
            state is CoverageState.Met or CoverageState.Committed && open.Length + unbound.Length > 0 ? CoverageState.Partly : state,
            [.. shown.Select(PlaceOf).Distinct()],
            commitment?.Owner ?? "",
            "",
            [.. missing, .. unbound],
            [.. open]);
    }

    /// <summary>What a commitment lacks: the clause or exhibit named must itself have words that show it, and at least one of them must bind.</summary>
    private static IEnumerable<string> Unbound(Requirement requirement, CommittedEntry? commitment, TextUnit[] shown)
    {
        if (commitment is null || shown.Length == 0)
        {
            yield break;
        }

        if (!shown.Any(u => u.Owner == commitment.By))
        {
            yield return $"words in {commitment.By} that show it";
        }

        if (!requirement.AsksForLeave && requirement.Evidence.All(r => r.Kind == EvidenceKind.May))
        {
            yield return "a duty, where the text only allows it";
        }
    }

    private static CoverageState StateOf(Requirement requirement, int rules, int missing, bool isCommitted)
    {
        bool isShown = rules > 0 && missing == 0;
        bool isShownInPart = rules > missing;
        return requirement.MetBy switch
        {
            MetBy.Clause => isShown ? CoverageState.Met : isShownInPart ? CoverageState.Partly : CoverageState.Open,
            MetBy.ClauseAndProcess when isShown && requirement.AsksForLeave => CoverageState.Met,
            MetBy.ClauseAndProcess => isShown && isCommitted ? CoverageState.Committed : isShownInPart ? CoverageState.Partly : CoverageState.Open,
            _ => isCommitted && missing == 0 ? CoverageState.Committed : isShownInPart || (isCommitted && rules == 0) ? CoverageState.Partly : CoverageState.Open,
        };
    }

    private static IEnumerable<string> Unowned(Requirement requirement, bool isCommitted) =>
        requirement.MetBy == MetBy.Clause || requirement.AsksForLeave || isCommitted ? [] : ["somebody who answers for it"];

    /// <summary>In the clauses that claim the entry first, then in the others of its families.</summary>
    private TextUnit? Find(EvidenceRule rule, Requirement requirement, CommittedEntry? commitment)
    {
        Evidence evidence = new(rule, resolved.Agreement.Parties);
        IEnumerable<string> owners = rule.Families.IsEmpty
            ? [.. Claiming(requirement.Id), .. commitment is null ? [] : new[] { commitment.By }, .. requirement.Families.SelectMany(InFamily)]
            : rule.Families.SelectMany(f => InFamily(f.Name));
        return owners.Distinct(StringComparer.Ordinal).Select(owner => units.TryGetValue(owner, out ImmutableArray<TextUnit> own) ? evidence.In(own) : null).FirstOrDefault(u => u is not null);
    }

    private List<string> InFamily(string family) => byFamily.GetValueOrDefault(family) ?? [];

    private CoveragePlace PlaceOf(TextUnit unit) =>
        new(unit.Owner, versions.GetValueOrDefault(unit.Owner, ""), unit.Label.Length == 0 ? labels[unit.Owner] : unit.Label, unit.Whole);

    private static void Add(Dictionary<string, List<string>> lists, string key, string value)
    {
        if (!lists.TryGetValue(key, out List<string>? list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}
