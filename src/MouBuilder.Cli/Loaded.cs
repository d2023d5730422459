using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;

namespace MouBuilder.Cli;

/// <summary>An agreement with its library and lock, as every verb that takes an AGREEMENT reads them.</summary>
internal sealed record Loaded(Agreement? Agreement, ClauseLibrary? Library, AgreementLock? Lock, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool IsComplete => Agreement is not null && Library is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);

    public static Loaded From(string path)
    {
        (Agreement? agreement, ImmutableArray<Diagnostic> found) = Agreement.Load(path);
        if (agreement is null)
        {
            return new(null, null, null, found);
        }

        (ClauseLibrary? library, ImmutableArray<Diagnostic> inLibrary) = ClauseLibrary.Load(agreement.LibraryFolder);
        (AgreementLock? pinned, ImmutableArray<Diagnostic> inLock) = AgreementLock.Load(agreement.Path);
        if (pinned is not null && pinned.Agreement != agreement.Id)
        {
            inLock = [.. inLock, AgreementLock.OfAnother(agreement, pinned)];
        }

        return new(agreement, library, pinned, [.. found, .. inLibrary, .. inLock]);
    }
}
