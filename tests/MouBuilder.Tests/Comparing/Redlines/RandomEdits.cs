using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>Edits of any document, drawn from a seed: words changed, blocks added, removed and exchanged, at every depth.</summary>
internal sealed class RandomEdits(int seed)
{
    private readonly Random random = new(seed);

    public MouDocument Of(MouDocument document) => document with { Blocks = Blocks(document.Blocks) };

    private ImmutableArray<Block> Blocks(ImmutableArray<Block> blocks)
    {
        List<Block> edited = [];
        foreach (Block block in blocks)
        {
            int draw = random.Next(14);
            if (draw == 0 && block is not Section)
            {
                continue;
            }

            if (draw == 1 && block is Paragraph)
            {
                edited.Add(new Paragraph(ParagraphRole.Body, [new TextRun("The other side put a paragraph of its own in here.")]));
            }

            edited.Add(Edited(block));
        }

        if (edited.Count > 2 && random.Next(4) == 0)
        {
            (int one, int other) = (random.Next(edited.Count), random.Next(edited.Count));
            if (edited[one] is not (Section or Exhibit) && edited[other] is not (Section or Exhibit))
            {
                (edited[one], edited[other]) = (edited[other], edited[one]);
            }
        }

        return [.. edited];
    }

    private Block Edited(Block block) => block switch
    {
        Section s => s with { Blocks = Blocks(s.Blocks) },
        Clause c => c with { Blocks = Blocks(c.Blocks) },
        Exhibit e => e with { Blocks = Blocks(e.Blocks) },
        Paragraph { Role: ParagraphRole.Body } p => p with { Content = [.. p.Content.Select(Edited)] },
        ListBlock l => l with { Items = Items(l.Items) },
        Table t => Reformed(t) with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Blocks = [.. c.Blocks.Select(Edited)] })] })] },
        _ => block,
    };

    /// <summary>One table in four gets other header rows, one in four other edges for its columns.</summary>
    private Table Reformed(Table table)
    {
        Table reformed = random.Next(4) == 0 ? table with { HeaderRows = random.Next(Math.Min(3, table.Rows.Length) + 1) } : table;
        return random.Next(4) == 0 ? reformed with { Columns = [.. reformed.Columns.Select(_ => (ColumnAlignment)random.Next(3))] } : reformed;
    }

    private ImmutableArray<ListItem> Items(ImmutableArray<ListItem> items)
    {
        ListItem[] left = [.. items.Where(_ => items.Length == 1 || random.Next(9) != 0)];
        return [.. (left.Length > 0 ? left : [items[0]]).Select(i => i with { Blocks = [.. i.Blocks.Select(Edited)] })];
    }

    private Inline Edited(Inline inline)
    {
        if (inline is not TextRun run || random.Next(3) != 0)
        {
            return inline;
        }

        List<string> words = [.. run.Value.Split(' ')];
        int at = random.Next(words.Count);
        switch (random.Next(3))
        {
            case 0 when words.Count > 1:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, "inserted");
                break;
            default:
                words[at] = "changed";
                break;
        }

        return run with { Value = string.Join(' ', words) };
    }
}
