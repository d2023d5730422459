using System.Text;
using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Yaml;

namespace MouBuilder.Covering;

/// <summary>Writes coverage for other programs, as <c>docs/coverage.md</c> describes.</summary>
public static class CoverageJson
{
    /// <summary>An object with totals and entries, indented, with <c>\n</c> line ends.</summary>
    public static string Write(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("coverage", 1);
            json.WriteString("agreement", coverage.Agreement.Id);
            json.WriteStartObject("totals");
            foreach ((CoverageState state, int count) in coverage.Totals)
            {
                json.WriteNumber(KebabCase.Of(state), count);
            }

            json.WriteEndObject();
            json.WriteStartArray("entries");
            foreach (CoverageEntry entry in coverage.Entries)
            {
                WriteEntry(json, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteEntry(Utf8JsonWriter json, CoverageEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Requirement.Id);
        json.WriteString("catalogue", entry.Requirement.Catalogue);
        json.WriteString("mode", KebabCase.Of(entry.Requirement.Mode));
        json.WriteString("title", entry.Requirement.Title);
        json.WriteString("state", KebabCase.Of(entry.State));
        json.WriteString("owner", entry.Owner);
        json.WriteString("reason", entry.Reason);
        json.WriteStartArray("places");
        foreach (CoveragePlace place in entry.Places)
        {
            json.WriteStartObject();
            json.WriteString("label", place.Label);
            json.WriteString("id", place.Id);
            json.WriteString("version", place.Version);
            json.WriteString("words", place.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (string missing in entry.Missing)
        {
            json.WriteStringValue(missing);
        }

        json.WriteEndArray();
        json.WriteStartArray("to_fill");
        foreach (string gap in entry.ToFill)
        {
            json.WriteStringValue(gap);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
