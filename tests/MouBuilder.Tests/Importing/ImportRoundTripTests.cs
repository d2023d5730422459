using System.Globalization;
using System.Text;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Importing;
using MouBuilder.Reading;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Reading;
using MouBuilder.Word;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Importing;

/// <summary>A paper, the agreement imported from it and the Word file built of that are one text.</summary>
public sealed class ImportRoundTripTests
{
    private const string Numbering = """<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";

    private static string Definitions => $"""<w:abstractNum w:abstractNumId="0">{Level(0, "decimal", "%1.")}{Level(1, "decimal", "%1.%2")}</w:abstractNum><w:abstractNum w:abstractNumId="1">{Level(0, "lowerLetter", "(%1)")}{Level(1, "lowerRoman", "(%2)")}</w:abstractNum>{Numbering}""";

    [Fact]
    public void Word_papers_whose_form_an_agreement_has_come_back_without_a_change()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.docx", new DocxFile(WordPaper(new(seed)), numbering: Definitions).Bytes());
            Assert.True(told.Length == 0, $"seed {seed}: {told}");
            AssertSame(paper, built, $"seed {seed}");
        }
    }

    [Fact]
    public void Typed_papers_come_back_without_a_change()
    {
        for (int seed = 0; seed < 15; seed++)
        {
            (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.txt", Encoding.UTF8.GetBytes(TypedPaper(new(seed), "", "\n")));
            Assert.True(told.Length == 0, $"seed {seed}: {told}");
            AssertSame(paper, built, $"seed {seed}");
        }
    }

    [Fact]
    public void Markdown_papers_come_back_without_a_change()
    {
        for (int seed = 0; seed < 15; seed++)
        {
            string typed = TypedPaper(new(seed), "## ", "\n\n") + "\n| a | b |\n| - | - |\n| c | d |\n\n|  |  |\n| - | - |\n| e | f |\n| g | h |\n";
            (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.md", Encoding.UTF8.GetBytes(typed));
            Assert.True(told.Length == 0, $"seed {seed}: {told}");
            Assert.Equal([1, 0], built.AllBlocks().OfType<Table>().Select(t => t.HeaderRows));
            AssertSame(paper, built, $"seed {seed}");
        }
    }

    /// <summary>What is told as lost is all that differs.</summary>
    [Theory]
    [InlineData("ARTICLE %1", "upperRoman", "%1.%2", "the look of a section's number", "in ARTICLE I PURPOSE, now 1.")]
    [InlineData("%1.", "upperLetter", "%1.%2", "the look of a section's number", "in A. PURPOSE, now 1.")]
    [InlineData("%1.", "decimal", "%1.%2.", "the look of a clause's number", "in 1.1., now 1.1")]
    public void Numbers_that_an_agreement_does_not_have_are_told_and_are_all_that_differs(string first, string format, string second, string told, string where)
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, format, first)}{Level(1, "decimal", second, "<w:isLgl/>")}</w:abstractNum>{Numbering.Replace("""<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""", "", StringComparison.Ordinal)}""";
        string body = Title + Heading("PURPOSE") + Clause("The parties work together in all of the schools of the District.") + Clause("They also meet each quarter of the year.") + Heading("TERM") + Clause("This runs for one year from the day of signing.");
        (string messages, MouDocument paper, MouDocument built) = RoundTrip("paper.docx", new DocxFile(body, numbering: numbering).Bytes());
        Assert.Contains(told, messages, StringComparison.Ordinal);
        Assert.Contains(where, messages, StringComparison.Ordinal);
        Comparison comparison = Compared(paper, built);
        Assert.All(comparison.Parts, p => Assert.Contains(p.Category, new[] { ChangeCategory.Unchanged, ChangeCategory.Renumbered }));
        Assert.Contains(comparison.Parts, p => p.Category == ChangeCategory.Renumbered);
    }

    [Fact]
    public void Headings_without_numbers_get_them_where_the_paragraphs_below_count_by_them()
    {
        string body = Title + P("PURPOSE") + P("1.1 The parties work together in all of the schools.") + P("1.2 They meet each quarter.") + P("TERM") + P("2.1 This runs for one year.");
        (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.docx", new DocxFile(body).Bytes());
        Assert.Contains("a heading without a number, which now has one (2 times), first in PURPOSE, now 1.", told, StringComparison.Ordinal);
        Assert.Equal(["1.1", "1.2", "2.1"], built.AllBlocks().OfType<Clause>().Select(c => c.Label));
        Assert.Equal(["1.1", "1.2", "2.1"], paper.AllBlocks().OfType<Clause>().Select(c => c.Label));
    }

    /// <summary>A paper of numbered paragraphs and nothing else is one section of them, with its numbers; what had no heading is told.</summary>
    [Fact]
    public void Forty_numbered_paragraphs_are_one_section_that_counts_them_as_the_paper_does()
    {
        string[] numbers = [.. Enumerable.Range(1, 40).Select(i => $"{i}.")];
        string text = "MEMORANDUM\n\nThe parties agree:\n\n" + string.Concat(numbers.Select(n => $"{n} The parties keep the promise that is number {n.TrimEnd('.')} among all of the promises of this paper.\n\n"))
            + "IN WITNESS WHEREOF, the parties have signed.\n\nTHE DISTRICT\n\nBy: ____________________\n";
        (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal("Not carried over: the form of text without any heading, which now stands in a section, first now under “Terms”. Look at the original where it matters.", told);
        Assert.Equal(numbers, paper.AllBlocks().OfType<Clause>().Select(c => c.Label).OfType<string>());
        Assert.Equal("Terms", PlainText.Of(Assert.Single(built.AllBlocks().OfType<Section>()).Heading));
        Assert.Equal(numbers, built.AllBlocks().OfType<Clause>().Select(c => c.Label).OfType<string>());
        Assert.Equal((0, 0), (Compared(paper, built).Parts.Count(p => p.IsChange && p.Old is not null), Compared(paper, built).Parts.Count(p => p.IsChange && p.New?.Kind != PartKind.Section)));
        Assert.Equal(LinesOf(paper), LinesOf(built).Where(l => l != "Terms"));
    }

    [Fact]
    public void Text_behind_the_last_section_gets_no_heading()
    {
        (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.txt", Encoding.UTF8.GetBytes("MEMORANDUM\n\nThe parties agree.\n\n1. PURPOSE\n\n1.1 The parties work together in all of the schools.\n\n2. TERM\n\n2.1 This runs for one year.\n\nIN WITNESS WHEREOF, the parties have signed.\n\nTHE DISTRICT\n\nBy: ____________________\n"));
        Assert.Equal("", told);
        Assert.Equal(LinesOf(paper), LinesOf(built));
    }

    [Fact]
    public void A_heading_that_had_to_be_made_is_told()
    {
        (string told, _, MouDocument built) = RoundTrip("paper.txt", Encoding.UTF8.GetBytes("The parties agree to work together in the schools, and each bears its own costs.\n"));
        Assert.Contains("the form of text without any heading, which now stands in a section, first now under “Text”", told, StringComparison.Ordinal);
        Assert.Single(built.AllBlocks().OfType<Section>());
    }

    [Fact]
    public void A_number_before_a_list_alone_keeps_the_heading_of_its_section()
    {
        string body = Title + Heading("PURPOSE") + Clause("The parties work together.") + Clause("") + Item("in autumn; and") + Item("in spring.") + Heading("TERM") + Clause("This runs for one year.");
        (string told, _, MouDocument built) = RoundTrip("paper.docx", new DocxFile(body, numbering: Definitions).Bytes());
        Assert.Contains("the form of a numbered paragraph without a heading, which now has the heading “PURPOSE”, first in 1.2", told, StringComparison.Ordinal);
        Assert.Equal(["1.1", "1.2", "2.1"], built.AllBlocks().OfType<Clause>().Select(c => c.Label));
    }

    [Fact]
    public void Words_of_a_cell_stay_whatever_block_they_stand_in()
    {
        string cell = P("Duties", """<w:pStyle w:val="Heading2"/>""") + P("first thing", Numbered(2, 0)) + P("plain");
        string table = $"<w:tbl><w:tr><w:tc>{P("Who")}</w:tc><w:tc>{cell}</w:tc></w:tr></w:tbl>";
        (string told, _, MouDocument built) = RoundTrip("paper.docx", new DocxFile(Title + Heading("PURPOSE") + P("As follows:") + table + Heading("TERM") + P("One year."), numbering: Definitions).Bytes());
        Assert.Contains("Duties (a) first thing plain", LinesOf(built));
        Assert.Contains("the form of what a cell holds", told, StringComparison.Ordinal);
        TableCell signed = new([new SignatureBlock("Lake City", "Police", [new(SignatureCapacity.Attests, "Clerk")]), new Unsupported("picture")]);
        string markdown = ClauseMarkdown.Write([new Table([ColumnAlignment.Left], 0, [new([signed])])], new Dictionary<string, Note>(), new Dictionary<string, ImportedTarget>());
        Assert.Contains("| Lake City, acting by and through its Police Attest: Clerk \\[picture\\] |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_note_stay_and_what_is_lost_of_its_form_is_told()
    {
        const string Mark = """<w:r><w:footnoteReference w:id="{0}"/></w:r>""";
        string Marked(int note) => $"<w:p>{R("One year.")}{string.Format(CultureInfo.InvariantCulture, Mark, note)}</w:p>";
        string table = $"<w:tbl><w:tr><w:tc>{P("left")}</w:tc><w:tc>{P("right")}</w:tc></w:tr></w:tbl>";
        string notes = $"""<w:footnote w:id="1">{P("First.")}{P("Second.")}{table}</w:footnote><w:footnote w:id="2">{P("an item", Numbered(2, 0))}</w:footnote><w:footnote w:id="3">{P("Plain.")}</w:footnote>""";
        (string told, _, MouDocument built) = RoundTrip("paper.docx", new DocxFile(Title + Heading("TERM") + Marked(1) + Marked(2) + Marked(3), numbering: Definitions, footnotes: notes).Bytes());
        Assert.Equal(["First. Second. left right", "(a) an item", "Plain."], built.Notes.Select(n => string.Join('|', n.WithDescendants().OfType<Paragraph>().Select(p => PlainText.Of(p.Content)))));
        Assert.Contains("the form of a note, whose paragraphs, lists and tables are now words in one line (2 times), first in note 1", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_text_keeps_its_place_and_its_number()
    {
        string body = Title + Heading("PURPOSE") + Clause("They work together in all of the schools.") + Heading("RESERVED") + Heading("TERM") + Clause("This runs for one year.");
        (string told, _, MouDocument built) = RoundTrip("paper.docx", new DocxFile(body, numbering: Definitions).Bytes());
        Assert.Equal(["1. PURPOSE", "2. RESERVED", "3. TERM"], built.AllBlocks().OfType<Section>().Select(s => $"{s.Label} {PlainText.Of(s.Heading)}"));
        Assert.Equal("Not carried over: a heading or number without text, below which [ ] now stands, first in 2. RESERVED. Look at the original where it matters.", told);
    }

    [Theory]
    [InlineData("(a)", "1. Duties\n\n   They meet.")]
    [InlineData("(c)", "(c) Duties\n\nThey meet.")]
    public void A_heading_that_begins_a_list_item_is_its_first_words(string label, string expected)
    {
        ListBlock list = new(ListKind.Ordered, [new([new Heading(3, [new TextRun("Duties")]), new Paragraph(ParagraphRole.Body, [new TextRun("They meet.")])]) { Label = label }]);
        Assert.Equal(expected, ClauseMarkdown.Write([list], new Dictionary<string, Note>(), new Dictionary<string, ImportedTarget>()));
    }

    [Fact]
    public void A_reference_of_the_paper_is_live_where_its_number_is_the_same_and_words_where_it_is_not()
    {
        string body = Title + Heading("PURPOSE") + Clause("The parties work together in all schools.", "_Ref1")
            + Heading("TERM") + $"""<w:p><w:pPr>{Numbered(1, 1)}</w:pPr>{R("As Section ")}{Field("_Ref1", "1.1")}{R(" says, paragraph\u00A0")}{Field("_Ref1", "1.1")}{R(", ")}<w:hyperlink w:anchor="_Ref1">{R("Section 1.1")}</w:hyperlink>{R(" and once ")}{Field("_Ref1", "9.9")}{R(" and typed Section 1.1.")}</w:p>""";
        (string told, MouDocument paper, MouDocument built) = RoundTrip("paper.docx", new DocxFile(body, numbering: Definitions).Bytes());
        Assert.Contains("a live cross-reference, whose number is now typed, first in 2.1", told, StringComparison.Ordinal);
        Assert.Equal(4, paper.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Reference>().Count());
        Assert.Equal(["1.1", "1.1", "1.1"], built.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Reference>().Select(r => r.Label));
        Assert.Equal(LinesOf(paper), LinesOf(built));
    }

    [Fact]
    public void The_command_line_finds_no_change_between_a_paper_and_what_was_built_of_it()
    {
        using TemporaryFolder folder = new();
        folder.Copy("clauses");
        File.WriteAllBytes(folder.PathTo("signed.docx"), new DocxFile(WordPaper(new(4)), numbering: Definitions).Bytes());
        Mou.Result import = Mou.Run(folder.Root, "import", "signed.docx", "-o", "signed");
        Assert.True(import.Code == 0, import.Errors);
        Assert.Equal(0, Mou.Run(folder.Root, "build", "signed").Code);
        Mou.Result diff = Mou.Run(folder.Root, "diff", "signed.docx", "signed/out/signed.docx");
        Assert.Equal(0, diff.Code);
        Assert.Contains("The words of the two texts are the same. What else differs is counted here.\n\n12 clauses and exhibits unchanged; 2 headers and footers in one text alone; 0 words in the new text alone, 0 in the old text alone.\n", diff.Output, StringComparison.Ordinal);
        Mou.Result redline = Mou.Run(folder.Root, "diff", "signed.docx", "signed/out/signed.md", "-o", "redline.docx");
        Assert.Contains("No tracked change in the text; ", redline.Output, StringComparison.Ordinal);
    }

    private const string Words = "officer student school principal parent district police record notice hours days within before after consent counsel board review quarter public data privacy complaint answer request visit event grounds";

    private static string Title => P("AGREEMENT ON VISITS", """<w:pStyle w:val="Title"/><w:jc w:val="center"/>""");

    private static string Heading(string words) => P(words, Numbered(1, 0));

    private static string Clause(string words, string bookmark = "") =>
        $"""<w:p><w:pPr>{Numbered(1, 1)}</w:pPr>{(bookmark.Length == 0 ? R(words) : $"<w:bookmarkStart w:id=\"{bookmark.GetHashCode(StringComparison.Ordinal) & 0xFFFF}\" w:name=\"{bookmark}\"/>{R(words)}<w:bookmarkEnd w:id=\"{bookmark.GetHashCode(StringComparison.Ordinal) & 0xFFFF}\"/>")}</w:p>""";

    private static string Item(string words, int level = 0) => P(words, Numbered(2, level));

    private static string Field(string bookmark, string shown) =>
        $"""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF {bookmark} \r \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{R(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

    private static string Sentence(Random random, int words) =>
        "The " + string.Join(' ', Enumerable.Range(0, words).Select(_ => Words.Split(' ')[random.Next(28)])) + " shall " + string.Join(' ', Enumerable.Range(0, words).Select(_ => Words.Split(' ')[random.Next(28)])) + ".";

    /// <summary>Sections of numbered paragraphs with lists, tables and references, of text alone, and of both; one list stands in each section, since a list of the file goes on counting.</summary>
    private static string WordPaper(Random random)
    {
        StringBuilder body = new(Title);
        List<(string Bookmark, string Number)> places = [];
        for (int section = 1; section <= 4; section++)
        {
            body.Append(Heading($"MATTER {(char)('A' + section)}"));
            if (random.Next(3) == 0)
            {
                body.Append(P(Sentence(random, 8)));
            }

            int clauses = random.Next(1, 5);
            for (int i = 1; i <= clauses; i++)
            {
                string bookmark = string.Create(CultureInfo.InvariantCulture, $"_Ref{section}{i}");
                body.Append(Clause(Sentence(random, 10), bookmark));
                places.Add((bookmark, string.Create(CultureInfo.InvariantCulture, $"{section}.{i}")));
                switch (random.Next(6))
                {
                    case 0 when section == 2 && i == 1:
                        body.Append(Item("one thing;")).Append(Item("part of it;", 1)).Append(Item("another part; and", 1)).Append(Item("a second thing."));
                        break;
                    case 1:
                        string Cells(params string[] words) => $"<w:tr>{string.Concat(words.Select(w => $"<w:tc>{P(w)}</w:tc>"))}</w:tr>";
                        body.Append("<w:tbl>").Append(random.Next(2) == 0 ? "" : $"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{P("Who")}</w:tc><w:tc>{P("What")}</w:tc></w:tr>").Append(Cells("The District", "a log")).Append(Cells("The City", "badges")).Append("</w:tbl>").Append(P(Sentence(random, 4)));
                        break;
                    case 2:
                        (string to, string number) = places[random.Next(places.Count)];
                        body.Append(CultureInfo.InvariantCulture, $"""<w:p><w:pPr>{Numbered(1, 1)}</w:pPr>{R("Under Section ")}{Field(to, number)}{R(" " + Sentence(random, 5))}</w:p>""");
                        clauses++;
                        i++;
                        break;
                    case 3:
                        body.Append(P(Sentence(random, 9), """<w:ind w:left="720"/>"""));
                        break;
                    default:
                        break;
                }
            }
        }

        return body.ToString();
    }

    private static string TypedPaper(Random random, string heading, string between)
    {
        List<string> lines = [heading.Length == 0 ? "AGREEMENT ON VISITS" : "# AGREEMENT ON VISITS", ""];
        for (int section = 1; section <= 4; section++)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{heading}{section}. MATTER {(char)('A' + section)}"));
            for (int i = 1; i <= random.Next(2, 5); i++)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{section}.{i} {Sentence(random, 6)} See Section 1.1."));
                if (random.Next(4) == 0)
                {
                    lines.AddRange(["(a) one thing; and", "(b) another."]);
                }
            }
        }

        return string.Join(between, lines) + "\n";
    }

    /// <summary>What the import told, the paper as read, and the Word file built of the import as read.</summary>
    private static (string Told, MouDocument Paper, MouDocument Built) RoundTrip(string name, byte[] bytes)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathTo(name), bytes);
        ImportResult import = AgreementImport.Import(folder.PathTo(name), folder.PathTo("signed"), Repository.PathTo("tests", "MouBuilder.Tests", "Diagnostics", "base", "clauses"), PendingChanges.Refuse);
        Assert.DoesNotContain(import.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Empty(MouBuilder.Files.OutputFiles.Write(import.Files, []));
        MouDocument paper = AgreementReading.Read(folder.PathTo(name), PendingChanges.Refuse).Document!;
        MouDocument built = BuiltExample.Of(folder.PathTo("signed")).Document;
        ReadAgreement read = DocxFile.Read(WordWriter.Write(built, new()));
        Assert.Equal(WithoutTerms(built), WithoutTerms(read.Document!));
        return (string.Join('\n', import.Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message)), paper, read.Document!);
    }

    private static string WithoutTerms(MouDocument document) => (document with { Properties = new() { Title = "" } }).Dump();

    private static Comparison Compared(MouDocument paper, MouDocument built) => Comparer.Compare(ComparisonSide.Of(paper), ComparisonSide.Of(built));

    private static void AssertSame(MouDocument paper, MouDocument built, string what)
    {
        Assert.Equal([what, .. LinesOf(paper)], [what, .. LinesOf(built)]);
        Assert.Equal([what, .. Shapes(paper)], [what, .. Shapes(built)]);
        Comparison comparison = Compared(paper, built);
        Assert.True(comparison.IsSame && comparison.Parts.All(p => p.Category == ChangeCategory.Unchanged), $"{what}: {ComparisonMarkdown.Write(comparison)}");
    }

    /// <summary>What each block is, apart from its words and ids.</summary>
    private static string[] Shapes(MouDocument document) => [.. document.AllBlocks().Select(b => b switch
    {
        Clause c => $"clause {c.Label} {c.IsNumberedParagraph} {c.Title.Length}",
        Section s => $"section {s.Label} {s.Kind}",
        ListBlock l => $"list {l.Kind}",
        Table t => $"table {t.HeaderRows} {t.Columns.Length}",
        _ => b.GetType().Name,
    })];
}
