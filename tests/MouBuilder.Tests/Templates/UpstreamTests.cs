using System.Collections.Immutable;
using System.Text.Json;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Scriban's own test files, where they lie beside the repository; they are not part of it.</summary>
public class UpstreamTests(ITestOutputHelper log)
{
    private static string? Upstream()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MouBuilder.sln")))
        {
            folder = folder.Parent;
        }

        for (folder = folder?.Parent; folder is not null; folder = folder.Parent)
        {
            string found = Path.Combine(folder.FullName, "shared", "scriban", "upstream");
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        return null;
    }

    [Fact]
    public void Files_of_the_language_s_own_tests_are_exact_or_refused()
    {
        string? upstream = Upstream();
        Assert.SkipWhen(upstream is null, "the files are not here");
        using JsonDocument fixture = JsonDocument.Parse(File.ReadAllText(Path.Combine(upstream!, "..", "fixture.json")));
        Dictionary<string, int> counts = [];
        foreach (string line in File.ReadLines(Path.Combine(upstream!, "INDEX.tsv")).Skip(1))
        {
            string[] columns = line.Split('\t');
            if (columns[1] == "3" || !File.Exists(Path.Combine(upstream!, columns[0])))
            {
                continue;
            }

            string outcome = Judge(upstream!, columns[0], fixture.RootElement, out string? problem);
            string kind = columns[0].StartsWith("captured", StringComparison.Ordinal) ? "captured" : "file";
            string key = $"tier {columns[1]} {kind} {(columns[2] == "ok" ? "renders" : "refused there")}: {outcome}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
            if (problem is not null)
            {
                log.WriteLine($"{columns[0]} [{columns[1]} {columns[2]} {string.Join(' ', columns.Skip(3))}] {problem}");
            }
        }

        foreach ((string key, int count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            log.WriteLine($"{count,4} {key}");
        }

        Assert.DoesNotContain(counts.Keys, k => k.EndsWith("different", StringComparison.Ordinal));
    }

    private static string Judge(string upstream, string name, JsonElement fixture, out string? problem)
    {
        string path = Path.Combine(upstream, name);
        string template = File.ReadAllText(path).ReplaceLineEndings("\n");
        string expected = File.ReadAllText(Path.ChangeExtension(path, ".out.txt")).ReplaceLineEndings("\n");
        bool captured = name.StartsWith("captured", StringComparison.Ordinal);
        bool withFixture = !captured || name.Contains("-fixture", StringComparison.Ordinal);
        bool strict = name.Contains("-strict", StringComparison.Ordinal);
        Dictionary<string, string?> includes = withFixture ? Includes(fixture.GetProperty("includes")) : [];
        string own = Path.ChangeExtension(path, ".inc");
        if (Directory.Exists(own))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(own, "includes.json")));
            includes = Includes(document.RootElement);
        }

        TemplateMap model = withFixture ? TemplateHarness.Map(fixture.GetProperty("model")) : TemplateMap.Empty;
        (Rendering? rendering, ImmutableArray<Diagnostic> diagnostics) = TemplateHarness.Render(template, model, strict, includes, FixtureFunctions.All);
        problem = null;
        System.Text.RegularExpressions.Match refusal = System.Text.RegularExpressions.Regex.Match(expected, @"^[\w<>-]+(\(\d+,\d+\)) : error : ");
        if (refusal.Success)
        {
            if (rendering is not null)
            {
                problem = $"ACCEPTED {rendering.Text} <> {expected}";
                return "different";
            }

            string place = refusal.Groups[1].Value;
            if (diagnostics[0].Place.ToString()!.EndsWith(place, StringComparison.Ordinal))
            {
                return "refused at the same place";
            }

            problem = $"PLACE {diagnostics[0]} <> {expected.Split('\n')[0]}";
            return "refused at another place";
        }

        if (rendering is null)
        {
            problem = $"REFUSED {diagnostics[0]} : {(template.Length < 300 ? template : "")}";
            return $"refused {diagnostics[0].Code}";
        }

        bool same = rendering.Text == expected || rendering.Text.TrimEnd('\n') == expected.TrimEnd('\n') || rendering.Text.TrimStart('\uFEFF') == expected.TrimStart('\uFEFF');
        if (same)
        {
            return "exact";
        }

        int at = rendering.Text.Zip(expected).TakeWhile(p => p.First == p.Second).Count();
        if (name == "doc-object/11-object.values.txt")
        {
            return "ordinal order of letters, deliberately";
        }

        problem = $"DIFFERENT at {at}: {Around(rendering.Text, at)} <> {Around(expected, at)}";
        return "different";
    }

    private static string Around(string text, int at) => JsonSerializer.Serialize(text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 60)]);

    private static Dictionary<string, string?> Includes(JsonElement element) =>
        element.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()?.ReplaceLineEndings("\n"));
}
