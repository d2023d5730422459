using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

/// <summary>Files made to break a reader. Each must end in a document or in a coded diagnostic that names the cause, in bounded time and memory.</summary>
public sealed class HostileDocxTests
{
    private const string ManyKilobytes = "<w:p><w:r><w:t>aaaaaaaaaaaaaaaa</w:t></w:r></w:p>";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "empty", "MOU4020", "empty" },
        { "old-doc", "MOU4020", "old Word format" },
        { "encrypted", "MOU4020", "password" },
        { "pdf", "MOU4020", "PDF" },
        { "rtf", "MOU4020", "rich text" },
        { "html", "MOU4020", "web page" },
        { "flat-xml", "MOU4020", "XML file" },
        { "noise", "MOU4020", "not a Word file" },
        { "odt", "MOU4020", "OpenDocument" },
        { "plain-zip", "MOU4020", "zip archive" },
        { "workbook", "MOU4020", "Excel" },
        { "cut", "MOU4021", "cut short" },
        { "wrong-checksum", "MOU4021", "checksum" },
        { "no-main", "MOU4021", "missing" },
        { "no-root-relationships", "MOU4021", "which of its parts" },
        { "main-outside", "MOU4021", "another file" },
        { "two-mains", "MOU4021", "two of its parts" },
        { "two-bodies", "MOU4021", "two bodies" },
        { "duplicate-part", "MOU4021", "twice" },
        { "one-part-twice", "MOU4021", "two things" },
        { "bomb", "MOU4022", "200 times" },
        { "large", "MOU4022", "64 MB" },
        { "many-parts", "MOU4022", "10000 parts" },
        { "deep", "MOU4022", "256 deep" },
        { "deep-unknown", "MOU4022", "256 deep" },
        { "million-paragraphs", "MOU4022", "paragraphs" },
        { "wide-paragraph", "MOU4022", "elements" },
        { "dtd", "MOU4023", "document type" },
        { "entity", "MOU4023", "document type" },
        { "broken-xml", "MOU4023", "well-formed" },
        { "broken-tail", "MOU4023", "well-formed" },
        { "bad-character", "MOU4023", "well-formed" },
        { "bad-content-types", "MOU4023", "well-formed" },
        { "unknown-encoding", "MOU4023", "well-formed|not known" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    [Diagnostics.Covers("MOU4020"), Diagnostics.Covers("MOU4021"), Diagnostics.Covers("MOU4022"), Diagnostics.Covers("MOU4023")]
    public void It_is_refused_for_its_cause(string kind, string code, string words)
    {
        byte[] file = Make(kind);
        ReadAgreement read = Measured(file);
        Assert.Null(read.Document);
        Diagnostic error = Assert.Single(read.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(code, error.Code);
        Assert.Contains(words.Split('|'), w => error.Message.Contains(w, StringComparison.Ordinal));
        Assert.StartsWith("paper.docx", error.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> Read => ["circular-styles", "circular-numbering", "absurd-numbering", "utf-16", "external-image", "outside-target", "missing-styles", "macros", "unbalanced-fields", "fields-in-fields", "huge-spans", "just-under-deep", "note-without-text", "no-relationships", "must-understand", "empty-body"];

    [Theory]
    [MemberData(nameof(Read))]
    public void It_is_read_for_what_it_is(string kind)
    {
        ReadAgreement read = Measured(Make(kind));
        Assert.True(read.Document is not null, string.Join('\n', read.Diagnostics));
        if (kind is "macros" or "external-image" or "missing-styles" or "note-without-text" or "must-understand" or "circular-styles")
        {
            Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025");
        }
    }

    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    [Fact]
    public void What_two_relationships_of_one_id_lead_to_is_read_and_told()
    {
        string styles = Style("Heading1", "heading 1");
        string numbering = $"""<w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""";
        DocxFile Paper() => Plain(P("Purpose", """<w:pStyle w:val="Heading1"/>""" + Numbered(1, 0)) + P("They meet.") + P("Term", """<w:pStyle w:val="Heading1"/>""" + Numbered(1, 0)) + P("One year."), styles, numbering);
        ReadAgreement doubled = Measured(Paper().Change("word/_rels/document.xml.rels", x => x.Replace("\"own1\"", "\"own0\"", StringComparison.Ordinal)).Bytes());
        Assert.Equal(["1.", "2."], doubled.Document!.Blocks.OfType<Clause>().Select(c => c.Label));
        Assert.Contains(doubled.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("an id that several of the file's links", StringComparison.Ordinal));
        Assert.DoesNotContain(Measured(Paper().Bytes()).Diagnostics, d => d.Code == "MOU4025");
        Assert.Contains(Measured(Paper().Change("_rels/.rels", x => x.Replace("</Relationships>", $"""<Relationship Id="rId1" Type="{Types}officeDocument" Target="word/styles.xml"/></Relationships>""", StringComparison.Ordinal)).Bytes()).Diagnostics, d => d.Code == "MOU4021");
    }

    [Theory]
    [InlineData("no-relationships", "numbering", "styles")]
    [InlineData("second-styles", "styles")]
    public void Parts_that_nothing_leads_to_are_told(string kind, params string[] kinds)
    {
        DocxFile paper = Plain(P("Purpose", """<w:pStyle w:val="Heading1"/>"""), Style("Heading1", "heading 1"), "");
        byte[] file = kind == "no-relationships" ? paper.Without("word/_rels/document.xml.rels").Bytes()
            : paper.Set("word/styles2.xml", $"<w:styles xmlns:w=\"{W}\"/>").Set("word/glossary/styles.xml", "<x/>").Change("[Content_Types].xml", x => x.Replace("</Types>", """<Override PartName="/word/styles2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/glossary/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""", StringComparison.Ordinal)).Bytes();
        Assert.Equal(kinds.Select(k => $"the {k} in a part of the file that nothing leads to"), Measured(file).Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message["Not carried over: ".Length..].Split(", which")[0]));
    }

    [Theory]
    [InlineData("mailto:a b@@[x", "a link to what is no address, read as words: mailto:a b@@[x")]
    [InlineData("http://[", "a link to what is no address, read as words: http://[")]
    [InlineData("other.docx", "a link to a file or program")]
    [InlineData("", "a link of which the file does not say where it leads")]
    [InlineData("https://example.org/a", null)]
    public void A_link_that_cannot_be_followed_is_told(string address, string? told)
    {
        string link = address.Length == 0 ? "" : $"""<Relationship Id="h" Type="{Types}hyperlink" Target="{address}" TargetMode="External"/>""";
        ReadAgreement read = Measured(Plain($"""<w:p>{R("See ")}<w:hyperlink r:id="h">{R("the form")}</w:hyperlink></w:p>""", links: link).Bytes());
        Assert.Equal(told is null ? 1 : 0, read.Document!.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Link>().Count());
        Assert.Equal(told is null ? 0 : 1, read.Diagnostics.Count(d => d.Code == "MOU4025" && d.Message.Contains(told ?? "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_count_that_begins_below_0_is_told()
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.", start: -1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""";
        Diagnostic told = Assert.Single(Measured(Plain(P("a", Numbered(1, 0)) + P("b", Numbered(1, 0)), numbering: numbering).Bytes()).Diagnostics, d => d.Code == "MOU4030");
        Assert.Contains("begins below 0", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_hundred_damaged_files_each_end_in_a_document_or_a_code()
    {
        byte[][] seeds =
        [
            MouBuilder.Word.WordWriter.Write(Word.SampleAgreement.Document, new()),
            new DocxFile(P("a", Numbered(1, 0)) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + Make("fields-in-fields").Length, Style("A", "heading 1", "", "B") + Style("B", "b", "", "A"), $"""<w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""").Bytes(),
        ];
        for (int seed = 0; seed < 400; seed++)
        {
            byte[] file = DocxMutation.Of(seeds[seed % seeds.Length], seed);
            ReadAgreement read = DocxFile.Read(file, (PendingChanges)(seed % 4));
            Assert.True(read.Document is not null || read.Diagnostics.Any(d => d.Severity == Severity.Error), $"seed {seed} ends in nothing");
        }
    }

    /// <summary>The worst files through the command line, in a process that is given 512 MB and not a byte more.</summary>
    [Fact]
    public void The_worst_files_end_within_512_megabytes()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathTo("good.docx"), Plain().Bytes());
        foreach (string kind in (string[])["bomb", "large", "million-paragraphs", "wide-paragraph"])
        {
            File.WriteAllBytes(folder.PathTo(kind + ".docx"), Make(kind));
            Mou.Result result = Mou.Run(folder.Root, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x20000000" }, "diff", kind + ".docx", "good.docx");
            result.HasNoTrace();
            Assert.Equal(2, result.Code);
            Assert.Contains("MOU4022", result.Errors, StringComparison.Ordinal);
        }
    }

    private static ReadAgreement Measured(byte[] file)
    {
        // Other tests allocate in this process at the same time, so only this thread is counted.
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        ReadAgreement read = DocxFile.Read(file);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1500L << 20);
        return read;
    }

    private static DocxFile Plain(string body = "<w:p><w:r><w:t>words</w:t></w:r></w:p>", string? styles = null, string? numbering = null, string links = "") => new(body, styles, numbering, links: links);

    private static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "old-doc" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]],
        "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "pdf" => "%PDF-1.7\n"u8.ToArray(),
        "rtf" => "{\\rtf1 hello}"u8.ToArray(),
        "html" => "<!DOCTYPE html><p>hello"u8.ToArray(),
        "flat-xml" => "<?xml version=\"1.0\"?><pkg/>"u8.ToArray(),
        "noise" => [1, 2, 3, 4],
        "odt" => Plain().Without("[Content_Types].xml").Set("mimetype", "application/vnd.oasis.opendocument.text").Bytes(),
        "plain-zip" => Plain().Without("[Content_Types].xml").Bytes(),
        "workbook" => Plain().Set("word/document.xml", """<s:workbook xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>""").Bytes(),
        "cut" => Plain().Bytes()[..^400],
        "wrong-checksum" => WithWrongChecksum(),
        "no-main" => Plain().Without("word/document.xml").Bytes(),
        "no-root-relationships" => Plain().Without("_rels/.rels").Bytes(),
        "main-outside" => Plain().Change("_rels/.rels", x => x.Replace("Target=\"word/document.xml\"", "Target=\"http://example.org/d.xml\" TargetMode=\"External\"", StringComparison.Ordinal)).Bytes(),
        "two-mains" => Plain().Change("_rels/.rels", x => x.Replace("</Relationships>", """<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/other.xml"/></Relationships>""", StringComparison.Ordinal)).Bytes(),
        "two-bodies" => Plain().Change("word/document.xml", x => x.Replace("</w:document>", "<w:body><w:p/></w:body></w:document>", StringComparison.Ordinal)).Bytes(),
        "duplicate-part" => Plain().Bytes(("word/document.xml", "<x/>"u8.ToArray())),
        "one-part-twice" => Plain(links: """<Relationship Id="a" Type="x/styles" Target="document.xml"/>""").Bytes(),
        "bomb" => Plain().Set("word/document.xml", new byte[40 << 20]).Bytes(),
        "large" => Plain().Set("word/styles.xml", Noise(66 << 20)).Set("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/styles" Target="styles.xml"/></Relationships>""").Bytes(),
        "many-parts" => ManyParts(),
        "deep" => Plain(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 34_000))).Bytes(),
        "deep-unknown" => Plain("<w:p>" + string.Concat(Enumerable.Repeat("<w:x>", 100_000)) + string.Concat(Enumerable.Repeat("</w:x>", 100_000)) + "</w:p>").Bytes(),
        "million-paragraphs" => Plain(Padded("<w:p><w:r><w:t>", "</w:t></w:r></w:p>", 300_000)).Bytes(),
        "wide-paragraph" => Plain("<w:p>" + Padded("<w:r><w:t>", "</w:t></w:r>", 400_000) + "</w:p>").Bytes(),
        "dtd" => Plain().Change("word/document.xml", x => "<!DOCTYPE w:document>" + x).Bytes(),
        "entity" => Plain().Change("word/document.xml", x => "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + x.Replace("words", "&e;", StringComparison.Ordinal)).Bytes(),
        "broken-xml" => Plain().Change("word/document.xml", x => x.Replace("</w:r>", "", StringComparison.Ordinal)).Bytes(),
        "broken-tail" => Plain().Change("word/document.xml", x => x + "<w:p>").Bytes(),
        "bad-character" => Plain().Change("word/document.xml", x => x.Replace("words", "wo\u0001rds", StringComparison.Ordinal)).Bytes(),
        "bad-content-types" => Plain().Set("[Content_Types].xml", "<Types").Bytes(),
        "unknown-encoding" => Plain().Change("word/document.xml", x => "<?xml version=\"1.0\" encoding=\"x-none\"?>" + x).Bytes(),
        "circular-styles" => Plain(P("a", """<w:pStyle w:val="A"/>"""), Style("A", "a", "", "B") + Style("B", "b", "", "A")).Bytes(),
        "circular-numbering" => Plain(P("a", Numbered(1, 0)), Style("L", "l", """<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>""", type: "numbering"), """<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""").Bytes(),
        "absurd-numbering" => Plain(string.Concat(Enumerable.Range(0, 40).Select(i => P("a", $"""<w:numPr><w:ilvl w:val="{i * 999999}"/><w:numId w:val="1"/></w:numPr>"""))), numbering: $"""<w:abstractNum w:abstractNumId="1">{Level(0, "lowerLetter", "%1%1%1%1%9%0", start: int.MaxValue)}{Level(8, "upperRoman", "%9")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""").Bytes(),
        "utf-16" => Plain().Set("word/document.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"""<?xml version="1.0" encoding="utf-16"?><w:document xmlns:w="{W}"><w:body>{P("ünïcode")}</w:body></w:document>""")]).Bytes(),
        "external-image" => Plain(links: """<Relationship Id="i" Type="x/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/>""").Bytes(),
        "outside-target" => Plain(links: """<Relationship Id="i" Type="x/footnotes" Target="../../../../etc/passwd"/>""").Bytes(),
        "missing-styles" => Plain(links: """<Relationship Id="i" Type="x/styles" Target="none.xml"/>""").Bytes(),
        "macros" => Plain().Set("word/vbaProject.bin", "x").Bytes(),
        "unbalanced-fields" => Plain("""<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>""").Bytes(),
        "fields-in-fields" => Plain("<w:p><w:r>" + string.Concat(Enumerable.Repeat("""<w:fldChar w:fldCharType="begin"/>""", 5000)) + "<w:t>x</w:t>" + string.Concat(Enumerable.Repeat("""<w:fldChar w:fldCharType="end"/>""", 5000)) + "<w:t>y</w:t></w:r></w:p>").Bytes(),
        "huge-spans" => Plain($"""<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge/></w:tcPr>{P("a")}</w:tc></w:tr></w:tbl>""").Bytes(),
        "just-under-deep" => Plain("<w:p>" + string.Concat(Enumerable.Repeat("<w:smartTag>", 250)) + R("x") + string.Concat(Enumerable.Repeat("</w:smartTag>", 250)) + "</w:p>").Bytes(),
        "note-without-text" => Plain("""<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="9"/></w:r></w:p>""").Bytes(),
        "no-relationships" => Plain().Without("word/_rels/document.xml.rels").Bytes(),
        "must-understand" => Plain().Change("word/document.xml", x => x.Replace("<w:document ", "<w:document mc:MustUnderstand=\"zz\" xmlns:zz=\"urn:zz\" ", StringComparison.Ordinal)).Bytes(),
        "empty-body" => Plain("").Bytes(),
        _ => throw new ArgumentException(kind),
    };

    // Words that differ, so that the file does not pack like a bomb.
    private static string Padded(string before, string after, int count)
    {
        StringBuilder text = new(before.Length * count * 2);
        uint state = 1;
        for (int i = 0; i < count; i++)
        {
            state = (state * 1664525) + 1013904223;
            text.Append(before).Append(state.ToString("x8", null)).Append(after);
        }

        return text.ToString();
    }

    private static byte[] Noise(int length) => Encoding.ASCII.GetBytes("<w:styles xmlns:w=\"" + W + "\">" + Padded("<w:a>" + new string(' ', 300), "</w:a>", length / 317) + "</w:styles>");

    private static byte[] ManyParts()
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < 10_001; i++)
            {
                archive.CreateEntry($"a{i}", CompressionLevel.NoCompression);
            }
        }

        return file.ToArray();
    }

    private static byte[] WithWrongChecksum()
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in new Word.WordFile(Plain().Bytes()).Parts)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        byte[] bytes = file.ToArray();
        int at = bytes.AsSpan().IndexOf("words</w:t>"u8);
        bytes[at] = (byte)'l'; // the text says lords now, and nobody but the checksum can tell
        return bytes;
    }

    [Theory]
    [InlineData("a\0b.docx")]
    [InlineData("a\0b.txt")]
    public void A_path_that_the_system_refuses_is_an_error_of_the_user(string path) =>
        Assert.Equal("MOU4001", Assert.Single(AgreementReading.Read(path, PendingChanges.Refuse).Diagnostics).Code);
}
