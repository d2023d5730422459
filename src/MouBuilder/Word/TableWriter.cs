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
        int inOld = 0;
        int inNew = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            Surroundings inRow = around.In(table.Rows[i]);
            Revision revision = inRow.Revision ?? Revision.Kept;
            WriteRow(rows[i], table, widths, (revision.IsNew ? inNew : inOld) < table.HeaderRows, inRow);
            inOld += revision.IsOld ? 1 : 0;
            inNew += revision.IsNew ? 1 : 0;
        }

        xml.EndTable();
        blocks.AfterTable();
    }

    /// <summary>About how many lines a cell takes.</summary>
    private static int LinesOf(GridSlot slot, ImmutableArray<int> widths) => slot.Cell is null ? 0
        : slot.Cell.WithDescendants().Select(b => PlainText.Of(b.OwnInlines())).Where(t => t.Length > 0).Sum(t => 1 + (TextMeasure.Width(t) / Math.Max(1, widths.AsSpan(slot.Column, slot.Span).ToArray().Sum() - (2 * Measures.CellPadding))));

    private void WriteRow(ImmutableArray<GridSlot> slots, Table table, ImmutableArray<int> widths, bool header, Surroundings around)
    {
        xml.Markup(TableXml.BeginRow(header, header ? 0 : table.RowHeight, xml.OfRow(around.Revision), mayBreak: !header && slots.Any(s => LinesOf(s, widths) > MostLinesTogether)));
        foreach (GridSlot slot in slots)
        {
            int width = widths.AsSpan(slot.Column, slot.Span).ToArray().Sum();
            ColumnAlignment alignment = slot.Column < table.Columns.Length ? table.Columns[slot.Column] : ColumnAlignment.Left;
            xml.Markup(TableXml.BeginCell(width, bottom: header, slot.Span, slot.Merge));
            blocks.WriteCell(slot.Cell?.Blocks ?? [], around.Cell(width, alignment, header));
            xml.Markup(TableXml.EndCell);
        }

        xml.Markup(TableXml.EndRow);
    }
}
