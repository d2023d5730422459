using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>footer.xml: the disclaimer while there is one, and the page of how many.</summary>
internal static class FooterPart
{
    public static void Write(Stream stream, DocumentProperties properties, StoryParts shared)
    {
        using StoryXml xml = new(stream, "ftr", shared.Language, shared.Marks, isText: false);
        new PageLines(xml, StyleIds.Footer).Write(shared.Redline?.Old.Disclaimer ?? properties.Disclaimer, properties.Disclaimer, new(Emphasis.Italic));
        xml.BeginParagraph(new(StyleIds.Footer));
        xml.Text(shared.Phrases.Page + " ", default);
        xml.Field("PAGE", "1", default);
        xml.Text(" " + shared.Phrases.Of + " ", default);
        xml.Field("NUMPAGES", "1", default); // Word counts the pages whenever it lays them out
        xml.EndParagraph();
        xml.EndContainer();
    }
}
