using System.Collections.Immutable;
using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>Writes a table as wide as the text it stands in, with its header rows repeated on every page.</summary>
internal sealed class TableWriter(StoryXml xml, BlockWriter blocks)
{
    public void Write(Table table, Surroundings around)
    {
        blocks.BeforeTable(around);
        ImmutableArray<ImmutableArray<GridSlot>> rows = TableGrid.Place(table);
        int columns = rows.SelectMany(r => r).Max(s => s.Column + s.Span);
        ImmutableArray<int> widths = ColumnWidths.Of(rows, columns, around.Width - around.Left);
        xml.Begin(new W.Table());
        xml.Whole(TableXml.Properties(StyleIds.AgreementTable, widths, around.Left, table.HeaderRows > 0));
        xml.Whole(TableXml.Grid(widths));
        for (int i = 0; i < rows.Length; i++)
        {
            WriteRow(rows[i], table, widths, i < table.HeaderRows, around);
        }

        xml.End();
        blocks.AfterTable();
    }

    private void WriteRow(ImmutableArray<GridSlot> slots, Table table, ImmutableArray<int> widths, bool header, Surroundings around)
    {
        xml.Begin(new W.TableRow());
        xml.Whole(TableXml.RowProperties(header));
        foreach (GridSlot slot in slots)
        {
            int width = widths.AsSpan(slot.Column, slot.Span).ToArray().Sum();
            ColumnAlignment alignment = slot.Column < table.Columns.Length ? table.Columns[slot.Column] : ColumnAlignment.Left;
            xml.Begin(new W.TableCell());
            xml.Whole(Properties(slot, width, header));
            blocks.WriteCell(slot.Cell?.Blocks ?? [], around.Cell(width, alignment, header));
            xml.End();
        }

        xml.End();
    }

    private static W.TableCellProperties Properties(GridSlot slot, int width, bool header)
    {
        W.TableCellProperties properties = new() { TableCellWidth = TableXml.CellWidth(width) };
        if (slot.Span > 1)
        {
            properties.GridSpan = new() { Val = slot.Span };
        }

        if (slot.Merge != GridMerge.None)
        {
            properties.VerticalMerge = new() { Val = slot.Merge == GridMerge.Start ? W.MergedCellValues.Restart : W.MergedCellValues.Continue };
        }

        if (header)
        {
            properties.TableCellVerticalAlignment = new() { Val = W.TableVerticalAlignmentValues.Bottom };
        }

        return properties;
    }
}
