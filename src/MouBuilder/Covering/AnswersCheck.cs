using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>Checks what an agreement file says of catalogue entries: that they exist, are answered once, and by what stands in the agreement.</summary>
internal static class AnswersCheck
{
    /// <summary>Whether each entry and catalogue named is there.</summary>
    public static void CheckNames(Agreement agreement, Catalogues catalogues, DiagnosticBag bag)
    {
        HashSet<string> ids = [.. catalogues.Requirements.Select(r => r.Id)];
        foreach (Named answered in Answered(agreement).Where(a => !ids.Contains(a.Name)))
        {
            bag.UnknownAnswered(answered.Place, answered.Name, ids);
        }

        string[] known = [.. catalogues.OfRequirements.Select(c => c.Id)];
        foreach (Named catalogue in agreement.Covers.Where(c => !known.Contains(c.Name) && !ids.Contains(c.Name)))
        {
            bag.UnknownCatalogue(catalogue.Place, catalogue.Name, known);
        }
    }

    /// <summary>Whether each entry is answered once, by a clause or exhibit that stands in the document, and by somebody whom the document knows.</summary>
    public static void Check(ResolvedAgreement resolved, MouDocument document, CoverageSearch search, DiagnosticBag bag)
    {
        Phrase[] actors = [.. Actors(resolved, document).Distinct(StringComparer.OrdinalIgnoreCase).Select(Phrase.Of)];
        foreach (CommittedEntry unknown in resolved.Agreement.Committed.DistinctBy(c => c.Place).Where(c => !actors.Any(a => a.IndexIn(WordStems.Of(c.Owner)) >= 0)))
        {
            bag.OwnerUnknown(unknown.Place, unknown.Owner);
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Named again in Answered(resolved.Agreement).Where(a => !seen.Add(a.Name)))
        {
            bag.AnsweredTwice(again.Place, again.Name);
        }

        foreach (CommittedEntry commitment in resolved.Agreement.Committed.DistinctBy(c => c.Place).Where(c => !search.Has(c.By)))
        {
            bag.CommitmentWithoutPlace(commitment.Place, commitment.By, search.Known);
        }

        foreach (DeclinedEntry refused in resolved.Agreement.Declined.Concat(resolved.Agreement.NotApplicable))
        {
            if (search.Claiming(refused.Id) is [string clause, ..])
            {
                bag.RefusedAndClaimed(refused.Place, refused.Id, clause);
            }
        }
    }

    /// <summary>The parties by each of their names, and the terms that the document defines.</summary>
    private static IEnumerable<string> Actors(ResolvedAgreement resolved, MouDocument document) =>
    [
        .. resolved.Agreement.Parties.SelectMany(p => new[] { p.Role, p.Name, p.Short }),
        .. document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Term>().Select(t => t.Value),
    ];

    private static IEnumerable<Named> Answered(Agreement agreement) =>
    [
        .. agreement.Committed.Select(c => c.Id),
        .. agreement.Declined.Concat(agreement.NotApplicable).Select(d => new Named(d.Id, d.Place)),
    ];
}
