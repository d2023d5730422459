using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Comparing.Redlines;
using MouBuilder.Tests.Word;
using MouBuilder.Text;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing;

/// <summary>How much a change weighs, and how it is told.</summary>
public sealed class WeighingTests
{
    private const string Intro = "The table says how many officers serve each school, and by when they answer a call from it.";

    [Theory]
    [InlineData("4", "2")]
    [InlineData("30 days", "60 days")]
    [InlineData("within 30 days", "60 days")]
    [InlineData("four", "two")]
    public void A_number_in_a_cell_is_a_number(string old, string now)
    {
        PartChange change = Single([P(Intro), Officers("4", old)], [P(Intro), Officers("4", now)]);
        Assert.Equal(ChangeRank.Deadline, change.Rank);
        Assert.Equal((1, 0), (change.Words.Count(w => w.IsEdit), change.Blocks.SelectMany(b => b.WithDescendants()).Count(b => b.Kind is BlockChangeKind.Added or BlockChangeKind.Removed)));
    }

    [Fact]
    public void A_cell_replaced_as_a_whole_is_one_deletion_and_one_insertion_in_one_paragraph()
    {
        RedlineCounts counts = Redline.Of(Compared([P(Intro), Officers("North", "4")], [P(Intro), Officers("North", "2")])).Counts;
        Assert.Equal((1, 1, 0, 0), (counts.Insertions, counts.Deletions, counts.RowsInserted, counts.RowsDeleted));
    }

