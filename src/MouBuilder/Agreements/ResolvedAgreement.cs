using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;

namespace MouBuilder.Agreements;

/// <summary>An agreement whose every clause is one text and whose every field has a value or is known to be a gap.</summary>
/// <param name="Library">The library its clauses were chosen from.</param>
public sealed record ResolvedAgreement(Agreement Agreement, ClauseLibrary Library, ImmutableArray<ResolvedSection> Sections)
{
    /// <summary>All clauses, in the order of the agreement.</summary>
    public IEnumerable<ResolvedClause> Clauses => Sections.SelectMany(s => s.Clauses);
}

/// <summary>A section with its clauses chosen.</summary>
public sealed record ResolvedSection(AgreementSection Section, ImmutableArray<ResolvedClause> Clauses);

/// <summary>A clause chosen for an agreement, with its facts.</summary>
/// <param name="Family">The family the library puts it in; empty for a clause the library does not have.</param>
/// <param name="Facts">A value for each field, in the order of the clause file.</param>
/// <param name="Place">Where the agreement uses it.</param>
public sealed record ResolvedClause(ClauseVersion Text, string Family, ImmutableArray<ResolvedFact> Facts, Source Place)
{
    public LockedClause Pin() => new(Text.Id, Text.Version, Text.Fingerprint, Text.FileHash);
}

/// <summary>A field and its value.</summary>
/// <param name="Value">Null when nobody has given one: a gap.</param>
public sealed record ResolvedFact(FieldSpec Field, FieldValue? Value);

/// <summary>What resolving an agreement gives: the agreement, unless an error was found, and what was noticed.</summary>
public sealed record Resolution(ResolvedAgreement? Agreement, ImmutableArray<Diagnostic> Diagnostics);
