using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Diagnostics;

/// <summary>A file that a page shows whole.</summary>
/// <param name="ReportedAt">Where the finding is reported when the file shown leads to it: the file itself, or what stands after <c>reported:</c>.</param>
/// <param name="Also">A second code that follows from the same slip.</param>
internal sealed record PageFile(string Path, string ReportedAt, string? Also, string Content);

/// <summary>A page of <c>mou explain</c>, taken apart.</summary>
internal sealed partial record DiagnosticPage(string Code, string Title, ImmutableDictionary<string, string> Sections, ImmutableArray<string> SectionNames)
{
    public ImmutableArray<PageFile> Avoid => FilesIn("Avoid");

    public ImmutableArray<PageFile> Prefer => FilesIn("Prefer");

    public bool IsRunnable => !Avoid.IsEmpty;

    public static DiagnosticPage Of(string code)
    {
        string page = DiagnosticPages.Find(code) ?? "";
        Match first = TitleLine().Match(page);
        Assert.True(first.Success, $"The page of {code} does not begin with \"# {code}: \" and a title.");
        Assert.Equal(code, first.Groups[1].Value);
        string[] parts = SectionLine().Split(page[first.Length..]);
        Assert.Equal("", parts[0].Trim());
        ImmutableArray<string> names = [.. Enumerable.Range(0, parts.Length / 2).Select(i => parts[(2 * i) + 1])];
        return new(code, first.Groups[2].Value, names.Select((name, i) => KeyValuePair.Create(name, parts[(2 * i) + 2].Trim())).ToImmutableDictionary(), names);
    }

    private ImmutableArray<PageFile> FilesIn(string section) =>
    [
        .. FileBlock().Matches(Sections[section] + "\n").Select(m => new PageFile(
            m.Groups["path"].Value,
            m.Groups["at"].Success ? m.Groups["at"].Value : m.Groups["path"].Value,
            m.Groups["also"].Success ? m.Groups["also"].Value : null,
            m.Groups["content"].Value)),
    ];

    [GeneratedRegex(@"\A# (MOU\d{4}): ([^\n]+)\n", RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^## (.+)\n", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SectionLine();

    [GeneratedRegex(@"^```\w+ file: (?<path>\S+)(?: reported: (?<at>\S+))?(?: also: (?<also>\S+))?\n(?<content>.*?)^```$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();
}
