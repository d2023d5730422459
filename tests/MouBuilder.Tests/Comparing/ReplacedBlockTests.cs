using MouBuilder.Comparing;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>What is struck and set anew in Word may be one thing to a reader, and is told as that.</summary>
public sealed class ReplacedBlockTests
{
    [Theory]
    [InlineData("#### Manner\n\nIt is done in a room.", "#### How it is done\n\nIt is done in a room.", "heading “Manner” is now “How it is done”")]
    [InlineData("| School | Fee |\n| --- | --- |\n| North | $5 |\n| South | $6 |", "| School | Fee | Paid by |\n| --- | --- | --- |\n| North | $5 | Town |\n| South | $6 | Town |", "1 column in the newer text alone (“Paid by”) of the table that begins with the column “School”")]
    [InlineData("| School | Fee | Paid by |\n| --- | --- | --- |\n| North | $5 | Town |\n| South | $6 | Town |", "| School | Paid by |\n| --- | --- |\n| North | Town |\n| South | Town |", "1 column in the older text alone (“Fee”) of the table that begins with the column “School”")]
    [InlineData("1. Greet the staff.\n2. Keep a log of every visit.\n3. Leave by noon.", "1. Greet the staff.\n   - Keep a log of every visit.\n2. Leave by noon.", "list item at a lower level: “Keep a log of every visit.”")]
    [InlineData("1. Greet the staff.\n   - Keep a log of every visit.\n2. Leave by noon.", "1. Greet the staff.\n2. Keep a log of every visit.\n3. Leave by noon.", "list item at a higher level: “Keep a log of every visit.”")]
    public void A_reader_is_told_of_one_thing(string old, string now, string told)
    {
        string markdown = ComparisonMarkdown.Write(Comparer.Compare(Side(old), Side(now)));
        Assert.Contains(told, markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("text alone: “", markdown.Split("## Changes")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("the same duties stand", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tables_with_other_columns_are_two()
    {
        string markdown = ComparisonMarkdown.Write(Comparer.Compare(Side("| School | Fee |\n| --- | --- |\n| North | $5 |"), Side("| Officer | Car | Room |\n| --- | --- | --- |\n| First | Blue | 12 |")));
        Assert.Contains("1 table in the older text alone", markdown, StringComparison.Ordinal);
    }

    private static ComparisonSide Side(string text) => ComparisonSide.Of(TypedPaper.Read($"# Agreement\n\n## 1. Rules\n\n### 1.1 What holds\n\nThese rules hold at every school of the town.\n\n{text}\n"));
}
