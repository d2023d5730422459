using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>How an agreement answers the entries of its catalogues, one by one.</summary>
/// <param name="Entries">In the order of the catalogues.</param>
public sealed record Coverage(Agreement Agreement, Catalogues Catalogues, ImmutableArray<CoverageEntry> Entries)
{
    /// <summary>Looks for the evidence of every entry in the assembled document.</summary>
    /// <param name="document">The document of the agreement, numbered.</param>
    /// <returns>The state of each entry, and what is wrong with claims, commitments and refusals.</returns>
    public static (Coverage Coverage, ImmutableArray<Diagnostic> Diagnostics) Of(ResolvedAgreement resolved, MouDocument document, Catalogues catalogues)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        DiagnosticBag bag = new();
        CoverageSearch search = new(resolved, document);
        AnswersCheck.CheckNames(resolved.Agreement, catalogues, bag);
        AnswersCheck.Check(resolved, document, search, bag);
        ImmutableArray<CoverageEntry> entries = [.. catalogues.Requirements.Select(search.Entry)];
        EvidenceFindings.Report(resolved, catalogues, search, entries, bag);
        return (new(resolved.Agreement, catalogues, entries), bag.ToImmutable());
    }

    /// <summary>The entries of some catalogues and of one mode.</summary>
    /// <param name="only">Ids of catalogues, or of entries with their parts; empty for those the agreement says it answers, or all when it says nothing.</param>
    /// <param name="mode">Entries of this mode and those that make no difference; null for all.</param>
    public Coverage Narrowed(IReadOnlyCollection<string> only, RequirementMode? mode)
    {
        ArgumentNullException.ThrowIfNull(only);
        string[] covered = [.. Agreement.Covers.Select(c => c.Name)];
        IReadOnlyCollection<string> wanted = only.Count > 0 ? only : covered;
        return this with
        {
            Entries = [.. Entries.Where(e => (wanted.Count == 0 || wanted.Any(w => Catalogues.Covers(w, e.Requirement))) && (mode is null || e.Requirement.Mode == RequirementMode.Any || e.Requirement.Mode == mode))],
        };
    }

    /// <summary>How many entries are in each state, all states named.</summary>
    public ImmutableArray<(CoverageState State, int Count)> Totals =>
        [.. Enum.GetValues<CoverageState>().OrderDescending().Select(state => (state, Entries.Count(e => e.State == state)))];
}
