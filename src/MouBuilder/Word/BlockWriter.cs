using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Writes the blocks of a story in reading order.</summary>
internal sealed partial class BlockWriter
{
    private readonly StoryXml xml;
    private readonly StoryParts shared;
    private readonly InlineWriter inlines;
    private readonly TableWriter tables;
    private readonly SignatureWriter signatures;
    private readonly ClauseControls controls;

    private readonly ParagraphLeads leads = new();
    private bool afterTable;
    private bool isWholeNote;
    private string endOfMove = "";

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
        leads.NoteNumber(KindOf(around));
        isWholeNote = KindOf(around) != RevisionKind.Kept;
        Write(blocks, around);
        FinishContainer(around);
    }

    /// <summary>The blocks of a table cell, which must end in a paragraph.</summary>
    public void WriteCell(ImmutableArray<Block> blocks, Surroundings around)
    {
        afterTable = false;
        Write(blocks, around);
        if (Blanks.EmptySideOf(blocks, around.Revision) is { } side)
        {
            WriteParagraph(new(around.BodyStyle) { Alignment = around.Alignment }, [], around with { Revision = side });
        }

        FinishContainer(around);
    }

    /// <summary>Ends the body, a cell or a note.</summary>
    public void FinishContainer(Surroundings around)
    {
        FinishLead(around);
        WriteBetweenTables();
        xml.EndContainer(around.Revision is { Kind: not RevisionKind.Kept });
    }

    /// <summary>
    /// Word runs two tables with nothing between them together, and repairs a cell or a body that ends in a table. In a redline the paragraph stands on
    /// both sides, whichever has the tables: nobody sees it.
    /// </summary>
    private void WriteBetweenTables()
    {
        if (afterTable)
        {
            // It takes up no page break: that is for what follows.
            xml.BeginParagraph(new(StyleIds.AfterTable));
            xml.EndParagraph();
            afterTable = false;
        }
    }

    /// <summary>Stands between what comes before and a table about to be written.</summary>
    public void BeforeTable(Surroundings around)
    {
        FinishLead(around);
        WriteBetweenTables();
    }

    public void AfterTable() => afterTable = true;

    public void WriteText(ParagraphFormat format, string text, Surroundings around) => WriteParagraph(format, [new TextRun(text)], around);

    private void Write(Block block, Surroundings outside, Block? next)
    {
        BeginMove(block.Revision);
        WriteInside(block, outside, next);
        EndMove(block.Revision);
    }

    private void WriteInside(Block block, Surroundings outside, Block? next)
    {
        if (block is Section or Clause or Exhibit)
        {
            FinishLead(outside.In(block));
            SetClause(KindOf(outside.In(block)), left: 0);
            leads.Start(block is Clause clause ? shared.Bookmarks.OfStart(clause.Id) : null, KindOf(outside.In(block)));
        }

        Surroundings around = InClause(outside).In(block);
        if (block is PageBreak)
        {
            leads.PageBreak(KindOf(around));
            return;
        }

        if (Blanks.IsBlank(block))
        {
            return;
        }

        switch (block)
        {
            case Section s:
                WriteHeading(s, s.Heading, s.Id, around);
                Write(s.Blocks, around);
                break;
            case Clause { Label: not null } c when Blanks.IsBlank(c.Title):
                controls.Begin(c);
                BeginNumbered(c, around);
                Write(c.Blocks, around);
                EndNumbered(around);
                controls.End(c);
                break;
            case Clause c:
                controls.Begin(c);
                WriteHeading(c, c.Title, c.Id, around);
                Write(c.Blocks, around);
                controls.End(c);
                break;
            case Exhibit e:
                WriteHeading(e, e.Title, e.Id, around);
                Write(e.Blocks, around);
                break;
            case Heading h:
                FinishNumber(around);
                ParagraphFormat plain = new(StyleIds.Heading(h.Level)) { Indent = around.Indent };
                (ListPlace? shown, ListPlace? was) = shared.Labels?.Of(h, around.Revision, null) ?? default;
                string style = StyleIds.Heading((around.Revision?.WasBlock as Heading ?? h).Level);
                WriteParagraph(plain with { List = shown }, plain with { Style = style, List = was, Indent = around.InOld.Indent }, h.Content, around);
                break;
            case Paragraph p:
                WriteParagraph(Format(p, around, next), p.Content, around);
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
                FinishNumber(around);
                WriteText(new(StyleIds.NotCarried) { Indent = around.Indent }, shared.Phrases.NotCarriedOver(u.Kind), around);
                break;
            default:
                throw new InvalidOperationException($"A block of kind {block.GetType().Name} cannot be written to Word.");
        }
    }

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

    private void WriteHeading(Block block, ImmutableArray<Inline> heading, string id, Surroundings around)
    {
        if (shared.Bookmarks.OfHeading(id) is not { } bookmark)
        {
            return;
        }

        (ListPlace? shown, ListPlace? was) = shared.Labels?.Of(block, around.Revision, null) ?? default;
        ParagraphFormat now = new(StyleIds.OfHeading(block)) { Indent = around.Indent, List = shown };
        BeginParagraph(now, now with { Style = StyleIds.OfHeading(around.Revision?.WasBlock ?? block), List = was, Indent = around.InOld.Indent }, around);
        xml.BeginBookmark(bookmark);
        inlines.Write(heading, around.Revision);
        xml.EndBookmark(bookmark);
        xml.EndParagraph();
    }

    private void WriteList(ListBlock list, Surroundings around)
    {
        FinishLead(around);
        if (shared.Labels is { } labels && list.Kind != ListKind.Bullet && !ShownLabels.AreOurs(list, around.Revision, around.OrderedDepth))
        {
            WriteListAsShown(list, labels, around);
            return;
        }

        int depth = list.Kind == ListKind.Ordered ? around.OrderedDepth : around.ListDepth;
        ListPlace place = shared.Lists.Begin(list.Kind, around.Story, depth);
        foreach (ListItem entry in list.Items)
        {
            BeginMove(entry.Revision);
            Surroundings inside = around.InItem(list.Kind).In(entry);
            ParagraphFormat format = new(around.ItemStyle) { List = place, Indent = around.ItemIndent(list.Kind, place) };
            leads.Item(format, format with { Style = around.InOld.ItemStyle, Indent = around.InOld.ItemIndent(list.Kind, place) }, KindOf(inside));
            Write(entry.Blocks, inside);
            FinishLead(inside);
            EndMove(entry.Revision);
        }
    }

    /// <summary>A list whose labels are a paper's own.</summary>
    private void WriteListAsShown(ListBlock list, ShownLabels labels, Surroundings around)
    {
        (bool New, bool Old) begins = (true, true);
        foreach (ListItem entry in list.Items)
        {
            BeginMove(entry.Revision);
            Surroundings inside = around.InItem(list.Kind).In(entry);
            (ListPlace? shown, ListPlace? was) = labels.Of(entry, inside, begins);
            begins = (begins.New && shown is null, begins.Old && was is null);
            ParagraphFormat format = new(around.ItemStyle) { Indent = around.ItemIndent(list.Kind) };
            leads.Item(format with { List = shown }, format with { Style = around.InOld.ItemStyle, List = was, Indent = around.InOld.ItemIndent(list.Kind) }, KindOf(inside));
            Write(entry.Blocks, inside);
            FinishLead(inside);
            EndMove(entry.Revision);
        }
    }

    /// <summary>A label that no paragraph has taken up stands alone, so that the count goes on as computed.</summary>
    private void FinishLead(Surroundings around)
    {
        if (leads.Waiting(KindOf(around)) is { } kind)
        {
            bool isAsAround = kind.IsNew() == KindOf(around).IsNew() && kind.IsOld() == KindOf(around).IsOld();
            WriteParagraph(new(around.BodyStyle) { KeepNext = leads.HoldsClause(kind) }, [], isAsAround ? around : around with { Revision = new(kind) });
        }
    }

    private void BeginMove(Revision? revision)
    {
        if (revision?.MoveBegins is { } name)
        {
            (string begin, endOfMove) = shared.Marks!.Range(revision.Kind, name);
            xml.RangeMark(begin);
        }
    }

    private void EndMove(Revision? revision)
    {
        if (revision?.MoveEnds is not null)
        {
            xml.RangeMark(endOfMove);
        }
    }

    private static RevisionKind KindOf(Surroundings around) => around.Revision?.Kind ?? RevisionKind.Kept;

    private void WriteParagraph(ParagraphFormat format, ImmutableArray<Inline> content, Surroundings around) =>
        WriteParagraph(format, InOld(format, around), content, around);

    /// <summary>The format in the old text of what takes it from what it stands in.</summary>
    private static ParagraphFormat InOld(ParagraphFormat format, Surroundings around) => format with
    {
        Style = format.Style == around.BodyStyle ? around.InOld.BodyStyle : format.Style,
        Indent = format.Indent == around.Indent ? around.InOld.Indent : format.Indent,
        Alignment = format.Alignment == around.Alignment ? around.OldAlignment : format.Alignment,
    };

    private void WriteParagraph(ParagraphFormat now, ParagraphFormat old, ImmutableArray<Inline> content, Surroundings around)
    {
        BeginParagraph(now, old, around);
        IReadOnlyList<Bookmark> marks = leads.TakeMarks(KindOf(around));
        foreach (Bookmark mark in marks)
        {
            xml.BeginBookmark(mark);
        }

        inlines.Write(content, around.Revision);
        foreach (Bookmark mark in marks)
        {
            xml.EndBookmark(mark);
        }

        xml.EndParagraph();
    }

    // Headings, notices and signatures bring their own room.
    private static bool HasNoRoomAbove(string style) => style is StyleIds.Body or StyleIds.NumberedClause or StyleIds.Item or StyleIds.ItemContinued or StyleIds.TableText or StyleIds.NotCarried;

    private void BeginParagraph(ParagraphFormat format, ParagraphFormat oldFormat, Surroundings around)
    {
        RevisionKind kind = KindOf(around);
        if (around.Revision is { IsOfMark: true })
        {
            shared.Marks?.Tally.ParagraphBreak(kind.IsNew());
        }

        ParagraphFormat? now = kind.IsNew() ? leads.TakeNew(format) : null;
        ParagraphFormat? old = kind.IsOld() ? leads.TakeOld(oldFormat) : null;
        xml.BeginParagraph(BelowTable(now), BelowTable(old), kind);
        afterTable = false;
        if (leads.TakeNoteNumber(around.Revision is { IsOfMark: true } ? RevisionKind.Kept : kind) is { } taken)
        {
            // The number of a note that stands on one side alone goes with the note.
            RevisionKind number = isWholeNote ? RevisionKind.Kept : taken;
            xml.Run("<w:footnoteRef/>", new(Style: StyleIds.FootnoteReference) { Revision = number });
            xml.Text(" ", new() { Revision = number });
        }
    }

    private ParagraphFormat? BelowTable(ParagraphFormat? format) => format is { } below ? below with { BelowTable = afterTable && HasNoRoomAbove(below.Style) } : null;
}
