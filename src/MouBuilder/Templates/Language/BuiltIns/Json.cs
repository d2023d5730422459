using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>Values to and from JSON.</summary>
internal static class Json
{
    private const int MostDepth = 64;

    public static object? Read(Call call, string json)
    {
        call.Items(json.Length / 8);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new() { MaxDepth = MostDepth });
            return ValueOf(call, document.RootElement);
        }
        catch (JsonException)
        {
            throw call.RejectedArgument(0, "this is not JSON");
        }
    }

    private static object? ValueOf(Call call, JsonElement element)
    {
        call.Items(1);
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                TemplateMap map = TemplateMap.Writable();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    map.Set(property.Name, ValueOf(call, property.Value));
                }

                return map;
            case JsonValueKind.Array:
                return TemplateList.Writable([.. element.EnumerateArray().Select(e => ValueOf(call, e))]);
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return NumberOf(element);
            case JsonValueKind.True:
                return Boxes.True;
            case JsonValueKind.False:
                return Boxes.False;
            default:
                return null;
        }
    }

    /// <summary>A whole number of the size it needs, or a double.</summary>
    public static object? NumberOf(JsonElement number)
    {
        string digits = number.GetRawText();
        return digits.Length < 400 && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole)
            ? NumberReader.Narrow(whole)
            : number.GetDouble();
    }

    public static string Write(Call call, object? value)
    {
        StringBuilder built = new();
        Append(call, built, value, 0);
        return built.ToString();
    }

    private static void Append(Call call, StringBuilder built, object? value, int depth)
    {
        call.Items(1);
        call.Characters(built.Length);
        value = call.Renderer.LiveValue(value);
        switch (value)
        {
            case TemplateList or TemplateMap when depth >= MostDepth:
                throw call.RejectedArgument(0, "its values are too deep inside each other");
            case TemplateList list:
                built.Append('[');
                for (int i = 0; i < list.Count; i++)
                {
                    built.Append(i == 0 ? "" : ",");
                    Append(call, built, list[i], depth + 1);
                }

                built.Append(']');
                break;
            case TemplateMap map:
                built.Append('{');
                bool first = true;
                foreach ((string name, object? member) in map)
                {
                    built.Append(first ? "" : ",").Append(JsonSerializer.Serialize(name, JsonText.Default.String)).Append(':');
                    first = false;
                    Append(call, built, member, depth + 1);
                }

                built.Append('}');
                break;
            case null or EmptyValue:
                built.Append("null");
                break;
            case bool or int or long or BigInteger or decimal:
                built.Append(call.Text(value));
                break;
            case double or float:
                double number = Numbers.ToDouble(value);
                built.Append(double.IsFinite(number) ? call.Text(value) : throw call.RejectedArgument(0, "JSON has no such number"));
                break;
            case Function or Gap or Placement or DateTime or TimeSpan:
                throw call.RejectedArgument(0, $"a {Kinds.Name(value)} has no form in JSON");
            default:
                built.Append(JsonSerializer.Serialize(call.Text(call.Renderer.Plain(value, call.Start)), JsonText.Default.String));
                break;
        }
    }
}
