using System.Globalization;
using MouBuilder.Templates.Language.Values;
using MouBuilder.Yaml;

namespace MouBuilder.Templates;

/// <summary>YAML data as a template sees it. Plain scalars that look like a number, a date or a truth value are one; whoever means text writes quotes.</summary>
internal static class YamlFacts
{
    public static object? Of(YamlNode node) => node switch
    {
        YamlMap map => new TemplateMap(map.Entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value)))),
        YamlList list => new TemplateList(list.Items.Select(Of)),
        YamlScalar { IsNull: true } => null,
        YamlScalar { IsPlain: true } scalar => Plain(scalar.Value),
        YamlScalar scalar => scalar.Value,
        _ => null,
    };

    private static object Plain(string text) => text switch
    {
        "true" => true,
        "false" => false,
        // A postal code or a case number that begins with a zero is a name, not a number.
        ['0', >= '0' and <= '9', ..] => text,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        _ when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => number,
        _ when DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) => date,
        _ => text,
    };
}
