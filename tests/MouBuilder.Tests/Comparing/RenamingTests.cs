using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A defined term or a party that each text calls by another name.</summary>
public sealed class RenamingTests
{
    private const string Paper = """
        # Memorandum of Understanding

        Between the Denver School District ("District") and the Denver Police Department (the “Department”).

        ## 1. Definitions

        “Covered Officer” means a sworn officer whom the Department assigns to a school building.

        “School Record” means a document kept by the District about one student.

        ## 2. Work of Covered Officers

        A Covered Officer shall protect the safety of students. Covered Officers may eat with them.

        The principal shall decide without the Covered Officer’s advice:

        1. what a Covered Officer is asked to do; and
        2. when a Covered Officer leaves.

        | Who | What |
        |-----|------|
        | Covered Officer | report |

        ## 3. Records

        The District shall give a School Record to the Department only on a warrant.

        """;

    [Theory]
    [InlineData("Covered Officer", "School Resource Officer")]
    [InlineData("Covered Officer", "Officer")]
    [InlineData("Covered Officer", "Assigned Officer")]
    [InlineData("Covered Officer", "Liaison")]
    [InlineData("School Record", "Education Record")]
    public void A_term_with_another_name_is_told_once_and_weighs_nothing_else(string old, string now)
    {
        string renamed = Paper.Replace("A " + old, WithArticle("A", now), StringComparison.Ordinal).Replace("a " + old, WithArticle("a", now), StringComparison.Ordinal).Replace(old, now, StringComparison.Ordinal);
        foreach ((string from, string to, string before, string after) in new[] { (Paper, renamed, old, now), (renamed, Paper, now, old) })
        {
            Comparison comparison = Compare(from, to);
            Assert.Equal([ChangeRank.Naming], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank).Distinct());
            Assert.Equal(new(null, before, after), Assert.Single(comparison.Renamings.All));
            Assert.Contains($"The defined term “{before}” in the old text is called “{after}” in the new one.", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
            JsonElement json = JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement;
            Assert.Equal(after, Assert.Single(json.GetProperty("renamed-terms").EnumerateArray()).GetProperty("new").GetString());
            Assert.All(json.GetProperty("parts").EnumerateArray(), p => Assert.Equal(0, p.GetProperty("definitions").GetArrayLength()));
        }

        static string WithArticle(string article, string name) => article + ("AEIO".Contains(name[0], StringComparison.Ordinal) ? "n " : " ") + name;
    }

    [Fact]
    public void A_party_of_a_paper_with_another_short_name_is_a_renamed_term()
    {
        string renamed = Paper.Replace("the “Department”", "“DPD”", StringComparison.Ordinal).Replace("to the Department", "to DPD", StringComparison.Ordinal).Replace("whom the Department", "whom DPD", StringComparison.Ordinal);
        Comparison comparison = Compare(Paper, renamed);
        Assert.Equal(new(null, "Department", "DPD"), Assert.Single(comparison.Renamings.All));
        Assert.DoesNotContain(comparison.Parts, p => p.Rank < ChangeRank.Wording);
    }

