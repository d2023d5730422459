using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Word;
using MouBuilder.Text;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>A table that moved with its exhibit or clause is one move: its rows are neither new nor gone, though Word has no other marks for them.</summary>
public sealed class MovedRowTests
{
    private const string Intro = "The table says how many officers serve each school of the district in this year.";
    private const string Training = "Each officer who is assigned to a school shall take forty hours of training before the first visit.";
    private const string Lessons = "The lessons are about the rights of students, about disability, and about how to calm a quarrel.";

    private static readonly TableRow Head = Row("School", "Officers");
    private static readonly TableRow North = Row("The North High School", "4");
    private static readonly TableRow South = Row("The South High School", "2");

    private static Exhibit Roster(params TableRow[] rows) => new("roster", Words("Roster"), [P(Intro), new Table([ColumnAlignment.Left, ColumnAlignment.Left], 1, [.. rows])]);

    private static readonly Exhibit Course = new("course", Words("Training"), [P(Training), P(Lessons)]);
    private static readonly Exhibit Forms = new("forms", Words("Forms"), [P("The form for a report names the student, the officer and the place, and says what was done."), P("The form for a complaint needs no name.")]);

    private static readonly Block Purpose = Section("s1", "General", Clause("purpose", "Purpose", P("The parties work together in the schools of the district.")));

    // Two exhibits stay in their order, so that it is the roster that moves.
    private static readonly MouDocument First = Document(Purpose, Roster(Head, North, South), Course, Forms);

    private static Comparison Compared(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));

    private static (int Inserted, int Deleted, int Moved) RowsOf(RedlineCounts counts) => (counts.RowsInserted, counts.RowsDeleted, counts.RowsMoved);

    [Fact]
    public void Rows_of_a_moved_exhibit_are_neither_new_nor_gone()
    {
        MouDocument last = Document(Purpose, Course, Forms, Roster(Head, North, South));
        foreach (Comparison comparison in new[] { Compared(First, last), Compared(last, First) })
        {
            Redline redline = Redline.Of(comparison);
            Assert.Equal((1, 0, 0), (redline.Counts.Moves, redline.Counts.WordsInserted, redline.Counts.WordsDeleted));
            Assert.Equal((0, 0, 3), RowsOf(redline.Counts));
            Agrees(redline);
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Fact]
    public void A_row_that_came_to_a_table_on_its_way_is_new_and_the_others_moved()
    {
        MouDocument last = Document(Purpose, Course, Forms, Roster(Head, North, Row("The West High School, which opens in August", "1"), Row("The South High School", "3")));
        Redline forth = Redline.Of(Compared(First, last));
        Assert.Equal((1, 0, 3), RowsOf(forth.Counts));
        Agrees(forth);
        Redline back = Redline.Of(Compared(last, First));
        Assert.Equal((0, 1, 3), RowsOf(back.Counts));
        Agrees(back);
    }

    [Fact]
    public void They_are_told_alike_on_the_screen_in_the_data_and_in_the_memo()
    {
        Comparison comparison = Compared(First, Document(Purpose, Course, Forms, Roster(Head, North, Row("The West High School, which opens in August", "1"), South)));
        Assert.Contains(", 1 table row inserted, 3 table rows moved, ", Redline.Of(comparison).Counts.InWords().Replace(';', ','), StringComparison.Ordinal);
        JsonElement counts = JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement.GetProperty("counts");
        Assert.Equal((1, 0, 3), (counts.GetProperty("rows-inserted").GetInt32(), counts.GetProperty("rows-deleted").GetInt32(), counts.GetProperty("rows-moved").GetInt32()));
        Assert.Contains("; 1 table row in the new text alone; 3 table rows moved; ", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        ReviewMaterial material = ReviewMaterial.Gather(comparison, Locale.En).Material;
        string memo = MarkdownWriter.Write(SummaryMemo.Of(material));
        Assert.Contains("1 table row in the newer text alone\n", memo, StringComparison.Ordinal);
        Assert.Contains("3 table rows that moved with their tables\n", memo, StringComparison.Ordinal);
        Assert.DoesNotContain("in the older text alone", memo, StringComparison.Ordinal);
        string page = ReviewPage.Write(material);
        Assert.Contains("data-count=\"rows-in\">1 ", page, StringComparison.Ordinal);
        Assert.Contains("data-count=\"rows-moved\">3 ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-count=\"rows-out\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_reconstruction_whose_order_is_its_own_no_row_is_called_moved()
    {
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(First) with { Reconstruction = "Made from summaries." }, ComparisonSide.Of(Document(Purpose, Course, Forms, Roster(Head, North, South))));
        Assert.Equal((0, 0, 3), RowsOf(Redline.Of(comparison).Counts));
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Assert.Equal((0, 0, 0, 0), (counts.Moves, counts.RowsInserted, counts.RowsDeleted, counts.RowsMoved));
    }

    private static void Agrees(Redline redline)
    {
        CountedMarkup found = CountedMarkup.Of(new WordFile(redline.Word.ToArray()));
        Assert.Equal((found.RowsInserted, found.RowsDeleted, found.RowsMoved), RowsOf(redline.Counts));
    }
}
