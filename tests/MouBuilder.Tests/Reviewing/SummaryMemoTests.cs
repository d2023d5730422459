using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Word;
using MouBuilder.Text;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

public sealed class SummaryMemoTests
{
    private static readonly Lazy<MouDocument> Example = new(() => SummaryMemo.Of(ReviewMaterial.Gather(Comparer.Compare(Side("dps-dpd-2013"), Side("dps-dpd-2022")), Locale.En).Material));

    [Fact]
    public void A_memo_on_a_reconstruction_begins_with_what_is_known()
    {
        Section[] sections = [.. Example.Value.Blocks.OfType<Section>()];
        Assert.Equal("provisions", sections[0].Id);
        Table table = Assert.Single(sections[0].Blocks.OfType<Table>());
        Assert.Equal(["Topic", "What is known of 2013", "Certainty and source", "Newer text", "Effect"], table.Rows[0].Cells.Select(Text));
        Assert.Equal(1, table.HeaderRows);
        string all = string.Join(' ', table.Rows.Select(r => string.Join('|', r.Cells.Select(Text))));
        Assert.Contains("Notice after a ticket or arrest|When a student is ticketed or arrested, [someone not named] shall tell:", all, StringComparison.Ordinal);
        Assert.Contains("Use of force|Its wording is not known.", all, StringComparison.Ordinal);
        Assert.Contains("Supervision|Its wording is not known. The agreement may have had a provision on this, or not.", all, StringComparison.Ordinal);
        Assert.Contains("reconstruction", Text(Example.Value.Blocks.OfType<Paragraph>().First(p => p.Role == ParagraphRole.Notice)), StringComparison.Ordinal);
        Assert.Contains("not legal advice", Example.Value.Properties.Disclaimer, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_are_ranked_and_say_who_gains_a_duty()
    {
        using SampleReview sample = new();
        MouDocument memo = SummaryMemo.Of(sample.Material(Locale.En));
        Assert.Equal(["numbers", "rank-duty-or-right"], memo.Blocks.OfType<Section>().Select(s => s.Id));
        string rows = string.Join('\n', memo.Blocks.OfType<Section>().Last().Blocks.OfType<Table>().Single().Rows.Select(r => string.Join('|', r.Cells.Select(Text))));
        Assert.Contains("New duties for: DPD. “DPD may” becomes “DPD shall”. “two days” becomes “two hours”.", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_baseline_is_unknown_the_memo_calls_nothing_new()
    {
        string unknown = Text(Example.Value.Blocks.OfType<Section>().Single(s => s.Id == "rank-unknown"));
        Assert.DoesNotContain("New:", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("New duties", unknown, StringComparison.Ordinal);
        Assert.Contains("That does not mean that it said nothing.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void As_word_it_is_valid_and_as_markdown_it_is_read_back()
    {
        Assert.Empty(WordFile.Of(Example.Value).ValidatorErrors());
        Assert.Equal(WordWriter.Write(Example.Value, new()), WordWriter.Write(Example.Value, new()));
        using TemporaryFolder folder = new();
        folder.Write("memo.md", MarkdownWriter.Write(Example.Value));
        (MouDocument? back, _) = MarkdownDocument.Read(folder.PathTo("memo.md"));
        Assert.Equal(Words(Example.Value), Words(back!)); // paragraphs of a cell are one in Markdown; no word is lost
        Assert.Contains("<h1>Summary of changes</h1>", DocumentPage.Write(Example.Value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memo.docx", 0)]
    [InlineData("memo.html", 0)]
    [InlineData("memo.txt", 2)]
    public void The_command_line_writes_it_beside_the_comparison(string name, int code)
    {
        using SampleReview sample = new();
        Mou.Result result = Mou.Run(sample.Root, "diff", "old", "new", "-o", "review.html", "--locale", "es", "--summary", name);
        Assert.True(result.Code == code, result.Errors);
        Assert.Equal(code == 0, File.Exists(sample.PathTo(name)) && File.Exists(sample.PathTo("review.html")));
    }

    private static string[] Words(MouDocument document) => string.Join(' ', document.Blocks.Select(Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Block block) => string.Join(' ', block.WithDescendants().Where(b => b is Paragraph or Heading).Select(b => PlainText.Of([.. b.OwnInlines()])));

    private static ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;
}