    [Fact]
    public void A_duty_that_differs_beside_the_new_name_is_told()
    {
        string renamed = Paper.Replace("Covered Officer", "School Resource Officer", StringComparison.Ordinal);
        Comparison comparison = Compare(Paper, renamed.Replace("Officers may eat", "Officers shall eat", StringComparison.Ordinal).Replace("about one student", "about a student", StringComparison.Ordinal));
        PartChange work = Assert.Single(comparison.Parts, p => p.Rank == ChangeRank.DutyOrRight);
        Assert.Equal(new("Covered Officers", "may", "School Resource Officers", "shall") { OldAct = "eat with them", NewAct = "eat with them" }, Assert.Single(work.Duties));
        string memo = Memo(comparison);
        Assert.Contains("New duties for: School Resource Officer.", memo, StringComparison.Ordinal);
        string records = Memo(Compare(Paper, renamed.Replace("The principal shall", "School Resource Officers shall", StringComparison.Ordinal).Replace("without the School Resource Officer’s advice", "alone", StringComparison.Ordinal)));
        Assert.Contains("“The principal shall decide", records, StringComparison.Ordinal);
        Assert.Contains("Definition of “School Record”: “the District about one student.” becomes “the District about a student.”", memo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_with_another_name_and_other_words_is_told_by_its_words()
    {
        Comparison comparison = Compare(Paper, Paper.Replace("Covered Officer", "Liaison", StringComparison.Ordinal).Replace("a school building", "one school building", StringComparison.Ordinal));
        Assert.Equal(new(null, "Covered Officer", "Liaison"), Assert.Single(comparison.Renamings.All));
        Assert.Equal(["definition of “Liaison”: “Department assigns to a school building.” becomes “Department assigns to one school building.”"], WordingLines.Of(Assert.Single(comparison.Parts, p => p.Rank is not (ChangeRank.None or ChangeRank.Naming)), comparison));
    }

    [Theory]
    [InlineData("“Covered Officer” means a sworn officer whom the Department assigns to a school building.", "“Counselor” means a person with a licence to advise students on their future.")]
    [InlineData("to the Department only", "to the District only")]
    [InlineData("A Covered Officer shall protect", "A principal shall protect")]
    public void Another_term_is_no_other_name(string old, string now)
    {
        Comparison comparison = Compare(Paper, Paper.Replace(old, now, StringComparison.Ordinal));
        Assert.Empty(comparison.Renamings.All);
        Assert.Contains(comparison.Parts, p => p.Rank is ChangeRank.DutyOrRight or ChangeRank.Wording);
    }

    [Theory]
    [InlineData("The principal shall decide without the Liaison’s advice", "The principal shall decide without the Covered Officer’s advice")]
    [InlineData("Liaisons may eat with them.", "Covered Officers may eat with them.")]
    public void A_term_that_the_other_text_goes_on_using_is_not_renamed(string renamed, string left)
    {
        string now = Paper.Replace("Covered Officer", "Liaison", StringComparison.Ordinal);
        Assert.Single(Compare(Paper, now).Renamings.All);
        foreach (Comparison comparison in new[] { Compare(Paper, now.Replace(renamed, left, StringComparison.Ordinal)), Compare(now.Replace(renamed, left, StringComparison.Ordinal), Paper) })
        {
            Assert.Empty(comparison.Renamings.All);
            Assert.Equal(ChangeRank.DutyOrRight, comparison.Parts.Single(p => PlainText.Of((p.New ?? p.Old)!.Title) == "Definitions").Rank);
        }
    }

    [Fact]
    public void A_word_of_a_longer_name_is_no_use_of_a_term()
    {
        string renamed = Paper.Replace("the “Department”", "“DPD”", StringComparison.Ordinal).Replace("to the Department", "to DPD", StringComparison.Ordinal).Replace("whom the Department", "whom DPD", StringComparison.Ordinal);
        const string Longer = "The Department of Education and the Police Department of the city are no parties.\n";
        Assert.Equal(new(null, "Department", "DPD"), Assert.Single(Compare(Paper + Longer, renamed + Longer).Renamings.All));
    }

    [Fact]
    public void A_term_put_in_the_place_of_the_renamed_one_is_an_edit()
    {
        string renamed = Paper.Replace("Covered Officer", "Liaison", StringComparison.Ordinal);
        Comparison comparison = Compare(Paper, renamed.Replace("A Liaison shall", "A School Record shall", StringComparison.Ordinal));
        Assert.Contains(comparison.Parts, p => p.Rank == ChangeRank.DutyOrRight);
    }

    private static Comparison Compare(string old, string now) => Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(old)), ComparisonSide.Of(TypedPaper.Read(now)));

    private static string Memo(Comparison comparison) => MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));
}
