using System.Xml.Linq;
using MouBuilder.Documents;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>How a table shares the width of the text.</summary>
public sealed class ColumnWidthTests
{
    private const string Long = "A sentence that says at some length what the agencies count every quarter, by school and by grade, and whom they tell about it.";

    [Fact]
    public void A_column_of_dates_stays_on_one_line_beside_columns_of_sentences()
    {
        int[] widths = Widths(Row("March 8, 2022", Long, Long));
        Assert.InRange(widths[0], 1200, 2200);
        Assert.InRange(widths[1] - widths[2], -2, 2);
    }

    [Fact]
    public void Columns_of_little_share_the_whole_width_by_what_they_hold()
    {
        int[] widths = Widths(Row("yes", "a little longer"));
        Assert.Equal(9360, widths.Sum());
        Assert.True(widths[1] > 2 * widths[0]);
    }

    [Fact]
    public void On_pages_that_lie_on_their_side_a_table_has_the_longer_edge()
    {
        WordFile file = new(MouBuilder.Word.WordWriter.Write(Document(new Table([], 1, [Row("Place", "What differs"), Row("1.1", Long)])), new() { IsLandscape = true }));
        XElement size = Assert.Single(file.Body.Descendants(W + "pgSz"));
        Assert.Equal(("15840", "12240", "landscape"), ((string?)size.Attribute(W + "w"), (string?)size.Attribute(W + "h"), (string?)size.Attribute(W + "orient")));
        Assert.Equal(15840 - (2 * 1440), file.Body.Descendants(W + "gridCol").Sum(c => (int)c.Attribute(W + "w")!));
        Assert.Empty(file.ValidatorErrors());
    }

    [Fact]
    public void A_long_word_widens_its_column() => Assert.True(Widths(Row("Antidisestablishmentarianism", Long, Long, Long, Long))[0] > 2500);

    [Fact]
    public void More_long_words_than_fit_are_given_what_there_is() => Assert.Equal(9360, Widths(Row([.. Enumerable.Repeat("Antidisestablishmentarianism", 8)])).Sum());

    [Fact]
    public void A_column_whose_cell_fills_many_lines_gets_more_than_one_of_two()
    {
        int[] widths = Widths(Row(Long, string.Join(' ', Enumerable.Repeat(Long, 20)), Long));
        Assert.True(widths[1] > 2 * widths[0]);
        Assert.True(widths[0] > 1500); // and leaves the others room
    }

    [Fact]
    public void A_page_may_end_in_a_row_of_many_lines_and_in_no_other()
    {
        WordFile file = WordFile.Of(Document(new Table([], 1, [Row("Place", "What differs"), Row("1.1", Long), Row("1.2", string.Join(' ', Enumerable.Repeat(Long, 20)))])));
        Assert.Equal(["true", "true", "off"], file.Body.Descendants(W + "cantSplit").Select(c => (string?)c.Attribute(W + "val") ?? "true"));
        Assert.Empty(file.ValidatorErrors());
    }

    private static int[] Widths(TableRow row) =>
        [.. WordFile.Of(Document(new Table([], 0, [row]))).Body.Descendants(W + "gridCol").Select(c => (int)c.Attribute(W + "w")!)];
}
