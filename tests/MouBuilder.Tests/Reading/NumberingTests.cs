using System.Text.RegularExpressions;
using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

public sealed class NumberingTests
{
    private static string Scheme(int id, params string[] levels) => $"""<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="0000000{id}"/><w:multiLevelType w:val="multilevel"/>{string.Concat(levels)}</w:abstractNum>""";

    private static string Num(int id, int scheme, string overrides = "") => $"""<w:num w:numId="{id}"><w:abstractNumId w:val="{scheme}"/>{overrides}</w:num>""";

    private static string StartAt(int level, int start) => $"""<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>""";

    private static readonly string Legal = Scheme(1, Level(0, "upperRoman", "ARTICLE %1"), Level(1, "decimal", "%1.%2", "<w:isLgl/>"), Level(2, "lowerLetter", "(%3)"), Level(3, "lowerRoman", "(%4)"));

    public static TheoryData<string, string, string[]> Cases => new()
    {
        { "legal numbers under Roman ones", Legal + Num(1, 1), ["1/0 ARTICLE I", "1/1 1.1", "1/1 1.2", "1/2 (a)", "1/3 (i)", "1/3 (ii)", "1/2 (b)", "1/0 ARTICLE II", "1/1 2.1", "1/2 (a)"] },
        { "two lists of one definition count on", Scheme(1, Level(0, "decimal", "%1.")) + Num(1, 1) + Num(2, 1), ["1/0 1.", "2/0 2.", "1/0 3."] },
        { "a start of its own holds once", Scheme(1, Level(0, "decimal", "%1.")) + Num(1, 1) + Num(2, 1, StartAt(0, 1)), ["1/0 1.", "1/0 2.", "2/0 1.", "2/0 2.", "2/0 3."] },
        { "a start of its own in the middle", Scheme(1, Level(0, "decimal", "%1."), Level(1, "decimal", "%1.%2")) + Num(1, 1) + Num(2, 1, StartAt(0, 7)), ["1/0 1.", "1/1 1.1", "2/0 7.", "2/1 7.1", "2/0 8."] },
        { "a level that never begins anew", Scheme(1, Level(0, "decimal", "%1."), Level(1, "lowerLetter", "%2)", """<w:lvlRestart w:val="0"/>""")) + Num(1, 1), ["1/0 1.", "1/1 a)", "1/1 b)", "1/0 2.", "1/1 c)"] },
        { "another format in one list", Scheme(1, Level(0, "decimal", "%1.")) + Num(1, 1) + Num(2, 1, $"""<w:lvlOverride w:ilvl="0">{Level(0, "upperLetter", "%1.")}</w:lvlOverride>"""), ["1/0 1.", "2/0 B.", "1/0 3."] },
        { "letters go on with two of one kind", Scheme(1, Level(0, "lowerLetter", "%1.", start: 25)) + Num(1, 1), ["1/0 y.", "1/0 z.", "1/0 aa.", "1/0 bb."] },
        { "zeros in front", Scheme(1, Level(0, "decimalZero", "%1")) + Num(1, 1), ["1/0 01", "1/0 02"] },
        { "ordinal numbers", Scheme(1, Level(0, "ordinal", "%1")) + Num(1, 1), ["1/0 1st", "1/0 2nd", "1/0 3rd", "1/0 4th"] },
        { "ordinal numbers past ten", Scheme(1, Level(0, "ordinal", "%1", start: 11)) + Num(1, 1), ["1/0 11th", "1/0 12th"] },
        { "a list of bullets counts nothing", Scheme(1, Level(0, "decimal", "%1."), Level(1, "bullet", "o")) + Num(1, 1), ["1/0 1.", "1/1 •", "1/0 2."] },
        { "Korean digits of the second kind are Chinese ones", Scheme(1, Level(0, "koreanDigital2", "%1.", start: 9)) + Num(1, 1), ["1/0 九.", "1/0 一零."] },
        { "Chinese numbers of contracts", Scheme(1, Level(0, "ideographLegalTraditional", "%1.", start: 9)) + Num(1, 1), ["1/0 玖.", "1/0 壹拾.", "1/0 壹拾壹."] },
        { "Arabic letters", Scheme(1, Level(0, "arabicAlpha", "%1")) + Num(1, 1), ["1/0 أ", "1/0 ب", "1/0 ت"] },
        { "words before and after", Scheme(1, Level(0, "decimal", "Section %1:")) + Num(1, 1), ["1/0 Section 1:", "1/0 Section 2:"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_label_is_the_one_that_Word_shows(string what, string numbering, string[] paragraphs)
    {
        Assert.NotEmpty(what);
        Assert.Equal(paragraphs.Select(p => p.Split(' ', 2)[1]), LabelsOf(FileOf(numbering, paragraphs)));
    }

    [Fact]
    public void LibreOffice_shows_the_same_labels()
    {
        using TemporaryFolder folder = new();
        (string Name, string[] Labels)[] files = [.. Cases.Select((c, i) => ($"case{i}", ((string[])c.Data.Item3).Select(p => p.Split(' ', 2)[1]).ToArray()))];
        foreach ((TheoryDataRow<string, string, string[]> row, int i) in Cases.Select((c, i) => (c, i)))
        {
            File.WriteAllBytes(Path.Combine(folder.Root, $"case{i}.docx"), FileOf(row.Data.Item2, row.Data.Item3).Bytes());
        }

        OutsideProgram.Run("soffice", ["--headless", $"-env:UserInstallation=file://{folder.Root}/profile", "--convert-to", "txt:Text", "--outdir", folder.Root, .. files.Select(f => Path.Combine(folder.Root, f.Name + ".docx"))]);
        // LibreOffice 7.4 knows neither isLgl (it shows I.1 where Word shows 1.1) nor lvlRestart, which are what these two cases are about.
        foreach ((string name, string[] labels) in files.Where((_, i) => i is not (0 or 4)))
        {
            string[] shown = [.. File.ReadAllLines(Path.Combine(folder.Root, name + ".txt")).Where(l => l.Contains("words", StringComparison.Ordinal)).Select(l => Regex.Replace(l[..l.IndexOf("words", StringComparison.Ordinal)], @"\s+", " ").Trim())];
            Assert.Equal(labels.Where(l => l != "•"), shown.Where(l => l is not ("o" or "•" or "◦" or "")));
        }
    }

    [Fact]
    public void Styles_carry_numbers_and_a_paragraph_takes_them_off()
    {
        string numbering = Scheme(1, Level(0, "decimal", "%1.", """<w:pStyle w:val="H1"/>"""), Level(1, "decimal", "%1.%2", """<w:pStyle w:val="H2"/>""")) + Num(5, 1);
        string styles = Style("H1", "heading 1", """<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>""") + Style("H2", "heading 2", """<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr>""", "H1") + Style("Child", "Child", "", "H2");
        string body = P("One", """<w:pStyle w:val="H1"/>""") + P("First", """<w:pStyle w:val="H2"/>""") + P("Derived", """<w:pStyle w:val="Child"/>""") + P("Bare", """<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>""") + P("Two", """<w:pStyle w:val="H1"/>""");
        Assert.Equal(["1. One", "1.1 First", "1.2 Derived", "Bare", "2. Two"], new DocxFile(body, styles, numbering).Lines);
    }

    [Fact]
    public void A_style_that_no_level_names_says_its_own_level()
    {
        string numbering = Scheme(1, Level(0, "decimal", "%1", """<w:pStyle w:val="H1"/>"""), Level(1, "decimal", "%1.%2", """<w:pStyle w:val="Other"/>""")) + Num(5, 1);
        string styles = Style("H1", "heading 1", """<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>""") + Style("H2", "heading 2", """<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>""", "H1");
        string body = P("One", """<w:pStyle w:val="H1"/>""") + P("First", """<w:pStyle w:val="H2"/>""") + P("Two", """<w:pStyle w:val="H1"/>""");
        Assert.Equal(["1 One", "1.1 First", "2 Two"], new DocxFile(body, styles, numbering).Lines);
    }

    [Fact]
    public void The_tenth_level_is_body_text() =>
        Assert.Equal(["1. one", "body", "2. two"], new DocxFile(P("one", Numbered(1, 0)) + P("body", Numbered(1, 9)) + P("two", Numbered(1, 0)), numbering: Scheme(1, Level(0, "decimal", "%1.")) + Num(1, 1)).Lines);

    [Fact]
    public void An_empty_paragraph_that_ends_a_section_has_no_number_and_one_with_a_picture_has()
    {
        string ends = Numbered(1, 0) + "<w:sectPr/>";
        string body = P("one", Numbered(1, 0)) + $"<w:p><w:pPr>{ends}</w:pPr></w:p>" + P("two", Numbered(1, 0)) + $"<w:p><w:pPr>{ends}</w:pPr><w:r><w:drawing/></w:r></w:p>" + P("four", ends);
        Assert.Equal(["1. one", "2. two", "4. four"], new DocxFile(body, numbering: Scheme(1, Level(0, "decimal", "%1.")) + Num(1, 1)).Lines);
    }

    [Fact]
    public void A_definition_that_only_names_a_list_style_has_that_styles_levels()
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Outline"/>{Level(0, "upperLetter", "%1)")}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Outline"/></w:abstractNum>{Num(1, 1)}{Num(2, 2)}""";
        string styles = Style("Outline", "Outline", """<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>""", type: "numbering");
        DocxFile file = new(P("a", Numbered(2, 0)) + P("b", Numbered(2, 0)), styles, numbering);
        Assert.Equal(["A) a", "B) b"], file.Lines);
    }

    [Theory]
    [InlineData("decimal", 2147483647, "2147483647")]
    [InlineData("lowerLetter", 2147483647, null)]
    [InlineData("upperRoman", 2147483647, null)]
    [InlineData("cardinalText", 2147483647, null)]
    [InlineData("chicago", 2147483647, null)]
    [InlineData("decimal", -5, "0")]
    public void Absurd_numbers_stay_short(string format, int start, string? expected)
    {
        string label = LabelsOf(FileOf(Scheme(1, Level(0, format, "%1.", start: start)) + Num(1, 1), "1/0 x"))[0].TrimEnd('.');
        Assert.InRange(label.Length, 0, 80);
        Assert.True(expected is null || expected == "2147483647" || label == expected, label);
    }

    [Fact, Diagnostics.Covers("MOU4030")]
    public void A_format_nobody_here_knows_is_told()
    {
        ReadAgreement read = FileOf(Scheme(1, Level(0, "hindiVowels", "%1.")) + Num(1, 1), "1/0 x").Read();
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4030" && d.Message.Contains("hindiVowels", StringComparison.Ordinal));
    }

    private static DocxFile FileOf(string numbering, params string[] paragraphs) =>
        new(string.Concat(paragraphs.Select(p => p.Split(' ')[0].Split('/')).Select(p => P("words", Numbered(int.Parse(p[0], null), int.Parse(p[1], null))))), numbering: numbering);

    private static string[] LabelsOf(DocxFile file) => [.. LinesWithBullets(file.Document).Select(l => l.EndsWith(" words", StringComparison.Ordinal) ? l[..^6] : l)];

    private static IEnumerable<string> LinesWithBullets(MouDocument document)
    {
        string? label = null;
        foreach (Block block in document.AllBlocks())
        {
            label = block switch { Section s => s.Label, Clause c => c.Label, ListItem i => i.Label ?? "•", _ => label };
            if (block.OwnInlines().Any())
            {
                yield return $"{label} {PlainText.Of([.. block.OwnInlines()])}";
            }
        }
    }
}
