using MouBuilder.Documents;
using MouBuilder.Reading;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Reading;

/// <summary>Where clauses, lists and the page to sign begin in papers that do not say so.</summary>
public sealed class OutlineTests
{
    [Theory]
    [InlineData("1.1 Notice. The City tells a parent.\n\n1.2 Costs. Each party bears its own.\n\n2.1 The City shall:\n\n(a) train; and\n\n(b) report.", "1.1 Notice|1.2 Costs|2.1 ")]
    [InlineData("PURPOSE\n\n1.1 Notice. The City tells a parent.\n\n1.2 The City keeps a log of every visit.\n\nDUTIES\n\n2.1 Costs. Each party bears its own.", "1.1 Notice|1.2 |2.1 Costs")]
    [InlineData("1. Notice. The City tells a parent.\n\n2. Costs. Each party bears its own.\n\n3. The term is one year.", "1. Notice|2. Costs|3. ")]
    public void A_numbered_paragraph_with_a_title_run_in_is_a_clause_of_that_title(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Typed("MEMORANDUM\n\nThe parties agree.\n\n" + text).AllBlocks().OfType<Clause>().Select(c => $"{c.Label} {PlainText.Of(c.Title)}"));

    [Theory]
    [InlineData("The fee is $5. It is due in July.")]
    [InlineData("See Exhibit A. It lists schools.")]
    [InlineData("Ends 2015. See Section 2.2.")]
    [InlineData("The City Pays Nothing. It lends a room.")]
    [InlineData("Mayor Jones signs. The clerk seals.")]
    public void A_short_first_sentence_is_no_title_and_keeps_its_stop(string sentences)
    {
        MouDocument document = Typed($"MEMORANDUM\n\nThe parties agree.\n\n1. COSTS\n\n1.1 {sentences}\n\n1.2 Each party bears its own costs.\n\n2. TERM\n\n2.1 {sentences}\n");
        Assert.Equal(2, LinesOf(document).Count(l => l.EndsWith(sentences, StringComparison.Ordinal)));
    }

    [Fact]
    public void One_paragraph_among_many_is_not_divided_alone_into_title_and_text()
    {
        MouDocument document = Typed("MEMORANDUM\n\nThe parties agree.\n\n1. COSTS\n\n1.1 Emergency Calls. The City answers.\n\n1.2 Each party bears its own costs.\n\n1.3 The City lends a room.\n");
        Assert.Contains("1.1 Emergency Calls. The City answers.", LinesOf(document));
    }

    [Fact]
    public void The_stop_after_a_title_in_its_paragraph_is_told()
    {
        using TemporaryFolder folder = new();
        folder.Write("paper.txt", "MEMORANDUM\n\nThe parties agree.\n\n1.1 Cooperation with Parents. The City tells a parent.\n\n1.2 Costs. Each party bears its own.\n");
        ReadAgreement read = AgreementReading.Read(folder.PathTo("paper.txt"), PendingChanges.Refuse);
        Assert.Equal(["Cooperation with Parents", "Costs"], read.Document!.AllBlocks().OfType<Clause>().Select(c => PlainText.Of(c.Title)));
        Assert.Contains("stop between a title and the text on the same line, which are read as a heading and its text (2 times), first after “Cooperation with Parents”", Assert.Single(read.Diagnostics, d => d.Code == "MOU4025").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a. one;\nb. two:\ni. first;\nii. second; and\nc. three.", "a. one;|b. two:|-i. first;|-ii. second; and|c. three.")]
    [InlineData("a. one, and then only\ni. first; and\nii. second; or\nb. two.", "a. one, and then only|-i. first; and|-ii. second; or|b. two.")]
    [InlineData("(a) one;\n(b) two:\n(i) first;\n(ii) second; and\n(c) three.", "(a) one;|(b) two:|-(i) first;|-(ii) second; and|(c) three.")]
    [InlineData("(a) a;\n(b) b;\n(c) c;\n(d) d;\n(e) e;\n(f) f;\n(g) g;\n(h) h;\n(i) i; and\n(j) j.", "(a) a;|(b) b;|(c) c;|(d) d;|(e) e;|(f) f;|(g) g;|(h) h;|(i) i; and|(j) j.")]
    public void Roman_numbers_below_letters_are_a_list_of_their_own(string text, string expected)
    {
        List<string> lines = [];
        Items(Typed("MEMORANDUM\n\nThe parties agree:\n\n" + text).Blocks, "", lines);
        Assert.Equal(expected.Split('|'), lines);
    }

    [Fact]
    public void A_number_at_the_beginning_of_a_line_within_a_sentence_is_no_label()
    {
        string[] lines = LinesOf(Typed("""
            MEMORANDUM

            1. The fee for the use of the rooms is sixty
            (60) dollars for each hour, and it is due within thirty
            (30) days of the bill, as the District says in Section
            2. A search of a locker is a search of the Student in the sense of Article
            IV. of the policy.

            2. The term is one year, and it may be renewed in writing by both parties
            (3) times at most.
            """));
        Assert.Equal(
            [
                "MEMORANDUM",
                "1. The fee for the use of the rooms is sixty (60) dollars for each hour, and it is due within thirty (30) days of the bill, as the District says in Section 2. A search of a locker is a search of the Student in the sense of Article IV. of the policy.",
                "2. The term is one year, and it may be renewed in writing by both parties (3) times at most.",
            ],
            lines);
    }

    [Theory]
    [InlineData("DENVER PUBLIC SCHOOLS\n\nBy: ____________\nSuperintendent\nDate: __________\n\nCITY AND COUNTY OF DENVER\n\nBy: ____________\nMayor\nDate: __________\n")]
    [InlineData("IN WITNESS WHEREOF, the parties have signed.\n\nDENVER PUBLIC SCHOOLS\n\nBy: ____________\nDate: __________\n")]
    [InlineData("DISTRICT                       CITY\n\nBy: ____________               By: ____________\nSuperintendent                 Mayor\n\nDate: __________               Date: __________\n")]
    public void The_page_to_sign_belongs_to_no_clause_and_its_names_are_no_headings(string page)
    {
        MouDocument document = Typed("MEMORANDUM\n\n1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\nThis runs for one year.\n\n" + page);
        Clause[] clauses = [.. document.AllBlocks().OfType<Clause>()];
        Assert.Equal(["read-purpose", "read-term", "read-signatures"], clauses.Select(c => c.Id));
        Assert.Equal("This runs for one year.", PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(clauses[1].Blocks)).Content));
        Assert.Equal(page.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Order(), LinesOf(document).Skip(5).SelectMany(l => l.Split(' ')).Order());
    }

