using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Word;

/// <summary>What would make Word offer a repair is found before the file leaves the writer.</summary>
public sealed class PackageCheckTests
{
    private static readonly WordFile Sample = WordFile.Of(SampleAgreement.Document, lockYaml: "lock: 1\n");

    [Fact]
    public void A_file_as_written_holds_together() => Assert.Empty(PackageCheck.Problems(Sample.Bytes));

    [Theory]
    [InlineData("w:fldCharType=\"end\"", "w:fldCharType=\"separate\"", "no separator")]
    [InlineData("w:fldCharType=\"begin\"", "w:fldCharType=\"end\"", "without a beginning")]
    [InlineData("w:name=\"mou_complaints\"", "w:name=\"mou_a_name_that_is_much_longer_than_forty_letters\"", "cannot be the name of a bookmark")]
    [InlineData("w:name=\"mou_complaints\"", "w:name=\"mou_conduct\"", "two bookmarks have the name mou_conduct")]
    [InlineData("REF mou_complaints", "REF mou_nowhere", "the bookmark mou_nowhere, which is missing")]
    [InlineData("w:anchor=\"mou_complaints\"", "w:anchor=\"mou_nowhere\"", "the bookmark mou_nowhere, which is missing")]
    [InlineData("<w:bookmarkEnd", "<w:proofErr", "a bookmark is not ended")]
    [InlineData("mou:aims@", "mou:aims-aims-aims-aims-aims-aims-aims-aims-aims@", "is too long")]
    [InlineData("w:val=\"BodyText\"", "w:val=\"Nonsense\"", "the style Nonsense is missing")]
    [InlineData("<w:numId w:val=\"4\"", "<w:numId w:val=\"44\"", "the list 44 is missing")]
    [InlineData("r:id=\"link", "r:id=\"other", "is missing")]
    [InlineData("r:id=\"header\"", "r:id=\"head\"", "the relationship head is missing")]
    [InlineData("<w:footnoteReference w:id=\"1\"", "<w:footnoteReference w:id=\"9\"", "the footnote 9 is missing")]
    [InlineData("</w:tbl>", "</w:tbl><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "two tables stand")]
    [InlineData("</w:tc>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>", "does not end in a paragraph")]
    [InlineData("<w:sectPr", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sectPr", "the text ends in a table")]
    [InlineData("<w:sectPr", "<w:p><w:p/></w:p><w:sectPr", "a paragraph stands in w:p")]
    [InlineData("<w:sectPr", "<w:sdt><w:sdtContent/></w:sdt><w:sectPr", "a content control is empty")]
    public void A_broken_promise_in_the_text_is_found(string there, string instead, string problem)
    {
        Assert.Contains(there, Sample.PartText("word/document.xml"), StringComparison.Ordinal);
        AssertFound("word/document.xml", there, instead, problem);
    }

    [Theory]
    [InlineData("<w:del w:id=\"[0-9]+\"", "<w:del w:id=\"1\"", "two tracked changes or bookmarks have the number 1")]
    [InlineData("<w:moveToRangeEnd [^>]*>", "", "a move is not ended")]
    [InlineData("<w:moveToRangeStart [^>]*>", "", "ends before it begins")]
    [InlineData("w:name=\"move1\"/><w:p><w:pPr><w:pStyle w:val=\"Heading2\"/><w:rPr><w:moveTo ", "w:name=\"move9\"/><w:p><w:pPr><w:pStyle w:val=\"Heading2\"/><w:rPr><w:moveTo ", "Of the move move1 one half is missing")]
    public void A_broken_promise_of_a_redline_is_found(string there, string instead, string problem)
    {
        Clause[] clauses = [Samples.Clause("a", "A", Samples.P("One thing that stays here, being longer.")), Samples.Clause("b", "B", Samples.P("Two.")), Samples.Clause("c", "C", Samples.P("Three words more."))];
        MouDocument Of(params Clause[] order) => Samples.Document(Samples.Properties with { Contents = false }, [], Samples.Section("s", "S", order));
        WordFile file = new(Redline.Of(Comparer.Compare(ComparisonSide.Of(Of(clauses)), ComparisonSide.Of(Of(clauses[1], clauses[0], Samples.Clause("c", "C", Samples.P("Three words less."))))) ).Word.ToArray());
        Assert.Empty(PackageCheck.Problems(file.Bytes));
        Assert.Contains(PackageCheck.Problems(file.With("word/document.xml", text => System.Text.RegularExpressions.Regex.Replace(text, there, instead))), p => p.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("</w:body>", "</w:bodi>", "the tags do not match")]
    [InlineData("</w:document>", "", "it ends too early")]
    [InlineData("</w:document>", "</w:document", "a tag does not end")]
    [InlineData("</w:document>", "</w:document><w:document/>", "it has two roots")]
    [InlineData("</w:document>", "</w:document>text", "text stands outside")]
    [InlineData("<w:sectPr>", "<w:sectPr><!-- x -->", "an element is not well-formed")]
    [InlineData("<w:sectPr>", "<w:sectPr><w:p w:x=1/>", "an element is not well-formed")]
    [InlineData("<w:sectPr>", "<w:sectPr><w:p w:x=\"&x\"/>", "an element is not well-formed")]
    [InlineData("<w:sectPr>", "<w:sectPr>&nbsp;", "a text has a stray &")]
    [InlineData("<w:sectPr>", "<w:sectPr>\u0001", "it holds a control character")]
    public void XML_that_no_writer_of_ours_writes_is_found(string there, string instead, string problem) => AssertFound("word/document.xml", there, instead, problem);

    [Fact]
    public void A_text_longer_than_the_window_is_read_whole() =>
        Assert.Empty(PackageCheck.Problems(WordFile.Of(Samples.Document(Samples.P(new string('ề', 100_000)), Samples.P("after"))).Bytes));

    [Theory]
    [InlineData("word/_rels/document.xml.rels", "Target=\"styles.xml\"", "Target=\"style.xml\"", "leads to style.xml")]
    [InlineData("word/_rels/document.xml.rels", "Id=\"settings\"", "Id=\"styles\"", "the relationship styles twice")]
    [InlineData("[Content_Types].xml", "/word/footer.xml", "/word/footer9.xml", "which is not in the file")]
    [InlineData("word/numbering.xml", "<w:abstractNumId w:val=\"0\"", "<w:abstractNumId w:val=\"77\"", "the numbering definition 77")]
    [InlineData("word/numbering.xml", "<w:num w:numId=\"2\"", "<w:num w:numId=\"1\"", "the list 1 twice")]
    [InlineData("word/footnotes.xml", "<w:footnoteRef/>", "<w:footnoteReference w:id=\"1\"/>", "outside of the body")]
    [InlineData("word/styles.xml", "w:styleId=\"TOC1\"", "w:styleId=\"TOC2\"", "the style TOC2 twice")]
    public void A_broken_promise_in_another_part_is_found(string part, string there, string instead, string problem) => AssertFound(part, there, instead, problem);

    [Fact]
    public void Two_controls_of_one_id_are_found()
    {
        string id = Sample.PartText("word/document.xml").Split("<w:sdtPr>")[1].Split("<w:id w:val=\"")[1].Split('"')[0];
        AssertFound("word/document.xml", "<w:sectPr", $"<w:sdt><w:sdtPr><w:id w:val=\"{id}\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt><w:sectPr", "two content controls");
    }

    private static void AssertFound(string part, string there, string instead, string problem) =>
        Assert.Contains(PackageCheck.Problems(Sample.With(part, text => text.Replace(there, instead, StringComparison.Ordinal))), p => p.Contains(problem, StringComparison.Ordinal));
}
