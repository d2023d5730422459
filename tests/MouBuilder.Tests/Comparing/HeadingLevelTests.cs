using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Comparing.Redlines;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Tests.Word;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A heading of a paper that stands a level deeper or higher, so that the reader takes all the others for headings of another kind.</summary>
public sealed class HeadingLevelTests
{
    private const string Flat = """
        # Memorandum

        Between the District and the Department.

        ## 1. Definitions

        "School Record" means a document kept by the District about one student.

        ## 2. Roles

        The principal shall decide every matter of discipline within two days.

        An officer shall keep the peace in the building.

        ## 3. Records

        The District shall give a School Record to an officer only on a warrant.

        ## 4. Term

        This agreement lasts for three years.

        """;

    private const string Articles = """
        # Memorandum

        ## ARTICLE I General

        ### Section 1.1 Purpose

        The parties set out how they work together in schools.

        ### Section 1.2 Costs

        Each party bears its own costs in full.

        The Department shall pay for training within thirty days.

        ### Section 1.3 Notices

        Notices are given in writing to the office named here.

        ## ARTICLE II Officers

        ### Section 2.1 Duties

        An officer shall keep the peace and shall not discipline a student.

        """;

    /// <summary>A paper, what is another in it, and how many of its clauses are unchanged and renumbered then.</summary>
    public static readonly TheoryData<string, string, int, int> Papers = new()
    {
        { Flat, Flat.Replace("## 3. Records", "### 2.1 Records", StringComparison.Ordinal), 3, 1 },
        { Flat, Flat.Replace("## 3. Records", "### 2.1 Records", StringComparison.Ordinal).Replace("4. Term", "3. Term", StringComparison.Ordinal), 2, 2 },
        { Articles, Articles.Replace("ARTICLE II", "ARTICLE III", StringComparison.Ordinal).Replace("2.1", "3.1", StringComparison.Ordinal).Replace("### Section 1.2", "## ARTICLE II", StringComparison.Ordinal).Replace("1.3", "2.1", StringComparison.Ordinal), 1, 3 },
    };

