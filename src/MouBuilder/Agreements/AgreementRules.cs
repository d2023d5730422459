using System.Globalization;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Yaml;

namespace MouBuilder.Agreements;

/// <summary>What must hold between the clauses of an agreement, its dates and its status.</summary>
internal static class AgreementRules
{
    public static void Check(ResolvedAgreement resolved, DiagnosticBag bag)
    {
        Dictionary<string, ResolvedClause> clauses = resolved.Clauses.ToDictionary(c => c.Text.Id, StringComparer.Ordinal);
        foreach (ResolvedClause clause in clauses.Values)
        {
            CheckNeighbours(clause, clauses, bag);
            CheckLaw(clause, resolved.Agreement, bag);
        }

        CheckCircles(clauses, bag);
        CheckTerms(resolved, bag);
        if (resolved.Agreement.IsSettled)
        {
            CheckSettled(resolved, bag);
        }
    }

    private static void CheckNeighbours(ResolvedClause clause, Dictionary<string, ResolvedClause> clauses, DiagnosticBag bag)
    {
        foreach (Named required in clause.Text.Requires.Where(r => !clauses.ContainsKey(r.Name) && !clauses.Values.Any(c => c.Text.InsteadOf.Any(i => i.Name == r.Name))))
        {
            bag.RequiredClauseMissing(clause.Place, clause.Text.Id, required.Name);
        }

        foreach (Named excluded in clause.Text.Excludes.Concat(clause.Text.InsteadOf).Where(e => clauses.ContainsKey(e.Name)).DistinctBy(e => e.Name))
        {
            bag.ClausesExclude(clause.Place, clause.Text.Id, excluded.Name);
        }
    }

    private static void CheckLaw(ResolvedClause clause, Agreement agreement, DiagnosticBag bag)
    {
        if (agreement.LawAsOf is not { } day)
        {
            return;
        }

        foreach (ClauseSource source in clause.Text.Sources)
        {
            bool required = source.Basis == SourceBasis.Required;
            if (source.Effective > day)
            {
                bag.LawNotInForce(source.Place, required, source.Cite, $"takes effect on {Day(source.Effective.Value)}, after {Day(day)}.");
            }
            else if (source.Until < day)
            {
                bag.LawNotInForce(source.Place, required, source.Cite, $"was in force until {Day(source.Until.Value)}, before {Day(day)}.");
            }
        }
    }

    /// <summary>Follows what each clause requires until it comes back to a clause it has passed.</summary>
    private static void CheckCircles(Dictionary<string, ResolvedClause> clauses, DiagnosticBag bag)
    {
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (string start in clauses.Keys.Order(StringComparer.Ordinal))
        {
            List<string> path = [];
            Stack<(string Id, int Depth)> ahead = new([(start, 0)]);
            while (ahead.TryPop(out (string Id, int Depth) next))
            {
                path.RemoveRange(next.Depth, path.Count - next.Depth);
                int seen = path.IndexOf(next.Id);
                if (seen >= 0)
                {
                    bag.RequiresInCircle(clauses[next.Id].Place, path[seen..].Append(next.Id));
                    return;
                }

                path.Add(next.Id);
                if (done.Add(next.Id) || path.Count == 1)
                {
                    foreach (Named required in clauses[next.Id].Text.Requires.Where(r => clauses.ContainsKey(r.Name)))
                    {
                        ahead.Push((required.Name, path.Count));
                    }
                }
            }
        }
    }

    private static void CheckTerms(ResolvedAgreement resolved, DiagnosticBag bag)
    {
        Dictionary<string, string> definedBy = new(StringComparer.Ordinal);
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            foreach (Definition definition in clause.Text.Defines)
            {
                foreach (string form in definition.Forms.Prepend(definition.Term))
                {
                    if (!definedBy.TryAdd(form, clause.Text.Id))
                    {
                        bag.TermDefinedTwice(definition.Means.PlaceOf(0), form, definedBy[form]);
                    }
                }
            }
        }
    }

    private static void CheckSettled(ResolvedAgreement resolved, DiagnosticBag bag)
    {
        string status = KebabCase.Of(resolved.Agreement.Status);
        foreach (ResolvedClause clause in resolved.Clauses.Where(c => c.Text.Status == VersionStatus.Draft))
        {
            bag.NotPublished(clause.Place, clause.Text.Id, clause.Text.Version, status);
        }

        foreach (ResolvedClause clause in resolved.Clauses)
        {
            foreach (ResolvedFact gap in clause.Facts.Where(f => f.Value is null))
            {
                bag.GapRemains(clause.Place, gap.Field.Name, gap.Field.Ask, status);
            }
        }

        foreach (PartyApproval approval in resolved.Agreement.Parties.SelectMany(p => p.Approvals).Where(a => a.Date is null))
        {
            bag.ApprovalMissing(approval.Place, approval.Body, status);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
