using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Tests.Comparing;

/// <summary>An agreement drawn from a seed, and the same one after some edits of every kind.</summary>
internal sealed class RandomPair
{
    private static readonly string[] Vocabulary =
    [
        "officer", "student", "school", "principal", "parent", "district", "police", "record", "notice", "hours", "days", "shall", "shall", "may", "not", "the", "the", "a", "of", "to", "and",
        "meeting", "training", "arrest", "ticket", "search", "interview", "language", "interpreter", "report", "policy", "threat", "weapon", "nhà", "trường", "niño", "within", "before", "after",
        "consent", "counsel", "board", "review", "quarter", "public", "data", "privacy", "complaint", "answer", "request", "visit", "event", "grounds", "discipline", "conduct", "code", "support",
    ];

    private readonly Random random;
    private int fresh;

    private RandomPair(int seed) => random = new(seed);

    public static (MouDocument Old, MouDocument New) Of(int seed)
    {
        RandomPair pair = new(seed);
        List<(string Heading, List<Clause> Clauses)> sections = [.. Enumerable.Range(0, pair.random.Next(1, 5)).Select(i => ($"Section {i}", Enumerable.Range(0, pair.random.Next(1, 6)).Select(_ => pair.MakeClause()).ToList()))];
        MouDocument old = Document(sections);
        sections = [.. sections.Select(s => (s.Heading, s.Clauses.ToList()))];
        for (int i = pair.random.Next(6); i >= 0; i--)
        {
            pair.Edit(sections);
        }

        return (old, Document(sections));
    }

    /// <summary>An agreement of about so many words, and the same one with about a tenth of its words changed.</summary>
    public static (MouDocument Old, MouDocument New) OfSize(int seed, int words)
    {
        RandomPair pair = new(seed);
        List<(string Heading, List<Clause> Clauses)> sections = [.. Enumerable.Range(0, 10).Select(i => ($"Section {i}", new List<Clause>()))];
        for (int made = 0; made < words;)
        {
            Clause clause = pair.MakeClause();
            sections[pair.random.Next(10)].Clauses.Add(clause);
            made += clause.WithDescendants().SelectMany(b => b.OwnInlines()).OfType<TextRun>().Sum(t => t.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        }

        return (Document(sections), Document([.. sections.Select(s => (s.Heading, s.Clauses.Select(c => pair.Edited(c, 10)).ToList()))]));
    }

    private void Edit(List<(string Heading, List<Clause> Clauses)> sections)
    {
        List<Clause> clauses = sections[random.Next(sections.Count)].Clauses;
        List<Clause> others = sections[random.Next(sections.Count)].Clauses;
        int at = random.Next(clauses.Count + 1);
        bool isThere = at < clauses.Count;
        switch (random.Next(11))
        {
            case 0 or 1 when isThere:
                clauses[at] = Edited(clauses[at], 8);
                break;
            case 2:
                clauses.Insert(at, MakeClause());
                break;
            case 3 when isThere:
                clauses.RemoveAt(at);
                break;
            case 4 or 5 when isThere:
                Clause moving = random.Next(2) == 0 ? clauses[at] : Edited(clauses[at], 12);
                clauses.RemoveAt(at);
                others.Insert(random.Next(others.Count + 1), moving);
                break;
            case 6 when isThere:
                int other = random.Next(clauses.Count);
                (clauses[at], clauses[other]) = (clauses[other], clauses[at]);
                break;
            case 7 when isThere && clauses[at].Blocks.Length > 1:
                int cut = random.Next(1, clauses[at].Blocks.Length);
                clauses.Insert(at + 1, new($"c{fresh++}", Text(2), clauses[at].Blocks[cut..]));
                clauses[at] = clauses[at] with { Blocks = clauses[at].Blocks[..cut] };
                break;
            case 8 when at + 1 < clauses.Count:
                clauses[at] = clauses[at] with { Blocks = [.. clauses[at].Blocks, .. clauses[at + 1].Blocks] };
                clauses.RemoveAt(at + 1);
                break;
            case 9 when isThere:
                clauses[at] = clauses[at] with { Blocks = new InlineRewriter(i => i is TextRun t && random.Next(3) == 0 ? t with { Emphasis = Emphasis.Bold } : i).Rewrite(clauses[at].Blocks) };
                break;
            case 10 when isThere:
                // Another id for the same text: only the wording tells that it is the same clause.
                clauses[at] = clauses[at] with { Id = $"c{fresh++}" };
                break;
            default:
                sections.Add(($"Section {fresh++}", [MakeClause()]));
                break;
        }
    }

    private static MouDocument Document(List<(string Heading, List<Clause> Clauses)> sections)
    {
        HashSet<string> ids = [.. sections.SelectMany(s => s.Clauses).Select(c => c.Id)];
        List<Note> notes = [];
        ImmutableArray<Block> blocks =
        [
            new Paragraph(ParagraphRole.Title, [new TextRun("Agreement")]),
            .. sections.Select(s => new Section("section-" + s.Heading, SectionKind.Numbered, [new TextRun(s.Heading)], [.. s.Clauses])),
            new SignatureBlock("District", null, [new(SignatureCapacity.Signs, "Superintendent")]),
        ];
        // A reference to a clause that is gone becomes words; notes are numbered as they come.
        InlineRewriter rewriter = new(i =>
        {
            if (i is NoteMark mark)
            {
                notes.Add(new($"note-{notes.Count + 1}", [new Paragraph(ParagraphRole.Body, [new TextRun("See " + mark.NoteId)])]));
                return new NoteMark(notes[^1].Id);
            }

            return i is Reference r && !ids.Contains(r.Target) ? new TextRun("elsewhere") : i;
        });
        MouDocument document = rewriter.Rewrite(new MouDocument(new() { Title = "Agreement" }, blocks, []));
        return Numbering.Apply(document with { Notes = [.. notes] });
    }

    private Clause MakeClause() => random.Next(4) == 0
        ? new($"c{fresh++}", [], [new Paragraph(ParagraphRole.Body, Text(30)), MakeBlock()]) { IsNumberedParagraph = true }
        : new($"c{fresh++}", Text(3), [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => MakeBlock())]);

