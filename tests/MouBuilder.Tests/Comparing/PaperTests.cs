using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Tests.Reading;
using MouBuilder.Tests.Word;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>Papers that know none of our ids.</summary>
public sealed class PaperTests
{
    private static readonly string[] Paragraphs =
    [
        "The Department shall give each School the name of a Partner Officer before the term begins.",
        "The District shall keep a log of every visit and shall publish it each month.",
        "A Principal may end a visit at any time and need not say why.",
        "An Officer shall not search a Student without a warrant or an emergency.",
        "The parties shall meet every quarter to look at the counts together.",
    ];

    [Fact]
    public void A_note_with_two_marks_stands_once_for_each()
    {
        using TemporaryFolder folder = new();
        MouDocument Read(string text)
        {
            File.WriteAllText(folder.PathTo("paper.md"), "# Memorandum\n\n## 1. Purpose\n\n" + text);
            return AgreementReading.Read(folder.PathTo("paper.md"), PendingChanges.Refuse).Document!;
        }

        MouDocument old = Read("One.[^a] Two.[^a]\n\n[^a]: See the manual.\n");
        MouDocument now = Read("One.[^a] Two.[^b]\n\n[^a]: See the manual.\n\n[^b]: See the new manual.\n");
        Assert.Equal(2, old.Notes.Length);
        Assert.Equal(2, old.Notes.Select(n => n.Id).Distinct().Count());
        foreach ((MouDocument before, MouDocument after, (int, int) words) in ((MouDocument, MouDocument, (int, int))[])[(old, now, (1, 0)), (now, old, (0, 1)), (old, old, (0, 0))])
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(before), ComparisonSide.Of(after));
            Assert.Equal(words, Words(comparison));
            Assert.Empty(new WordFile(Redline.Of(comparison).Word.ToArray()).ValidatorErrors());
        }
    }

    [Fact]
    public void A_numbered_paragraph_that_was_added_is_one_insertion_and_the_others_are_renumbered()
    {
        string[] longer = [Paragraphs[0], "The City shall pay for the training of its officers in full.", .. Paragraphs[1..]];
        Comparison comparison = Compare(Numbered(Paragraphs), Numbered(longer));
        Assert.Equal((12, 0), Words(comparison));
        Assert.Single(comparison.Parts, p => p.Old is null);
        Comparison back = Compare(Numbered(longer), Numbered(Paragraphs));
        Assert.Equal((0, 12), Words(back));
    }

    [Fact]
    public void Numbered_paragraphs_that_changed_places_keep_their_words()
    {
        string[] swapped = [Paragraphs[0], Paragraphs[3], Paragraphs[2], Paragraphs[1], Paragraphs[4]];
        Comparison comparison = Compare(Numbered(Paragraphs), Numbered(swapped));
        Assert.Equal((0, 0), Words(comparison));
        Assert.Contains(comparison.Parts, p => p.Category.ToString().StartsWith("Moved", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("An Officer is prohibited from searching a bag.", "An Officer is permitted to search a bag.")]
    [InlineData("A Student has the right to a call home.", "A Student has no right to a call home.")]
    [InlineData("The City agrees to indemnify the District.", "The City declines to indemnify the District.")]
    [InlineData("No bag is searched unless a parent is there.", "No bag is searched.")]
    [InlineData("An officer can't enter a classroom.", "An officer can enter a classroom.")]
    public void What_forbids_or_permits_without_a_modal_is_no_mere_wording(string old, string now) =>
        Assert.Equal(ChangeRank.DutyOrRight, Assert.Single(Compare(Titled(old), Titled(now)).Parts, p => p.Rank != ChangeRank.None).Rank);

    [Theory]
    [InlineData("The fee is $50,000 for the term.", "The fee is $500,000 for the term.")]
    [InlineData("The report comes quarterly to the board.", "The report comes annually to the board.")]
    [InlineData("It ends with the school year of 2022.", "It ends with the school year of 2025.")]
    public void A_number_or_rhythm_is_no_mere_wording(string old, string now) =>
        Assert.Equal(ChangeRank.Deadline, Assert.Single(Compare(Titled(old), Titled(now)).Parts, p => p.Rank != ChangeRank.None).Rank);

    [Theory]
    [InlineData("DPD tells a parent within two hours.", "DPD tells a parent within two (2) hours.")]
    [InlineData("DPD tells a parent within 2 hours.", "DPD tells a parent within two hours.")]
    [InlineData("It ends after one hundred eighty days.", "It ends after one hundred eighty (180) days.")]
    [InlineData("Ten Schools take part in it.", "Ten (10) Schools take part in it.")]
    public void The_same_number_written_otherwise_is_mere_wording(string old, string now)
    {
        Assert.Equal(ChangeRank.Wording, Rank(old, now));
        Assert.Equal(ChangeRank.Wording, Rank(now, old));
    }

    [Theory]
    [InlineData("DPD tells a parent within two hours.", "DPD tells a parent within two (3) hours.")]
    [InlineData("DPD tells a parent within two (2) hours.", "DPD tells a parent within two (2) days.")]
    [InlineData("DPD tells a parent within two days.", "DPD tells a parent within two (2) school days.")]
    [InlineData("It ends after one hundred eighty days.", "It ends after one hundred eighty (80) days.")]
    [InlineData("Ten Schools take part in it.", "Ten (12) Schools take part in it.")]
    public void A_number_in_brackets_that_differs_is_not(string old, string now)
    {
        Assert.Equal(ChangeRank.Deadline, Rank(old, now));
        Assert.Equal(ChangeRank.Deadline, Rank(now, old));
    }

    [Theory]
    [InlineData("The Officer shall search a student at the request of staff.", "The Officer shall not search a student at the request of staff.", "The Officer|shall|The Officer|shall not")]
    [InlineData("Students shall be searched by staff, and parents may watch.", "Students shall not be searched by staff, and parents may watch.", "Students|shall|Students|shall not")]
    [InlineData("Parents may watch. A Teacher may stay. The Chief may speak.", "Parents may watch. A Teacher may not stay. The Chief may speak.", "A Teacher|may|A Teacher|may not")]
    [InlineData("The District's staff shall help.", "The District’s staff shall help.", "")]
    public void A_not_that_is_put_in_or_taken_out_turns_one_duty(string old, string now, string expected)
    {
        foreach ((string before, string after, bool isBack) in new[] { (old, now, false), (now, old, true) })
        {
            PartChange change = Assert.Single(Compare(Titled(before), Titled(after)).Parts, p => p.Rank != ChangeRank.None);
            string[] found = [.. change.Duties.Select(d => isBack ? $"{d.NewActor}|{d.NewModal}|{d.OldActor}|{d.OldModal}" : $"{d.OldActor}|{d.OldModal}|{d.NewActor}|{d.NewModal}")];
            Assert.Equal(expected.Length == 0 ? [] : [expected], found);
            Assert.Equal(expected.Length == 0 ? ChangeRank.Wording : ChangeRank.DutyOrRight, change.Rank);
        }
    }

    /// <summary>A list below an item that is numbered as the list around it is, and as the sections are.</summary>
    [Fact]
    public void A_list_of_the_same_numbers_below_an_item_stays_below_it()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo("paper.md"), "# Memorandum\n\n## 1. Purpose\n\nThe parties work together.\n\n## 2. Arrests\n\nThe officer shall:\n\n1. call the parent of the student;\n2. write a report:\n   1. naming the place;\n   2. naming the ground;\n3. send a copy to the District.\n\n## 3. Term\n\nThis runs for one year.\n");
        MouDocument paper = AgreementReading.Read(folder.PathTo("paper.md"), PendingChanges.Refuse).Document!;
        byte[] word = Redline.Of(Comparer.Compare(ComparisonSide.Of(paper), ComparisonSide.Of(paper))).Word.ToArray();
        Comparison back = Comparer.Compare(ComparisonSide.Of(paper), ComparisonSide.Of(DocxFile.Read(word).Document!));
        Assert.All(back.Parts, p => Assert.Equal(ChangeCategory.Unchanged, p.Category));
    }

    [Fact]
    public void An_item_whose_sentence_stood_in_another_clause_is_told_once()
    {
        const string Sentence = "The Department may assign a substitute officer when the Covered Officer is absent for more than ten days.";
        const string Purpose = "MEMORANDUM OF UNDERSTANDING\n\n1. PURPOSE\n\nThe parties set out how they work together in the schools.\n\n";
        Comparison comparison = Compare(
            $"{Purpose}{Sentence}\n\n2. OFFICERS\n\nThese rules hold:\n\n(a) An officer comes when called.\n\n(b) An officer leaves when told.\n",
            $"{Purpose}2. OFFICERS\n\nThese rules hold:\n\n(a) An officer comes when called.\n\n(b) {Sentence}\n\n(c) An officer leaves when told.\n");
        PartChange officers = Assert.Single(comparison.Parts, p => p.Rank != ChangeRank.None && p.New?.Id == "read-officers");
        Assert.Equal(Sentence, Assert.Single(officers.SentenceMoves).New);
        Assert.Empty(WordingLines.Of(officers, comparison));
    }

    [Theory]
    [InlineData("The Officer tells the Principal or the parent before a visit.", "The Officer tells the Principal and the parent before a visit.")]
    [InlineData("They hold no fewer than two trainings.", "They hold no more than two trainings.")]
    [InlineData("The call comes before the visit.", "The call comes after the visit.")]
    public void A_word_that_says_the_contrary_of_another_is_no_mere_wording(string old, string now) => Assert.Equal(ChangeRank.DutyOrRight, Rank(old, now));

    private static ChangeRank Rank(string old, string now) => Assert.Single(Compare(Titled(old), Titled(now)).Parts, p => p.Rank != ChangeRank.None).Rank;

    [Theory]
    [InlineData("Neither Party shall discriminate.", "Party: shall not")]
    [InlineData("No Principal may ask for it.", "Principal: may not")]
    [InlineData("A drill with Principals shall not be loud.", "")]
    [InlineData("A Principal on a Party shall not act.", "Principal: shall not")]
    [InlineData("No later than June 1 the Principal shall report.", "Principal: shall")]
    [InlineData("Each Principal, and each other Principal who is new, shall attend.", "Principal: shall")]
    [InlineData("Principals of the schools they serve shall attend.", "Principal: shall")]
    [InlineData("A Principal who knows that a Party may be late shall, where it is safe: wait.", "Principal: shall")]
    [InlineData("The Principal named a Party that may visit.", "")]
    [InlineData("The Party Committee shall meet.", "Party Committee: shall")]
    public void Whom_a_sentence_binds(string text, string expected)
    {
        Comparison comparison = Compare(Titled("Nothing."), Titled(text));
        DocumentPart part = comparison.Parts.Select(p => p.New).Last(p => p?.Kind == PartKind.Clause)!;
        Assert.Equal(expected, string.Join("; ", new Bindings(comparison).Of(part).Select(b => $"{b.Actor}: {string.Join(", ", b.Modals)}")));
    }

    [Fact]
    [Covers("MOU5002")]
    public void Headers_that_differ_are_told_since_no_redline_shows_them()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathTo("old.docx"), new DocxFile(DocxFile.P("The parties agree."), header: DocxFile.P("DRAFT 3") + DocxFile.P("Page 1 of 9")).Bytes());
        File.WriteAllBytes(folder.PathTo("new.docx"), new DocxFile(DocxFile.P("The parties agree."), header: DocxFile.P("FINAL") + DocxFile.P("Page 1 of 9")).Bytes());
        File.WriteAllBytes(folder.PathTo("paged.docx"), new DocxFile(DocxFile.P("The parties agree."), header: DocxFile.P("DRAFT 3") + DocxFile.P("Page 2 of 7")).Bytes());
        Mou.Result diff = Mou.Run(folder.Root, "diff", "old.docx", "new.docx", "-o", "changes.json");
        Assert.Equal(0, diff.Code);
        Assert.Contains("new.docx: warning MOU5002: The headers and footers differ, which no redline shows. Only in the old paper: header: DRAFT 3 | Page 1 of 9. Only in the new paper: header: FINAL | Page 1 of 9.", diff.Errors, StringComparison.Ordinal);
        Assert.Contains("\"removed\": [\n      \"header: DRAFT 3 | Page 1 of 9\"\n    ]", File.ReadAllText(folder.PathTo("changes.json")), StringComparison.Ordinal);
        Assert.Equal(0, Mou.Run(folder.Root, "diff", "old.docx", "new.docx", "-o", "page.html", "--locale", "vi", "--summary", "memo.md").Code);
        Assert.Contains("Ở đầu trang hoặc chân trang, chỉ có trong văn bản mới: “<span lang=\"en\">header: FINAL | Page 1 of 9</span>”", File.ReadAllText(folder.PathTo("page.html")), StringComparison.Ordinal);
        foreach (string said in new[] { File.ReadAllText(folder.PathTo("memo.md")), Mou.Run(folder.Root, "diff", "old.docx", "new.docx").Output })
        {
            Assert.DoesNotContain("Nothing differs", said, StringComparison.Ordinal);
            Assert.Matches("At the head or foot of the pages of the (older|old) text alone: “header: DRAFT 3 .{1,2} Page 1 of 9”", said);
        }

        Mou.Result paged = Mou.Run(folder.Root, "diff", "old.docx", "paged.docx");
        Assert.DoesNotContain("MOU5002", paged.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing differs", paged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_paper_lacks_for_a_screen_reader_is_not_told_of_its_redline()
    {
        using TemporaryFolder folder = new();
        folder.Write("old.txt", Titled("An officer may enter."));
        folder.Write("new.txt", Titled("An officer may enter a school."));
        Mou.Result diff = Mou.Run(folder.Root, "diff", "old.txt", "new.txt", "-o", "redline.docx", "--summary", "memo.docx");
        Assert.Equal(0, diff.Code);
        Assert.DoesNotContain("redline.docx: ", diff.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathTo("redline.docx")));
    }

    [Theory]
    [InlineData("Agreed:\n\n.....................\n\nSuperintendent\n")]
    [InlineData("IN WITNESS WHEREOF, the parties have signed.\n\nBy: ____________\n\nCHIEF OF POLICE\n")]
    public void The_page_to_sign_stays_where_it_is_when_the_last_sections_change_places(string page)
    {
        string Paper(params string[] sections) => "MEMORANDUM OF UNDERSTANDING\n\n" + string.Concat(sections.Select((s, i) => $"{i + 1}. {s}\n\n")) + page;
        const string Purpose = "PURPOSE\n\nThe parties set out how they work together.";
        string log = "RECORDS\n\n" + Paragraphs[1];
        string end = "VISITS\n\n" + Paragraphs[2];
        Assert.Equal((0, 0), Words(Compare(Paper(Purpose, log, end), Paper(Purpose, end, log))));
    }

    [Fact]
    public void An_exhibit_whose_heading_changed_is_the_one_under_its_label()
    {
        Comparison comparison = Compare(Titled("One year.\n\nATTACHMENT 2\nMap of grounds"), Titled("One year.\n\nATTACHMENT 2\nMap of campus"));
        Assert.Equal((1, 1), Words(comparison));
        PartChange change = Assert.Single(comparison.Parts, p => p.Rank != ChangeRank.None);
        Assert.Equal(("ATTACHMENT 2", "ATTACHMENT 2", ChangeCategory.Changed), (change.Old?.Label, change.New?.Label, change.Category));
        Assert.Equal(2, Compare(Titled("One year.\n\nATTACHMENT 2\nMap of grounds"), Titled("One year.\n\nATTACHMENT 2\nWho pays")).Parts.Count(p => p.Rank != ChangeRank.None));
    }

    [Fact]
    public void Two_items_that_change_places_do_not_paint_their_clause_anew()
    {
        const string Long = "teaches classes that the principal has asked for in writing:\n(i) in the gymnasium on a day of school; or\n(ii) in the library on any other day";
        const string Short = "does not discipline students at school";
        string Items(params string[] items) => Titled("The Officer:\n\n" + string.Join('\n', items.Select((t, i) => $"({(char)('a' + i)}) {t};")));
        string old = Items("wears no mask", Long, Short, "parks outside", "signs in");
        string now = Items("wears no mask", Short, Long, "parks outside", "signs in");
        foreach (Comparison comparison in new[] { Compare(old, now), Compare(now, old) })
        {
            Assert.DoesNotContain(comparison.Parts, p => p.IsRewritten);
            Assert.Equal((0, 0), Words(comparison));
            Assert.Equal(1, Redline.Of(comparison).Counts.Moves);
        }
    }

    [Fact]
    public void A_clause_whose_paragraphs_all_stand_elsewhere_in_it_is_not_rewritten()
    {
        Comparison comparison = Compare(Titled(string.Join("\n\n", Paragraphs)), Titled(string.Join("\n\n", Paragraphs.Reverse())));
        Assert.DoesNotContain(comparison.Parts, p => p.IsRewritten);
    }

    /// <summary>A redline that comes back is one of the two papers again, whichever way it is settled: nothing in it stands under another clause than before.</summary>
    [Theory]
    [InlineData("1. NOTICES. Notices go in writing to:\n\n(a) the Superintendent; and\n\n(b) the Chief at 1 Elm St.\n\n2. INDEMNITY. Each party answers for its own acts.\n\n3. COUNTERPARTS. This contract may be signed in counterparts.\n\nDISTRICT                       CITY\n\nBy: ____________               By: ____________\nSuperintendent                 Mayor\n",
        "1. NOTICES. Notices go in writing to:\n\n(a) the Superintendent; and\n\n(b) the Chief at 200 Oak St.\n\n2. COUNTERPARTS. This contract may be signed in counterparts.\n\n3. INDEMNITY. Each party answers for its own acts.\n\nDISTRICT                       CITY\n\nBy: ____________               By: ____________\nSuperintendent                 Chief\n")]
    [InlineData("RECITALS\n\nWHEREAS, the parties wish for safe schools; and\n\nWHEREAS, officers have been placed there;\n\n1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\n2.1 Duration\n\nIt runs one year.\n\nIN WITNESS WHEREOF, the parties have signed.\n\nBy: ____________\n\nEXHIBIT A\n\nThe form.\n",
        "RECITALS\n\nWHEREAS, the parties wish for calm schools; and\n\n1. PURPOSE\n\nThe parties work together each day.\n\n2. TERM\n\n2.1 Duration\n\nIt runs two years.\n\nIN WITNESS WHEREOF, the parties have set their hands.\n\nBy: ____________\n\nDate: ____________\n\nEXHIBIT A\n\nThe new form.\n")]
    [InlineData("1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\nIt runs one year.\n\nSigned: ____________\n\nSigned: ____________\n", "1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\nIt runs one year.\n\nSigned in Denver:\n\nSigned: ____________\n\nSigned: ____________\n")]
    public void A_redline_that_comes_back_is_its_paper_again(string before, string after)
    {
        (MouDocument old, MouDocument now) = (Read("CONTRACT\n\n" + before), Read("CONTRACT\n\n" + after));
        byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Word.ToArray();
        foreach ((MouDocument paper, PendingChanges settled) in ((MouDocument, PendingChanges)[])[(old, PendingChanges.Reject), (now, PendingChanges.Accept)])
        {
            Comparison back = Comparer.Compare(ComparisonSide.Of(paper), ComparisonSide.Of(DocxFile.Read(redline, settled).Document!));
            Assert.All(back.Parts, p => Assert.Equal(ChangeCategory.Unchanged, p.Category));
            Assert.Equal((0, 0), Words(back));
        }
    }

    private static string Numbered(string[] paragraphs) =>
        "MEMORANDUM OF UNDERSTANDING\n\n1. PURPOSE\n\nThe parties set out how they work together.\n\n2. OFFICERS\n\n" + string.Join("\n\n", paragraphs.Select((p, i) => $"2.{i + 1} {p}")) + "\n";

    private static string Titled(string text) => $"MEMORANDUM OF UNDERSTANDING\n\n1. PURPOSE\n\nThe parties set out how they work together.\n\n2. OFFICERS\n\n{text}\n";

    private static Comparison Compare(string old, string now) => Comparer.Compare(ComparisonSide.Of(Read(old)), ComparisonSide.Of(Read(now)));

    private static MouDocument Read(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo("paper.txt"), text);
        return AgreementReading.Read(folder.PathTo("paper.txt"), PendingChanges.Refuse).Document!;
    }

    private static (int Inserted, int Deleted) Words(Comparison comparison)
    {
        RedlineCounts counts = Redline.Of(comparison).Counts;
        return (counts.WordsInserted, counts.WordsDeleted);
    }
}
