using System.Text.Json;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>One edit in a whole agreement, and what counsel then reads of it.</summary>
public sealed class PlantedEditTests
{
    private const string Immigration = "clauses/immigration/2.0.0.yaml";
    private const string Notice = "clauses/arrest-notification/2.0.0.yaml";
    private const string Agreement = "examples/dps-dpd-2022/agreement.yaml";
    private const string Told = "  {{ district.short }} shall tell a Parent of a request that names the Parent's child, unless the law or a court forbids it.";

    private static readonly Lazy<ComparisonSide> Whole = new(() => ComparisonSide.Load(Repository.PathTo("examples", "dps-dpd-2022")).Side!);

    [Fact]
    public void A_duty_of_several_names_all_of_them()
    {
        Comparison comparison = Planted((Immigration, "School Staff and Safety Patrol Officers shall not ask", "School Staff and Safety Patrol Officers may ask"));
        Assert.Equal("Officers, School Staff and Safety Patrol Officers", Assert.Single(Changed(comparison).Duties).OldActor);
        Assert.Contains("“Officers, School Staff and Safety Patrol Officers shall not ask a Student", Memo(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_that_another_office_gives_says_which()
    {
        Comparison comparison = Comparer.Compare(Whole.Value, ComparisonSide.Of(new MouDocument(Whole.Value.Document.Properties, Signed(Whole.Value.Document.Blocks), Whole.Value.Document.Notes)));
        string memo = Memo(comparison);
        string office = Whole.Value.Document.AllBlocks().OfType<SignatureBlock>().First().Lines[0].Office;
        Assert.Contains(office, memo, StringComparison.Ordinal);
        Assert.Contains("Chair of the Board", memo, StringComparison.Ordinal);
        Assert.Contains("Chair of the Board", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);

        static System.Collections.Immutable.ImmutableArray<Block> Signed(System.Collections.Immutable.ImmutableArray<Block> blocks) =>
            [.. blocks.Select(b => b is Section s ? s with { Blocks = Signed(s.Blocks) } : b is SignatureBlock block ? block with { Lines = [block.Lines[0] with { Office = "Chair of the Board" }, .. block.Lines.Skip(1)] } : b)];
    }

    [Fact]
    public void A_duty_hides_no_exception_of_its_sentence()
    {
        (string, string, string) edit = (Immigration, Told, "  {{ police.short }} shall tell a Parent of a request that names the Parent's child.");
        string memo = Memo(Planted(edit));
        Assert.Contains("“DPS shall tell a Parent of a request that … unless the law or a court forbids it” becomes “DPD shall tell a Parent of a request that …”", memo, StringComparison.Ordinal);
        Assert.Contains("In the older text alone: “, unless the law or a court forbids it”", memo, StringComparison.Ordinal);
        Assert.Contains("In the newer text alone: “, unless the law or a court forbids it”", Memo(Turned(edit)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_put_into_a_sentence_whose_duty_is_told_is_told_however_much_else_changed()
    {
        Comparison comparison = Planted(
            (Immigration, "{{ district.short }} shall tell a Parent of a request that names", "{{ district.short }} may, if the Principal agrees, tell a Parent of a request that names"),
            (Immigration, "for a record, for entry", "for a list, for a record, for entry"), (Immigration, "before they answer it", "before they ever answer it"), (Immigration, "for such help", "for any such help"),
            (Immigration, "at a School shall tell", "at any School shall tell"), (Immigration, "on the other agency's behalf", "on the other agency's or its own behalf"), (Immigration, "citizenship or", "citizenship, birth or"),
            (Immigration, "warrant or order", "written warrant or order"));
        Assert.Contains("if the Principal agrees", Memo(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_went_to_another_clause_moved_and_is_neither_new_nor_gone()
    {
        (string, string, string)[] edits = [(Immigration, Told + "\n\n", ""), (Notice, "as [[privacy]] allows.\n", "as [[privacy]] allows. " + Told.Trim() + "\n")];
        foreach (bool isTurned in new[] { false, true })
        {
            Comparison comparison = isTurned ? Turned(edits) : Planted(edits);
            PartChange[] changed = [.. comparison.Parts.Where(p => p.IsChange)];
            Assert.All(changed, c => Assert.Equal((ChangeRank.Place, 0), (c.Rank, c.Duties.Length)));
            string memo = Memo(comparison);
            Assert.Matches(isTurned ? @"now stands in 4\.4 Immigration status" : @"now stands in 6\.1 Notice", memo);
            Assert.Matches(isTurned ? @"stood in 6\.1 Notice" : @"stood in 4\.4 Immigration status", memo);
            Assert.DoesNotContain("New duties", memo, StringComparison.Ordinal);
            Assert.DoesNotContain("Gone:", memo, StringComparison.Ordinal);
            JsonElement[] moved = [.. Json(comparison).GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("moved-sentences").EnumerateArray())];
            Assert.Equal(["arrest-notification", "immigration"], moved.Select(m => m.GetProperty("to").GetString() ?? m.GetProperty("from").GetString()).Order());
            Assert.Contains("now stands in", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sentence_that_changed_on_its_way_says_what_of_it()
    {
        Comparison comparison = Planted(
            (Immigration, Told + "\n\n", ""),
            (Notice, "as [[privacy]] allows.\n", "as [[privacy]] allows. " + Told.Trim().Replace("shall tell", "may tell", StringComparison.Ordinal) + "\n"));
        PartChange came = comparison.Parts.Single(p => p.New?.Id == "arrest-notification");
        DutyChange duty = Assert.Single(came.Duties);
        Assert.Equal((ChangeRank.DutyOrRight, "shall", "may"), (came.Rank, duty.OldModal, duty.NewModal));
        Assert.Contains("“DPS shall tell a Parent of a request that … unless the law or a court forbids it” becomes “DPS may tell", Memo(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_at_another_place_of_its_clause_moved_too()
    {
        const string Paragraph = "  The Principal shall use the notice only for the safety and support of Students and as [[privacy]] allows.\n\n";
        Comparison comparison = Planted((Notice, Paragraph, ""), (Notice, "  ### The Principal\n\n", "  ### The Principal\n\n" + Paragraph));
        Assert.Equal((ChangeRank.Place, 0), (Changed(comparison).Rank, Changed(comparison).Duties.Length));
        string memo = Memo(comparison);
        Assert.Contains("The Principal shall use the notice only", memo, StringComparison.Ordinal);
        Assert.DoesNotContain("text alone", memo[memo.IndexOf("## Only sentences", StringComparison.Ordinal)..], StringComparison.Ordinal);

        Comparison within = Planted((Immigration, Told + "\n\n", ""), (Immigration, "immigration status. They", "immigration status. " + Told.Trim() + " They"));
        Assert.Equal(ChangeRank.Place, Changed(within).Rank);
        Assert.Contains("stands at another place of the clause", Memo(within), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_of_another_duty_of_the_clause_is_not_hidden_by_duties_that_settle()
    {
        Comparison comparison = Planted(
            (Immigration, Told, "  {{ district.short }} shall publish each year how many requests it had."));
        string memo = Memo(comparison);
        Assert.Contains("publish each year", memo, StringComparison.Ordinal);
        Assert.Contains("tell a Parent", memo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_that_changed_has_a_row_and_a_number()
    {
        Comparison comparison = Planted((Agreement, "heading: Rights of Students", "heading: Rights and Duties of Students"));
        Assert.Equal((1, 0), (ComparisonCounts.Of(comparison).SectionsChanged, ComparisonCounts.Of(comparison).Changed));
        string memo = Memo(comparison);
        Assert.Contains("1 section heading changed", memo, StringComparison.Ordinal);
        Assert.Contains("| 4\\. Rights and Duties of Students | Changed | In the newer text alone: “and Duties”.", memo, StringComparison.Ordinal);
        Assert.Contains("1 section heading changed", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.Contains("1 título de sección cambiado", Page(comparison, Locale.Es), StringComparison.Ordinal);
        Assert.Contains("1 tiêu đề mục được sửa", Page(comparison, Locale.Vi), StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_called_by_another_name_is_told_once()
    {
        Comparison comparison = Planted((Agreement, "    short: DPD", "    short: the Department"));
        Assert.Equal([ChangeRank.Naming], comparison.Parts.Where(p => p.IsChange).Select(p => p.Rank).Distinct());
        string memo = Memo(comparison);
        Assert.Equal(1, Regex.Count(memo, "“the Department”"));
        Assert.Contains("The party called “DPD” in the older text is called “the Department” in the newer one.", memo, StringComparison.Ordinal);
        Assert.Equal("the Department", Json(comparison).GetProperty("renamed-parties")[0].GetProperty("new").GetString());
        Assert.DoesNotContain("Qué cambia", Page(comparison, Locale.Es), StringComparison.Ordinal); // the plain texts speak of another change
        Assert.Contains("Una de las partes que hacen el acuerdo se llama", Page(comparison, Locale.Es), StringComparison.Ordinal);

        Comparison more = Planted((Agreement, "    short: DPD", "    short: the Department"), (Immigration, "{{ district.short }} shall tell a Parent", "{{ district.short }} may tell a Parent"));
        Assert.Equal(["immigration"], more.Parts.Where(p => p.IsChange && p.Rank != ChangeRank.Naming).Select(p => p.New!.Id));
    }

    [Fact]
    public void A_reference_that_was_put_in_is_no_deadline()
    {
        Assert.Equal(ChangeRank.Wording, Changed(Planted((Immigration, "for a record, for entry", "under [[visits]], for a record, for entry"))).Rank);
        Assert.Equal(ChangeRank.Wording, Changed(Planted((Immigration, "for a record, for entry", "under Section 2.3, for a record, for entry"))).Rank);
        Assert.Equal(ChangeRank.Deadline, Changed(Planted((Immigration, "for a record, for entry", "for 3 records, for entry"))).Rank);
    }

    [Fact]
    public void A_definition_that_changed_is_told_by_its_term()
    {
        Comparison comparison = Planted((Notice, "that orders a Student to answer for an Offense, whether or not it names a fine", "that orders a Student to answer for an Offense and names a fine"));
        string memo = Memo(comparison);
        Assert.Contains("Defined in other words: “Ticket”", memo, StringComparison.Ordinal);
        Assert.Contains("Definition of “Ticket”: “, whether or not it” becomes “and”", memo, StringComparison.Ordinal);
        Assert.Equal("Ticket", Json(comparison).GetProperty("parts").EnumerateArray().SelectMany(p => p.GetProperty("definitions").EnumerateArray()).Single().GetProperty("term").GetString());
    }

    [Fact]
    public void Beside_a_reconstruction_definitions_are_told_by_name_and_no_time_of_one_by_itself()
    {
        Comparison comparison = Comparer.Compare(ComparisonSide.Load(Repository.PathTo("examples", "dps-dpd-2013")).Side!, Whole.Value);
        PartChange definitions = comparison.Parts.Single(p => p.New?.Id == "definitions");
        Assert.Empty(definitions.Deadlines);
        Assert.Contains("Defined in the newer text alone: “Arrest”, “Charter School”", Memo(comparison), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dps-dpd-2013", "dps-dpd-2022")]
    [InlineData("dps-dpd-2022", "dps-dpd-2013")]
    public void Beside_a_reconstruction_nothing_is_told_to_have_moved_or_had_a_number(string old, string now)
    {
        Comparison comparison = Comparer.Compare(ComparisonSide.Load(Repository.PathTo("examples", old)).Side!, ComparisonSide.Load(Repository.PathTo("examples", now)).Side!);
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Assert.Equal((0, 0, 0), (counts.Moves, counts.Renumbered, counts.References));
        Assert.DoesNotContain(comparison.Parts, p => p.Category is ChangeCategory.Moved or ChangeCategory.MovedAndChanged or ChangeCategory.Renumbered || p.FormerLabel is not null);
        Assert.True(Redline.Of(comparison).Counts.Moves > 0); // the file has to be put in order all the same
        Assert.DoesNotMatch(@"(?i)\bwas numbered\b|\| Moved|\(old \d", Memo(comparison) + ComparisonMarkdown.Write(comparison));
        Assert.DoesNotContain("2\\. Role of School Resource Officers", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal); // nobody knows what headings were signed
        Assert.DoesNotContain("Was numbered", Page(comparison, Locale.En), StringComparison.Ordinal);
        Assert.Contains("no clause is called moved or renumbered", Page(comparison, Locale.En), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_only_set_in_other_type_is_called_that()
    {
        string memo = Memo(Planted((Immigration, "civil immigration law, and", "**civil immigration law**, and")));
        Assert.Contains("## Only the look of the type or of a list differs", memo, StringComparison.Ordinal);
        Assert.DoesNotContain("Only the wording differs", memo, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_outside_the_clauses_is_counted_by_itself_everywhere()
    {
        Comparison comparison = Planted((Agreement, "reported in September 2023. Ask", "reported in October 2023. Ask"));
        Assert.Equal((0, 1), (ComparisonCounts.Of(comparison).Changed, ComparisonCounts.Of(comparison).TextsChanged));
        Assert.Equal(1, Json(comparison).GetProperty("counts").GetProperty("texts-changed").GetInt32());
        Assert.Contains("1 place outside the clauses differs", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.Contains("1 place outside the clauses differs", Memo(comparison), StringComparison.Ordinal);
        Assert.Contains("| Text outside the sections | Changed | “September” becomes “October”.", Memo(comparison), StringComparison.Ordinal);
        Assert.Contains("1 lugar fuera de las cláusulas no es igual en los dos textos", Page(comparison, Locale.Es), StringComparison.Ordinal);
        Assert.Contains("1 phần nằm ngoài các điều khoản khác nhau giữa hai văn bản", Page(comparison, Locale.Vi), StringComparison.Ordinal);
        Assert.Equal(["Outside the clauses differ: 1 place in the text."], ComparisonCounts.Of(comparison).BesideMarks(comparison, Redline.Of(comparison).Counts));
    }

    [Fact]
    public void A_paper_without_a_title_goes_by_its_file()
    {
        ComparisonSide Paper(string file, string words)
        {
            using TemporaryFolder folder = new();
            MouDocument document = new(new() { Title = "" }, [new Paragraph(ParagraphRole.Body, [new TextRun(words)])], []);
            File.WriteAllBytes(folder.PathTo(file), [.. WordWriter.Write(document, new())]);
            return ComparisonSide.Load(folder.PathTo(file)).Side!;
        }

        Comparison comparison = Comparer.Compare(Paper("first.docx", "The lunch is warm and comes at noon on each day."), Paper("second.docx", "The lunch is cold and comes at noon on each day."));
        Assert.Contains("Old: first.docx. New: second.docx.", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
        Assert.Contains("From first.docx to second.docx", Memo(comparison), StringComparison.Ordinal);
        Assert.Contains("<dd>first.docx</dd>", Page(comparison, Locale.En), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_alone_is_no_word()
    {
        Comparison comparison = Planted((Immigration, "An Officer who is asked for such help at a School shall", "An Officer who is asked for such help, at a School, shall"));
        Assert.Equal((0, 0), (ComparisonCounts.Of(comparison).WordsInserted, ComparisonCounts.Of(comparison).WordsDeleted));
    }

    private static PartChange Changed(Comparison comparison) => comparison.Parts.Single(p => p.IsChange);

    private static Comparison Planted(params (string File, string Old, string New)[] edits) => Comparer.Compare(Whole.Value, With(edits));

    private static Comparison Turned(params (string File, string Old, string New)[] edits) => Comparer.Compare(With(edits), Whole.Value);

    private static ComparisonSide With((string File, string Old, string New)[] edits)
    {
        using TemporaryFolder folder = new();
        folder.Copy("clauses");
        folder.Copy("templates");
        folder.Copy("examples", "dps-dpd-2022");
        foreach ((string file, string old, string now) in edits)
        {
            string path = folder.PathTo(file.Split('/'));
            string text = File.ReadAllText(path);
            int at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{file} has no \"{old}\"");
            File.WriteAllText(path, text[..at] + now + text[(at + old.Length)..]);
        }

        (ComparisonSide? side, var diagnostics) = ComparisonSide.Load(folder.PathTo("examples", "dps-dpd-2022"));
        Assert.True(side is not null, string.Join('\n', diagnostics));
        return side;
    }

    private static JsonElement Json(Comparison comparison) => JsonDocument.Parse(ComparisonJson.Write(comparison)).RootElement;

    private static string Memo(Comparison comparison) => MarkdownWriter.Write(SummaryMemo.Of(ReviewMaterial.Gather(comparison, Locale.En).Material));

    private static string Page(Comparison comparison, Locale locale) => ReviewPage.Write(ReviewMaterial.Gather(comparison, locale).Material);
}
