using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>Makes the same document with every inline replaced by what a function answers for it.</summary>
/// <param name="replace">Answers for every inline but links, the contents of links included.</param>
/// <param name="replaceLink">Answers for links, whose contents have been replaced; null to keep them.</param>
internal sealed class InlineRewriter(Func<Inline, IEnumerable<Inline>> replace, Func<Link, Inline>? replaceLink = null)
{
    public InlineRewriter(Func<Inline, Inline> replace, Func<Link, Inline>? replaceLink = null)
        : this(inline => [replace(inline)], replaceLink)
    {
    }

    public MouDocument Rewrite(MouDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(Rewrite)],
        Notes = [.. document.Notes.Select(n => n with { Blocks = Rewrite(n.Blocks) })],
    };

    public ImmutableArray<Block> Rewrite(ImmutableArray<Block> blocks) => [.. blocks.Select(Rewrite)];

    private Block Rewrite(Block block) => block switch
    {
        Section s => s with { Heading = Rewrite(s.Heading), Blocks = Rewrite(s.Blocks) },
        Clause c => c with { Title = Rewrite(c.Title), Blocks = Rewrite(c.Blocks) },
        Heading h => h with { Content = Rewrite(h.Content) },
        Paragraph p => p with { Content = Rewrite(p.Content) },
        ListBlock l => l with { Items = [.. l.Items.Select(i => i with { Blocks = Rewrite(i.Blocks) })] },
        Table t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Blocks = Rewrite(c.Blocks) })] })] },
        Exhibit e => e with { Title = Rewrite(e.Title), Blocks = Rewrite(e.Blocks) },
        _ => block,
    };

    private ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> inlines) =>
        [.. inlines.SelectMany(i => i is Link l ? [Rewrite(l)] : replace(i))];

    private Inline Rewrite(Link link)
    {
        Link inner = link with { Content = Rewrite(link.Content) };
        return replaceLink?.Invoke(inner) ?? inner;
    }
}
