using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using Block = MouBuilder.Documents.Block;
using Inline = MouBuilder.Documents.Inline;
using ListBlock = MouBuilder.Documents.ListBlock;
using Table = MouBuilder.Documents.Table;
using TableCell = MouBuilder.Documents.TableCell;
using TableRow = MouBuilder.Documents.TableRow;

namespace MouBuilder.Text;

/// <summary>Blocks read from Markdown: a flat row in which headings, title and placements stand where they were met.</summary>
/// <param name="Notes">The footnotes of these blocks; their ids are unique within them only.</param>
internal sealed record MarkdownBlocks(ImmutableArray<Block> Blocks, ImmutableArray<Note> Notes, ImmutableArray<(int Index, object Payload)> Placements);

/// <summary>Reads Markdown into blocks. What the dialect does not take is a diagnostic, never dropped in silence.</summary>
internal sealed class MarkdownReader
{
    /// <summary>Lines that open more containers than this are refused before parsing: nesting costs the parser quadratic time.</summary>
    private const int MostContainersOnALine = 40;

    /// <summary>More blanks than any list of ours is deep.</summary>
    private const int MostIndent = 400;

    /// <summary>More columns Word does not take.</summary>
    private const int MostColumns = 63;

    private readonly MarkdownText source;
    private readonly MarkdownDialect dialect;
    private readonly ClauseOrigin? origin;
    private readonly DiagnosticBag bag;
    private readonly InlineReader inlines;
    private readonly List<(int Index, object Payload)> placements = [];
    private int listDepth;

    private MarkdownReader(MarkdownText source, MarkdownDialect dialect, ClauseOrigin? origin, string referenceWord, DiagnosticBag bag)
    {
        this.source = source;
        this.dialect = dialect;
        this.origin = origin;
        this.bag = bag;
        inlines = new(source, dialect, referenceWord, bag);
    }

    /// <param name="referenceWord">What stands before the number of a cross-reference: <c>Section</c>.</param>
    public static MarkdownBlocks Read(MarkdownText source, MarkdownDialect dialect, ClauseOrigin? origin, string referenceWord, DiagnosticBag bag)
    {
        MarkdownReader reader = new(source, dialect, origin, referenceWord, bag);
        if (FirstTooDeep(source.Text) is { } offset)
        {
            bag.MarkdownTooDeep(source.PlaceOf(offset));
            return new([], [], []);
        }

        Markdig.Syntax.MarkdownDocument document;
        try
        {
            document = Markdown.Parse(source.Text, MarkdownPipelines.Ours);
        }
        catch (ArgumentException)
        {
            // Markdig refuses deep nesting this way, without a place.
            bag.MarkdownTooDeep(source.PlaceOf(0));
            return new([], [], []);
        }

        return reader.ReadAll(document);
    }

    /// <summary>Whether a line would be read as a subtitle under a title.</summary>
    public static bool IsSubtitle(string line) => Markdown.Parse(line, MarkdownPipelines.Ours) is [ParagraphBlock paragraph] && WholeIn(paragraph) is not null;

    private MarkdownBlocks ReadAll(Markdig.Syntax.MarkdownDocument document)
    {
        List<Block> blocks = [];
        foreach (Markdig.Syntax.Block block in document)
        {
            if (PlacementAt(block) is { } placed)
            {
                placements.Add((blocks.Count, placed.Payload));
            }
            else
            {
                Add(block, blocks);
            }
        }

        return new([.. blocks], inlines.Notes, [.. placements]);
    }

    private PlacedAt? PlacementAt(Markdig.Syntax.Block block) =>
        !source.Placements.IsEmpty && block is ParagraphBlock ? source.Placements.FirstOrDefault(p => p.Offset == block.Span.Start && p.Offset + p.Length - 1 == block.Span.End) : null;

    private void Add(Markdig.Syntax.Block block, List<Block> blocks)
    {
        Provenance from = From(block);
        switch (block)
        {
            case ParagraphBlock paragraph:
                AddParagraph(paragraph, from, blocks);
                break;
            case HeadingBlock heading:
                AddHeading(heading, from, blocks);
                break;
            case Markdig.Syntax.ListBlock list:
                ListBlock read = ReadList(list, from);
                if (!read.Items.IsEmpty)
                {
                    AddList(read, blocks);
                }

                break;
            case Markdig.Extensions.Tables.Table table:
                blocks.Add(ReadTable(table, from));
                break;
            case QuoteBlock quote when dialect != MarkdownDialect.Clause:
                AddNotices(quote, blocks);
                break;
            case ThematicBreakBlock when dialect != MarkdownDialect.Clause:
                blocks.Add(new PageBreak { From = from });
                break;
            case LinkReferenceDefinitionGroup definitions:
                foreach (Markdig.Syntax.Block definition in definitions)
                {
                    bag.MarkdownNotTaken(PlaceOf(definition), "a link definition such as [name]: address");
                }

                break;
            default:
                bag.MarkdownNotTaken(PlaceOf(block), block switch
                {
                    QuoteBlock => "a quotation (a line beginning with >)",
                    ThematicBreakBlock => "a rule (---)",
                    _ => "this construct",
                });
                break;
        }
    }

