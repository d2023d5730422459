using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Reading;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>What a lawyer sees on the page.</summary>
public sealed class RedlineReadingTests
{
    private const string Long = "The Parties shall meet in every quarter of the school year, write down what they decide, and publish it within ten days.";

    [Fact]
    public void A_moved_clause_is_one_move()
    {
        RedlineCounts counts = Counts(Of(C("a", "One thing."), C("b", Long), C("c", "Another.")), Of(C("b", Long), C("a", "One thing."), C("c", "Another.")));
        Assert.Equal((1, 0, 0), (counts.Moves, counts.Insertions, counts.Deletions));
    }

    [Fact]
    public void A_moved_and_edited_clause_is_one_move_and_its_edit()
    {
        MouDocument old = Of(C("a", Long + " " + Long), C("b", Long), C("c", Long + Long));
        MouDocument now = Of(C("a", Long + " " + Long), C("c", Long + Long), C("b", Long.Replace("ten", "five", StringComparison.Ordinal)));
        RedlineCounts counts = Counts(old, now);
        Assert.Equal((1, 1, 1, 1, 1), (counts.Moves, counts.Insertions, counts.Deletions, counts.WordsInserted, counts.WordsDeleted));
    }

    [Fact]
    public void A_swap_is_one_move() => Assert.Equal(1, Counts(Of(C("a", Long), C("b", Long + " Twice.")), Of(C("b", Long + " Twice."), C("a", Long))).Moves);

    [Fact]
    public void Clauses_that_are_only_renumbered_bear_no_mark_and_a_reference_that_shows_another_number_is_its_own_kind_of_change()
    {
        MouDocument old = Of(C("a", "One thing."), C("b", Long), new("c", Words("C"), [P(new TextRun("As "), new Reference("b", "Section"), new TextRun(" says."))]));
        MouDocument now = Of(C("new", "Entirely new."), C("a", "One thing."), C("b", Long), new("c", Words("C"), [P(new TextRun("As "), new Reference("b", "Section"), new TextRun(" says."))]));
        WordFile file = Redlined(old, now, out RedlineCounts counts);
        Assert.Equal((1, 0), (counts.References, counts.Deletions));
        Assert.Equal(["Title of new", "Entirely new."], Marked(file, "ins").Where(t => t != "1.3"));
        XElement paragraph = file.Body.Descendants(W + "p").Single(p => p.Value.StartsWith("As ", StringComparison.Ordinal));
        Assert.Equal(3, paragraph.Elements(W + "r").Count(r => r.Element(W + "fldChar") is not null));
        Assert.Single(paragraph.Elements(W + "r"), r => r.Element(W + "instrText") is not null);
        Assert.Equal(["1.2", "1.3"], paragraph.Elements().Where(e => e.Name.LocalName is "del" or "ins").Select(e => e.Value));
    }

    [Fact]
    public void Shall_not_that_becomes_may_is_marked_as_exactly_that()
    {
        WordFile file = Redlined(Of(C("a", "The Officer shall not search the bag of a Student.")), Of(C("a", "The Officer may search the bag of a Student.")), out _);
        Assert.Equal(["shall not"], Marked(file, "del"));
        Assert.Equal(["may"], Marked(file, "ins"));
    }

    [Fact]
    public void A_split_or_merge_strikes_no_blank_at_the_beginning_of_a_line()
    {
        string[] sentences = ["The School tells a Parent what has happened at once.", "The Officer writes down what was done and by whom.", "The Principal keeps the note for a year."];
        MouDocument one = Of(C("a", string.Join(' ', sentences)));
        MouDocument three = Of(new Clause("a", Words("Title of a"), [.. sentences.Select(s => P(new TextRun(s)))]));
        foreach ((MouDocument old, MouDocument now) in new[] { (one, three), (three, one) })
        {
            WordFile file = Redlined(old, now, out RedlineCounts counts);
            Assert.Equal((0, 0), (counts.WordsInserted, counts.WordsDeleted));
            Assert.DoesNotContain(file.Body.Descendants(W + "p"), p => p.Descendants().FirstOrDefault(e => e.Name == W + "t" || e.Name == W + "delText")?.Value.Trim().Length == 0);
        }
    }

