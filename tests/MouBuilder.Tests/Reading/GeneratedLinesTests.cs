using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

/// <summary>What is not read as text (contents, indexes, rules above notes) is told, and so are its words where they stand nowhere else.</summary>
public sealed class GeneratedLinesTests
{
    [Fact]
    public void What_stands_behind_a_table_of_contents_without_an_end_stays()
    {
        const string Contents = """<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1"><w:r><w:t>Purpose</w:t></w:r><w:r><w:tab/><w:t>1</w:t></w:r></w:hyperlink></w:p>""";
        string rest = P("The City shall indemnify the District.") + P("Purpose", """<w:pStyle w:val="Heading1"/>""") + P("They work together.", "") + "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>";
        ReadAgreement read = new DocxFile(Contents + rest, footnotes: $"""<w:footnote w:id="1">{P("noted")}</w:footnote>""").Read();
        Assert.Equal(["The City shall indemnify the District.", "Purpose", "They work together.", "1 noted"], LinesOf(read.Document!));
        Assert.True(read.Document!.Properties.Contents);
        Assert.Contains(read.Diagnostics, d => d.Message.Contains("the end of a table of contents, which is missing", StringComparison.Ordinal));
    }

    private static string Generated(string instruction, params string[] lines) =>
        $"""<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> {instruction} </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>{string.Join("</w:p><w:p>", lines.Select(l => $"<w:r>{string.Join("<w:tab/>", l.Split('|').Select(t => $"<w:t>{t}</w:t>"))}</w:r>"))}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""";

    private static string[] LossesOf(ReadAgreement read) => [.. read.Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message["Not carried over: ".Length..].Split(", first ")[0])];

    [Fact]
    public void A_line_of_the_contents_that_no_text_bears_out_is_told_with_its_words()
    {
        ReadAgreement read = new DocxFile(
            P("Contents", """<w:pStyle w:val="TOCHeading"/>""") + Generated("TOC \\o", "1.|Purpose|1", "Term and end|iv", "A. Indemnity of the City|7") + P("Purpose", """<w:pStyle w:val="Heading1"/>""") + P("They work together.") + P("Term and End. One year."),
            styles: Style("Heading1", "heading 1") + Style("TOCHeading", "TOC Heading")).Read();
        Assert.Equal(["Purpose", "They work together.", "Term and End. One year."], LinesOf(read.Document!));
        Assert.True(read.Document!.Properties.Contents);
        Assert.Equal(["a table of contents of 3 lines, which is made anew from the headings", "a line of a table of contents that stands nowhere in the text: “A. Indemnity of the City 7”"], LossesOf(read));
    }

    [Fact]
    public void Contents_that_are_one_paragraph_are_told_too() =>
        Assert.Equal(["a table of contents of 1 line, which is made anew from the headings", "a line of a table of contents that stands nowhere in the text: “Gone 2”"],
            LossesOf(new DocxFile(P("Text.") + Generated("TOC \\o", "Gone|2")).Read()));

    [Theory]
    [InlineData("INDEX", "an index of 2 lines, which Word generates")]
    [InlineData("TOA", "a table of authorities of 2 lines, which Word generates")]
    [InlineData("TOC \\c Figure", "a list of figures or tables of 2 lines, which Word generates")]
    public void An_index_is_no_table_of_contents(string instruction, string told)
    {
        ReadAgreement read = new DocxFile(P("Searches of students") + P("Arrests") + Generated(instruction, "Arrests|2", "Searches|3")).Read();
        Assert.Equal([told], LossesOf(read));
        Assert.False(read.Document!.Properties.Contents);
    }

    [Fact]
    public void A_heading_of_contents_without_contents_is_text() =>
        Assert.Equal(["Schedules", "Text."], new DocxFile(P("Schedules", """<w:pStyle w:val="TOCHeading"/>""") + P("Text."), styles: Style("TOCHeading", "TOC Heading")).Lines);

    [Fact]
    public void Words_between_text_and_notes_are_told()
    {
        ReadAgreement read = new DocxFile(
            """<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="7"/></w:r></w:p>""",
            footnotes: $"""<w:footnote w:id="-1" w:type="separator">{P("Notes of counsel")}</w:footnote><w:footnote w:id="7">{P("first")}</w:footnote>""").Read();
        Assert.Equal(["words in the line between text and footnotes: “Notes of counsel”"], LossesOf(read));
    }

    [Fact]
    public void Past_the_most_kinds_of_losses_the_rest_is_counted()
    {
        string[] losses = LossesOf(new DocxFile(P("Text.") + string.Concat(Enumerable.Range(0, 230).Select(i => P("x", $"""<w:rPr/>""").Replace("<w:rPr></w:rPr>", $"""<w:rPr><w:highlight w:val="kind{i}"/></w:rPr>""", StringComparison.Ordinal)))).Read());
        Assert.Equal(201, losses.Length);
        Assert.Equal("30 more things than are listed here", losses[^1]);
    }
}
