using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;

namespace MouBuilder.Plain;

/// <summary>A sentence of an edition.</summary>
/// <param name="At">The paragraph it stands in; null for one that the edition's own frame wrote.</param>
internal sealed record ReadSentence(Sentence Sentence, Place? At);

/// <summary>The sentences by which an edition is measured: those of its paragraphs and items. Headings are left out.</summary>
internal static class EditionSentences
{
    public static IEnumerable<ReadSentence> Of(MouDocument edition, Locale locale) =>
        from paragraph in edition.AllBlocks().OfType<Paragraph>()
        where paragraph.Role is ParagraphRole.Body or ParagraphRole.Notice
        from sentence in Counting.Of(PlainText.Of(paragraph.Content), locale).Sentences
        select new ReadSentence(sentence, paragraph.From?.Place);
}
