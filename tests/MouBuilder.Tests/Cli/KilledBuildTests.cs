using System.Diagnostics;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Cli;

public sealed class KilledBuildTests
{
    private const int Builds = 50;
    private static readonly string[] Outputs = ["agreement.lock.yaml", "out/school-visits.docx", "out/school-visits.md"];

    [Fact]
    public void Fifty_builds_killed_at_any_moment_leave_whole_files_old_or_new_and_no_litter_after_the_next()
    {
        using BaseProject project = new();
        string draft = project.Read("clauses/meetings/1.0.0.yaml");
        string[] texts = [draft, draft.Replace("times a year", "times each year", StringComparison.Ordinal)];
        // What a whole run makes of each text, and how long one takes here: the last with everything warm.
        List<string[]> whole = [];
        Stopwatch watch = new();
        foreach (string text in texts)
        {
            project.Write("clauses/meetings/1.0.0.yaml", text);
            watch.Restart();
            Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
            whole.Add([.. Outputs.Select(o => Convert.ToHexString(File.ReadAllBytes(project.In(o))))]);
        }

        Assert.All(Outputs.Index(), o => Assert.NotEqual(whole[0][o.Index], whole[1][o.Index]));
        double milliseconds = watch.Elapsed.TotalMilliseconds;
        Random random = new(20220308);
        int killed = 0;
        for (int i = 0; i < Builds; i++)
        {
            project.Write("clauses/meetings/1.0.0.yaml", texts[i % 2]);
            using Process build = Mou.Begin(project.Root, "build", ".");
            watch.Restart();
            bool ended = i % 4 < 2
                ? build.WaitForExit(TimeSpan.FromMilliseconds(milliseconds * random.NextDouble()))
                : EndsBeforeItIsSeenWriting(build, project.In("out"), random.NextDouble() * 4);
            if (ended)
            {
                milliseconds = watch.Elapsed.TotalMilliseconds;
            }
            else
            {
                build.Kill();
                killed++;
            }

            build.WaitForExit();
            Assert.All(Outputs.Index(), o => Assert.Contains(Convert.ToHexString(File.ReadAllBytes(project.In(o.Item))), whole.Select(w => w[o.Index])));
        }

        Assert.True(killed >= Builds / 4, $"Only {killed} of {Builds} builds were killed; the rest had ended before.");
        Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
        Assert.All(Outputs.Index(), o => Assert.Equal(whole[(Builds - 1) % 2][o.Index], Convert.ToHexString(File.ReadAllBytes(project.In(o.Item)))));
        string[] litter = [.. project.Contents().Keys.Where(p => p.EndsWith(".mou-tmp", StringComparison.Ordinal))];
        Assert.Empty(litter);
    }

    /// <summary>The moments that matter are few and short, so half of the kills wait until something in the folder changes, and then up to a few milliseconds more.</summary>
    private static bool EndsBeforeItIsSeenWriting(Process build, string folder, double milliseconds)
    {
        string before = NamesAndLengths(folder);
        while (!build.HasExited)
        {
            if (NamesAndLengths(folder) != before)
            {
                return milliseconds >= 1 && build.WaitForExit(TimeSpan.FromMilliseconds(milliseconds));
            }

            Thread.Sleep(0);
        }

        return true;
    }

    private static string NamesAndLengths(string folder)
    {
        try
        {
            return string.Join(' ', new DirectoryInfo(folder).EnumerateFiles().Select(f => f.Name + f.Length).Order(StringComparer.Ordinal));
        }
        catch (FileNotFoundException)
        {
            return "renamed while we looked";
        }
    }

    [Fact]
    public void What_a_killed_build_left_is_cleared_away_and_what_belongs_to_others_is_not()
    {
        using BaseProject project = new();
        Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
        project.Write("out/.school-visits.docx.999999999-1.mou-tmp", "half a file");
        project.Write(".agreement.lock.yaml.999999999-1.mou-tmp", "half a lock, whose text the last draft had already");
        project.Write("out/.school-visits.docx.notes.mou-tmp", "somebody's notes");
        project.Write($"out/.school-visits.docx.{Environment.ProcessId}-1.mou-tmp", "a build that is still running");
        Assert.Equal(0, Mou.Run(project.Root, "build", ".").Code);
        Assert.False(File.Exists(project.In("out/.school-visits.docx.999999999-1.mou-tmp")));
        Assert.False(File.Exists(project.In(".agreement.lock.yaml.999999999-1.mou-tmp")));
        Assert.Equal("somebody's notes", project.Read("out/.school-visits.docx.notes.mou-tmp"));
        Assert.Equal("a build that is still running", project.Read($"out/.school-visits.docx.{Environment.ProcessId}-1.mou-tmp"));
    }
}
