using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Tests.Reading;
using MouBuilder.Tests.Word;
using MouBuilder.Text;
using MouBuilder.Word;
using MouBuilder.Word.Accessibility;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Documents;

/// <summary>Clauses without a title that have a number: in the model, in each kind of file, and in comparisons.</summary>
public sealed class NumberedParagraphTests
{
    private static readonly MouDocument Agreement = Document(
        Properties with { Title = "Agreement", Contents = true },
        [],
        Front(ParagraphRole.Title, "Agreement"),
        Section("duties", "Duties",
            Clause("opening", "", P("Each party does its part.")),
            Numbered("names", P("The Department shall name an officer:"), Ordered(I("in autumn; and"), I("in spring.")), P("It tells the principal of the name.")),
            Clause("visits", "Visits", P("An officer signs in.")),
            Numbered("ends", P(new Reference("names", "Section"), new TextRun(" ends with "), new Reference("duties", "Section"), new TextRun(" and "), new Reference("ends"), new TextRun(".")))),
        Section("term", "Term", Numbered("table", new Table([ColumnAlignment.Left], 0, [Row("one"), Row("two")]), P("After the table."))));

    [Fact]
    public void Each_takes_the_next_number_of_its_section_and_references_show_it()
    {
        Assert.Equal([null, "1.1", "1.2", "1.3", "2.1"], Agreement.AllBlocks().OfType<Clause>().Select(c => c.Label));
        Assert.Equal(["Section\u00A01.1", "Section\u00A01", "1.3"], Agreement.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Reference>().Select(PlainText.Of));
    }

    [Fact]
    public void A_Word_file_is_read_back_as_it_was() => Assert.Equal(Agreement.Dump(), DocxFile.Read(WordWriter.Write(Agreement, new())).Document!.Dump());

    [Fact]
    public void A_Markdown_file_is_read_back_as_it_was()
    {
        string markdown = MarkdownWriter.Write(Agreement);
        Assert.Contains("\n**1.1** The Department shall name", markdown, StringComparison.Ordinal);
        Assert.Contains("\n**2.1**\n\n|  |\n| --- |\n| one |\n", markdown, StringComparison.Ordinal);
        Assert.Equal(Agreement.Dump(), MarkdownDocument.Read(new SourceText("x.md", markdown), new DiagnosticBag())!.Dump());
    }

    [Fact]
    public void In_Word_the_number_is_live_and_the_paragraph_is_no_heading()
    {
        WordFile file = WordFile.Of(Agreement);
        XElement first = file.Body.Descendants(W + "p").First(p => TextOf(p).StartsWith("The Department", StringComparison.Ordinal));
        Assert.Equal("NumberedClause", (string?)first.Element(W + "pPr")!.Element(W + "pStyle")!.Attribute(W + "val"));
        Assert.Equal(["1", "1"], first.Element(W + "pPr")!.Element(W + "numPr")!.Elements().Select(e => (string?)e.Attribute(W + "val")));
        Assert.Empty(file.ValidatorErrors());
        Assert.Equal(["Duties", "Visits", "Term"], file.Body.Descendants(W + "hyperlink").Where(h => h.Attribute(W + "anchor") is not null).Select(h => TextOf(h).Split('\t')[^1]));
        Assert.Equal(["MOU8104"], WordAccessibility.Check(file.Bytes, "x.docx").Select(d => d.Code)); // the table without a header row
        XElement continued = file.Body.Descendants(W + "p").First(p => TextOf(p).StartsWith("It tells", StringComparison.Ordinal));
        Assert.Equal("648", (string?)continued.Descendants(W + "ind").Single().Attribute(W + "left"));
    }

    [Fact]
    public void A_number_before_a_table_has_a_line_of_its_own_that_stays_with_the_table()
    {
        XElement alone = WordFile.Of(Agreement).Body.Descendants(W + "p").Single(p => TextOf(p).Length == 0 && p.Descendants(W + "numPr").Any());
        Assert.NotNull(alone.Element(W + "pPr")!.Element(W + "keepNext"));
    }

    [Fact]
    public void The_comparison_calls_it_by_its_number_and_first_words_and_tells_a_new_number_from_a_new_text()
    {
        Comparison comparison = Compare(
            Section("s", "Duties", Numbered("a", P("The Department shall name an officer before each term.")), Numbered("b", P("The District shall keep a log of every visit."))),
            Section("s", "Duties", Numbered("new", P("Each School is told of this agreement.")), Numbered("a", P("The Department shall name an officer before each term.")), Numbered("b", P("The District shall keep a log of every long visit."))));
        Assert.Equal([ChangeCategory.Added, ChangeCategory.Renumbered, ChangeCategory.Changed], comparison.Parts.Where(p => p.New?.Kind == PartKind.Clause).Select(p => p.Category));
        Assert.Contains("Clause 1.1 in 1. Duties, “Each School is told of this …”", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_moved_along_are_one_move()
    {
        Comparison comparison = Compare(
            Section("s", "Duties", Numbered("a", P("The Department shall name an officer before each term.")), Numbered("b", P("The District shall keep a log of every visit.")), Numbered("c", P("A principal may end a visit at any time."))),
            Section("s", "Duties", Numbered("b", P("The District shall keep a log of every visit.")), Numbered("c", P("A principal may end a visit at any time.")), Numbered("a", P("The Department shall name an officer before each term."))));
        Assert.Equal("a", Assert.Single(comparison.Parts, p => p.Category == ChangeCategory.Moved).New!.Id);
        Assert.Equal((0, 0), (Redline.Of(comparison).Counts.WordsInserted, Redline.Of(comparison).Counts.WordsDeleted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gaining_or_losing_a_title_is_the_title_alone(bool gains)
    {
        Section titled = Section("s", "Duties", Clause("a", "Naming officers", P("The Department shall name an officer before each term."), P("It tells the principal.")));
        Section numbered = Section("s", "Duties", Numbered("a", P("The Department shall name an officer before each term."), P("It tells the principal.")));
        Comparison comparison = gains ? Compare(numbered, titled) : Compare(titled, numbered);
        PartChange change = Assert.Single(comparison.Parts, p => p.Category == ChangeCategory.Changed);
        Assert.Equal("Naming officers", string.Concat(change.Title.Where(w => w.IsEdit).Select(w => gains ? w.NewText : w.OldText)));
        Assert.All(change.Blocks, b => Assert.Equal(BlockChangeKind.Same, b.Kind));
        Assert.Equal((2, 0), gains ? (Redline.Of(comparison).Counts.WordsInserted, Redline.Of(comparison).Counts.WordsDeleted) : (Redline.Of(comparison).Counts.WordsDeleted, Redline.Of(comparison).Counts.WordsInserted));
    }

    [Fact]
    public void A_Markdown_table_with_an_empty_header_row_has_none()
    {
        DiagnosticBag bag = new();
        MarkdownBlocks read = MarkdownReader.Read(MarkdownText.Of(new("x.md", "|  |  |\n| --- | --- |\n| a | b |\n| c | |\n")), MarkdownDialect.Clause, null, "Section", bag);
        Assert.Empty(bag.ToImmutable());
        Table table = Assert.IsType<Table>(Assert.Single(read.Blocks));
        Assert.Equal((0, 2), (table.HeaderRows, table.Rows.Length));
    }

    private static Clause Numbered(string id, params Block[] blocks) => Clause(id, "", blocks) with { IsNumberedParagraph = true };

    private static Comparison Compare(Section old, Section now) => Comparer.Compare(ComparisonSide.Of(Document(old)), ComparisonSide.Of(Document(now)));
}
