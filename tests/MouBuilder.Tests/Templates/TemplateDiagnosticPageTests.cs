using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Every problem of templates has a page, and the page's examples do what it says.</summary>
public partial class TemplateDiagnosticPageTests
{
    private static string Root => Repository.Root;

    public static TheoryData<string> Pages() =>
        [.. Directory.GetFiles(Path.Combine(Root, "docs", "diagnostics"), "MOU30*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        string source = File.ReadAllText(Path.Combine(Root, "src", "MouBuilder", "Diagnostics", "DiagnosticBag.Templates.cs"));
        string[] codes = [.. Code().Matches(source).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(codes, Pages().Select(p => p.Data));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_example_to_avoid_gives_the_code_and_the_other_does_not(string code)
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", code + ".md"));
        Assert.StartsWith($"# {code}: ", page, StringComparison.Ordinal);
        foreach (string section in new[] { "What", "Avoid", "Prefer", "Why", "Source" })
        {
            Assert.Contains($"\n## {section}\n\n", page, StringComparison.Ordinal);
        }

        // The page about gaps needs one.
        TemplateMap model = TemplateMap.Of(("gap", new Gap("hours")));
        ImmutableArray<Diagnostic> bad = TemplateHarness.Render(Example(page, "Avoid"), model).Diagnostics;
        Assert.Equal([code], bad.Select(d => d.Code).Distinct());
        Assert.Empty(TemplateHarness.Render(Example(page, "Prefer"), model).Diagnostics);
    }

    private static string Example(string page, string section)
    {
        Match block = Regex.Match(page, $"\n## {section}\n\n```scriban\n(.*?)\n```", RegexOptions.Singleline);
        Assert.True(block.Success);
        return block.Groups[1].Value;
    }

    [GeneratedRegex("MOU30[0-9]{2}")]
    private static partial Regex Code();
}
