using System.Collections.Immutable;
using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>document.xml: the title block, the contents, the agreement, the page.</summary>
internal static class DocumentPart
{
    public static void Write(Stream stream, MouDocument document, StoryParts shared, Hyperlinks links)
    {
        using StoryXml xml = new(stream, new W.Document(), shared.Language);
        xml.Begin(new W.Body());
        BlockWriter blocks = new(xml, shared, links);
        Surroundings page = new(Measures.TextWidth);
        int front = document.Properties.Contents ? FrontMatter(document.Blocks) : 0;
        blocks.Write(document.Blocks[..front], page);
        if (document.Properties.Contents)
        {
            new ContentsWriter(xml, shared).Write(document);
        }

        blocks.Write(document.Blocks[front..], page);
        blocks.FinishContainer();
        xml.Whole(Page());
        xml.End();
    }

    /// <summary>How many blocks stand before the contents: all before the first section or exhibit.</summary>
    private static int FrontMatter(ImmutableArray<Block> blocks)
    {
        int first = 0;
        while (first < blocks.Length && blocks[first] is not (Section or Exhibit))
        {
            first++;
        }

        return first;
    }

    private static W.SectionProperties Page() => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = RelationshipsPart.HeaderId },
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = RelationshipsPart.FooterId },
        new W.PageSize { Width = Measures.PageWidth, Height = Measures.PageHeight },
        new W.PageMargin { Top = Measures.Margin, Right = Measures.Margin, Bottom = Measures.Margin, Left = Measures.Margin, Header = 620, Footer = 560, Gutter = 0 });
}
