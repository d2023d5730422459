using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

/// <summary>Content controls that show data of the file: what Word shows is read, not what another program left in the text.</summary>
public sealed class BoundDataTests
{
    private const string Store = "{0A1B2C3D-0000-4000-8000-000000000001}";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("an element", "/p:deal[1]/p:party[2]", "<w:text/>", "the City")]
    [InlineData("an attribute", "/p:deal/p:party[1]/@short", "<w:text/>", "DPS")]
    [InlineData("several lines", "/p:deal/p:note", """<w:text w:multiLine="1"/>""", "one two")]
    [InlineData("a value of a list", "/p:deal/p:term", """<w:dropDownList><w:listItem w:displayText="one year" w:value="1"/></w:dropDownList>""", "one year")]
    [InlineData("nothing stored", "/p:deal/p:empty", "<w:text/>", "old words")]
    [InlineData("a place that is not there", "/p:deal/p:party[3]", "<w:text/>", "old words")]
    [InlineData("a path that computes", "/p:deal/p:party[last()]", "<w:text/>", "old words")]
    [InlineData("a date, which Word formats", "/p:deal/p:party", "<w:date/>", "old words")]
    [InlineData("the same words", "/p:deal/p:same", "<w:text/>", "old words")]
    public void A_control_reads_as_the_data_it_is_bound_to(string what, string path, string kind, string expected)
    {
        Assert.NotEmpty(what);
        string control(string content) => $"""<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:p='urn:p'" w:xpath="{path}" w:storeItemID="{Store}"/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>""";
        foreach (string body in (string[])[
            "<w:p>" + control(R("old ") + R("words")) + "</w:p>",
            control($"<w:p>{R("old ")}{R("words")}</w:p>"),
            "<w:sdt><w:sdtContent>" + control($"<w:p>{R("old words")}</w:p>") + "</w:sdtContent></w:sdt>",
            $"<w:tbl><w:tr>{control($"<w:tc><w:p>{R("old words")}</w:p></w:tc>")}</w:tr></w:tbl><w:p/>"])
        {
            ReadAgreement read = File(body).Read();
            Assert.Equal([expected], LinesOf(read.Document!));
            Assert.Equal(path.Contains("last()", StringComparison.Ordinal), read.Diagnostics.Any(d => d.Message.Contains("a path that is not followed here", StringComparison.Ordinal)));
            Assert.Equal(expected != "old words", read.Diagnostics.Any(d => d.Code == "MOU4025" && d.Message.Contains("“old words”: Word shows the data", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Data_that_cannot_be_read_leaves_the_words_of_the_text()
    {
        string body = $"""<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/deal/party" w:storeItemID="{Store}"/><w:text/></w:sdtPr><w:sdtContent>{R("old words")}</w:sdtContent></w:sdt></w:p>""";
        Assert.Equal(["old words"], File(body).Set("customXml/item1.xml", "<deal>").Lines);
        Assert.Equal(["old words"], File(body).Set("customXml/item1.xml", "<!DOCTYPE deal [<!ENTITY a 'b'>]><deal><party>&a;</party></deal>").Lines);
        Assert.Equal(["old words"], File(body).Without("customXml/item1.xml").Lines);
    }

    private static DocxFile File(string body) => new DocxFile(body, links: $"""<Relationship Id="rId5" Type="{Relationships}/customXml" Target="../customXml/item1.xml"/>""")
        .Set("customXml/item1.xml", """<deal xmlns="urn:p"><party short="DPS">the District</party><party>the City</party><note>one&#10;two</note><term>1</term><empty/><same>old words</same></deal>""")
        .Set("customXml/_rels/item1.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>""")
        .Set("customXml/itemProps1.xml", $"""<ds:datastoreItem ds:itemID="{Store}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>""");
}
