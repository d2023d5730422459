using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Agreements;

/// <summary>An agreement with its library and lock, as every step that begins with an agreement file reads them.</summary>
/// <param name="Lock">Null while no build has written one.</param>
public sealed record LoadedAgreement(Agreement? Agreement, ClauseLibrary? Library, AgreementLock? Lock, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether agreement and library are there and nothing was wrong with any of the three.</summary>
    public bool IsComplete => Agreement is not null && Library is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>Reads an agreement file or the <c>agreement.yaml</c> of a folder, and what stands beside it.</summary>
    /// <param name="replacesLock">Whether the lock is to be written anew, so that one that cannot be used is no error but as good as none.</param>
    public static LoadedAgreement From(string path, bool replacesLock = false)
    {
        (Agreement? agreement, ImmutableArray<Diagnostic> found) = Agreement.Load(path);
        if (agreement is null)
        {
            return new(null, null, null, found);
        }

        (ClauseLibrary? library, ImmutableArray<Diagnostic> inLibrary) = ClauseLibrary.Load(agreement.LibraryFolder);
        (AgreementLock? pinned, ImmutableArray<Diagnostic> inLock) = LoadLock(agreement);
        bool isIgnored = replacesLock && inLock.Any(d => d.Severity == Severity.Error);
        return new(agreement, library, isIgnored ? null : pinned, [.. found, .. inLibrary, .. isIgnored ? [] : inLock]);
    }

    private static (AgreementLock? Lock, ImmutableArray<Diagnostic> Diagnostics) LoadLock(Agreement agreement)
    {
        (AgreementLock? pinned, ImmutableArray<Diagnostic> found) = AgreementLock.Load(agreement.Path);
        DiagnosticBag bag = new();
        bag.AddRange(found);
        Source file = Source.File(Paths.Shown(AgreementLock.PathFor(agreement.Path)));
        if (bag.HasErrors && !found.Any(d => d.Code == "MOU2028"))
        {
            bag.LockUnreadable(file, "it is damaged");
        }
        else if (pinned is not null && pinned.Agreement != agreement.Id)
        {
            bag.LockUnreadable(file, $"it is of the agreement \"{pinned.Agreement}\", and this is \"{agreement.Id}\"");
        }

        return (pinned, bag.ToImmutable());
    }
}
