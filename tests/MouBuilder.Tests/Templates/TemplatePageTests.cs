using System.Text.Json;
using System.Text.RegularExpressions;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>docs/templates.md tells the truth.</summary>
public class TemplatePageTests
{
    private static string Page => File.ReadAllText(Path.GetFullPath(Path.Combine(TemplateHarness.Folder(), "..", "..", "..", "docs", "templates.md")));

    public static TheoryData<string, string> Examples()
    {
        TheoryData<string, string> examples = [];
        foreach (Match match in Regex.Matches(Page, "```scriban\n(.*?)\n```\n```text\n(.*?)\n```", RegexOptions.Singleline))
        {
            examples.Add(match.Groups[1].Value, match.Groups[2].Value);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_renders_as_printed(string template, string expected)
    {
        using JsonDocument facts = JsonDocument.Parse(Regex.Match(Page, "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);
        TemplateMap model = new([.. TemplateHarness.Map(facts.RootElement), KeyValuePair.Create("fee", (object?)new Gap("fee"))]);
        Assert.Equal(expected, TemplateHarness.Text(template, model));
    }

    [Fact]
    public void Every_example_has_its_output() =>
        Assert.Equal(Regex.Count(Page, "```scriban\n"), Examples().Count);

    [Theory]
    [InlineData("string")]
    [InlineData("array")]
    [InlineData("math")]
    [InlineData("object")]
    [InlineData("date")]
    [InlineData("html")]
    [InlineData("regex")]
    [InlineData("timespan")]
    public void The_table_of_functions_is_complete(string group)
    {
        string listed = Regex.Match(Page, $@"^\| {group} \| (.*?) \|$", RegexOptions.Multiline).Groups[1].Value;
        string[] left = ["random", "uuid", "eval", "eval_template", "now", "utc_now", "format", "default_format", "zero"];
        IEnumerable<string> known = TemplateHarness.Text($"{{{{ {group} | object.keys | array.sort | array.join ',' }}}}").Split(',')
            .Where(f => !left.Contains(f) || (f == "format" && group != "date"));
        Assert.Equal(string.Join(", ", known), listed);
    }
}
