using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

/// <summary>Papers with a second level of numbers: when it is one of clauses, and when one of lists.</summary>
public sealed class LevelsTests
{
    private static readonly (string Heading, string[] Paragraphs)[] Paper =
    [
        ("PURPOSE", ["The purpose of this agreement is to set out the roles of officers in schools.", "Nothing in this agreement limits the authority of the Department."]),
        ("DUTIES", ["The Department shall assign twelve officers to the schools of the District.", "An officer shall not act as a school disciplinarian.", "The District shall give each officer an office and a telephone."]),
        ("NOTICE", ["The officer shall notify the parent of a student within two hours of an arrest."]),
        ("COSTS", ["The District shall pay for the training of each officer.", "Each party bears all of its other costs."]),
        ("TERM", ["This agreement begins when both parties have signed it.", "Either party may end it on thirty days of written notice."]),
    ];

    [Theory]
    [InlineData("I.", "I.1")]
    [InlineData("ARTICLE I.", "I.1")]
    [InlineData("ARTICLE I:", "1.1")]
    [InlineData("ARTICLE I", "1.1")]
    [InlineData("Article 1", "1.1")]
    [InlineData("A.", "A.1")]
    [InlineData("A.", "A.1.")]
    [InlineData("1.", "1.1.")]
    [InlineData("I.", "A.")]
    [InlineData("I.", "1.")]
    [InlineData("A.", "1.")]
    [InlineData("1.", "A.")]
    [InlineData("ARTICLE I.", "1)")]
    [InlineData("Article I.", "Section 1.")]
    [InlineData("Article I.", "Section 1.1")]
    [InlineData("", "1.")]
    [InlineData("", "A.")]
    [InlineData("", "1.1")]
    public void Typed_paragraphs_under_a_heading_are_clauses_with_their_own_labels(string first, string second)
    {
        string[] expected = [.. Expected(first, second)];
        Assert.Equal(expected, Outline(Typed(Text(first, second, "\n\n"), "paper.txt")));
        Assert.Equal(expected, Outline(Typed("# MEMORANDUM\n\n" + Escaped(Text(first, second, "\n\n", "## ")), "paper.md")));
        Assert.Equal(expected, Outline(Word(P("MEMORANDUM", "<w:jc w:val=\"center\"/>") + string.Concat(Text(first, second, "\n").Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => P(l))))));
    }

    [Fact]
    public void The_one_heading_of_a_paper_stays_one_without_its_number()
    {
        const string heading = """<w:pStyle w:val="Heading1"/>""";
        string styles = Style("Heading1", "heading 1");
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        MouDocument Paper(string own) => new DocxFile(P("The parties met in March and wrote this down.") + P("Purpose", heading + own) + P("The officer shall tell the parent."), styles, numbering).Document;
        MouDocument[] papers = [Paper(Numbered(1, 0)), Paper("")];
        Assert.All(papers, p => Assert.Equal("Purpose", PlainText.Of(Assert.Single(p.Blocks.OfType<Clause>()).Title)));
        foreach ((MouDocument old, MouDocument now) in new[] { (papers[0], papers[1]), (papers[1], papers[0]) })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
            Assert.True(comparison.IsSame);
            Assert.Equal((0, 0), (Redline.Of(comparison).Counts.WordsInserted, Redline.Of(comparison).Counts.WordsDeleted));
        }

        // At the very top it may be the title.
        Assert.Empty(new DocxFile(P("Agreement", heading) + P("The officer shall tell the parent."), styles).Document.Blocks.OfType<Clause>());
    }

    [Theory]
    [InlineData("upperRoman", "%1.", "decimal", "%1.%2", "I.", "I.1")]
    [InlineData("upperRoman", "ARTICLE %1", "decimal", "%1.%2", "ARTICLE I", "I.1")]
    [InlineData("upperLetter", "%1.", "decimal", "%1.%2", "A.", "A.1")]
    [InlineData("upperRoman", "%1.", "upperLetter", "%2.", "I.", "A.")]
    [InlineData("upperRoman", "%1.", "decimal", "%2.", "I.", "1.")]
    [InlineData("upperLetter", "%1.", "decimal", "%2.", "A.", "1.")]
    [InlineData("decimal", "%1.", "upperLetter", "%2.", "1.", "A.")]
    [InlineData("decimal", "%1.", "upperRoman", "%2.", "1.", "I.")]
    public void So_are_those_that_Word_numbers(string firstFormat, string firstText, string secondFormat, string secondText, string first, string second)
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, firstFormat, firstText)}{Level(1, secondFormat, secondText)}{Level(2, "lowerLetter", "(%3)")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        string body = P("MEMORANDUM", "<w:jc w:val=\"center\"/>") + string.Concat(Paper.Select(s => P(s.Heading, Numbered(1, 0)) + string.Concat(s.Paragraphs.Select(p => P(p, Numbered(1, 1))))));
        body += P("A party that ends it shall:", Numbered(1, 1)) + P("say why; and", Numbered(1, 2)) + P("return what it holds.", Numbered(1, 2));
        MouDocument document = Word(body, numbering);
        Assert.Equal([.. Expected(first, second), $"  {LabelOf(second, 5, 3)}"], Outline(document));
        Assert.Equal(["(a)", "(b)"], document.AllBlocks().OfType<ListItem>().Select(i => i.Label));
    }

    /// <summary>What is not a row of sentences through the paper is a list.</summary>
    [Theory]
    [InlineData("I. PURPOSE\n\nThe parties work together in the schools.\n\nII. GOODS\n\nA. Books\n\nB. Pens\n\nC. Chairs\n\nIII. TERM\n\nIt ends in June.")]
    [InlineData("I. PURPOSE\n\nThe officer shall do the following:\n\nA. The officer shall meet with the principal of the school each month.\n\nB. The officer shall wear the uniform of the Department at all times.\n\nII. TERM\n\nThe District shall do the following:\n\nA. The District shall give each officer an office and a telephone.\n\nB. The District shall pay for the training of each of the officers.")]
    [InlineData("I. PURPOSE\n\nThe parties work together in the schools.\n\nII. DUTIES\n\nA. The officer shall meet with the principal of the school each month.\n\nB. The officer shall wear the uniform of the Department at all times.\n\nIII. COSTS\n\nEach party bears its own.\n\nIV. TERM\n\nIt ends in June.")]
    [InlineData("I. PURPOSE\n\nA. to keep the schools of the District safe for all of the students;\n\nB. to keep the students of the District in school and out of court; and\n\nC. to build trust.\n\nII. MEANS\n\nA. to train each of the officers of the Department before the term;\n\nB. to meet with one another in each of the quarters of the year.")]
    [InlineData("I. PURPOSE\n\n(a) The parties work together in all of the schools of the District.\n\n(b) The parties meet in each of the quarters of the school year.\n\nII. TERM\n\n(a) This agreement begins when both of the parties have signed it.\n\n(b) Either of the parties may end it on thirty days of written notice.")]
    public void A_list_under_a_heading_stays_a_list(string text) => Assert.DoesNotContain(Typed("MEMORANDUM\n\n" + text, "paper.txt").AllBlocks(), b => b is Clause { IsNumberedParagraph: true });

    [Fact]
    public void A_list_stays_one_in_a_paper_whose_paragraphs_have_the_same_numbers()
    {
        string text = Text("I.", "A.", "\n\n").Replace("A. This agreement begins", "The term is this:\n\nA. This agreement begins", StringComparison.Ordinal);
        MouDocument document = Typed(text, "paper.txt");
        Assert.Equal([.. Expected("I.", "A.")[..^2], "  "], Outline(document));
        Assert.Equal(["A.", "B."], document.AllBlocks().OfType<ListItem>().Select(i => i.Label));
    }

    [Fact]
    public void Numbers_on_lines_of_their_own_are_paragraphs_in_Markdown_too()
    {
        MouDocument document = Typed("# MEMORANDUM\n\n## DUTIES\n\n1.1 The officer keeps a log of\n30 days.\n1.2 The officer shall:\n(a) train; and\n(b) report.\n", "paper.md");
        Assert.Equal([" DUTIES", "  1.1", "  1.2"], Outline(document));
        Assert.Equal(["(a)", "(b)"], document.AllBlocks().OfType<ListItem>().Select(i => i.Label));
    }

    [Fact]
    public void Paragraphs_that_are_counted_through_the_whole_paper_are_clauses()
    {
        int number = 0;
        string text = "MEMORANDUM\n\n" + string.Concat(Paper.Select(s => s.Heading + "\n\n" + string.Concat(s.Paragraphs.Select(p => $"{++number}. {p}\n\n"))));
        number = 0;
        Assert.Equal(Paper.SelectMany(s => (string[])[" " + s.Heading, .. s.Paragraphs.Select(_ => $"  {++number}.")]), Outline(Typed(text, "paper.txt")));
    }

    [Fact]
    public void Recitals_stay_a_list_of_recitals()
    {
        string text = Text("", "A.", "\n\n").Replace("PURPOSE", "RECITALS\n\nA. The District has schools in all of the quarters of the City.\n\nB. The Department has officers who can work in the schools.\n\nPURPOSE", StringComparison.Ordinal);
        Section recitals = (Section)Typed(text, "paper.txt").Blocks.First(b => b is Section);
        Assert.Equal(SectionKind.Recitals, recitals.Kind);
        Assert.Equal(2, Assert.Single(recitals.WithDescendants().OfType<ListBlock>()).Items.Length);
    }

    [Fact]
    public void A_numbered_paragraph_with_a_title_run_in_has_it()
    {
        string text = Text("I.", "A.", "\n\n").Replace("A. The", "A. Roles. The", StringComparison.Ordinal).Replace("B. Nothing", "B. Authority. Nothing", StringComparison.Ordinal);
        Assert.Equal(["A. Roles", "B. Authority", "A. Roles", "B. ", "C. ", "A. Roles"], Typed(text, "paper.txt").AllBlocks().OfType<Clause>().Select(c => $"{c.Label} {PlainText.Of(c.Title)}").Take(6));
    }

    /// <summary>What other programs make of one agreement says the same, whichever marks of headings and numbers they leave.</summary>
    [Theory]
    [InlineData("I.", "A.")]
    [InlineData("ARTICLE I", "1.1")]
    [InlineData("", "1.")]
    public void One_agreement_in_two_forms_has_no_change(string first, string second)
    {
        string text = Text(first, second, "\n\n");
        MouDocument typed = Typed(text, "paper.txt");
        MouDocument[] others =
        [
            Typed("# MEMORANDUM\n\n" + Escaped(Text(first, second, "\n\n", "## ")), "paper.md"),
            Word(P("MEMORANDUM", "<w:jc w:val=\"center\"/>") + string.Concat(text.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => P(l)))),
        ];
        foreach (MouDocument other in others)
        {
            Assert.DoesNotContain(MouBuilder.Comparing.Comparer.Compare(MouBuilder.Comparing.ComparisonSide.Of(typed), MouBuilder.Comparing.ComparisonSide.Of(other)).Parts, p => p.IsChange);
        }
    }

    [Fact]
    public void Lines_of_a_few_words_over_sentences_are_headings_where_there_are_no_others()
    {
        string text = "School Police Partnership Agreement\n\n" + string.Concat(Paper.Select(s => $"{s.Heading[0]}{s.Heading[1..].ToLowerInvariant()} of officers\n\n{string.Join(' ', s.Paragraphs)}\n\n"));
        Assert.Equal(["Purpose of officers", "Duties of officers", "Notice of officers", "Costs of officers", "Term of officers"], Typed(text, "paper.txt").AllBlocks().OfType<Clause>().Select(c => PlainText.Of(c.Title)));
    }

    [Fact]
    public void Recitals_have_a_heading_above_numbered_sections()
    {
        string text = Text("I.", "A.", "\n\n").Replace("I. PURPOSE", "RECITALS\n\nWHEREAS, the parties want safe schools;\n\nI. PURPOSE", StringComparison.Ordinal);
        Assert.Equal([" RECITALS", "  ", .. Expected("I.", "A.")], Outline(Typed(text, "paper.txt")));
    }

    [Fact]
    public void Lines_that_are_whole_paragraphs_are_not_joined()
    {
        string text = Text("I.", "A.", "\n").Replace("PURPOSE\n", "PURPOSE\nThis part says what the agreement is for, and it is written on one line that is far longer than any line that somebody would break by hand at a margin of a page.\n", StringComparison.Ordinal);
        Assert.Equal([.. Expected("I.", "A.")[..1], "  ", .. Expected("I.", "A.")[1..]], Outline(Typed(text + "IN WITNESS WHEREOF, the parties have signed.\nBy: ____________\n", "paper.txt")));
    }

    [Fact]
    public void A_change_in_one_paragraph_is_told_as_a_change_of_that_paragraph()
    {
        MouDocument old = Typed(Text("I.", "A.", "\n\n"), "paper.txt");
        MouDocument now = Typed(Text("I.", "A.", "\n\n").Replace("two hours", "one hour", StringComparison.Ordinal), "paper.txt");
        MouBuilder.Comparing.PartChange change = Assert.Single(MouBuilder.Comparing.Comparer.Compare(MouBuilder.Comparing.ComparisonSide.Of(old), MouBuilder.Comparing.ComparisonSide.Of(now)).Parts, p => p.IsChange);
        Assert.Equal("A.", change.New!.Label);
    }

    private static string[] Expected(string first, string second) =>
        [.. Paper.SelectMany((s, i) => (string[])[$"{LabelOf(first, i + 1, i + 1)} {s.Heading}", .. s.Paragraphs.Select((_, j) => $"  {LabelOf(second, i + 1, j + 1)}")])];

    private static string Text(string first, string second, string gap, string mark = "") => (mark.Length == 0 ? "MEMORANDUM" + gap : "")
        + string.Concat(Paper.Select((s, i) => $"{mark}{LabelOf(first, i + 1, i + 1)} {s.Heading}".Replace("  ", " ", StringComparison.Ordinal) + gap + string.Concat(s.Paragraphs.Select((p, j) => $"{LabelOf(second, i + 1, j + 1)} {p}{gap}"))));

    // "1. " at the beginning of a line is a list of Markdown's own, which is another test's matter.
    private static string Escaped(string markdown) => System.Text.RegularExpressions.Regex.Replace(markdown, @"(?m)^(\d+)([.)]) ", @"$1\$2 ");

    private static string LabelOf(string pattern, int section, int number)
    {
        string One(string digit, int value) => digit switch { "I" => Labels.Roman(value), "A" => ((char)('A' + value - 1)).ToString(), "1" => value.ToString(System.Globalization.CultureInfo.InvariantCulture), _ => digit };
        string[] parts = pattern.Split(' ');
        string[] digits = parts[^1].TrimEnd('.', ')', ':').Split('.');
        string end = parts[^1][parts[^1].TrimEnd('.', ')', ':').Length..];
        string label = digits.Length == 2 ? One(digits[0], section) + "." + One(digits[1], number) : One(digits[0], number);
        return string.Join(' ', [.. parts[..^1], label + end]);
    }

    private static IEnumerable<string> Outline(MouDocument document)
    {
        foreach (Block block in document.Blocks)
        {
            if (block is Section section)
            {
                yield return $"{section.Label} {PlainText.Of(section.Heading)}";
                foreach (Clause clause in section.Blocks.OfType<Clause>())
                {
                    yield return $"  {clause.Label}";
                }
            }
        }
    }

    private static MouDocument Word(string body, string? numbering = null)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathTo("paper.docx"), new DocxFile(body, numbering: numbering).Bytes());
        return AgreementReading.Read(folder.PathTo("paper.docx"), PendingChanges.Refuse).Document!;
    }

    private static MouDocument Typed(string text, string name)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo(name), text);
        return AgreementReading.Read(folder.PathTo(name), PendingChanges.Refuse).Document!;
    }

    [Theory]
    [InlineData("Exhibit %1", "<w:pStyle w:val=\"H\"/>", "", "Roster", "Exhibit A Roster")]
    [InlineData("Exhibit %1", "<w:jc w:val=\"center\"/>", "", "Roster", "Exhibit A Roster")]
    [InlineData("Exhibit %1:", "<w:jc w:val=\"center\"/>", "", "Roster", "Exhibit A: Roster")]
    [InlineData("Exhibit %1", "<w:jc w:val=\"center\"/>", "<w:b/>", "", "Exhibit A ROSTER OF OFFICERS")]
    [InlineData("Exhibit %1", "", "", "the roster of officers;", null)]
    [InlineData("%1.", "<w:jc w:val=\"center\"/>", "", "Roster", null)]
    public void A_label_that_the_program_counts_makes_an_exhibit_where_it_stands_out(string label, string looks, string type, string words, string? shown)
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, "decimal", "%1.")}</w:abstractNum><w:abstractNum w:abstractNumId="1">{Level(0, "upperLetter", label)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";
        string title = words.Length > 0 ? "" : $"<w:p><w:pPr>{looks}</w:pPr>{R("ROSTER OF OFFICERS", type)}</w:p>";
        string body = P("Purpose", """<w:pStyle w:val="H"/>""" + Numbered(1, 0)) + P("The parties work together in the schools.") + P("Forms", """<w:pStyle w:val="H"/>""" + Numbered(1, 0)) + P("The Department shall use:")
            + $"<w:p><w:pPr>{Numbered(2, 0)}{looks}</w:pPr>{(words.Length > 0 ? R(words, type) : "")}</w:p>" + title + P("It names the officers of each school.");
        MouDocument read = new DocxFile(body, Style("H", "heading 1", """<w:pPr><w:outlineLvl w:val="0"/></w:pPr>"""), numbering).Read().Document!;
        Assert.Equal(shown is null ? [] : [shown], read.Blocks.OfType<Exhibit>().Select(e => $"{e.Label} {PlainText.Of(e.Title)}"));
    }

    [Theory]
    [InlineData("The board looks at these items:", "<w:b/>", "", "They are kept for a year.", false)]
    [InlineData("The board looks at these items:", "<w:b/>", "", "", false)]
    [InlineData("The board looks at these items:", "", "<w:jc w:val=\"center\"/>", "", false)]
    [InlineData("Attached papers", "<w:b/>", "", "", false)]
    [InlineData("The board looks at the papers attached.", "<w:b/>", "", "They are kept for a year.", true)]
    [InlineData("Date:", "<w:b/>", "", "They are kept for a year.", true)]
    public void Items_that_count_as_exhibits_are_a_list_where_words_lead_to_them_or_nothing_is_in_them(string lead, string type, string looks, string below, bool areExhibits)
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="1">{Level(0, "upperLetter", "Exhibit %1")}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";
        string Item(string words) => $"<w:p><w:pPr>{Numbered(2, 0)}{looks}</w:pPr>{R(words, type)}</w:p>" + (below.Length > 0 ? P(below) : "");
        string body = P("Hearing", """<w:pStyle w:val="H"/>""") + P(lead) + Item("Photographs") + Item("Statements") + P("Costs", """<w:pStyle w:val="H"/>""") + P("Each party pays its own costs.");
        MouDocument read = new DocxFile(body, Style("H", "heading 1", """<w:pPr><w:outlineLvl w:val="0"/></w:pPr>"""), numbering).Read().Document!;
        Assert.Equal(areExhibits ? ["Photographs", "Statements"] : [], read.Blocks.OfType<Exhibit>().Select(e => PlainText.Of(e.Title)));
        Assert.Equal(areExhibits ? ["Hearing"] : ["Hearing", "Costs"], read.Blocks.SelectMany(b => b.WithDescendants()).OfType<Clause>().Select(c => PlainText.Of(c.Title)));
    }

    [Fact]
    public void A_label_counted_with_small_letters_makes_an_exhibit()
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="1">{Level(0, "lowerLetter", "Exhibit %1")}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";
        string body = P("Hearing", """<w:pStyle w:val="H"/>""") + P("The board looks at the papers attached.") + $"<w:p><w:pPr>{Numbered(2, 0)}<w:jc w:val=\"center\"/></w:pPr>{R("Photographs", "")}</w:p>" + P("They are kept for a year.");
        MouDocument read = new DocxFile(body, Style("H", "heading 1", """<w:pPr><w:outlineLvl w:val="0"/></w:pPr>"""), numbering).Read().Document!;
        Assert.Equal("Exhibit a", Assert.Single(read.Blocks.OfType<Exhibit>()).Label);
    }

    [Fact]
    public void The_title_below_a_label_stands_once_though_it_has_the_style_of_a_heading()
    {
        string styles = Style("H", "heading 1", """<w:pPr><w:outlineLvl w:val="0"/></w:pPr>""") + Style("I", "heading 2", """<w:pPr><w:outlineLvl w:val="1"/></w:pPr>""");
        string numbering = $"""<w:abstractNum w:abstractNumId="1">{Level(0, "upperLetter", "Exhibit %1")}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>""";
        string body = P("Hearing", """<w:pStyle w:val="H"/>""") + P("The board looks at the papers attached.") + P("", """<w:pStyle w:val="H"/>""" + Numbered(2, 0)) + P("Photographs", """<w:pStyle w:val="I"/>""") + P("They are kept for a year.");
        Exhibit exhibit = Assert.Single(new DocxFile(body, styles, numbering).Read().Document!.Blocks.OfType<Exhibit>());
        Assert.Equal("Exhibit A Photographs", $"{exhibit.Label} {PlainText.Of(exhibit.Title)}");
        Assert.Equal("They are kept for a year.", PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(exhibit.Blocks)).Content));
    }
}
