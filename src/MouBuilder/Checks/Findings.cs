using System.Text;
using System.Text.Json;
using MouBuilder.Diagnostics;

namespace MouBuilder.Checks;

/// <summary>Writes findings for other programs.</summary>
public static class Findings
{
    /// <summary>A JSON list of objects with code, severity, path, line, column and message; line and column are 1-based, 0 for a whole file.</summary>
    public static string ToJson(IEnumerable<Diagnostic> findings) => Written(json =>
    {
        json.WriteStartArray();
        foreach (Diagnostic finding in findings)
        {
            (string path, int line, int column) = PlaceOf(finding);
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", Level(finding.Severity));
            json.WriteString("path", path);
            json.WriteNumber("line", line);
            json.WriteNumber("column", column);
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>SARIF 2.1.0, as code-review systems read it.</summary>
    public static string ToSarif(IReadOnlyCollection<Diagnostic> findings) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, findings);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (Diagnostic finding in findings)
        {
            WriteResult(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyCollection<Diagnostic> findings)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "mou");
        json.WriteStartArray("rules");
        foreach (string code in findings.Select(f => f.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (DiagnosticPages.Find(code) is { } page)
            {
                json.WriteStartObject("shortDescription");
                json.WriteString("text", DiagnosticPages.TitleOf(page));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic finding)
    {
        (string path, int line, int column) = PlaceOf(finding);
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteString("level", finding.Severity == Severity.Info ? "note" : Level(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", finding.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        if (line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            json.WriteNumber("startColumn", Math.Max(1, column));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static (string Path, int Line, int Column) PlaceOf(Diagnostic finding) => finding.Place switch
    {
        Source s => (s.Path, s.Line, s.Column),
        WordPlace w => (w.Part, w.Block, 0),
        _ => ("", 0, 0),
    };

    private static string Level(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
