using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>The markup of tracked changes. Their numbers are unique in the file, over all kinds and parts, and no bookmark's: Word takes two alike for damage.</summary>
internal sealed class RevisionMarks
{
    // Papers have no date of their own. The range of a move must have one all the same; Word shows that of the words in it.
    private static readonly DateOnly Undated = new(1980, 1, 1);

    private readonly string author;
    private readonly string authorOfRange;
    private readonly IReadOnlySet<int> taken;
    private int last;

    /// <param name="drafter">Whose changes they are.</param>
    /// <param name="date">When they were made: the agreement's own date, since no clock is asked.</param>
    /// <param name="taken">Numbers that bookmarks have.</param>
    public RevisionMarks(string drafter, DateOnly? date, IReadOnlySet<int> taken)
    {
        string stamp = (date ?? Undated).ToString("' w:date=\"'yyyy-MM-dd'T00:00:00Z\"'", CultureInfo.InvariantCulture);
        string name = $"w:author=\"{StoryXml.Escaped(drafter)}\"";
        (author, authorOfRange) = (date is null ? name : name + stamp, name + stamp);
        this.taken = taken;
    }

    public RevisionTally Tally { get; } = new();

    public static string Element(RevisionKind kind) => kind switch
    {
        RevisionKind.Inserted => "w:ins",
        RevisionKind.Deleted => "w:del",
        RevisionKind.MovedTo => "w:moveTo",
        _ => "w:moveFrom",
    };

    /// <summary>The beginning of an element around runs.</summary>
    public string Begin(RevisionKind kind)
    {
        Tally.Runs();
        return Tag(Element(kind), ">");
    }

    /// <summary>What stands in a paragraph's own run properties: what became of its mark.</summary>
    public string OfMark(RevisionKind kind)
    {
        Tally.Mark(kind);
        return $"<w:rPr>{Tag(Element(kind), "/>")}</w:rPr>";
    }

    /// <summary>What stands in a row's properties. Word knows no moved rows: those of a moved table are marked as deleted here and as inserted there, though they are neither.</summary>
    public string OfRow(RevisionKind kind)
    {
        Tally.Row(kind);
        return Tag(kind.IsNew() ? "w:ins" : "w:del", "/>");
    }

    /// <summary>What stands in the properties of a kept row that lay otherwise on the page: it was a header, or is one now.</summary>
    public string RowChange(string old)
    {
        Tally.RowFormatting();
        return $"{Tag("w:trPrChange", ">")}<w:trPr>{old}</w:trPr></w:trPrChange>";
    }

    /// <summary>What stands in the properties of a cell of such a row.</summary>
    public string CellChange(string old)
    {
        Tally.CellFormatting();
        return $"{Tag("w:tcPrChange", ">")}<w:tcPr>{old}</w:tcPr></w:tcPrChange>";
    }

    public string FormatChange(string old)
    {
        Tally.Formatting();
        return Tag("w:rPrChange", ">") + old + "</w:rPrChange>";
    }

    /// <param name="isOfTexts">Whether the texts differ in it; otherwise it keeps the looks of another paragraph.</param>
    public string BeginParagraphChange(bool isOfTexts)
    {
        Tally.ParagraphFormatting(isOfTexts);
        return Tag("w:pPrChange", ">");
    }

    /// <summary>The two ends of one half of a move.</summary>
    public (string Begin, string End) Range(RevisionKind kind, string name)
    {
        string element = Element(kind);
        if (kind == RevisionKind.MovedTo)
        {
            Tally.Move();
        }

        int id = Next();
        return (
            string.Create(CultureInfo.InvariantCulture, $"<{element}RangeStart w:id=\"{id}\" {authorOfRange} w:name=\"{name}\"/>"),
            string.Create(CultureInfo.InvariantCulture, $"<{element}RangeEnd w:id=\"{id}\"/>"));
    }

    private string Tag(string element, string end) => string.Create(CultureInfo.InvariantCulture, $"<{element} w:id=\"{Next()}\" {author}{end}");

    private int Next()
    {
        do
        {
            last++;
        }
        while (taken.Contains(last));

        return last;
    }
}
