using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;

namespace MouBuilder.Tests.Reading;

public sealed class TypedTextTests
{
    private const string Scan = """
                        INTERGOVERNMENTAL AGREEMENT

        This agreement is made between the District and the City for the well-
        being of students, and it concerns school resource officers and their inter-
        views of students.

        1. PURPOSE

        The parties want schools to be safe. The well-being of students comes before
        discipline, and a record of each contact is kept
                                   - 1 -
        Agreement of February 19, 2013
        """ + "\f" + """
        Agreement of February 19, 2013

        for five years.

        2. DUTIES

        2.1 The District shall tell a parent when a student is questioned, and shall do
        so in the language of the parent.

        2.2 The City shall:
        (a) train its officers;
        (b) report each quarter; and
        (c) keep records.
                                   - 2 -
        Agreement of February 19, 2013
        """ + "\f" + """
        Agreement of February 19, 2013

        3. TERM

        This agreement runs for five years.
                                   - 3 -
        """;

    [Theory]
    [InlineData("School Police Agreement          Page {0} of 3")]
    [InlineData("SCHOOL POLICE AGREEMENT Page {0} of 3")]
    [InlineData("Page {0}          School Police Agreement")]
    [InlineData("Page {0} of 3 | School Police Agreement")]
    public void A_header_with_the_number_of_the_page_in_it_is_no_text(string header)
    {
        string Header(int page) => string.Format(System.Globalization.CultureInfo.InvariantCulture, header, page);
        string text = $"{Header(1)}\n\nMEMORANDUM\n\n1. PURPOSE\n\nThe parties want schools to be safe and they say here how an officer of the City and\n{Header(2)}\nthe principal of a school work together.\n\n2. TERM\n\n{Header(3)}\n\nThis runs for one year.\n";
        Assert.Equal(
            ["MEMORANDUM", "1. PURPOSE", "The parties want schools to be safe and they say here how an officer of the City and the principal of a school work together.", "2. TERM", "This runs for one year."],
            Lines(text));
    }

    [Fact]
    public void A_line_that_ends_with_a_page_and_is_another_each_time_is_text() =>
        Assert.Equal(
            ["MEMORANDUM", "Purpose, see page 1", "Duties, see page 2", "Term, see page 3", "The officer signs the book."],
            Lines("MEMORANDUM\n\nPurpose, see page 1\n\nDuties, see page 2\n\nTerm, see page 3\n\nThe officer signs the book.\n"));

