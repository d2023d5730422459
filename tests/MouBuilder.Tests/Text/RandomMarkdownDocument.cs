using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Tests.Text;

/// <summary>A document drawn from a seed, of every kind of block and inline that Markdown can carry.</summary>
internal sealed class RandomMarkdownDocument
{
    private static readonly string[] Phrases =
    [
        "shall notify", "*Smith* | <b> & Sons {x} [[y]]", "1. not a list", "- nor this", "# nor a heading", "> nor a notice", "a  b", " edge ", "&amp; &#65; &copy;", "^[no note]",
        "[a](b)", "![a](b)", "`code`", "\\", "\\*", "~~x~~", "--- ", "===", ":---", "+ plus", "1) one", "12.", "https://example.org/a_b*c", "Nguyễn Thị Hà", "niño — «sí»", "Partner Officers", "a_b_c", "**", "_",
        "$5 and $6", "|", "||", "\"quoted\"", "(a)", "(a) then", "A.", "A. then", "1.1 x", "x\u00A0y", "\tTab", "🙂", "don't", "<https://x.y>", "[//]: # (x)", "Section 4.2", "end\\", "!", "[[?gap]]", "!", "é",
    ];

    private readonly Random random;
    private readonly List<Note> notes = [];
    private readonly List<string> clauses = [];

    private readonly bool isEmphatic;

    private RandomMarkdownDocument(int seed, bool isEmphatic)
    {
        random = new(seed);
        this.isEmphatic = isEmphatic;
    }

    /// <param name="isEmphatic">Whether bold and italic stand anywhere, also where Markdown has no form for them.</param>
    public static MouDocument Of(int seed, bool isEmphatic) => new RandomMarkdownDocument(seed, isEmphatic).Make();