    [Fact]
    public void A_paper_may_begin_with_an_exhibit() =>
        Assert.Equal(["EXHIBIT A The form."], LinesOf(Typed("EXHIBIT A\n\nThe form.\n")));

    [Theory]
    [InlineData("EXHIBIT A-1", "EXHIBIT A-1|")]
    [InlineData("EXHIBIT C-1: FORMS", "EXHIBIT C-1:|FORMS")]
    [InlineData("EXHIBIT NO. 3", "EXHIBIT NO. 3|")]
    [InlineData("EXHIBIT A – MAP", "EXHIBIT A –|MAP")]
    [InlineData("EXHIBIT A-MAP", "EXHIBIT A-|MAP")]
    [InlineData("ATTACHMENT 2\nMap of grounds", "ATTACHMENT 2|Map of grounds")]
    [InlineData("SCHEDULE 2B", "SCHEDULE 2B|")]
    [InlineData("APPENDIX IV. RULES", "APPENDIX IV.|RULES")]
    public void An_exhibit_has_the_label_that_its_paper_gives_it(string heading, string expected)
    {
        Exhibit exhibit = Assert.Single(Typed("MEMORANDUM\n\n1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\nThis runs for one year.\n\n" + heading + "\n\nThe form is kept at the school.\n").Blocks.OfType<Exhibit>());
        Assert.Equal(expected, $"{exhibit.Label}|{PlainText.Of(exhibit.Title)}");
    }

