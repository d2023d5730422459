using System.Text.RegularExpressions;
using Xunit;

namespace MouBuilder.Tests;

public partial class ReadmeTests
{
    /// <summary>Two commands are not run here: the tests themselves, and the build through the SDK, which is the same build without the restore.</summary>
    [Fact]
    public void Every_console_block_of_the_readme_runs()
    {
        using TemporaryFolder folder = new();
        folder.Copy("clauses");
        folder.Copy("templates");
        folder.Copy("examples");
        folder.Copy("docs", "samples");
        string[] commands = [.. Console().Matches(File.ReadAllText(Repository.PathTo("README.md"))).SelectMany(m => m.Groups[1].Value.Split('\n')).Where(l => l.StartsWith("$ ", StringComparison.Ordinal)).Select(l => l[2..])];
        Assert.True(commands.Length >= 12, "The README's console blocks were not found.");
        foreach (string command in commands.Where(c => c != "dotnet test"))
        {
            string[] words = command.Replace("dotnet run --project src/MouBuilder.Cli -- ", "mou ", StringComparison.Ordinal).Replace("/tmp/draft", "draft", StringComparison.Ordinal).Split(' ');
            Assert.Equal("mou", words[0]);
            Mou.Result result = Mou.Run(folder.Root, words[1..]);
            Assert.True(result.Code == 0, $"{command} ended with {result.Code}:\n{result.Errors}{result.Output}");
            Assert.False(string.IsNullOrWhiteSpace(result.Output), $"{command} printed nothing.");
        }
    }

    [Fact]
    public void The_readme_says_what_the_example_is_not()
    {
        string readme = File.ReadAllText(Repository.PathTo("README.md")).ReplaceLineEndings(" ");
        Assert.Contains("not in force", readme, StringComparison.Ordinal);
        Assert.Contains("ask the district which rules apply today", readme, StringComparison.Ordinal);
        Assert.Contains("September 2023", readme, StringComparison.Ordinal);
        Assert.Contains("legal advice", readme, StringComparison.Ordinal);
    }

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();
}
