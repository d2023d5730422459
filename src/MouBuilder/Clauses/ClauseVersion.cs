using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Clauses;

/// <summary>One version of a clause: the legal text and all that is said about it.</summary>
public sealed record ClauseVersion
{
    public required string Id { get; init; }

    /// <summary>Three numbers; <c>local</c> for a text that stands in an agreement file.</summary>
    public required string Version { get; init; }

    public required VersionStatus Status { get; init; }

    /// <summary>Empty only for a text that stands in an agreement file.</summary>
    public required string Title { get; init; }

    /// <summary>Whether a text without a title is numbered among the clauses of its section.</summary>
    public bool IsNumberedParagraph { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>What this version changes and why; drafting history, never written into a file for the other side.</summary>
    public string Reason { get; init; } = "";

    public ImmutableArray<ClauseSource> Sources { get; init; } = [];

    /// <summary>For a policy choice: texts to fall back on in negotiation, in order.</summary>
    public ImmutableArray<string> Fallback { get; init; } = [];

    /// <summary>Catalogue entries the text itself meets.</summary>
    public ImmutableArray<Named> Satisfies { get; init; } = [];

    /// <summary>Family questions the clause answers.</summary>
    public ImmutableArray<Named> Answers { get; init; } = [];

    /// <summary>Clauses that must stand in the same agreement.</summary>
    public ImmutableArray<Named> Requires { get; init; } = [];

    /// <summary>Clauses that must not stand in the same agreement.</summary>
    public ImmutableArray<Named> Excludes { get; init; } = [];

    /// <summary>
    /// Clauses this one takes the place of: it meets what others require of them, references to them lead to it, and they must not stand in the same agreement.
    /// </summary>
    public ImmutableArray<Named> InsteadOf { get; init; } = [];

    /// <summary>The terms the clause defines, ordinal by name.</summary>
    public ImmutableArray<Definition> Defines { get; init; } = [];

    /// <summary>The facts the text asks for, in the order of the file.</summary>
    public ImmutableArray<FieldSpec> Fields { get; init; } = [];

    public ImmutableArray<ClauseNote> Notes { get; init; } = [];

    /// <summary>The text: a template whose output is Markdown.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The text fingerprint, 16 hex digits: <see cref="ClauseFingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal; empty for a local text.</summary>
    public required string FileHash { get; init; }

    /// <summary>The file the version was read from.</summary>
    public required string Path { get; init; }
}

/// <summary>A name in a list, with its place.</summary>
public sealed record Named(string Name, Source Place);

/// <summary>What a source is to the text it stands behind.</summary>
public enum SourceBasis
{
    /// <summary>Law that leaves no choice.</summary>
    Required,

    /// <summary>Law that allows what the text does.</summary>
    Permitted,

    /// <summary>What a model agreement, a rubric or an expert body recommends.</summary>
    ModelPractice,

    /// <summary>The parties' own decision.</summary>
    PolicyChoice,
}

/// <summary>How sure a source of a reconstruction is.</summary>
public enum SourceCertainty
{
    /// <summary>Nothing is said of it.</summary>
    None,

    /// <summary>A summary of the agreement itself or a party's own release.</summary>
    A,

    /// <summary>Two or more independent reports.</summary>
    B,

    /// <summary>One report, or a reporter's gloss.</summary>
    C,
}

/// <summary>A source behind a clause text.</summary>
/// <param name="Effective">The first day the law is in force; null when not known.</param>
/// <param name="Until">The last day the law is in force; null when it still is or that is not known.</param>
public sealed record ClauseSource(
    string Cite, SourceBasis Basis, string Note, string Address, DateOnly? Effective, DateOnly? Until, SourceCertainty Certainty, Source Place);

/// <summary>A defined term and its meaning.</summary>
/// <param name="Forms">Inflections that mean the same, for example the plural.</param>
/// <param name="Means">What follows the word "means": a template like the clause text.</param>
public sealed record Definition(string Term, ImmutableArray<string> Forms, SourceText Means);

/// <summary>A remark for one kind of reader; never part of the agreement.</summary>
public sealed record ClauseNote(string To, string Text);
