using System.Collections.Immutable;
using System.Text.Json;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Covering;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Templates;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Tests.Word;
using MouBuilder.Text;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Covering;

public sealed class CoverageTests
{
    private static readonly Lazy<(Coverage Coverage, ImmutableArray<Diagnostic> Diagnostics)> Denver =
        new(() => Coverage.Of(DenverCoverage.Resolved, DenverCoverage.Document, DenverCoverage.Catalogues));

    private static string Folder => Repository.PathTo("examples", "dps-dpd-2022");

    /// <summary>The numbers of the list that the catalogues were made from.</summary>
    [Theory]
    [InlineData("secure", 45, 22, 11, 24, 3, 1)]
    [InlineData("peers", 30, 16, 15, 9, 0, 6)]
    [InlineData("dcl", 3, 4, 1, 0, 0, 1)]
    [InlineData("transition", 3, 2, 1, 0, 5, 9)]
    public void A_catalogue_holds_as_many_entries_of_each_kind_as_its_source(string catalogue, params int[] counts)
    {
        Requirement[] entries = [.. DenverCoverage.Catalogues.Requirements.Where(r => r.Catalogue == catalogue)];
        Assert.Equal(counts, Enum.GetValues<MetBy>().Select(m => entries.Count(e => e.MetBy == m)));
    }

    [Fact]
    public void Each_of_the_211_entries_has_a_state_and_none_is_open()
    {
        Coverage coverage = Denver.Value.Coverage;
        Assert.Equal(211, coverage.Entries.Length);
        Assert.Equal(211, coverage.Entries.Select(e => e.Requirement.Id).Distinct().Count());
        Assert.Empty(Denver.Value.Diagnostics);
        Dictionary<CoverageState, int> totals = coverage.Totals.ToDictionary(t => t.State, t => t.Count);
        Assert.Equal((83, 89, 17, 0, 19, 3), (totals[CoverageState.Met], totals[CoverageState.Committed], totals[CoverageState.Partly], totals[CoverageState.Open], totals[CoverageState.NotApplicable], totals[CoverageState.Declined]));
    }

    [Fact]
    public void Whoever_is_committed_is_named_with_the_clause_or_exhibit_that_commits_them()
    {
        HashSet<string> places = [.. DenverCoverage.Document.AllBlocks().Select(b => b is Clause c ? c.Id : b is Exhibit e ? e.Id : "")];
        foreach (CoverageEntry entry in Denver.Value.Coverage.Entries)
        {
            bool awaitsFacts = entry.State == CoverageState.Partly && entry.Missing.IsEmpty && entry.ToFill.Length > 0;
            Assert.True(awaitsFacts || entry.State != CoverageState.Partly, entry.Requirement.Id);
            Assert.True(awaitsFacts || (entry.State == CoverageState.Committed) == (entry.Owner.Length > 0 && entry.Reason.Length == 0), entry.Requirement.Id);
            Assert.Equal(awaitsFacts || entry.State is CoverageState.Met or CoverageState.Committed, entry.Places.Length > 0);
            Assert.All(entry.Places, p => Assert.NotEmpty(p.Words));
            Assert.All(entry.Places, p => Assert.Contains(p.Id, places));
            Assert.Equal(entry.State is CoverageState.Declined or CoverageState.NotApplicable, entry.Reason.Length > 20);
        }
    }

    [Fact]
    public void What_only_data_can_meet_is_shown_in_the_text_that_promises_the_data()
    {
        CoverageEntry searches = Denver.Value.Coverage.Entries.Single(e => e.Requirement.Id == "secure.2.start.c.1");
        Assert.Equal(CoverageState.Committed, searches.State);
        Assert.Contains("each Search", Assert.Single(searches.Places).Words, StringComparison.Ordinal);
        Assert.Equal("10.1, “Additional counts”", searches.Places[0].Label);
    }

    [Fact]
    public void A_mode_leaves_out_the_entries_of_the_other()
    {
        Coverage start = Denver.Value.Coverage.Narrowed(["secure"], RequirementMode.Start);
        Assert.DoesNotContain(start.Entries, e => e.Requirement.Mode == RequirementMode.Improve || e.Requirement.Catalogue != "secure");
        Assert.Contains(start.Entries, e => e.Requirement.Id == "secure.1.start.c.3");
    }

