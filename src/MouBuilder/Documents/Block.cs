using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>A part of the document that stands on its own lines.</summary>
public abstract record Block
{
    private protected Block() { }

    /// <summary>Where the block comes from; not part of what it says.</summary>
    public Provenance? From { get; init; }

    /// <summary>Null outside of redlines.</summary>
    internal Revision? Revision { get; init; }
}

/// <summary>How a section counts.</summary>
public enum SectionKind
{
    /// <summary>Numbered 1., 2., … and its clauses 1.1, 1.2, ….</summary>
    Numbered,

    /// <summary>Not numbered; holds one clause, shown without a heading of its own, whose list is lettered A., B., ….</summary>
    Recitals,

    /// <summary>Not numbered, for example signatures. Numbered paragraphs in it count 1., 2., 3. along with the sections.</summary>
    Unnumbered,
}

/// <summary>A section: Heading 1 in Word.</summary>
/// <param name="Id">Unique in the document among sections, clauses and exhibits.</param>
public sealed record Section(string Id, SectionKind Kind, ImmutableArray<Inline> Heading, ImmutableArray<Block> Blocks) : Block
{
    /// <summary><c>1.</c>, or null for a section that is not numbered.</summary>
    public string? Label { get; init; }
}

/// <summary>
/// A clause: Heading 2 in Word. One whose <paramref name="Title"/> is empty has no heading; it is a numbered paragraph, or text directly under the heading of its section,
/// as in recitals.
/// </summary>
/// <param name="Id">The clause id of the library, or one given by a reader.</param>
public sealed record Clause(string Id, ImmutableArray<Inline> Title, ImmutableArray<Block> Blocks) : Block
{
    /// <summary><c>1.1</c>, or null where the clause has neither heading nor number or stands in a section that is not numbered.</summary>
    public string? Label { get; init; }

    /// <summary>Whether a clause without a title counts among the clauses of its section; its number then stands before its first words. One with a title always counts.</summary>
    public bool IsNumberedParagraph { get; init; }
}

/// <summary>A heading inside a clause, section or exhibit. Never numbered by us; a reader may have met a label.</summary>
/// <param name="Level">3 and deeper: 1 is a section's, 2 a clause's.</param>
public sealed record Heading(int Level, ImmutableArray<Inline> Content) : Block
{
    public string? Label { get; init; }
}

/// <summary>What a paragraph is for.</summary>
public enum ParagraphRole
{
    Body,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>A centred line under the title: between whom, of which date.</summary>
    Subtitle,

    /// <summary>A boxed statement about the document itself: that it is not in force, that a baseline is reconstructed.</summary>
    Notice,
}

/// <summary>A paragraph.</summary>
public sealed record Paragraph(ParagraphRole Role, ImmutableArray<Inline> Content) : Block;

/// <summary>How a list is labelled.</summary>
public enum ListKind
{
    Bullet,

    /// <summary>(a), (i), (A), (1), (I) by depth among ordered lists.</summary>
    Ordered,

    /// <summary>A., B., …; only in recitals.</summary>
    Recitals,
}

/// <summary>A list.</summary>
public sealed record ListBlock(ListKind Kind, ImmutableArray<ListItem> Items) : Block;

/// <summary>An item of a list: one block or more, nested lists among them.</summary>
public sealed record ListItem(ImmutableArray<Block> Blocks) : Block
{
    /// <summary><c>(a)</c>, <c>A.</c>; null in a bullet list.</summary>
    public string? Label { get; init; }
}

/// <summary>How a column stands.</summary>
public enum ColumnAlignment
{
    Left,
    Center,
    Right,
}

/// <summary>A table.</summary>
/// <param name="Columns">One entry per grid column.</param>
/// <param name="HeaderRows">How many of the first rows are headers, repeated on each page.</param>
public sealed record Table(ImmutableArray<ColumnAlignment> Columns, int HeaderRows, ImmutableArray<TableRow> Rows) : Block
{
    /// <summary>The least height of a row below the headers, in millimetres, where people fill it in by hand; 0 is as high as its words.</summary>
    public int RowHeight { get; init; }

    /// <summary>The highest a row may ask to be: less than a page of text is.</summary>
    internal const int HighestRow = 200;
}

/// <summary>A row of a table.</summary>
public sealed record TableRow(ImmutableArray<TableCell> Cells) : Block;

/// <summary>A cell; a cell that a row span of an earlier row covers is not listed.</summary>
public sealed record TableCell(ImmutableArray<Block> Blocks, int ColumnSpan = 1, int RowSpan = 1) : Block;

/// <summary>A footnote.</summary>
/// <param name="Id">Unique among the document's notes.</param>
public sealed record Note(string Id, ImmutableArray<Block> Blocks) : Block
{
    /// <summary><c>1</c>, <c>2</c>, … in the order of the marks.</summary>
    public string? Label { get; init; }
}

/// <summary>Where one party signs: every capacity the party's own law asks for, kept on one page.</summary>
/// <param name="Party">The legal name.</param>
/// <param name="ActingThrough">The department acting for it, or null.</param>
public sealed record SignatureBlock(string Party, string? ActingThrough, ImmutableArray<SignatureLine> Lines) : Block;

/// <summary>One line to sign on.</summary>
/// <param name="Capacity">What the signature does.</param>
/// <param name="Office">The office that signs; never a person's name.</param>
public sealed record SignatureLine(SignatureCapacity Capacity, string Office) : Block;

/// <summary>What a signature does.</summary>
public enum SignatureCapacity
{
    Signs,
    ApprovesAsToForm,
    Attests,
    Recommends,
    RegistersAndCountersigns,
}

/// <summary>An attachment, on a page of its own.</summary>
public sealed record Exhibit(string Id, ImmutableArray<Inline> Title, ImmutableArray<Block> Blocks) : Block
{
    /// <summary><c>Exhibit A</c>; the word is <see cref="DocumentProperties.AttachmentWord"/>.</summary>
    public string? Label { get; init; }
}

/// <summary>A page break.</summary>
public sealed record PageBreak : Block;

/// <summary>Something a reader met and cannot carry: listed, never dropped in silence.</summary>
/// <param name="Kind">What it was, in a lawyer's words: <c>picture</c>, <c>equation</c>, <c>embedded file</c>.</param>
public sealed record Unsupported(string Kind) : Block;
