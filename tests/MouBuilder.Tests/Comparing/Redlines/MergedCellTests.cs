using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>Tables in which a cell reaches over several rows, as papers have them.</summary>
public sealed class MergedCellTests
{
    // The first cell of a row; one that repeats the row before is the same cell.
    private static readonly string[] Duties = ["Arrest|Tell a parent at once", "Arrest|Tell the principal by noon", "Search|Ask for leave of the principal", "Search|Write down what was found", "Drills|Send the plan in August"];

    /// <summary>Where a row is added, and how many rows are then inserted and deleted.</summary>
    public static readonly TheoryData<string, int, int, int> Added = new()
    {
        { "Gangs|Name an officer of the unit", 0, 1, 0 },
        { "Arrest|Sign the log at the desk", 1, 1, 0 },
        { "Arrest|Sign the log at the desk", 2, 1, 0 },
        { "Gangs|Name an officer of the unit", 2, 1, 0 },
        { "Gangs|Name an officer of the unit", 4, 1, 0 },
        { "Drills|Sign the log at the desk", 5, 1, 0 },
        { "Gangs|Name an officer of the unit", 5, 1, 0 },
        { "Arrest|Sign the log at the desk", 0, 1, 0 }, // the cell stays with the row it begins in; what stood beside it is the row below
        { "Gangs|Name an officer of the unit", 1, 2, 1 }, // parts the two
    };

    [Theory]
    [MemberData(nameof(Added))]
    public void A_row_added_or_removed_is_one_row_and_the_others_stay(string row, int at, int inserted, int deleted)
    {
        MouDocument few = Of(Duties);
        MouDocument more = Of([.. Duties[..at], row, .. Duties[at..]]);
        Assert.Equal((inserted, deleted), RowsOf(few, more));
        Assert.Equal((deleted, inserted), RowsOf(more, few));
    }

    [Fact]
    public void A_word_in_a_row_below_a_cell_is_a_word()
    {
        MouDocument now = Of([.. Duties.Select(d => d.Replace("noon", "evening", StringComparison.Ordinal))]);
        Assert.Equal((0, 0), RowsOf(Of(Duties), now));
        Assert.Equal((1, 1), (Counts(Of(Duties), now).WordsInserted, Counts(Of(Duties), now).WordsDeleted));
    }

    [Fact]
    public void A_row_that_is_a_header_on_one_side_alone_is_no_reason_to_strike_the_table()
    {
        MouDocument old = Of(Duties, headerRows: 1);
        MouDocument now = Of(["Matter|Duty", .. Duties], headerRows: 1);
        // The first duty was the header row and is none now; the second stands under its cell, and both stay.
        Assert.Equal((1, 0), RowsOf(old, now));
    }

