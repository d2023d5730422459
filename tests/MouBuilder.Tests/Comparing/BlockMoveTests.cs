using System.Collections.Immutable;
using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Comparing.Redlines;
using MouBuilder.Text;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing;

/// <summary>What stands at another place of its clause moved; it was not struck and written anew.</summary>
public sealed class BlockMoveTests
{
    private const string Records = "The School keeps the record of each arrest for three years.";
    private const string Parents = "The Officer shall tell the parents of the student at once.";
    private const string Searches = "Nobody searches a locker unless the Principal has said so in writing and stands beside it.";
    private const string Intro = "The table says how many officers serve each school, and by when they answer a call from it.";

    private const string Costs = "Each party bears what it spends on this agreement by itself.";

    /// <summary>Both texts of a clause, of which one block stands elsewhere in the second.</summary>
    public static TheoryData<string> Names => [.. Pairs.Keys];

    internal static readonly Dictionary<string, (ImmutableArray<Block> Old, ImmutableArray<Block> New, int Words)> Pairs = new()
    {
        ["a paragraph"] = ([P(Records), P(Searches), P(Intro)], [P(Searches), P(Intro), P(Records)], 0),
        ["two that changed places"] = ([P(Records), P(Searches)], [P(Searches), P(Records)], 0),
        ["an edited paragraph"] = ([P(Parents), P(Searches), P(Intro)], [P(Searches), P(Intro), P(Parents.Replace("shall", "may", StringComparison.Ordinal))], 1),
        ["two that moved together"] = ([P(Records), P(Parents), P(Searches), P(Intro)], [P(Searches), P(Intro), P(Records), P(Parents)], 0),
        ["a heading with its paragraph"] = ([new Heading(3, Words("Records")), P(Records), P(Searches), P(Intro)], [P(Searches), P(Intro), new Heading(3, Words("Records")), P(Records)], 0),
        ["an item with items of its own"] = ([P("The Officer:"), Ordered(Item, I(Searches), I(Intro))], [P("The Officer:"), Ordered(I(Searches), I(Intro), Item)], 0),
        ["the words before a list and the list"] = ([P("The Officer shall:"), List, P(Searches), P(Intro)], [P(Searches), P(Intro), P("The Officer shall:"), List], 0),
        ["a table"] = ([Table, P(Searches), P(Intro)], [P(Searches), Table, P(Intro)], 0),
        ["a paragraph with a reference"] = ([P(Intro), Referring, P(Searches), P(Records)], [P(Intro), P(Searches), P(Records), Referring], 0),
    };

    private static Block[] Item => I("teaches the classes that the principal asked for:", Ordered(I("in the gymnasium;"), I("in the library.")));

    private static ListBlock List => Ordered(I("tell the parents of the student at once;"), I("write a report of what was done."));

    private static Table Table => new([ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row("School", "Officers"), Row("The North High School", "4"), Row("The South High School", "2")]);

    private static Paragraph Referring => new(ParagraphRole.Body, [new TextRun("What is said of the records in "), new Reference("b", "Section"), new TextRun(" holds here as well.")]);

    public static TheoryData<string> ItemNames => [.. Items.Keys];

    private static readonly Dictionary<string, (ImmutableArray<Block> Old, ImmutableArray<Block> New, int WordsAdded)> Items = new()
    {
        ["a short item to which words were added"] = ([P("The Officer shall:"), Ordered(I("sign the log at the office;"), I(Searches), I(Intro))], [P("The Officer shall:"), Ordered(I(Searches), I(Intro), I("sign the log at the office of the School;"))], 3),
        ["an item that left its list for another"] = ([P("The parties agree."), Ordered(I(Records), I(Searches)), P(Costs), Bullets(I(Intro), I(Parents))], [P("The parties agree."), Ordered(I(Searches)), P(Costs), Bullets(I(Intro), I(Parents), I(Records))], 0),
        ["an item that was edited on its way to another list"] = ([P("The Officer shall:"), Ordered(I(Searches), I("sign the log at the office;")), P(Costs), P("The Officer shall:"), Ordered(I(Intro), I(Records))], [P("The Officer shall:"), Ordered(I(Searches)), P(Costs), P("The Officer shall:"), Ordered(I("sign the log at the office of the School;"), I(Intro), I(Records))], 3),
    };

