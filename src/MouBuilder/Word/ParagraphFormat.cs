using System.Globalization;
using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

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

    public W.ParagraphProperties ToProperties()
    {
        W.ParagraphProperties properties = new() { ParagraphStyleId = new() { Val = Style } };
        if (KeepNext)
        {
            properties.KeepNext = new();
        }

        if (PageBreakBefore)
        {
            properties.PageBreakBefore = new();
        }

        if (List is { } list)
        {
            properties.NumberingProperties = new(new W.NumberingLevelReference { Val = list.Level }, new W.NumberingId { Val = list.NumberId });
        }

        if (Indent is { } indent)
        {
            properties.Indentation = new() { Left = Digits(indent.Left), Hanging = Digits(indent.Hanging) };
        }

        if (Alignment != ColumnAlignment.Left)
        {
            properties.Justification = new() { Val = Alignment == ColumnAlignment.Right ? W.JustificationValues.Right : W.JustificationValues.Center };
        }

        return properties;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
