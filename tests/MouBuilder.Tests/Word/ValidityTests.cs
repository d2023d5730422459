using System.Collections.Immutable;
using System.Xml.Linq;
using MouBuilder.Documents;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>Word has nothing to repair in a file of ours.</summary>
public sealed class ValidityTests
{
    public static TheoryData<string> Names => [.. Documents.Keys];

    private static Dictionary<string, MouDocument> Documents { get; } = new()
    {
        ["the sample agreement"] = SampleAgreement.Document,
        ["nothing at all"] = Document(new DocumentProperties { Title = "" }, []),
        ["a table alone"] = Document(new Table([ColumnAlignment.Left], 0, [Row("x")])),
        ["two tables in a row"] = Document(new Table([ColumnAlignment.Left], 0, [Row("x")]), new Table([ColumnAlignment.Left], 1, [Row("x")])),
        ["a table in a table at the end of a cell"] = Document(new Table([ColumnAlignment.Left, ColumnAlignment.Left], 0, [new([Cell("x"), new([new Table([ColumnAlignment.Left], 0, [Row("y")])])])])),
        ["spans both ways"] = Document(new Table(
            [ColumnAlignment.Left, ColumnAlignment.Center, ColumnAlignment.Right],
            1,
            [new([Cell("a", 3)]), new([Cell("b", rows: 2), Cell("c", 2)]), new([Cell("d"), Cell("e", rows: 9)]), new([Cell("f", 2)]), new([]), Row("too", "many", "cells", "here")])),
        ["a list in a table in a list"] = Document(Ordered(I("one", new Table([ColumnAlignment.Left], 0, [new([new([Ordered(I("a"), I("b")), Bullets(I("c"))])])])), I("two"))),
        ["empty lists and items"] = Document(Ordered(), Bullets(), Ordered([], I("second")), Bullets([Ordered(I("first block is a list"))]), List(ListKind.Recitals)),
        ["nine depths"] = Document(Deep(9)),
        ["hostile words everywhere"] = Document(
            Properties with { Title = Hostile, Revision = Hostile, Status = Hostile, Disclaimer = Hostile, Drafter = Hostile, Agreement = Hostile, AttachmentWord = "Schedule <%1> & \"" },
            [new("n", [P(Hostile)])],
            Front(ParagraphRole.Title, Hostile),
            Section("s", Hostile, Clause("c", Hostile, P(new TextRun(Hostile), new Gap(Hostile), new Term(Hostile, Hostile), new NoteMark("n"), new Reference("e"), new Link("https://example.org/?a=<b>&c=\"d\"", Words(Hostile))))),
            Unnumbered("u", "Signatures", new SignatureBlock(Hostile, Hostile, [new(SignatureCapacity.Attests, Hostile)])),
            new Exhibit("e", Words(Hostile), [new Unsupported(Hostile)])),
        ["Vietnamese"] = Document(Properties with { Language = "vi" }, [], Section("s", Vietnamese, Clause("c", Vietnamese, P(Vietnamese))), new SignatureBlock(Vietnamese, Vietnamese, [new(SignatureCapacity.Signs, "Thị trưởng")])),
        ["no language, no date, nobody"] = Document(new DocumentProperties { Title = "T", Contents = true }, [], P("x")),
        ["notes with lists and tables"] = Document(
            Properties,
            [new("1", [Ordered(I("a"), I("b"))]), new("2", [new Table([ColumnAlignment.Left], 0, [Row("x")])]), new("3", [])],
            P(new NoteMark("1"), new NoteMark("2"), new NoteMark("3"))),
        ["page breaks before everything"] = Document(new PageBreak(), P("x"), new PageBreak(), new Table([ColumnAlignment.Left], 0, [Row("x")]), new PageBreak(), Ordered(I("x")), new PageBreak(), new SignatureBlock("P", null, []), new PageBreak()),
        ["a clause with nothing in it"] = Document(Section("s", "", Clause("c", ""), Clause("d", "", new PageBreak(), Ordered()), Clause("e", "E"))),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_validator_finds_no_error(string name) => Assert.Empty(WordFile.Of(Documents[name], lockYaml: "lock: 1\n").ValidatorErrors());

    [Fact]
    public void The_validator_finds_no_error_in_sixty_random_documents()
    {
        for (int seed = 1000; seed < 1060; seed++)
        {
            Assert.Empty(WordFile.Of(RandomDocument.Of(seed)).ValidatorErrors());
        }
    }

    [Fact]
    public void There_is_no_empty_paragraph_but_where_Word_must_have_one()
    {
        for (int seed = 2000; seed < 2100; seed++)
        {
            foreach (XElement paragraph in WordFile.Of(RandomDocument.Of(seed)).Body.Descendants(W + "p").Where(p => !p.Descendants(W + "r").Any()))
            {
                bool label = paragraph.Descendants(W + "numPr").Any() || paragraph.Descendants(W + "bookmarkStart").Any();
                bool cell = paragraph.Parent!.Name == W + "tc" && paragraph.Parent.Elements(W + "p").Count() == 1;
                bool afterTable = StyleOf(paragraph) == "AfterTable" && PrecedingParagraph(paragraph).Ancestors(W + "tbl").Any();
                Assert.True(label || cell || afterTable, paragraph.ToString());
            }
        }
    }

    [Fact]
    public void Every_paragraph_names_its_style_and_every_run_its_language()
    {
        WordFile file = WordFile.Of(SampleAgreement.Document);
        Assert.All(file.Body.Descendants(W + "p"), p => Assert.NotEqual("", StyleOf(p)));
        Assert.All(file.Body.Descendants(W + "r"), r => Assert.Equal("en-US", r.Element(W + "rPr")?.Element(W + "lang")?.Attribute(W + "val")?.Value));
    }

    [Theory]
    [InlineData("a\u0001b", "U+0001")]
    [InlineData("a\rb", "U+000D")]
    [InlineData("a\uFFFEb", "U+FFFE")]
    public void A_character_that_XML_cannot_carry_is_refused_by_its_code(string text, string code)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => WordFile.Of(Document(P(text))));
        Assert.Contains(code, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WordFile.Of(Document(P("a" + (char)0xD83D))));
        Assert.Throws<ArgumentException>(() => WordFile.Of(Document(P((char)0xDE00 + "a"))));
        Assert.Contains("😀", WordFile.Of(Document(P("😀"))).PartText("word/document.xml"), StringComparison.Ordinal);
    }

    private static ListBlock Deep(int depth) => depth == 1 ? Ordered(I("deep"), I("deeper")) : Ordered(I("level", Deep(depth - 1)), I("next", Bullets(I("b", Ordered(I("o"))))));

    private static XElement PrecedingParagraph(XElement paragraph) => paragraph.Document!.Descendants(W + "p").TakeWhile(p => p != paragraph).Last();

    private static string StyleOf(XElement paragraph) => paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value ?? "";
}