    private MouDocument Make()
    {
        DocumentProperties properties = new()
        {
            Title = Phrase(),
            Agreement = "x",
            Disclaimer = "a \"quoted\" \\ line",
            Drafted = random.Next(2) == 0 ? null : new DateOnly(2022, 3, 8),
            Contents = random.Next(2) == 0,
            Terms = [new("Partner Officer", ["Partner Officers"], "c0"), new("Party (or side)", [], "c1")],
        };
        List<Block> blocks = [new Paragraph(ParagraphRole.Title, Words(1))];
        if (random.Next(2) == 0)
        {
            blocks.Add(new Paragraph(ParagraphRole.Subtitle, [new TextRun(Phrase().Trim()), new Gap("date")]));
        }

        blocks.Add(new Paragraph(ParagraphRole.Notice, Words(3)));
        blocks.AddRange(Blocks(0));
        bool[] areRecitals = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(5) == 0)];
        for (int i = 0; i < areRecitals.Length; i++)
        {
            clauses.AddRange(areRecitals[i] ? ["c" + (2 * i)] : ["c" + (2 * i), "c" + ((2 * i) + 1)]);
        }

        for (int i = 0; i < areRecitals.Length; i++)
        {
            blocks.Add(MakeSection(i, areRecitals[i]));
        }

        blocks.Add(new SignatureBlock("City | County", random.Next(2) == 0 ? null : "Police: *Dept*", [new(SignatureCapacity.Signs, "Mayor: acting"), new(SignatureCapacity.Attests, "Clerk & Recorder")]));
        if (random.Next(2) == 0)
        {
            blocks.Add(new Exhibit("e1", Words(2), Blocks(1)));
        }

        return Numbering.Apply(TermMarks.Mark(InOrder(new(properties, [.. blocks], [.. notes]))));
    }

    /// <summary>The same document with its notes in the order of their marks.</summary>
    private static MouDocument InOrder(MouDocument document)
    {
        string[] order = [.. document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<NoteMark>().Select(m => m.NoteId)];
        MouDocument renamed = new InlineRewriter(i => i is NoteMark m ? new NoteMark($"note-{Array.IndexOf(order, m.NoteId) + 1}") : i).Rewrite(document);
        return renamed with { Notes = [.. order.Select((id, i) => renamed.Notes.First(n => n.Id == id) with { Id = $"note-{i + 1}" })] };
    }

    private Section MakeSection(int i, bool isRecitals)
    {
        if (isRecitals)
        {
            ListBlock recitals = new(ListKind.Recitals, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new ListItem([new Paragraph(ParagraphRole.Body, Words(3))]))]);
            return new("s" + i, SectionKind.Recitals, [new TextRun("Recitals " + i)], [new Clause("c" + (2 * i), [], [recitals]), .. After()]);
        }

        SectionKind kind = random.Next(4) == 0 ? SectionKind.Unnumbered : SectionKind.Numbered;
        return new("s" + i, kind, Words(2), [.. random.Next(3) == 0 ? Blocks(1) : [], MakeClause(2 * i), kind == SectionKind.Numbered && random.Next(2) == 0 ? MakeNumbered((2 * i) + 1) : MakeClause((2 * i) + 1), .. random.Next(3) == 0 ? After() : []]);
    }

    // A bullet list that touches the clause's own bullet list looks like its end and is read as that.
    private ImmutableArray<Block> After() => [new Paragraph(ParagraphRole.Body, Words(2)), .. Blocks(1)];

    private Clause MakeClause(int i) => new("c" + i, Words(2), Blocks(0));

    /// <summary>A numbered paragraph, which mostly begins with words. A page break before its first words stands before its number.</summary>
    private Clause MakeNumbered(int i) => new("c" + i, [], [random.Next(4) == 0 ? MakeTable() : new Paragraph(ParagraphRole.Body, Words(4)), .. random.Next(2) == 0 ? Blocks(1) : []]) { IsNumberedParagraph = true };

    private ImmutableArray<Block> Blocks(int depth)
    {
        List<Block> blocks = [];
        for (int i = random.Next(4 - Math.Min(3, depth)); i >= 0; i--)
        {
            Block block = MakeBlock(depth);
            if (block is not ListBlock { Kind: ListKind.Bullet } || blocks is not [.., ListBlock { Kind: ListKind.Bullet }])
            {
                blocks.Add(block);
            }
        }

        return [.. blocks];
    }

    private Block MakeBlock(int depth) => random.Next(9) switch
    {
        0 or 1 when depth < 6 => new ListBlock(random.Next(3) == 0 ? ListKind.Bullet : ListKind.Ordered, [.. Enumerable.Range(0, random.Next(8) == 0 ? 30 : random.Next(1, 4)).Select(_ => MakeItem(depth))]),
        2 => MakeTable(),
        3 when depth < 2 => new Heading(random.Next(3, 6), Words(2)),
        4 when depth == 0 => new PageBreak(),
        _ => new Paragraph(ParagraphRole.Body, Words(4)),
    };

    private ListItem MakeItem(int depth) => new([new Paragraph(ParagraphRole.Body, Words(3)), .. random.Next(3) == 0 ? Blocks(depth + 2) : []]);

    private Table MakeTable()
    {
        int columns = random.Next(1, 4);
        return new(
            [.. Enumerable.Range(0, columns).Select(_ => (ColumnAlignment)random.Next(3))],
            random.Next(2),
            [.. Enumerable.Range(0, random.Next(1, 4)).Select(row => new TableRow([.. Enumerable.Range(0, columns).Select(_ => MakeCell(mustSpeak: row == 0))]))]); // a header row without words is none
    }

    private TableCell MakeCell(bool mustSpeak) => new(!mustSpeak && random.Next(4) == 0 ? [] : [new Paragraph(ParagraphRole.Body, [.. Words(2).Where(i => i is not LineBreak)])]);

    /// <summary>Some inlines that are more than blanks, the way a reader would join them.</summary>
    private ImmutableArray<Inline> Words(int most)
    {
        List<Inline> inlines = [];
        for (int i = random.Next(most); i >= 0; i--)
        {
            inlines.Add(MakeInline(most));
        }

        if (inlines.All(i => i is LineBreak))
        {
            inlines.Add(new TextRun("x"));
        }

        // A break at an edge, or two in a row, is no line that Markdown could show.
        for (int i = inlines.Count - 1; i >= 0; i--)
        {
            if (inlines[i] is LineBreak && (i == 0 || i == inlines.Count - 1 || inlines[i - 1] is LineBreak || inlines[i + 1] is LineBreak))
            {
                inlines.RemoveAt(i);
            }
        }

        return MouBuilder.Text.InlineReader.Merged(inlines);
    }

    private Inline MakeInline(int most) => random.Next(12) switch
    {
        0 => new Gap("some_field", MakeEmphasis()),
        1 when clauses.Count > 0 => new Reference(clauses[random.Next(clauses.Count)], most >= 3 && random.Next(3) == 0 ? "" : "Section", null, MakeEmphasis()),
        2 => new Link("https://example.org/(a)?b=1&c=<d>".Replace("<d>", "d", StringComparison.Ordinal), [new TextRun(Phrase().Trim())]),
        3 when most == 4 => MakeNote(),
        4 when most >= 3 => new LineBreak(),
        _ => new TextRun(Phrase(), MakeEmphasis()),
    };

    private NoteMark MakeNote()
    {
        string id = $"note-{notes.Count + 1}";
        notes.Add(new(id, [new Paragraph(ParagraphRole.Body, [new TextRun(Phrase(), MakeEmphasis())])]));
        return new(id);
    }

    private Emphasis MakeEmphasis() => !isEmphatic || random.Next(2) == 0 ? Emphasis.None : (Emphasis)random.Next(4);

    private string Phrase() => Phrases[random.Next(Phrases.Length)];
}