    [Theory]
    [InlineData("Agreed:\n\n.....................\n\nSuperintendent\n")]
    [InlineData("AGREED TO BY:\n\nBy: ____________\n\nSuperintendent\n")]
    [InlineData("Signed this third day of May, 2024.\n\n____________________\n\nSuperintendent\n")]
    [InlineData("IN WITNESS WHEREOF, the parties have executed this agreement.\n\nSUPERINTENDENT\n\nBy: _\n\nCHIEF OF POLICE\n")]
    [InlineData("By: ____________\n\nChief of Police\n\nApproved as to form.\n")]
    [InlineData("Agreed:\n\nBy: ____________\n\nEXHIBIT A\n\nThe form that a school keeps of each visit.\n")]
    public void A_page_to_sign_of_a_few_lines_is_no_text_of_the_last_clause(string page)
    {
        Clause[] clauses = [.. Typed("MEMORANDUM\n\n1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\nThis runs for one year.\n\n" + page).AllBlocks().OfType<Clause>()];
        Assert.Equal(["read-purpose", "read-term", "read-signatures"], clauses.Select(c => c.Id));
        Assert.Equal("This runs for one year.", PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(clauses[1].Blocks)).Content));
    }

    [Theory]
    [InlineData("DISTRICT:<t>CITY:", "___________________<t>___________________", "Name/Title<t>Name/Title", "ATTEST: ____________ Clerk", "APPROVED AS TO FORM: ____________ City Attorney")]
    [InlineData("Denver Public Schools<t>City and County of Denver", "By: ______________<t>By: ______________", "Superintendent<t>Mayor", "Date: ____________<t>Date: ____________")]
    [InlineData("FOR THE DISTRICT<t>FOR THE CITY", "Signature: _____<t>Signature: _____")]
    [InlineData("<t>By: ______________", "<t>Chief of Police, who signs for the department alone")]
    public void Signers_side_by_side_sign_as_those_below_one_another_do(params string[] page)
    {
        string lines = string.Concat(page.Select(p => $"<w:p>{string.Join("<w:r><w:tab/></w:r>", p.Split("<t>").Select(c => DocxFile.R(c)))}</w:p>"));
        ReadAgreement read = new DocxFile(
            DocxFile.P("1. PURPOSE") + DocxFile.P("The parties work together.") + DocxFile.P("2. COUNTERPARTS") + DocxFile.P("This contract may be signed in counterparts.") + lines).Read();
        Clause[] clauses = [.. read.Document!.AllBlocks().OfType<Clause>()];
        Assert.Equal(["read-purpose", "read-counterparts", "read-signatures"], clauses.Select(c => c.Id));
        Assert.Equal(page.Length, clauses[2].Blocks.Length);
    }

    [Theory]
    [InlineData("Agreed:\n\nThe officer of a school keeps a log of every visit and gives it to the principal.")]
    [InlineData("By: the end of each term the principal reports to the board.")]
    [InlineData("The parties have agreed: each bears its own costs.")]
    [InlineData("Agreed:\n\n(a) no uniforms; and\n\n(b) no weapons.")]
    [InlineData("By: ____________\n\nThe officer of a school keeps a log of every visit and gives it to the principal.")]
    [InlineData("The contact at the school is:\n\nName: ____________")]
    public void Words_of_a_page_to_sign_within_a_clause_are_none(string text) =>
        Assert.Equal(["read-purpose", "read-term"], Typed("MEMORANDUM\n\n1. PURPOSE\n\nThe parties work together.\n\n2. TERM\n\nThis runs for one year.\n\n" + text + "\n").AllBlocks().OfType<Clause>().Select(c => c.Id));

    [Fact]
    public void A_line_to_fill_in_within_the_text_is_no_page_to_sign() =>
        Assert.DoesNotContain(Typed("MEMORANDUM\n\n1. PURPOSE\n\nDate: __________\n\nName: __________\n\n2. TERM\n\n2.1 This runs for one year from the day on which the last of the parties has signed it, and it may be renewed in writing.").AllBlocks().OfType<Clause>(), c => c.Id == "read-signatures");

    [Fact]
    public void Lines_typed_in_columns_are_rows_of_a_table_and_told()
    {
        ReadAgreement read = Read("MEMORANDUM\n\nThe officers:\n\nSchool           Officer     Hours\nEast High        One         40\nWest High        Two         35\n                 (acting)\n\nName\tTelephone\nDistrict\t720-555-0100\n");
        Table[] tables = [.. read.Document!.AllBlocks().OfType<Table>()];
        string Row(TableRow row) => string.Join('|', row.Cells.Select(c => string.Concat(c.Blocks.OfType<Paragraph>().Select(p => PlainText.Of(p.Content)))));
        Assert.Equal(["School|Officer|Hours", "East High|One|40", "West High|Two (acting)|35"], tables[0].Rows.Select(Row));
        Assert.Equal(["Name|Telephone", "District|720-555-0100"], tables[1].Rows.Select(Row));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4026" && d.Message.Contains("2 stretches of lines typed in columns", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_set_in_two_columns_is_read_one_after_the_other_and_told()
    {
        ReadAgreement read = Read("""
            MEMORANDUM

            The parties agree that the officers      and that the City pays for the train-
            of the City work in the schools of       ing of its officers, and that nothing
            the District under the rules below.      here takes a right from a student.
            """);
        Assert.Equal(["MEMORANDUM", "The parties agree that the officers of the City work in the schools of the District under the rules below.", "and that the City pays for the training of its officers, and that nothing here takes a right from a student."], LinesOf(read.Document!));
        Assert.Contains(read.Diagnostics, d => d.Code == "MOU4025" && d.Message.Contains("columns of text side by side", StringComparison.Ordinal));
    }

    private static void Items(IEnumerable<Block> blocks, string depth, List<string> lines)
    {
        foreach (ListItem item in blocks.OfType<ListBlock>().SelectMany(l => l.Items))
        {
            lines.Add($"{depth}{item.Label} {PlainText.Of(((Paragraph)item.Blocks[0]).Content)}");
            Items(item.Blocks, depth + "-", lines);
        }
    }

    private static MouDocument Typed(string text) => Read(text).Document!;

    private static ReadAgreement Read(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo("paper.txt"), text);
        return AgreementReading.Read(folder.PathTo("paper.txt"), PendingChanges.Refuse);
    }
}
