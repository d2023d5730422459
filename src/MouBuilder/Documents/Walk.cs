using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>Goes through a document in reading order.</summary>
internal static class Walk
{
    public static IEnumerable<Block> AllBlocks(this MouDocument document) =>
        document.Blocks.SelectMany(WithDescendants).Concat(document.Notes.SelectMany(WithDescendants));

    public static IEnumerable<Block> WithDescendants(this Block block)
    {
        yield return block;
        foreach (Block child in Children(block))
        {
            foreach (Block inner in WithDescendants(child))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The block's own inlines, links' contents included, but not those of blocks inside it.</summary>
    public static IEnumerable<Inline> OwnInlines(this Block block) => Flatten(block switch
    {
        Section s => s.Heading,
        Clause c => c.Title,
        Heading h => h.Content,
        Paragraph p => p.Content,
        Exhibit e => e.Title,
        _ => [],
    });

    private static IEnumerable<Block> Children(Block block) => block switch
    {
        Section s => s.Blocks,
        Clause c => c.Blocks,
        ListBlock l => l.Items,
        ListItem i => i.Blocks,
        Table t => t.Rows,
        TableRow r => r.Cells,
        TableCell c => c.Blocks,
        Note n => n.Blocks,
        SignatureBlock s => s.Lines,
        Exhibit e => e.Blocks,
        _ => [],
    };

    private static IEnumerable<Inline> Flatten(ImmutableArray<Inline> inlines) =>
        inlines.SelectMany(i => i is Link l ? Flatten(l.Content).Prepend(l) : [i]);
}
