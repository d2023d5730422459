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
    /// <summary>The slots of each row of a table that stands in one text.</summary>
    public static ImmutableArray<ImmutableArray<GridSlot>> Place(Table table) => Filled(Slots(table.Rows), table.Columns.Length);

    /// <summary>The slots of each row of a table that stands in both texts of a redline. Each has its own cells that reach over rows; a kept row has the slots of both, which differ at most in whether a cell goes on below.</summary>
    public static ImmutableArray<ImmutableArray<GridSlot>> PlaceBoth(Table table)
    {
        if (!table.Rows.Any(r => r.Revision is not null || r.Cells.Any(c => c.Revision is not null)))
        {
            return Place(table);
        }

        Queue<GridSlot[]> now = new(Slots([.. table.Rows.Where(r => (r.Revision ?? Revision.Kept).IsNew)]));
        Queue<GridSlot[]> old = new(Slots([.. table.Rows.Where(r => (r.Revision ?? Revision.Kept).IsOld).Select(Old)]));
        return Filled([.. table.Rows.Select(r => (r.Revision ?? Revision.Kept) switch
        {
            { IsNew: false } => old.Dequeue(),
            { IsOld: false } => now.Dequeue(),
            _ => [.. now.Dequeue().Zip(old.Dequeue(), (inNew, inOld) => inNew with { Merge = Both(inNew.Merge, inOld.Merge) })],
        })], table.Columns.Length);
    }

    /// <summary>What a slot is that both texts have. A cell that begins to reach down and goes no further is a cell like any other.</summary>
    public static GridMerge Both(GridMerge now, GridMerge old) => now == GridMerge.None ? old : now;

    private static TableRow Old(TableRow row) => row with { Cells = [.. row.Cells.Select(c => c.Revision?.WasBlock as TableCell ?? c)] };

    private static List<GridSlot[]> Slots(ImmutableArray<TableRow> rows)
    {
        List<GridSlot[]> slots = [];
        List<Hanging> hanging = [];
        for (int i = 0; i < rows.Length; i++)
        {
            slots.Add(PlaceRow(rows[i], rows.Length - i, hanging));
        }

        return slots;
    }

    private static ImmutableArray<ImmutableArray<GridSlot>> Filled(List<GridSlot[]> rows, int atLeast)
    {
        int columns = rows.SelectMany(r => r).Select(s => s.Column + s.Span).Append(atLeast).Max();
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
