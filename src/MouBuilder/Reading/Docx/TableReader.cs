using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>Reads tables: spans over columns and rows, rows and cells in content controls, rows that a tracked change adds or takes away.</summary>
internal sealed class TableReader(DocxContext context, StoryReader story, StoryPlace place)
{
    /// <summary>More columns Word does not make.</summary>
    private const int MostColumns = 63;

    /// <summary>In millimetres.</summary>
    private const int LeastToWriteIn = 8;

    /// <summary>A cell as the file has it.</summary>
    private sealed record RawCell(ImmutableArray<Block> Blocks, int Column, int Span, bool ContinuesAbove, bool ContinuesBefore, ColumnAlignment? Alignment, ImmutableArray<string> Bookmarks);

    private sealed record RawRow(List<RawCell> Cells, bool IsHeader, int Height, Provenance From);

    public Solid? Read(Element table)
    {
        if (table.Child("w:tblPr")?.Child("w:tblPrChange") is { } change)
        {
            context.Changes.Note(change, table);
        }

        List<RawRow> rows = [];
        Rows(table, rows);
        if (rows.Count == 0)
        {
            return null;
        }

        // Other programs forget the style of a table and keep that of its first paragraph.
        Element? words = table.All("w:tr").FirstOrDefault()?.All("w:tc").FirstOrDefault()?.All("w:p").FirstOrDefault();
        bool signs = context.Styles.NameOf(table.Child("w:tblPr")?.Child("w:tblStyle")?.Val) == "Signature Table" || context.Styles.NameOf(words?.Child("w:pPr")?.Child("w:pStyle")?.Val) == "Signature Capacity";
        return new(TableOf(rows)) { OfColumns = OnColumns(rows) is { } plain ? TableOf(plain) : null, From = rows[0].From, Indent = Element.Length(table.Child("w:tblPr")?.Child("w:tblInd")?["w:w"]) ?? 0, IsSignatures = signs, Bookmarks = rows[0].Cells is [var first, ..] ? first.Bookmarks : [] };
    }

    private static Table TableOf(List<RawRow> rows)
    {
        int columns = rows.SelectMany(r => r.Cells).Max(c => c.Column + c.Span);
        return new([.. Enumerable.Range(0, columns).Select(c => AlignmentOf(rows, c))], rows.TakeWhile(r => r.IsHeader).Count(), [.. Enumerable.Range(0, rows.Count).Select(i => Row(rows, i))]) { From = rows[0].From, RowHeight = HeightOf(rows) };
    }

    /// <summary>
    /// The same rows on the columns that a reader counts, where the grid of the file has others: lines at which no cell ends, and lines that run from where somebody dragged the border of one
    /// cell, so that each row has as many cells as before and they are no longer below one another to the hair. Null where the grid is what a reader counts.
    /// </summary>
    private static List<RawRow>? OnColumns(List<RawRow> rows)
    {
        int[] edges = [.. rows.SelectMany(r => r.Cells).SelectMany(c => new[] { c.Column, c.Column + c.Span }).Distinct().Order()];
        int cells = rows[0].Cells.Count;
        bool isDragged = cells < edges.Length - 1 && rows.TrueForAll(r => r.Cells.Count == cells && r.Cells.TrueForAll(c => !c.ContinuesAbove && !c.ContinuesBefore));
        if (edges[0] > 0 || (!isDragged && edges.Length - 1 == edges[^1]))
        {
            return null;
        }

        RawCell Placed(RawCell cell, int at) => Array.BinarySearch(edges, cell.Column) is var from && isDragged ? cell with { Column = at, Span = 1 } : cell with { Column = from, Span = Array.BinarySearch(edges, cell.Column + cell.Span) - from };
        return [.. rows.Select(r => r with { Cells = [.. r.Cells.Select(Placed)] })];
    }

    private void Rows(Element element, List<RawRow> rows)
    {
        foreach (Element child in element.Children)
        {
            switch (child.Name)
            {
                case "w:tr":
                    if (Row(child) is { } row)
                    {
                        rows.Add(row);
                    }

                    break;
                case "w:sdt":
                    context.Data.Fill(child, place.Now);
                    Rows(child, rows);
                    break;
                case "w:sdtContent" or "w:customXml" or "w:ins" or "w:moveTo" or "mc:AlternateContent" or "mc:Choice":
                    Rows(child.Name == "mc:AlternateContent" ? Alternatives.Chosen(child) ?? child : child, rows);
                    break;
                default:
                    break;
            }
        }
    }

    private RawRow? Row(Element row)
    {
        Provenance from = place.Next();
        Element? properties = row.Child("w:trPr");
        Element? form = context.Changes.ReadsOld && properties?.Child("w:trPrChange") is { } changed ? changed.Child("w:trPr") : properties;
        bool isUnread = false;
        foreach (Element change in properties?.Children.Where(c => c.Name is "w:ins" or "w:del" or "w:trPrChange") ?? [])
        {
            context.Changes.Note(change, change.Name == "w:trPrChange" ? null : row);
            isUnread |= change.Name == (context.Changes.ReadsOld ? "w:ins" : "w:del");
        }

        if (isUnread)
        {
            context.Changes.NoteWithin(row, properties);
            return null;
        }

        List<RawCell> cells = [];
        int column = Math.Clamp(Element.Number(properties?.Child("w:gridBefore")?.Val) ?? 0, 0, MostColumns);
        if (column > 0)
        {
            cells.Add(new([], 0, column, false, false, null, []));
        }

        Cells(row, cells, ref column);
        return cells.Count == 0 ? null : new(cells, form?.Flag("w:tblHeader") == true, Millimetres(form?.Child("w:trHeight")), from);
    }