    [Fact]
    public void A_phrase_is_replaced_as_a_phrase()
    {
        WordFile file = Redlined(
            Of(C("a", "The School tells a Parent as soon as it can be done, and not later than the end of the day, what has happened.")),
            Of(C("a", "The School tells a Parent within two hours of the arrest, and not later than the end of the day, what has happened.")), out _);
        Assert.Equal(["as soon as it can be done"], Marked(file, "del"));
        Assert.Equal(["within two hours of the arrest"], Marked(file, "ins"));
    }

    [Fact]
    public void A_clause_that_keeps_little_is_one_deletion_and_one_insertion()
    {
        WordFile file = Redlined(
            Of(C("a", "Officers walk the halls and greet each of the students by name before the first bell.")),
            Of(C("a", "A complaint is answered in writing, in any language, within thirty days of the date on which it was made.")), out _);
        Assert.Equal((1, 1), (Marked(file, "del").Length, Marked(file, "ins").Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_paragraph_parted_or_joined_repaints_no_word(bool isJoined)
    {
        MouDocument whole = Of(C("a", Long + " " + "Each Party pays its own costs, and neither owes the other for anything done under this Section."));
        MouDocument parted = Of(C("a", Long, "Each Party pays its own costs, and neither owes the other for anything done under this Section."));
        RedlineCounts counts = isJoined ? Counts(parted, whole) : Counts(whole, parted);
        Assert.Equal((0, 0), (counts.WordsInserted, counts.WordsDeleted));
        Assert.InRange(counts.CharactersInserted + counts.CharactersDeleted, 0, 1);
    }

    [Fact]
    public void A_column_more_is_rows_deleted_and_rows_inserted()
    {
        MouDocument old = Of(new Clause("a", Words("A"), [new Table([ColumnAlignment.Left], 0, [Row("x"), Row("y")])]));
        MouDocument now = Of(new Clause("a", Words("A"), [new Table([ColumnAlignment.Left, ColumnAlignment.Left], 0, [Row("x", "1"), Row("y", "2")])]));
        XElement[] rows = [.. Redlined(old, now, out _).Body.Descendants(W + "trPr")];
        Assert.Equal((2, 2), (rows.Count(r => r.Element(W + "del") is not null), rows.Count(r => r.Element(W + "ins") is not null)));
    }

    [Fact]
    public void Other_type_is_tracked_without_touching_a_word()
    {
        RedlineCounts counts = Counts(Of(C("a", Long)), Of(new Clause("a", Words("Title of a"), [P(new TextRun(Long[..11]), new TextRun(Long[11..17], Emphasis.Bold), new TextRun(Long[17..]))])));
        Assert.Equal((1, 0, 0), (counts.Formattings, counts.Insertions, counts.Deletions));
    }

    [Fact]
    public void The_head_of_each_page_says_that_a_side_is_a_reconstruction_and_no_table_of_ours_is_in_the_contract()
    {
        ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;
        WordFile file = new(Redline.Of(Comparer.Compare(Side("dps-dpd-2013"), Side("dps-dpd-2022"))).Word.ToArray());
        XElement line = file.Part("word/header.xml").Root!.Elements(W + "p").First();
        Assert.StartsWith("Old text, dps-dpd-2013, reconstruction-1: A reconstruction from public summaries", line.Value, StringComparison.Ordinal);
        Assert.Empty(line.Descendants(W + "ins").Concat(line.Descendants(W + "del")));
        Assert.Equal(
            BuiltExample.Of(Repository.PathTo("examples", "dps-dpd-2022")).Word().Body.Descendants(W + "tbl").Count(),
            TrackedChanges.Settled(file.Part("word/document.xml"), accept: true).Descendants(W + "tbl").Count());
    }

    [Fact]
    public void A_redline_read_back_is_the_side_it_is_settled_to()
    {
        static ComparisonSide Read(byte[] file, PendingChanges changes) => ComparisonSide.Of(DocxFile.Read(file, changes).Document!);
        Dictionary<string, (ComparisonSide Side, ComparisonSide Read)> examples = BuiltExample.All.Select(e => Repository.PathTo("examples", e)).ToDictionary(
            e => Path.GetFileName(e), e => (ComparisonSide.Load(e).Side!, Read(BuiltExample.Of(e).Word().Bytes, PendingChanges.Refuse)));
        List<string> differ = [];
        foreach ((string old, string now) in examples.Keys.SelectMany(o => examples.Keys.Where(n => n != o).Select(n => (o, n))))
        {
            byte[] redline = Redline.Of(Comparer.Compare(examples[old].Side, examples[now].Side)).Word.ToArray();
            differ.AddRange(new[] { (PendingChanges.Accept, now), (PendingChanges.Reject, old) }
                .Where(s => !Comparer.Compare(Read(redline, s.Item1), examples[s.Item2].Read).IsSame).Select(s => $"{old} and {now}: {s.Item1}"));
        }

        Assert.Equal([], differ);
    }

    [Fact]
    public void The_drafter_is_the_author_and_the_agreements_date_the_time()
    {
        XElement change = Redlined(Document(P("One.")), Document(P("Two.")), out _).Body.Descendants(W + "ins").First();
        Assert.Equal(("District counsel", "2022-03-08T00:00:00Z"), ((string?)change.Attribute(W + "author"), (string?)change.Attribute(W + "date")));
    }

    [Fact]
    public void Little_more_is_marked_than_the_smallest_edit_of_words()
    {
        (double marked, double least, double cleaned) = (0, 0, 0);
        List<double> ratios = [];
        foreach (string[] pair in File.ReadAllText(Repository.PathTo("tests", "MouBuilder.Tests", "Comparing", "Redlines", "pairs.txt")).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            RedlineCounts counts = Counts(Of(C("a", pair[0])), Of(C("a", pair[1])));
            int smallest = SmallestEdit.Of(pair[0], pair[1]);
            double own = counts.CharactersInserted + counts.CharactersDeleted;
            (marked, least, cleaned) = (marked + own, least + smallest, cleaned + Math.Max(0, own - smallest));
            ratios.Add(own / smallest);
        }

        ratios.Sort();
        double p90 = ratios[ratios.Count * 9 / 10];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ratios.Count} pairs: in sum {marked / least:F3}, p90 {p90:F2}, most {ratios[^1]:F2}; clean-up adds {cleaned:F0} to {least:F0} characters"));
        Assert.True(ratios.Count >= 40);
        Assert.True(marked <= 1.10 * least, $"{marked / least}");
        Assert.True(p90 <= 1.5, $"{p90}");
    }

    private static RedlineCounts Counts(MouDocument old, MouDocument now)
    {
        Redlined(old, now, out RedlineCounts counts);
        return counts;
    }

    private static WordFile Redlined(MouDocument old, MouDocument now, out RedlineCounts counts)
    {
        Redline redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now)));
        counts = redline.Counts;
        return new(redline.Word.ToArray());
    }

    private static string[] Marked(WordFile file, string kind) => [.. file.Body.Descendants(W + kind).Where(e => e.Parent!.Name != W + "rPr").Select(e => e.Value)];

    private static Clause C(string id, params string[] texts) => new(id, Words("Title of " + id), [.. texts.Select(t => P(t))]);

    private static MouDocument Of(params Clause[] clauses) => Document(Properties with { Contents = false }, [], Section("s", "Section", clauses));
}
