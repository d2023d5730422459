using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Writes a table as wide as the text it stands in, with its header rows repeated on every page.</summary>
internal sealed class TableWriter(StoryXml xml, BlockWriter blocks)
{
    // A row stays on one page; a longer one would leave much of the page before it empty.
    private const int MostLinesTogether = 15;

    public void Write(Table table, Surroundings around)
    {
        blocks.BeforeTable(around);
        ImmutableArray<ImmutableArray<GridSlot>> rows = around.Revision is { Kind: not RevisionKind.Kept } ? TableGrid.Place(table) : TableGrid.PlaceBoth(table);
        int columns = rows.SelectMany(r => r).Max(s => s.Column + s.Span);
        int width = Math.Max(around.Width - around.Left, columns * ColumnWidths.Least);
        ImmutableArray<int> widths = table.RowHeight > 0 ? ColumnWidths.Even(columns, width) : ColumnWidths.Of(rows, columns, width);
        xml.BeginTable(TableXml.Begin(StyleIds.AgreementTable, widths, around.Left, table.HeaderRows > 0));
        Table was = around.Revision?.WasBlock as Table ?? table;
        Surroundings inside = was == table ? around : around with { Revision = null };
        int inOld = 0;
        int inNew = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            Surroundings inRow = inside.In(table.Rows[i]);
            Revision revision = inRow.Revision ?? Revision.Kept;
            (bool isNew, bool isOld) = (inNew < table.HeaderRows, inOld < was.HeaderRows);
            WriteRow(rows[i], table, was, widths, (revision.IsNew ? isNew : isOld, revision.IsOld ? isOld : isNew), inRow);
            inOld += revision.IsOld ? 1 : 0;
            inNew += revision.IsNew ? 1 : 0;
        }

        xml.EndTable();
        blocks.AfterTable();
    }

    /// <summary>About how many lines a cell takes.</summary>
    private static int LinesOf(GridSlot slot, ImmutableArray<int> widths) => slot.Cell is null ? 0
        : slot.Cell.WithDescendants().Select(b => PlainText.Of(b.OwnInlines())).Where(t => t.Length > 0).Sum(t => 1 + (TextMeasure.Width(t) / Math.Max(1, widths.AsSpan(slot.Column, slot.Span).ToArray().Sum() - (2 * Measures.CellPadding))));

    /// <param name="was">The table in the old text of a redline; elsewhere the same.</param>
    /// <param name="header">Whether the row is a header in each text.</param>
    private void WriteRow(ImmutableArray<GridSlot> slots, Table table, Table was, ImmutableArray<int> widths, (bool New, bool Old) header, Surroundings around)
    {
        bool mayBreak = !header.New && slots.Any(s => LinesOf(s, widths) > MostLinesTogether);
        Revision revision = around.Revision ?? Revision.Kept;
        string now = TableXml.RowForm(header.New, (revision.IsNew ? table : was).RowHeight, mayBreak);
        string old = TableXml.RowForm(header.Old, (revision.IsOld ? was : table).RowHeight, mayBreak);
        xml.Markup(TableXml.BeginRow(now, xml.OfRow(around.Revision, now == old ? null : old)));
        foreach (GridSlot slot in slots)
        {
            int width = widths.AsSpan(slot.Column, slot.Span).ToArray().Sum();
            xml.Markup(TableXml.BeginCell(TableXml.CellForm(width, header.New, slot.Span, slot.Merge), header.New == header.Old ? "" : xml.OfCell(TableXml.CellForm(width, header.Old, slot.Span, slot.Merge))));
            blocks.WriteCell(slot.Cell?.Blocks ?? [], around.Cell(width, (AlignmentOf(table, slot), AlignmentOf(was, slot)), header));
            xml.Markup(TableXml.EndCell);
        }

        xml.Markup(TableXml.EndRow);
    }

    private static ColumnAlignment AlignmentOf(Table table, GridSlot slot) => slot.Column < table.Columns.Length ? table.Columns[slot.Column] : ColumnAlignment.Left;
}
