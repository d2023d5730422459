using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MouBuilder.Documents;

/// <summary>Writes <see cref="MouDocument.Dump"/>: one line per block, children indented, strings quoted.</summary>
internal sealed class DocumentDump
{
    private readonly StringBuilder dump = new();
    private int depth;

    public string Of(MouDocument document)
    {
        Properties(document.Properties);
        Blocks(document.Blocks);
        Blocks(document.Notes);
        return dump.ToString();
    }

    private void Properties(DocumentProperties p)
    {
        Line("document", Quote(p.Title), Quote(p.Agreement), Quote(p.Revision), Quote(p.Status), Quote(p.Language),
            p.Drafted?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-", Quote(p.Drafter), Quote(p.Disclaimer),
            p.Contents ? "contents" : "-", Quote(p.AttachmentWord));
        if (p.IsForFamilies)
        {
            Line("for-families");
        }

        foreach (DefinedTerm term in p.Terms)
        {
            Line("defined", [Quote(term.Name), Quote(term.Clause), .. term.Forms.Select(Quote)]);
        }
    }

    private void Blocks<T>(ImmutableArray<T> blocks)
        where T : Block
    {
        foreach (T block in blocks)
        {
            Block(block);
        }
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case Section s:
                Line("section", s.Id, s.Kind.ToString(), Quote(s.Label), Inlines(s.Heading));
                Within(s.Blocks);
                break;
            case Clause c:
                Line("clause", [c.Id, Quote(c.Label), .. c.IsNumberedParagraph ? (string[])["numbered"] : [], Inlines(c.Title)]);
                Within(c.Blocks);
                break;
            case Heading h:
                Line("heading", Number(h.Level), Quote(h.Label), Inlines(h.Content));
                break;
            case Paragraph p:
                Line("paragraph", p.Role.ToString(), Inlines(p.Content));
                break;
            case ListBlock l:
                Line("list", l.Kind.ToString());
                Within(l.Items);
                break;
            case ListItem i:
                Line("item", Quote(i.Label));
                Within(i.Blocks);
                break;
            case Table t:
                Line("table", [Number(t.HeaderRows), string.Join(',', t.Columns), .. t.RowHeight == 0 ? Array.Empty<string>() : [Number(t.RowHeight) + "mm"]]);
                Within(t.Rows);
                break;
            case TableRow r:
                Line("row");
                Within(r.Cells);
                break;
            case TableCell c:
                Line("cell", Number(c.ColumnSpan), Number(c.RowSpan));
                Within(c.Blocks);
                break;
            case Note n:
                Line("note", n.Id, Quote(n.Label));
                Within(n.Blocks);
                break;
            case SignatureBlock s:
                Line("signatures", Quote(s.Party), Quote(s.ActingThrough));
                Within(s.Lines);
                break;
            case SignatureLine l:
                Line("signature", l.Capacity.ToString(), Quote(l.Office));
                break;
            case Exhibit e:
                Line("exhibit", e.Id, Quote(e.Label), Inlines(e.Title));
                Within(e.Blocks);
                break;
            case PageBreak:
                Line("page-break");
                break;
            case Unsupported u:
                Line("unsupported", Quote(u.Kind));
                break;
            default:
                throw new InvalidOperationException($"A block of kind {block.GetType().Name} has no dump.");
        }
    }

    private void Within<T>(ImmutableArray<T> blocks)
        where T : Block
    {
        depth++;
        Blocks(blocks);
        depth--;
    }

    private static string Inlines(ImmutableArray<Inline> inlines) => string.Join(' ', inlines.Select(Inline));

    private static string Inline(Inline inline) => inline switch
    {
        TextRun t => Quote(t.Value) + Mark(t.Emphasis) + (t.Language.Length == 0 ? "" : "@" + t.Language),
        Term t => $"term({Quote(t.Value)} {Quote(t.Name)}){Mark(t.Emphasis)}",
        Reference r => $"ref({r.Target} {Quote(r.Word)} {Quote(r.Label)}){Mark(r.Emphasis)}",
        Link l => $"link({Quote(l.Address)} {Inlines(l.Content)})",
        NoteMark n => $"mark({n.NoteId})",
        Gap g => $"gap({g.Field}{(g.Shown.Length == 0 ? "" : $" \"{g.Shown}\"")}){Mark(g.Emphasis)}",
        LineBreak => "break",
        _ => throw new InvalidOperationException($"An inline of kind {inline.GetType().Name} has no dump."),
    };

    private static string Mark(Emphasis emphasis) => emphasis switch
    {
        Emphasis.None => "",
        Emphasis.Italic => "i",
        Emphasis.Bold => "b",
        _ => "bi",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string? value) =>
        value is null ? "-" : '"' + value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + '"';

    private void Line(string kind, params string[] parts)
    {
        dump.Append(' ', depth * 2).Append(kind);
        foreach (string part in parts)
        {
            dump.Append(' ').Append(part);
        }

        dump.Append('\n');
    }
}
