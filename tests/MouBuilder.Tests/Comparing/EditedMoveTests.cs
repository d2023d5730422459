using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Comparing.Redlines;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing;

/// <summary>What goes elsewhere with an edit is one move, and the edit is told and weighed as that.</summary>
public sealed class EditedMoveTests
{
    private const string Pays = "The District pays the Department the amounts in this table.";
    private const string Training = "The Chief shall confirm in writing within ten days that the whole training was completed.";

    public static TheoryData<string, int, int, int, int, int> Tables => new()
    {
        { "one fee", 0, 0, 1, 1, (int)ChangeRank.Deadline },
        { "a row more", 1, 0, 5, 0, (int)ChangeRank.Deadline },
        { "a row fewer", 0, 1, 0, 5, (int)ChangeRank.Deadline },
        { "a word of a cell", 0, 0, 1, 1, (int)ChangeRank.Wording },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_one_move_with_the_rows_and_cells_that_changed(string edit, int rowsIn, int rowsOut, int wordsIn, int wordsOut, int rank)
    {
        Table edited = edit switch
        {
            "one fee" => TableOf(rows: 5, fee: "95,500"),
            "a row more" => TableOf(rows: 6),
            "a row fewer" => TableOf(rows: 4),
            _ => TableOf(rows: 5, name: "the campus"),
        };
        foreach (bool isWithin in new[] { false, true })
        {
            Block[] none = [];
            (MouDocument old, MouDocument now) = isWithin
                ? (Of([TableOf(rows: 5), P(Training), P("Nobody searches a locker unless the Principal says so in writing, and stands beside it the whole time, and writes down what was found in it and by whom.")], none), Of([P(Training), P("Nobody searches a locker unless the Principal says so in writing, and stands beside it the whole time, and writes down what was found in it and by whom."), edited], none))
                : (Of([TableOf(rows: 5)], none), Of(none, [edited]));
            Check(old, now, rowsIn, rowsOut, wordsIn, wordsOut);
            Check(now, old, rowsOut, rowsIn, wordsOut, wordsIn);
        }

        void Check(MouDocument old, MouDocument now, int inserted, int deleted, int added, int struck)
        {
            Comparison comparison = Compared(old, now);
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((1, inserted, deleted, added, struck), (counts.Moves, counts.RowsInserted, counts.RowsDeleted, counts.WordsInserted, counts.WordsDeleted));
            Assert.All(comparison.Parts.Where(p => p.IsChange), p => Assert.Equal((ChangeCategory.Changed, (ChangeRank)rank), (p.Category, p.Rank)));
            RedlineContractTests.Check(old, now, validate: true);
        }
    }

    [Fact]
    public void A_clause_that_a_long_table_left_is_neither_gone_nor_new()
    {
        MouDocument old = Untitled([P(Pays), TableOf(rows: 12)], []);
        MouDocument now = Untitled([P(Pays)], [TableOf(rows: 12, fee: "95,500")]);
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            Assert.Equal([ChangeCategory.Changed, ChangeCategory.Changed], comparison.Parts.Where(p => p.IsChange).Select(p => p.Category));
            Assert.Equal(1, Redline.Of(comparison).Counts.Moves);
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Fact]
    public void Words_that_lead_to_a_list_and_the_list_are_one_move_with_an_item_that_was_edited()
    {
        Block[] Led(string time) => [P("Each officer shall do the following:"), Ordered(I("report to the principal each morning before eight;"), I("wear the uniform of the Department at all times;"), I($"notify the parent of a student within one {time} of an arrest."))];
        (MouDocument old, MouDocument now) = (Of(Led("hour"), []), Of([], Led("day")));
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((1, 1, 1), (counts.Moves, counts.WordsInserted, counts.WordsDeleted));
            Assert.Equal([ChangeRank.Deadline, ChangeRank.Deadline], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank));
            Assert.All(comparison.Parts, p => Assert.Empty(p.Duties));
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Fact]
    public void An_item_struck_from_a_list_that_moves_with_its_lead_is_a_duty_gone()
    {
        Block[] Led(params string[] last) => [P("Each officer shall do the following:"), Ordered([I("report to the principal each morning before eight;"), I("wear the uniform of the Department at all times;"), I("notify the parent of a student of an arrest at once."), .. last.Select(l => I(l))])];
        (MouDocument old, MouDocument now) = (Of(Led("keep a written log of every contact with a student."), []), Of([], Led()));
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            Assert.Equal(1, Redline.Of(comparison).Counts.Moves);
            Assert.Equal([ChangeRank.DutyOrRight, ChangeRank.DutyOrRight], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank));
            DutyChange duty = comparison.Parts.SelectMany(p => p.Duties).Single();
            Assert.Equal("do the following … keep a written log of every contact …", duty.OldAct + duty.NewAct);
            Assert.Equal(comparison.Old.Document == old, duty.NewModal is null);
        }
    }

    [Theory]
    [InlineData("The school keeps these notes:")]
    [InlineData("Each officer may do the following:")]
    [InlineData(null)]
    public void Items_that_left_the_words_that_asked_for_them_ask_for_it_no_longer(string? newLead)
    {
        const string Lead = "Each officer shall do the following:";
        ListBlock List() => Ordered(I("Report to the principal each morning before eight o'clock."), I("Notify the parent of a student within one hour of an arrest."));
        Block[] moved = newLead is null ? [List()] : [P(newLead), List()];
        (MouDocument old, MouDocument now) = (Of([P(Lead), List()], []), Of([P(Lead)], moved));
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            PartChange[] changed = [.. comparison.Parts.Where(p => p.IsChange)];
            Assert.Equal([ChangeRank.DutyOrRight, ChangeRank.DutyOrRight], changed.Select(p => p.Rank));
            Assert.All(changed, p => Assert.Empty(p.SentenceMoves));
            Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(ComparisonMarkdown.Write(comparison), "the same items stand in both texts under other words")); // in the summary and at the part, of each
            Assert.Equal(2, changed.SelectMany(p => p.Duties).Count(d => (d.OldModal ?? d.NewModal) == "shall"));
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Fact]
    public void An_item_that_went_below_words_that_ask_the_same_only_stands_elsewhere()
    {
        Block[] Led(params string[] items) => [P("The Officer shall:"), Ordered([.. items.Select(i => I(i))])];
        const string Log = "keep a written log of every contact with a student;";
        (MouDocument old, MouDocument now) = (Of(Led("report to the principal each morning;", Log, "wear a badge."), Led("greet the staff;", "lock the gate.")), Of(Led("report to the principal each morning;", "wear a badge."), Led("greet the staff;", Log, "lock the gate.")));
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            PartChange[] changed = [.. comparison.Parts.Where(p => p.IsChange)];
            Assert.Equal([ChangeRank.Place, ChangeRank.Place], changed.Select(p => p.Rank));
            Assert.All(changed, p => Assert.Empty(p.Duties));
            Assert.All(changed, p => Assert.Single(p.SentenceMoves));
        }
    }

    [Fact]
    public void A_sentence_of_four_words_goes_to_another_clause_and_one_said_twice_does_not()
    {
        Paragraph wait = P("Officers shall not search.");
        (MouDocument old, MouDocument now) = (Of([wait], []), Of([], [wait]));
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            Assert.Equal(1, Redline.Of(comparison).Counts.Moves);
            Assert.Equal([ChangeRank.Place, ChangeRank.Place], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank));
        }

        Assert.Equal(0, Redline.Of(Compared(Of([wait, P(Pays), wait], []), Of([P(Pays)], [wait, P(Training), wait]))).Counts.Moves);
    }

    [Theory]
    [InlineData(Training, "shall confirm", "may confirm", ChangeRank.DutyOrRight)]
    [InlineData(Training, "ten days", "nine days", ChangeRank.Deadline)]
    [InlineData("The costs of the school year are told in a long report that is read in June.", "long", "big", ChangeRank.Wording)]
    public void Both_clauses_weigh_what_was_edited_on_the_way(string text, string words, string others, ChangeRank rank)
    {
        Paragraph edited = P(text.Replace(words, others, StringComparison.Ordinal));
        Assert.Equal(rank, Compared(Of([P(text)], []), Of([edited], [])).Parts.Single(p => p.IsChange).Rank);
        (MouDocument old, MouDocument now) = (Of([P(text)], []), Of([], [edited]));
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            Assert.Equal(1, Redline.Of(comparison).Counts.Moves);
            Assert.Equal([rank, rank], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank));
        }
    }

    [Fact]
    public void Tables_that_went_elsewhere_with_any_edit_keep_the_contract()
    {
        int moves = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            Table before = Reaching(random, 4 + random.Next(5));
            Table after = before with { Rows = [.. before.Rows.SelectMany((r, i) => i > 0 && random.Next(6) == 0 ? [] : random.Next(6) == 0 ? [r, Row("Some other school of theirs", "7", "90,000")] : new[] { r })] };
            (MouDocument old, MouDocument now) = seed % 2 == 0 ? (Of([before], []), Of([], [after])) : (Of([before, P(Training), P(Pays)], []), Of([P(Training), P(Pays), after], []));
            moves += Redline.Of(Compared(old, now)).Counts.Moves;
            RedlineContractTests.Check(old, now, validate: seed % 5 == 0);
            RedlineContractTests.Check(now, old, validate: false);
        }

        Assert.InRange(moves, 20, 60);
    }

    private static Table TableOf(int rows, string fee = "72,500", string name = "the school") =>
        new([ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row("School", "Annual fee"), .. Enumerable.Range(0, rows).Select(i => Row($"{(i == 2 ? name : "the school")} number {i}", i == 2 ? fee : $"7{i},500"))]);

    // Some cells reach over the row below them.
    private static Table Reaching(Random random, int rows)
    {
        List<TableRow> all = [Row("School", "Officers", "Annual fee")];
        for (int i = 0; i < rows; i++)
        {
            TableRow row = Row($"The school number {i} of the District", $"{i} officers", $"7{i},500");
            all.Add(row);
            if (random.Next(5) == 0)
            {
                all[^1] = row with { Cells = row.Cells.SetItem(0, row.Cells[0] with { RowSpan = 2 }) };
                all.Add(Row("and more", $"8{i},000"));
            }
        }

        return new([ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left], 1, [.. all]);
    }

    private static Comparison Compared(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));

    private static MouDocument Of(Block[] first, Block[] second) => Document(Properties with { Contents = false }, [], Section("s", "Section", Clause("a", first), Clause("b", []), Clause("c", second)));

    private static Clause Clause(string id, Block[] more) => new(id, Words("Clause " + id), [P($"What stands here at first is about {id} and it stays as it is."), .. more, P($"The last words of this clause are those of {id}, and they stay.")]);

    // As a paper is read whose clauses have numbers alone.
    private static MouDocument Untitled(ImmutableArray<Block> first, Block[] second) => Document(Properties with { Contents = false }, [], Section("s", "Payment", new Clause("read-1-1", [], first), new Clause("read-1-2", [], [P("Invoices are sent quarterly to the Comptroller at Main Street.")])), Section("t", "Schools", new Clause("read-2-1", Words("Schools served"), [P("The officers are assigned to the schools of the District, each of which names one administrator as liaison to the officer within ten days after this agreement begins, and says so in writing to the Chief."), .. second])));
}
