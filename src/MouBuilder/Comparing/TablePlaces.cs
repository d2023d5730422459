using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;
using MouBuilder.Word;

namespace MouBuilder.Comparing;

/// <summary>Says where in a table a cell stands: by the first cell of its row and the header of its column.</summary>
internal static class TablePlaces
{
    private const int MostWords = 8;

    /// <summary>The rows of a table of both texts that changed, and of those on both sides the cells that did, each with its place in the new table.</summary>
    public static IEnumerable<(BlockChange Row, (BlockChange Cell, string Place)[] Cells)> Of(BlockChange table)
    {
        Table now = (Table)table.New!;
        ImmutableArray<ImmutableArray<GridSlot>> slots = TableGrid.Place(now);
        string first = "";
        int at = 0;
        foreach (BlockChange row in table.Blocks)
        {
            if (row.New is null)
            {
                yield return (row, []);
                continue;
            }

            first = slots[at].FirstOrDefault() is { Merge: not GridMerge.Continue, Cell: var begins } ? begins is null ? "" : Name(BlockText.Of(begins)) : first;
            string rowName = $"row {(first.Length > 0 ? first : (at + 1).ToString(CultureInfo.InvariantCulture))}";
            if (row.Kind != BlockChangeKind.Same)
            {
                yield return (row, [.. row.Blocks.Zip(slots[at].Where(s => s.Cell is not null)).Where(c => c.First.Kind != BlockChangeKind.Same).Select(c => (c.First, at < now.HeaderRows ? $"In the header row, column {c.Second.Column + 1}" : $"In {rowName}, column {Header(now, slots, c.Second.Column)}"))]);
            }

            at++;
        }
    }

    /// <summary>The rows that say the same and stand at another place of the table, removed here and added there, since Word knows no moved ones.</summary>
    public static IEnumerable<(BlockChange Old, BlockChange New)> MovedRows(BlockChange table)
    {
        Dictionary<string, Queue<BlockChange>> removed = table.Blocks.Where(r => r.Kind == BlockChangeKind.Removed).GroupBy(r => KeyOf(r.Old!)).ToDictionary(g => g.Key, g => new Queue<BlockChange>(g), StringComparer.Ordinal);
        foreach (BlockChange row in table.Blocks.Where(r => r.Kind == BlockChangeKind.Added))
        {
            if (removed.TryGetValue(KeyOf(row.New!), out Queue<BlockChange>? same) && same.TryDequeue(out BlockChange? old))
            {
                yield return (old, row);
            }
        }

        static string KeyOf(Block row) => string.Join('\u0003', ((TableRow)row).Cells.Select(c => $"{c.ColumnSpan} {c.RowSpan} {BlockText.Of(c)}"));
    }

    private static string Header(Table table, ImmutableArray<ImmutableArray<GridSlot>> slots, int column)
    {
        TableCell? header = slots.Take(table.HeaderRows).Reverse().SelectMany(r => r.Where(s => s.Cell is not null && s.Column <= column && column < s.Column + s.Span)).FirstOrDefault()?.Cell;
        return header is not null && BlockText.Of(header) is { Length: > 0 } words ? Name(words) : (column + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Name(string text) => text.Length == 0 ? "" : $"“{PlainText.FirstWords(text, MostWords)}”";
}
