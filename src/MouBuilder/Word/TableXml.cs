using System.Globalization;

namespace MouBuilder.Word;

/// <summary>The markup all our tables share: a fixed width, so that every program lays them out alike, and rows that do not break.</summary>
internal static class TableXml
{
    public const string End = "</w:tbl>";
    public const string EndRow = "</w:tr>";
    public const string EndCell = "</w:tc>";

    public static string Begin(string style, IReadOnlyCollection<int> widths, int left, bool hasHeader)
    {
        string look = hasHeader ? "0620" : "0600";
        string firstRow = hasHeader ? "1" : "0";
        string columns = string.Concat(widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{w}\"/>")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{widths.Sum()}" w:type="dxa"/><w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="{firstRow}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>
            """);
    }

    /// <summary>How a row lies on the page.</summary>
    /// <param name="height">The least height in millimetres below the headers; 0 is none.</param>
    /// <param name="mayBreak">Whether a page may end inside of it.</param>
    public static string RowForm(bool header, int height, bool mayBreak = false)
    {
        string least = header || height == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"<w:trHeight w:val=\"{Measures.OfMillimetres(height)}\" w:hRule=\"atLeast\"/>");
        return $"<w:cantSplit{(mayBreak ? " w:val=\"off\"" : "")}/>{least}{(header ? "<w:tblHeader/>" : "")}";
    }

    /// <param name="revision">What became of the row in a redline, as markup.</param>
    public static string BeginRow(string form, string revision = "") => $"<w:tr><w:trPr>{form}{revision}</w:trPr>";

    public static string BeginCell(string form, string revision = "") => $"<w:tc><w:tcPr>{form}{revision}</w:tcPr>";

    /// <summary>How a cell lies in the table.</summary>
    /// <param name="bottom">Whether its words stand at its bottom, as those of a header do.</param>
    public static string CellForm(int width, bool bottom, int span = 1, GridMerge merge = GridMerge.None)
    {
        string gridSpan = span > 1 ? string.Create(CultureInfo.InvariantCulture, $"<w:gridSpan w:val=\"{span}\"/>") : "";
        string verticalMerge = merge switch
        {
            GridMerge.Start => "<w:vMerge w:val=\"restart\"/>",
            GridMerge.Continue => "<w:vMerge/>",
            _ => "",
        };
        string alignment = bottom ? "<w:vAlign w:val=\"bottom\"/>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{gridSpan}{verticalMerge}{alignment}");
    }
}
