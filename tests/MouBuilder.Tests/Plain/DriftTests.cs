using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Plain;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>What happens to plain-language texts when the wording they explain changes.</summary>
public sealed class DriftTests : IDisposable
{
    private const string Legal = "clauses/meetings/1.0.0.yaml";
    private static readonly Locale[] All = Enum.GetValues<Locale>();

    private readonly FamilyProject project = new();

    public DriftTests() => Apply(Pinning.KeepWordings(Library()));

    public void Dispose() => project.Dispose();

    [Fact]
    public void One_word_of_the_legal_text_stops_the_build_in_every_language_with_the_old_and_the_new_wording_until_it_is_pinned_again()
    {
        project.Files.Change(Legal, "The Parties meet", "The Parties shall meet");
        Mou.Result run = Build();
        Assert.Equal(1, run.Code);
        foreach (string locale in (string[])["en", "es", "vi"])
        {
            Assert.Contains($"1.0.0.{locale}.yaml: error MOU7003: The legal text of meetings has changed since this text was written to explain it. It said \"Meetings The Parties meet", run.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(3, run.Errors.Split("and now says \"Meetings The Parties shall meet").Length - 1);
        Assert.Equal(0, Mou.Run(project.Files.Root, "clauses", "pin", "meetings").Code);
        Assert.Equal(0, Build().Code);
        Assert.Empty(project.Findings());
    }

    [Fact]
    public void Another_plain_English_makes_the_translations_stale_and_not_itself_and_shows_its_wording()
    {
        project.Files.Change("clauses/meetings/1.0.0.en.yaml", "The school and the police meet", "The school and the police must meet");
        ImmutableArray<Diagnostic> found = [.. project.Findings().Where(d => d.Code is "MOU7003" or "MOU7004")];
        Assert.Equal(["es", "vi"], found.Select(d => ((Source)d.Place).Path[^7..^5]));
        Assert.All(found, d => Assert.Contains("It said \"… school and the police meet", d.Message, StringComparison.Ordinal));
        Assert.All(found, d => Assert.Contains("now says \"… school and the police must meet", d.Message, StringComparison.Ordinal));

        Apply(Pinning.Pin(Library(), "meetings", "1.0.0", [Locale.Es], null));
        Assert.Equal(["vi"], project.Findings().Where(d => d.Code == "MOU7004").Select(d => ((Source)d.Place).Path[^7..^5]));
    }

    [Fact]
    public void A_field_that_changes_is_a_change_of_the_wording()
    {
        project.Files.Change(Legal, "default: 4", "default: 2");
        Assert.All(project.Findings(), d => Assert.Contains("default 4", d.Message, StringComparison.Ordinal));
        Assert.Equal(3, project.Findings().Length);
    }

    [Fact]
    public void Without_the_wording_that_was_kept_the_message_says_so()
    {
        Directory.Delete(project.Files.In("clauses/meetings/pinned"), recursive: true);
        project.Files.Change(Legal, "The Parties meet", "The Parties shall meet");
        Assert.All(project.Findings(), d => Assert.Contains("The earlier wording was not kept", d.Message, StringComparison.Ordinal));
    }

    /// <summary>Somebody edits a kept wording; what it shows would be no longer what was explained.</summary>
    [Fact]
    public void A_kept_wording_that_was_edited_is_as_good_as_none()
    {
        string kept = Directory.GetFiles(project.Files.In("clauses/meetings/pinned"), "1.0.0.????????????????.yaml").Single();
        File.WriteAllText(kept, File.ReadAllText(kept).Replace("The Parties meet", "The Parties never meet", StringComparison.Ordinal));
        project.Files.Change(Legal, "The Parties meet", "The Parties shall meet");
        Assert.All(project.Findings(), d => Assert.Contains("The earlier wording was not kept", d.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pin_keeps_what_texts_explain_and_lets_go_of_the_rest()
    {
        Assert.Equal(2, Kept().Length);
        project.Files.Change(Legal, "The Parties meet", "The Parties shall meet");
        Apply(Pinning.Pin(Library(), "meetings", "1.0.0", [Locale.En, Locale.Es], null));
        Assert.Equal(3, Kept().Length); // the Vietnamese still explains the earlier one
        Apply(Pinning.Pin(Library(), "meetings", "1.0.0", [Locale.Vi], null));
        Assert.Equal(2, Kept().Length);
        Assert.Empty(Pinning.KeepWordings(Library()).Files);
    }

    [Fact]
    public void A_new_text_needs_no_fingerprint_typed_by_anybody()
    {
        string path = project.Files.In("clauses/meetings/1.0.0.vi.yaml");
        File.WriteAllLines(path, File.ReadAllLines(path).Where(l => !l.StartsWith("explains", StringComparison.Ordinal) && !l.StartsWith("from", StringComparison.Ordinal)));
        Assert.Equal(["MOU7003", "MOU7004"], project.Findings().Select(d => d.Code));
        Apply(Pinning.Pin(Library(), "meetings", "1.0.0", [Locale.Vi], null));
        Assert.Empty(project.Findings());
    }

    [Fact]
    [Covers("MOU7018")]
    public void An_approval_ends_with_the_wording_it_was_given_for_and_two_others_than_the_author_give_it_anew()
    {
        foreach (string locale in (string[])["en", "es", "vi"])
        {
            project.Files.Change($"clauses/meetings/1.0.0.{locale}.yaml", "state: draft", "author: Ana Ruiz\nstate: draft");
        }

        Approve("interpreter office", "district counsel");
        Assert.Contains("state: approved", Spanish(), StringComparison.Ordinal);
        Assert.Contains("language_reviewer: \"interpreter office\"", Spanish(), StringComparison.Ordinal);

        project.Files.Change(Legal, "The Parties meet", "The Parties shall meet");
        PinResult moved = Pinning.Pin(Library(), "meetings", "1.0.0", All, null);
        Assert.Equal(["MOU7018", "MOU7018", "MOU7018"], moved.Diagnostics.Select(d => d.Code));
        Apply(moved);
        Assert.Contains("state: draft", Spanish(), StringComparison.Ordinal);
        Assert.DoesNotContain("interpreter office", Spanish(), StringComparison.Ordinal);

        foreach ((string language, string counsel) in new[] { ("Ana Ruiz", "B"), ("B", "ana  ruiz"), ("B", "b"), ("", "B"), ("A.B.", "AB"), ("B ", "B"), ("ANA\u00A0RUIZ", "B"), ("-", "B") })
        {
            PinResult refused = Pinning.Pin(Library(), "meetings", "1.0.0", [Locale.Es], new(language, counsel));
            Assert.Equal("MOU7001", Assert.Single(refused.Diagnostics).Code);
            Assert.Empty(refused.Files);
        }

        Approve("the \"family\" liaison \\ es", "district counsel");
        Assert.Empty(project.Findings());
    }

    [Theory]
    [InlineData("clauses", "pin", "nothing-of-the-kind")]
    [InlineData("clauses", "pin", "meetings@9.9.9")]
    [InlineData("clauses", "pin", "meetings", "--locale", "fr")]
    [InlineData("clauses", "pin", "meetings", "--language-reviewer", "family liaison")]
    [InlineData("clauses", "pin", "meetings", "--language-reviewer", "family liaison", "--counsel-reviewer", "counsel")]
    [InlineData("clauses", "pin", "meetings", "--locale", "es,vi", "--language-reviewer", "family liaison", "--counsel-reviewer", "counsel")]
    [InlineData("clauses", "pin", "--answer", "no-such-question")]
    public void What_cannot_be_pinned_is_refused_and_nothing_is_written(params string[] arguments)
    {
        ImmutableSortedDictionary<string, string> before = project.Files.Contents();
        Mou.Result run = Mou.Run(project.Files.Root, arguments);
        Assert.NotEqual(0, run.Code);
        run.HasNoTrace();
        Assert.Equal(before, project.Files.Contents());
    }

    [Fact]
    public void Every_wording_that_a_shipped_text_explains_is_kept()
    {
        PinResult missing = Pinning.KeepWordings(ClauseLibrary.Load(Repository.PathTo("clauses")).Library!);
        Assert.Empty(missing.Files.Select(f => f.Path).Concat(missing.Obsolete));
    }

    [Theory]
    [InlineData("a b c d e f g h i j", "a b c d X f g h i j", "a b c d e f g h i …", "a b c d X f g h i …")]
    [InlineData("within {{ hours }} hours", "within {{ days | number_words }} days", "within {{ hours }} hours", "within {{ days | number_words }} days")]
    [InlineData("one two", "one two three", "one two", "one two three")]
    [InlineData("", "new", "", "new")]
    public void A_change_is_shown_with_the_words_around_it(string old, string now, string oldShown, string newShown) =>
        Assert.Equal(new WordingChange(oldShown, newShown), Assert.Single(WordingChange.Between(old, now)));

    private ClauseLibrary Library() => ClauseLibrary.Load(project.Files.In("clauses")).Library!;

    private string Spanish() => project.Files.Read("clauses/meetings/1.0.0.es.yaml");

    private string[] Kept() => Directory.GetFiles(project.Files.In("clauses/meetings/pinned"));

    private Mou.Result Build() => Mou.Run(project.Files.Root, "build", ".", "--edition", "family", "--draft", "--format", "md");

    private void Approve(string language, string counsel)
    {
        foreach (Locale locale in All)
        {
            Apply(Pinning.Pin(Library(), "meetings", "1.0.0", [locale], new(language, counsel)));
        }
    }

    private static void Apply(PinResult result)
    {
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Empty(result.Apply());
    }
}
