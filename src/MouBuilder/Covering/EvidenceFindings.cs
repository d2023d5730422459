using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Covering;

/// <summary>Reports claims that a text does not bear out, and entries left open in the catalogues an agreement sets out to answer.</summary>
internal static class EvidenceFindings
{
    public static void Report(ResolvedAgreement resolved, Catalogues catalogues, CoverageSearch search, ImmutableArray<CoverageEntry> entries, DiagnosticBag bag)
    {
        Dictionary<string, CoverageEntry> byId = entries.ToDictionary(e => e.Requirement.Id, StringComparer.Ordinal);
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (ResolvedClause clause in resolved.Clauses.Where(c => search.Has(c.Text.Id)))
        {
            foreach (Named claim in clause.Text.Satisfies)
            {
                if (byId.TryGetValue(claim.Name, out CoverageEntry? entry) && Lacking(clause, entry, search) is { } missing)
                {
                    bag.ClaimWithoutEvidence(claim.Place, clause.Text.Id, claim.Name, missing);
                    told.Add(claim.Name);
                }
            }
        }

        string[] covers = [.. resolved.Agreement.Covers.Select(c => c.Name)];
        Source file = resolved.Agreement.Covers.FirstOrDefault()?.Place ?? Source.File(Paths.Shown(resolved.Agreement.Path));
        foreach (CoverageEntry entry in entries.Where(e => covers.Any(c => catalogues.Covers(c, e.Requirement)) && !told.Contains(e.Requirement.Id)))
        {
            string missing = string.Join("; ", entry.Missing);
            if (entry.State == CoverageState.Open)
            {
                bag.EntryOpen(file, entry.Requirement.Id, entry.Requirement.Title, missing);
            }
            else if (entry.State == CoverageState.Partly && entry.Missing.Length > 0) // a gap is a finding of its own
            {
                bag.EntryPartlyMet(file, entry.Requirement.Id, entry.Requirement.Title, missing);
            }
        }
    }

    /// <summary>What a claim lacks: a clause that claims must show a part itself, and all that is looked for in its family.</summary>
    private static string? Lacking(ResolvedClause clause, CoverageEntry entry, CoverageSearch search)
    {
        ImmutableArray<EvidenceRule> rules = entry.Requirement.Evidence;
        if (rules.IsEmpty || entry.State is CoverageState.Declined or CoverageState.NotApplicable)
        {
            return null;
        }

        return !search.Shows(clause.Text.Id, entry.Requirement)
            ? rules[0].Written
            : rules.FirstOrDefault(r => entry.Missing.Contains(r.Written) && (r.Families.IsEmpty || r.Families.Any(f => f.Name == clause.Family)))?.Written;
    }
}
