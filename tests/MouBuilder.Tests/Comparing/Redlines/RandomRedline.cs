using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>An agreement with every kind of block in it, drawn from a seed, and the same one after some edits of every kind.</summary>
internal sealed class RandomRedline
{
    private static readonly string[] Vocabulary =
    [
        "officer", "student", "school", "principal", "parent", "district", "police", "record", "notice", "hours", "days", "shall", "shall", "may", "not", "the", "the", "a", "of", "to", "and",
        "meeting", "training", "arrest", "ticket", "search", "interview", "language", "report", "policy", "nhà", "trường", "niño", "within", "before", "after", "<b>", "C.R.S. 22-32-146", "& Sons",
    ];

    private readonly Random random;
    private readonly Dictionary<string, ImmutableArray<Block>> notes = [];
    private int made;

    private readonly bool isPlain;
    private readonly Random? forms; // apart from the rest, so that a seed gives the same pair with and without numbered paragraphs

    private RandomRedline(int seed, bool isPlain, bool isNumbered) => (random, this.isPlain, forms) = (new(seed), isPlain, isNumbered ? new(seed) : null);

    private sealed record Part(string Id, SectionKind? Kind, string Title, ImmutableArray<Clause> Clauses, ImmutableArray<Block> Outside);

    /// <param name="isPlain">Without notes and contents, which LibreOffice does not reject and accept as Word does.</param>
    /// <param name="isNumbered">Whether some clauses have a number and no title; null for every second pair that is not plain.</param>
    public static (MouDocument Old, MouDocument New) Of(int seed, bool isPlain = false, bool? isNumbered = null)
    {
        RandomRedline pair = new(seed, isPlain, isNumbered ?? (!isPlain && seed % 2 == 1));
        List<Part> parts = [.. Enumerable.Range(0, pair.random.Next(1, 5)).Select(_ => pair.MakePart())];
        MouDocument old = pair.Document(parts);
        for (int i = pair.random.Next(6); i >= 0; i--)
        {
            pair.Edit(parts);
            pair.EditForm(parts);
        }

        return (old, pair.Document(parts));
    }

    private bool OneIn(int n) => random.Next(n) == 0;

