using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Comparing.Redlines;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing;

/// <summary>An item says half a sentence: what it asks, and of whom, goes by the words before its list.</summary>
public sealed class LedItemTests
{
    private const string Shall = "Each officer shall do the following:";
    private static readonly string[] Items = ["keep a daily log;", "complete forty hours of training each year;", "notify the parent before an interview;", "carry a camera that is on."];

    public static IEnumerable<TheoryDataRow<string, int>> Places =>
        from lead in (string[])["It is good to:", "Each officer may also do the following:", "No officer shall do the following:", "The District pays for all of this."]
        from place in Enumerable.Range(0, 4)
        select new TheoryDataRow<string, int>(lead, place);

    [Theory]
    [MemberData(nameof(Places))]
    public void Items_below_words_that_were_set_into_their_list_are_asked_for_no_longer(string lead, int place)
    {
        Block[] before = place == 0 ? [P(Shall)] : [P(Shall), List(Items[..place])];
        (MouDocument old, MouDocument now) = (Of([P(Shall), List(Items)]), Of([.. before, P(lead), List(Items[place..])]));
        foreach (bool isSwapped in new[] { false, true })
        {
            Comparison comparison = isSwapped ? Compared(now, old) : Compared(old, now);
            PartChange changed = Assert.Single(comparison.Parts, p => p.IsChange);
            Assert.Equal(ChangeRank.DutyOrRight, changed.Rank);
            string[] told = [.. changed.Duties.Where(d => (isSwapped ? d.OldModal : d.NewModal) is null && (d.OldModal ?? d.NewModal) == "shall" && d.ActOfItem.Length > 0).Select(d => d.ActOfItem)];
            Assert.Equal(Items[place..].Select(i => i.TrimEnd(';', '.')), told);
            Assert.Empty(changed.SentenceMoves);
            BlockChange[] struck = [.. changed.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Kind is BlockChangeKind.Added or BlockChangeKind.Removed && (b.Old ?? b.New) is ListItem item && Items.Take(place).Contains(PlainText.Of(((Paragraph)item.Blocks[0]).Content)))];
            Assert.Empty(struck);
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Theory]
    [InlineData("Each officer shall also do the following:")]
    [InlineData("In addition, each officer shall:")]
    public void Items_below_other_words_that_ask_the_same_are_asked_for_as_before(string lead)
    {
        for (int place = 0; place < Items.Length; place++)
        {
            Block[] before = place == 0 ? [P(Shall), List(["wear a uniform at all times."])] : [P(Shall), List(Items[..place])];
            PartChange changed = Assert.Single(Compared(Of([P(Shall), List(Items)]), Of([.. before, P(lead), List(Items[place..])])).Parts, p => p.IsChange);
            Assert.DoesNotContain(changed.Duties, d => d.NewModal is null);
        }
    }

    [Theory]
    [InlineData("No officer shall do the following:")]
    [InlineData("It may be good to:")]
    public void Items_of_an_inner_list_below_words_that_were_set_before_it_are_asked_for_no_longer(string lead)
    {
        MouDocument Duties(params Block[] set) => Of([P(Shall), Ordered(I("keep a daily log;"), [P("in a search:"), .. set, List(["call a parent;", "wait for a teacher."])])]);
        (MouDocument old, MouDocument now) = (Duties(), Duties(P(lead)));
        foreach (bool isSwapped in new[] { false, true })
        {
            PartChange changed = Assert.Single((isSwapped ? Compared(now, old) : Compared(old, now)).Parts, p => p.IsChange);
            Assert.Equal(ChangeRank.DutyOrRight, changed.Rank);
            Assert.Equal(["call a parent", "wait for a teacher"], changed.Duties.Where(d => (isSwapped ? d.OldModal : d.NewModal) is null && (d.OldModal ?? d.NewModal) == "shall").Select(d => d.ActOfItem));
        }
    }

    [Fact]
    public void Two_words_that_went_below_others_say_something_else_there()
    {
        Block[] Posted(string one, string other) => [P("Places where officers are posted:"), List(["North High", one]), P("Places where no officer shall be posted:"), List(["the library", other])];
        PartChange changed = Assert.Single(Compared(Of(Posted("South High", "East Campus")), Of(Posted("East Campus", "South High"))).Parts, p => p.IsChange);
        Assert.Equal(ChangeRank.DutyOrRight, changed.Rank);
        Assert.True(changed.Told.IsAskedOtherwise);
    }

    [Theory]
    [InlineData("Minutes are public.", true)]
    [InlineData("East Campus", true)]
    [InlineData("Minutes", false)]
    public void A_short_paragraph_that_went_to_another_clause_is_told_as_the_same(string text, bool isTold)
    {
        MouDocument Two(Block[] first, Block[] second) => Document(Properties with { Contents = false }, [], Section("s", "Section",
            new Clause("a", Words("Meetings"), [P("The parties meet each month."), .. first]), new Clause("b", Words("Records"), [P("The clerk keeps the records."), .. second])));
        PartChange[] changed = [.. Compared(Two([P(text)], []), Two([], [P(text)])).Parts.Where(p => p.IsChange)];
        Assert.Equal(isTold ? [text, text] : [], changed.SelectMany(p => p.SentenceMoves).Select(m => m.New));
    }

    [Fact]
    public void The_mark_at_the_end_of_an_item_goes_by_its_place()
    {
        Comparison With(params string[] items) => Compared(Of([P(Shall), List(["keep a log;", "lock the gate."])]), Of([P(Shall), List(items)]));
        Assert.DoesNotContain("“.” becomes", ComparisonMarkdown.Write(With("keep a log;", "lock the gate;", "wear a uniform.")), StringComparison.Ordinal);
        Assert.Contains("“.” becomes “!”", ComparisonMarkdown.Write(With("keep a log;", "lock the gate!")), StringComparison.Ordinal);
    }

    private static Comparison Compared(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));

    private static MouDocument Of(Block[] duties) =>
        Document(Properties with { Contents = false }, [], Section("s", "Section", new Clause("a", Words("Duties"), [P("What stands here at first stays as it is."), .. duties])));

    private static ListBlock List(string[] items) => Ordered([.. items.Select(i => I(i))]);
}