    private void AddParagraph(ParagraphBlock paragraph, Provenance from, List<Block> blocks)
    {
        if (!source.Placements.IsEmpty && source.Placements.Any(p => p.Offset >= paragraph.Span.Start && p.Offset <= paragraph.Span.End))
        {
            bag.PlacementInside(PlaceOf(paragraph));
            return;
        }

        // An empty cell has no place of its own.
        bool isInTable = paragraph.Parent is Markdig.Extensions.Tables.TableCell;
        if (dialect != MarkdownDialect.Document && !isInTable && source.Text[paragraph.Span.Start] == '|')
        {
            // After another error the row may only look cut off.
            if (!bag.HasErrors)
            {
                bag.RowWithoutTable(PlaceOf(paragraph));
            }

            return;
        }

        EmphasisInline? subtitle = dialect == MarkdownDialect.Clause ? null : SubtitleIn(paragraph, blocks);
        ImmutableArray<Inline> words = inlines.Read(subtitle ?? paragraph.Inline);
        if (words.Any(i => i is not TextRun run || !string.IsNullOrWhiteSpace(run.Value)))
        {
            blocks.Add(new Paragraph(subtitle is null ? ParagraphRole.Body : ParagraphRole.Subtitle, words) { From = from });
        }
    }

    /// <summary>
    /// A line under the title. Markdown has no mark for one, so it is a paragraph that follows the title or another subtitle and is emphasised
    /// as a whole with single underscores; a paragraph that we write in italics as a whole otherwise has asterisks.
    /// </summary>
    private static EmphasisInline? SubtitleIn(ParagraphBlock paragraph, List<Block> before) =>
        before.Count > 0
        && before[^1] is Paragraph { Role: ParagraphRole.Title or ParagraphRole.Subtitle }
            ? WholeIn(paragraph)
            : null;

    private static EmphasisInline? WholeIn(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: EmphasisInline { DelimiterChar: '_', DelimiterCount: 1, NextSibling: null } whole } ? whole : null;

    private void AddHeading(HeadingBlock heading, Provenance from, List<Block> blocks)
    {
        ImmutableArray<Inline> words = inlines.Read(heading.Inline);
        if (words.IsEmpty)
        {
            bag.MarkdownNotTaken(PlaceOf(heading), "a heading without words");
        }
        else if (dialect == MarkdownDialect.Clause)
        {
            if (heading.Level < 3)
            {
                bag.HeadingTooHigh(PlaceOf(heading));
            }

            blocks.Add(new Heading(Math.Max(3, heading.Level), words) { From = from });
        }
        else if (heading.Level == 1)
        {
            blocks.Add(new Paragraph(ParagraphRole.Title, words) { From = from });
        }
        else
        {
            // ## is a section, ### a clause, #### a heading in a clause: one deeper than in Word, where the title is no heading.
            blocks.Add(new Heading(heading.Level - 1, words) { From = from });
        }
    }

    private void AddNotices(QuoteBlock quote, List<Block> blocks)
    {
        foreach (Markdig.Syntax.Block inner in quote)
        {
            if (inner is ParagraphBlock paragraph)
            {
                blocks.Add(new Paragraph(ParagraphRole.Notice, inlines.Read(paragraph.Inline)) { From = From(inner) });
            }
            else
            {
                bag.MarkdownNotTaken(PlaceOf(inner), "anything but paragraphs in a notice");
            }
        }
    }

    // Two bullet lists that touch look like one and are one; Markdown tells them apart only by the mark.
    private static void AddList(ListBlock list, List<Block> blocks)
    {
        if (list.Kind == ListKind.Bullet && blocks.Count > 0 && blocks[^1] is ListBlock { Kind: ListKind.Bullet } before)
        {
            blocks[^1] = before with { Items = [.. before.Items, .. list.Items] };
        }
        else
        {
            blocks.Add(list);
        }
    }

