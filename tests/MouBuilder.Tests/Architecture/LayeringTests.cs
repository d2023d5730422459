using System.Text.RegularExpressions;
using Xunit;

namespace MouBuilder.Tests.Architecture;

public class LayeringTests
{
    [Theory]
    [InlineData("YamlDotNet", "Yaml")]
    [InlineData("Markdig", "Text")]
    [InlineData("DocumentFormat.OpenXml", "Word")]
    [InlineData("System.CommandLine", "-")]
    [InlineData("DiffPlex", "Comparing")]
    public void Each_outside_package_is_used_in_its_own_folder_only(string package, string folder)
    {
        string[] strangers = [.. Sources("src/MouBuilder").Where(f => !f.Path.StartsWith(folder + "/", StringComparison.Ordinal) && Regex.IsMatch(f.Text, $@"\b{Regex.Escape(package)}\b")).Select(f => f.Path)];
        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Stopwatch|TimeProvider")]
    [InlineData(@"Guid\.NewGuid|new Random\(|Random\.Shared")]
    [InlineData(@"CurrentCulture|CurrentUICulture|MachineName|UserName")]
    [InlineData(@"HttpClient|System\.Net\.(Http|Sockets)|Socket\b")]
    public void The_library_asks_no_clock_no_dice_no_culture_and_no_network(string pattern)
    {
        // A regular expression has no step to count, so its patience is told by the clock; running out of it is an error and never another output.
        const string Patience = "RegexGroup.cs";
        string[] strangers = [.. Sources("src").Where(f => !(f.Path.EndsWith(Patience, StringComparison.Ordinal) && pattern.Contains("Stopwatch", StringComparison.Ordinal))).Where(f => f.Text.Split('\n').Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, pattern))).Select(f => f.Path)];
        Assert.Empty(strangers);
    }

    [Fact]
    public void No_file_is_called_after_nothing_in_particular()
    {
        Assert.DoesNotContain(Sources("src"), f => Regex.IsMatch(Path.GetFileName(f.Path), "Util|Helper|Manager|Common|Misc|Base"));
    }

    private static IEnumerable<(string Path, string Text)> Sources(string folder)
    {
        string root = Repository.PathTo(folder.Split('/'));
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(root, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(f => !f.Path.Contains("obj/", StringComparison.Ordinal) && !f.Path.Contains("bin/", StringComparison.Ordinal));
    }
}
