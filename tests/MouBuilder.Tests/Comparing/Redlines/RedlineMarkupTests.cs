using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>What is true of the markup of every redline.</summary>
public sealed class RedlineMarkupTests
{
    private static readonly string[] Changes = ["ins", "del", "moveTo", "moveFrom", "rPrChange", "pPrChange", "trPrChange", "tcPrChange", "moveToRangeStart", "moveFromRangeStart"];

    [Fact]
    public void What_is_reported_is_what_stands_in_the_file() => ForEach((comparison, redline, file) =>
    {
        RedlineCounts counts = redline.Counts;
        Assert.Equal(CountedMarkup.Of(file), new(counts.Insertions, counts.Deletions, counts.Moves, counts.References, counts.Formattings, counts.WordsInserted, counts.WordsDeleted, counts.RowsInserted, counts.RowsDeleted, counts.RowsMoved));
        ComparisonCounts reported = ComparisonCounts.Of(comparison);
        // Beside a reconstruction the order and the numbers are its own, and nothing is called moved or renumbered.
        bool isPlaceKnown = comparison.Old.Reconstruction.Length == 0 && comparison.New.Reconstruction.Length == 0;
        Assert.Equal((isPlaceKnown ? counts.Moves : 0, isPlaceKnown ? counts.References : 0, counts.WordsInserted, counts.WordsDeleted), (reported.Moves, reported.References, reported.WordsInserted, reported.WordsDeleted));
        Assert.Equal((counts.RowsInserted, counts.RowsDeleted, isPlaceKnown ? counts.RowsMoved : 0), (reported.RowsInserted, reported.RowsDeleted, reported.RowsMoved));

        // What moved stands twice, each time as its own text has it.
        BlockChange[] inPlace = [.. comparison.Parts.Where(p => !p.IsTakenAlong && !p.IsMoved).SelectMany(p => p.Blocks.Concat(p.Notes)).SelectMany(InPlace)];
        int Breaks(BlockChangeKind kind) => inPlace.Where(b => b.Kind == kind).Sum(b => b.Blocks.Length - 1);
        Assert.Equal((Breaks(BlockChangeKind.Split), Breaks(BlockChangeKind.Merged)), (counts.BreaksInserted, counts.BreaksDeleted));
    });

    /// <summary>By the place of each element in the XML: none is left out, and none is counted twice.</summary>
    [Fact]
    public void Every_element_of_a_tracked_change_is_counted_once_or_stands_in_a_named_group()
    {
        Comparison[] comparisons =
        [
            .. BuiltExample.All.SelectMany(o => BuiltExample.All.Where(n => n != o).Select(n => Comparer.Compare(ComparisonSide.Of(Example(o)), ComparisonSide.Of(Example(n))))),
            .. Enumerable.Range(5000, 200).Select(s => RandomRedline.Of(s)).Select(p => Comparer.Compare(ComparisonSide.Of(p.Old), ComparisonSide.Of(p.New))),
        ];
        foreach (Comparison comparison in comparisons)
        {
            Redline redline = Redline.Of(comparison);
            RedlineCounts counts = redline.Counts;
            GroupedMarkup found = GroupedMarkup.Of(new(redline.Word.ToArray()));
            Assert.Equal(found, new(
                counts.RunElements, counts.ParagraphMarksInserted, counts.ParagraphMarksDeleted, counts.ParagraphMarksMoved, counts.RowsInserted + counts.RowsMoved, counts.RowsDeleted + counts.RowsMoved, counts.Formattings,
                counts.ParagraphFormattings + counts.LooksKept, 2 * counts.Moves, counts.ReferencesInserted + counts.ReferencesDeleted, counts.NoteMarksInserted + counts.NoteMarksDeleted, counts.OutsideOfText, counts.RowFormattings, counts.CellFormattings));
        }
    }

