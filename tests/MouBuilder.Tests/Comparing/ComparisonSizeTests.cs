using System.Diagnostics;
using System.Globalization;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using Xunit;

namespace MouBuilder.Tests.Comparing;

public sealed class ComparisonSizeTests(ITestOutputHelper log)
{
    [Fact]
    public void Little_more_is_marked_than_the_smallest_edit_of_words()
    {
        double marked = 0;
        double least = 0;
        List<double> ratios = [];
        for (int seed = 0; seed < 300; seed++)
        {
            (MouDocument old, MouDocument now) = RandomPair.Of(seed);
            foreach (PartChange part in Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now)).Parts.Where(p => p.Old is not null && p.New is not null && !p.IsRewritten))
            {
                double partMarked = 0;
                double partLeast = 0;
                foreach (BlockChange block in part.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Words.Any(w => w.IsEdit)))
                {
                    partMarked += block.Words.Where(w => w.IsEdit).Sum(w => w.OldText.Trim().Length + w.NewText.Trim().Length);
                    partLeast += Least(string.Concat(block.Words.Select(w => w.OldText)).Split(' '), string.Concat(block.Words.Select(w => w.NewText)).Split(' '));
                }

                marked += partMarked;
                least += partLeast;
                if (partLeast > 0)
                {
                    ratios.Add(partMarked / partLeast);
                }
            }
        }

        ratios.Sort();
        double p90 = ratios[ratios.Count * 9 / 10];
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in sum {marked / least:F3}, p90 {p90:F2}, most {ratios[^1]:F2}, {ratios.Count} parts"));
        Assert.True(marked <= 1.10 * least, $"{marked / least}");
        Assert.True(p90 <= 1.5, $"{p90}");
    }

    [Fact]
    public void The_time_grows_with_the_words()
    {
        double small = Time(23_000);
        double large = Time(359_000);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"23,000 words {small:F0} ms, 359,000 words {large:F0} ms, {large / small:F1} times"));
        Assert.True(large < 40 * small, $"{large / small} times");
    }

    [Fact]
    public void Text_without_punctuation_marks_is_read_in_time_that_grows_with_its_words()
    {
        static MouDocument Of(int seed)
        {
            Random random = new(seed);
            string[] words = "officer student shall may the of to and not record notice that which if".Split(' ');
            string text = string.Join(' ', Enumerable.Range(0, 120_000).Select(_ => words[random.Next(words.Length)] + (random.Next(5) < 2 ? random.Next(3000).ToString(CultureInfo.InvariantCulture) : "")));
            return new(new() { Title = "" }, [new Clause("a", [new TextRun("A")], [new Paragraph(ParagraphRole.Body, [new TextRun(text)])])], []);
        }

        TimeSpan start = Environment.CpuUsage.TotalTime;
        Assert.Equal(ChangeRank.DutyOrRight, Assert.Single(Comparer.Compare(ComparisonSide.Of(Of(1)), ComparisonSide.Of(Of(2))).Parts).Rank);
        Assert.InRange((Environment.CpuUsage.TotalTime - start).TotalSeconds, 0, 12);
    }

    [Fact]
    public void Thousands_of_numbered_paragraphs_under_one_heading_do_not_each_meet_all_others()
    {
        static MouDocument Of(int count, int edited)
        {
            Clause[] clauses = [.. Enumerable.Range(0, count).Select(i => new Clause(string.Create(CultureInfo.InvariantCulture, $"read-1-{i + 1}"), [], [new Paragraph(ParagraphRole.Body, [new TextRun($"Paragraph {i} says what number {i * 7} does in year {i * 31}{(i % 50 == edited ? " now" : "")}.")])]) { Label = string.Create(CultureInfo.InvariantCulture, $"1.{i + 1}") })];
            return new(new() { Title = "" }, [new Section("section-one", SectionKind.Numbered, [new TextRun("One")], [.. clauses]) { Label = "1." }], []);
        }

        TimeSpan start = Environment.CpuUsage.TotalTime;
        Comparison comparison = Timed(Of(8_000, 3), Of(8_000, 4));
        Assert.InRange((Environment.CpuUsage.TotalTime - start).TotalSeconds, 0, 8);
        Assert.Equal(320, comparison.Parts.Count(p => p.Rank != ChangeRank.None));
        Assert.Equal((160, 160), (Redline.Of(comparison).Counts.WordsInserted, Redline.Of(comparison).Counts.WordsDeleted));
    }

    [Fact]
    public void Text_that_is_all_alike_or_all_different_is_compared_in_seconds()
    {
        static MouDocument Of(IEnumerable<string> lines) =>
            new(new() { Title = "" }, [new Clause("a", [new TextRun("A")], [.. lines.Select(l => new Paragraph(ParagraphRole.Body, [new TextRun(l)]))])], []);

        string alike = "The Parties shall meet in every quarter of the school year and write down what they decide.";
        MouDocument same = Of(Enumerable.Repeat(alike, 600));
        MouDocument edited = Of(Enumerable.Range(0, 610).Select(i => i % 30 == 7 ? alike.Replace("quarter", "month", StringComparison.Ordinal) : alike));
        Comparison few = Timed(same, edited);
        Assert.InRange(few.Parts[0].Blocks.Count(b => b.Kind != BlockChangeKind.Same), 10, 60);

        (MouDocument first, MouDocument second) = (RandomPair.OfSize(1, 9_000).Old, RandomPair.OfSize(2, 9_000).Old);
        Timed(Of(Lines(first)), Of(Lines(second)));
        Timed(Of([string.Join(' ', Lines(first))]), Of([string.Join(' ', Lines(second))]));
    }

    /// <summary>A search that looks at the product of the lengths takes five words against 200,000 for little work, and one that takes texts as keys reads the long one for each short one.</summary>
    [Fact]
    public void One_very_long_paragraph_against_short_ones_is_compared_in_seconds()
    {
        static MouDocument Of(IEnumerable<string> lines) =>
            new(new() { Title = "" }, [new Clause("a", [new TextRun("A")], [.. lines.Select(l => new Paragraph(ParagraphRole.Body, [new TextRun(l)]))])], []);

        string[] words = [.. Enumerable.Range(0, 200_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"word{i * 7919L % 30_011}"))];
        string whole = string.Join(' ', words);
        string[] rows = [.. words.Take(6_000).Chunk(3).Select(c => string.Join(' ', c))];
        TimeSpan start = Environment.CpuUsage.TotalTime;
        Timed(Of([whole]), Of(["word1 says no word5 at all"]));
        Timed(Of(rows), Of([whole]));
        Timed(Of([whole]), Of(rows));
        Assert.InRange((Environment.CpuUsage.TotalTime - start).TotalSeconds, 0, 12);
    }

    private static IEnumerable<string> Lines(MouDocument document) => document.AllBlocks().OfType<Paragraph>().Select(p => PlainText.Of(p.Content));

    private Comparison Timed(MouDocument old, MouDocument now)
    {
        long start = Stopwatch.GetTimestamp();
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time:F0} ms"));
#if !DEBUG
        Assert.True(time < 5_000, $"{time} ms");
#endif
        return comparison;
    }

    private static double Time(int words)
    {
        (MouDocument old, MouDocument now) = RandomPair.OfSize(3, words);
        double quickest = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
            quickest = Math.Min(quickest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return quickest;
    }

    /// <summary>The characters of the words that no common subsequence of words can keep.</summary>
    private static int Least(string[] old, string[] now)
    {
        int[,] kept = new int[old.Length + 1, now.Length + 1];
        for (int i = 1; i <= old.Length; i++)
        {
            for (int j = 1; j <= now.Length; j++)
            {
                kept[i, j] = Math.Max(Math.Max(kept[i - 1, j], kept[i, j - 1]), old[i - 1] == now[j - 1] ? kept[i - 1, j - 1] + old[i - 1].Length : 0);
            }
        }

        return old.Sum(w => w.Length) + now.Sum(w => w.Length) - (2 * kept[old.Length, now.Length]);
    }
}
