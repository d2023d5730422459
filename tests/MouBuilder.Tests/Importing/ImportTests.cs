using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Importing;
using MouBuilder.Reading;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Word;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Importing;

public sealed class ImportTests
{
    [Fact]
    public void A_paper_imported_builds_checks_and_compares_and_a_correction_stays()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("signed.docx"), WithoutOurMarks("dps-dpd-2013"));

        Mou.Result import = Mou.Run(folder.Root, "import", "signed.docx", "-o", "signed-2013");
        Assert.True(import.Code == 0, import.Errors);
        Assert.Matches(@"high\s+interrogation\s+3\.2 Questioning of students", import.Output);
        Mou.Result build = Mou.Run(folder.Root, "build", "signed-2013");
        Assert.True(build.Code == 0, build.Errors);
        Assert.Equal(0, Mou.Run(folder.Root, "check", "signed-2013").Code);

        string map = File.ReadAllText(folder.PathTo("signed-2013", "map.yaml"));
        File.WriteAllText(folder.PathTo("signed-2013", "map.yaml"), map.Replace("clause: community-engagement", "clause: partnership-meeting", StringComparison.Ordinal));
        Mou.Result again = Mou.Run(folder.Root, "import", "signed.docx", "-o", "signed-2013");
        Assert.True(again.Code == 0, again.Errors);
        Assert.Matches(@"counsel\s+partnership-meeting\s+4\.1", again.Output);
        Mou.Result third = Mou.Run(folder.Root, "import", "signed.docx", "-o", "signed-2013");
        Assert.Matches(@"counsel\s+partnership-meeting\s+4\.1", third.Output);

        Mou.Result diff = Mou.Run(folder.Root, "diff", "signed-2013", "examples/dps-dpd-2022");
        Assert.True(diff.Code == 0, diff.Errors);
        Assert.Contains("Questioning of Students (old 3.2)", diff.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("reconstruction", diff.Output.Split('\n')[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_the_paper_says_is_what_the_built_agreement_says()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("signed.docx"), WithoutOurMarks("dps-dpd-2022"));
        Write(Import(folder, "signed.docx", "signed-2022"));
        MouDocument built = BuiltExample.Of(folder.PathTo("signed-2022")).Document;
        MouDocument paper = AgreementReading.Read(folder.PathTo("signed.docx"), PendingChanges.Refuse).Document!;
        Assert.Equal(Words(paper), Words(built));
    }

    [Fact]
    public void Template_code_markdown_and_references_in_a_paper_stay_words()
    {
        const string Odd = "Pay {{ amount }} {%{ x }%} {{{y}}} under [[purpose]], [[?gap]] and ^[no note]; *not* _this_ &lt;b&gt; | # 1. {{~ z ~}}";
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("odd.docx"), new Reading.DocxFile(P("Purpose", """<w:pStyle w:val="Heading1"/>""") + P(Odd) + P("# no heading") + P("- no list") + P("| no | table |") + P("Term", """<w:pStyle w:val="Heading1"/>""") + P("x")).Bytes());
        Write(Import(folder, "odd.docx", "odd"));
        string[] lines = LinesOf(BuiltExample.Of(folder.PathTo("odd")).Document);
        Assert.Contains(Odd.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), lines);
        Assert.Contains("# no heading", lines);
        Assert.Contains("no list", lines); // a typed bullet is a bullet
        Assert.Contains("| no | table |", lines);
    }

    [Fact]
    public void A_heading_of_a_paper_with_one_level_is_printed_once()
    {
        using TemporaryFolder folder = Workplace();
        string Heading(string words) => P(words, """<w:pStyle w:val="Heading1"/>""");
        File.WriteAllBytes(folder.PathTo("flat.docx"), new Reading.DocxFile(Heading("Purpose") + P("The parties agree.") + Heading("Term") + P("One year.")).Bytes());
        Write(Import(folder, "flat.docx", "flat"));
        MouDocument built = BuiltExample.Of(folder.PathTo("flat")).Document;
        Assert.Equal(["Purpose", "The parties agree.", "Term", "One year."], LinesOf(built).Where(l => !l.Contains("flat", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_an_agreement_writes_otherwise_than_the_paper_is_told()
    {
        using TemporaryFolder folder = Workplace();
        string cell = $"""<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{P("wide")}</w:tc>""";
        File.WriteAllBytes(folder.PathTo("odd.docx"), new Reading.DocxFile(
            P("1. PURPOSE") + P("1.1 The parties work together in all of the schools of the District.") + P("1.2 They also meet:") + P("a. in autumn; and") + P("b. in spring.")
            + P("2. TERM") + P("2.1 This runs for one year.") + $"<w:tbl><w:tr>{cell}</w:tr><w:tr><w:tc>{P("a")}</w:tc><w:tc>{P("b")}</w:tc></w:tr></w:tbl>").Bytes());
        ImportResult import = Import(folder, "odd.docx", "odd");
        Write(import);
        string told = string.Join('\n', import.Diagnostics.Where(d => d.Code == "MOU4025").Select(d => d.Message));
        Assert.Contains("list numbers such as a.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("a numbered paragraph without a heading", told, StringComparison.Ordinal);
        Assert.DoesNotContain("a table without a header row", told, StringComparison.Ordinal);
        Assert.Contains("a cell that reaches over others", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_without_our_ids_is_compared_by_what_its_clauses_are_about()
    {
        ComparisonSide old = ComparisonSide.Of(Reading.DocxFile.Read(WithoutOurMarks("dps-dpd-2013")).Document!);
        ComparisonSide now = ComparisonSide.Of(BuiltExample.Of(Repository.PathTo("examples", "dps-dpd-2022")).Document);
        (string Old, string New)[] pairs = [.. Comparer.Compare(old, now).Parts.Where(p => p is { Old.Kind: PartKind.Clause, New: not null }).Select(p => (p.Old!.Id.Replace("read-", "", StringComparison.Ordinal), p.New!.Id))];
        Assert.True(pairs.Length >= 8, string.Join(", ", pairs));
        Assert.Contains(("questioning-of-students", "interrogation"), pairs);
        Assert.Contains(("notice-after-a-ticket-or-arrest", "arrest-notification"), pairs);
        Assert.Contains(("students-with-disabilities", "disability"), pairs);
        (string, string)[] mirrored = [.. Comparer.Compare(now, old).Parts.Where(p => p is { New.Kind: PartKind.Clause, Old: not null }).Select(p => (p.New!.Id.Replace("read-", "", StringComparison.Ordinal), p.Old!.Id)).Order()];
        Assert.Equal(pairs.Order(), mirrored);
    }

    [Fact]
    [Covers("MOU4040")]
    public void A_folder_whose_name_is_no_id_is_refused()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(P("x")).Bytes());
        Assert.Contains(Import(folder, "a.docx", "Signed 2013").Diagnostics, d => d.Code == "MOU4040");
    }

    [Fact]
    [Covers("MOU4041")]
    public void Two_clauses_mapped_to_one_are_refused()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("signed.docx"), WithoutOurMarks("dps-dpd-2013"));
        Write(Import(folder, "signed.docx", "signed"));
        folder.Write("signed/map.yaml", File.ReadAllText(folder.PathTo("signed", "map.yaml")).Replace("clause: training", "clause: purpose", StringComparison.Ordinal));
        Assert.Contains(Import(folder, "signed.docx", "signed").Diagnostics, d => d.Code == "MOU4041");
    }

    [Fact]
    [Covers("MOU4042")]
    public void Work_by_hand_is_not_overwritten()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(P("x")).Bytes());
        Write(Import(folder, "a.docx", "a"));
        folder.Write("a/agreement.yaml", File.ReadAllText(folder.PathTo("a", "agreement.yaml")) + "# by hand\n");
        ImportResult again = Import(folder, "a.docx", "a");
        Assert.Contains(again.Diagnostics, d => d.Code == "MOU4042");
        Assert.Empty(again.Files);
    }

    [Theory]
    [InlineData("templates/opening.md.scriban")]
    [InlineData("templates/agreement.settings.yaml")]
    [InlineData("templates/exhibits/exhibit-1.md.scriban")]
    public void Nor_is_work_in_a_template(string template)
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(P("Between the City and the District.") + P("1. PURPOSE") + P("The parties work together.") + P("2. TERM") + P("One year.") + P("EXHIBIT A") + P("A form.")).Bytes());
        Write(Import(folder, "a.docx", "a"));
        Assert.DoesNotContain(Import(folder, "a.docx", "a").Diagnostics, d => d.Code == "MOU4042");
        folder.Write("a/" + template, File.ReadAllText(folder.PathTo(["a", .. template.Split('/')])) + "\n");
        ImportResult again = Import(folder, "a.docx", "a");
        Assert.Contains(template, Assert.Single(again.Diagnostics, d => d.Code == "MOU4042").ToString(), StringComparison.Ordinal);
        Assert.Empty(again.Files);
    }

    [Fact]
    public void A_correction_does_not_go_over_to_the_clause_that_took_the_number()
    {
        using TemporaryFolder folder = Workplace();
        const string Training = "The District shall pay for twelve hours of training for each officer before the term begins.";
        static string Paper(params string[] duties) => P("1. PURPOSE") + P("1.1 The parties work together in all schools.") + P("1.2 They meet each autumn.") + P("2. DUTIES") + string.Concat(duties.Select((d, i) => P($"2.{i + 1} {d}")));
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(Paper("The Department names an officer.", Training)).Bytes());
        Write(Import(folder, "a.docx", "a"));
        string map = File.ReadAllText(folder.PathTo("a", "map.yaml"));
        Assert.Contains("begins: \"The District shall pay for twelve hours of training for each officer …\"", map, StringComparison.Ordinal);
        folder.Write("a/map.yaml", Regex.Replace(map, @"(begins: ""The District shall pay[^\n]*\n    clause: )\S+", "$1my-training"));
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(Paper("The Department names an officer.", "No officer disciplines a student for breaking a rule of the school.", Training.Replace("twelve", "twenty", StringComparison.Ordinal))).Bytes());
        ImportResult again = Import(folder, "a.docx", "a");
        Assert.DoesNotContain("my-training", Encoding.UTF8.GetString(again.Files.Single(f => f.Path.EndsWith("agreement.yaml", StringComparison.Ordinal)).Content.Span), StringComparison.Ordinal);
        Assert.Contains(again.Diagnostics, d => d.Code == "MOU4043");
    }

    [Theory]
    [InlineData("1. PURPOSE", "2. TRIANING", "2. TRAINING")]
    [InlineData("PURPOSE", "TRIANING OF OFFICERS", "TRAINING OF OFFICERS")]
    public void A_correction_stays_where_the_title_alone_was_mended(string first, string typo, string mended)
    {
        using TemporaryFolder folder = Workplace();
        const string Heading = """<w:pStyle w:val="Heading1"/>""";
        string Paper(string title) => P(first, Heading) + P("The parties work together in all schools.") + P(title, Heading) + P("The District shall pay for twelve hours of training.");
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(Paper(typo)).Bytes());
        Write(Import(folder, "a.docx", "a"));
        folder.Write("a/map.yaml", Regex.Replace(File.ReadAllText(folder.PathTo("a", "map.yaml")), @"(begins: ""The District shall pay[^\n]*\n    clause: )\S+", "$1my-training"));
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(Paper(mended)).Bytes());
        ImportResult again = Import(folder, "a.docx", "a");
        Assert.DoesNotContain(again.Diagnostics, d => d.Code == "MOU4043");
        Assert.Contains(again.Lines, l => l.Contains("my-training", StringComparison.Ordinal) && l.Contains("TRAINING", StringComparison.Ordinal));
    }

    /// <summary>What an import writes a build reads, however long the paper; and a map of many clauses can be read again.</summary>
    [Theory]
    [InlineData(1_900, 6, false)]
    [InlineData(900, 6, true)]
    [InlineData(900, 300, false)]
    [InlineData(1, 60_000, false)]
    public void A_paper_that_makes_more_than_a_build_reads_is_refused_at_once(int clauses, int words, bool isTaken)
    {
        using TemporaryFolder folder = Workplace();
        string text = string.Concat(Enumerable.Repeat("word ", words)).Trim() + ".";
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(string.Concat(Enumerable.Range(1, clauses).Select(i => P($"Heading {i}", """<w:pStyle w:val="Heading1"/>""") + P(text)))).Bytes());
        ImportResult import = Import(folder, "a.docx", "a");
        Assert.Equal(isTaken, !import.Files.IsEmpty);
        if (isTaken)
        {
            Write(import);
            Assert.False(Import(folder, "a.docx", "a").Files.IsEmpty);
            Assert.Equal(clauses, BuiltExample.Of(folder.PathTo("a")).Document.AllBlocks().OfType<Section>().Count());
        }
        else
        {
            Assert.Equal("MOU4022", Assert.Single(import.Diagnostics, d => d.Severity == Severity.Error).Code);
        }
    }

    [Fact]
    public void A_map_of_another_version_is_refused()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(P("x")).Bytes());
        Write(Import(folder, "a.docx", "a"));
        folder.Write("a/map.yaml", File.ReadAllText(folder.PathTo("a", "map.yaml")).Replace("map: 1", "map: 99", StringComparison.Ordinal));
        Assert.Empty(Import(folder, "a.docx", "a").Files);
    }

    [Fact]
    [Covers("MOU4043")]
    public void A_correction_that_fits_nothing_any_more_is_told()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(P("Purpose", """<w:pStyle w:val="Heading1"/>""") + P("x") + P("Term", """<w:pStyle w:val="Heading1"/>""") + P("y")).Bytes());
        Write(Import(folder, "a.docx", "a"));
        folder.Write("a/map.yaml", Regex.Replace(File.ReadAllText(folder.PathTo("a", "map.yaml")), @"paper: ""Term""\n    begins: ""y""\n    clause: \S+", "paper: \"Term\"\n    begins: \"y\"\n    clause: my-term"));
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(P("Purpose", """<w:pStyle w:val="Heading1"/>""") + P("x") + P("Fees", """<w:pStyle w:val="Heading1"/>""") + P("z")).Bytes());
        Assert.Contains(Import(folder, "a.docx", "a").Diagnostics, d => d.Code == "MOU4043");
    }

    /// <summary>A title alone, a few words and lines to sign on may be like a clause of the library; that is never sure.</summary>
    [Fact]
    public void Few_words_and_lines_to_sign_are_never_given_with_high_confidence()
    {
        using TemporaryFolder folder = Workplace();
        string Heading(int level, string words) => P(words, $"""<w:pStyle w:val="Heading{level}"/>""");
        const string Interrogation = "An officer shall not question a student in school without first telling the principal and asking a parent or guardian to be present for the questioning.";
        File.WriteAllBytes(folder.PathTo("a.docx"), new Reading.DocxFile(
            Heading(1, "Duties") + Heading(2, "Training") + Heading(2, "Interrogation of students") + P(Interrogation) + Heading(2, "Data sharing and student records") + P("They share data and student records.")
            + Heading(1, "Parties to this agreement") + P("_______________________ Superintendent of the District _______________________ Chief of Police of the City, for the parties to this agreement on this day of signing")).Bytes());
        ImportResult import = Import(folder, "a.docx", "a");
        string line = Assert.Single(import.Lines, l => l.StartsWith("high", StringComparison.Ordinal));
        Assert.Contains("Interrogation of students", line, StringComparison.Ordinal);
        Assert.Contains(import.Lines, l => l.StartsWith("middle", StringComparison.Ordinal) && l.EndsWith("Training", StringComparison.Ordinal));
    }

    [Fact]
    public void Importing_twice_gives_the_same_bytes()
    {
        using TemporaryFolder folder = Workplace();
        File.WriteAllBytes(folder.PathTo("a.docx"), WithoutOurMarks("dps-dpd-2013"));
        Assert.Equal(Import(folder, "a.docx", "a").Files.Select(f => Convert.ToHexString(f.Content.Span)), Import(folder, "a.docx", "a").Files.Select(f => Convert.ToHexString(f.Content.Span)));
    }

    private static TemporaryFolder Workplace()
    {
        TemporaryFolder folder = new();
        folder.Copy("clauses");
        folder.Copy("templates");
        folder.Copy("examples");
        return folder;
    }

    private static ImportResult Import(TemporaryFolder folder, string file, string into) => AgreementImport.Import(folder.PathTo(file), folder.PathTo(into), folder.PathTo("clauses"), PendingChanges.Refuse);

    private static void Write(ImportResult import)
    {
        Assert.DoesNotContain(import.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Empty(MouBuilder.Files.OutputFiles.Write(import.Files, []));
    }

    /// <summary>The example as another office would send it: no controls, no bookmarks of ours.</summary>
    private static byte[] WithoutOurMarks(string id) => new Word.WordFile(WordWriter.Write(BuiltExample.Of(Repository.PathTo("examples", id)).Document, new())).With("word/document.xml", xml =>
        Regex.Replace(Regex.Replace(xml, "<w:sdt>.*?<w:sdtContent>", "", RegexOptions.Singleline).Replace("</w:sdtContent></w:sdt>", "", StringComparison.Ordinal), "<w:bookmark(Start|End)[^>]*/>", ""));

    // Numbers of lists are ours in the built agreement, so the words alone are held against each other, in any order of title and opening.
    private static string[] Words(MouDocument document) => [.. document.AllBlocks().Where(b => b is not (Section or Clause or Exhibit)).SelectMany(b => Regex.Split(PlainText.Of([.. b.OwnInlines().Where(i => i is not Link)]), @"\W+")).Where(w => w.Length > 0).Order(StringComparer.Ordinal)];
}
