using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;
using MouBuilder.Reading.Structure;
using MouBuilder.Text;

namespace MouBuilder.Importing;

/// <summary>
/// Writes blocks as the text of a clause or template. What the paper says stays what it says: nothing in it is Markdown or template code, and what it only types is no reference. A list that
/// does not begin at its beginning keeps its numbers as words, since ours would begin anew.
/// </summary>
internal sealed class ClauseMarkdown
{
    /// <summary>An empty place to fill in. An agreement leaves out what comes out empty, and its number with it.</summary>
    public const string EmptyPlace = "\\[ \\]";

    private const int LongestGap = 60;

    private readonly IReadOnlyDictionary<string, Note> notes;
    private readonly IReadOnlyDictionary<string, ImportedTarget> targets;
    private readonly StringBuilder markdown = new();
    private readonly bool isTemplate;
    private string? touching;
    private bool isUnderTitle;

    private ClauseMarkdown(IReadOnlyDictionary<string, Note> notes, IReadOnlyDictionary<string, ImportedTarget> targets, bool isTemplate, bool isUnderTitle = false) =>
        (this.notes, this.targets, this.isTemplate, this.isUnderTitle) = (notes, targets, isTemplate, isUnderTitle);

    /// <param name="targets">What references of the paper lead to in the agreement.</param>
    public static string Write(ImmutableArray<Block> blocks, IReadOnlyDictionary<string, Note> notes, IReadOnlyDictionary<string, ImportedTarget> targets) => new ClauseMarkdown(notes, targets, isTemplate: false).Written(blocks);

    /// <summary>The same for a template, whose text has notices too, and headings one deeper than a clause's.</summary>
    /// <param name="isUnderTitle">Whether the text follows the title, where it may have lines of its own.</param>
    public static string OfTemplate(ImmutableArray<Block> blocks, IReadOnlyDictionary<string, Note> notes, IReadOnlyDictionary<string, ImportedTarget> targets, bool isUnderTitle = false) =>
        new ClauseMarkdown(notes, targets, isTemplate: true, isUnderTitle).Written(blocks);

    private string Written(ImmutableArray<Block> blocks)
    {
        Blocks(blocks, "", 0);
        return markdown.ToString().Trim('\n').Replace("{", "\\{", StringComparison.Ordinal);
    }

    private void Blocks(ImmutableArray<Block> blocks, string indent, int depth)
    {
        foreach (Block block in blocks)
        {
            Block(block, indent, depth);
        }
    }

    /// <summary>Whether a reference of the paper will show in the agreement what it shows in the paper.</summary>
    public static bool IsLive(Reference reference, IReadOnlyDictionary<string, ImportedTarget> targets) =>
        targets.TryGetValue(reference.Target, out ImportedTarget? target) && reference.Label?.TrimEnd('.') == target.Shown;

    private void Block(Block block, string indent, int depth)
    {
        if (block is ListBlock list)
        {
            List(list, indent, depth);
            return;
        }

        touching = null;
        isUnderTitle &= block is Paragraph { Role: ParagraphRole.Subtitle };
        switch (block)
        {
            case Paragraph { Role: ParagraphRole.Subtitle } p when isUnderTitle && MarkdownReader.IsSubtitle($"_{Words(p.Content, true)}_"):
                Line(indent, $"_{Words(p.Content, true)}_");
                break;
            case Paragraph { Role: ParagraphRole.Notice } p when isTemplate:
                Line(indent, "> " + Words(p.Content, false).Replace("\n", "\n> ", StringComparison.Ordinal));
                break;
            case Paragraph p:
                Line(indent, Words(p.Content, false));
                break;
            case Heading h:
                Line(indent, new string('#', Math.Clamp(isTemplate ? h.Level + 1 : h.Level, isTemplate ? 4 : 3, 6)) + " " + (h.Label is null ? "" : Words([new TextRun(h.Label)], true) + " ") + Words(h.Content, true));
                break;
            case Table t:
                Table(t, indent);
                break;
            case SignatureBlock s:
                foreach (ImmutableArray<Inline> line in InlineWriter.Stretches([s]))
                {
                    Line(indent, Words(line, true));
                }

                break;
            case Unsupported u:
                Line(indent, $"\\[{u.Kind}\\]");
                break;
            default:
                break; // a page break is how the paper was printed
        }
    }

    private void List(ListBlock list, string indent, int depth)
    {
        if (list.Kind != ListKind.Bullet && (depth >= Labels.DeepestList || !StartsAtFirst(list)))
        {
            Labelled(list, indent, depth);
            return;
        }

        string mark = list.Kind == ListKind.Bullet ? "- " : touching == "1. " ? "1) " : "1. ";
        string deeper = indent + new string(' ', mark.Length);
        foreach (ListItem item in list.Items)
        {
            markdown.Append(indent).Append(mark);
            (ImmutableArray<Inline> beginning, ImmutableArray<Block> rest) = Begun(item);
            string first = Words(beginning, false);
            if (first.Length == 0)
            {
                first = EmptyPlace;
            }

            markdown.Append(first.Replace("\n", "\n" + deeper, StringComparison.Ordinal)).Append("\n\n");
            touching = null;
            Blocks(rest, deeper, depth + 1);
        }

        touching = mark;
    }

