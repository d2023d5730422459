using System.Text;
using System.Text.Json;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.BuiltIns;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates;

/// <summary>JSON data as a template sees it: a whole number is a whole number, any other is a double, and everything in quotes is text.</summary>
internal static class JsonFacts
{
    private const int MostDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    /// <summary>The members of the file's object; null when a diagnostic says why not.</summary>
    public static TemplateMap? Read(SourceText source, DiagnosticBag bag)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(source.Text, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                bag.WrongKind(source.PlaceOf(0), "The file", "an object in { }", "something else");
                return null;
            }

            return (TemplateMap)Of(document.RootElement, source, bag)!;
        }
        catch (JsonException e)
        {
            bag.NotJson(PlaceOf(e, source));
            return null;
        }
        catch (InvalidOperationException)
        {
            // An escape such as "\uD800" is half a character.
            bag.NotJson(source.PlaceOf(0));
            return null;
        }
    }

    private static object? Of(JsonElement element, SourceText source, DiagnosticBag bag) => element.ValueKind switch
    {
        JsonValueKind.Object => new TemplateMap(element.EnumerateObject().Select(p => KeyValuePair.Create(Text(p.Name, source, bag), Of(p.Value, source, bag)))),
        JsonValueKind.Array => new TemplateList(element.EnumerateArray().Select(e => Of(e, source, bag))),
        JsonValueKind.String => Text(element.GetString()!, source, bag),
        JsonValueKind.Number => Json.NumberOf(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    // An escape can bring in what the text reader has refused in the file itself.
    private static string Text(string value, SourceText source, DiagnosticBag bag) => TextRules.Composed(value, _ => source.PlaceOf(0), bag) ?? "";

    // The reader counts lines from 0, and bytes on a line.
    private static Source PlaceOf(JsonException e, SourceText source)
    {
        string[] lines = source.Text.Split('\n');
        int line = (int)Math.Clamp(e.LineNumber ?? 0, 0, lines.Length - 1);
        int bytes = (int)Math.Clamp(e.BytePositionInLine ?? 0, 0, Encoding.UTF8.GetByteCount(lines[line]));
        return new(source.Path, line + 1, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(lines[line]).AsSpan(0, bytes)).Length + 1);
    }
}
