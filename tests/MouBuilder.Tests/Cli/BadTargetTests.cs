using System.Collections.Immutable;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Cli;

/// <summary>Places that cannot be written to, or must not be.</summary>
public sealed class BadTargetTests : IDisposable
{
    private const string Draft = "out/school-visits.docx";

    private readonly BaseProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    [Covers("MOU8001")]
    public void A_target_that_is_a_folder()
    {
        Directory.CreateDirectory(project.In(Draft));
        IsRefused($"{Draft}: error MOU8001: The output would replace a folder.", 2);
    }

    [Fact]
    public void A_target_that_is_a_link_to_a_file()
    {
        project.Write("elsewhere.docx", "somebody else's draft");
        Directory.CreateDirectory(project.In("out"));
        File.CreateSymbolicLink(project.In(Draft), "../elsewhere.docx");
        IsRefused($"{Draft}: error MOU8001: The output would replace a link.", 2);
    }

    [Fact]
    public void A_target_that_is_a_link_to_nothing()
    {
        Directory.CreateDirectory(project.In("out"));
        File.CreateSymbolicLink(project.In(Draft), "../gone.docx");
        IsRefused($"{Draft}: error MOU8001: The output would replace a link.", 2);
    }

    [Fact]
    public void A_target_that_is_a_pipe()
    {
        Directory.CreateDirectory(project.In("out"));
        OutsideProgram.Run("mkfifo", project.In(Draft));
        IsRefused($"{Draft}: error MOU8001: The output would replace a device or a pipe.", 2);
    }

    [Fact]
    public void A_target_that_is_a_device()
    {
        Directory.CreateDirectory(project.In("out"));
        Assert.SkipUnless(Mou.Shell(project.Root, $"mknod {Draft} c 1 3").Code == 0, "Only the system's administrator can make a device.");
        IsRefused($"{Draft}: error MOU8001: The output would replace a device or a pipe.", 2);
    }

    [Theory]
    [InlineData("q.docx", "q.docx")]
    [InlineData("q.docx", "./q.docx")]
    [InlineData("q.docx", "link/q.docx")]
    public void A_redline_and_its_memo_under_one_name(string redline, string memo)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo("old.txt"), "MEMORANDUM\n\nThe parties agree.\n");
        File.WriteAllText(folder.PathTo("new.txt"), "MEMORANDUM\n\nThe parties do agree.\n");
        Directory.CreateSymbolicLink(folder.PathTo("link"), ".");
        Mou.Result diff = Mou.Run(folder.Root, "diff", "old.txt", "new.txt", "-o", redline, "--summary", memo);
        Assert.Equal(2, diff.Code);
        Assert.Contains("error MOU8002: Two files of this command are to be written under this one name", diff.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("mou-tmp", diff.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathTo("q.docx")));
    }

    [Fact]
    [Covers("MOU8002")]
    public void A_target_that_is_the_agreement_itself()
    {
        File.Move(project.In("agreement.yaml"), project.In("school-visits.md"));
        IsRefused("school-visits.md: error MOU8002", 2, "build", "school-visits.md", "-o", ".");
    }

    [Fact]
    public void A_target_that_is_the_agreement_by_way_of_a_linked_folder()
    {
        File.Move(project.In("agreement.yaml"), project.In("school-visits.md"));
        File.CreateSymbolicLink(project.In("drafts"), ".");
        IsRefused("drafts/school-visits.md: error MOU8002", 2, "build", "school-visits.md", "-o", "drafts");
    }

    [Fact]
    public void An_agreement_that_is_a_link_to_the_target()
    {
        File.Move(project.In("agreement.yaml"), project.In("school-visits.md"));
        File.CreateSymbolicLink(project.In("agreement.yaml"), "school-visits.md");
        IsRefused("school-visits.md: error MOU8002", 2, "build", "agreement.yaml", "-o", ".");
    }

    [Fact]
    [Covers("MOU8003")]
    public void A_folder_that_is_a_file()
    {
        project.Write("out", "notes of the last meeting");
        IsRefused($"{Draft}: error MOU8003", 1);
    }

    [Fact]
    public void A_folder_in_which_nothing_can_be_made() => IsRefused("/proc/self/drafts/school-visits.docx: error MOU8003", 1, "build", ".", "-o", "/proc/self/drafts");

    [Fact]
    public void A_folder_that_a_link_leads_nowhere_to()
    {
        File.CreateSymbolicLink(project.In("out"), "gone");
        IsRefused($"{Draft}: error MOU8003", 1);
    }

    [Fact]
    public void A_file_that_grows_beyond_what_the_system_allows()
    {
        Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
        project.Change("clauses/meetings/1.0.0.yaml", "times a year", "times each year");
        ImmutableSortedDictionary<string, string> before = project.Contents();
        // The runtime keeps its own code in a file while it may be both written and run; the limit is meant for ours alone.
        Mou.Result run = Mou.Shell(project.Root, "trap '' XFSZ; ulimit -f 8; DOTNET_EnableWriteXorExecute=0 $mou build .");
        Assert.StartsWith("agreement.lock.yaml: info MOU2020", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"\n{Draft}: error MOU8003", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", run.Errors, StringComparison.Ordinal);
        run.HasNoTrace();
        Assert.Equal(1, run.Code);
        Assert.Equal(before, project.Contents());
    }

    [Fact]
    public void A_disk_that_is_full()
    {
        string disk = project.In("out");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(Mou.Shell(project.Root, "mount -t tmpfs -o size=48k tmpfs out").Code == 0, "Only the system's administrator can mount a small disk.");
        try
        {
            Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
            Mou.Shell(project.Root, "cat /dev/zero > out/filler");
            project.Change("clauses/meetings/1.0.0.yaml", "times a year", "times each year");
            ImmutableSortedDictionary<string, string> before = project.Contents();
            Mou.Result run = Mou.Run(project.Root, "build", ".");
            Assert.Contains($"\n{Draft}: error MOU8003", run.Errors, StringComparison.Ordinal);
            run.HasNoTrace();
            Assert.Equal(1, run.Code);
            Assert.Equal(before, project.Contents());
        }
        finally
        {
            Mou.Shell(project.Root, "umount out");
        }
    }

    [Theory]
    [InlineData("$mou check . > /dev/full")]
    [InlineData("$mou explain MOU1004 >&-")]
    public void Output_that_cannot_be_printed_is_told_without_a_trace(string line)
    {
        Mou.Result run = Mou.Shell(project.Root, line);
        Assert.Equal(1, run.Code);
        Assert.StartsWith("mou: the output could not be printed", run.Errors, StringComparison.Ordinal);
        run.HasNoTrace();
    }

    private void IsRefused(string refusal, int exitCode, params string[] arguments)
    {
        ImmutableSortedDictionary<string, string> before = project.Contents();
        Mou.Result run = Mou.Run(project.Root, arguments.Length > 0 ? arguments : ["build", "."]);
        Assert.StartsWith(refusal, run.Errors, StringComparison.Ordinal);
        run.HasNoTrace();
        Assert.Equal("", run.Output);
        Assert.Equal(exitCode, run.Code);
        Assert.Equal(before, project.Contents());
    }
}
