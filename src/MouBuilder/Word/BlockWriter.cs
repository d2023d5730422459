using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Writes the blocks of a story in reading order.</summary>
internal sealed class BlockWriter
{
    private readonly StoryXml xml;
    private readonly StoryParts shared;
    private readonly InlineWriter inlines;
    private readonly TableWriter tables;
    private readonly SignatureWriter signatures;
    private readonly ClauseControls controls;

    // What the next paragraph must begin with: the label of a list item, the number of a footnote.
    private ParagraphFormat? item;
    private bool noteNumber;
    private bool pageBreak;
    private bool afterTable;

    public BlockWriter(StoryXml xml, StoryParts shared, Hyperlinks links)
    {
        this.xml = xml;
        this.shared = shared;
        inlines = new(xml, shared, links);
        tables = new(xml, this);
        signatures = new(xml, this, shared.Phrases);
        controls = new(xml);
    }

    public void Write(ImmutableArray<Block> blocks, Surroundings around)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            Write(blocks[i], around, i + 1 < blocks.Length ? blocks[i + 1] : null);
        }
    }

    /// <summary>The blocks of a footnote, the first paragraph beginning with the note's number.</summary>
    public void WriteNote(ImmutableArray<Block> blocks, Surroundings around)
    {
        noteNumber = true;
        Write(blocks, around);
        FinishLead(around);
        FinishContainer();
    }

    /// <summary>The blocks of a table cell, which must end in a paragraph.</summary>
    public void WriteCell(ImmutableArray<Block> blocks, Surroundings around)
    {
        afterTable = false;
        if (blocks.All(Blanks.IsBlank))
        {
            WriteParagraph(new(around.BodyStyle) { Alignment = around.Alignment }, []);
        }
        else
        {
            Write(blocks, around);
        }

        FinishContainer();
    }

    /// <summary>Word runs two tables with nothing between them together, and repairs a cell or a body that ends in a table.</summary>
    public void FinishContainer()
    {
        if (afterTable)
        {
            WriteParagraph(new(StyleIds.AfterTable), []);
        }
    }

    /// <summary>Stands between what comes before and a table about to be written.</summary>
    public void BeforeTable(Surroundings around)
    {
        FinishLead(around);
        FinishContainer();
    }

    public void AfterTable() => afterTable = true;

    public void WriteText(ParagraphFormat format, string text) => WriteParagraph(format, [new TextRun(text)]);

    private void Write(Block block, Surroundings around, Block? next)
    {
        if (block is PageBreak)
        {
            pageBreak = true;
            return;
        }

        if (Blanks.IsBlank(block))
        {
            return;
        }

        switch (block)
        {
            case Section s:
                WriteHeading(SectionStyle(s.Kind), s.Heading, s.Id, around);
                Write(s.Blocks, around);
                break;
            case Clause c:
                controls.Begin(c);
                WriteHeading(c.Label is null ? StyleIds.UnnumberedClause : StyleIds.Clause, c.Title, c.Id, around);
                Write(c.Blocks, around);
                controls.End(c);
                break;
            case Exhibit e:
                WriteHeading(StyleIds.Exhibit, e.Title, e.Id, around);
                Write(e.Blocks, around);
                break;
            case Heading h:
                WriteParagraph(new(StyleIds.Heading(h.Level)) { Indent = around.Indent }, h.Content);
                break;
            case Paragraph p:
                WriteParagraph(Format(p, around, next), p.Content);
                break;
            case ListBlock l:
                WriteList(l, around);
                break;
            case Table t:
                tables.Write(t, around);
                break;
            case SignatureBlock s:
                signatures.Write(s, around);
                break;
            case Unsupported u:
                WriteText(new(StyleIds.NotCarried) { Indent = around.Indent }, shared.Phrases.NotCarriedOver(u.Kind));
                break;
            default:
                throw new InvalidOperationException($"A block of kind {block.GetType().Name} cannot be written to Word.");
        }
    }

    private static string SectionStyle(SectionKind kind) => kind == SectionKind.Numbered ? StyleIds.Section : StyleIds.UnnumberedSection;

    private static ParagraphFormat Format(Paragraph paragraph, Surroundings around, Block? next) => paragraph.Role switch
    {
        ParagraphRole.Title => new(StyleIds.Title),
        ParagraphRole.Subtitle => new(StyleIds.Subtitle),
        ParagraphRole.Notice => new(StyleIds.Notice),
        _ => new(around.BodyStyle)
        {
            Indent = around.Indent,
            Alignment = around.Alignment,
            KeepNext = next is ListBlock or Table || Announces(paragraph),
        },
    };

    /// <summary>Whether something is to follow: "In this memorandum:" must not be the last line of a page.</summary>
    private static bool Announces(Paragraph paragraph) => paragraph.Content is [.., TextRun last] && last.Value.EndsWith(':');

    private void WriteHeading(string style, ImmutableArray<Inline> heading, string id, Surroundings around)
    {
        if (shared.Bookmarks.OfHeading(id) is not { } bookmark)
        {
            return;
        }

        BeginParagraph(new(style) { Indent = around.Indent });
        xml.BeginBookmark(bookmark);
        inlines.Write(heading);
        xml.EndBookmark(bookmark);
        xml.EndParagraph();
    }

    private void WriteList(ListBlock list, Surroundings around)
    {
        FinishLead(around);
        int depth = list.Kind == ListKind.Ordered ? around.OrderedDepth : around.ListDepth;
        ListPlace place = shared.Lists.Begin(list.Kind, around.Story, depth);
        Surroundings inside = around.InItem(list.Kind);
        foreach (ListItem entry in list.Items)
        {
            item = new(around.ItemStyle) { List = place, Indent = around.ItemIndent(list.Kind, place) };
            Write(entry.Blocks, inside);
            FinishLead(inside);
        }
    }

    /// <summary>A label that no paragraph has taken up stands alone, so that the count goes on as computed.</summary>
    private void FinishLead(Surroundings around)
    {
        if (item is not null || noteNumber)
        {
            WriteParagraph(new(around.BodyStyle), []);
        }
    }

    private void WriteParagraph(ParagraphFormat format, ImmutableArray<Inline> content)
    {
        BeginParagraph(format);
        inlines.Write(content);
        xml.EndParagraph();
    }

    // Headings, notices and signatures bring their own room.
    private static bool HasNoRoomAbove(string style) => style is StyleIds.Body or StyleIds.Item or StyleIds.ItemContinued or StyleIds.TableText or StyleIds.NotCarried;

    private void BeginParagraph(ParagraphFormat format)
    {
        if (item is { } label)
        {
            bool plain = format.Style is StyleIds.ItemContinued;
            format = format with { Style = plain ? label.Style : format.Style, List = label.List, Indent = label.Indent };
            item = null;
        }

        xml.BeginParagraph(format with { PageBreakBefore = pageBreak, BelowTable = afterTable && HasNoRoomAbove(format.Style) });
        pageBreak = false;
        afterTable = false;
        if (noteNumber)
        {
            noteNumber = false;
            xml.Run("<w:footnoteRef/>", new(Style: StyleIds.FootnoteReference));
            xml.Text(" ", default);
        }
    }
}
