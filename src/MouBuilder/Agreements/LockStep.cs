using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Agreements;

/// <summary>Compares what a build used with what the lock pins.</summary>
public static class LockStep
{
    /// <summary>The lock after a build: entries added for what is new, drafts and templates pinned anew, everything else as it was.</summary>
    /// <param name="frozen">Whether any change of the lock is an error (<c>--locked</c>).</param>
    public static (AgreementLock Lock, ImmutableArray<Diagnostic> Diagnostics) Advance(
        AgreementLock? old, ResolvedAgreement resolved, IEnumerable<LockedTemplate> templates, bool frozen)
    {
        DiagnosticBag bag = new();
        Source place = Source.File(Paths.Shown(AgreementLock.PathFor(resolved.Agreement.Path)));
        AgreementLock now = Of(resolved, templates);
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            CheckClause(old?.Clauses.FirstOrDefault(c => c.Id == clause.Text.Id), clause, old is not null, frozen, place, bag);
        }

        CheckTemplates(old, now, frozen, place, bag);
        CheckGone(old, now, frozen, place, bag);
        return (now, bag.ToImmutable());
    }

    /// <summary>The lock that pins exactly what was resolved.</summary>
    public static AgreementLock Of(ResolvedAgreement resolved, IEnumerable<LockedTemplate> templates) =>
        new(resolved.Agreement.Id, [.. resolved.Clauses.Select(c => c.Pin())], [.. templates]);

    /// <summary>What moving a lock changes, one line each, with the clause's own reason for its new version.</summary>
    public static IEnumerable<string> Moves(AgreementLock? old, ResolvedAgreement resolved)
    {
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            LockedClause? before = old?.Clauses.FirstOrDefault(c => c.Id == clause.Text.Id);
            if (before is null)
            {
                yield return $"{clause.Text.Id}: added at {clause.Text.Version}";
            }
            else if (before.Version != clause.Text.Version)
            {
                yield return $"{clause.Text.Id}: {before.Version} → {clause.Text.Version}. {clause.Text.Reason}".TrimEnd();
            }
            else if (before.Fingerprint != clause.Text.Fingerprint)
            {
                yield return $"{clause.Text.Id}: the text of {clause.Text.Version} has changed";
            }
        }

        foreach (LockedClause gone in old?.Clauses.Where(c => !resolved.Clauses.Any(r => r.Text.Id == c.Id)) ?? [])
        {
            yield return $"{gone.Id}: removed";
        }
    }

    private static void CheckClause(LockedClause? before, ResolvedClause clause, bool hasLock, bool frozen, Source place, DiagnosticBag bag)
    {
        LockedClause now = clause.Pin();
        if (before == now)
        {
            return;
        }

        string name = $"{now.Id} {now.Version}";
        if (frozen)
        {
            bag.LockWouldChange(place, before is null ? $"{name} would be added" : $"the text of {name} is not the one pinned");
        }
        else if (before is not null && before.Version == now.Version && clause.Text.Status == VersionStatus.Published && now.Version != VersionSpec.Local)
        {
            bag.PublishedMoved(Source.File(clause.Text.Path), now.Id, now.Version);
        }
        else if (before is not null && hasLock)
        {
            bag.DraftRepinned(place, $"The text of {name}");
        }
    }

    private static void CheckTemplates(AgreementLock? old, AgreementLock now, bool frozen, Source place, DiagnosticBag bag)
    {
        foreach (LockedTemplate template in now.Templates)
        {
            LockedTemplate? before = old?.Templates.FirstOrDefault(t => t.Name == template.Name);
            if (before == template)
            {
                continue;
            }

            if (frozen)
            {
                bag.LockWouldChange(place, $"the template {template.Name} is not the one pinned");
            }
            else if (before is not null)
            {
                bag.DraftRepinned(place, $"The template {template.Name}");
            }
        }
    }

    private static void CheckGone(AgreementLock? old, AgreementLock now, bool frozen, Source place, DiagnosticBag bag)
    {
        foreach (LockedClause gone in old?.Clauses.Where(c => !now.Clauses.Any(n => n.Id == c.Id)) ?? [])
        {
            if (frozen)
            {
                bag.LockWouldChange(place, $"{gone.Id} is pinned and no longer used");
            }
            else
            {
                bag.PinDropped(place, gone.Id, gone.Version);
            }
        }
    }
}