    private static string[] Lines(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo("paper.txt"), text);
        return DocxFile.LinesOf(AgreementReading.Read(folder.PathTo("paper.txt"), PendingChanges.Refuse).Document!);
    }

    [Fact]
    public void A_scan_becomes_paragraphs_sections_and_clauses_again()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Combine(folder.Root, "scan.txt"), Scan);
        ReadAgreement read = AgreementReading.Read(Path.Combine(folder.Root, "scan.txt"), PendingChanges.Refuse);
        Assert.Equal(
            [
                "INTERGOVERNMENTAL AGREEMENT",
                "This agreement is made between the District and the City for the well-being of students, and it concerns school resource officers and their interviews of students.",
                "1. PURPOSE",
                "The parties want schools to be safe. The well-being of students comes before discipline, and a record of each contact is kept for five years.",
                "2. DUTIES",
                "2.1 The District shall tell a parent when a student is questioned, and shall do so in the language of the parent.",
                "2.2 The City shall:",
                "(a) train its officers;",
                "(b) report each quarter; and",
                "(c) keep records.",
                "3. TERM",
                "This agreement runs for five years.",
            ],
            DocxFile.LinesOf(read.Document!));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("lines that come back on every page", StringComparison.Ordinal));
        Assert.Equal(2, read.Document!.AllBlocks().OfType<Section>().First(s => s.Label == "2.").Blocks.OfType<Clause>().Count());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    [InlineData("utf-8")]
    public void Other_encodings_are_read(string encoding)
    {
        using TemporaryFolder folder = new();
        System.Text.Encoding used = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? System.Text.Encoding.GetEncoding(encoding);
        File.WriteAllBytes(Path.Combine(folder.Root, "a.txt"), [.. used.GetPreamble(), .. used.GetBytes("The “District” — señor\r\nshall.")]);
        Assert.Equal("The “District” — señor shall.", DocxFile.LinesOf(AgreementReading.Read(Path.Combine(folder.Root, "a.txt"), PendingChanges.Refuse).Document!).Single());
    }

    [Theory]
    [InlineData("(g) keep a log of visits;", "(h) carry a card.", true)]
    [InlineData("(ii) keep a log of visits;", "(iii) carry a card.", true)]
    [InlineData("(g) keep a log of visits;", "(k) carry a card.", false)]
    [InlineData("J. keeps the log of visits.", "K. carries the card.", false)]
    public void An_extract_may_begin_in_the_middle_of_a_list(string first, string second, bool isList)
    {
        using TemporaryFolder folder = new();
        folder.Write("page.txt", $"AGREEMENT\n\nThe parties met in June.\n\n{first}\n\n{second}\n\nThe parties shall meet again.\n");
        MouDocument document = AgreementReading.Read(folder.PathTo("page.txt"), PendingChanges.Refuse).Document!;
        Assert.Equal(isList ? [first.Split(' ')[0], second.Split(' ')[0]] : [], document.AllBlocks().OfType<ListItem>().Select(i => i.Label));
        Assert.Contains(second, DocxFile.LinesOf(document));
    }

    [Theory]
    [InlineData("CITY OF EXAMPLE – SRO PROGRAM   Page {0} of 3")]
    [InlineData("CITY OF EXAMPLE – SRO PROGRAM")]
    public void What_stands_at_the_top_of_every_page_is_no_text(string header)
    {
        using TemporaryFolder folder = new();
        string[] matters = ["PURPOSE", "OFFICERS", "TERM"];
        string Page(string matter, int page) => header.Replace("{0}", page.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            + $"\n\n{page}. {matter}\n\n" + string.Concat(new[] { "autumn", "winter", "spring", "summer" }.Select(season => $"In {season} the parties talk about {matter.ToLowerInvariant()} and keep notes.\n\n"));
        folder.Write("pages.txt", string.Join('\f', matters.Select((m, i) => Page(m, i + 1))));
        ReadAgreement read = AgreementReading.Read(folder.PathTo("pages.txt"), PendingChanges.Refuse);
        Assert.Equal(15, DocxFile.LinesOf(read.Document!).Length);
        Assert.DoesNotContain(DocxFile.LinesOf(read.Document!), l => l.Contains("EXAMPLE", StringComparison.Ordinal));
        Assert.NotEmpty(read.Diagnostics);
    }

    [Fact]
    public void A_header_on_two_pages_after_form_feeds_is_no_text_and_is_told()
    {
        using TemporaryFolder folder = new();
        folder.Write("pages.txt", "MEMORANDUM\n\nI.  PURPOSE\n    The parties define duties.\n\n                Page 1 of 3\n\f                  MOU - SRO PROGRAM\nII. DUTIES\n    The City shall train.\n\n                Page 2 of 3\n\f                  MOU - SRO PROGRAM\nIII. TERM\n    This runs for a year.\n");
        ReadAgreement read = AgreementReading.Read(folder.PathTo("pages.txt"), PendingChanges.Refuse);
        Assert.Equal(["MEMORANDUM", "I. PURPOSE", "The parties define duties.", "II. DUTIES", "The City shall train.", "III. TERM", "This runs for a year."], DocxFile.LinesOf(read.Document!));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("“MOU - SRO PROGRAM”", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_on_top_of_pages_that_differ_stay()
    {
        using TemporaryFolder folder = new();
        folder.Write("pages.txt", "MEMORANDUM\n\nThe parties meet.\n\fSECTION 1. The City trains.\n\nIt keeps a log.\n\fSECTION 2. The City pays.\n\nIt keeps the bills.\n");
        string text = string.Join(' ', DocxFile.LinesOf(AgreementReading.Read(folder.PathTo("pages.txt"), PendingChanges.Refuse).Document!));
        Assert.Contains("The City trains", text, StringComparison.Ordinal);
        Assert.Contains("The City pays", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3_000, true)]
    [InlineData(10_001, false)]
    public void Many_footnotes_are_read_and_too_many_are_told_where_they_are(int count, bool isRead)
    {
        using TemporaryFolder folder = new();
        IEnumerable<int> numbers = Enumerable.Range(0, count);
        folder.Write("notes.md", string.Concat(numbers.Select(i => $"Para {i}.[^n{i}]\n\n")) + string.Concat(numbers.Select(i => $"[^n{i}]: Note {i}.\n")));
        ReadAgreement read = AgreementReading.Read(folder.PathTo("notes.md"), PendingChanges.Refuse);
        Assert.Equal(isRead ? count : null, read.Document?.Notes.Length);
        Assert.Equal(isRead ? [] : ["MOU4022"], read.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code));
        Assert.True(isRead || ((Source)read.Diagnostics.Single().Place).Line == (2 * count) + 10_001);
    }

    [Fact]
    public void Hostile_texts_end_in_a_document_or_a_code()
    {
        using TemporaryFolder folder = new();
        string[] texts = [new('a', 3_000_000), string.Concat(Enumerable.Repeat("1. ", 200_000)), string.Concat(Enumerable.Repeat("(a)\n", 100_000)), new('\f', 100_000), string.Concat(Enumerable.Repeat("- ", 100_000)), "\u202E\u200B\uFEFF", "PK\u0003\u0004", string.Concat(Enumerable.Repeat("word-\n", 200_000)), string.Concat(Enumerable.Repeat("I.I.I.\n", 50_000)), string.Concat(Enumerable.Repeat("a   b\n", 100_000)), string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("a   ", 50_000)) + "\n", 5)), string.Concat(Enumerable.Repeat("a\tb\n", 100_000)), "a   b\n" + string.Concat(Enumerable.Repeat("    c\n", 100_000)), string.Concat(Enumerable.Repeat("9999999999999999999. x\n", 50))];
        foreach (string text in texts)
        {
            foreach (string name in new[] { "a.txt", "a.md" })
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                File.WriteAllText(Path.Combine(folder.Root, name), text);
                ReadAgreement read = AgreementReading.Read(Path.Combine(folder.Root, name), PendingChanges.Refuse);
                Assert.True(read.Document is not null || !read.Diagnostics.IsEmpty);
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{name} of {text.Length} \"{text[..Math.Min(5, text.Length)]}\" took {watch.Elapsed}");
            }
        }
    }

    [Fact]
    public void Markdown_of_others_keeps_its_numbers_and_its_brackets()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(Path.Combine(folder.Root, "a.md"), "# Agreement\n\n## 1. Purpose\n\nSee [[x]] and {{ y }}.[^n]\n\n3. third\n4. fourth\n\n## 2. Term\n\n| a | b |\n|---|---|\n| c | d |\n\n<b>raw</b>\n\n[^n]: A note.\n");
        MouDocument document = AgreementReading.Read(Path.Combine(folder.Root, "a.md"), PendingChanges.Refuse).Document!;
        Assert.Equal(["Agreement", "1. Purpose", "See [[x]] and {{ y }}.", "3. third", "4. fourth", "2. Term", "a", "b", "c", "d", "raw", "1 A note."], DocxFile.LinesOf(document));
    }
}
