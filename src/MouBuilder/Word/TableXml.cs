using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>The properties all our tables share: a fixed width, so that every program lays them out alike, and rows that do not break.</summary>
internal static class TableXml
{
    public static W.TableProperties Properties(string style, IReadOnlyCollection<int> widths, int left, bool hasHeader) => new()
    {
        TableStyle = new() { Val = style },
        TableWidth = new() { Width = Digits(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
        TableIndentation = new() { Width = left, Type = W.TableWidthUnitValues.Dxa },
        TableLayout = new() { Type = W.TableLayoutValues.Fixed },
        TableLook = new() { Val = hasHeader ? "0020" : "0000", FirstRow = hasHeader, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
    };

    public static W.TableGrid Grid(IEnumerable<int> widths) => new(widths.Select(w => new W.GridColumn { Width = Digits(w) }));

    public static W.TableRowProperties RowProperties(bool header)
    {
        W.TableRowProperties properties = new(new W.CantSplit());
        if (header)
        {
            properties.Append(new W.TableHeader());
        }

        return properties;
    }

    public static W.TableCellWidth CellWidth(int width) => new() { Width = Digits(width), Type = W.TableWidthUnitValues.Dxa };

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
