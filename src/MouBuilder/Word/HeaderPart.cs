using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>header.xml: which document, which revision, in which state, on every page.</summary>
internal static class HeaderPart
{
    public static void Write(Stream stream, DocumentProperties properties, StoryParts shared)
    {
        using StoryXml xml = new(stream, new W.Header(), shared.Language);
        xml.BeginParagraph(new(StyleIds.Header));
        xml.Text(properties.Title, default);
        xml.End();
        string state = string.Join(" · ", States(properties, shared.Phrases));
        if (state.Length > 0)
        {
            xml.BeginParagraph(new(StyleIds.Header));
            xml.Text(state, default);
            xml.End();
        }
    }

    private static IEnumerable<string> States(DocumentProperties properties, Phrases phrases)
    {
        if (properties.Revision.Length > 0)
        {
            yield return phrases.Revision + ": " + properties.Revision;
        }

        if (properties.Status.Length > 0)
        {
            yield return phrases.Status + ": " + properties.Status.Replace('-', ' ');
        }
    }
}
