using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>
/// What official Scriban answers, line by line. Whatever we render is the same text; what we refuse although it renders has
/// one of the reasons below.
/// </summary>
public class LanguageCaseTests(ITestOutputHelper log)
{
    /// <summary>The reasons for refusing what the official engine renders, by the codes that give them.</summary>
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["MOU3012"] = "a name nobody defined reaches output, a function or a loop",
        ["MOU3014"] = "a name nobody defined reaches output, a function or a loop",
        ["MOU3023"] = "a date that cannot be read without doubt",
        ["MOU3024"] = "over budget",
        ["MOU3025"] = "a refused feature",
    };

    [Fact]
    public void Every_case_is_exact_or_refused_for_a_reason_we_stand_by()
    {
        Dictionary<string, int> counts = [];
        StringBuilder problems = new();
        int lines = 0;
        int good = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(TemplateHarness.Folder(), "cases"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (string line in File.ReadLines(file))
            {
                lines++;
                string outcome = Judge(line, out string? problem);
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
                if (problem is null)
                {
                    good++;
                }
                else
                {
                    problems.AppendLine(problem);
                }
            }
        }

        foreach ((string outcome, int count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            log.WriteLine($"{count,5} {outcome}");
        }

        log.WriteLine(problems.ToString());
        Assert.DoesNotContain("different text", counts.Keys);
        Assert.True(good >= lines * 0.99, $"{good} of {lines}");
    }

    private static string Judge(string line, out string? problem)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        string template = root.GetProperty("template").GetString()!;
        ReadModel(root, out var model, out var includes, out bool strict);
        (Rendering? rendering, ImmutableArray<Diagnostic> diagnostics) = TemplateHarness.Render(template, model, strict, includes);
        string id = root.GetProperty("id").GetString()!;
        problem = null;
        if (root.GetProperty("ok").GetBoolean())
        {
            string expected = root.GetProperty("output").GetString()!;
            if (rendering is not null)
            {
                if (rendering.Text == expected)
                {
                    return "exact text";
                }

                problem = $"{id} DIFFERENT {template} => {rendering.Text} <> {expected}";
                return "different text";
            }

            if (Reasons.TryGetValue(diagnostics[0].Code, out string? reason))
            {
                return $"refused: {reason}";
            }

            problem = $"{id} REFUSED {template} => {diagnostics[0]} <> {expected}";
            return "refused without a reason";
        }

        string place = $"({root.GetProperty("line").GetInt32()},{root.GetProperty("column").GetInt32()})";
        if (rendering is not null)
        {
            problem = $"{id} ACCEPTED {template} => {rendering.Text} <> {place} {root.GetProperty("message").GetString()}";
            return "different text";
        }

        string ours = diagnostics[0].Place.ToString()!;
        if (ours.EndsWith(place, StringComparison.Ordinal))
        {
            return "refused at the same place";
        }

        problem = $"{id} PLACE {template} => {diagnostics[0]} <> {place} {root.GetProperty("message").GetString()}";
        return "refused at another place";
    }

    private static void ReadModel(JsonElement root, out TemplateMap model, out Dictionary<string, string?> includes, out bool strict)
    {
        model = root.TryGetProperty("model", out JsonElement values) ? TemplateHarness.Map(values) : TemplateMap.Empty;
        includes = root.TryGetProperty("includes", out JsonElement files) && files.ValueKind == JsonValueKind.Object
            ? files.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString())
            : [];
        strict = root.TryGetProperty("strict", out JsonElement flag) && flag.GetBoolean();
    }
}