    [Fact]
    public void The_annex_is_a_valid_Word_file_with_declined_entries_first()
    {
        MouDocument annex = CoverageAnnex.Of(Denver.Value.Coverage);
        Assert.Equal(["Declined", "Not applicable"], annex.Blocks.OfType<Section>().Take(2).Select(s => PlainText.Of(s.Heading)));
        Assert.Empty(new WordFile(WordWriter.Write(annex, new())).ValidatorErrors());
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo("annex.md"), MarkdownWriter.Write(annex));
        Assert.Equal(annex.Dump(), MarkdownDocument.Read(folder.PathTo("annex.md")).Document!.Dump());
    }

    [Fact]
    public void The_command_prints_the_same_figures_as_text_and_as_JSON()
    {
        Mou.Result text = Mou.Run(Repository.Root, "coverage", "examples/dps-dpd-2022");
        Assert.Equal(0, text.Code);
        Assert.StartsWith("Coverage of dps-dpd-2022: 211 entries.\nmet 83, committed 89, partly 17, open 0, not applicable 19, declined 3\n\nDeclined\n  peers.rec.4.a", text.Output, StringComparison.Ordinal);
        Mou.Result json = Mou.Run(Repository.Root, "coverage", "examples/dps-dpd-2022", "--format", "json", "--catalogue", "secure", "--mode", "improve");
        using JsonDocument read = JsonDocument.Parse(json.Output);
        Assert.Equal(0, read.RootElement.GetProperty("totals").GetProperty("open").GetInt32());
        Assert.All(read.RootElement.GetProperty("entries").EnumerateArray(), e => Assert.Equal("secure", e.GetProperty("catalogue").GetString()));
    }

    [Fact]
    public void The_command_refuses_what_it_does_not_know_and_writes_what_it_is_asked()
    {
        Mou.Result unknown = Mou.Run(Repository.Root, "coverage", "examples/dps-dpd-2022", "--catalogue", "secur");
        Assert.Equal(2, unknown.Code);
        Assert.Contains("secure", unknown.Errors, StringComparison.Ordinal);
        using TemporaryFolder folder = new();
        Assert.Equal(2, Mou.Run(Repository.Root, "coverage", Folder, "-o", folder.PathTo("annex.pdf")).Code);
        Assert.Equal(0, Mou.Run(Repository.Root, "coverage", Folder, "-o", folder.PathTo("annex.docx")).Code);
        Assert.Equal(2, Mou.Run(Repository.Root, "coverage", Folder, "-o", Path.Combine(Folder, "agreement.yaml")).Code);
        Assert.True(new FileInfo(folder.PathTo("annex.docx")).Length > 5000);
    }

    [Fact]
    [Covers("MOU6011")]
    public void Coverage_of_a_library_without_catalogues_is_refused()
    {
        using TemporaryFolder folder = new();
        folder.Copy("clauses");
        folder.Copy("templates");
        folder.Copy("examples", "nonprofit-partner");
        Directory.Delete(folder.PathTo("clauses", "catalogues"), recursive: true);
        Mou.Result result = Mou.Run(folder.Root, "coverage", "examples/nonprofit-partner");
        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains("MOU6011", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("immigration", "peers.rec.5", CoverageState.Partly, "words in immigration that show it")]
    public void A_commitment_by_a_clause_that_shows_nothing_commits_nobody(string clause, string id, CoverageState state, string missing)
    {
        CommittedEntry moved = new(new(id, Source.File("agreement.yaml")), "DPS", clause, Source.File("agreement.yaml"));
        ResolvedAgreement resolved = DenverCoverage.Resolved with { Agreement = DenverCoverage.Resolved.Agreement with { Committed = [moved] } };
        CoverageEntry entry = new CoverageSearch(resolved, DenverCoverage.Document).Entry(DenverCoverage.Catalogues.Requirements.Single(r => r.Id == id));
        Assert.Equal(state, entry.State);
        Assert.Contains(missing, string.Join("; ", entry.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_can_set_out_to_answer_one_entry_with_its_parts()
    {
        Coverage coverage = Denver.Value.Coverage;
        Assert.All(coverage.Narrowed(["peers.rec.4"], null).Entries, e => Assert.StartsWith("peers.rec.4", e.Requirement.Id, StringComparison.Ordinal));
        Assert.Equal(coverage.Entries.Count(e => e.Requirement.Id == "peers.rec.4" || e.Requirement.Parent == "peers.rec.4"), coverage.Narrowed(["peers.rec.4"], null).Entries.Length);
    }

    [Theory]
    [InlineData("nonprofit-partner", "peers.rec.8", CoverageState.Committed)]
    [InlineData("school-addendum", "peers.context.8", CoverageState.Met)]
    public void A_small_agreement_answers_the_entry_it_was_made_for(string example, string entry, CoverageState state)
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", example));
        ResolvedAgreement resolved = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>()).Agreement!;
        (Coverage coverage, ImmutableArray<Diagnostic> found) = Coverage.Of(resolved, Assembler.Assemble(resolved).Document!, DenverCoverage.Catalogues);
        Assert.Empty(found);
        CoverageEntry[] covered = [.. coverage.Narrowed([], null).Entries];
        Assert.Equal(state, covered.Single(e => e.Requirement.Id == entry).State);
        Assert.All(covered, e => Assert.True(e.State is not CoverageState.Open && e.Missing.IsEmpty, e.Requirement.Id));
    }
}
