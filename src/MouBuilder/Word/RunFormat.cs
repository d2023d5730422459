using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>How a run looks beyond its paragraph.</summary>
/// <param name="Style">A character style, or null.</param>
internal readonly record struct RunFormat(Emphasis Emphasis = Emphasis.None, string? Style = null, bool Highlight = false)
{
    /// <summary>What became of the run in a redline.</summary>
    public RevisionKind Revision { get; init; }

    /// <summary>The language of the run where it is not the document's.</summary>
    public string? Language { get; init; }

    /// <summary>The emphasis of the old text, where it is another.</summary>
    public Emphasis? Was { get; init; }

    /// <summary>The w:rPr, its children in the order the schema asks for; nothing where there is nothing to say.</summary>
    /// <param name="language">The language the run is written in; empty when nobody said.</param>
    /// <param name="change">The markup of a tracked change of the run's looks, around the old ones; null where there is none.</param>
    public string ToMarkup(string language, Func<string, string>? change = null)
    {
        language = Language ?? language;
        StringBuilder markup = new(Looks(language));
        if (change is not null && Was is { } was)
        {
            markup.Append(change($"<w:rPr>{(this with { Emphasis = was }).Looks(language)}</w:rPr>"));
        }

        return markup.Length == 0 ? "" : $"<w:rPr>{markup}</w:rPr>";
    }

    private string Looks(string language)
    {
        StringBuilder markup = new();
        if (Style is not null)
        {
            markup.Append("<w:rStyle w:val=\"").Append(Style).Append("\"/>");
        }

        if (Emphasis.HasFlag(Emphasis.Bold))
        {
            markup.Append("<w:b/><w:bCs/>");
        }

        if (Emphasis.HasFlag(Emphasis.Italic))
        {
            markup.Append("<w:i/><w:iCs/>");
        }

        if (Highlight)
        {
            markup.Append("<w:highlight w:val=\"yellow\"/>");
        }

        if (language.Length > 0)
        {
            markup.Append("<w:lang w:val=\"").Append(StoryXml.Escaped(language)).Append("\"/>");
        }

        return markup.ToString();
    }
}
