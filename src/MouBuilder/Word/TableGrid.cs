using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>One place in a row as Word wants it: a cell, or the continuation of a cell that a row span brings down from above.</summary>
/// <param name="Cell">Null in a continuation and where a short row is filled up.</param>
internal sealed record GridSlot(TableCell? Cell, int Column, int Span, GridMerge Merge);

/// <summary>A slot's part in a cell that spans rows.</summary>
internal enum GridMerge
{
    None,
    Start,
    Continue,
}

/// <summary>Places the cells of a table in its grid. The model leaves out what spans cover; Word wants every row complete.</summary>
internal static class TableGrid
{
    public static ImmutableArray<ImmutableArray<GridSlot>> Place(Table table)
    {
        List<GridSlot[]> rows = [];
        List<Hanging> hanging = [];
        for (int i = 0; i < table.Rows.Length; i++)
        {
            rows.Add(PlaceRow(table.Rows[i], table.Rows.Length - i, hanging));
        }

        int columns = rows.SelectMany(r => r).Select(s => s.Column + s.Span).Append(table.Columns.Length).Max();
        return [.. rows.Select(r => Fill(r, columns))];
    }

    /// <summary>How many columns the cells take, whatever the table says.</summary>
    public static int WidthOf(Table table) => Place(table).SelectMany(r => r).Select(s => s.Column + s.Span).DefaultIfEmpty().Max();

    /// <summary>A cell that reaches down into rows not yet placed.</summary>
    private sealed record Hanging(int Column, int Span, int RowsLeft);

    private static GridSlot[] PlaceRow(TableRow row, int rowsLeft, List<Hanging> hanging)
    {
        List<GridSlot> slots = [];
        List<Hanging> down = [.. hanging.OrderBy(h => h.Column)];
        hanging.Clear();
        int column = 0;
        foreach (TableCell cell in row.Cells)
        {
            int span = Math.Max(1, cell.ColumnSpan);
            Continue(until: column + span);
            int rows = Math.Clamp(cell.RowSpan, 1, rowsLeft);
            slots.Add(new(cell, column, span, rows > 1 ? GridMerge.Start : GridMerge.None));
            if (rows > 1)
            {
                hanging.Add(new(column, span, rows - 1));
            }

            column += span;

            // A wide cell cannot stand where a spanning cell comes down in its middle: the covered place ends it first.
            void Continue(int until)
            {
                while (down.Count > 0 && down[0].Column < until)
                {
                    Take();
                    until = column + span;
                }
            }
        }

        while (down.Count > 0)
        {
            Take();
        }

        return [.. slots];

        void Take()
        {
            Hanging above = down[0];
            down.RemoveAt(0);
            if (above.Column > column)
            {
                slots.Add(new(null, column, above.Column - column, GridMerge.None));
            }

            slots.Add(new(null, above.Column, above.Span, GridMerge.Continue));
            if (above.RowsLeft > 1)
            {
                hanging.Add(above with { RowsLeft = above.RowsLeft - 1 });
            }

            column = above.Column + above.Span;
        }
    }

    private static ImmutableArray<GridSlot> Fill(GridSlot[] row, int columns)
    {
        int end = row.Length == 0 ? 0 : row[^1].Column + row[^1].Span;
        return end < columns ? [.. row, new(null, end, columns - end, GridMerge.None)] : [.. row];
    }
}
