using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Clauses;

/// <summary>Opens clauses of a library one after another and keeps what was noticed.</summary>
public sealed class LibraryReader
{
    private readonly ClauseLibrary? library;
    private readonly DiagnosticBag bag = new();

    public LibraryReader(ClauseLibrary? library, IEnumerable<Diagnostic> noticed)
    {
        this.library = library;
        bag.AddRange(noticed);
    }

    /// <summary>What was noticed so far.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => bag.ToImmutable();

    /// <summary>A clause; null when it cannot be read.</summary>
    public ClauseEntry? Open(string id) => library?.Open(id, bag);

    /// <summary>One version of a clause; null when it cannot be read.</summary>
    public ClauseVersion? Read(ClauseEntry entry, VersionEntry version) => library?.OpenVersion(entry, version, bag);

    /// <summary>Notes that a name given by the user is no clause or version of the library.</summary>
    public void NotFound(string name) => bag.UnknownClause(Source.File(Paths.Shown(library?.Folder ?? "")), name, library?.Ids ?? []);
}
