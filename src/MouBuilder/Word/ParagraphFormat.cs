using System.Globalization;
using System.Text;
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

    /// <summary>The w:pPr, its children in the order the schema asks for.</summary>
    public string ToMarkup()
    {
        StringBuilder markup = new();
        markup.Append("<w:pPr><w:pStyle w:val=\"").Append(Style).Append("\"/>");
        if (KeepNext)
        {
            markup.Append("<w:keepNext/>");
        }

        if (PageBreakBefore)
        {
            markup.Append("<w:pageBreakBefore/>");
        }

        if (List is { } list)
        {
            markup.Append(CultureInfo.InvariantCulture, $"<w:numPr><w:ilvl w:val=\"{list.Level}\"/><w:numId w:val=\"{list.NumberId}\"/></w:numPr>");
        }

        if (BelowTable)
        {
            markup.Append(CultureInfo.InvariantCulture, $"<w:spacing w:before=\"{Measures.BelowTable}\"/>");
        }

        if (Indent is { } indent)
        {
            markup.Append(CultureInfo.InvariantCulture, $"<w:ind w:left=\"{indent.Left}\" w:hanging=\"{indent.Hanging}\"/>");
        }

        if (Alignment != ColumnAlignment.Left)
        {
            markup.Append(Alignment == ColumnAlignment.Right ? "<w:jc w:val=\"right\"/>" : "<w:jc w:val=\"center\"/>");
        }

        return markup.Append("</w:pPr>").ToString();
    }
}
