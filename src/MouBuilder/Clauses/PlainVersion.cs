using System.Collections.Immutable;
using MouBuilder.Files;

namespace MouBuilder.Clauses;

/// <summary>A language in which plain texts and pages are written.</summary>
public enum Locale
{
    En,
    Es,
    Vi,
}

/// <summary>How far a text or its translation has been checked.</summary>
internal enum PlainState
{
    Draft,

    /// <summary>Read by somebody who speaks the language from home.</summary>
    Reviewed,

    /// <summary>Approved by two people who did not write it, one of them counsel.</summary>
    Approved,
}

/// <summary>Where a right comes from that a plain text tells of.</summary>
internal enum RestsOn
{
    /// <summary>The law, whatever the agreement says.</summary>
    Law,

    /// <summary>A promise of the agencies.</summary>
    Agreement,
    Both,

    /// <summary>Neither: goals, history, the meaning of words, what was reported of an earlier agreement.</summary>
    None,
}

/// <summary>The plain-language text of one version of a clause in one language: <c>2.0.0.es.yaml</c>.</summary>
internal sealed record PlainVersion
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required Locale Locale { get; init; }

    /// <summary>The fingerprint of the legal text that this one explains, 16 hex digits. Another fingerprint means that the legal text has changed since; empty where nobody has pinned it yet.</summary>
    public required string Explains { get; init; }

    /// <summary>For a translation, the fingerprint of the plain English it was made from; empty for English.</summary>
    public string From { get; init; } = "";

    public required PlainState State { get; init; }

    /// <summary>Whether a machine wrote it and nobody has gone over it.</summary>
    public required bool IsMachineMade { get; init; }

    public required RestsOn RestsOn { get; init; }

    public required string Title { get; init; }

    /// <summary>What translations of this text name as the text they were made from: 16 hex digits.</summary>
    public string Fingerprint => ClauseFingerprint.OfPlain(Title, Text.Text, Change, RestsOn);

    /// <summary>What changed and why, for families; empty when nothing is said.</summary>
    public string Change { get; init; } = "";

    /// <summary>Fields that the legal text prints and this one leaves out, for a reason it gives.</summary>
    public ImmutableArray<string> Omits { get; init; } = [];

    /// <summary>The roles of the two who approved it; empty before.</summary>
    public ImmutableArray<string> ApprovedBy { get; init; } = [];

    /// <summary>A template over the same facts as the legal text, whose output is Markdown.</summary>
    public required SourceText Text { get; init; }
}