    private Block MakeBlock() => random.Next(6) switch
    {
        0 => new ListBlock(ListKind.Ordered, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new ListItem([new Paragraph(ParagraphRole.Body, Text(12))]))]),
        1 => new Table([ColumnAlignment.Left, ColumnAlignment.Left], 1, [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => new TableRow([Cell(), Cell()]))]),
        2 => new Heading(3, Text(3)),
        _ => new Paragraph(ParagraphRole.Body, Text(30)),
    };

    private TableCell Cell() => new([new Paragraph(ParagraphRole.Body, Text(5))]);

    private ImmutableArray<Inline> Text(int most)
    {
        List<Inline> inlines = [new TextRun(Sentence(random.Next(1, most + 1)))];
        switch (most < 5 ? 9 : random.Next(6))
        {
            case 0:
                inlines.AddRange([new TextRun(" under "), new Reference($"c{random.Next(fresh + 1)}", "Section"), new TextRun(".")]);
                break;
            case 1:
                inlines.AddRange([new NoteMark($"source {random.Next(50)}"), new TextRun(" " + Sentence(4))]);
                break;
            case 2:
                inlines.AddRange([new TextRun(" at "), new Link("https://example.org", [new TextRun(Sentence(2))]), new LineBreak(), new Gap("some_field")]);
                break;
            default:
                break;
        }

        return Text(inlines);
    }

    private static ImmutableArray<Inline> Text(List<Inline> inlines) => MouBuilder.Text.InlineReader.Merged(inlines);

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => Vocabulary[random.Next(Vocabulary.Length)] + (random.Next(9) switch { 0 => ",", 1 => ".", _ => "" });

    /// <summary>The clause with about one word in so many replaced, deleted or followed by a new one.</summary>
    private Clause Edited(Clause clause, int oneIn) => clause with
    {
        Blocks = new InlineRewriter(i => i is TextRun t
            ? t with { Value = string.Join(' ', t.Value.Split(' ').SelectMany(w => random.Next(oneIn) != 0 || w.Length == 0 ? [w] : random.Next(3) switch { 0 => [Word()], 1 => [w, Word()], _ => (string[])[] })) is { Length: > 0 } text ? text : "x" }
            : i).Rewrite(clause.Blocks),
    };
}
