using System.Collections.Immutable;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Cli;

/// <summary>Input that cannot be built from: a code, the file and the place, the right exit code, and everything that was there before as it was.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly BaseProject project = new();

    public BadInputTests()
    {
        project.Write("out/school-visits.docx", "an earlier draft");
        project.Write("out/school-visits.md", "an earlier draft");
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_library_that_is_not_there()
    {
        project.Change("agreement.yaml", "library: clauses", "library: laws");
        IsRefused("laws: error MOU1020", 2);
    }

    [Fact]
    public void Clauses_that_require_each_other_in_a_circle()
    {
        project.Change("clauses/purpose/clause.yaml", "published", "draft");
        project.Change("clauses/purpose/1.0.0.yaml", "title: Purpose", "title: Purpose\nrequires: [meetings]");
        project.Change("clauses/meetings/1.0.0.yaml", "title: Meetings", "title: Meetings\nrequires: [purpose]");
        IsRefused("agreement.yaml(11,33): error MOU1038", 1);
    }

    [Fact]
    public void A_key_that_is_not_known()
    {
        project.Change("clauses/meetings/1.0.0.yaml", "title: Meetings", "title: Meetings\nsucess: yes");
        IsRefused("clauses/meetings/1.0.0.yaml(4,1): error MOU1004", 1);
    }

    [Fact]
    public void A_value_out_of_range()
    {
        project.Change("agreement.yaml", "\"meetings@1.0.0\"", "{ use: \"meetings@1.0.0\", fill: { meetings_per_year: 52 } }");
        IsRefused("agreement.yaml(11,85): error MOU1033", 1);
    }

    [Fact]
    public void A_version_that_nothing_matches()
    {
        project.Change("agreement.yaml", "meetings@1.0.0", "meetings@7.*");
        IsRefused("agreement.yaml(11,33): error MOU2007", 1);
    }

    [Fact]
    public void A_file_that_is_not_YAML()
    {
        project.Change("agreement.yaml", "title: Memorandum", "title: \"Memorandum");
        IsRefused("agreement.yaml(2,8): error MOU1001", 1);
    }

    [Fact]
    [Covers("MOU4004")]
    public void A_file_that_is_not_UTF_8()
    {
        project.Write("agreement.yaml", [.. "agreement: school-visits\ntitle: Caf"u8, 0xE9, .. " visits\n"u8]);
        IsRefused("agreement.yaml(2,11): error MOU4004", 2);
    }

    [Fact]
    public void Five_hundred_and_sixty_five_brackets()
    {
        project.Write("agreement.yaml", new string('[', 565));
        IsRefused("agreement.yaml(1,33): error MOU1008", 1);
    }

    [Fact]
    [Covers("MOU4003")]
    public void A_file_of_200_megabytes()
    {
        using (FileStream file = File.OpenWrite(project.In("agreement.yaml")))
        {
            file.SetLength(200_000_000);
        }

        IsRefused("agreement.yaml: error MOU4003", 2);
    }

    [Theory]
    [InlineData("agreement: school-visits", "agreement: ../../school-visits", "agreement.yaml(1,12): error MOU2001")]
    [InlineData("meetings@1.0.0", "../meetings@1.0.0", "agreement.yaml(11,33): error MOU2003")]
    [InlineData("library: clauses", "library: clauses\ntemplate: ../templates/agreement", "agreement.yaml(4,11): error MOU3116")]
    public void A_name_that_leads_out_of_the_folder(string written, string evil, string refusal)
    {
        project.Change("agreement.yaml", written, evil);
        IsRefused(refusal, 1);
    }

    [Fact]
    public void A_clause_whose_own_id_leads_out_of_its_folder()
    {
        project.Change("clauses/meetings/1.0.0.yaml", "id: meetings", "id: ../meetings");
        IsRefused("clauses/meetings/1.0.0.yaml(1,5): error MOU1022", 1);
    }

    [Theory]
    [InlineData("string")]
    [InlineData("end")]
    [InlineData("place")]
    [InlineData("data")]
    [InlineData("$police")]
    public void A_role_that_templates_use_for_something_else(string role)
    {
        project.Change("agreement.yaml", "  police:", $"  {role}:");
        IsRefused("agreement.yaml(8,3): error MOU2002", 1);
    }

    [Fact]
    public void An_agreement_that_is_not_there() => IsRefused("other.yaml: error MOU4001", 2, "build", "other.yaml");

    [Fact]
    [Covers("MOU4002")]
    public void An_agreement_that_is_a_device() => IsRefused("/dev/zero: error MOU4002", 2, "build", "/dev/zero");

    [Fact]
    public void A_lock_that_is_a_folder()
    {
        Directory.CreateDirectory(project.In("agreement.lock.yaml"));
        IsRefused("agreement.lock.yaml: error MOU8001", 2);
    }

    [Fact]
    [Covers("MOU2019")]
    public void A_lock_that_would_change_under_locked()
    {
        Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
        project.Change("clauses/meetings/1.0.0.yaml", "times a year", "times each year");
        IsRefused("agreement.lock.yaml: error MOU2019", 1, "build", ".", "--locked");
    }

    [Fact]
    public void A_lock_that_was_edited_into_nonsense()
    {
        project.Write("agreement.lock.yaml", "lock: 1\nagreement: school-visits\nclauses: {}\ntemplates: { agreement.md.scriban: [1] }\n");
        IsRefused("agreement.lock.yaml(4,14): error MOU2028", 1);
    }

    [Fact]
    public void A_lock_that_is_no_lock_is_written_anew_by_update()
    {
        project.Write("agreement.lock.yaml", "garbage: [\n");
        Mou.Result build = Mou.Run(project.Root, "build", ".");
        Assert.Equal(1, build.Code);
        Assert.Contains("agreement.lock.yaml: error MOU2028", build.Errors, StringComparison.Ordinal);
        Assert.Contains("mou update", build.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Mou.Run(project.Root, "update", ".").Code);
        Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
    }

    [Fact]
    [Covers("MOU8009")]
    public void The_first_twenty_findings_of_a_file_are_shown_and_the_rest_counted()
    {
        project.Change("agreement.yaml", "title:", string.Concat(Enumerable.Range(1, 33).Select(i => $"key{i}: x\n")) + "title:");
        Mou.Result run = Mou.Run(project.Root, "build", ".");
        Assert.Equal(1, run.Code);
        Assert.Equal(20, run.Errors.Split("error MOU1004").Length - 1);
        Assert.Contains("agreement.yaml: info MOU8009: There are 13 more findings", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("build . --format pdf")]
    [InlineData("build . --set meetings_per_year")]
    [InlineData("build . --set meetings_per_year=3 --set meetings_per_year=4")]
    [InlineData("frobnicate")]
    [InlineData("explain MOU9999")]
    [InlineData("explain ../../etc/passwd")]
    public void Wrong_usage_is_exit_code_two_and_changes_nothing(string line)
    {
        ImmutableSortedDictionary<string, string> before = project.Contents();
        Mou.Result run = Mou.Run(project.Root, line.Split(' '));
        Assert.Equal(2, run.Code);
        Assert.StartsWith("mou: ", run.Errors, StringComparison.Ordinal);
        run.HasNoTrace();
        Assert.Equal(before, project.Contents());
    }

    [Fact]
    public void An_agreement_by_way_of_a_link_and_a_library_under_version_control_are_read_like_any_other()
    {
        File.CreateSymbolicLink(project.In("linked.yaml"), "agreement.yaml");
        project.Write("clauses/.git/config", "[core]\n");
        Mou.Result run = Mou.Run(project.Root, "build", "linked.yaml");
        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.Code);
        Assert.True(File.Exists(project.In("linked.lock.yaml")));
    }

    private void IsRefused(string refusal, int exitCode, params string[] arguments)
    {
        ImmutableSortedDictionary<string, string> before = project.Contents();
        Mou.Result run = Mou.Run(project.Root, arguments.Length > 0 ? arguments : ["build", "."]);
        Assert.Contains(refusal + ": ", run.Errors, StringComparison.Ordinal);
        Assert.StartsWith(refusal, run.Errors, StringComparison.Ordinal);
        run.HasNoTrace();
        Assert.Equal("", run.Output);
        Assert.Equal(exitCode, run.Code);
        Assert.Equal(before, project.Contents());
    }
}
