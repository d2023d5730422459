using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading;
using MouBuilder.Reading.Structure;
using Inline = MouBuilder.Documents.Inline;

namespace MouBuilder.Text;

/// <summary>Reads Markdown that somebody else wrote: numbers are the writer's own, and what a contract has no place for is words or is listed.</summary>
internal sealed partial class ForeignMarkdown
{
    /// <summary>The parser needs time that grows with the square of these.</summary>
    private const int MostDefinitions = 10_000;

    private const int IndentOfLevel = 360;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UsePreciseSourceLocation().Build();

    private readonly SourceText source;
    private readonly NotCarried losses;
    private readonly List<Piece> pieces = [];
    private readonly List<Note> notes = [];
    private readonly Dictionary<Footnote, string> noteIds = [];

    private ForeignMarkdown(SourceText source, NotCarried losses)
    {
        this.source = source;
        this.losses = losses;
    }

    public static MouDocument? Read(SourceText source, NotCarried losses, DiagnosticBag bag)
    {
        if (MarkdownReader.FirstTooDeep(source.Text) is { } deep)
        {
            bag.MarkdownTooDeep(source.PlaceOf(deep));
            return null;
        }

        if (Definition().Matches(source.Text).Skip(MostDefinitions).FirstOrDefault() is { } next)
        {
            bag.WordFileTooLarge(source.PlaceOf(next.Index), string.Create(CultureInfo.InvariantCulture, $"it has more than {MostDefinitions} footnotes and addresses of links"));
            return null;
        }

        Markdig.Syntax.MarkdownDocument document;
        try
        {
            document = Markdown.Parse(source.Text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses deep nesting this way, without a place.
            bag.MarkdownTooDeep(source.PlaceOf(0));
            return null;
        }

        ForeignMarkdown reader = new(source, losses);
        foreach (Markdig.Syntax.Block block in document)
        {
            reader.Read(block, 0);
        }

        return ReadPieces.ToDocument(TypedNumbers.Find(reader.pieces), [.. reader.notes], new() { Title = Path.GetFileNameWithoutExtension(source.Path) }, isOurs: false, reader.losses);
    }

    private void Read(Markdig.Syntax.Block block, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(new Line(Words(heading.Inline)) { HeadingLevel = heading.Level }, heading);
                break;
            case ParagraphBlock paragraph:
                foreach (ImmutableArray<Inline> line in Lines(paragraph.Inline))
                {
                    Add(new Line(line) { Indent = depth * IndentOfLevel }, paragraph);
                }

                break;
            case Markdig.Syntax.ListBlock list:
                ReadList(list, depth + 1);
                break;
            case Markdig.Extensions.Tables.Table table:
                pieces.Add(new Solid(ReadTable(table)) { Indent = depth * IndentOfLevel });
                break;
            case ThematicBreakBlock or LinkReferenceDefinitionGroup or FootnoteGroup:
                break;
            case HtmlBlock html:
                losses.Lost("HTML, read as it is typed", $"in line {html.Line + 1}");
                Raw(html, depth);
                break;
            case CodeBlock code:
                Raw(code, depth);
                break;
            case ContainerBlock container:
                foreach (Markdig.Syntax.Block inner in container)
                {
                    Read(inner, depth);
                }

                break;
            default:
                break;
        }
    }

    private void Raw(LeafBlock block, int depth)
    {
        foreach (string line in block.Lines.ToString().Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            Add(new Line([new TextRun(line.Trim())]) { Indent = depth * IndentOfLevel }, block);
        }
    }