    private void Cells(Element element, List<RawCell> cells, ref int column)
    {
        foreach (Element child in element.Children)
        {
            switch (child.Name)
            {
                case "w:tc":
                    context.DemandFits(cells.Count);
                    if (Cell(child, column) is { } cell)
                    {
                        cells.Add(cell);
                        column += cell.Span;
                    }

                    break;
                case "w:sdt":
                    context.Data.Fill(child, place.Now);
                    Cells(child, cells, ref column);
                    break;
                case "w:sdtContent" or "w:customXml" or "mc:AlternateContent" or "mc:Choice":
                    Cells(child.Name == "mc:AlternateContent" ? Alternatives.Chosen(child) ?? child : child, cells, ref column);
                    break;
                default:
                    break;
            }
        }
    }

    private RawCell? Cell(Element cell, int column)
    {
        Element? properties = cell.Child("w:tcPr");
        bool isUnread = false;
        foreach (Element change in properties?.Children.Where(c => c.Name is "w:cellIns" or "w:cellDel" or "w:cellMerge" or "w:tcPrChange") ?? [])
        {
            context.Changes.Note(change, change.Name == "w:tcPrChange" ? null : cell);
            isUnread |= change.Name == (context.Changes.ReadsOld ? "w:cellIns" : "w:cellDel");
        }

        if (isUnread)
        {
            context.Changes.NoteWithin(cell, properties);
            return null;
        }

        List<Piece> pieces = [];
        foreach (Element child in cell.Children.Where(c => c.Name != "w:tcPr"))
        {
            story.Read(child, pieces);
        }

        story.Flush(pieces);
        int span = Math.Clamp(Element.Number(properties?.Child("w:gridSpan")?.Val) ?? 1, 1, MostColumns);
        Element? merge = properties?.Child("w:vMerge");
        Element? first = cell.All("w:p").FirstOrDefault()?.Child("w:pPr");
        ColumnAlignment? alignment = (context.Changes.ReadsOld && first?.Child("w:pPrChange") is { } looks ? looks.Child("w:pPr") : first)?.Child("w:jc")?.Val switch
        {
            "center" => ColumnAlignment.Center,
            "right" or "end" => ColumnAlignment.Right,
            _ => null,
        };
        return new(
            BlockFold.Of(pieces.Where(p => p is not Solid { Block: PageBreak })),
            column,
            span,
            merge is not null && merge.Val != "restart",
            properties?.Child("w:hMerge") is { } across && across.Val != "restart",
            alignment,
            pieces.FirstOrDefault()?.Bookmarks ?? []);
    }

    private static TableRow Row(List<RawRow> rows, int index)
    {
        List<TableCell> cells = [];
        RawRow row = rows[index];
        for (int i = 0; i < row.Cells.Count; i++)
        {
            RawCell cell = row.Cells[i];
            if ((cell.ContinuesAbove && index > 0 && StartsAbove(rows, index, cell)) || (cell.ContinuesBefore && i > 0))
            {
                continue;
            }

            int span = cell.Span + row.Cells.Skip(i + 1).TakeWhile(c => c.ContinuesBefore).Sum(c => c.Span);
            cells.Add(new(cell.Blocks, span, RowsOf(rows, index, cell)));
        }

        return new([.. cells]) { From = row.From };
    }

    // Words that a file has in a covered cell are shown by nobody, so a covered cell with words is a cell.
    private static bool StartsAbove(List<RawRow> rows, int index, RawCell cell) =>
        cell.Blocks.IsEmpty && rows[index - 1].Cells.Any(c => c.Column == cell.Column && c.Span == cell.Span);

    private static int RowsOf(List<RawRow> rows, int index, RawCell cell)
    {
        int last = index + 1;
        while (last < rows.Count && rows[last].Cells.Any(c => c.ContinuesAbove && c.Column == cell.Column && c.Span == cell.Span && c.Blocks.IsEmpty))
        {
            last++;
        }

        return last - index;
    }

    /// <summary>Room to write by hand, where all rows below the headers have the same; a row that is hardly higher than its words has none. The first row of several may head them without a mark that says so.</summary>
    private static int HeightOf(List<RawRow> rows) =>
        rows.Skip(Math.Max(rows.Count > 1 ? 1 : 0, rows.TakeWhile(r => r.IsHeader).Count())).Select(r => r.Height).Distinct().ToArray() is [>= LeastToWriteIn and <= Table.HighestRow and var height] ? height : 0;

    private static int Millimetres(Element? height) =>
        height?["w:hRule"] == "exact" ? 0 : (int)Math.Round(Math.Clamp(Element.Number(height?.Val) ?? 0, 0, 31680) * 127 / 7200.0, MidpointRounding.AwayFromZero);

    /// <summary>How a column stands: as all of its cells below the headers do.</summary>
    private static ColumnAlignment AlignmentOf(List<RawRow> rows, int column)
    {
        ColumnAlignment[] stands = [.. rows.SkipWhile(r => r.IsHeader).SelectMany(r => r.Cells).Where(c => c.Column == column && c.Span == 1 && !c.Blocks.IsEmpty).Select(c => c.Alignment ?? ColumnAlignment.Left).Distinct()];
        return stands.Length == 1 ? stands[0] : ColumnAlignment.Left;
    }
}
