using System.Collections.Immutable;
using MouBuilder.Documents;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Word;

/// <summary>A document drawn from a seed: every kind of block and inline, in places a person would hardly think of.</summary>
internal sealed class RandomDocument
{
    private readonly Random random;
    private readonly List<Note> notes = [];
    private readonly List<string> ids = [];
    private int made;

    private RandomDocument(int seed) => random = new(seed);

    public static MouDocument Of(int seed) => new RandomDocument(seed).Make();

    private MouDocument Make()
    {
        List<Block> blocks = [Front(ParagraphRole.Title, "Agreement"), Front(ParagraphRole.Notice, Hostile)];
        int sections = random.Next(1, 5);
        for (int i = 0; i < sections + 3; i++)
        {
            ids.Add("part-" + i);
            ids.Add("clause-" + i);
        }

        for (int i = 0; i < sections; i++)
        {
            blocks.Add(MakeSection(i));
        }

        if (random.Next(3) == 0)
        {
            blocks.Add(new Exhibit("part-" + sections, Words("More"), Blocks(2)));
        }

        if (random.Next(3) == 0)
        {
            blocks.Add(new Exhibit("part-" + (sections + 1), Words("Still more"), [Clause("clause-" + sections, "Inside an exhibit", [.. Blocks(1)]), Clause("clause-" + (sections + 1), "", [.. Blocks(1)])]));
        }

        return Document(Properties with { Contents = random.Next(2) == 0 }, [.. notes], [.. blocks]);
    }

    private Section MakeSection(int i)
    {
        SectionKind kind = random.Next(4) switch { 0 => SectionKind.Recitals, 1 => SectionKind.Unnumbered, _ => SectionKind.Numbered };
        string title = kind == SectionKind.Recitals || random.Next(6) == 0 ? "" : "Clause " + i;
        Block[] blocks = kind == SectionKind.Recitals ? [List(ListKind.Recitals, I("one", [.. Blocks(1)]), I("two")), .. Blocks(1)] : [.. Blocks(1)];
        return new("part-" + i, kind, random.Next(8) == 0 ? [] : Words("Part " + i), [.. random.Next(3) == 0 ? Blocks(1) : [], Clause("clause-" + i, title, blocks), .. kind == SectionKind.Numbered ? Numbered(i) : [], .. random.Next(5) == 0 ? Blocks(1) : []]);
    }

    /// <summary>Clauses without a title, some numbered, some text that stands under the section's heading.</summary>
    private Block[] Numbered(int i) =>
        [.. Enumerable.Range(0, random.Next(3)).Select(n => Clause($"numbered-{i}-{n}", "", [.. Blocks(1)]) with { IsNumberedParagraph = random.Next(3) > 0 })];

    private ImmutableArray<Block> Blocks(int depth) => [.. Enumerable.Range(0, random.Next(5 - Math.Min(depth, 4))).Select(_ => MakeBlock(depth))];

    private Block MakeBlock(int depth) => random.Next(12) switch
    {
        0 or 1 when depth < 7 => List(random.Next(4) == 0 ? ListKind.Bullet : ListKind.Ordered, [.. Enumerable.Range(0, random.Next(6) == 0 ? 30 : random.Next(4)).Select(_ => Blocks(depth + 2).ToArray())]),
        2 or 3 when depth < 6 => List(ListKind.Ordered, [.. Enumerable.Range(0, random.Next(4)).Select(n => I("item " + n, [.. Blocks(depth + 1)]))]),
        4 when depth < 5 => MakeTable(depth),
        5 => new PageBreak(),
        6 => new SignatureBlock("City", random.Next(2) == 0 ? null : "Police", random.Next(3) == 0 ? [] : [new(SignatureCapacity.Signs, "Mayor"), new(SignatureCapacity.Attests, "Clerk")]),
        7 => new Heading(random.Next(3, 12), Words("Heading")),
        8 => new Unsupported("picture"),
        9 => new Paragraph(ParagraphRole.Body, []),
        _ => P([.. Enumerable.Range(0, random.Next(1, 4)).SelectMany(_ => MakeInline(depth))]),
    };

    private Table MakeTable(int depth)
    {
        TableCell MakeCell() => new(Blocks(depth + 2), random.Next(4) == 0 ? 2 : 1, random.Next(4) == 0 ? 2 : 1);
        return new(
            [.. Enumerable.Repeat(ColumnAlignment.Right, random.Next(1, 4))],
            random.Next(2),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => new TableRow([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => MakeCell())]))]);
    }

    private Inline[] MakeInline(int depth)
    {
        switch (random.Next(8))
        {
            case 0:
                return [new Reference(ids[random.Next(ids.Count)], "Section")];
            case 1:
                return [new Gap("field_name")];
            case 2:
                return [new Link(random.Next(2) == 0 ? "https://example.org/a?b=c&d=é" : "javascript:alert(1)", Words("link"))];
            case 3 when depth < 10:
                string id = "n" + made++;
                int place = notes.Count;
                notes.Insert(place, new(id, [List(ListKind.Ordered, I(Vietnamese), I("second"))]));
                return [new NoteMark(id)];
            case 4:
                return [new Term("Students", "Student", Emphasis.Bold), new LineBreak()];
            default:
                return [new TextRun(random.Next(2) == 0 ? Hostile : Vietnamese, (Emphasis)random.Next(4))];
        }
    }
}
