using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A definition is what it says of its term, wherever in a paragraph, a list or a table it stands and however the term is marked.</summary>
public sealed class DefinitionPlaceTests
{
    private const string Custody = "“Custody” means any time in which a student is not free to leave.";
    private const string Wider = "“Custody” means any time in which a student is not free to leave the room.";
    private const string Day = "“Business day” means a day on which the schools are open.";
    private const string Duty = "No officer may question a student in Custody without a parent.";
    private const string InOtherWords = "defined in other words: “Custody”";

    [Theory]
    [InlineData($"{Custody} {Day}", $"{Day} {Custody}")]
    [InlineData(Custody, $"The chief decides at once. {Custody}")]
    [InlineData($"The chief decides at once. {Custody}", Custody)]
    [InlineData($"{Custody} {Day}", $"{Custody}\n\n{Day}")]
    [InlineData($"{Custody}\n\n{Day}", $"{Custody} {Day}")]
    [InlineData(Custody, $"{Custody} {Duty}")]
    [InlineData(Custody, "“Custody” means any time in which a student is not free to leave.[^1]\n\n[^1]: See the law.")]
    [InlineData(Custody, "The term “Custody” means any time in which a student is not free to leave.")]
    [InlineData(Custody, "**Custody** means any time in which a student is not free to leave.")]
    [InlineData(Custody, "Custody means any time in which a student is not free to leave.")]
    [InlineData(Custody, "\"Custody\" means any time in which a student is not free to leave.")]
    [InlineData("“Hold” means the district’s lawful order.", "“Hold” means the district's lawful order.")]
    [InlineData($"{Custody}\n\n{Day}", "“Custody” means any time in which a student is not free to leave; and “Business day” means a day on which the schools are open.")]
    [InlineData($"{Custody}\n\n{Day}", "| Word | Meaning |\n|---|---|\n| “Custody” | means any time in which a student is not free to leave |\n| “Business day” | means a day on which the schools are open |")]
    [InlineData($"{Custody}\n\n{Day}", "| Term | Definition |\n|---|---|\n| Custody | any time in which a student is not free to leave |\n| Business day | a day on which the schools are open |")]
    [InlineData("“School Officer” (“SRO”) means an officer.", "“School Officer” or “SRO” means an officer.")]
    [InlineData("“Custody” means a hold, as in U.S. Const. Amend. IV. It ends at once.", "‘Custody’ means a hold, as in U.S. Const. Amend. IV. It ends at once.")]
    [InlineData(Custody, "“Custody”: any time in which a student is not free to leave.")]
    public void A_definition_of_the_same_words_is_told_by_none(string old, string now)
    {
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            Assert.DoesNotContain(Others(comparison), o => o.Contains("defined", StringComparison.Ordinal));
            Assert.Empty(comparison.Renamings.All);
        }
    }

    [Theory]
    [InlineData($"{Custody} {Day}", $"{Day} {Wider}")]
    [InlineData($"{Custody}\n\n{Day}", $"{Wider} {Day}")]
    [InlineData(Custody, $"The principal is called at once. {Wider} It begins when the door is closed.")]
    [InlineData(Custody, $"{Custody} It includes a locked room.")]
    [InlineData(Custody, $"{Custody} A hold of a minute is not included.")]
    [InlineData("“Custody” means:\n\n- a hold of a student;\n- a locked room.", "“Custody” means:\n\n- a hold of a student;\n- a locked room or car.")]
    [InlineData("“Custody” means:\n\n- a hold of a student;\n- a locked room.", "“Custody” means:\n\n- a hold of a student.")]
    [InlineData(Custody, "As used in Section 3, “Custody” means any time in which a student is not free to leave.")]
    [InlineData("The files of the district (“Custody”) are kept.", "“Custody” means the files of the district.")]
    public void A_definition_in_other_words_is_told_as_that_and_weighs_as_a_duty(string old, string now)
    {
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            Assert.Equal([InOtherWords], Others(comparison).Where(o => o.Contains("defined", StringComparison.Ordinal)));
            Assert.Equal(ChangeRank.DutyOrRight, Assert.Single(comparison.Parts, p => p.IsChange).Rank);
            Assert.Empty(comparison.Renamings.All);
        }
    }

    [Theory]
    [InlineData($"{Custody} {Day}", Day, "Custody")]
    [InlineData($"{Custody} {Day}", Custody, "Business day")]
    [InlineData("“Arrest” and “Custody” mean any time in which a student is not free to leave.", "“Arrest” means any time in which a student is not free to leave.", "Custody")]
    [InlineData("“Arrest,” “Hold” and the term “Custody” each mean a hold.", "“Arrest” or “Custody” means a hold.", "Hold")]
    public void A_definition_that_is_gone_is_the_only_one_that_is_told(string old, string now, string term)
    {
        Assert.Equal([$"defined in the old text alone: “{term}”"], Others(Compared(old, now)));
        Assert.Equal([$"defined in the new text alone: “{term}”"], Others(Compared(now, old)));
    }

    [Theory]
    [InlineData(Custody, Wider)]
    [InlineData($"- {Custody}\n- {Day}", $"{Wider}\n\n{Day}")]
    [InlineData($"{Custody} {Day}", $"{Day} {Wider}")]
    [InlineData("“Custody” means:\n\n- a hold of a student;\n- a locked room.", "“Custody” means:\n\n- a hold of a student;\n- a locked room or car.")]
    public void One_edit_of_a_definition_weighs_the_same_wherever_it_went(string old, string now)
    {
        Comparison moved = Compared(old, "", "", now);
        Assert.All(moved.Parts.Where(p => p.IsChange), p => Assert.Equal(ChangeRank.DutyOrRight, p.Rank));
        Assert.Equal([InOtherWords], Others(moved).Where(o => o.Contains("defined", StringComparison.Ordinal)));
    }

    [Fact]
    public void Terms_that_are_defined_together_are_told_together()
    {
        Comparison comparison = Compared("“Arrest” and “Custody” mean a hold.", "“Arrest” and “Custody” mean a firm hold.");
        Assert.Equal(["defined in other words: “Arrest”, “Custody”"], Others(comparison));
        Assert.Equal(["definition of “Arrest”, “Custody”: in the newer text alone: “firm”"], WordingLines.Of(Assert.Single(comparison.Parts, p => p.IsChange), comparison));
    }

    [Fact]
    public void A_second_definition_beside_the_first_is_no_new_wording_of_it()
    {
        string twice = $"{Custody}\n\n{Day}";
        Comparison comparison = Compared(twice, "", twice, Wider);
        Assert.Equal(["defined once more, in other words, in the new text alone: “Custody”"], Others(comparison));
        Assert.Equal([$"definition of “Custody” in the newer text alone: {Wider.Replace('“', '‘').Replace('”', '’').Insert(0, "“")}”"], WordingLines.Of(Assert.Single(comparison.Parts, p => p.IsChange), comparison));
        Assert.Equal(["defined once more, in other words, in the old text alone: “Custody”"], Others(Compared(twice, Wider, twice, "")));
        Assert.Contains("Defined once more, in other words, in the newer text alone: “Custody”.", MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The sign reads “Custody” in red letters.")]
    [InlineData("**Custody** is when a student is held.")]
    [InlineData("**Custody.** A student who is held.")]
    [InlineData("Custody – when a student is held.")]
    public void A_term_that_the_other_text_may_define_in_its_own_way_is_called_neither_new_nor_gone(string other)
    {
        foreach (Comparison comparison in new[] { Compared(Custody, other), Compared(other, Custody) })
        {
            Assert.Empty(Others(comparison));
            Assert.Equal(ChangeRank.DutyOrRight, Assert.Single(comparison.Parts, p => p.IsChange).Rank);
        }
    }

    [Fact]
    public void A_duty_behind_a_new_definition_is_told()
    {
        Comparison comparison = Compared("The chief decides.", $"The chief decides.\n\n{Custody} The officer shall call the parent.");
        Assert.Equal("shall", Assert.Single(Assert.Single(comparison.Parts, p => p.IsChange).Duties).NewModal);
        Assert.Equal(["defined in the new text alone: “Custody”"], Others(comparison));
    }

    private static string[] Others(Comparison comparison) => [.. comparison.Parts.SelectMany(p => ComparisonWords.OthersOf(p, comparison)).Where(o => !o.Contains("stood in", StringComparison.Ordinal) && !o.Contains("stands", StringComparison.Ordinal))];

    /// <param name="old">What the clause on words has in the old text.</param>
    /// <param name="oldArrests">What the clause on arrests has in the old text.</param>
    private static Comparison Compared(string old, string now) => Compared(old, "", now, "");

    private static Comparison Compared(string old, string oldArrests, string now, string newArrests) => Comparer.Compare(Paper(old, oldArrests), Paper(now, newArrests));

    private static ComparisonSide Paper(string words, string arrests) => ComparisonSide.Of(TypedPaper.Read($"""
        # Memorandum of Understanding

        ## 1. Purpose

        The parties set out how they work together in the schools of the city.

        ## 2. Definitions

        In this agreement these words have these meanings.

        {words}

        ## 3. Arrests

        The officer shall tell the parent of any arrest on campus before the student leaves the building.

        {arrests}
        """));
}
