using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>What a block stands in, which decides its style, its indent and the list it counts in.</summary>
/// <param name="Width">The room from the left edge of the page's text, or of the cell, to the right.</param>
/// <param name="Left">Where the text of the enclosing list item or numbered paragraph begins; 0 outside of both.</param>
internal readonly record struct Surroundings(int Width, int Left = 0)
{
    /// <summary>The same in the old text of a redline, where a clause may be a numbered paragraph on one side alone.</summary>
    public int OldLeft { get; init; }

    /// <summary>How many lists of any kind stand around.</summary>
    public int ListDepth { get; init; }

    public int OrderedDepth { get; init; }

    /// <summary>0 in the body; one more in a footnote and in each table cell.</summary>
    public int Story { get; init; }

    public bool InCell { get; init; }

    public bool InHeaderRow { get; init; }

    /// <summary>The same in the old text of a redline, where a row may be a header on one side alone.</summary>
    public bool InOldHeaderRow { get; init; }

    public bool InNote { get; init; }

    public ColumnAlignment Alignment { get; init; }

    /// <summary>The same in the old text of a redline.</summary>
    public ColumnAlignment OldAlignment { get; init; }

    /// <summary>What became, in a redline, of everything here that does not say otherwise; null for what is kept.</summary>
    public Revision? Revision { get; init; }

    public string BodyStyle => InHeaderRow ? StyleIds.TableHeading
        : InCell ? StyleIds.TableText
        : InNote ? StyleIds.FootnoteText
        : ListDepth > 0 ? StyleIds.ItemContinued
        : StyleIds.Body;

    public string ItemStyle => InCell || InNote ? BodyStyle : StyleIds.Item;

    public Surroundings InOld => this with { Left = OldLeft, InHeaderRow = InOldHeaderRow, Alignment = OldAlignment };

    /// <summary>The indent of a paragraph that carries no label of its own: under the text of its item.</summary>
    public Indent? Indent => Left > 0 ? new(Left, 0) : null;

    /// <summary>Inside an item of a list.</summary>
    public Surroundings InItem(ListKind kind) => this with
    {
        Left = ItemText(kind),
        OldLeft = InOld.ItemText(kind),
        Alignment = ColumnAlignment.Left, // a label cannot hang from a text that stands right
        OldAlignment = ColumnAlignment.Left,
        ListDepth = ListDepth + 1,
        OrderedDepth = OrderedDepth + (kind == ListKind.Ordered ? 1 : 0),
    };

    /// <summary>The indent of an item's first paragraph.</summary>
    public Indent ItemIndent(ListKind kind) => new(ItemText(kind), kind == ListKind.Bullet ? Hanging / 2 : Hanging);

    /// <summary>The indent of an item's first paragraph, where it differs from what its list's definition says.</summary>
    public Indent? ItemIndent(ListKind kind, ListPlace place)
    {
        Indent wanted = ItemIndent(kind);
        Indent defined = NumberingPart.ItemIndent(kind, kind == ListKind.Ordered ? OrderedDepth : place.Level);
        return wanted == defined ? null : wanted;
    }

    /// <summary>Inside a cell of a table that stands here.</summary>
    /// <param name="alignment">How its column stands in each text.</param>
    /// <param name="header">Whether its row is a header in each text.</param>
    public Surroundings Cell(int width, (ColumnAlignment New, ColumnAlignment Old) alignment, (bool New, bool Old) header) => new(width - (2 * Measures.CellPadding))
    {
        Story = Story + 1,
        InCell = true,
        InHeaderRow = header.New,
        InOldHeaderRow = header.Old,
        Alignment = alignment.New,
        OldAlignment = alignment.Old,
        Revision = Revision,
    };

    /// <summary>Inside of a block.</summary>
    public Surroundings In(Block block) => block.Revision is { } revision ? this with { Revision = revision } : this;

    private int Hanging => InCell || InNote ? Measures.CellItemStep : Measures.ItemStep;

    // However deep a list is, a quarter of the width is left for its words.
    private int ItemText(ListKind kind) => Math.Max(Left, Math.Min(Left + Step(kind), Width * 3 / 4));

    private int Step(ListKind kind) => InCell || InNote ? Measures.CellItemStep
        : ListDepth == 0 && Left == 0 && kind != ListKind.Recitals ? Measures.FirstItem
        : Measures.ItemStep;
}
