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
        Assert.Equal(["numbers", "rank-duty-or-right", "rank-wording"], memo.Blocks.OfType<Section>().Select(s => s.Id));
        string rows = string.Join('\n', memo.Blocks.OfType<Section>().Single(s => s.Id == "rank-duty-or-right").Blocks.OfType<Table>().Single().Rows.Select(r => string.Join('|', r.Cells.Select(Text))));
        Assert.Contains("New duties for: DPD. “DPD may tell a parent within two days after …” becomes “DPD shall tell a parent within two hours after …”. “two days” becomes “two hours”.", rows, StringComparison.Ordinal);
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
    public void A_reason_is_that_of_the_change_and_not_the_one_for_which_a_clause_was_written()
    {
        Comparison comparison = Comparer.Compare(Side("dps-dpd-2022"), Side("sro-variant"));
        PartChange removed = comparison.Parts.First(p => p is { New: null, OldFacts.Reason.Length: > 0 });
        PartChange edited = comparison.Parts.First(p => p is { Category: ChangeCategory.Changed, OldFacts: { } old, NewFacts: { Reason.Length: > 0 } now } && old.Version == now.Version && p.Old!.Id == p.New!.Id);
        PartChange revised = comparison.Parts.First(p => p is { Old: null, NewFacts.Reason.Length: > 0 });
        Assert.Equal(("", "", revised.NewFacts!.Reason), (removed.Reason, edited.Reason, revised.Reason));
        string memo = MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));
        string markdown = ComparisonMarkdown.Write(comparison);
        string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material);
        Assert.All(new[] { memo, markdown, page }, text =>
        {
            Assert.Contains("No reason is given.", text, StringComparison.Ordinal);
            Assert.DoesNotContain(removed.OldFacts!.Reason[..40], text, StringComparison.Ordinal);
            Assert.DoesNotContain(edited.NewFacts!.Reason[..40], text, StringComparison.Ordinal);
            Assert.Contains(revised.NewFacts!.Reason[..40], text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_other_way_round_each_side_has_its_own_titles_and_what_is_known_keeps_its_notes()
    {
        MouDocument memo = SummaryMemo.Of(ReviewMaterial.Gather(Comparer.Compare(Side("dps-dpd-2022"), Side("dps-dpd-2013")), Locale.En).Material);
        Table table = memo.Blocks.OfType<Section>().Single(s => s.Id == "provisions").Blocks.OfType<Table>().Single();
        string[] training = [.. table.Rows.Single(r => Text(r.Cells[0]) == "Training").Cells.Select(Text)];
        Assert.Contains("Note: One of the two news reports speaks of officers only.", training[1], StringComparison.Ordinal);
        Assert.StartsWith("7.2 Training: “Before a first Visit", training[3], StringComparison.Ordinal);
        string all = string.Join(' ', memo.Blocks.Select(Text));
        Assert.DoesNotContain("none are known in the other text", all, StringComparison.Ordinal); // the text of 2022 is known in full
        Assert.DoesNotContain("this page", all, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("The lunch is warm and the room is clean.", "The lunch is cold and the room is clean.", "“warm” becomes “cold”")]
    [InlineData("The room is warm. It is open until 8 at night. The food is good.", "The room is warm. It is open until 5 at night. The food is good.", "“is open until 8 at night.” becomes “is open until 5 at night.”")]
    [InlineData("The lunch is not warm and the room is clean.", "The lunch is warm and the room is clean.", "“The lunch is not warm and the” becomes “The lunch is warm and the”")]
    [InlineData("The lunch is warm and the room is clean.", "The lunch is warm or the room is clean.", "“lunch is warm and the room is” becomes “lunch is warm or the room is”")]
    [InlineData("The lunch is warm and the room is clean.", "The lunch is warm and the small room is clean.", "in the newer text alone: “small”")]
    [InlineData("The lunch is warm and the “big” room is clean.", "The lunch is warm and the room is clean.", "in the older text alone: “‘big’”")]
    [InlineData("| Who | When |\n| Parent | soon |\n| Teacher | later |", "| Who | When |\n| Parent | soon |", "1 table row in the older text alone: “Teacher / later”")]
    [InlineData("The lunch is warm and the room is clean.", "The lunch is warm and the room is clean.\n\nThe garden is large.", "1 paragraph in the newer text alone: “The garden is large.”")]
    [InlineData("The lunch is warm and good. The room is clean and wide and open.", "The lunch is warm and good.\n\nThe room is clean and wide and open.", "1 paragraph split: “The lunch is warm and good. The room is clean and wide …”")]
    [InlineData("The lunch is warm.", "The lunch is warm.^Every day.", "1 note in the newer text alone: “Every day.”")]
    [InlineData("The lunch is warm for 10 days.", "The lunch is warm for 10\u00A0days.", "blanks between words differ")]
    [InlineData("The \"lunch\" is warm.", "The “lunch” is warm.", "quotation marks typed in another form")]
    [InlineData("The cook's lunch is warm - often.", "The cook’s lunch is warm – often.", "apostrophes, dashes typed in another form")]
    [InlineData("The “lunch” is warm.", "The lunch is warm.", "quotation marks in the older text alone")]
    [InlineData("The lunch is warm; the room is clean.", "The lunch is warm: the room is clean.", "“;” becomes “:”")]
    public void Where_no_duty_differs_the_words_are_quoted(string old, string now, string line)
    {
        Comparison comparison = Comparer.Compare(Written(old), Written(now));
        Assert.Equal([line], WordingLines.Of(comparison.Parts.Single(p => p.Rank != ChangeRank.None), comparison));
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_told_though_its_words_are_the_same()
    {
        static ComparisonSide Of(string address) => ComparisonSide.Of(new MouDocument(new() { Title = "" }, [new Clause("a", [new TextRun("A")], [new Paragraph(ParagraphRole.Body, [new TextRun("See "), new Link(address, [new TextRun("the site")]), new TextRun(" for it.")])])], []));
        Comparison comparison = Comparer.Compare(Of("https://a.example/x"), Of("https://b.example/y"));
        Assert.Equal(["“the site” leads to another address or place"], WordingLines.Of(comparison.Parts.Single(p => p.Rank != ChangeRank.None), comparison));
    }

    [Fact]
    public void A_clause_that_moved_and_a_reference_to_it_are_told_with_both_numbers()
    {
        Clause lunch = Clause("lunch", "The lunch is warm and comes at noon on each day of the week.");
        Clause room = Clause("room", "The room is clean, as wide as it is long, and open in summer.");
        Clause trees = new("trees", [new TextRun("Trees")], [new Paragraph(ParagraphRole.Body, [new TextRun("Seven old trees stand behind the house that is named in "), new Reference("lunch", "Section")])]);
        Comparison comparison = Comparer.Compare(Rules(lunch, room, trees), Rules(room, lunch, trees));
        string memo = MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.Equal(1, comparison.Parts.Count(p => p.Category == ChangeCategory.Moved));
        Assert.Matches(@"(?m)^\| 1\\\.\d \w+ \(was numbered 1\.\d\) \| Moved \| The words are the same\. \|", memo);
        Assert.Contains("Reference “Section\u00A01.1” is now “Section\u00A01.2”. The words are the same.", memo, StringComparison.Ordinal);
        string summary = markdown[markdown.IndexOf("## Summary", StringComparison.Ordinal)..markdown.IndexOf("## Changes", StringComparison.Ordinal)];
        Assert.Matches(@"(?m)^- 1\.\d \w+ \(old 1\.\d\): moved$", summary);
        Assert.Matches(@"(?m)^- 1\.\d \w+ \(old 1\.\d\): renumbered$", summary);
        Assert.Contains("- 1.3 Trees: unchanged. reference “Section\u00A01.1” is now “Section\u00A01.2”", summary, StringComparison.Ordinal);
        Assert.Contains("**Moved.** The words are the same.", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing", markdown, StringComparison.Ordinal);
        string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material);
        string overview = page[page.IndexOf("class=\"overview\"", StringComparison.Ordinal)..page.IndexOf("class=\"legend\"", StringComparison.Ordinal)];
        Assert.Contains("<span class=\"small\">Moved. Was numbered 1.", overview, StringComparison.Ordinal);
    }

    private static Clause Clause(string id, string text) => new(id, [new TextRun(char.ToUpperInvariant(id[0]) + id[1..])], [new Paragraph(ParagraphRole.Body, [new TextRun(text)])]);

    private static ComparisonSide Rules(params Clause[] clauses) =>
        ComparisonSide.Of(Numbering.Apply(new(new() { Title = "Rules" }, [new Section("rules", SectionKind.Numbered, [new TextRun("Rules")], [.. clauses])], [])));

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
        Assert.True(!name.EndsWith(".docx", StringComparison.Ordinal) || new WordFile(File.ReadAllBytes(sample.PathTo(name))).Body.Descendants(WordFile.W + "pgSz").Single().Attribute(WordFile.W + "orient")?.Value == "landscape");
    }

    private static string[] Words(MouDocument document) => string.Join(' ', document.Blocks.Select(Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(Block block) => string.Join(' ', block.WithDescendants().Where(b => b is Paragraph or Heading).Select(b => PlainText.Of([.. b.OwnInlines()])));

    /// <summary>Paragraphs between empty lines; one that begins with a bar is a table, a row to a line; what stands after a caret is a note.</summary>
    private static ComparisonSide Written(string text)
    {
        List<Note> notes = [];
        Block[] blocks = [.. text.Split("\n\n").Select<string, Block>(p => p[0] == '|' ? TableOf(p) : Noted(p))];
        Clause clause = new("rule", [new TextRun("Rule")], [.. blocks]);
        return ComparisonSide.Of(Numbering.Apply(new(new() { Title = "Rules" }, [new Section("rules", SectionKind.Numbered, [new TextRun("Rules")], [clause])], [.. notes])));

        Paragraph Noted(string paragraph)
        {
            string[] pieces = paragraph.Split('^');
            if (pieces.Length == 1)
            {
                return new(ParagraphRole.Body, [new TextRun(paragraph)]);
            }

            notes.Add(new("n", [new Paragraph(ParagraphRole.Body, [new TextRun(pieces[1])])]));
            return new(ParagraphRole.Body, [new TextRun(pieces[0]), new NoteMark("n")]);
        }
    }

    private static Table TableOf(string text) => new(
        [ColumnAlignment.Left, ColumnAlignment.Left], 1,
        [.. text.Split('\n').Select(row => new TableRow([.. row.Trim('|').Split('|').Select(c => new TableCell([new Paragraph(ParagraphRole.Body, [new TextRun(c.Trim())])]))]))]);

    private static ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;
}
