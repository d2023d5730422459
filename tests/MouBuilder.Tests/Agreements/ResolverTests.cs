using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Agreements;

public sealed class ResolverTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true, true, true, "4")]
    [InlineData(false, true, true, "3")]
    [InlineData(false, false, true, "2")]
    [InlineData(false, false, false, "1")]
    public void The_command_line_wins_over_the_clause_over_the_shared_fill_over_the_default(bool set, bool ofClause, bool shared, string expected)
    {
        Clause("1.0.0", "fields: { hours: { type: integer, default: 1 } }");
        Resolution resolution = Resolve("a-clause@1.0.0", ofClause ? "{ hours: 3 }" : "{}", shared ? "{ hours: 2 }" : "{}", null, set ? new() { ["hours"] = "4" } : []);
        Assert.Equal(expected, Assert.Single(resolution.Agreement!.Clauses).Facts[0].Value!.ToString());
    }

    [Fact]
    public void A_field_nobody_fills_is_a_gap()
    {
        Clause("1.0.0", "fields: { hours: { type: integer } }");
        Assert.Null(Assert.Single(Resolve("a-clause@1.0.0").Agreement!.Clauses).Facts[0].Value);
    }

    [Fact]
    public void The_highest_version_that_is_not_withdrawn_is_chosen()
    {
        Clause("1.0.0");
        Clause("1.9.0");
        Clause("1.10.0");
        Clause("1.11.0");
        Entry("1.0.0: { status: draft }", "1.9.0: { status: draft }", "1.10.0: { status: draft }", "1.11.0: { status: withdrawn, reason: wrong }");
        Assert.Equal("1.10.0", ChosenBy(Resolve("a-clause@1.*")));
    }

    [Fact]
    public void The_lock_keeps_a_version_until_it_is_updated()
    {
        Clause("1.0.0");
        AgreementLock pinned = LockStep.Of(Resolve("a-clause@1.*").Agreement!, []);
        Clause("1.1.0");
        Entry("1.0.0: { status: draft }", "1.1.0: { status: draft }");
        Assert.Equal("1.0.0", ChosenBy(Resolve("a-clause@1.*", pinned: pinned)));
        Assert.Equal("1.1.0", ChosenBy(Resolve("a-clause@1.*")));
        Assert.Equal(["a-clause: 1.0.0 → 1.1.0. Because of 1.1.0."], LockStep.Moves(pinned, Resolve("a-clause@1.*").Agreement!));
    }

    [Fact]
    public void A_draft_that_changed_is_pinned_anew_with_a_word_and_refused_when_the_lock_is_frozen()
    {
        Clause("1.0.0");
        AgreementLock pinned = LockStep.Of(Resolve("a-clause@1.0.0").Agreement!, []);
        Clause("1.0.0", text: "Another text.");
        ResolvedAgreement resolved = Resolve("a-clause@1.0.0", pinned: pinned).Agreement!;
        Diagnostic told = Assert.Single(LockStep.Advance(pinned, resolved, [], frozen: false).Diagnostics);
        Assert.Equal(("MOU2020", Severity.Info), (told.Code, told.Severity));
        Diagnostic refused = Assert.Single(LockStep.Advance(pinned, resolved, [], frozen: true).Diagnostics);
        Assert.Equal(("MOU2019", Severity.Error), (refused.Code, refused.Severity));
    }

    [Fact]
    public void The_lock_reads_back_what_it_wrote()
    {
        Clause("1.0.0");
        AgreementLock pinned = LockStep.Of(Resolve("a-clause@1.0.0").Agreement!, [new("agreement.md.scriban", "abc")]);
        folder.Write("agreement.lock.yaml", pinned.ToYaml());
        Assert.Equal(pinned.ToYaml(), AgreementLock.Load(folder.PathTo("agreement.yaml")).Lock!.ToYaml());
    }

    [Theory]
    [InlineData("A text.", "A text.  ", true)]
    [InlineData("A text.", " A text.", false)]
    [InlineData("Nguyễn", "Nguye\u0302\u0303n", true)]
    [InlineData("A text.", "A text", false)]
    public void A_fingerprint_is_of_what_is_said_and_not_of_how_it_is_typed(string one, string other, bool same)
    {
        string first = Fingerprint(one);
        string second = Fingerprint(other);
        Assert.Matches("^[0-9a-f]{16}$", first);
        Assert.Equal(same, first == second);
    }

    private string Fingerprint(string text)
    {
        Clause("1.0.0", text: text);
        return Assert.Single(Resolve("a-clause@1.0.0").Agreement!.Clauses).Text.Fingerprint;
    }

    private static string ChosenBy(Resolution resolution) => Assert.Single(resolution.Agreement!.Clauses).Text.Version;

    private void Clause(string version, string more = "", string text = "A text.")
    {
        folder.Write($"clauses/a-clause/{version}.yaml", $"id: a-clause\nversion: {version}\ntitle: A clause\nreason: Because of {version}.\n{more}\ntext: |2\n  {text}\n");
        Entry($"{version}: {{ status: draft }}");
    }

    private void Entry(params string[] versions) => folder.Write("clauses/a-clause/clause.yaml", $"id: a-clause\nfamily: roles\nversions:\n  {string.Join("\n  ", versions)}\n");

    private Resolution Resolve(string use, string fill = "{}", string shared = "{}", AgreementLock? pinned = null, Dictionary<string, string>? settings = null)
    {
        folder.Write("agreement.yaml", $"agreement: x\ntitle: X\nlibrary: clauses\nparties:\n  one: {{ legal_name: One }}\n  two: {{ legal_name: Two }}\nsections:\n  - {{ heading: H, clauses: [ {{ use: \"{use}\", fill: {fill} }} ] }}\nfill: {shared}\n");
        (Agreement? agreement, var found) = Agreement.Load(folder.PathTo("agreement.yaml"));
        Assert.Empty(found);
        (ClauseLibrary? library, found) = ClauseLibrary.Load(agreement!.LibraryFolder);
        Assert.Empty(found);
        Resolution resolution = Resolver.Resolve(agreement, library!, pinned, settings ?? []);
        Assert.Empty(resolution.Diagnostics);
        return resolution;
    }
}
