using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>header.xml: which document, which revision, in which state, on every page.</summary>
internal static class HeaderPart
{
    public static void Write(Stream stream, DocumentProperties properties, StoryParts shared)
    {
        using StoryXml xml = new(stream, "hdr", shared.Language, shared.Marks, isText: false);
        DocumentProperties old = shared.Redline?.Old ?? properties;
        PageLines lines = new(xml, StyleIds.Header);
        foreach (string line in shared.Redline?.Header ?? [])
        {
            lines.Write(line, line, new(Emphasis.Italic));
        }

        lines.Write(old.Title, properties.Title, default);
        lines.Write(string.Join(" · ", States(old, shared.Phrases)), string.Join(" · ", States(properties, shared.Phrases)), default);
        xml.EndContainer();
    }

    private static IEnumerable<string> States(DocumentProperties properties, Phrases phrases)
    {
        if (properties.Revision.Length > 0)
        {
            yield return phrases.Revision + ": " + properties.Revision;
        }

        if (properties.Status.Length > 0)
        {
            yield return phrases.Status + ": " + phrases.StatusWords(properties.Status);
        }
    }
}
