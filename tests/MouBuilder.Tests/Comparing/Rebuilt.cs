using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>One side of a comparison, put together again from the changes alone.</summary>
internal sealed class Rebuilt(bool isNew)
{
    public static string Old(Comparison comparison) => new Rebuilt(false).Dump(comparison);

    public static string New(Comparison comparison) => new Rebuilt(true).Dump(comparison);

    /// <summary>A document as the rebuilt one is shown, with stretches of text joined the way a reader joins them.</summary>
    public static string Plain(MouDocument document) => Shown(document.Blocks, [.. document.AllBlocks().OfType<Note>()]);

    private string Dump(Comparison comparison)
    {
        PartChange[] parts = [.. comparison.Parts.Where(p => Part(p) is not null).OrderBy(p => Part(p)!.Position)];
        Assert.Equal(Enumerable.Range(0, parts.Length), parts.Select(p => Part(p)!.Position));
        List<Block> blocks = [];
        foreach (PartChange part in parts)
        {
            ImmutableArray<Block> inside = Blocks(part.Blocks);
            if (Part(part)!.PieceOf is not null)
            {
                blocks[^1] = WithMore(blocks[^1], inside);
                continue;
            }

            ImmutableArray<Inline> title = part.Title.IsEmpty ? Part(part)!.Title : Inlines(part.Title);
            ImmutableArray<Block> whole = Part(part)!.Block switch
            {
                // A heading of either level with its text: a section whose text is a clause without a title, or a clause.
                Section s when Part(part)!.Kind == PartKind.Clause => s.Id == Part(part)!.Id ? [new Clause(s.Id, title, inside) { Label = s.Label }]
                    : [s with { Heading = title, Blocks = inside.IsEmpty ? [] : [new Clause(Part(part)!.Id, [], inside)] }],
                Section s => [s with { Heading = title, Blocks = [] }],
                Clause c => [c with { Title = title, Blocks = inside }],
                Exhibit e => [e with { Title = title, Blocks = inside }],
                _ => inside,
            };
            int section = blocks.FindIndex(b => b is Section s && s.Id == Part(part)!.Section);
            if (section >= 0)
            {
                blocks[section] = (Section)blocks[section] with { Blocks = [.. ((Section)blocks[section]).Blocks, .. whole] };
            }
            else
            {
                blocks.AddRange(whole);
            }
        }

        return Shown([.. blocks], [.. parts.SelectMany(p => Blocks(p.Notes)).Cast<Note>()]);
    }

    /// <summary>A clause, or the last one of a section, that goes on.</summary>
    private static Block WithMore(Block block, ImmutableArray<Block> more) => block is Section s ? s with { Blocks = [.. s.Blocks[..^1], WithMore(s.Blocks[^1], more)] } : (Clause)block with { Blocks = [.. ((Clause)block).Blocks, .. more] };

    private DocumentPart? Part(PartChange change) => isNew ? change.New : change.Old;

    private ImmutableArray<Inline> Inlines(ImmutableArray<WordChange> words) => [.. words.SelectMany(w => isNew ? w.New : w.Old)];

    private ImmutableArray<Block> Blocks(ImmutableArray<BlockChange> changes) => [.. changes.SelectMany(Several)];

    private IEnumerable<Block> Several(BlockChange change)
    {
        if (change.Kind is not (BlockChangeKind.Split or BlockChangeKind.Merged))
        {
            return Block(change) is { } block ? [block] : [];
        }

        Paragraph[] pieces = [.. change.Blocks.Select(Block).Cast<Paragraph>()];
        return isNew == (change.Kind == BlockChangeKind.Split) ? pieces : [pieces[0] with { Content = [.. pieces.SelectMany(p => p.Content)] }];
    }

    private Block? Block(BlockChange change)
    {
        Block? block = isNew ? change.New : change.Old;
        return change.Kind is BlockChangeKind.Added or BlockChangeKind.Removed or BlockChangeKind.MovedFrom ? block : block switch
        {
            _ when change.Kind == BlockChangeKind.MovedTo && !isNew => null,
            Paragraph p => p with { Content = Inlines(change.Words) },
            Heading h => h with { Content = Inlines(change.Words) },
            ListBlock l => l with { Items = [.. Blocks(change.Blocks).Cast<ListItem>()] },
            ListItem i => i with { Blocks = Blocks(change.Blocks) },
            Table t => t with { Rows = [.. Blocks(change.Blocks).Cast<TableRow>()] },
            TableRow r => r with { Cells = [.. Blocks(change.Blocks).Cast<TableCell>()] },
            TableCell c => c with { Blocks = Blocks(change.Blocks) },
            Note n => n with { Blocks = Blocks(change.Blocks) },
            _ => block,
        };
    }

    private static string Shown(ImmutableArray<Block> blocks, ImmutableArray<Note> notes)
    {
        MouDocument document = new(new() { Title = "" }, blocks, [.. notes.OrderBy(n => n.Id, StringComparer.Ordinal)]);
        // One character to a run, so that it does not matter where runs were parted.
        return new InlineRewriter((inline, output) =>
        {
            if (inline is TextRun run)
            {
                output.AddRange(run.Value.Select(c => new TextRun(c.ToString(), run.Emphasis)));
            }
            else if (inline is Term term)
            {
                output.AddRange(term.Value.Select(c => new Term(c.ToString(), term.Name, term.Emphasis)));
            }
            else
            {
                output.Add(inline);
            }
        }).Rewrite(document).Dump().Replace(") link(\"https://example.org\" ", " ", StringComparison.Ordinal);
    }
}
