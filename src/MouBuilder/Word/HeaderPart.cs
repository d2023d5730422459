using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>header.xml: which document, which revision, in which state, on every page.</summary>
internal static class HeaderPart
{
    public static void Write(Stream stream, DocumentProperties properties, StoryParts shared)
    {
        using StoryXml xml = new(stream, "hdr", shared.Language);
        xml.BeginParagraph(new(StyleIds.Header));
        xml.Text(properties.Title, default);
        xml.EndParagraph();
        string state = string.Join(" · ", States(properties, shared.Phrases));
        if (state.Length > 0)
        {
            xml.BeginParagraph(new(StyleIds.Header));
            xml.Text(state, default);
            xml.EndParagraph();
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
