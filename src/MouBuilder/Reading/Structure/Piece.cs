using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>What a line is for, where its style says so.</summary>
internal enum LineRole
{
    Body,
    Title,
    Subtitle,
    Notice,
    ContentsHeading,
    UnnumberedSection,
    UnnumberedClause,
    NumberedClause,
    Exhibit,
    ItemContinued,
    SignatureParty,
    SignatureThrough,
}

/// <summary>A file as a flat row, before it is known which lines are headings of what.</summary>
internal abstract record Piece
{
    public Provenance? From { get; init; }

    /// <summary>Where it stands from the margin, in twentieths of a point.</summary>
    public int Indent { get; init; }

    /// <summary>The places that the file has names for: in a line, or in the first of a table.</summary>
    public ImmutableArray<string> Bookmarks { get; init; } = [];
}

/// <summary>A paragraph.</summary>
internal sealed record Line(ImmutableArray<Inline> Words) : Piece
{
    public LineRole Role { get; init; }

    /// <summary>The number before it, as a reader sees it; null when it has none.</summary>
    public string? Label { get; init; }

    /// <summary>What its label counts as in the row it stands in.</summary>
    public LabelReading Counts { get; init; }

    public bool IsBullet { get; init; }

    /// <summary>Paragraphs that the file itself counts as one list share it; null for a typed number.</summary>
    public string? ListId { get; init; }

    public int ListLevel { get; init; }

    /// <summary>1 to 9 where the file itself says that it is a heading.</summary>
    public int? HeadingLevel { get; init; }

    public bool IsCentered { get; init; }

    public string Text => PlainText.Of(Words);
}

/// <summary>A block that is complete: a table, a page break, something that cannot be carried.</summary>
internal sealed record Solid(Block Block) : Piece
{
    /// <summary>Whether it is a table to sign in, as our own Word files have it.</summary>
    public bool IsSignatures { get; init; }

    /// <summary>The table with the columns that a reader counts, where the grid of the file has others.</summary>
    public Table? OfColumns { get; init; }
}

/// <summary>From here to <see cref="ClauseEnd"/> the file itself says which clause it is.</summary>
internal sealed record ClauseStart(ClauseOrigin Origin) : Piece;

internal sealed record ClauseEnd : Piece;
