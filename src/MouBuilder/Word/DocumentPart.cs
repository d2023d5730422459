using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>document.xml: the title block, the contents, the agreement, the page.</summary>
internal static class DocumentPart
{
    private static readonly string Portrait = Page(string.Create(CultureInfo.InvariantCulture, $"<w:pgSz w:w=\"{Measures.PageWidth}\" w:h=\"{Measures.PageHeight}\"/>"));
    private static readonly string Landscape = Page(string.Create(CultureInfo.InvariantCulture, $"<w:pgSz w:w=\"{Measures.PageHeight}\" w:h=\"{Measures.PageWidth}\" w:orient=\"landscape\"/>"));

    private static string Page(string size) => string.Create(CultureInfo.InvariantCulture, $"""
        <w:sectPr><w:headerReference w:type="default" r:id="{RelationshipsPart.HeaderId}"/><w:footerReference w:type="default" r:id="{RelationshipsPart.FooterId}"/>{size}<w:pgMar w:top="{Measures.Margin}" w:right="{Measures.Margin}" w:bottom="{Measures.Margin}" w:left="{Measures.Margin}" w:header="620" w:footer="560" w:gutter="0"/></w:sectPr>
        """);

    public static void Write(Stream stream, MouDocument document, StoryParts shared, Hyperlinks links, bool isLandscape)
    {
        using StoryXml xml = new(stream, "document", shared.Language, shared.Marks, buffer: 1 << 12);
        xml.Markup("<w:body>");
        BlockWriter blocks = new(xml, shared, links);
        Surroundings page = new(isLandscape ? Measures.LandscapeTextWidth : Measures.TextWidth);
        bool hasContents = document.Properties.Contents || shared.Redline is { Old.Contents: true };
        int front = hasContents ? FrontMatter(document.Blocks) : 0;
        Write(blocks, document.Blocks, 0, front, page, shared, xml);
        if (hasContents)
        {
            new ContentsWriter(xml, shared).Write(document);
        }

        Write(blocks, document.Blocks, front, document.Blocks.Length, page, shared, xml);
        blocks.FinishContainer(page);
        xml.Markup(isLandscape ? Landscape : Portrait);
        xml.Markup("</w:body>");
    }

    /// <summary>Writes blocks with the ranges of moves around them.</summary>
    private static void Write(BlockWriter writer, ImmutableArray<Block> blocks, int from, int to, Surroundings page, StoryParts shared, StoryXml xml)
    {
        ImmutableArray<MoveRange> moves = shared.Redline?.Moves ?? [];
        foreach (MoveRange move in moves.Where(m => m.First >= from && m.First < to).OrderBy(m => m.First))
        {
            (string begin, string end) = shared.Marks!.Range(move.Kind, move.Name);
            writer.Write(blocks[from..move.First], page);
            xml.RangeMark(begin);
            writer.Write(blocks[move.First..(move.Last + 1)], page);
            xml.RangeMark(end);
            from = move.Last + 1;
        }

        writer.Write(blocks[from..to], page);
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