    [Fact]
    public void Cells_over_rows_hold_in_random_tables_and_what_is_listed_is_what_is_marked()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            List<string> rows = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => Row(random))];
            List<string> edited = [.. rows];
            for (int edits = random.Next(1, 5); edits > 0; edits--)
            {
                int at = random.Next(edited.Count + 1);
                if (at == edited.Count || random.Next(3) == 0)
                {
                    edited.Insert(at, Row(random));
                }
                else if (random.Next(2) == 0 && edited.Count > 1)
                {
                    edited.RemoveAt(at);
                }
                else
                {
                    string[] cells = edited[at].Split('|');
                    cells[random.Next(3)] = random.Next(2) == 0 ? "" : "A";
                    edited[at] = string.Join('|', cells);
                }
            }

            try
            {
                RowsOf(Of([.. rows], random.Next(2)), Of([.. edited], random.Next(2)), validate: seed % 10 == 0);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }
    }

    [Fact]
    public void A_moved_table_loses_a_row_below_a_cell_where_it_stood_and_not_where_it_stands()
    {
        MouDocument In(string[] rows, bool isLast)
        {
            Clause table = (Clause)Of(rows).Blocks.OfType<Section>().Single().Blocks.Single();
            Clause other = new("b", Words("Purpose"), [P("The parties set out how they work together in the schools of the city, and what each of them owes to the students.")]);
            return Document(Properties with { Contents = false }, [], Section("s", "Section", isLast ? [other, table, other with { Id = "c" }] : [table, other, other with { Id = "c" }]));
        }

        RedlineContractTests.Check(In(Duties, false), In(Duties[1..], true), validate: true);
        RedlineContractTests.Check(In(Duties[1..], true), In(Duties, false), validate: true);
        RedlineContractTests.Check(In(Duties, false), In([.. Duties[..3], .. Duties[4..]], true), validate: true);
        RedlineContractTests.Check(In([.. Duties[..3], .. Duties[4..]], false), In(Duties, true), validate: true);
    }

    [Fact]
    public void LibreOffice_gives_back_both_tables()
    {
        List<(string What, byte[] File)> files = [];
        foreach ((string row, int at, _, _) in Added.Select(a => a.Data))
        {
            MouDocument few = Of(Duties);
            MouDocument more = Of([.. Duties[..at], row, .. Duties[at..]]);
            byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(few), ComparisonSide.Of(more))).Word.ToArray();
            byte[] back = Redline.Of(Comparer.Compare(ComparisonSide.Of(more), ComparisonSide.Of(few))).Word.ToArray();
            files.AddRange([("as-is", WordFile.Of(few).Bytes), ("reject", redline), ("accept", back), ("as-is", WordFile.Of(more).Bytes), ("accept", redline), ("reject", back)]);
        }

        string[][] lines = SettledByLibreOffice.Lines(files);
        for (int i = 0; i < lines.Length; i += 3)
        {
            Assert.Equal(lines[i], lines[i + 1]);
            Assert.Equal(lines[i], lines[i + 2]);
        }
    }

    private static string Row(Random random) => $"{(char)('A' + random.Next(3))}|{(char)('M' + random.Next(2))}|{string.Join(' ', Enumerable.Range(0, 4).Select(_ => "word" + random.Next(12)))}";

    /// <summary>How many rows the redline inserts and deletes; it gives back both texts, and the comparison lists the same rows.</summary>
    private static (int Inserted, int Deleted) RowsOf(MouDocument old, MouDocument now, bool validate = true)
    {
        RedlineContractTests.Check(old, now, validate);
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
        Redline redline = Redline.Of(comparison);
        CountedMarkup counted = CountedMarkup.Of(new WordFile(redline.Word.ToArray()));
        Assert.Equal((counted.RowsInserted, counted.RowsDeleted), (redline.Counts.RowsInserted, redline.Counts.RowsDeleted));
        BlockChange[] all = [.. comparison.Parts.SelectMany(p => p.Blocks).SelectMany(b => b.WithDescendants())];
        int Listed(BlockChangeKind kind) => all.Where(b => b.Kind == kind).Sum(b => (b.New ?? b.Old)!.WithDescendants().Count(i => i is TableRow));
        Assert.Equal((Listed(BlockChangeKind.Added), Listed(BlockChangeKind.Removed)), (counted.RowsInserted, counted.RowsDeleted));
        return (counted.RowsInserted, counted.RowsDeleted);
    }

    private static RedlineCounts Counts(MouDocument old, MouDocument now) => Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Counts;

    private static MouDocument Of(string[] rows, int headerRows = 0)
    {
        string[][] cells = [.. rows.Select(r => r.Split('|'))];
        bool IsBelow(int row, int column) => column + 1 < cells[row].Length && row > 0 && cells[row][column] == cells[row - 1][column];
        int Reach(int row, int column) => 1 + Enumerable.Range(row + 1, cells.Length - row - 1).TakeWhile(r => IsBelow(r, column)).Count();
        ImmutableArray<TableRow> all = [.. cells.Select((row, i) => new TableRow(
            [.. row.Select((text, c) => (text, c)).Where(p => !IsBelow(i, p.c)).Select(p => new TableCell([P(p.text)], 1, Reach(i, p.c)))]))];
        Table table = new([.. cells[0].Select(_ => ColumnAlignment.Left)], headerRows, all);
        return Document(Properties with { Contents = false }, [], Section("s", "Section", new Clause("a", Words("Duties"), [P("Who does what:"), table, P("The rest is in the law.")])));
    }
}