    [Fact]
    public void Every_change_has_a_number_of_its_own_its_author_and_its_time_and_ranges_and_fields_are_whole() => ForEach((_, _, file) =>
    {
        XDocument[] stories = [.. file.Parts.Keys.Where(p => p.StartsWith("word/", StringComparison.Ordinal) && p.EndsWith(".xml", StringComparison.Ordinal)).Select(file.Part)];
        XElement[] changes = [.. stories.SelectMany(s => s.Descendants()).Where(e => e.Name.Namespace == W && Changes.Contains(e.Name.LocalName))];
        string[] ids = [.. changes.Concat(stories.SelectMany(s => s.Descendants(W + "bookmarkStart"))).Select(e => (string)e.Attribute(W + "id")!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(changes, c => Assert.False(string.IsNullOrEmpty((string?)c.Attribute(W + "author"))));
        Assert.Single(changes.Select(c => (string?)c.Attribute(W + "date")).DefaultIfEmpty().Distinct());

        XElement body = stories.Single(s => s.Root!.Name == W + "document").Root!;
        foreach (string half in (string[])["moveTo", "moveFrom"])
        {
            Assert.Equal(body.Descendants(W + $"{half}RangeStart").Select(e => (string?)e.Attribute(W + "id")).Order(), body.Descendants(W + $"{half}RangeEnd").Select(e => (string?)e.Attribute(W + "id")).Order());
        }

        Assert.Equal(body.Descendants(W + "moveToRangeStart").Select(e => (string?)e.Attribute(W + "name")).Order(), body.Descendants(W + "moveFromRangeStart").Select(e => (string?)e.Attribute(W + "name")).Order());
        foreach (bool accept in (bool[])[true, false])
        {
            int open = 0;
            foreach (XElement character in TrackedChanges.Settled(file.Part("word/document.xml"), accept).Descendants(W + "fldChar"))
            {
                open += (string?)character.Attribute(W + "fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
                Assert.InRange(open, 0, 1);
            }

            Assert.Equal(0, open);
        }
    });

    [Fact]
    public void A_document_against_itself_has_no_change() => ForEach((comparison, _, _) =>
    {
        Redline none = Redline.Of(Comparer.Compare(comparison.New, comparison.New));
        Assert.Equal(new RedlineCounts(0, 0, 0, 0, 0, 0, 0, 0, 0), none.Counts);
        Assert.DoesNotContain(new WordFile(none.Word.ToArray()).Part("word/document.xml").Descendants(), e => Changes.Contains(e.Name.LocalName));
    });

    [Fact]
    public void Exchanging_the_sides_mirrors_the_redline() => ForEach((comparison, redline, _) =>
    {
        RedlineCounts forth = redline.Counts;
        RedlineCounts back = Redline.Of(Comparer.Compare(comparison.New, comparison.Old)).Counts;
        Assert.Equal((forth.Moves, forth.References, forth.Formattings, forth.WordsInserted, forth.WordsDeleted, forth.CharactersInserted), (back.Moves, back.References, back.Formattings, back.WordsDeleted, back.WordsInserted, back.CharactersDeleted));
        Assert.Equal((forth.RowsInserted, forth.RowsDeleted, forth.RowsMoved), (back.RowsDeleted, back.RowsInserted, back.RowsMoved));
    });

    [Fact]
    public void The_same_comparison_gives_the_same_bytes() => ForEach((comparison, redline, _) =>
        Assert.True(redline.Word.Span.SequenceEqual(Redline.Of(Comparer.Compare(comparison.Old, comparison.New)).Word.Span)));

    private static IEnumerable<BlockChange> InPlace(BlockChange change) => change.Kind == BlockChangeKind.MovedTo ? [] : change.Blocks.SelectMany(InPlace).Prepend(change);

    private static void ForEach(Action<Comparison, Redline, WordFile> check)
    {
        foreach ((MouDocument old, MouDocument now) in Enumerable.Range(3000, 60).Select(s => RandomRedline.Of(s)).Append((Example("dps-dpd-2013"), Example("dps-dpd-2022"))))
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
            Redline redline = Redline.Of(comparison);
            check(comparison, redline, new(redline.Word.ToArray()));
        }
    }

    private static MouDocument Example(string name) => BuiltExample.Of(Repository.PathTo("examples", name)).Document;
}
