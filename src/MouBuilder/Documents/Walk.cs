using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>Goes through a document in reading order.</summary>
internal static class Walk
{
    public static IEnumerable<Block> AllBlocks(this MouDocument document) => WithDescendants([.. document.Blocks, .. document.Notes]);

    public static IEnumerable<Block> WithDescendants(this Block block) => WithDescendants([block]);

    public static IEnumerable<Block> WithDescendants(ImmutableArray<Block> blocks)
    {
        Stack<Block> ahead = new();
        Push(blocks, ahead);
        while (ahead.TryPop(out Block? block))
        {
            yield return block;
            PushChildren(block, ahead);
        }
    }

    /// <summary>The block's own inlines, links' contents included, but not those of blocks inside it.</summary>
    public static ImmutableArray<Inline> OwnInlines(this Block block)
    {
        ImmutableArray<Inline> own = Own(block);
        return own.Any(i => i is Link) ? [.. Flatten(own)] : own;
    }

    private static ImmutableArray<Inline> Own(Block block) => block switch
    {
        Section s => s.Heading,
        Clause c => c.Title,
        Heading h => h.Content,
        Paragraph p => p.Content,
        Exhibit e => e.Title,
        _ => [],
    };

    private static void PushChildren(Block block, Stack<Block> ahead)
    {
        switch (block)
        {
            case Section s:
                Push(s.Blocks, ahead);
                break;
            case Clause c:
                Push(c.Blocks, ahead);
                break;
            case ListBlock l:
                Push(l.Items, ahead);
                break;
            case ListItem i:
                Push(i.Blocks, ahead);
                break;
            case Table t:
                Push(t.Rows, ahead);
                break;
            case TableRow r:
                Push(r.Cells, ahead);
                break;
            case TableCell c:
                Push(c.Blocks, ahead);
                break;
            case Note n:
                Push(n.Blocks, ahead);
                break;
            case SignatureBlock s:
                Push(s.Lines, ahead);
                break;
            case Exhibit e:
                Push(e.Blocks, ahead);
                break;
            default:
                break;
        }
    }

    // The last goes down first, so that the first comes up first.
    private static void Push<T>(ImmutableArray<T> blocks, Stack<Block> ahead)
        where T : Block
    {
        for (int i = blocks.Length - 1; i >= 0; i--)
        {
            ahead.Push(blocks[i]);
        }
    }

    private static IEnumerable<Inline> Flatten(ImmutableArray<Inline> inlines) =>
        inlines.SelectMany(i => i is Link l ? Flatten(l.Content).Prepend(l) : [i]);
}
