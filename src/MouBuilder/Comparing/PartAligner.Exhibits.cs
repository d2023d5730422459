using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <content>Exhibits that go by their labels.</content>
internal sealed partial class PartAligner
{
    /// <summary>An exhibit of which little is left, or that is a heading alone, is the one under the same label as long as heading and text have words in common.</summary>
    private void ExhibitsByLabel()
    {
        ILookup<string, DocumentPart> after = now.Where(p => p.Kind == PartKind.Exhibit && p.Label is not null && oldOf[p.Position] < 0).ToLookup(p => LettersOf(p.Label!), StringComparer.Ordinal);
        foreach (IGrouping<string, DocumentPart> same in old.Where(p => p.Kind == PartKind.Exhibit && p.Label is not null && newOf[p.Position] < 0).GroupBy(p => LettersOf(p.Label!), StringComparer.Ordinal))
        {
            if (same.ToArray() is [var before] && after[same.Key].ToArray() is [var one] && Wording.Likeness(WordsOf(before), WordsOf(one)) >= AlikeUnderOneTitle)
            {
                Join(before.Position, one.Position);
            }
        }

        static string LettersOf(string label) => string.Concat(label.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        int[] WordsOf(DocumentPart part) => wording.Sorted([new Paragraph(ParagraphRole.Body, part.Title), .. part.Blocks]);
    }
}