    /// <summary>The items as paragraphs that begin with their numbers.</summary>
    private void Labelled(ListBlock list, string indent, int depth)
    {
        touching = null;
        foreach (ListItem item in list.Items)
        {
            (ImmutableArray<Inline> first, ImmutableArray<Block> rest) = Begun(item);
            Line(indent, Words([new TextRun(item.Label + " "), .. first], false));
            Blocks(rest, indent, depth + 1);
        }
    }

    /// <summary>The first words of an item, be they a paragraph or a heading, and what comes after them.</summary>
    private static (ImmutableArray<Inline> First, ImmutableArray<Block> Further) Begun(ListItem item) =>
        item.Blocks is [Paragraph or Heading, ..] ? ([.. InlineWriter.Stretches(item.Blocks[..1]).First()], item.Blocks[1..]) : ([], item.Blocks);

    private static bool StartsAtFirst(ListBlock list)
    {
        for (int i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i].Label is not { } label || TypedLabel.Of(label + " ")?.Readings.Any(r => r.Ordinal == i + 1) != true)
            {
                return false;
            }
        }

        return true;
    }

    private void Table(Table table, string indent)
    {
        int columns = Math.Min(63, table.Rows.Select(r => r.Cells.Sum(c => c.ColumnSpan)).DefaultIfEmpty(0).Max());
        if (columns == 0)
        {
            return;
        }

        if (table.HeaderRows == 0)
        {
            Row(Enumerable.Repeat("", columns), indent);
            Rule(columns, indent);
        }

        Dictionary<int, (int Rows, int Columns)> covered = [];
        for (int i = 0; i < table.Rows.Length; i++)
        {
            List<string> cells = [];
            Queue<TableCell> own = new(table.Rows[i].Cells);
            while (cells.Count < columns)
            {
                if (covered.Remove(cells.Count, out (int Rows, int Columns) above) && above.Rows > 0)
                {
                    covered[cells.Count] = (above.Rows - 1, above.Columns);
                    cells.AddRange(Enumerable.Repeat("", above.Columns));
                }
                else if (own.TryDequeue(out TableCell? cell))
                {
                    if (cell.RowSpan > 1)
                    {
                        covered[cells.Count] = (cell.RowSpan - 1, cell.ColumnSpan);
                    }

                    cells.Add(Cell(cell));
                    cells.AddRange(Enumerable.Repeat("", cell.ColumnSpan - 1));
                }
                else
                {
                    cells.Add("");
                }
            }

            Row(cells.Take(columns), indent);
            if (i == 0 && table.HeaderRows > 0)
            {
                Rule(columns, indent);
            }
        }

        markdown.Append('\n');
    }

    private void Row(IEnumerable<string> cells, string indent) => markdown.Append(indent).Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private void Rule(int columns, string indent) => markdown.Append(indent).Append('|').Insert(markdown.Length, " --- |", columns).Append('\n');

    private string Cell(TableCell cell) => string.Join(' ', InlineWriter.Stretches(cell.Blocks).Select(s => Words(s, true)).Where(w => w.Length > 0));

    private string Words(ImmutableArray<Inline> inlines, bool isOneLine) => InlineWriter.Write([.. inlines.SelectMany(i => Plain(i, targets))], Live, notes, isOneLine).Trim();

    /// <summary>References that are not plain; null for others, which stand in links and are words there.</summary>
    private string? Live(Reference reference) => !IsLive(reference, targets) ? null : $"[[{(reference.Word.Length == 0 ? "#" : "")}{targets[reference.Target].Id}]]";

    // Numbers of other clauses that an agreement would not count alike stay what the paper says. Gaps are read from papers of ours alone, and are as open in the agreement.
    private static IEnumerable<Inline> Plain(Inline inline, IReadOnlyDictionary<string, ImportedTarget> targets) => inline switch
    {
        Reference { Word: "Section" or "" } r when IsLive(r, targets) => [r],
        Reference r when IsLive(r, targets) => [new TextRun(r.Word + "\u00A0", r.Emphasis), r with { Word = "" }],
        Reference r => [new TextRun(PlainText.Of(r), r.Emphasis)],
        Gap g when !CanBeNamed(g) => [new TextRun(PlainText.Of(g), g.Emphasis)],
        _ => [inline],
    };

    private static bool CanBeNamed(Gap gap) => gap.Field.Length is > 0 and <= LongestGap && gap.Field.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A note as it is written where its mark stands.</summary>
    public static Note Plain(Note note, IReadOnlyDictionary<string, ImportedTarget> targets) =>
        note with { Blocks = new InlineRewriter((inline, output) => output.AddRange(Plain(inline, targets))).Rewrite(note.Blocks) };

    private void Line(string indent, string text)
    {
        if (text.Length > 0)
        {
            markdown.Append(indent).Append(text.Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");
        }
    }

    /// <summary>A text on one line of YAML.</summary>
    public static string Quoted(string value) =>
        '"' + string.Concat(value.ReplaceLineEndings(" ").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Select(c => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString())) + '"';
}