    private void ReadList(Markdig.Syntax.ListBlock list, int depth)
    {
        int number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start : 1;
        string id = string.Create(CultureInfo.InvariantCulture, $"list {list.Line}");
        List<int> firsts = [];
        foreach (Markdig.Syntax.Block item in list)
        {
            int at = pieces.Count;
            foreach (Markdig.Syntax.Block inner in (ListItemBlock)item)
            {
                Read(inner, depth);
            }

            string? label = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}{list.OrderedDelimiter}") : null;
            if (at < pieces.Count && pieces[at] is Line { Label: null, IsBullet: false, HeadingLevel: null } first)
            {
                pieces[at] = first with { Label = label, IsBullet = label is null, ListId = id, Indent = depth * IndentOfLevel };
                firsts.Add(at);
            }
        }

        if (!list.IsOrdered)
        {
            TakeTypedLabels(firsts);
        }
    }

    /// <summary>A list "- (a) …", "- (b) …" is no list of bullets: Markdown has no letters of its own.</summary>
    private void TakeTypedLabels(List<int> firsts)
    {
        TypedLabel?[] labels = [.. firsts.Select(i => ((Line)pieces[i]) is { Words: [TextRun, ..] } line ? TypedLabel.Of(line.Text) : null)];
        bool isRow = labels.Length > 0 && labels[0]?.Readings.Any(r => (labels.Length > 1 || (r.Shape[0] == '(' && r.Ordinal == 1)) && labels.Select((l, i) => l?.Readings.Contains(r with { Ordinal = r.Ordinal + i }) == true).All(f => f)) == true;
        for (int i = 0; isRow && i < labels.Length; i++)
        {
            Line line = (Line)pieces[firsts[i]];
            pieces[firsts[i]] = line with { Label = labels[i]!.Text, IsBullet = false, Words = InlineText.After(line.Words, Math.Min(labels[i]!.Length, line.Text.Length)) };
        }
    }

    private Table ReadTable(Markdig.Extensions.Tables.Table table)
    {
        ImmutableArray<TableRow> rows = [.. table.OfType<Markdig.Extensions.Tables.TableRow>().Select(r => new TableRow([.. r.OfType<Markdig.Extensions.Tables.TableCell>().Select(ReadCell)]))];
        int columns = rows.Select(r => r.Cells.Length).DefaultIfEmpty(0).Max();
        int headers = table.OfType<Markdig.Extensions.Tables.TableRow>().TakeWhile(r => r.IsHeader).Count();
        bool isEmpty = rows.Length > 1 && headers == 1 && rows[0].Cells.All(c => c.Blocks.IsEmpty); // what writers put where a table has no header row
        return new([.. Enumerable.Repeat(ColumnAlignment.Left, columns)], isEmpty ? 0 : headers, isEmpty ? rows[1..] : rows) { From = From(table) };
    }

    private TableCell ReadCell(Markdig.Extensions.Tables.TableCell cell) =>
        new([.. cell.OfType<ParagraphBlock>().Select(p => new Paragraph(ParagraphRole.Body, Words(p.Inline)) { From = From(p) }).Where(p => !p.Content.IsEmpty)]);

    private void Add(Line line, Markdig.Syntax.Block block)
    {
        if (!line.Words.IsEmpty)
        {
            pieces.Add(line with { From = From(block) });
        }
    }

    private Provenance From(Markdig.Syntax.Block block) => new(source.PlaceOf(Math.Max(0, block.Span.Start)));

    private ImmutableArray<Inline> Words(ContainerInline? container)
    {
        List<Inline> words = [];
        AddAll(container, Emphasis.None, words);
        return InlineText.Trimmed(InlineText.Merged(words));
    }

    /// <summary>A paragraph of Markdown is several where its lines begin with numbers in a row, since whoever typed 1.1 and 1.2 on two lines meant two.</summary>
    private IEnumerable<ImmutableArray<Inline>> Lines(ContainerInline? container)
    {
        List<Inline> words = [];
        HashSet<LabelReading> before = [];
        for (Markdig.Syntax.Inlines.Inline? inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LineBreakInline && inline.NextSibling is LiteralInline next && TypedLabel.Of(next.Content.ToString()) is { } label)
            {
                bool opens = inline.PreviousSibling is LiteralInline last && last.Content.ToString().TrimEnd() is [.., ':'] && label.Readings.Any(r => r.Ordinal == 1);
                if (opens || label.Readings.Any(r => before.Contains(r with { Ordinal = r.Ordinal - 1 })))
                {
                    yield return InlineText.Trimmed(InlineText.Merged(words));
                    words = [];
                    continue;
                }
            }

            if (words.Count == 0 && inline is LiteralInline first)
            {
                before.UnionWith(TypedLabel.Of(first.Content.ToString())?.Readings ?? []);
            }

            Add(inline, Emphasis.None, words);
        }

        yield return InlineText.Trimmed(InlineText.Merged(words));
    }

    private void AddAll(ContainerInline? container, Emphasis emphasis, List<Inline> words)
    {
        for (Markdig.Syntax.Inlines.Inline? inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Add(inline, emphasis, words);
        }
    }

    private void Add(Markdig.Syntax.Inlines.Inline inline, Emphasis emphasis, List<Inline> words)
    {
        switch (inline)
        {
            case LiteralInline literal:
                words.Add(new TextRun(literal.Content.ToString(), emphasis));
                break;
            case CodeInline code:
                words.Add(new TextRun(code.Content, emphasis));
                break;
            case EmphasisInline marked:
                AddAll(marked, emphasis | (marked.DelimiterCount == 2 ? Emphasis.Bold : Emphasis.Italic), words);
                break;
            case LineBreakInline { IsHard: true }:
                words.Add(new LineBreak());
                break;
            case LineBreakInline:
                words.Add(new TextRun(" ", emphasis));
                break;
            case HtmlEntityInline entity:
                words.Add(new TextRun(SeenText.Of(entity.Transcoded.ToString(), losses, () => $"in line {inline.Line + 1}"), emphasis));
                break;
            case HtmlInline html:
                losses.Lost("HTML, which was taken out", $"in line {html.Line + 1}");
                break;
            case AutolinkInline auto:
                words.Add(new TextRun(auto.Url, emphasis));
                break;
            case LinkInline { IsImage: true } picture:
                losses.Lost("a picture", $"in line {picture.Line + 1}");
                AddAll(picture, emphasis, words);
                break;
            case LinkInline link:
                AddLink(link, emphasis, words);
                break;
            case FootnoteLink { IsBackLink: false } mark:
                words.Add(new NoteMark(NoteId(mark.Footnote)));
                break;
            case ContainerInline other:
                if (other is DelimiterInline delimiter)
                {
                    words.Add(new TextRun(delimiter.ToLiteral(), emphasis));
                }

                AddAll(other, emphasis, words);
                break;
            default:
                break;
        }
    }

    private void AddLink(LinkInline link, Emphasis emphasis, List<Inline> words)
    {
        List<Inline> content = [];
        AddAll(link, emphasis, content);
        string address = SeenText.Of(link.Url ?? "", losses, () => $"in line {link.Line + 1}");
        bool isAllowed = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (isAllowed && content.Count > 0)
        {
            words.Add(new Link(address, InlineText.Merged(content.Where(i => i is TextRun))));
        }
        else
        {
            words.AddRange(content);
        }
    }

    private string NoteId(Footnote footnote)
    {
        if (!noteIds.TryGetValue(footnote, out string? id))
        {
            noteIds[footnote] = id = string.Create(CultureInfo.InvariantCulture, $"note-{noteIds.Count + 1}");
            int at = notes.Count;
            string label = (at + 1).ToString(CultureInfo.InvariantCulture);
            notes.Add(new(id, []) { Label = label });
            notes[at] = new(id, [.. footnote.OfType<ParagraphBlock>().Select(p => new Paragraph(ParagraphRole.Body, Words(p.Inline)))]) { Label = label, From = From(footnote) };
        }

        return id;
    }

    [GeneratedRegex(@"^[ \t]*\[[^\n]*?\]:", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Definition();
}