    [Theory]
    [MemberData(nameof(ItemNames))]
    public void An_item_is_one_move_with_the_words_that_were_added(string name)
    {
        (ImmutableArray<Block> old, ImmutableArray<Block> now, int added) = Items[name];
        foreach ((Comparison comparison, int inserted) in new[] { (Compared(old, now), added), (Compared(now, old), 0) })
        {
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((1, inserted, added - inserted), (counts.Moves, counts.WordsInserted, counts.WordsDeleted));
            PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
            Assert.Equal((added == 0 ? ChangeRank.Place : ChangeRank.Wording, true), (change.Rank, change.Duties.IsEmpty));
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_one_move(string name)
    {
        (ImmutableArray<Block> old, ImmutableArray<Block> now, int words) = Pairs[name];
        foreach (Comparison comparison in new[] { Compared(old, now), Compared(now, old) })
        {
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((1, words, words), (counts.Moves, counts.WordsInserted, counts.WordsDeleted));
            Assert.Equal((0, 0), (counts.RowsInserted, counts.RowsDeleted));
            PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
            Assert.Equal((ChangeCategory.Changed, words == 0 ? ChangeRank.Place : ChangeRank.DutyOrRight), (change.Category, change.Rank));
            RedlineContractTests.Check(comparison.Old.Document, comparison.New.Document, validate: true);
        }
    }

    [Fact]
    public void It_is_told_at_its_new_place_in_every_form()
    {
        (ImmutableArray<Block> old, ImmutableArray<Block> now, _) = Pairs["an edited paragraph"];
        Comparison comparison = Compared(old, now);
        Assert.Contains("\n> *Moved within the clause:* The Officer ~~shall~~ **may** tell the parents of the student at once.\n", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        JsonElement blocks = JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("rank").GetString() == "duty-or-right").GetProperty("blocks");
        Assert.Equal(["moved-from", "same", "same", "moved-to"], blocks.EnumerateArray().Select(b => b.GetProperty("kind").GetString()!));
        ReviewMaterial material = ReviewMaterial.Gather(comparison, Locale.En).Material;
        string page = ReviewPage.Write(material);
        Assert.Contains("Moved within the clause; it stood here:", page, StringComparison.Ordinal);
        Assert.Contains("Moved within the clause to here:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("removed:\u00A0</span>The Officer", page, StringComparison.Ordinal);
        (old, now, _) = Pairs["a paragraph"];
        Assert.Contains("1 paragraph moved within the clause: “The School keeps", MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(Compared(old, now), Locale.En).Material)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_one_move_to_another_clause_too(string name)
    {
        bool hasRows = Pairs[name].Old[0] is Table;
        (MouDocument first, MouDocument second) = Across(name);
        foreach ((MouDocument old, MouDocument now) in new[] { (first, second), (second, first) })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((1, 0, 0), (counts.Moves, counts.WordsInserted, counts.WordsDeleted));
            Assert.Equal((0, 0, hasRows ? Table.Rows.Length : 0), (counts.RowsInserted, counts.RowsDeleted, counts.RowsMoved));
            Assert.Equal(2, comparison.Parts.Count(p => p.IsChange));
            RedlineContractTests.Check(old, now, validate: true);
        }
    }

    /// <summary>A block in the first of three clauses, and in the last of them.</summary>
    internal static (MouDocument Old, MouDocument New) Across(string name)
    {
        ImmutableArray<Block> blocks = Pairs[name].Old;
        Block[] moved = blocks[0] is Heading || LedItems.Leads(blocks[0] as Paragraph ?? P("")) ? [.. blocks[..2]] : [blocks[0]];
        return (Of(true), Of(false));

        MouDocument Of(bool isIn) => Document(Properties with { Contents = false }, [], Section("s", "Section", Holding("a", isIn ? moved : []), new Clause("b", Words("Costs"), [P("Each party bears its own costs.")]), Holding("c", isIn ? [] : moved)));
        Clause Holding(string id, Block[] more) => new(id, Words("Clause " + id), [P("What stands here at first is about " + id + " and stays."), .. more, P("The last words of this clause are those of " + id + ".")]);
    }

    [Fact]
    public void What_went_to_another_clause_is_told_in_both()
    {
        MouDocument Of(Block[] first, Block[] second) => Document(Properties with { Contents = false }, [], Section("s", "Section", new Clause("a", Words("Officers"), [P(Searches), .. first]), new Clause("b", Words("Costs"), [P(Intro), .. second])));
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(Of([P(Parents)], [])), ComparisonSide.Of(Of([], [P(Parents.Replace("shall", "may", StringComparison.Ordinal))])));
        Assert.Equal((1, 1, 1), (Redline.Of(comparison).Counts.Moves, Redline.Of(comparison).Counts.WordsInserted, Redline.Of(comparison).Counts.WordsDeleted));
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.Contains("\n> *Moved here from 1.1 Officers:* The Officer ~~shall~~ **may** tell the parents of the student at once.\n", markdown, StringComparison.Ordinal);
        Assert.Contains("now stands in 1.2 Costs", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("; “shall” becomes “may”\n", markdown, StringComparison.Ordinal);
        Assert.Equal([ChangeRank.DutyOrRight, ChangeRank.DutyOrRight], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank));
        Comparison list = Comparer.Compare(ComparisonSide.Of(Of([P("The Officer shall:"), List], [])), ComparisonSide.Of(Of([], [P("The Officer shall:"), List])));
        Assert.All(list.Parts.Where(p => p.IsChange), p => Assert.Equal((ChangeRank.Place, 0), (p.Rank, p.Duties.Length))); // what all of it binds stands there as it stood here
        string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material);
        Assert.Contains("Moved to 1.2 Costs; it stood here:", page, StringComparison.Ordinal);
        Assert.Contains("Moved here from 1.1 Officers:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_of_any_kind_that_went_to_another_clause_keep_the_contract()
    {
        int moves = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            MouDocument old = RandomRedline.Of(seed).Old;
            Random random = new(seed);
            (Section Section, Clause Clause)[] clauses = [.. old.Blocks.OfType<Section>().Where(s => s.Kind == SectionKind.Numbered).SelectMany(s => s.Blocks.OfType<Clause>().Select(c => (s, c)))];
            if (clauses.Length < 2 || clauses[random.Next(clauses.Length)] is var (_, source) && source.Blocks.Length < 2)
            {
                continue;
            }

            Clause to = clauses.Select(c => c.Clause).Where(c => c != source).ElementAt(random.Next(clauses.Length - 1));
            Block block = source.Blocks[^1];
            Block edited = random.Next(2) == 0 ? block : new InlineRewriter((inline, output) => output.Add(inline is TextRun run ? run with { Value = run.Value.Replace("shall", "may", StringComparison.Ordinal) } : inline)).Rewrite([block])[0];
            MouDocument now = old with
            {
                Blocks = [.. old.Blocks.Select(b => b is not Section s ? b : s with
                {
                    Blocks = [.. s.Blocks.Select(c => c == source ? source with { Blocks = source.Blocks[..^1] } : c == to ? to with { Blocks = [.. to.Blocks, edited] } : c)],
                })],
            };
            moves += Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Counts.Moves;
            RedlineContractTests.Check(old, now, validate: seed % 10 == 0);
            RedlineContractTests.Check(now, old, validate: false);
        }

        Assert.InRange(moves, 50, 300);
    }

    public static TheoryData<string> EditedNames => ["a cell", "a row more", "a row less", "rows that changed places", "an item", "an item more", "the words that lead to a list"];

    [Theory]
    [MemberData(nameof(EditedNames))]
    public void What_was_edited_on_its_way_to_another_clause_is_one_move(string name)
    {
        Table Fees(string fee, params TableRow[] more) => new([ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row("School of the town", "Fee of the year"), Row("The North High School", fee), Row("The South High School", "$2,000"), Row("The West High School", "$3,000"), .. more]);
        ListBlock Tasks(string when, params Block[][] more) => Ordered([I("tell the parents of the student " + when + ";"), I("write a report of what was done;"), I("keep the report with the records of the school;"), .. more]);
        TableRow east = Row("The East High School", "$4,000");
        (Block[] old, Block[] now, int words, int rows) = name switch
        {
            "a cell" => (new Block[] { Fees("$1,000", east) }, new Block[] { Fees("$9,000", east) }, 1, 0),
            "a row more" => ([Fees("$1,000")], [Fees("$1,000", east)], 5, 1),
            "a row less" => ([Fees("$1,000", east)], [Fees("$1,000")], 0, 1),
            "rows that changed places" => ([Fees("$1,000", east)], [Fees("$1,000", east) is var t ? t with { Rows = [t.Rows[0], t.Rows[2], t.Rows[1], .. t.Rows[3..]] } : t], 5, 2),
            "an item" => ([P("The Officer shall:"), Tasks("at once")], [P("The Officer shall:"), Tasks("within a day")], 3, 0),
            "an item more" => ([P("The Officer shall:"), Tasks("at once")], [P("The Officer shall:"), Tasks("at once", I("send a copy to the district;"))], 6, 0),
            _ => ([P("The Officer shall as soon as there is time for it:"), Tasks("at once")], [P("The Officer may as soon as there is time for it:"), Tasks("at once")], 1, 0),
        };
        MouDocument Of(Block[] first, Block[] second) => Document(Properties with { Contents = false }, [], Section("s", "Section",
            new Clause("a", Words("Officers"), [P(Searches), .. first, P("Each officer wears a badge.")]), new Clause("b", Words("Costs"), [P("Each party bears its own costs.")]), new Clause("c", Words("Records"), [P(Intro), .. second])));
        (MouDocument before, MouDocument after) = (Of(old, []), Of([], now));
        foreach ((MouDocument from, MouDocument to) in new[] { (before, after), (after, before) })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(from), ComparisonSide.Of(to));
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal(1, counts.Moves);
            Assert.InRange(counts.WordsInserted, 0, Math.Max(words, 5));
            Assert.InRange(counts.RowsInserted + counts.RowsDeleted, 0, rows);
            PartChange[] changed = [.. comparison.Parts.Where(p => p.IsChange)];
            Assert.Equal(2, changed.Length);
            Assert.Equal(changed[0].Rank, changed[1].Rank);
            RedlineContractTests.Check(from, to, validate: true);
        }
    }

