using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>Cross-references that are typed: those nobody changed when their place got another number, and those that are fields in one text alone.</summary>
public sealed class ReferencePlaceTests
{
    private const string Paper = """
        # Agreement

        ## 1. Definitions

        An officer is whoever is assigned under Section 2 and listed in Exhibit A.

        ## 2. Assignment

        The Department shall assign one officer to each school, as Section 8 of the School Code allows.

        ## 3. Notices

        Either party may give notice by mail under Sections 1 and 3.

        """;

    private const string Exhibits = """
        ## Exhibit A. Schools

        The high schools of the town are named in this list, each with its address.

        ## Exhibit B. Complaints

        Whoever complains of an officer writes to the district, which answers in good time.
        """;

    private const string Funding = "## 2. Funding\n\nThe town pays for officers out of the fund that the council names each year.\n\n";

    [Fact]
    public void A_reference_that_nobody_changed_and_that_leads_elsewhere_is_told()
    {
        string now = Paper.Replace("## 3. Notices", "## 4. Notices", StringComparison.Ordinal).Replace("## 2. Assignment", Funding + "## 3. Assignment", StringComparison.Ordinal);
        Comparison comparison = Compare(Paper + Exhibits, now + Exhibits);
        PartChange definitions = Assert.Single(comparison.Parts, p => p.New is { Title: [TextRun { Value: "Definitions" }] } or { Section: "definitions" } && p.StaleReferences.Length > 0);
        Assert.Equal((ChangeRank.DutyOrRight, ChangeCategory.Unchanged), (definitions.Rank, definitions.Category));
        StaleReference stale = Assert.Single(definitions.StaleReferences);
        Assert.Equal("Section 2", stale.Text);
        string told = ComparisonMarkdown.Write(comparison);
        Assert.Contains("“Section 2” stands as before, but led to 2. Assignment and leads to 2. Funding now", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Section 8", told.Split("## Changes")[0], StringComparison.Ordinal); // another text's
        Assert.Contains("“Sections … 3” stands as before", told, StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement;
        Assert.Equal(2, json.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("stale-references").GetArrayLength()));
        Assert.Equal(2, Compare(now + Exhibits, Paper + Exhibits).Parts.Sum(p => p.StaleReferences.Length));
    }

    [Fact]
    public void Exhibits_that_swap_their_letters_are_told_where_one_is_named()
    {
        string now = Exhibits.Replace("Exhibit A", "Exhibit C", StringComparison.Ordinal).Replace("Exhibit B", "Exhibit A", StringComparison.Ordinal).Replace("Exhibit C", "Exhibit B", StringComparison.Ordinal);
        string[] parts = now.Split("\n\n## ");
        string told = ComparisonMarkdown.Write(Compare(Paper + Exhibits, $"{Paper}## {parts[1]}\n\n{parts[0]}"));
        Assert.Contains("“Exhibit A” stands as before, but led to Exhibit A. Schools and leads to Exhibit A. Complaints now", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("under Section 2", "Section 2")]
    [InlineData("under section 2(a)", "section 2")]
    [InlineData("under Article 2.", "Article 2")]
    [InlineData("under Sections 1 to 2", "Sections … 2")]
    [InlineData("under Section 2 of this Agreement", "Section 2")]
    [InlineData("under Section 2 of the Act", null)]
    [InlineData("under 42 U.S.C. Section 2", null)]
    [InlineData("under the School Code, Section 2", null)]
    [InlineData("under Section 2.7", null)]
    [InlineData("under Section 2-105", null)]
    [InlineData("under Section 29", null)]
    [InlineData("under Exhibit B-2", null)]
    [InlineData("in paragraph 2 of the form", null)]
    public void Whose_section_is_named_is_read_from_the_words(string words, string? text)
    {
        string old = Paper.Replace("under Section 2", words, StringComparison.Ordinal);
        string now = old.Replace("## 3. Notices", "## 4. Notices", StringComparison.Ordinal).Replace("## 2. Assignment", Funding + "## 3. Assignment", StringComparison.Ordinal).Replace("Sections 1 and 3", "Sections 1 and 4", StringComparison.Ordinal);
        Assert.Equal(text is null ? [] : [text], Compare(old + Exhibits, now + Exhibits).Parts.SelectMany(p => p.StaleReferences).Select(r => r.Text).Where(t => !t.Contains('3', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_reference_that_was_corrected_is_not_stale()
    {
        string now = Paper.Replace("## 3. Notices", "## 4. Notices", StringComparison.Ordinal).Replace("## 2. Assignment", Funding + "## 3. Assignment", StringComparison.Ordinal)
            .Replace("under Section 2", "under Section 3", StringComparison.Ordinal).Replace("Sections 1 and 3", "Sections 1 and 4", StringComparison.Ordinal);
        Assert.All(Compare(Paper + Exhibits, now + Exhibits).Parts, p => Assert.Empty(p.StaleReferences));
    }

    [Theory]
    [InlineData("en", "“Section 2” now leads to")]
    [InlineData("es", "ahora lleva a")]
    [InlineData("vi", "nay dẫn đến")]
    public void The_page_tells_it_in_its_language(string locale, string words)
    {
        string now = Paper.Replace("## 3. Notices", "## 4. Notices", StringComparison.Ordinal).Replace("## 2. Assignment", Funding + "## 3. Assignment", StringComparison.Ordinal);
        string page = ReviewPage.Write(ReviewMaterial.Gather(Compare(Paper + Exhibits, now + Exhibits), Enum.Parse<Locale>(locale, ignoreCase: true)).Material);
        Assert.Contains(words, System.Text.RegularExpressions.Regex.Replace(page, "<[^>]*>", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_a_field_in_one_text_and_typed_in_the_other_is_no_edit()
    {
        MouDocument old = Document("As ", new Reference("b", "Section"), " says, the officer shall tell ", new Gap("parent_office"), " of it, as ", new Link("https://example.org/law", [new TextRun("the law")]), " asks.");
        MouDocument now = Document("As Section 2 says, the officer shall tell [parent office] of it, as the law asks.");
        foreach ((MouDocument from, MouDocument to, string side) in new[] { (old, now, "older"), (now, old, "newer") })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(from), ComparisonSide.Of(to));
            PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
            Assert.Equal((ChangeRank.Reference, ChangeCategory.Unchanged), (change.Rank, change.Category));
            string told = ComparisonMarkdown.Write(comparison);
            Assert.Contains($"1 cross-reference of the {side} text, typed as words in the ", told, StringComparison.Ordinal);
            Assert.Contains($"1 gap of the {side} text, typed as words in the ", told, StringComparison.Ordinal);
            Assert.Contains($"1 link of the {side} text, typed as words in the ", told, StringComparison.Ordinal);
            Assert.DoesNotContain("~~", told.Split("## Changes")[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_number_is_an_edit_also_where_it_is_typed()
    {
        MouDocument old = Document("As ", new Reference("b", "Section"), " says, the officer shall tell a parent of it.");
        PartChange change = Assert.Single(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(Document("As Section 1 says, the officer shall tell a parent of it."))).Parts, p => p.IsChange);
        Assert.Equal(ChangeRank.DutyOrRight, change.Rank);
    }

    private static Comparison Compare(string old, string now) => Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(old)), ComparisonSide.Of(TypedPaper.Read(now)));

    private static MouDocument Document(params object[] words) => Numbering.Apply(new(
        new() { Title = "Agreement" },
        [
            new Section("a", SectionKind.Numbered, [new TextRun("Notice")], [new Clause("c", [new TextRun("Whom to tell")], [new Paragraph(ParagraphRole.Body, [.. words.Select(w => w as Inline ?? new TextRun((string)w))])])]),
            new Section("b", SectionKind.Numbered, [new TextRun("Records")], [new Clause("d", [new TextRun("Who keeps them")], [new Paragraph(ParagraphRole.Body, [new TextRun("The school keeps the records of the year.")])])]),
        ],
        []));
}
