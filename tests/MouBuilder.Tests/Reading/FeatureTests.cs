using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

public sealed class FeatureTests
{
    private const string Link = """<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/a" TargetMode="External"/>""";

    public static TheoryData<string, string, string> Runs => new()
    {
        { "a tab and a line break", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb c" },
        { "hyphens", "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>binding, co</w:t><w:softHyphen/><w:t>operate</w:t></w:r>", "non\u2011binding, cooperate" },
        { "a symbol of a font", """<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> yes</w:t></w:r>""", "☑ yes" },
        { "a smart tag and custom XML", "<w:smartTag w:element=\"x\"><w:r><w:t xml:space=\"preserve\">in </w:t></w:r></w:smartTag><w:customXml><w:r><w:t>side</w:t></w:r></w:customXml>", "in side" },
        { "a content control", "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>", "kept" },
        { "a simple field", """<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>12</w:t></w:r></w:fldSimple>""", "12" },
        { "a field within a field", """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MERGEFIELD x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>hidden</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "shown" },
        { "a box that is ticked", """<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""", "☒" },
        { "text in a right-to-left stretch", "<w:bdo w:val=\"rtl\"><w:r><w:t>word</w:t></w:r></w:bdo>", "word" },
        { "a choice and its fallback are one", "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent></w:r>", "once" },
        { "a choice that needs something unknown", "<w:r><mc:AlternateContent><mc:Choice Requires=\"q\" xmlns:q=\"urn:q\"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>", "old" },
        { "blanks at the ends that the file does not preserve", "<w:r><w:t>L1:</w:t></w:r><w:r><w:t>\n   </w:t></w:r><w:r><w:t>\n can\ncelled  </w:t></w:r><w:r><w:t>.</w:t></w:r>", "L1:can celled." },
        { "blanks that the paragraph preserves", "<w:hyperlink xml:space=\"preserve\"><w:r><w:t>a </w:t></w:r><w:r><w:t xml:space=\"default\"> b </w:t></w:r><w:r><w:t> c</w:t></w:r></w:hyperlink>", "a b c" },
        { "a text that a bookmark is set to", """<w:fldSimple w:instr=' SET party "the City" '><w:r><w:t>the City</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve">By </w:t></w:r><w:fldSimple w:instr=" REF party "><w:r><w:t>the City</w:t></w:r></w:fldSimple>""", "By the City" },
        { "letters and accents apart", "<w:r><w:t>ve\u0302\u0300</w:t></w:r>", "về" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_a_reader_sees_of_a_paragraph_is_read(string what, string runs, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal([expected], new DocxFile($"<w:p>{runs}</w:p>").Lines);
    }

    [Theory]
    [InlineData("""<w:vertAlign w:val="superscript"/>""", "raised words")]
    [InlineData("""<w:vertAlign w:val="subscript"/>""", "lowered words")]
    [InlineData("""<w:u w:val="single"/>""", "underlining")]
    [InlineData("<w:caps/>", "shown in capitals")]
    [InlineData("""<w:highlight w:val="yellow"/>""", "highlighting (yellow)")]
    [InlineData("<w:dstrike/>", "struck through by hand")]
    public void Looks_that_are_lost_are_told_where_words_have_them(string look, string told)
    {
        IEnumerable<string> Told(string runs) => new DocxFile($"<w:p>{runs}</w:p>").Read().Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message);
        Assert.Contains(told, Assert.Single(Told($"<w:r><w:rPr>{look}</w:rPr><w:t>words</w:t></w:r>")), StringComparison.Ordinal);
        Assert.Empty(Told($"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>words</w:t></w:r>"));
        Assert.Empty(Told("""<w:r><w:rPr><w:u w:val="none"/><w:caps w:val="0"/><w:vertAlign w:val="baseline"/></w:rPr><w:t>words</w:t></w:r>"""));
    }

    [Theory]
    [InlineData("<w:r><w:t>co</w:t><w:softHyphen/><w:t>oper</w:t><w:softHyphen/><w:t>ate</w:t></w:r>")]
    [InlineData("<w:r><w:t>co\u00ADoper\u00ADate</w:t></w:r>")]
    public void Soft_hyphens_are_left_out_and_told_for_information(string runs)
    {
        Diagnostic told = Assert.Single(new DocxFile($"<w:p>{runs}</w:p>").Read().Diagnostics, d => d.Message.Contains("soft hyphens", StringComparison.Ordinal));
        Assert.Equal(("MOU4026", Severity.Info), (told.Code, told.Severity));
        Assert.Contains("(2)", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_struck_through_by_hand_are_quoted_eight_at_most()
    {
        string told = Assert.Single(new DocxFile("""<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>one two three four five six seven eight nine</w:t></w:r></w:p>""").Read().Diagnostics, d => d.Code == "MOU4025").Message;
        Assert.Contains("first “one two three four five six seven eight …”, ", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_never_ended_hides_its_own_paragraph_at_most_and_is_told()
    {
        const string Begun = """<w:r><w:t>Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>""";
        ReadAgreement read = new DocxFile($"<w:p>{Begun}</w:p>{P("The City shall indemnify the District.")}{P("The term is one year.")}").Read();
        Assert.Equal(["Page", "The City shall indemnify the District.", "The term is one year."], LinesOf(read.Document!));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("never ended (PAGE)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_of_more_cells_than_any_table_has_is_refused()
    {
        string row = "<w:tbl><w:tr>" + string.Concat(Enumerable.Repeat("<w:tc><w:p/></w:tc>", 20_000)) + "</w:tr></w:tbl>";
        Assert.Equal("MOU4022", Assert.Single(new DocxFile(row + "<w:p/>").Read().Diagnostics, d => d.Severity == MouBuilder.Diagnostics.Severity.Error).Code);
    }

    [Fact]
    public void A_text_box_is_read_once_and_told()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>";
        ReadAgreement read = new DocxFile($"""<w:p><w:r><w:t>host</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>""").Read();
        Assert.Equal(["host", "boxed"], LinesOf(read.Document!));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("text box", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_keep_words_and_address_and_a_script_is_no_address()
    {
        MouDocument document = new DocxFile("""<w:p><w:hyperlink r:id="rId9"><w:r><w:t>see</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> here</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""", links: Link).Document;
        Assert.Contains("link(\"https://example.org/a\" \"see\") \" here\"", document.Dump(), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_stand_in_the_order_of_their_marks_with_their_own_numbers()
    {
        DocxFile file = new(
            """<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="7"/><w:t>b</w:t><w:endnoteReference w:id="2"/><w:t>c</w:t><w:footnoteReference w:id="3"/></w:r></w:p>""",
            footnotes: $"""<w:footnote w:id="3">{P("third")}</w:footnote><w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> seventh</w:t></w:r></w:p></w:footnote>""",
            endnotes: $"""<w:endnote w:id="2">{P("at the end")}</w:endnote>""");
        Assert.Equal(["abc", "1 seventh", "i at the end", "2 third"], file.Lines);
    }

    [Fact]
    public void A_second_note_under_one_number_and_a_note_without_a_mark_are_told_with_their_words()
    {
        ReadAgreement read = new DocxFile(
            """<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="7"/></w:r></w:p>""",
            footnotes: $"""<w:footnote w:id="-1" w:type="separator">{P("---")}</w:footnote><w:footnote w:id="7">{P("first")}</w:footnote><w:footnote w:id="7">{P("hidden second")}</w:footnote><w:footnote w:id="8">{P("an orphan")}</w:footnote><w:footnote w:id="9"><w:p/></w:footnote>""",
            endnotes: $"""<w:endnote w:id="2">{P("left behind")}</w:endnote>""").Read();
        Assert.Equal(["a", "1 first"], LinesOf(read.Document!));
        string told = string.Join('\n', read.Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message));
        Assert.Contains("a second footnote under the number of another: “hidden second”", told, StringComparison.Ordinal);
        Assert.Contains("a footnote that no mark in the text leads to: “an orphan”", told, StringComparison.Ordinal);
        Assert.Contains("an endnote that no mark in the text leads to: “left behind”", told, StringComparison.Ordinal);
        Assert.Equal(3, told.Split('\n').Length);
    }

    [Fact]
    public void A_note_with_a_mark_of_its_own_is_not_counted_and_its_mark_stands_once()
    {
        ReadAgreement read = new DocxFile(
            """<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r><w:r><w:t>b</w:t><w:footnoteReference w:customMarkFollows="0" w:id="2"/><w:t>c</w:t></w:r></w:p>""",
            footnotes: $"""<w:footnote w:id="1">{P("starred")}</w:footnote><w:footnote w:id="2">{P("counted")}</w:footnote>""").Read();
        Assert.Equal(["abc", "* starred", "1 counted"], LinesOf(read.Document!));
        Assert.Contains("own mark (*)", Assert.Single(read.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_initial_is_the_first_letter_of_the_paragraph_after_it() =>
        Assert.Equal(["The Parties agree.", "T", "A table"], new DocxFile(
            P("T", """<w:framePr w:dropCap="drop" w:lines="2"/>""") + P("he Parties agree.") + P("T", """<w:framePr w:dropCap="margin"/>""") + $"<w:tbl><w:tr><w:tc>{P("A table")}</w:tc></w:tr></w:tbl><w:p/>").Lines);

    [Theory]
    [InlineData("<w:drawing/>", "a drawing")]
    [InlineData("""<w:drawing><wp:inline><a:graphic><a:graphicData uri="urn:other"><q:thing xmlns:q="urn:other"/></a:graphicData></a:graphic></wp:inline></w:drawing>""", "a drawing")]
    [InlineData("""<w:drawing><wp:inline><a:graphic><a:graphicData><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphicData></a:graphic></wp:inline></w:drawing>""", "a chart")]
    [InlineData("""<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>""", "a picture")]
    [InlineData("<w:pict><v:line/></w:pict>", "a drawing")]
    public void Whatever_is_drawn_is_told(string drawing, string what) =>
        Assert.Contains($": {what}, first", Assert.Single(new DocxFile($"<w:p><w:r>{drawing}<w:t>x</w:t></w:r></w:p>").Read().Diagnostics, d => d.Code == "MOU4025").Message, StringComparison.Ordinal);

    [Fact]
    public void A_reference_to_what_is_no_clause_keeps_its_words_and_is_told()
    {
        ReadAgreement read = new DocxFile(
            P("Purpose", """<w:pStyle w:val="Heading1"/>""") + $"""<w:p><w:bookmarkStart w:id="7" w:name="_Ref7"/>{R("a sentence")}<w:bookmarkEnd w:id="7"/></w:p>""" + P("Term", """<w:pStyle w:val="Heading1"/>""")
            + $"""<w:p>{R("See ")}<w:fldSimple w:instr=" REF _Ref7 \\r ">{R("2(b)")}</w:fldSimple></w:p>""").Read();
        Assert.Contains("See 2(b)", LinesOf(read.Document!));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("a live reference to what is no clause", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AUTONUM")]
    [InlineData("AUTONUMLGL")]
    public void Numbers_that_Word_counts_as_fields_are_counted_and_doubted(string kind)
    {
        string Numbered(string words) => $"""<w:p><w:fldSimple w:instr=" {kind} "/>{R(" " + words)}</w:p>""";
        ReadAgreement read = new DocxFile(Numbered("One thing that they both agree on.") + Numbered("Another thing.") + Numbered("A third.")).Read();
        Assert.Equal(["1. One thing that they both agree on.", "2. Another thing.", "3. A third."], LinesOf(read.Document!));
        Assert.Single(read.Diagnostics, d => d.Code == "MOU4030");
    }

    [Theory]
    [InlineData("""<w:fldSimple w:instr=" LISTNUM "/>""")]
    [InlineData("""<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> LISTNUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""")]
    [InlineData("""<w:r><w:t>as </w:t></w:r><w:fldSimple w:instr=" AUTONUM "/>""")]
    public void Other_numbers_of_fields_are_told(string field) =>
        Assert.Contains(new DocxFile($"<w:p>{field}{R(" words")}</w:p>").Read().Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("a number that Word counts", StringComparison.Ordinal));

    [Fact]
    public void A_note_that_cites_itself_ends()
    {
        ReadAgreement read = new DocxFile("""<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r></w:p>""", footnotes: """<w:footnote w:id="1"><w:p><w:r><w:t>see</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>""").Read();
        Assert.Single(read.Document!.Notes);
        Assert.Contains(read.Diagnostics, d => d.Message.Contains("note inside of a note", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_keeps_its_spans_headers_and_nested_tables()
    {
        const string Inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>";
        MouDocument document = new DocxFile($"""
            <w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{P("head")}</w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{P("tall")}</w:tc><w:tc>{P("b", "<w:jc w:val=\"right\"/>")}</w:tc></w:tr>
            <w:sdt><w:sdtContent><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:sdt><w:sdtContent><w:tc>{Inner}</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>
            """).Document;
        Assert.Equal(
            "table 1 Left,Left\n  row\n    cell 2 1\n      paragraph Body \"head\"\n  row\n    cell 1 2\n      paragraph Body \"tall\"\n    cell 1 1\n      paragraph Body \"b\"\n  row\n    cell 1 1\n      table 0 Left\n        row\n          cell 1 1\n            paragraph Body \"inner\"\n",
            document.Dump()[document.Dump().IndexOf("table", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("2,1,1 1,2,1 1,2,1", "1,1,1 1,1,1 1,1,1")] // a border dragged in the header row
    [InlineData("1,1,1 1,1,1 1,2,1", "1,1,1 1,1,1 1,1,1")]
    [InlineData("2,1,1 2,1,1 2,1,1", "1,1,1 1,1,1 1,1,1")] // a line at which no cell ends
    [InlineData("4,2 2,2,2 2,2,2", "2,1 1,1,1 1,1,1")]
    [InlineData("2,1 1,1,1 1,1,1", "2,1 1,1,1 1,1,1")] // a cell over two columns
    [InlineData("1,1 1,1 1,1", "1,1 1,1 1,1")]
    public void A_border_that_was_dragged_makes_no_column(string spans, string read)
    {
        string rows = string.Concat(spans.Split(' ').Select((r, i) => $"<w:tr>{string.Concat(r.Split(',').Select((s, j) => $"<w:tc><w:tcPr><w:gridSpan w:val=\"{s}\"/></w:tcPr>{P($"cell {i} {j}")}</w:tc>"))}</w:tr>"));
        Table table = Assert.Single(new DocxFile(P("Counts") + $"<w:tbl>{rows}</w:tbl>").Document.AllBlocks().OfType<Table>());
        Assert.Equal(read, string.Join(' ', table.Rows.Select(r => string.Join(',', r.Cells.Select(c => c.ColumnSpan)))));
        Assert.All(table.Rows, r => Assert.Equal(table.Columns.Length, r.Cells.Sum(c => c.ColumnSpan)));
    }

    [Fact]
    public void Headings_are_known_by_style_by_outline_level_and_in_other_languages()
    {
        string styles = Style("Titre1", "Titre 1") + Style("Own", "Own", """<w:pPr><w:outlineLvl w:val="1"/></w:pPr>""") + Style("Child", "Child", "", "Own");
        MouDocument document = new DocxFile(P("Purpose", """<w:pStyle w:val="Titre1"/>""") + P("Of schools", """<w:pStyle w:val="Child"/>""") + P("text") + P("Of police", """<w:outlineLvl w:val="1"/>""") + P("more") + P("Term", """<w:pStyle w:val="Heading1"/>"""), styles).Document;
        Assert.Equal(["section Purpose", "clause Of schools", "clause Of police", "section Term"], Parts(document));
    }

    [Fact]
    public void Typed_numbers_and_capitals_make_sections_and_clauses_where_no_style_does()
    {
        string long1 = string.Concat(Enumerable.Repeat("The District shall do what this paragraph says at some length. ", 3));
        MouDocument document = new DocxFile(P("MEMORANDUM OF UNDERSTANDING", """<w:jc w:val="center"/>""") + P("between A and B") + P("ARTICLE I") + P("PURPOSE") + P("1.1 Scope. " + long1) + P("1.2 Schools. " + long1) + P("(a) one") + P("(b) two") + P("ARTICLE II – TERM") + P("2.1 Start. " + long1)).Document;
        Assert.Equal(["section PURPOSE", "clause Scope", "clause Schools", "section TERM", "clause Start"], Parts(document));
        Assert.Equal(["ARTICLE I", "1.1", "1.2", "(a)", "(b)", "ARTICLE II", "2.1"], LabelsOf(document));
        Assert.Equal("MEMORANDUM OF UNDERSTANDING", document.Properties.Title);
    }

    [Fact]
    public void An_initial_and_a_year_are_no_numbers()
    {
        MouDocument document = new DocxFile(P("A. Smith wrote this.") + P("2013. It was a year.") + P("I. am not a heading")).Document;
        Assert.Empty(LabelsOf(document));
    }

    [Fact]
    public void Iso_strict_reads_as_transitional_does()
    {
        DocxFile file = new(P("Purpose", """<w:pStyle w:val="H"/>""") + P("a", Numbered(1, 0) + """<w:ind w:start="36pt"/>"""), Style("H", "heading 1"), $"""<w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""");
        string before = file.Document.Dump();
        foreach (string part in new[] { "word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels", "word/_rels/document.xml.rels" })
        {
            file.Change(part, x => x.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal).Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
        }

        Assert.Equal(before, file.Document.Dump());
    }

    [Fact, Diagnostics.Covers("MOU4025")]
    public void What_cannot_be_carried_is_listed_once_with_how_often()
    {
        const string Picture = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
        ReadAgreement read = new DocxFile($"""<w:p><w:r><w:t>x</w:t></w:r>{Picture}{Picture}<w:r><w:commentReference w:id="0"/></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p><w:altChunk r:id="x"/>""", header: P("DRAFT 3/8/22")).Read();
        string[] told = [.. read.Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message)];
        Assert.Contains(told, t => t.Contains("a picture (2 times)", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("a comment", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("an equation", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("document of another kind", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("header: DRAFT 3/8/22", StringComparison.Ordinal));
        Assert.Equal(["header: DRAFT 3/8/22"], read.Surroundings);
        Assert.Contains("xa+b", LinesOf(read.Document!)[0], StringComparison.Ordinal);
    }

    [Fact, Diagnostics.Covers("MOU4027")]
    public void Text_that_nobody_sees_is_taken_out_and_told()
    {
        ReadAgreement read = new DocxFile("<w:p>" + R("shall") + R(" not", "<w:vanish/>") + R(" do\u200B so\u202E") + R("white", """<w:color w:val="FFFFFF"/>""") + "</w:p>").Read();
        Assert.Equal(["shall do sowhite"], LinesOf(read.Document!));
        Assert.Equal(4, read.Diagnostics.Count(d => d.Code == "MOU4027"));
    }

    [Fact, Diagnostics.Covers("MOU4029")]
    public void A_file_without_text_is_told()
    {
        Assert.Contains(new DocxFile("<w:p/>").Read().Diagnostics, d => d.Code == "MOU4029");
    }

    private static string[] Parts(MouDocument document) => [.. document.AllBlocks().Select(b => b switch { Section s => "section " + PlainText.Of(s.Heading), Clause { Title.IsEmpty: false } c => "clause " + PlainText.Of(c.Title), _ => "" }).Where(p => p.Length > 0)];

    private static string[] LabelsOf(MouDocument document) => [.. document.AllBlocks().Select(b => b switch { Section s => s.Label, Clause c => c.Label, ListItem i => i.Label, _ => null }).OfType<string>()];
}
