using System.Collections.Immutable;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>
/// Writes a numbered document as Markdown: labels are text, references are links to headings, and front matter says what Markdown has no mark for, so that
/// <see cref="MarkdownDocument"/> reads the same document back.
/// </summary>
public sealed class MarkdownWriter
{
    private readonly MouDocument document;
    private readonly IReadOnlyDictionary<string, string> anchors;
    private readonly IReadOnlyDictionary<string, Note> notes;
    private readonly StringBuilder markdown = new();

    /// <summary>The mark of the list that was written last, while nothing has come after it.</summary>
    private string? touching;

    private MarkdownWriter(MouDocument document)
    {
        this.document = document;
        anchors = HeadingAnchors.Of(document);
        notes = document.Notes.ToDictionary(n => n.Id, StringComparer.Ordinal);
    }

    /// <summary>The document, which must have been numbered, as Markdown with <c>\n</c> line ends.</summary>
    public static string Write(MouDocument document) => FrontMatter.Head(document.Properties) + WriteBody(document) + FrontMatter.Foot(document);

    /// <summary>The document without what only a program reads back, for a text that nobody reads in again.</summary>
    internal static string WriteBody(MouDocument document)
    {
        MarkdownWriter writer = new(document);
        writer.Blocks(document.Blocks, "");
        return writer.markdown.ToString();
    }

    private void Blocks(ImmutableArray<Block> blocks, string indent)
    {
        foreach (Block block in blocks)
        {
            Block(block, indent);
        }
    }

    /// <summary>Two lists that touch need different marks to stay two, also when they belong to different clauses.</summary>
    private string MarkOf(ListBlock list)
    {
        if (list.Kind == ListKind.Bullet)
        {
            return "* ";
        }

        return touching == "- " ? "+ " : "- ";
    }

    private void Block(Block block, string indent)
    {
        if (block is ListBlock list)
        {
            List(list, indent);
            return;
        }

        touching = block is Clause { Title.IsEmpty: true, IsNumberedParagraph: false } ? touching : null;
        switch (block)
        {
            case Section s:
                Line(indent, "## " + Heading(s.Label, s.Heading));
                Blocks(s.Blocks, indent);
                break;
            case Clause { Title.IsEmpty: true, IsNumberedParagraph: true, Label: { } number } c:
                Numbered(number, c.Blocks, indent);
                break;
            case Clause c:
                if (!c.Title.IsEmpty)
                {
                    Line(indent, "### " + Heading(c.Label, c.Title));
                }

                Blocks(c.Blocks, indent);
                break;
            case Exhibit e:
                Line(indent, "## " + Heading(HeadingText.LabelOf(e), e.Title));
                Blocks(e.Blocks, indent);
                break;
            case Heading h:
                Line(indent, new string('#', Math.Min(h.Level + 1, 6)) + " " + Heading(h.Label, h.Content));
                break;
            case Paragraph p:
                Paragraph(p, indent);
                break;
            case Table t:
                Table(t, indent);
                break;
            case SignatureBlock s:
                Signatures(s);
                break;
            case PageBreak:
                Line(indent, "---");
                break;
            case Unsupported u:
                Line(indent, $"\\[{u.Kind}\\]");
                break;
            default:
                throw new InvalidOperationException($"A block of kind {block.GetType().Name} has no Markdown.");
        }
    }

    /// <summary>A numbered paragraph begins with its number in bold; where it begins with no words, the number has a line of its own.</summary>
    private void Numbered(string number, ImmutableArray<Block> blocks, string indent)
    {
        string bold = $"**{number}**";
        bool hasWords = blocks is [Paragraph { Role: ParagraphRole.Body }, ..];
        Line(indent, hasWords ? $"{bold} {Words(((Paragraph)blocks[0]).Content, isOneLine: false)}" : bold);
        Blocks(hasWords ? blocks[1..] : blocks, indent);
    }

    private void Paragraph(Paragraph paragraph, string indent)
    {
        string words = Words(paragraph.Content, isOneLine: paragraph.Role is ParagraphRole.Title or ParagraphRole.Subtitle);
        if (paragraph.Role == ParagraphRole.Subtitle && !MarkdownReader.IsSubtitle("_" + words + "_"))
        {
            words = Escaped(PlainText.Of(paragraph.Content));
        }

        Line(indent, paragraph.Role switch
        {
            ParagraphRole.Title => "# " + words,
            ParagraphRole.Subtitle => "_" + words + "_",
            ParagraphRole.Notice => "> " + words.Replace("\n", "\n> ", StringComparison.Ordinal),
            _ => words,
        });
    }

