using MouBuilder.Comparing;
using MouBuilder.Documents;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A term that both texts define is neither new nor gone, in whichever clause its definition stands.</summary>
public sealed class DefinitionChangeTests
{
    private const string Student = "“Student” means a person who is enrolled in a school.";
    private const string Parent = "“Parent” means a mother, a father or a foster parent.";
    private const string Narrow = "“Parent” means a mother or a father.";
    private const string Rules = "The officer shall not give a student a ticket for an act that the conduct code of the school names.";

    // So long that the clause that held them is removed and not taken for the one that holds two of them now.
    private static readonly string Others = string.Join("\n\n", new[] { "Arrest", "Search", "Visit", "Record", "Contact", "Seizure", "Offense", "Quarter" }.Select((t, i) => $"“{t}” means a matter that the office number {i} of the two parties has described in a written order of its own."));

    private static readonly string Old = $"""
        # Agreement

        ## 1. Words

        ### 1.1 Purpose and authority

        This agreement states how the parties work together in schools.

        ### 1.2 Definitions

        {Student}

        {Parent}

        {Others}

        ### 1.3 Tickets

        {Rules}
        """;

    private static readonly string New = $"""
        # Agreement

        ## 1. Words

        ### 1.1 Purpose and words used

        This memorandum says what the nonprofit does, by which targets it is judged and how its work ends.

        {Student}

        {Narrow}

        ### 1.2 Tickets

        {Rules}
        """;

    [Fact]
    public void A_definition_that_another_clause_has_now_is_told_there_and_only_if_it_differs()
    {
        Comparison comparison = Compared(Old, New);
        PartChange removed = Part(comparison, "Definitions");
        Assert.Equal(ChangeCategory.Removed, removed.Category);
        Assert.Equal(8, comparison.Definitions.Of(removed).Length);
        Assert.All(comparison.Definitions.Of(removed), d => Assert.Null(d.New));
        DefinitionChange parent = Assert.Single(comparison.Definitions.Of(Part(comparison, "Purpose and words used")));
        Assert.Equal(("Parent", Parent, Narrow), (parent.Term, parent.Old!.Text, parent.New!.Text));
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.Contains("defined in other words: “Parent”", markdown, StringComparison.Ordinal);
        Assert.Contains("definition of “Parent”: “‘Parent’ means a mother, a father or a foster parent.” becomes “‘Parent’ means a mother or a father.”", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_way_round_it_is_the_same()
    {
        Comparison comparison = Compared(New, Old);
        Assert.Equal(["Parent (another)", "Arrest (new)", "Search (new)", "Visit (new)", "Record (new)", "Contact (new)", "Seizure (new)", "Offense (new)", "Quarter (new)"],
            comparison.Definitions.Of(Part(comparison, "Definitions")).Select(d => $"{d.Term} ({(d.Old is null ? "new" : "another")})"));
        Assert.Empty(comparison.Definitions.Of(Part(comparison, "Purpose and words used")));
    }

    [Fact]
    public void What_goes_on_behind_a_definition_and_stood_there_before_is_no_part_of_it()
    {
        string moved = New.Replace(Narrow, "", StringComparison.Ordinal).Replace(Rules, $"{Narrow} {Rules}", StringComparison.Ordinal);
        foreach (Comparison comparison in new[] { Compared(New, moved), Compared(moved, New) })
        {
            Assert.Empty(comparison.Parts.SelectMany(p => comparison.Definitions.Of(p)));
        }

        Comparison wider = Compared(New, moved.Replace(Narrow, Narrow + " It means a guardian too.", StringComparison.Ordinal));
        Assert.Equal("Parent", Assert.Single(wider.Parts.SelectMany(p => wider.Definitions.Of(p))).Term);
    }

    [Fact]
    public void One_of_two_definitions_of_a_term_leaves_the_other()
    {
        string twice = New.Replace(Rules, $"{Rules}\n\n{Student}\n\n“Parent” means a guardian.", StringComparison.Ordinal);
        Comparison comparison = Compared(twice, New);
        DefinitionChange parent = Assert.Single(comparison.Parts.SelectMany(p => comparison.Definitions.Of(p)));
        Assert.Equal(("Parent", "“Parent” means a guardian.", Narrow), (parent.Term, parent.Old!.Text, parent.New!.Text));
        Assert.NotNull(Assert.Single(Compared(New, twice) is var back ? back.Parts.SelectMany(p => back.Definitions.Of(p)) : []).Old);
    }

    private static PartChange Part(Comparison comparison, string title) => comparison.Parts.Single(p => PlainText.Of((p.New ?? p.Old)!.Title) == title);

    private static Comparison Compared(string old, string now) => Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(old)), ComparisonSide.Of(TypedPaper.Read(now)));
}
