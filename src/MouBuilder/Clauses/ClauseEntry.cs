using System.Collections.Immutable;
using MouBuilder.Diagnostics;

namespace MouBuilder.Clauses;

/// <summary>Where a clause version stands in its life.</summary>
public enum VersionStatus
{
    /// <summary>May still be edited.</summary>
    Draft,

    /// <summary>Never edited again: people may have signed it.</summary>
    Published,

    /// <summary>No longer chosen; agreements that pin it keep it.</summary>
    Withdrawn,
}

/// <summary>One version as <c>clause.yaml</c> lists it.</summary>
/// <param name="Version">Three numbers, for example <c>2.0.0</c>.</param>
/// <param name="Reason">Why it was withdrawn; empty otherwise.</param>
public sealed record VersionEntry(string Version, VersionStatus Status, string Reason, Source Place);

/// <summary>A clause of the library: its family and the status of each of its versions.</summary>
/// <param name="Family">An id of the families catalogue.</param>
/// <param name="Versions">Lowest first.</param>
/// <param name="Folder">The clause's folder.</param>
public sealed record ClauseEntry(string Id, string Family, ImmutableArray<VersionEntry> Versions, string Folder);