    private void List(ListBlock list, string indent)
    {
        string mark = MarkOf(list);
        string deeper = indent + "  ";
        foreach (ListItem item in list.Items)
        {
            markdown.Append(indent).Append(mark);
            ImmutableArray<Block> rest = item.Blocks;
            if (item.Label is { } label)
            {
                markdown.Append(label).Append(' ');
            }

            if (rest is [Paragraph first, ..])
            {
                markdown.Append(Words(first.Content, isOneLine: false).Replace("\n", "\n" + deeper, StringComparison.Ordinal));
                rest = rest[1..];
            }

            TrimLine();
            markdown.Append('\n');
            if (!rest.IsEmpty)
            {
                markdown.Append('\n');
                touching = null;
                Blocks(rest, deeper);
            }
            else if (!ReferenceEquals(item, list.Items[^1]))
            {
                markdown.Append('\n');
            }
        }

        touching = mark;
        EndBlock();
    }

    private void Table(Table table, string indent)
    {
        // Pipe tables have a header row, whether they need one or not: an empty one is none.
        bool hasHeader = table.HeaderRows > 0 && !table.Rows[0].Cells.All(c => Cell(c).Length == 0);
        Row(hasHeader ? table.Rows[0].Cells.Select(Cell) : table.Columns.Select(_ => ""), indent);
        Rule(table.Columns, indent);
        foreach (TableRow row in hasHeader ? table.Rows[1..] : table.Rows)
        {
            Row(row.Cells.Select(Cell), indent);
        }

        EndBlock();
    }

    private void Row(IEnumerable<string> cells, string indent)
    {
        markdown.Append(indent).Append('|');
        foreach (string cell in cells)
        {
            markdown.Append(' ').Append(cell).Append(" |");
        }

        markdown.Append('\n');
    }

    private void Rule(ImmutableArray<ColumnAlignment> columns, string indent)
    {
        markdown.Append(indent).Append('|');
        foreach (ColumnAlignment column in columns)
        {
            markdown.Append(column switch
            {
                ColumnAlignment.Center => " :---: |",
                ColumnAlignment.Right => " ---: |",
                _ => " --- |",
            });
        }

        markdown.Append('\n');
    }

    // A pipe table's cell has room for one paragraph; the blocks of a richer cell are joined, losing no word.
    private string Cell(TableCell cell) => string.Join(' ', cell.Blocks.SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Select(p => Words(p.Content, isOneLine: true)));

    private void Signatures(SignatureBlock block)
    {
        string party = block.ActingThrough is null ? block.Party : $"{block.Party}{SignatureWords.ActingThrough}{block.ActingThrough}";
        markdown.Append("| ").Append(Escaped(party)).Append(" | Signature | Date |\n| --- | --- | --- |\n");
        foreach (SignatureLine line in block.Lines)
        {
            markdown.Append("| ").Append(SignatureWords.Of(line.Capacity)).Append(": ").Append(Escaped(line.Office)).Append(" | | |\n");
        }

        EndBlock();
    }

    private string Heading(string? label, ImmutableArray<Inline> words)
    {
        string text = Words(words, isOneLine: true);
        return string.IsNullOrEmpty(label) ? text : $"{label} {text}";
    }

    private string Words(ImmutableArray<Inline> inlines, bool isOneLine) => InlineWriter.Write(inlines, Live, notes, isOneLine);

    private string? Live(Reference reference) => anchors.TryGetValue(reference.Target, out string? anchor) ? $"[{Escaped(PlainText.Of(reference))}](#{anchor})" : null;

    private string Escaped(string words) => Words([new TextRun(words)], isOneLine: true);

    private void Line(string indent, string text)
    {
        markdown.Append(indent).Append(text.Replace("\n", "\n" + indent, StringComparison.Ordinal));
        TrimLine();
        markdown.Append('\n');
        EndBlock();
    }

    private void TrimLine()
    {
        while (markdown.Length > 0 && markdown[^1] == ' ')
        {
            markdown.Length--;
        }
    }

    private void EndBlock()
    {
        if (markdown.Length > 1 && !(markdown[^1] == '\n' && markdown[^2] == '\n'))
        {
            markdown.Append('\n');
        }
    }
}
