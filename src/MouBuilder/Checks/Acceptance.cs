using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Checks;

/// <summary>
/// Leaves out the warnings that counsel has accepted for a clause. An acceptance holds for the text it was given for: once the fingerprint differs, the
/// warning is back and the entry is reported. Errors cannot be accepted.
/// </summary>
internal static class Acceptance
{
    public static ImmutableArray<Diagnostic> Apply(ImmutableArray<Diagnostic> found, ResolvedAgreement resolved)
    {
        DiagnosticBag lapsed = new();
        List<Diagnostic> left = [.. found];
        foreach (AcceptedFinding accepted in resolved.Agreement.Accepted)
        {
            if (resolved.Clauses.FirstOrDefault(c => c.Text.Id == accepted.Clause) is { } clause && clause.Text.Fingerprint == accepted.Fingerprint)
            {
                left.RemoveAll(d => d.Code == accepted.Code && d.Severity == Severity.Warning && IsAbout(d.Place, clause));
            }
            else
            {
                lapsed.AcceptanceLapsed(accepted.Place, accepted.Code, accepted.Clause);
            }
        }

        return [.. left, .. lapsed.ToImmutable()];
    }

    private static bool IsAbout(Place place, ResolvedClause clause) =>
        place == clause.Place || (place is Source source && clause.Text.Version != "local" && source.Path == Paths.Shown(clause.Text.Path));
}
