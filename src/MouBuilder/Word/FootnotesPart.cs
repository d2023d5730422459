using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>footnotes.xml: the two separators Word asks for, then the notes.</summary>
internal static class FootnotesPart
{
    public static void Write(Stream stream, MouDocument document, StoryParts shared, Hyperlinks links)
    {
        using StoryXml xml = new(stream, new W.Footnotes(), shared.Language);
        xml.Whole(Separator(W.FootnoteEndnoteValues.Separator, -1, new W.SeparatorMark()));
        xml.Whole(Separator(W.FootnoteEndnoteValues.ContinuationSeparator, 0, new W.ContinuationSeparatorMark()));
        foreach (Note note in document.Notes)
        {
            xml.Begin(new W.Footnote { Id = shared.Notes[note.Id] });
            new BlockWriter(xml, shared, links).WriteNote(note.Blocks, new(Measures.TextWidth) { InNote = true, Story = 1 });
            xml.End();
        }
    }

    private static W.Footnote Separator(W.FootnoteEndnoteValues type, int id, DocumentFormat.OpenXml.OpenXmlElement mark) =>
        new(new W.Paragraph(new ParagraphFormat(StyleIds.FootnoteText).ToProperties(), new W.Run(mark))) { Type = type, Id = id };
}