    private ListBlock ReadList(Markdig.Syntax.ListBlock list, Provenance from)
    {
        if (list.IsOrdered && list.OrderedStart is { } start && start != "1")
        {
            bag.ListDoesNotBeginAtOne(PlaceOf(list), start);
        }

        bool isOrdered = list.IsOrdered || (dialect == MarkdownDialect.Document && list.BulletType is '-' or '+');
        listDepth++;
        if (listDepth > Labels.DeepestList)
        {
            bag.ListTooDeep(PlaceOf(list), Labels.DeepestList);
        }

        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (Markdig.Syntax.Block block in list)
        {
            List<Block> content = [];
            foreach (Markdig.Syntax.Block inner in (ListItemBlock)block)
            {
                Add(inner, content);
            }

            if (content.Count == 0 && dialect != MarkdownDialect.Document)
            {
                // A false condition or an empty value leaves no item behind, as it leaves no paragraph.
                if (!bag.HasErrors)
                {
                    bag.ItemIsEmpty(PlaceOf(block));
                }

                continue;
            }

            items.Add(new([.. content]) { From = From(block) });
        }

        listDepth--;
        return new(isOrdered ? ListKind.Ordered : ListKind.Bullet, items.ToImmutable()) { From = from };
    }

    private Table ReadTable(Markdig.Extensions.Tables.Table table, Provenance from)
    {
        ImmutableArray<TableRow> rows = [.. table.OfType<Markdig.Extensions.Tables.TableRow>().Select(ReadRow)];
        int columns = rows.Length == 0 ? 0 : rows.Max(r => r.Cells.Length);
        if (columns > MostColumns)
        {
            bag.TooManyColumns(PlaceOf(table), columns, MostColumns);
        }

        foreach (Markdig.Extensions.Tables.TableRow row in table.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            // Markdig fills short rows up with cells that stand nowhere.
            int written = row.Count(cell => !cell.Span.IsEmpty || ((ContainerBlock)cell).Count > 0);
            if (written != columns)
            {
                bag.UnevenRow(PlaceOf(row), written, columns);
            }
        }

        ImmutableArray<ColumnAlignment> alignments = [.. Enumerable.Range(0, columns).Select(i => Alignment(i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null))];
        int headers = table.OfType<Markdig.Extensions.Tables.TableRow>().TakeWhile(r => r.IsHeader).Count();

        // Pipe tables have a header row, whether they need one or not: an empty one is none.
        return rows.Length > 1 && headers == 1 && rows[0].Cells.All(c => c.Blocks.IsEmpty) ? new(alignments, 0, rows[1..]) { From = from } : new(alignments, headers, rows) { From = from };
    }

    private TableRow ReadRow(Markdig.Extensions.Tables.TableRow row) =>
        new([.. row.OfType<Markdig.Extensions.Tables.TableCell>().Select(ReadCell)]) { From = From(row) };

    private TableCell ReadCell(Markdig.Extensions.Tables.TableCell cell)
    {
        List<Block> content = [];
        foreach (Markdig.Syntax.Block inner in cell)
        {
            Add(inner, content);
        }

        return new([.. content]) { From = From(cell) };
    }

    private static ColumnAlignment Alignment(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Center => ColumnAlignment.Center,
        TableColumnAlign.Right => ColumnAlignment.Right,
        _ => ColumnAlignment.Left,
    };

    private Source PlaceOf(Markdig.Syntax.Block block) => source.PlaceOf(Math.Max(0, block.Span.Start));

    private Provenance From(Markdig.Syntax.Block block) => new(PlaceOf(block), origin);

    /// <summary>The first line that opens too many lists and quotations before its words.</summary>
    public static int? FirstTooDeep(string text)
    {
        for (int line = 0; line < text.Length; line = NextLine(text, line))
        {
            int at = line;
            for (int containers = 0; MarkLength(text, at) is var length and > 0; containers++)
            {
                if (containers == MostContainersOnALine)
                {
                    return at;
                }

                at += length;
            }

            if (at - line > MostIndent)
            {
                return at;
            }
        }

        return null;
    }

    private static int NextLine(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end + 1 : text.Length;

    // Blanks, or ">", or a list mark with the blank that makes it one.
    private static int MarkLength(string text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        if (end < text.Length && text[end] == '>')
        {
            return end + 1 - at;
        }

        int mark = end;
        while (mark < text.Length && mark - end < 9 && char.IsAsciiDigit(text[mark]))
        {
            mark++;
        }

        bool isMark = mark < text.Length && (mark > end ? text[mark] is '.' or ')' : text[mark] is '-' or '*' or '+');
        return isMark && mark + 1 < text.Length && text[mark + 1] is ' ' or '\t' ? mark + 1 - at : 0;
    }
}
