using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MouBuilder.Documents;

/// <summary>Makes the same document with inlines replaced; blocks in which nothing changes stay the objects they were.</summary>
internal sealed class InlineRewriter
{
    private readonly Action<Inline, List<Inline>> replace;
    private readonly Func<Link, Inline>? replaceLink;
    private readonly Func<Block, Block> rewriteBlock;
    private readonly Func<ListItem, ListItem> rewriteItem;
    private readonly Func<TableRow, TableRow> rewriteRow;
    private readonly Func<TableCell, TableCell> rewriteCell;
    private readonly List<Inline> output = [];

    /// <param name="replace">Puts what is to stand for an inline into the list. Asked for every inline but links, the contents of links included.</param>
    /// <param name="replaceLink">Answers for links, whose contents have been replaced; null to keep them.</param>
    public InlineRewriter(Action<Inline, List<Inline>> replace, Func<Link, Inline>? replaceLink = null)
    {
        this.replace = replace;
        this.replaceLink = replaceLink;
        rewriteBlock = Rewrite;
        rewriteItem = Rewrite;
        rewriteRow = Rewrite;
        rewriteCell = Rewrite;
    }

    public InlineRewriter(Func<Inline, Inline> replace, Func<Link, Inline>? replaceLink = null)
        : this((inline, output) => output.Add(replace(inline)), replaceLink)
    {
    }

    public MouDocument Rewrite(MouDocument document) => document with
    {
        Blocks = Rewrite(document.Blocks),
        Notes = document.Notes.Mapped(n => Rewrite(n.Blocks) is var blocks && blocks == n.Blocks ? n : n with { Blocks = blocks }),
    };

    public ImmutableArray<Block> Rewrite(ImmutableArray<Block> blocks) => blocks.Mapped(rewriteBlock);

    private Block Rewrite(Block block) => block switch
    {
        Section s => s with { Heading = Rewrite(s.Heading), Blocks = Rewrite(s.Blocks) },
        Clause c => c with { Title = Rewrite(c.Title), Blocks = Rewrite(c.Blocks) },
        Exhibit e => e with { Title = Rewrite(e.Title), Blocks = Rewrite(e.Blocks) },
        Heading h => Rewrite(h.Content) is var content && content == h.Content ? h : h with { Content = content },
        Paragraph p => Rewrite(p.Content) is var content && content == p.Content ? p : p with { Content = content },
        ListBlock l => l.Items.Mapped(rewriteItem) is var items && items == l.Items ? l : l with { Items = items },
        Table t => t.Rows.Mapped(rewriteRow) is var rows && rows == t.Rows ? t : t with { Rows = rows },
        ListItem i => Rewrite(i),
        TableRow r => Rewrite(r),
        TableCell c => Rewrite(c),
        _ => block,
    };

    private ListItem Rewrite(ListItem item) => Rewrite(item.Blocks) is var blocks && blocks == item.Blocks ? item : item with { Blocks = blocks };

    private TableRow Rewrite(TableRow row) => row.Cells.Mapped(rewriteCell) is var cells && cells == row.Cells ? row : row with { Cells = cells };

    private TableCell Rewrite(TableCell cell) => Rewrite(cell.Blocks) is var blocks && blocks == cell.Blocks ? cell : cell with { Blocks = blocks };

    private ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines)
    {
        int start = output.Count;
        foreach (Inline inline in inlines)
        {
            if (inline is Link link)
            {
                output.Add(Rewrite(link));
            }
            else
            {
                replace(inline, output);
            }
        }

        Span<Inline> written = CollectionsMarshal.AsSpan(output)[start..];
        ImmutableArray<Inline> result = IsSame(written, inlines) ? inlines : [.. written];
        output.RemoveRange(start, output.Count - start);
        return result;
    }

    private Inline Rewrite(Link link)
    {
        ImmutableArray<Inline> content = Rewrite(link.Content);
        Link inner = content == link.Content ? link : link with { Content = content };
        return replaceLink?.Invoke(inner) ?? inner;
    }

    private static bool IsSame(ReadOnlySpan<Inline> written, ImmutableArray<Inline> inlines)
    {
        bool same = written.Length == inlines.Length;
        for (int i = 0; same && i < written.Length; i++)
        {
            same = ReferenceEquals(written[i], inlines[i]);
        }

        return same;
    }
}
