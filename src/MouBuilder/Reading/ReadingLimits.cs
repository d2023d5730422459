namespace MouBuilder.Reading;

/// <summary>
/// How much of a stranger's file is read. Every limit stands well above what agreements have (the longest seen has 40,000 words) and far below what a
/// machine can hold.
/// </summary>
internal static class ReadingLimits
{
    /// <summary>A Word file, in bytes; pictures make files large and are never unpacked.</summary>
    public const long LargestFile = 100L << 20;

    /// <summary>A typed text, in bytes.</summary>
    public const int LargestText = 8 << 20;

    public const int MostParts = 10_000;

    /// <summary>All parts of a file that are read, unpacked, in bytes.</summary>
    public const long MostUnpacked = 64L << 20;

    /// <summary>How many times larger than packed a part may be.</summary>
    public const int MostRatio = 200;

    /// <summary>Parts below this size may have any ratio, in bytes.</summary>
    public const int FreeOfRatio = 2 << 20;

    /// <summary>How deep XML elements are nested.</summary>
    public const int DeepestXml = 256;

    /// <summary>Elements within one block of the body.</summary>
    public const int MostElements = 600_000;

    /// <summary>Cells in a row; Word itself has no more than 63.</summary>
    public const int MostCells = 1_000;

    /// <summary>Paragraphs, in all stories together: some 4,000 pages.</summary>
    public const int MostParagraphs = 60_000;
}
