using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

public sealed class PendingChangesTests
{
    private const string Jane = """w:id="1" w:author="Jane" w:date="2022-03-08T00:00:00Z" """;

    public static TheoryData<string, string, string[], string[]> Cases => new()
    {
        { "words", $"<w:p>{R("shall ")}<w:del {Jane}><w:r><w:delText xml:space=\"preserve\">not </w:delText></w:r></w:del><w:ins {Jane}>{R("always ")}</w:ins>{R("do")}</w:p>", ["shall always do"], ["shall not do"] },
        { "a paragraph put in", P("one") + $"<w:p><w:pPr><w:rPr><w:ins {Jane}/></w:rPr></w:pPr><w:ins {Jane}>{R("two")}</w:ins></w:p>" + P("three"), ["one", "two", "three"], ["one", "three"] },
        { "a paragraph taken out", P("one") + $"<w:p><w:pPr><w:rPr><w:del {Jane}/></w:rPr></w:pPr><w:del {Jane}><w:r><w:delText>two</w:delText></w:r></w:del></w:p>" + P("three"), ["one", "three"], ["one", "two", "three"] },
        { "two paragraphs made one", $"<w:p><w:pPr><w:rPr><w:del {Jane}/></w:rPr></w:pPr>{R("one ")}</w:p>" + P("two"), ["one two"], ["one", "two"] },
        { "a move", $"<w:p><w:pPr><w:rPr><w:moveFrom {Jane}/></w:rPr></w:pPr><w:moveFrom {Jane}>{R("moved")}</w:moveFrom></w:p>" + P("stays") + $"<w:p><w:pPr><w:rPr><w:moveTo {Jane}/></w:rPr></w:pPr><w:moveTo {Jane}>{R("moved")}</w:moveTo></w:p>" + P("end"), ["stays", "moved", "end"], ["moved", "stays", "end"] },
        { "a row", $"<w:tbl><w:tr><w:tc>{P("a")}</w:tc></w:tr><w:tr><w:trPr><w:ins {Jane}/></w:trPr><w:tc>{P("b")}</w:tc></w:tr><w:tr><w:trPr><w:del {Jane}/></w:trPr><w:tc>{P("c")}</w:tc></w:tr></w:tbl>", ["a", "b"], ["a", "c"] },
        { "a cell", $"<w:tbl><w:tr><w:tc>{P("a")}</w:tc><w:tc><w:tcPr><w:cellIns {Jane}/></w:tcPr>{P("b")}</w:tc><w:tc><w:tcPr><w:cellDel {Jane}/></w:tcPr>{P("c")}</w:tc></w:tr></w:tbl>", ["a", "b"], ["a", "c"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Accepted_or_rejected_the_text_is_the_new_or_the_old_one(string what, string body, string[] accepted, string[] rejected)
    {
        Assert.NotEmpty(what);
        DocxFile file = new(body);
        Assert.Equal(accepted, LinesOf(file.Read(PendingChanges.Accept).Document!));
        Assert.Equal(accepted, LinesOf(file.Read(PendingChanges.Show).Document!));
        Assert.Equal(rejected, LinesOf(file.Read(PendingChanges.Reject).Document!));
    }

    [Fact, Diagnostics.Covers("MOU4024")]
    public void Unless_told_what_to_do_the_file_is_refused_with_how_many_and_whose()
    {
        ReadAgreement read = new DocxFile($"<w:p>{R("a")}<w:ins {Jane}>{R("b")}</w:ins><w:del w:id=\"2\" w:author=\"Counsel\"><w:r><w:delText>c</w:delText></w:r></w:del><w:r><w:rPr><w:b/><w:rPrChange {Jane}><w:rPr/></w:rPrChange></w:rPr><w:t>d</w:t></w:r></w:p>").Read();
        Assert.Null(read.Document);
        string message = Assert.Single(read.Diagnostics).Message;
        Assert.Contains("3 tracked changes", message, StringComparison.Ordinal);
        Assert.Contains("1 insertion, 1 deletion, 1 change of formatting", message, StringComparison.Ordinal);
        Assert.Contains("Jane, Counsel", message, StringComparison.Ordinal);
    }

    [Fact, Diagnostics.Covers("MOU4028"), Diagnostics.Covers("MOU4026")]
    public void Shown_each_change_is_listed_with_its_words()
    {
        ReadAgreement read = new DocxFile($"<w:p>{R("a ")}<w:del {Jane}><w:r><w:delText>not</w:delText></w:r></w:del></w:p>").Read(PendingChanges.Show);
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4028" && d.Message.Contains("deletion, by Jane: “not”", StringComparison.Ordinal));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4026");
    }

    [Fact]
    public void How_many_are_pending_does_not_depend_on_which_side_is_read()
    {
        const string By = "w:id=\"1\" w:author=\"Jane\"";
        string looks = $"<w:rPrChange {By}><w:rPr/></w:rPrChange>";
        string nested = $"<w:p><w:ins {By}>{R("Added ")}<w:del {By}>{R("and struck")}</w:del></w:ins><w:del {By}>{R("Struck", looks)}</w:del></w:p>";
        string Cell(string words, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:pPr><w:pPrChange {By}><w:pPr/></w:pPrChange></w:pPr>{R(words, looks)}</w:p></w:tc>";
        string table = $"<w:tbl><w:tr>{Cell("Kept")}{Cell("Kept")}</w:tr><w:tr><w:trPr><w:ins {By}/></w:trPr>{Cell("A")}{Cell("B")}</w:tr><w:tr><w:trPr><w:del {By}/></w:trPr>{Cell("C")}{Cell("D")}</w:tr>"
            + $"<w:tr>{Cell("E")}{Cell("F", $"<w:cellIns {By}/>")}</w:tr><w:tr>{Cell("G")}{Cell("H", $"<w:cellDel {By}/>")}</w:tr></w:tbl>";
        DocxFile file = new(P("Before.") + nested + table + P("Behind."));
        string CountOf(PendingChanges changes) => file.Read(changes).Diagnostics.First(d => d.Message.Contains("tracked changes", StringComparison.Ordinal)).Message.Split(", by ")[0];

        // Of words one insertion, two deletions and one look; of rows and of cells one insertion and one deletion each; and two looks in each of the ten cells.
        string accepted = CountOf(PendingChanges.Accept);
        Assert.StartsWith("28 pending tracked changes (3 insertions, 4 deletions, 21 changes of formatting)", accepted, StringComparison.Ordinal);
        Assert.Equal(accepted, CountOf(PendingChanges.Show));
        Assert.Equal(accepted, CountOf(PendingChanges.Reject));
        Assert.Contains("28 tracked changes", CountOf(PendingChanges.Refuse), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redline_has_as_many_pending_changes_whichever_side_is_read()
    {
        ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;
        byte[] redline = Redline.Of(Comparer.Compare(Side("dps-dpd-2022"), Side("nonprofit-partner"))).Word.ToArray();
        string CountOf(PendingChanges changes) => DocxFile.Read(redline, changes).Diagnostics.First(d => d.Code == "MOU4026").Message.Split(", by ")[0];
        Assert.Equal(CountOf(PendingChanges.Accept), CountOf(PendingChanges.Reject));
        Assert.Equal(CountOf(PendingChanges.Accept), CountOf(PendingChanges.Show));
    }

    [Theory]
    [InlineData("dps-dpd-2022", "nonprofit-partner")]
    [InlineData("dps-dpd-2022", "sro-variant")]
    public void In_a_redline_every_element_of_a_tracked_change_is_pending_but_for_the_new_halves_of_moves(string old, string now)
    {
        ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;
        byte[] redline = Redline.Of(Comparer.Compare(Side(old), Side(now))).Word.ToArray();
        WordFile file = new(redline);
        string[] marks = ["ins", "del", "moveFrom", "rPrChange", "pPrChange"];
        int pending = file.Parts.Keys.Where(p => p.StartsWith("word/", StringComparison.Ordinal) && p.EndsWith(".xml", StringComparison.Ordinal))
            .Sum(p => file.Part(p).Descendants().Count(e => e.Name.Namespace == WordFile.W && marks.Contains(e.Name.LocalName)));
        Assert.Contains($" {pending} tracked changes ", DocxFile.Read(redline, PendingChanges.Refuse).Diagnostics.Single(d => d.Code == "MOU4024").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_formatting_gives_back_the_old_heading_and_number()
    {
        string styles = Style("H", "heading 1");
        DocxFile file = new($"""<w:p><w:pPr><w:pStyle w:val="H"/><w:pPrChange {Jane}><w:pPr/></w:pPrChange></w:pPr>{R("Term")}</w:p>""" + P("Purpose", """<w:pStyle w:val="H"/>""") + P("Text") + P("End", """<w:pStyle w:val="H"/>"""), styles);
        Assert.Equal(3, file.Read(PendingChanges.Accept).Document!.AllBlocks().OfType<Clause>().Count());
        Assert.Equal(2, file.Read(PendingChanges.Reject).Document!.AllBlocks().OfType<Clause>().Count());
    }
}