    private Part MakePart() => random.Next(7) switch
    {
        0 => new(Id("recitals"), SectionKind.Recitals, "Recitals", [new Clause(Id("c"), [], [new ListBlock(ListKind.Recitals, [Item(0), Item(0)])])], []),
        1 => new(Id("signatures"), SectionKind.Unnumbered, "Signatures", [], [Signatures()]),
        2 => new(Id("exhibit"), null, Sentence(2), [], Blocks(0)),
        _ => new(Id("section"), SectionKind.Numbered, Sentence(2), [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => MakeClause())], OneIn(5) ? Blocks(0) : []),
    };

    private SignatureBlock Signatures() => new(Sentence(2), OneIn(2) ? null : "Police", [new(SignatureCapacity.Signs, Sentence(1)), new(SignatureCapacity.Attests, "Clerk")]);

    private Clause MakeClause() => Formed(new(Id("c"), Text(3), Blocks(0)));

    private Clause Formed(Clause clause) => forms?.Next(3) == 0 ? Numbered(clause) : clause;

    // An agreement has no number on a line alone; where it stands before a table LibreOffice has its own ways with it.
    private Clause Numbered(Clause clause) => clause with
    {
        Title = [],
        IsNumberedParagraph = true,
        Blocks = isPlain && clause.Blocks is not [Paragraph, ..] ? [new Paragraph(ParagraphRole.Body, [new TextRun("The parties agree:")]), .. clause.Blocks] : clause.Blocks,
    };

    /// <summary>A clause gains a title or loses it.</summary>
    private void EditForm(List<Part> parts)
    {
        int[] numbered = [.. Enumerable.Range(0, parts.Count).Where(i => parts[i] is { Kind: SectionKind.Numbered, Clauses.Length: > 0 })];
        if (forms is null || numbered.Length == 0 || forms.Next(3) != 0)
        {
            return;
        }

        int at = numbered[forms.Next(numbered.Length)];
        Clause clause = parts[at].Clauses[forms.Next(parts[at].Clauses.Length)];
        Clause other = clause.IsNumberedParagraph ? clause with { Title = [new TextRun("A title")], IsNumberedParagraph = false } : Numbered(clause);
        parts[at] = parts[at] with { Clauses = parts[at].Clauses.Replace(clause, other) };
    }

    private ImmutableArray<Block> Blocks(int depth) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => MakeBlock(depth))];

    private Block MakeBlock(int depth) => random.Next(9) switch
    {
        0 or 1 when depth < 3 => new ListBlock(OneIn(4) ? ListKind.Bullet : ListKind.Ordered, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Item(depth))]),
        2 when depth < 2 => MakeTable(depth),
        3 when depth == 0 => new Heading(3, Text(2)),
        4 when OneIn(3) => new PageBreak(),
        _ => new Paragraph(ParagraphRole.Body, Text(25)),
    };

    private ListItem Item(int depth) => new(OneIn(8) ? [new ListBlock(ListKind.Ordered, [new([P(3)])])] : [P(10), .. OneIn(4) && depth < 3 ? Blocks(depth + 1) : []]);

    private Paragraph P(int most) => new(ParagraphRole.Body, Text(most));

    private Table MakeTable(int depth)
    {
        int columns = random.Next(1, 4);
        return new([.. Enumerable.Repeat(OneIn(3) ? ColumnAlignment.Right : ColumnAlignment.Left, columns)], random.Next(2), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => MakeRow(columns, depth))]);
    }

    private TableRow MakeRow(int columns, int depth) => new([.. Enumerable.Range(0, columns).Select(_ => new TableCell(OneIn(6) ? [] : OneIn(5) ? Blocks(depth + 2) : [P(5)]))]);

    private ImmutableArray<Inline> Text(int most)
    {
        List<Inline> inlines = [new TextRun(Sentence(random.Next(1, most + 1)))];
        switch (most < 5 ? 9 : random.Next(7))
        {
            case 0:
                inlines.AddRange([new TextRun(" under "), new Reference($"any {random.Next(1000)}", "Section"), new TextRun(".")]);
                break;
            case 1 when !isPlain:
                string note = Id("n");
                notes[note] = OneIn(4) ? [new ListBlock(ListKind.Ordered, [new([new Paragraph(ParagraphRole.Body, [new TextRun(Sentence(4))])])])] : [new Paragraph(ParagraphRole.Body, [new TextRun(Sentence(8))])];
                inlines.AddRange([new NoteMark(note), new TextRun(" " + Sentence(4))]);
                break;
            case 2:
                inlines.AddRange([new TextRun(" at "), new Link($"https://example.org/{random.Next(2)}", [new TextRun(Sentence(3))]), new LineBreak(), new Gap("some_field")]);
                break;
            case 3:
                inlines.AddRange([new TextRun(" "), new TextRun(Sentence(4), (Emphasis)random.Next(4)), new TextRun(" " + Sentence(3))]);
                break;
            default:
                break;
        }

        return [.. inlines];
    }

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    private string Word() => Vocabulary[random.Next(Vocabulary.Length)] + (random.Next(9) switch { 0 => ",", 1 => ".", _ => "" });

    private string Id(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{made++}");

    private void Edit(List<Part> parts)
    {
        int at = random.Next(parts.Count);
        Part part = parts[at];
        switch (random.Next(14))
        {
            case 0 when parts.Count > 1:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Insert(random.Next(parts.Count + 1), MakePart());
                break;
            case 2:
                parts.RemoveAt(at);
                parts.Insert(random.Next(parts.Count + 1), part);
                break;
            case 3:
                parts[at] = part with { Title = Sentence(2) };
                break;
            case 4:
                parts[at] = part with { Outside = part.Kind == SectionKind.Unnumbered && OneIn(2) ? [Signatures()] : EditBlocks(part.Outside) };
                break;
            case 5 when part.Clauses.Length > 0 && part.Kind == SectionKind.Numbered:
                Clause moving = Pick(part.Clauses);
                parts[at] = part with { Clauses = part.Clauses.Remove(moving) };
                int to = parts.FindIndex(p => p.Kind == SectionKind.Numbered);
                moving = OneIn(2) ? moving : moving with { Blocks = EditBlocks(moving.Blocks) };
                parts[to] = parts[to] with { Clauses = parts[to].Clauses.Insert(random.Next(parts[to].Clauses.Length + 1), moving) };
                break;
            case 6 when part.Clauses.Length > 1:
                parts[at] = part with { Clauses = [.. part.Clauses.Reverse()] };
                break;
            case 7 when part.Clauses.Length > 1 && part.Kind == SectionKind.Numbered:
                parts[at] = part with { Clauses = part.Clauses.Remove(Pick(part.Clauses)) };
                break;
            case 8 when part.Kind == SectionKind.Numbered:
                parts[at] = part with { Clauses = part.Clauses.Insert(random.Next(part.Clauses.Length + 1), MakeClause()) };
                break;
            case 9 when part.Clauses is [{ Blocks.Length: > 1 } first, ..] && part.Kind == SectionKind.Numbered:
                // A clause in two.
                parts[at] = part with { Clauses = [first with { Blocks = first.Blocks[..1] }, new(Id("c"), Text(2), first.Blocks[1..]), .. part.Clauses[1..]] };
                break;
            case 10 when part.Clauses.Length > 1 && part.Kind == SectionKind.Numbered:
                // Two clauses in one.
                parts[at] = part with { Clauses = [part.Clauses[0] with { Blocks = [.. part.Clauses[0].Blocks, .. part.Clauses[1].Blocks] }, .. part.Clauses[2..]] };
                break;
            case 11 when notes.Count > 0:
                string note = notes.Keys.ElementAt(random.Next(notes.Count));
                // No note stands in a note, and no page break.
                notes[note] = [.. new InlineRewriter((i, output) => output.AddRange(i is NoteMark ? [] : [i])).Rewrite(EditBlocks(notes[note])).Where(b => b is not PageBreak)];
                break;
            default:
                if (part.Clauses.Length > 0)
                {
                    Clause clause = Pick(part.Clauses);
                    parts[at] = part with { Clauses = part.Clauses.Replace(clause, clause with { Blocks = EditBlocks(clause.Blocks), Title = clause.Title.IsEmpty || !OneIn(4) ? clause.Title : Text(3) }) };
                }

                break;
        }
    }

    private T Pick<T>(ImmutableArray<T> from) => from[random.Next(from.Length)];

    private ImmutableArray<Block> EditBlocks(ImmutableArray<Block> blocks)
    {
        int at = random.Next(blocks.Length + 1);
        if (at == blocks.Length || OneIn(6))
        {
            return blocks.Insert(at, MakeBlock(1));
        }

        Block block = blocks[at];
        switch (random.Next(9))
        {
            case 0 when blocks.Length > 1:
                return blocks.RemoveAt(at);
            case 1 when block is Paragraph { Content: [TextRun { Value.Length: > 40 } run, .. var rest] }:
                // A paragraph in two.
                int cut = run.Value.IndexOf(' ', 15);
                return cut < 0 ? blocks : blocks.RemoveAt(at).InsertRange(at, (Block[])[new Paragraph(ParagraphRole.Body, [run with { Value = run.Value[..cut] }]), new Paragraph(ParagraphRole.Body, [run with { Value = run.Value[(cut + 1)..] }, .. rest])]);
            case 2 when at + 1 < blocks.Length && block is Paragraph first && blocks[at + 1] is Paragraph second:
                // Two paragraphs in one.
                return blocks.RemoveRange(at, 2).Insert(at, first with { Content = [.. first.Content, new TextRun(" "), .. second.Content] });
            case 3 when block is Paragraph:
                // Into a list, one level deeper.
                return blocks.SetItem(at, new ListBlock(ListKind.Ordered, [new([block])]));
            case 4 when block is ListBlock { Items: [var only, ..] }:
                return blocks.RemoveAt(at).InsertRange(at, only.Blocks);
            case 5 when blocks.Length > 1:
                return blocks.RemoveAt(at).Insert(random.Next(blocks.Length), block);
            default:
                return blocks.SetItem(at, EditInside(block));
        }
    }

    private Block EditInside(Block block) => block switch
    {
        Paragraph p => p with { Content = EditText(p.Content) },
        Heading h => h with { Content = EditText(h.Content) },
        ListBlock l => l with { Items = EditItems(l.Items) },
        Table t => EditTable(t),
        var other => other,
    };

    private ImmutableArray<ListItem> EditItems(ImmutableArray<ListItem> items)
    {
        int at = random.Next(items.Length + 1);
        return at == items.Length ? items.Add(Item(2))
            : OneIn(4) && items.Length > 1 ? items.RemoveAt(at)
            : OneIn(5) ? items.Insert(at, Item(2))
            : items.SetItem(at, items[at] with { Blocks = EditBlocks(items[at].Blocks) });
    }

    private Table EditTable(Table table)
    {
        int at = random.Next(table.Rows.Length);
        TableRow row = table.Rows[at];
        switch (random.Next(6))
        {
            case 0:
                return table with { Rows = table.Rows.Insert(random.Next(table.Rows.Length + 1), MakeRow(table.Columns.Length, 1)) };
            case 1 when table.Rows.Length > 1:
                return table with { Rows = table.Rows.RemoveAt(at) };
            case 2:
                return table with { Columns = table.Columns.Add(ColumnAlignment.Center), Rows = [.. table.Rows.Select(r => r with { Cells = r.Cells.Add(new([P(3)])) })] };
            case 3 when at + 1 < table.Rows.Length && table.HeaderRows == 0:
                // A cell over two rows.
                return table with { Rows = table.Rows.SetItem(at, row with { Cells = row.Cells.SetItem(0, row.Cells[0] with { RowSpan = 2 }) }).SetItem(at + 1, table.Rows[at + 1] with { Cells = table.Rows[at + 1].Cells.RemoveAt(0) }) };
            default:
                if (row.Cells.IsEmpty)
                {
                    return table;
                }

                int cell = random.Next(row.Cells.Length);
                return table with { Rows = table.Rows.SetItem(at, row with { Cells = row.Cells.SetItem(cell, row.Cells[cell] with { Blocks = OneIn(6) ? [] : EditBlocks(row.Cells[cell].Blocks) }) }) };
        }
    }

    private ImmutableArray<Inline> EditText(ImmutableArray<Inline> inlines)
    {
        if (OneIn(8))
        {
            return Text(20);
        }

        bool isType = OneIn(4);
        return [.. inlines.Select(i => i switch
        {
            TextRun t when isType && OneIn(2) => t with { Emphasis = (Emphasis)random.Next(4) },
            TextRun t => t with { Value = EditWords(t.Value) },
            Reference r when isType => r with { Emphasis = Emphasis.Bold },
            Reference r when OneIn(4) => r with { Target = $"any {random.Next(1000)}" },
            Link l when OneIn(4) => l with { Address = "https://example.org/other" },
            var other => other,
        })];
    }

    private string EditWords(string text) => string.Join(' ', text.Split(' ').SelectMany(w => !OneIn(8) || w.Length == 0 ? [w] : random.Next(3) switch { 0 => [Word()], 1 => [w, Word()], _ => (string[])[] })) is { Length: > 0 } words ? words : "x";

    private MouDocument Document(List<Part> parts)
    {
        string[] ids = [.. parts.SelectMany(p => p.Clauses.Select(c => c.Id).Prepend(p.Id))];
        List<Note> marked = [];
        ImmutableArray<Block> blocks =
        [
            new Paragraph(ParagraphRole.Title, [new TextRun("Agreement " + (made % 3).ToString(CultureInfo.InvariantCulture))]),
            .. parts.Select(p => p.Kind is { } kind ? (Block)new Section(p.Id, kind, [new TextRun(p.Title)], [.. p.Clauses, .. p.Outside]) : new Exhibit(p.Id, [new TextRun(p.Title)], p.Outside)),
        ];
        InlineRewriter rewriter = new(i =>
        {
            switch (i)
            {
                case NoteMark mark:
                    marked.Add(new($"note-{marked.Count + 1}", notes[mark.NoteId]));
                    return new NoteMark(marked[^1].Id);
                case Reference r:
                    return r with { Target = ids[int.Parse(r.Target.AsSpan(4), CultureInfo.InvariantCulture) % ids.Length] };
                default:
                    return i;
            }
        });
        MouDocument document = rewriter.Rewrite(new MouDocument(
            new() { Title = "Agreement " + (made % 2).ToString(CultureInfo.InvariantCulture), Contents = !isPlain && made % 5 != 0, Language = "en-US", Drafter = "Counsel", Drafted = new(2022, 3, 8), Disclaimer = made % 7 == 0 ? "" : "Not an offer" }, blocks, []));
        return Numbering.Apply(document with { Notes = [.. marked] });
    }
}
