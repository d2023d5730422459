namespace MouBuilder.Word;

/// <summary>The page in twips (1,440 to the inch): US Letter with one-inch margins.</summary>
internal static class Measures
{
    public const int PageWidth = 12240;
    public const int PageHeight = 15840;
    public const int Margin = 1440;
    public const int TextWidth = PageWidth - (2 * Margin);
    public const int LandscapeTextWidth = PageHeight - (2 * Margin);

    /// <summary>Where the text of an outermost list item begins.</summary>
    public const int FirstItem = 1080;

    /// <summary>How much further in each nested list stands; also the room for a label, wide enough for (xviii).</summary>
    public const int ItemStep = 648;

    /// <summary>The same inside a table, where room is scarce.</summary>
    public const int CellItemStep = 360;

    /// <summary>The room between a table and what follows it.</summary>
    public const int BelowTable = 160;

    /// <summary>Left and right padding of a table cell.</summary>
    public const int CellPadding = 100;

    /// <summary>Millimetres in twips, to the nearest.</summary>
    public static int OfMillimetres(int millimetres) => ((millimetres * 7200) + 63) / 127;

    /// <summary>Where the text of a list item begins on the page, by how many lists stand around it.</summary>
    public static int ItemText(int depth) => FirstItem + (depth * ItemStep);
}
