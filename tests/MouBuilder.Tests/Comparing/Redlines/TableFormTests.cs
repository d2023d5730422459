using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>Tables whose words stand in both texts and whose form differs: programs drop the mark of a header row, and a typist sets a column in the middle.</summary>
public sealed class TableFormTests
{
    private static readonly string[] Rows = ["Count|By", "Arrests of students at school|DPD", "Searches of students|DPS", "Calls for police from a school|DPD"];

    public static TheoryData<int, int, string, string, int, int, int> Forms => new()
    {
        { 1, 0, "LL", "LL", 0, 0, 2 }, // both cells of the row that was a header
        { 1, 2, "LL", "LL", 0, 0, 2 },
        { 1, 1, "LL", "LR", 0, 0, 4 }, // the header stands as its column does
        { 1, 0, "LC", "RL", 12, 0, 8 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_words_stay_and_the_form_is_tracked(int oldHeaders, int newHeaders, string oldColumns, string newColumns, int oldHeight, int newHeight, int paragraphs)
    {
        (MouDocument old, MouDocument now) = (Of(oldHeaders, oldColumns, oldHeight, Rows), Of(newHeaders, newColumns, newHeight, Rows));
        foreach ((MouDocument from, MouDocument to) in new[] { (old, now), (now, old) })
        {
            RedlineContractTests.Check(from, to, validate: true);
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(from), ComparisonSide.Of(to));
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((0, 0, 0, 0, paragraphs), (counts.WordsInserted, counts.WordsDeleted, counts.RowsInserted, counts.RowsDeleted, counts.ParagraphFormattings));
            PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
            Assert.Equal((ChangeCategory.Changed, ChangeRank.Formatting), (change.Category, change.Rank));
            Assert.NotEmpty(TableForms.Of(change));
            Assert.All(TableForms.Of(change), l => Assert.Contains(l, ComparisonMarkdown.Write(comparison), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Room_to_write_in_is_tracked_and_told_nowhere()
    {
        (MouDocument old, MouDocument now) = (Of(1, "LL", 0, Rows), Of(1, "LL", 12, Rows));
        RedlineContractTests.Check(old, now, validate: true);
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
        Assert.True(comparison.IsSame);
        Assert.Equal(3, Redline.Of(comparison).Counts.RowFormattings);
        Assert.Contains("3 table rows in another form", Redline.Of(comparison).Counts.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_and_a_row_are_edited_in_a_table_of_another_form()
    {
        MouDocument old = Of(1, "LL", 0, Rows);
        MouDocument now = Of(0, "LR", 0, [Rows[0], Rows[1].Replace("students", "pupils", StringComparison.Ordinal), Rows[3], "Visits|DPS"]);
        foreach ((MouDocument from, MouDocument to) in new[] { (old, now), (now, old) })
        {
            RedlineContractTests.Check(from, to, validate: true);
            RedlineCounts counts = Redline.Of(Comparer.Compare(ComparisonSide.Of(from), ComparisonSide.Of(to))).Counts;
            Assert.Equal((1, 1), (counts.RowsInserted, counts.RowsDeleted));
        }
    }

    [Fact]
    public void A_row_put_above_the_header_leaves_the_others_where_they_stand()
    {
        (MouDocument old, MouDocument now) = (Of(1, "LL", 0, Rows), Of(1, "LL", 0, ["What|Who", .. Rows]));
        foreach ((MouDocument from, MouDocument to, (int, int) rows) in new[] { (old, now, (1, 0)), (now, old, (0, 1)) })
        {
            RedlineContractTests.Check(from, to, validate: true);
            RedlineCounts counts = Redline.Of(Comparer.Compare(ComparisonSide.Of(from), ComparisonSide.Of(to))).Counts;
            Assert.Equal(rows, (counts.RowsInserted, counts.RowsDeleted));
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 2)]
    public void A_table_in_another_form_moves_with_its_clause_or_by_itself(int oldHeaders, int newHeaders)
    {
        const string Public = "It is public, and whoever asks for it at the office of either party gets a copy of it on the same day, free of charge, in English, Spanish and Vietnamese.";
        Table In(int headers) => Of(headers, "LR", 0, Rows).AllBlocks().OfType<Table>().Single();
        Clause Other(string id, params Block[] more) => new(id, Words("Purpose " + id), [P("The parties set out how they work together in the schools of the city, and what each of them owes to the students there."), .. more]);
        Clause Counts(Table? table, params Block[] more) => new("a", Words("Counts"), [P("What is counted, and by whom, stands in the table, which the parties keep and publish each year:"), .. table is null ? [] : (Block[])[table], .. more, P("The rest is in the law of the state, and in the rules that each of them has made for its own people.")]);
        MouDocument Whole(params Clause[] clauses) => Document(Properties with { Contents = false }, [], Section("s", "Section", clauses));
        foreach ((MouDocument from, MouDocument to) in new[]
        {
            (Whole(Counts(In(oldHeaders)), Other("b")), Whole(Other("b"), Counts(In(newHeaders)))),
            (Whole(Counts(In(oldHeaders)), Other("b")), Whole(Counts(null), Other("b", In(newHeaders)))),
            // Of two that changed places the shorter one moves.
            (Whole(Counts(In(oldHeaders), P(Public)), Other("b")), Whole(Counts(null, P(Public), In(newHeaders)), Other("b"))),
        })
        {
            RedlineContractTests.Check(from, to, validate: true);
            RedlineContractTests.Check(to, from, validate: true);
            RedlineCounts counts = Redline.Of(Comparer.Compare(ComparisonSide.Of(from), ComparisonSide.Of(to))).Counts;
            Assert.Equal((0, 0, 1), (counts.WordsInserted, counts.WordsDeleted, counts.Moves));
        }
    }

    [Fact]
    public void Random_forms_hold_and_a_redline_read_back_is_its_own_side()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            string[] Some(string[] rows) => [.. rows.Where(_ => random.Next(6) > 0).Select(r => random.Next(4) == 0 ? r + " again" : r).DefaultIfEmpty("Count|By")];
            string Columns() => $"{"LCR"[random.Next(3)]}{"LCR"[random.Next(3)]}";
            MouDocument Make() => Some(Rows) is var rows ? Of(random.Next(Math.Min(3, rows.Length)), Columns(), random.Next(2) * 15, rows) : null!;
            (MouDocument old, MouDocument now) = (Make(), Make());
            try
            {
                RedlineContractTests.Check(old, now, validate: seed % 10 == 0);
                byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Word.ToArray();
                foreach ((MouDocument side, PendingChanges mode) in new[] { (old, PendingChanges.Reject), (now, PendingChanges.Accept) })
                {
                    Assert.Equal(Forms(EditedWord.Read(WordFile.Of(side).Bytes)), Forms(EditedWord.Read(redline, mode)));
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }

        static string[] Forms(MouDocument document) => [.. document.AllBlocks().OfType<Table>().Select(TableForms.KeyOf)];
    }

    [Fact]
    public void An_agreement_whose_header_rows_lost_their_marks_has_the_same_words()
    {
        byte[] whole = BuiltExample.Of(Repository.PathTo("examples", "dps-dpd-2022")).Word().Bytes;
        MouDocument bare = EditedWord.Read(EditedWord.Without(whole, "<w:tblHeader[^>]*/>"));
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(EditedWord.Read(whole)), ComparisonSide.Of(bare));
        RedlineCounts counts = Redline.Of(comparison).Counts;
        Assert.Equal((0, 0, 0, 0), (counts.WordsInserted, counts.WordsDeleted, counts.RowsInserted, counts.RowsDeleted));
        Assert.All(comparison.Parts.Where(p => p.IsChange), p => Assert.Equal(ChangeRank.Formatting, p.Rank));
        Assert.Equal(["the first row of a table is marked as its header in the older text alone"], comparison.Parts.SelectMany(TableForms.Of).Distinct());
    }

    [Fact]
    public void Two_tables_of_the_same_words_that_trade_the_marks_of_their_headers_stay_where_they_are()
    {
        MouDocument Two(int first, int second)
        {
            Table TableOf(int headers) => Of(headers, "LL", 0, Rows).AllBlocks().OfType<Table>().Single();
            return Document(Properties with { Contents = false }, [], Section("s", "Section", new Clause("a", Words("Counts"), [P("What is counted:"), TableOf(first), P("Between the tables stands this."), TableOf(second)])));
        }

        RedlineCounts counts = Redline.Of(Comparer.Compare(ComparisonSide.Of(Two(1, 0)), ComparisonSide.Of(Two(0, 1)))).Counts;
        Assert.Equal((0, 0, 0), (counts.Moves, counts.RowsMoved, counts.WordsInserted));
        RedlineContractTests.Check(Two(1, 0), Two(0, 1), validate: true);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void A_table_cut_down_to_its_first_row_keeps_it(int before, int after)
    {
        (MouDocument whole, MouDocument cut) = (Of(before, "LL", 0, ["Count|By", "Reports of arrests|the officer", "Calls to parents|the principal"]), Of(after, "LL", 0, ["Count|By"]));
        RedlineCounts counts = Redline.Of(Comparer.Compare(ComparisonSide.Of(whole), ComparisonSide.Of(cut))).Counts;
        Assert.Equal((2, 0, 10, 0), (counts.RowsDeleted, counts.RowsInserted, counts.WordsDeleted, counts.WordsInserted));
        RedlineContractTests.Check(whole, cut, validate: true);
        RedlineContractTests.Check(cut, whole, validate: true);
    }

    [Theory]
    [InlineData("Events that are counted|By", "Events that are counted|Whom")]
    [InlineData("Count|", "Count|")]
    [InlineData("Custody|Who counts the events", "Arrests|Who counts the events")]
    public void A_paragraph_in_another_form_is_counted_whatever_became_of_its_words(string before, string after)
    {
        (MouDocument old, MouDocument now) = (Of(0, "LL", 0, [before, .. Rows[1..]]), Of(1, "LL", 0, [after, .. Rows[1..]]));
        Redline redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now)));
        int marked = new WordFile(redline.Word.ToArray()).Body.Descendants(WordFile.W + "pPrChange").Count();
        Assert.Equal((2, 2), (marked, redline.Counts.ParagraphFormattings));
    }

    [Fact]
    public void LibreOffice_gives_back_the_words_of_both()
    {
        List<(string What, byte[] File)> files = [];
        foreach (var form in Forms.Select(f => f.Data))
        {
            (MouDocument old, MouDocument now) = (Of(form.Item1, form.Item3, form.Item5, Rows), Of(form.Item2, form.Item4, form.Item6, [Rows[0], Rows[2], "Visits|DPS"]));
            byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Word.ToArray();
            files.AddRange([("as-is", WordFile.Of(old).Bytes), ("reject", redline), ("as-is", WordFile.Of(now).Bytes), ("accept", redline)]);
        }

        string[][] lines = SettledByLibreOffice.Lines(files);
        for (int i = 0; i < lines.Length; i += 2)
        {
            Assert.Equal(lines[i], lines[i + 1]);
        }
    }

    private static MouDocument Of(int headerRows, string columns, int height, string[] rows)
    {
        ImmutableArray<ColumnAlignment> stands = [.. columns.Select(c => c switch { 'C' => ColumnAlignment.Center, 'R' => ColumnAlignment.Right, _ => ColumnAlignment.Left })];
        Table table = new(stands, headerRows, [.. rows.Select(r => new TableRow([.. r.Split('|').Select(c => new TableCell([P(c)]))]))]) { RowHeight = height };
        return Document(Properties with { Contents = false }, [], Section("s", "Section", new Clause("a", Words("Counts"), [P("What is counted, and by whom:"), table, P("The rest is in the law.")])));
    }
}
