using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>document.xml: the title block, the contents, the agreement, the page.</summary>
internal static class DocumentPart
{
    private static readonly string Page = string.Create(CultureInfo.InvariantCulture, $"""
        <w:sectPr><w:headerReference w:type="default" r:id="{RelationshipsPart.HeaderId}"/><w:footerReference w:type="default" r:id="{RelationshipsPart.FooterId}"/><w:pgSz w:w="{Measures.PageWidth}" w:h="{Measures.PageHeight}"/><w:pgMar w:top="{Measures.Margin}" w:right="{Measures.Margin}" w:bottom="{Measures.Margin}" w:left="{Measures.Margin}" w:header="620" w:footer="560" w:gutter="0"/></w:sectPr>
        """);

    public static void Write(Stream stream, MouDocument document, StoryParts shared, Hyperlinks links)
    {
        using StoryXml xml = new(stream, "document", shared.Language);
        xml.Markup("<w:body>");
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
        xml.Markup(Page);
        xml.Markup("</w:body>");
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
}