    [Fact]
    public void A_row_that_stands_elsewhere_in_its_table_concerns_the_place_alone()
    {
        Comparison comparison = Compared([P(Intro), Rows("Training;the District;June 30", "Radio;the City;July 31", "Vehicles;the City;August 31")], [P(Intro), Rows("Radio;the City;July 31", "Training;the District;June 30", "Vehicles;the City;August 31")]);
        Assert.Equal(ChangeRank.Place, Assert.Single(comparison.Parts, p => p.IsChange).Rank);
        Assert.Contains("1 table row at another place of the table, counted as one of each text alone: “", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.Contains("\n> *Row moved within the table:* ", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.DoesNotContain("Row added", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        foreach ((Locale locale, string here) in new[] { (Locale.En, "Row moved within the table to here:"), (Locale.Es, "Fila que cambió de lugar en la tabla; ahora está aquí:"), (Locale.Vi, "Hàng đã chuyển chỗ trong bảng; nay ở đây:") })
        {
            Assert.Contains(here, ReviewPage.Write(ReviewMaterial.Gather(comparison, locale).Material), StringComparison.Ordinal);
        }

        Assert.Contains("1 table row at another place of the table, counted as one of each text alone: “", MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_goes_by_what_it_speaks_of_though_others_have_most_of_its_words()
    {
        Comparison comparison = Compared([P(Intro), Rows("Training;The District pays the training;June 30", "Radio;The City pays the radios;July 31")], [P(Intro), Rows("Radio;The District pays the radios;July 31", "Training;The District pays the training;June 15")]);
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.Contains("In row “Training”, column “When”: June ~~30~~ **15**", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("~~Training~~", markdown, StringComparison.Ordinal);
    }

    private static Table Rows(params string[] rows) => new([.. Enumerable.Repeat(ColumnAlignment.Left, 3)], 1, [Row("Matter", "Who", "When"), .. rows.Select(r => Row(r.Split(';')))]);

    [Theory]
    [InlineData("named in Section 2.1 of", "named in Section 2.2 of", ChangeRank.DutyOrRight)] // it led to the radios and leads to the vehicles
    [InlineData("named of", "named in Section 2.2 of", ChangeRank.Wording)]
    public void A_reference_in_a_duty_that_leads_elsewhere_is_another_duty(string old, string now, ChangeRank rank)
    {
        const string Paper = """
            # Agreement

            ## 1. Officers

            ### 1.1 Costs

            The City shall pay the costs named in Section 2.1 of this Agreement.

            ## 2. Things

            ### 2.1 Radio

            The City keeps the radios in good order and replaces them.

            ### 2.2 Vehicles

            The District keeps the vehicles in good order and replaces them.
            """;
        MouDocument Of(string words) => TypedPaper.Read(Paper.Replace("named in Section 2.1 of", words, StringComparison.Ordinal));
        Assert.Equal(rank, Assert.Single(Comparer.Compare(ComparisonSide.Of(Of(old)), ComparisonSide.Of(Of(now))).Parts, p => p.IsChange).Rank);
    }

    [Theory]
    [InlineData("The SRO shall:", "The SRO", "shall", "… keep a log of visits")]
    [InlineData("Officers are guests. The SRO may not:", "The SRO", "may not", "… keep a log of visits")]
    [InlineData("The SRO must do the following:", "The SRO", "must", "do the following … keep a log of visits")]
    public void An_item_below_a_modal_is_a_duty_of_its_own(string lead, string actor, string modal, string act)
    {
        ImmutableArray<Block> more = [P(lead), Ordered(I("wear a badge;"), I("keep a log of visits;"), I("carry a card."))];
        ImmutableArray<Block> fewer = [P(lead), Ordered(I("wear a badge;"), I("carry a card."))];
        PartChange gone = Single(more, fewer);
        Assert.Equal(ChangeRank.DutyOrRight, gone.Rank);
        Assert.Equal(new(actor, modal, null, null) { OldAct = act, ActOfItem = "keep a log of visits" }, Assert.Single(gone.Duties));
        PartChange added = Single(fewer, more);
        Assert.Equal(ChangeRank.DutyOrRight, added.Rank);
        Assert.Equal(new(null, null, actor, modal) { NewAct = act, ActOfItem = "keep a log of visits" }, Assert.Single(added.Duties));
    }

    [Theory]
    [InlineData("keep a log of visits;", "keep a log of calls;", ChangeRank.DutyOrRight)]
    [InlineData("keep a log of visits;", "keep a log of visits or calls;", ChangeRank.DutyOrRight)]
    [InlineData("keep a log of visits;", "keep the log of visits;", ChangeRank.Wording)]
    public void Other_words_of_an_item_below_a_modal_are_another_duty(string old, string now, ChangeRank rank)
    {
        Block[] Of(string item) => [P("The SRO shall:"), Ordered(I("wear a badge;"), I(item), I("carry a card."))];
        Assert.Equal(rank, Single([.. Of(old)], [.. Of(now)]).Rank);
    }

    [Fact]
    public void Two_items_that_were_put_together_ask_what_each_of_them_asked()
    {
        PartChange change = Single([P("The SRO shall:"), Ordered(I("wear a badge;"), I("keep a log of visits;"), I("carry a card."))], [P("The SRO shall:"), Ordered(I("wear a badge and keep a log of visits;"), I("carry a card."))]);
        Assert.Empty(change.Duties);
        Assert.True(change.Told.HasStanding);
    }

    [Theory]
    [InlineData("The City keeps the record of each contact.", "The District keeps the record of each contact.", ChangeRank.DutyOrRight)]
    [InlineData("The City keeps the record of each contact.", "The city keeps the record of each contact.", ChangeRank.Wording)]
    [InlineData("A meeting is held in June of the year.", "A meeting is held in July of the year.", ChangeRank.Deadline)]
    public void Another_name_in_the_place_of_one_is_another_duty(string old, string now, ChangeRank rank) => Assert.Equal(rank, Single([P(Intro), P(old)], [P(Intro), P(now)]).Rank);

    [Fact]
    public void Whoever_pays_by_a_cell_of_a_table_is_a_matter_of_duty()
    {
        Assert.Equal(ChangeRank.DutyOrRight, Single([P(Intro), Officers("the North School", "City")], [P(Intro), Officers("the North School", "District")]).Rank);
    }

    [Fact]
    public void An_item_two_lists_below_a_modal_is_a_duty_too()
    {
        Block[] List(params Block[][] inner) => [P("The SRO shall:"), Ordered(I("wear a badge;"), I("in each school:", Ordered(inner)))];
        PartChange change = Single([.. List(I("sign in;"), I("greet the staff;"), I("sign out."))], [.. List(I("sign in;"), I("sign out."))]);
        Assert.Equal("in each school … greet the staff", Assert.Single(change.Duties).OldAct);
    }

    [Fact]
    public void An_item_that_takes_the_place_of_another_is_not_the_same_duty()
    {
        PartChange change = Single([P("The SRO shall:"), Ordered(I("wear a badge;"), I("keep a log of visits."))], [P("The SRO shall:"), Ordered(I("wear a badge;"), I("telephone the parents on the same day."))]);
        Assert.Equal(["… keep a log of visits", "… telephone the parents on the same day"], change.Duties.Select(d => d.OldAct + d.NewAct));
    }

    [Fact]
    public void A_condition_of_a_right_weighs_but_is_no_right()
    {
        PartChange change = Single([P("The SRO may question a Student only if:"), Ordered(I("a parent agrees;"), I("a lawyer is there."))], [P("The SRO may question a Student only if:"), Ordered(I("a parent agrees."))]);
        Assert.Equal((ChangeRank.DutyOrRight, 0), (change.Rank, change.Duties.Length));
    }

    [Theory]
    [InlineData("The office keeps these papers:")]
    [InlineData("The SRO shall keep a log. It holds these things.")]
    public void An_item_below_no_modal_is_words(string lead) =>
        Assert.Equal(ChangeRank.Wording, Single([P(lead), Ordered(I("the log of visits;"), I("the list of calls."))], [P(lead), Ordered(I("the log of visits."))]).Rank);

    [Theory]
    [InlineData("The hearing starts at 6 p.m. and ends before supper.", "The hearing starts at 6 a.m. and ends before supper.")]
    [InlineData("The hearing is on Monday in the library.", "The hearing is on Friday in the library.")]
    public void The_time_of_day_and_the_day_of_the_week_are_numbers(string old, string now) => Assert.Equal(ChangeRank.Deadline, Single([P(old)], [P(now)]).Rank);

    [Fact]
    public void Of_two_definitions_in_one_paragraph_the_one_that_differs_is_told()
    {
        const string Both = "“Ticket” means a citation. “Arrest” means custody.";
        Assert.Equal(["Arrest"], Terms("“Ticket” means a citation. “Arrest” means custody or a search."));
        Assert.Equal(["Ticket"], Terms("“Ticket” means a written citation. “Arrest” means custody."));
        Assert.Equal(["Ticket", "Arrest"], Terms("“Ticket” means a written citation. “Arrest” means custody or a search."));

        static IEnumerable<string> Terms(string now) => Compared([P(Both)], [P(now)]) is var comparison ? comparison.Parts.SelectMany(p => comparison.Definitions.Of(p)).Select(d => d.Term) : [];
    }

    [Fact]
    public void An_item_that_stands_elsewhere_in_its_list_is_neither_lost_nor_gained()
    {
        PartChange change = Single([P("The SRO shall:"), Ordered(I("wear a badge;"), I("keep a log of visits;"), I("greet the staff;"))], [P("The SRO shall:"), Ordered(I("greet the staff;"), I("wear a badge;"), I("keep a log of visits;"))]);
        Assert.Empty(change.Duties);
        Assert.Equal(ChangeRank.Place, change.Rank);
    }

    [Theory]
    [InlineData("No officer carries a rifle at school.", ChangeRank.DutyOrRight)]
    [InlineData("Nobody enters a classroom in uniform.", ChangeRank.DutyOrRight)]
    [InlineData("Officers are not allowed to search bags.", ChangeRank.DutyOrRight)]
    [InlineData("These goals do not by themselves create a duty.", ChangeRank.Wording)]
    [InlineData("Rifles are prohibited in every school.", ChangeRank.DutyOrRight)]
    [InlineData("No later than noon the list is sent.", ChangeRank.Deadline)]
    [InlineData("Form No. 5 is on the website.", ChangeRank.Wording)]
    [InlineData("The Department is not liable for the acts of an officer.", ChangeRank.DutyOrRight)]
    [InlineData("The District waives all claims against the Department.", ChangeRank.DutyOrRight)]
    [InlineData("This Agreement renews automatically unless the Chief objects.", ChangeRank.DutyOrRight)]
    [InlineData("The District indemnifies the Department against every claim.", ChangeRank.DutyOrRight)]
    [InlineData("This Agreement is subject to funding.", ChangeRank.DutyOrRight)]
    [InlineData("Each party bears its own costs.", ChangeRank.DutyOrRight)]
    [InlineData("The City covers the cost of the training.", ChangeRank.DutyOrRight)]
    [InlineData("Nothing here binds the District.", ChangeRank.DutyOrRight)]
    [InlineData("The District pays the Department.", ChangeRank.DutyOrRight)]
    [InlineData("That section says who pays.", ChangeRank.Wording)]
    [InlineData("The form bears the name of the school.", ChangeRank.Wording)]
    [InlineData("Officers greet the students by name.", ChangeRank.Wording)]
    public void A_sentence_that_forbids_weighs_as_one(string sentence, ChangeRank rank)
    {
        Assert.Equal(rank, Single([P(Intro)], [P(Intro), P(sentence)]).Rank);
        Assert.Equal(rank, Single([P(Intro), P(sentence)], [P(Intro)]).Rank);
    }

    [Theory]
    [InlineData("calls within the hour", "calls within the day", "the hour", "the day")]
    [InlineData("calls by the end of the school day", "calls by the end of the school week", "end of the school day", "end of the school week")]
    [InlineData("calls every school day", "calls every day", "every school day", "every day")]
    [InlineData("reports each school year", "reports each calendar year", "each school year", "each calendar year")]
    [InlineData("reports once a month", "reports once each quarter", "once a month", "once each quarter")]
    [InlineData("reports several times a year", "reports twice a year", "several times a year", "twice a year")]
    [InlineData("reports monthly", "reports weekly", "monthly", "weekly")]
    [InlineData("writes a same-day report", "writes a next-day report", "same-day", "next-day")]
    [InlineData("gets $250,000 a year", "gets $250,000 a month", "a year", "a month")]
    [InlineData("reports in the second week", "reports in the third week", "the second week", "the third week")]
    [InlineData("reports each year", "reports every second year", "each year", "every second year")]
    [InlineData("reports every two weeks", "reports twice a week", "every two weeks", "twice a week")]
    public void A_time_is_another_however_it_is_written(string old, string now, string from, string to)
    {
        foreach ((string before, string after, DeadlineChange told) in new[] { (old, now, new DeadlineChange(from, to)), (now, old, new DeadlineChange(to, from)) })
        {
            foreach (string verb in new[] { "The officer {0}.", "The officer shall see that the chief {0}." })
            {
                PartChange change = Single([P(string.Format(null, verb, before))], [P(string.Format(null, verb, after))]);
                Assert.Equal([told], change.Deadlines);
                Assert.InRange(change.Rank, ChangeRank.DutyOrRight, ChangeRank.Deadline);
            }
        }
    }

    [Theory]
    [InlineData("calls within an hour", "calls within one hour")]
    [InlineData("reports once each year", "reports annually")]
    [InlineData("reports each month", "reports every month")]
    [InlineData("reports twice a year", "reports two times a year")]
    public void A_time_in_other_words_is_no_other_time(string old, string now)
    {
        PartChange change = Single([P($"The officer {old}.")], [P($"The officer {now}.")]);
        Assert.Equal((ChangeRank.Wording, 0), (change.Rank, change.Deadlines.Length));
    }

    [Theory]
    [InlineData("under ten", "of ten or under", true)]
    [InlineData("over the age of 12", "of 12 or older", true)]
    [InlineData("of at least ten", "of ten", true)]
    [InlineData("of up to ten years", "of ten years or more", true)]
    [InlineData("of ten or younger", "not older than ten", false)]
    [InlineData("of fewer than ten years", "under ten years", false)]
    public void A_number_between_other_limits_is_another(string old, string now, bool isOther)
    {
        foreach ((string before, string after) in new[] { (old, now), (now, old) })
        {
            Assert.Equal(isOther, Bounds.Differ(Read($"A child {before} goes home."), Read($"A child {after} goes home.")));
        }

        Assert.Equal(ChangeRank.Deadline, Single([P("A child under ten goes home.")], [P("A child of ten or under goes home.")]).Rank);

        static List<MarkedWord> Read(string text)
        {
            List<MarkedWord> words = [];
            MarkedWord.Read(new(t => t, n => n), Words(text), true, 0, words);
            return words;
        }
    }

    [Theory]
    [InlineData("that is on", "", ChangeRank.DutyOrRight)]
    [InlineData("that records sound", "that records pictures", ChangeRank.DutyOrRight)]
    [InlineData("that is on", "which is on", ChangeRank.Wording)]
    public void What_limits_a_thing_in_a_duty_is_part_of_it(string old, string now, ChangeRank rank)
    {
        Assert.Equal(rank, Single([P($"Each officer shall wear a camera {old} in the school.")], [P($"Each officer shall wear a camera {now} in the school.")]).Rank);
        Block[] Led(string what) => [P("Each officer shall:"), Ordered(I($"wear a camera {what} in the school;"), I("keep a log."))];
        Assert.Equal(rank, Single([.. Led(old)], [.. Led(now)]).Rank);
    }

    [Fact]
    public void A_typed_reference_that_follows_its_clause_is_a_reference_and_no_deadline()
    {
        MouDocument Of(string number, params Block[] before) => Document(Properties, [],
        [
            Section("s1", "Purpose", new Clause("p", Words("Purpose"), [P(Intro)])), .. before,
            Section("s2", "Officers", new Clause("o", Words("Partner Officers"), [P("The Department names a Partner Officer for each school in August.")]), new Clause("r", Words("Reports"), [P($"The officer named under Section {number} writes a report each year.")])),
        ]);
        Block costs = Section("s9", "Costs", new Clause("c", Words("Costs"), [P("Each party bears its own costs.")]));
        Comparison follows = Compared(Of("2.1"), Of("3.1", costs));
        PartChange change = follows.Parts.Single(p => p.New?.Id == "r");
        Assert.Equal((ChangeCategory.Changed, ChangeRank.Reference), (change.Category, change.Rank));
        Assert.Contains("reference “2.1” is now “3.1”", ComparisonMarkdown.Write(follows), StringComparison.Ordinal);
        Assert.Equal(1, ComparisonCounts.Of(follows).WordsDeleted);
        IsCountedAlone(follows);

        Comparison other = Compared(Of("2.1"), Of("1.1"));
        change = other.Parts.Single(p => p.New?.Id == "r");
        Assert.Equal((ChangeRank.DutyOrRight, 0), (change.Rank, change.Deadlines.Length)); // what a sentence refers to is part of it
        Assert.Contains("reference “2.1” becomes “1.1”, which is not the new number of the same place: it led to 2.1 Partner Officers and leads to 1.1 Purpose now", ComparisonMarkdown.Write(other), StringComparison.Ordinal);
        Assert.Contains("which is not the new number", MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(other, Locale.En).Material)), StringComparison.Ordinal);
        IsCountedAlone(other);
    }

    [Fact]
    public void Each_typed_reference_is_counted_and_live_ones_beside_them_are_counted_alone()
    {
        MouDocument Of(string number, params Block[] before) => Document(Properties, [],
        [
            Section("s1", "Purpose", new Clause("p", Words("Purpose"), [P(Intro)])), .. before,
            Section("s2", "Officers", new Clause("o", Words("Partner Officers"), [P("The Department names a Partner Officer for each school in August.")]), new Clause("r", Words("Reports"),
            [
                P($"The officer named under Section {number} writes a report each year, and Section {number} says by when it is due."),
                P(new TextRun($"Whoever is named under Section {number} reads "), new Reference("o", "Section"), new TextRun(" at the start of the school year.")),
            ])),
        ]);
        Comparison comparison = Compared(Of("2.1"), Of("3.1", Section("s9", "Costs", new Clause("c", Words("Costs"), [P("Each party bears its own costs.")]))));
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Assert.Equal((3, 1, 3), (counts.TypedReferences, counts.References, counts.WordsDeleted));
        WordFile file = new(Redline.Of(comparison).Word.ToArray());
        Assert.Equal(3, file.Part("word/document.xml").Descendants(WordFile.W + "p").Sum(p => Regex.Count(CountedMarkup.Shown(p), @"Section \]\[d2\.1\]\[i3\.1\]")));
        Assert.Equal(1, CountedMarkup.Of(file).References);
    }

    [Fact]
    public void A_typed_reference_is_counted_in_a_paragraph_that_moved_to_another_clause_too()
    {
        MouDocument Of(string number, bool isLast, params Block[] before)
        {
            Paragraph[] moving = [P($"The officer whom the Department has named under Section {number} for a school shall write a report of each year.")];
            return Document(Properties, [],
            [
                Section("s1", "Purpose", new Clause("p", Words("Purpose"), [P(Intro), .. isLast ? [] : moving])), .. before,
                Section("s2", "Officers", new Clause("o", Words("Partner Officers"), [P("The Department names a Partner Officer for each school in August.")]), new Clause("r", Words("Reports"), [P("Reports are kept for three years."), .. isLast ? moving : []])),
            ]);
        }

        Comparison comparison = Compared(Of("2.1", isLast: false), Of("3.1", isLast: true, Section("s9", "Costs", new Clause("c", Words("Costs"), [P("Each party bears its own costs.")]))));
        Assert.Equal((1, 1, 1), (Redline.Of(comparison).Counts.Moves, Redline.Of(comparison).Counts.WordsDeleted, ComparisonCounts.Of(comparison).TypedReferences));
        Assert.Contains("reference “2.1” is now “3.1”", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
    }

    /// <summary>The comparison has one typed reference of another number, and says so with every count; it is no live reference.</summary>
    private static void IsCountedAlone(Comparison comparison)
    {
        Redline redline = Redline.Of(comparison);
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Assert.Equal((1, 0), (counts.TypedReferences, counts.References));
        Assert.Equal(CountedMarkup.Of(new WordFile(redline.Word.ToArray())).References, counts.References);
        Assert.Contains("Among these words 1 typed reference has another number.", counts.BesideMarks(comparison, redline.Counts));
        JsonElement told = JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement.GetProperty("counts");
        Assert.Equal((1, 0), (told.GetProperty("typed-references").GetInt32(), told.GetProperty("references").GetInt32()));
        Assert.Contains("; 1 typed reference with another number, counted among the words; ", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        ReviewMaterial material = ReviewMaterial.Gather(comparison, Locale.En).Material;
        Assert.Contains("1 reference typed as words with another number, counted among the words\n", MarkdownWriter.Write(SummaryMemo.Of(material)), StringComparison.Ordinal);
        Assert.Contains("data-count=\"typed-references\">1 ", ReviewPage.Write(material), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("As Section 2 says, the answer comes within {0} hours of the call.", ChangeRank.Deadline)]
    [InlineData("As said in Sections 1, 4 and 5, {0} days before the term the list is sent.", ChangeRank.Deadline)]
    [InlineData("As said in Section 1, {0} officers serve the school in the south.", ChangeRank.Deadline)]
    [InlineData("As said in Section {0}, four officers serve the school in the south.", ChangeRank.DutyOrRight)] // what a sentence refers to is part of it
    [InlineData("As said in Sections 1, 4 and {0}, four officers serve the school in the south.", ChangeRank.DutyOrRight)]
    public void A_number_beside_a_typed_reference_is_still_a_number(string sentence, ChangeRank rank) =>
        Assert.Equal(rank, Single([P(sentence.Replace("{0}", "30", StringComparison.Ordinal))], [P(sentence.Replace("{0}", "60", StringComparison.Ordinal))]).Rank);

    [Fact]
    public void Markdown_says_in_which_row_and_column_a_cell_changed()
    {
        TableCell school = Cell("North", rows: 2);
        MouDocument Of(string day, string night, bool isMore) => Document(Properties, [], Section("s", "Section", new Clause("a", Words("Officers"),
        [
            P(Intro), new Table([ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left], 1,
                [Row("School", "Time", "Officers"), new([school, Cell("Day"), Cell(day)]), new([Cell("Night"), Cell(night)]), .. isMore ? [Row("South", "Day", "1")] : Array.Empty<TableRow>()]),
        ])));
        string markdown = ComparisonMarkdown.Write(Compared(Of("4", "2", false), Of("3", "1", true)));
        Assert.Contains("> In row “North”, column “Officers”: ~~4~~ **3**\n\n> In row “North”, column “Officers”: ~~2~~ **1**\n\n> Row added: **South** / **Day** / **1**\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_screen_names_paragraphs_that_were_split_or_joined()
    {
        string[] sentences = ["The School tells a Parent what has happened at once.", "The Officer writes down what was done and by whom.", "The Principal keeps the note for a year."];
        ImmutableArray<Block> one = [P(string.Join(' ', sentences))];
        ImmutableArray<Block> three = [.. sentences.Select(s => P(s))];
        Assert.Contains(", 2 paragraph splits; 0 words", Redline.Of(Compared(one, three)).Counts.InWords(), StringComparison.Ordinal);
        Assert.Contains(", 2 paragraphs joined to others; 0 words", Redline.Of(Compared(three, one)).Counts.InWords(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The term is twelve (12) months from the first day.", "The term is six (6) months from the first day.", "twelve (12)", "six (6)")]
    [InlineData("The term is twelve (12) months from the first day.", "The term is twelve (12) weeks from the first day.", "months", "weeks")]
    [InlineData("Call the office (desk 12) at noon.", "Call the office (desk 13) at noon.", "12", "13")]
    public void A_bracket_that_is_opened_in_a_phrase_is_closed_in_it(string old, string now, string was, string became)
    {
        WordChange edit = Assert.Single(Single([P(old)], [P(now)]).Words, w => w.IsEdit);
        Assert.Equal((was, became), (edit.OldText, edit.NewText));
    }

    [Fact]
    public void A_clause_that_is_a_list_is_not_called_by_its_first_item_as_if_it_were_about_it()
    {
        MouDocument document = Document(Properties, [], Section("s", "Officers", new Clause("a", [], [Ordered(I("wear a badge;"), I("keep a log."))])));
        Assert.Equal("Clause in 1. Officers, a list that begins “wear a badge;”", ComparisonWords.NameOf(DocumentParts.Of(document).Single(p => p.Id == "a"), ComparisonSide.Of(document)));
    }

    [Fact]
    public void Sections_that_came_or_went_are_counted()
    {
        Block first = Section("s1", "Purpose", new Clause("p", Words("Purpose"), [P(Intro)]));
        Block second = Section("s2", "Costs", new Clause("c", Words("Costs"), [P("Each party bears its own costs.")]));
        Comparison comparison = Compared(Document(Properties, [], first), Document(Properties, [], first, second));
        Assert.Equal((1, 0), (ComparisonCounts.Of(comparison).SectionsAdded, ComparisonCounts.Of(comparison).SectionsRemoved));
        Assert.Contains("1 section added", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement.GetProperty("counts").GetProperty("sections-added").GetInt32());
        Assert.Contains("1 section added", MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material)), StringComparison.Ordinal);
        Assert.Contains("1 sección eliminada", ReviewPage.Write(ReviewMaterial.Gather(Compared(comparison.New.Document, comparison.Old.Document), Locale.Es).Material), StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_reconstruction_on_either_side_memo_and_page_say_the_same_of_duties()
    {
        ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;
        Comparison comparison = Comparer.Compare(Side("dps-dpd-2022"), Side("dps-dpd-2013"));
        Assert.Equal((0, 0), (ComparisonCounts.Of(comparison).SectionsAdded, ComparisonCounts.Of(comparison).SectionsRemoved));
        ReviewMaterial material = ReviewMaterial.Gather(comparison, Locale.En).Material;
        string memo = MarkdownWriter.Write(SummaryMemo.Of(material));
        string page = ReviewPage.Write(material);
        Assert.All(new[] { memo, page }, text =>
        {
            Assert.Contains("Has duties in the newer text:", text, StringComparison.Ordinal);
            Assert.DoesNotContain("New duties for", text, StringComparison.Ordinal);
        });
    }

    private static Table Officers(string north, string south) =>
        new([ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row("School", "Officers"), Row("North", north), Row("The school in the south of the city", south)]);

    private static PartChange Single(ImmutableArray<Block> old, ImmutableArray<Block> now) => Compared(old, now).Parts.Single(p => p.New?.Id == "a");

    private static Comparison Compared(ImmutableArray<Block> old, ImmutableArray<Block> now) => Compared(Of(old), Of(now));

    private static Comparison Compared(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));

    private static MouDocument Of(ImmutableArray<Block> blocks) => Document(Properties, [], Section("s", "Section", new Clause("a", Words("Officers"), blocks)));
}