    [Fact]
    public void A_heading_inside_of_a_clause_that_stands_deeper_is_told_and_none_of_its_words_is_struck()
    {
        Heading At(int level) => new(level, Samples.Words("Records of the School"));
        MouDocument Of(params Block[] blocks) => Samples.Document(Samples.Section("s", "Section", Samples.Clause("a", "Records", [Samples.P("The District keeps a record."), .. blocks, Samples.P("Nobody else reads it.")])));
        foreach ((MouDocument old, MouDocument now, string where) in new[] { (Of(At(3)), Of(At(4)), "deeper"), (Of(At(5), At(3)), Of(At(5), At(4)), "deeper"), (Of(At(4)), Of(At(3)), "higher") })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
            Assert.Equal((ChangeCategory.Changed, ChangeRank.Formatting), (comparison.Parts.Single(p => p.IsChange).Category, comparison.Parts.Single(p => p.IsChange).Rank));
            Assert.False(comparison.IsSame);
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((0, 0, 1), (counts.WordsInserted, counts.WordsDeleted, counts.ParagraphFormattings));
            Assert.Contains($"The heading “Records of the School” stands at a {where} level.", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
            RedlineContractTests.Check(old, now, validate: true);
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Is_the_same_heading_and_all_others_are_unchanged(string one, string other, int unchanged, int renumbered)
    {
        foreach (bool isWord in (bool[])[false, true])
        {
            Held(TypedPaper.Read(one, isWord), TypedPaper.Read(other, isWord), unchanged, renumbered);
            Held(TypedPaper.Read(other, isWord), TypedPaper.Read(one, isWord), unchanged, renumbered);
        }
    }

    [Fact]
    public void Words_that_changed_on_the_way_are_all_that_is_marked()
    {
        string now = Flat.Replace("## 3. Records", "### 2.1 Records", StringComparison.Ordinal).Replace("only on a warrant", "only on a subpoena", StringComparison.Ordinal).Replace("three years", "two years", StringComparison.Ordinal);
        foreach ((string from, string to) in new[] { (Flat, now), (now, Flat) })
        {
            Comparison comparison = Compare(TypedPaper.Read(from, false), TypedPaper.Read(to, false));
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((2, 2), (counts.WordsInserted, counts.WordsDeleted));
            Assert.Equal((2, 2), (ComparisonCounts.Of(comparison).Changed, ComparisonCounts.Of(comparison).Unchanged));
            Assert.DoesNotContain(comparison.Parts, p => p.Old is null || p.New is null);
        }
    }

    [Fact]
    public void A_heading_without_a_number_is_told_by_its_level()
    {
        string Unnumbered(string paper) => System.Text.RegularExpressions.Regex.Replace(paper, @"(?m)^(#+) \d\S* ", "$1 ");
        string old = Unnumbered(Flat);
        Comparison comparison = Compare(TypedPaper.Read(old, false), TypedPaper.Read(old.Replace("## Records", "### Records", StringComparison.Ordinal), false));
        PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
        Assert.Equal((ChangeCategory.Changed, ChangeRank.Formatting, "Records"), (change.Category, change.Rank, PlainText.Of(change.New!.Title)));
        Assert.Equal((0, 0, 1), Redline.Of(comparison).Counts is var c ? (c.WordsInserted, c.WordsDeleted, c.ParagraphFormattings) : default);
    }

    [Fact]
    public void A_section_that_was_added_beside_a_clause_of_its_title_is_no_such_heading()
    {
        string now = Articles + "## ARTICLE III Costs\n\nEvery invoice is sent to the treasurer before the month ends, with a list of hours.\n";
        ComparisonCounts counts = ComparisonCounts.Of(Compare(TypedPaper.Read(Articles, false), TypedPaper.Read(now, false)));
        Assert.Equal((4, 1, 1), (counts.Unchanged, counts.Added, counts.SectionsAdded));
    }

    private static void Held(MouDocument old, MouDocument now, int unchanged, int renumbered)
    {
        Comparison comparison = Compare(old, now);
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Assert.Equal((unchanged, renumbered), (counts.Unchanged, counts.Renumbered));
        Assert.Equal((0, 0, 0, 0), (counts.Changed, counts.Added + counts.Removed, counts.SectionsAdded + counts.SectionsRemoved + counts.SectionsChanged, counts.Moves));
        Assert.DoesNotContain(comparison.Parts, p => p.IsChange);
        Assert.Equal(Rebuilt.Plain(old), Rebuilt.Old(comparison));
        Assert.Equal(Rebuilt.Plain(now), Rebuilt.New(comparison));
        Assert.Single(ComparisonMarkdown.Write(comparison).Split('\n'), l => l.StartsWith("- ", StringComparison.Ordinal) && l.Contains(" level", StringComparison.Ordinal));

        WordFile redline = new(Redline.Of(comparison).Word.ToArray());
        Assert.Empty(redline.ValidatorErrors());
        Assert.DoesNotContain(redline.Body.Descendants(), e => e.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo");
        Assert.Equal(counts.ParagraphFormattings, redline.Body.Descendants(WordFile.W + "pPrChange").Count());
        Assert.InRange(counts.ParagraphFormattings, 1, 2); // the heading, and one whose number does not follow any more
        foreach ((bool isAccepted, MouDocument document) in new[] { (true, now), (false, old) })
        {
            Assert.Equal(WordReading.Texts(WordFile.Of(document).Body), WordReading.Texts(TrackedChanges.Settled(redline.Part("word/document.xml"), isAccepted).Root!.Element(WordFile.W + "body")!));
            using TemporaryFolder folder = new();
            File.WriteAllBytes(folder.PathTo("redline.docx"), Redline.Of(comparison).Word.ToArray());
            MouDocument read = AgreementReading.Read(folder.PathTo("redline.docx"), isAccepted ? PendingChanges.Accept : PendingChanges.Reject).Document!;
            Assert.All(Compare(document, read).Parts, p => Assert.Equal(ChangeCategory.Unchanged, p.Category));
        }
    }

    private static Comparison Compare(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
}
