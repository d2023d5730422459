using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>How far a paragraph stands from the margin, and how far its first line hangs out of it.</summary>
internal readonly record struct Indent(int Left, int Hanging);

/// <summary>Everything that can be said of a paragraph as a whole. What does not differ from its style is left unsaid.</summary>
internal readonly record struct ParagraphFormat(string Style)
{
    public ListPlace? List { get; init; }

    public Indent? Indent { get; init; }

    public ColumnAlignment Alignment { get; init; }

    public bool KeepNext { get; init; }

    public bool PageBreakBefore { get; init; }

    /// <summary>Whether a table stands just above, which has no room of its own below it.</summary>
    public bool BelowTable { get; init; }

    /// <summary>What of the format belongs to the document; the rest only keeps pages neat, and a redline takes it from the new text without a mark.</summary>
    public ParagraphFormat OfDocument => this with { KeepNext = false, BelowTable = false };

    /// <summary>The w:pPr, its children in the order the schema asks for.</summary>
    /// <param name="revisions">What a redline says of the paragraph's mark and of its old format, as markup; empty elsewhere.</param>
    public void WriteTo(TextWriter part, string revisions = "")
    {
        part.Write("<w:pPr><w:pStyle w:val=\"");
        part.Write(Style);
        part.Write("\"/>");
        if (KeepNext)
        {
            part.Write("<w:keepNext/>");
        }

        if (PageBreakBefore)
        {
            part.Write("<w:pageBreakBefore/>");
        }

        if (List is { } list)
        {
            Number(part, "<w:numPr><w:ilvl w:val=\"", list.Level);
            Number(part, "\"/><w:numId w:val=\"", list.NumberId);
            part.Write("\"/></w:numPr>");
        }

        if (BelowTable)
        {
            Number(part, "<w:spacing w:before=\"", Measures.BelowTable);
            part.Write("\"/>");
        }

        if (Indent is { } indent)
        {
            Number(part, "<w:ind w:left=\"", indent.Left);
            Number(part, "\" w:hanging=\"", indent.Hanging);
            part.Write("\"/>");
        }

        if (Alignment != ColumnAlignment.Left)
        {
            part.Write(Alignment == ColumnAlignment.Right ? "<w:jc w:val=\"right\"/>" : "<w:jc w:val=\"center\"/>");
        }

        part.Write(revisions);
        part.Write("</w:pPr>");
    }

    private static void Number(TextWriter part, string before, int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        part.Write(before);
        part.Write(digits[..length]);
    }
}
