using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>How a run looks beyond its paragraph.</summary>
/// <param name="Style">A character style, or null.</param>
internal readonly record struct RunFormat(Emphasis Emphasis = Emphasis.None, string? Style = null, bool Highlight = false)
{
    /// <param name="language">The language the run is written in; empty when nobody said.</param>
    public W.RunProperties ToProperties(string language)
    {
        W.RunProperties properties = new();
        if (Style is not null)
        {
            properties.RunStyle = new() { Val = Style };
        }

        if (Emphasis.HasFlag(Emphasis.Bold))
        {
            properties.Bold = new();
            properties.BoldComplexScript = new();
        }

        if (Emphasis.HasFlag(Emphasis.Italic))
        {
            properties.Italic = new();
            properties.ItalicComplexScript = new();
        }

        if (Highlight)
        {
            properties.Highlight = new() { Val = W.HighlightColorValues.Yellow };
        }

        if (language.Length > 0)
        {
            properties.Languages = new() { Val = XmlCharacters.Demand(language) };
        }

        return properties;
    }
}
