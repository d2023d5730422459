using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>What is true of the document as a whole.</summary>
public sealed record DocumentProperties
{
    public required string Title { get; init; }

    /// <summary>The agreement id; empty for a document that was read from a stranger's file.</summary>
    public string Agreement { get; init; } = "";

    /// <summary>As the agreement file words it, for example <c>draft-1</c>; empty when unknown.</summary>
    public string Revision { get; init; } = "";

    /// <summary>As the agreement file words it, for example <c>in-negotiation</c>; empty when unknown.</summary>
    public string Status { get; init; } = "";

    /// <summary>BCP 47 tag of the text, for example <c>en-US</c>; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>When the text was drafted; it is the document's only date, so that no clock is asked.</summary>
    public DateOnly? Drafted { get; init; }

    /// <summary>Who drafts, as a role; the author of the Word file.</summary>
    public string Drafter { get; init; } = "";

    /// <summary>The line in the footer until the agreement is approved: not an offer, subject to approval; empty afterwards.</summary>
    public string Disclaimer { get; init; } = "";

    /// <summary>Whether a table of contents stands before the first section.</summary>
    public bool Contents { get; init; }

    /// <summary>What an attachment is called: <c>Exhibit</c>, <c>Schedule</c>, <c>Appendix</c>.</summary>
    public string AttachmentWord { get; init; } = "Exhibit";

    /// <summary>Whether the document is an edition for families, set in large type.</summary>
    public bool IsForFamilies { get; init; }

    /// <summary>The defined terms with all their declared forms, ordinal by name.</summary>
    public ImmutableArray<DefinedTerm> Terms { get; init; } = [];
}

/// <summary>A defined term.</summary>
/// <param name="Name">The term as defined, for example <c>Partner Officer</c>.</param>
/// <param name="Forms">Its declared inflections, without the name itself.</param>
/// <param name="Clause">The id of the clause that defines it.</param>
public sealed record DefinedTerm(string Name, ImmutableArray<string> Forms, string Clause);
