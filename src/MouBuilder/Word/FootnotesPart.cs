using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>footnotes.xml: the two separators Word asks for, then the notes.</summary>
internal static class FootnotesPart
{
    private const string Separators = $"""
        <w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:pStyle w:val="{StyleIds.FootnoteText}"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:pStyle w:val="{StyleIds.FootnoteText}"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
        """;

    public static void Write(Stream stream, MouDocument document, StoryParts shared, Hyperlinks links, bool isLandscape)
    {
        using StoryXml xml = new(stream, "footnotes", shared.Language, shared.Marks);
        xml.Markup(Separators);
        foreach (Note note in document.Notes)
        {
            xml.Markup(CultureInfo.InvariantCulture, $"<w:footnote w:id=\"{shared.Notes[note.Id]}\">");
            new BlockWriter(xml, shared, links).WriteNote(note.Blocks, new(isLandscape ? Measures.LandscapeTextWidth : Measures.TextWidth) { InNote = true, Story = 1, Revision = note.Revision });
            xml.Markup("</w:footnote>");
        }
    }
}
