using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Comparing;
using MouBuilder.Tests.Reading;
using MouBuilder.Text;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reviewing;

/// <summary>The page of two papers from elsewhere, which no library explains.</summary>
public sealed class PaperPageTests
{
    private const string Flat = """
        # Agreement

        The District and the Department agree.

        ## 1. Entry

        The officer shall sign in at the front desk each morning.

        ## 2. Calls

        The principal shall call a parent at once.

        ## Exhibit A. Schools

        The schools are North High and South High.
        """;

    private const string Sections = """
        # Agreement

        ## 1. Calls

        ### 1.1 Notice

        The officer shall give the notice that Section 1.2 asks for.

        ### 1.2 Form

        The form is in writing and bears the name of the school.

        ### 1.3 Records

        The school keeps a record of each notice for one year.
        """;

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void A_typed_reference_that_leads_elsewhere_is_told(Locale locale)
    {
        Comparison comparison = Compared(Sections, Sections.Replace("Section 1.2 asks", "Section 1.3 asks", StringComparison.Ordinal));
        string page = Page(comparison, locale);
        ReviewWords words = ReviewWords.In(locale);
        string name = locale == Locale.En ? "“1.2”" : "“<span lang=\"en\">1.2</span>”";
        string other = locale == Locale.En ? "1.3" : "<span lang=\"en\">1.3</span>";
        Assert.Contains($"<li>{words.Put("reference-astray", new Html(name), new Html(other))}</li>", page, StringComparison.Ordinal);
        string memo = MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));
        Assert.Single(Regex.Matches(memo, "not the new number of the same place"));
    }

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void Where_nothing_differs_a_reader_learns_what_could_not_be_read(Locale locale)
    {
        using TemporaryFolder folder = new();
        const string Told = "words struck through by hand";
        foreach ((string name, string look) in new[] { ("a", ""), ("b", "<w:strike/>") })
        {
            File.WriteAllBytes(folder.PathTo($"{name}.docx"), new DocxFile(P("The District shall publish a report by July 1.", "") + $"<w:p>{R("It shall name each school.", look)}</w:p>", header: P("A draft.", "")).Bytes());
        }

        Comparison comparison = Comparer.Compare(ComparisonSide.Load(folder.PathTo("a.docx")).Side!, ComparisonSide.Load(folder.PathTo("b.docx")).Side!);
        Assert.True(comparison.IsSame);
        string memo = MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));
        string page = Page(comparison, locale);
        Assert.All([page, memo, ComparisonMarkdown.Write(comparison), ComparisonJson.Write(comparison)], o => Assert.Equal(1, Regex.Count(o, Told)));
        Assert.Single(comparison.New.ReadingWarnings); // headers are compared by themselves
        Assert.Contains("reading-new-h", page, StringComparison.Ordinal);
        Assert.DoesNotContain("reading-old-h", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, Page(Comparer.Compare(comparison.Old, comparison.Old), locale), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_words_are_apart_from_those_beside_them()
    {
        string page = Page(Compared(Sections, Sections.Replace("### 1.1 Notice", "### 1.1 Notice, and its form", StringComparison.Ordinal).Replace("for one year", "for a year", StringComparison.Ordinal)), Locale.En);
        Assert.Contains("Notice<ins><span class=\"vh\" lang=\"en\">\u00A0added:\u00A0</span>, and its form</ins>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("class=\"vh\"[^>]*>[^\u00A0]", page);
    }

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Vi)]
    public void Clauses_of_a_paper_without_sections_are_not_its_opening_and_exhibits_have_a_heading(Locale locale)
    {
        string page = Page(Compared(Flat, Flat.Replace("at once", "within an hour", StringComparison.Ordinal)), locale);
        ReviewWords words = ReviewWords.In(locale);
        string[] groups = page[page.IndexOf("id=\"clauses\"", StringComparison.Ordinal)..].Split("<section class=\"group\"")[1..];
        Assert.Equal([words["opening-heading"], words["clauses-heading"], words["exhibits-heading"]], groups.Select(g => Regex.Match(g, "<h3[^>]*>([^<]*)</h3>").Groups[1].Value).Select(System.Net.WebUtility.HtmlDecode));
        Assert.Equal([1, 2, 1], groups.Select(g => Regex.Count(g, "<article ")));
        Assert.Contains("call a parent", groups[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_that_moved_together_have_one_note_and_the_legend_names_it()
    {
        const string Led = "Each officer shall do the following:\n\n- (a) Report to the principal each morning before eight.\n- (b) Wear the uniform of the Department at all times.\n";
        string old = Sections.Replace("### 1.2 Form", Led + "\n### 1.2 Form", StringComparison.Ordinal);
        Comparison comparison = Compared(old, Sections + "\n\n" + Led);
        string page = Page(comparison, Locale.En);
        int away = Regex.Count(page, "<p class=\"moved-note\"[^>]*>Moved to [^<]*</p>");
        int here = Regex.Count(page, "<p class=\"moved-note\"[^>]*>Moved here from [^<]*</p>");
        Assert.Equal((2, 2), (away, here)); // in one, and side by side
        Assert.Contains($"<p class=\"moved\">{ReviewWords.In(Locale.En)["legend-moved"]}</p>", page, StringComparison.Ordinal);
        Assert.Contains("“Each officer shall do the following: Report to the principal each morning before eight.", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.DoesNotContain(ReviewWords.In(Locale.En)["legend-moved"], Page(Compared(Sections, Flat), Locale.En), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_gone_has_a_line_for_each_row()
    {
        const string Table = "\n| School | Officers |\n| --- | --- |\n| North High | 1 |\n| South High | 2 |\n";
        string markdown = ComparisonMarkdown.Write(Compared(Sections + Table, Sections));
        Assert.Contains("> ~~School~~ / ~~Officers~~\n\n> ~~North High~~ / ~~1~~\n\n> ~~South High~~ / ~~2~~\n", markdown, StringComparison.Ordinal);
        Assert.Contains("1 table in the older text alone: “School / Officers; North High / 1; South High / 2”", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_clause_is_called_removed_wherever_its_old_number_stands()
    {
        const string More = "\n\n### 1.4 Review\n\nThe Parties shall read this agreement once in each year and say what they found.\n";
        string page = Page(Compared(Sections + More, Sections.Replace("### 1.2 Form\n\nThe form is in writing and bears the name of the school.\n\n### 1.3", "### 1.2", StringComparison.Ordinal) + More.Replace("1.4", "1.3", StringComparison.Ordinal)), Locale.En);
        Assert.Contains("1.2 Form</a> <span class=\"small\">(Removed)</span>", page, StringComparison.Ordinal);
        Assert.Contains("1.2 Form</a><br><span class=\"small\">Removed</span>", page, StringComparison.Ordinal);
        Assert.Contains("1.2 Records</a><br><span class=\"small\">Renumbered. Was numbered 1.3</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_and_memo_count_in_the_same_words()
    {
        Comparison comparison = Compared(Sections, """
            # Agreement

            ## 1. Calls

            ### 1.1 Form

            The form is in writing and bears the name of the school.

            ### 1.2 Records

            The school keeps a record of each notice for one year.

            ### 1.3 Notice

            The officer may give the notice that Section 1.1 asks for.
            """);
        Assert.Contains(comparison.Parts, p => p.Category == ChangeCategory.MovedAndChanged);
        string memo = MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));
        string[] counts = [.. Regex.Matches(Page(comparison, Locale.En), "<li data-count=\"[^\"]*\">([^<]*)</li>").Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value))];
        Assert.Contains(counts, c => c.Contains("also moved", StringComparison.Ordinal));
        Assert.All(counts, c => Assert.Contains(c, memo, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The Department shall assign one officer.", "Department")]
    [InlineData("Officers assigned elsewhere stay there. Officers shall not search bags.", "Officer")]
    [InlineData("Each Community Liaison and the Director of Safety shall call a parent.", "Community Liaison, Director of Safety")]
    [InlineData("The principal and a teacher shall be present.", "Principal, Teacher")]
    [InlineData("All SROs will wear uniforms.", "SRO")]
    [InlineData("The Term shall begin on July 1. The Annual Fee shall be paid by May.", "")]
    [InlineData("Notices shall go to the District. A janitor may lock the gate.", "")]
    [InlineData("This Memorandum shall bind successors.", "")]
    public void A_paper_that_defines_nobody_still_says_whom_it_binds(string text, string bound)
    {
        Comparison comparison = Compared($"# Agreement\n\n## 1. Rules\n\n### 1.1 Rule\n\n{text}\n", $"# Agreement\n\n## 1. Rules\n\n### 1.1 Rule\n\n{text}\n\nMore.\n");
        PartChange rule = comparison.Parts.Single(p => PlainText.Of(p.New!.Title) == "Rule");
        Bindings bindings = new(comparison);
        Assert.Equal(bound, string.Join(", ", bindings.Of(rule.New).Select(b => b.Actor)));
        Assert.Equal(bound.Length == 0, bindings.HasUnnamed(rule.New));
    }

    [Theory]
    [InlineData("The City shall post at least twelve guards there.", "The City shall post at least ten guards there.", "twelve", "ten")]
    [InlineData("The handler shall call the principal at least two days before it.", "The handler shall call the principal at least two days after it.", "least two days before it.", "least two days after it.")]
    [InlineData("The District shall pay 40 percent of the cost.", "The District shall pay 60 percent of the cost.", "District shall pay 40 percent of the", "District shall pay 60 percent of the")]
    public void A_number_in_words_and_a_turned_word_have_a_line_of_their_own(string old, string now, string before, string after)
    {
        Comparison comparison = Compared($"# Agreement\n\n## 1. Rules\n\n{old}\n", $"# Agreement\n\n## 1. Rules\n\n{now}\n");
        Assert.Equal((before, after), Assert.Single(Effects.SmallEdits(Assert.Single(comparison.Parts, p => p.IsChange))));
        string line = System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Match(Page(comparison, Locale.En), "<ul class=\"others\">(.*?)</ul>", RegexOptions.Singleline).Value, "<[^>]+>", ""));
        Assert.Equal($"“{before}” becomes “{after}”", line.Trim());
    }

    private static Comparison Compared(string old, string now) => Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(old)), ComparisonSide.Of(TypedPaper.Read(now)));

    private static string Page(Comparison comparison, Locale locale) => ReviewPage.Write(ReviewMaterial.Gather(comparison, locale).Material);
}
