using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Plain;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>The short answers to what families ask: shipped for every question, pinned to the clauses they rest on, and shown with whom to call and where to read more.</summary>
public sealed class ShortAnswerTests : IDisposable
{
    private readonly AttackedLibrary library = new();

    public void Dispose() => library.Dispose();

    [Fact]
    public void Every_question_of_our_catalogue_has_a_short_answer_in_three_languages()
    {
        string folder = Repository.PathTo("clauses");
        foreach (FamilyQuestion question in Catalogues.Load(folder).Catalogues.Questions)
        {
            DiagnosticBag bag = new();
            FamilyAnswer? answer = FamilyAnswer.Open(folder, question.Id, bag);
            Assert.True(answer is { Texts.Count: 3 }, question.Id);
            Assert.Empty(bag.ToImmutable());
        }
    }

    [Fact]
    public void A_short_answer_goes_stale_with_each_clause_it_rests_on_until_it_is_pinned()
    {
        Change("clauses/mandatory-reporting/2.0.0.yaml", "  ", "  Now ", after: "text: |\n");
        string[] stale = [.. Errors(Locale.Es).Where(d => d.Code == "MOU7003").Select(d => Path.GetFileName(((Source)d.Place).Path))];
        Assert.Contains("child-abuse-interview.yaml", stale);
        Assert.DoesNotContain("can-search.yaml", stale);
        Assert.Equal(0, Pin("child-abuse-interview").Code);
        Assert.DoesNotContain("child-abuse-interview.yaml", Errors(Locale.Es).Where(d => d.Code == "MOU7003").Select(d => Path.GetFileName(((Source)d.Place).Path)));
    }

    [Fact]
    public void Another_English_makes_the_translations_of_an_answer_stale()
    {
        Change("clauses/catalogues/answers/can-handcuff.yaml", "Only when it is truly needed.", "Only when it is needed.");
        Assert.Equal("MOU7004", Assert.Single(Errors(Locale.Vi)).Code);
        Assert.Empty(Errors(Locale.En));
        Assert.Equal(0, Pin("can-handcuff").Code);
        Assert.Empty(Errors(Locale.Vi));
    }

    [Fact]
    public void An_answer_is_approved_by_two_who_did_not_write_it_and_loses_the_approval_with_its_wording()
    {
        const string file = "clauses/catalogues/answers/can-arrest.yaml";
        Assert.Equal(1, Pin("can-arrest", "--locale", "es", "--language-reviewer", "B", "--counsel-reviewer", "C").Code); // nobody wrote it
        Change(file, "\nes:", "\nes:", then: ("author: \"\"", "author: A"));
        Assert.Equal(1, Pin("can-arrest", "--locale", "es", "--language-reviewer", "a.", "--counsel-reviewer", "C").Code);
        Assert.Equal(0, Pin("can-arrest", "--locale", "es", "--language-reviewer", "B", "--counsel-reviewer", "C").Code);
        Assert.Contains("state: approved", Read(file), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(Read(file), "state: approved"));
        Change(file, "Yes, within limits.", "Yes, but within limits.");
        Assert.Contains("MOU7018", Pin("can-arrest").Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("state: approved", Read(file), StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7029")]
    public void An_answer_that_rests_on_another_version_is_left_out_with_a_word()
    {
        Change("clauses/catalogues/answers/iep.yaml", "disability@2.0.0", "disability@1.0.0");
        Diagnostic found = Assert.Single(library.Findings(Locale.En, isDraft: true));
        Assert.Equal(("MOU7029", Severity.Warning), (found.Code, found.Severity));
    }

    [Fact]
    [Covers("MOU7028")]
    public void Clauses_of_which_families_are_told_nothing_are_named() =>
        Assert.Contains(library.All(Locale.En, isDraft: true), d => d.Code == "MOU7028" && d.Message.Contains("costs-and-responsibility, exhibits", StringComparison.Ordinal));

    [Fact]
    public void Without_draft_no_edition_shows_a_gap()
    {
        string[] gaps = [.. library.All(Locale.En, isDraft: false).Where(d => d.Code == "MOU7007").Select(d => d.Message)];
        Assert.Contains(gaps, m => m.Contains("[police_complaint_contact] of complaints", StringComparison.Ordinal));
        Assert.Contains(gaps, m => m.Contains("[district_complaint_contact] of complaints", StringComparison.Ordinal));
    }

    /// <summary>Every question leads, by links that lead somewhere, to the parts it is answered from; what is about the choice of officers comes last.</summary>
    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void Questions_lead_to_parts_by_links(Locale locale)
    {
        MouDocument edition = library.Edition(locale)!;
        Section[] sections = [.. edition.Blocks.OfType<Section>()];
        Assert.Equal("parts", sections[^1].Id);
        HashSet<string> parts = [.. sections[^1].Blocks.OfType<Clause>().Select(c => c.Id)];
        foreach (Section question in sections[..^1])
        {
            Reference[] links = [.. question.Blocks.SelectMany(b => b.OwnInlines()).OfType<Reference>()];
            Assert.True(links.Length > 0 && links.All(l => parts.Contains(l.Target)), question.Id);
            Assert.True(question.Blocks[0] is Paragraph, question.Id);
        }

        string html = DocumentPage.Write(edition, locale);
        HashSet<string> ids = [.. Regex.Matches(html, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
        Assert.All(Regex.Matches(html, "href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value), id => Assert.Contains(id, ids));
        string[] order = [.. sections[^1].Blocks.OfType<Clause>().Select(c => c.Id)];
        Assert.True(Array.IndexOf(order, "selection") > Array.IndexOf(order, "complaints") && Array.IndexOf(order, "training") > Array.IndexOf(order, "interrogation"));
    }

    private ImmutableArray<Diagnostic> Errors(Locale locale) => [.. library.All(locale, isDraft: true).Where(d => d.Severity == Severity.Error && ((Source)d.Place).Path.Contains("answers", StringComparison.Ordinal))];

    private Mou.Result Pin(string question, params string[] more) => Mou.Run(library.Root, ["clauses", "pin", "--answer", question, .. more]);

    private string Read(string file) => File.ReadAllText(Path.Combine(library.Root, file));

    private void Change(string file, string there, string instead, string after = "", (string There, string Instead)? then = null)
    {
        string path = Path.Combine(library.Root, file);
        string text = File.ReadAllText(path);
        int from = after.Length == 0 ? 0 : text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        int at = text.IndexOf(there, from, StringComparison.Ordinal);
        Assert.True(at >= 0, there);
        text = text[..at] + instead + text[(at + there.Length)..];
        if (then is { } more)
        {
            int second = text.IndexOf(more.There, at, StringComparison.Ordinal);
            text = text[..second] + more.Instead + text[(second + more.There.Length)..];
        }

        File.WriteAllText(path, text);
    }
}