    [Fact]
    public void A_clause_from_which_a_long_table_went_elsewhere_stays_what_it_was()
    {
        Table fees = new([ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row("School", "Fee"), .. Enumerable.Range(0, 20).Select(i => Row($"School number {i} of the town", $"${i},000"))]);
        Table edited = fees with { Rows = [.. fees.Rows[..5], Row("School number 4 of the town", "$99,000"), .. fees.Rows[6..]] };
        MouDocument Of(Block[] first, Block[] second, string id) => Document(Properties with { Contents = false }, [], Section("s", "Section", new Clause(id + "a", Words("Payment"), [P("The town pays for each officer what this table says."), .. first]), new Clause(id + "b", Words("Costs"), [P(Intro), .. second])));
        (MouDocument before, MouDocument after) = (Of([fees], [], "x"), Of([], [edited], "y"));
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(before), ComparisonSide.Of(after));
        Assert.DoesNotContain(comparison.Parts, p => p.Old is null || p.New is null);
        Assert.Equal((1, 1, 1), (Redline.Of(comparison).Counts.Moves, Redline.Of(comparison).Counts.WordsInserted, Redline.Of(comparison).Counts.WordsDeleted));
        RedlineContractTests.Check(before, after, validate: true);
        RedlineContractTests.Check(after, before, validate: true);
    }

    [Fact]
    public void A_short_item_moves_within_its_list_and_a_short_paragraph_does_not()
    {
        foreach ((Block[] old, Block[] now) in new[] { ((Block[])[Ordered(I("in writing;"), I(Records), I(Searches))], (Block[])[Ordered(I(Records), I(Searches), I("in writing;"))]), ([Ordered(I("wait thirty minutes;"), I("call a parent."))], [Ordered(I("call a parent."), I("wait thirty minutes;"))]) })
        {
            RedlineCounts counts = Redline.Of(Compared([.. old], [.. now])).Counts;
            Assert.Equal((1, 0, 0), (counts.Moves, counts.WordsInserted, counts.WordsDeleted));
        }

        Assert.Equal(0, Redline.Of(Compared([P("In writing."), P(Records), P(Searches)], [P(Records), P(Searches), P("In writing.")])).Counts.Moves);
        Assert.Equal(0, Redline.Of(Compared([P(Records), P(Records), P(Searches), P(Intro)], [P(Searches), P(Intro), P(Records), P(Records)])).Counts.Moves);
    }

    [Fact]
    public void A_list_that_stands_under_other_words_now_did_not_only_move()
    {
        Block[] shall = [P("The Officer shall:")];
        Block[] may = [P("The Officer may:")];
        Comparison comparison = Compared([.. shall, List, P(Searches), .. may], [.. shall, P(Searches), .. may, List]);
        Assert.Equal(0, Redline.Of(comparison).Counts.Moves);
        Assert.NotEqual(ChangeRank.None, Assert.Single(comparison.Parts, p => p.IsChange).Rank);
    }

    [Fact]
    public void An_item_below_other_words_now_did_not_only_move()
    {
        Block[] Both(ListBlock shall, ListBlock may) => [P("The Officer shall:"), shall, P(Costs), P("The Officer may:"), may];
        Comparison comparison = Compared([.. Both(Ordered(I(Searches), I("sign the log at the office;")), Ordered(I(Intro), I(Records)))], [.. Both(Ordered(I(Searches)), Ordered(I(Intro), I(Records), I("sign the log at the office;")))]);
        Assert.Equal(0, Redline.Of(comparison).Counts.Moves);
        Assert.Equal(ChangeRank.DutyOrRight, Assert.Single(comparison.Parts, p => p.IsChange).Rank);
    }

    [Fact]
    public void In_a_clause_that_moved_it_is_part_of_that_move()
    {
        Block[] costs = [P(Parents), P("Each of the parties bears its own costs under this agreement, and none pays those of another party, whatever happens."), P(string.Join(' ', Enumerable.Repeat("The District pays for the training of its own staff.", 5)))];
        Clause Of(string id, params Block[] blocks) => new(id, Words("Clause " + id), [.. blocks]);
        MouDocument old = Document(Properties, [], Section("s", "Section", Of("a", P(Records), P(Searches), P(Intro)), Of("b", costs)));
        MouDocument now = Document(Properties, [], Section("s", "Section", Of("b", costs), Of("a", P(Searches), P(Intro), P(Records))));
        Assert.Equal(1, Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Counts.Moves);
        RedlineContractTests.Check(old, now, validate: true);
        RedlineContractTests.Check(now, old, validate: true);
    }

    [Fact]
    public void Numbers_of_a_list_that_look_otherwise_are_a_change_that_is_told()
    {
        ListItem Labelled(string text, string label) => new([P(text)]) { Label = label };
        MouDocument Of(string first, string second) => Plainly([new ListBlock(ListKind.Ordered, [Labelled(Records, first), Labelled(Searches, second)])]);
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(Of("1.", "2.")), ComparisonSide.Of(Of("I)", "II)")));
        Assert.Equal(ChangeRank.Formatting, Assert.Single(comparison.Parts, p => p.IsChange).Rank);
        RedlineCounts counts = Redline.Of(comparison).Counts;
        Assert.Equal((2, 0), (counts.ParagraphFormattings, counts.WordsInserted));
        Assert.Equal("Tracked: 2 paragraphs in another form; 0 words inserted, 0 deleted.", counts.InWords());
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.DoesNotContain("Nothing differs", markdown, StringComparison.Ordinal);
        Assert.Contains("2 paragraphs in another form", markdown, StringComparison.Ordinal);
        Assert.Contains("Numbers of a list that looked like “1.” now look like “I)”.", markdown, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement.GetProperty("counts").GetProperty("paragraph-formattings").GetInt32());
        Assert.Contains("2 paragraphs in another form", MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material)), StringComparison.Ordinal);

        // Another number of the same look follows from what stands before it.
        Assert.True(Comparer.Compare(ComparisonSide.Of(Of("1.", "2.")), ComparisonSide.Of(Of("2.", "3."))).IsSame);
    }

    [Fact]
    public void Where_nothing_but_numbers_or_their_form_differs_nothing_says_that_nothing_does()
    {
        const string same = "The words of the two texts are the same.";
        MouDocument Of(string label) => new(Properties with { Contents = false }, [new Clause("a", Words("Purpose"), [P(Records)]) { Label = label }], []);
        string[] Said(Comparison comparison)
        {
            ReviewMaterial material = ReviewMaterial.Gather(comparison, Locale.En).Material;
            return [ComparisonMarkdown.Write(comparison), MarkdownWriter.Write(SummaryMemo.Of(material)), ReviewPage.Write(material)];
        }

        foreach (string label in new[] { "5.", "ARTICLE I" })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(Of("1.")), ComparisonSide.Of(Of(label)));
            Assert.All(Said(comparison), s => Assert.Contains(same, s, StringComparison.Ordinal));
            Assert.All(Said(comparison), s => Assert.Contains("1 clause or exhibit renumbered", s, StringComparison.Ordinal));
            Assert.All(Said(comparison), s => Assert.DoesNotContain("Nothing differs", s, StringComparison.Ordinal));
        }

        Assert.All(Said(Comparer.Compare(ComparisonSide.Of(Of("1.")), ComparisonSide.Of(Of("1.")))), s => Assert.Contains("Nothing differs.", s, StringComparison.Ordinal));
    }

    internal static (MouDocument Old, MouDocument New) Documents(string name) => (Of(Pairs[name].Old), Of(Pairs[name].New));

    private static Comparison Compared(ImmutableArray<Block> old, ImmutableArray<Block> now) => Comparer.Compare(ComparisonSide.Of(Of(old)), ComparisonSide.Of(Of(now)));

    private static MouDocument Of(ImmutableArray<Block> blocks) => Document(Properties with { Contents = false }, [], Sections(blocks));

    // With the labels that the items have.
    private static MouDocument Plainly(ImmutableArray<Block> blocks) => new(Properties with { Contents = false }, [Sections(blocks)], []);

    private static Section Sections(ImmutableArray<Block> blocks) => Section("s", "Section", new Clause("a", Words("Officers"), blocks), new Clause("b", Words("Costs"), [P("Each party bears its own costs.")]));
}
