using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>The types a field can have.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    String,

    /// <summary>Text that may have several paragraphs, a blank line between them.</summary>
    Text,
    Integer,
    Number,

    /// <summary>An amount in US dollars, at most two decimals.</summary>
    Money,

    /// <summary>A day, written year-month-day.</summary>
    Date,
    Boolean,

    /// <summary>One of the declared options.</summary>
    Choice,

    /// <summary>A list of one-line texts.</summary>
    List,
}

/// <summary>A fact that a clause asks for.</summary>
/// <param name="Ask">The question put to the person who fills it in.</param>
/// <param name="Default">The value used when nobody gives one; null when the field is then a gap.</param>
/// <param name="Minimum">Smallest number, or earliest date; null when there is none. Inclusive.</param>
/// <param name="Maximum">Largest number, or latest date; null when there is none. Inclusive.</param>
public sealed record FieldSpec(
    string Name, FieldType Type, string Ask, FieldValue? Default, FieldValue? Minimum, FieldValue? Maximum, ImmutableArray<string> Options, Source Place)
{
    /// <summary>Reads a value as this field's type and within its bounds; null when a diagnostic says why not.</summary>
    internal FieldValue? Read(YamlNode node, DiagnosticBag bag)
    {
        FieldValue? value = node switch
        {
            YamlList list when Type == FieldType.List => ReadList(list, bag),
            YamlScalar scalar => ReadScalar(scalar.Value, scalar.Place, bag),
            _ => Refuse(node.Place, node.Kind, bag),
        };
        return value is not null && IsWithinBounds(value, node.Place, bag) ? value : null;
    }

    /// <summary>Reads a value given as plain text, for example on the command line.</summary>
    internal FieldValue? Read(string text, Source place, DiagnosticBag bag)
    {
        FieldValue? value = TextRules.Composed(text, _ => place, bag) is { } composed ? ReadScalar(composed, place, bag) : null;
        return value is not null && IsWithinBounds(value, place, bag) ? value : null;
    }

    private FieldValue? ReadScalar(string text, Source place, DiagnosticBag bag) => Parse(text) ?? Refuse(place, $"\"{text}\"", bag);

    private FieldValue? Parse(string text) => Type switch
    {
        FieldType.String => text.Contains('\n', StringComparison.Ordinal) ? null : new(text),
        FieldType.Text => new(text.TrimEnd('\n')),
        FieldType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? new(whole) : null,
        FieldType.Number => Number(text) is { } number ? new(number) : null,
        FieldType.Money => Number(text) is { } amount && decimal.Round(amount, 2) == amount ? new(amount) : null,
        FieldType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? new(date) : null,
        FieldType.Boolean => text switch { "true" => new(true), "false" => new(false), _ => null },
        FieldType.Choice => Options.Contains(text, StringComparer.Ordinal) ? new(text) : null,
        _ => text.Contains('\n', StringComparison.Ordinal) ? null : new FieldValue(ImmutableArray.Create(text)),
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private FieldValue? ReadList(YamlList list, DiagnosticBag bag)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        foreach (YamlNode item in list.Items)
        {
            if (item is YamlScalar { IsNull: false } scalar && !scalar.Value.Contains('\n', StringComparison.Ordinal))
            {
                items.Add(scalar.Value);
            }
            else
            {
                bag.WrongKind(item.Place, $"Each entry of \"{Name}\"", "one line of text", item.Kind);
            }
        }

        return new(items.ToImmutable());
    }

    private FieldValue? Refuse(Source place, string found, DiagnosticBag bag)
    {
        bag.BadFieldValue(place, Name, found, Type switch
        {
            FieldType.String => "one line of text",
            FieldType.Text => "a text",
            FieldType.Integer => "a whole number",
            FieldType.Number => "a number such as 2.5",
            FieldType.Money => "an amount such as 1500.00, in dollars, without a sign",
            FieldType.Date => "a date such as 2022-03-08",
            FieldType.Boolean => "true or false",
            FieldType.Choice => $"one of: {string.Join(", ", Options)}",
            _ => "a list of one-line texts",
        });
        return null;
    }

    private bool IsWithinBounds(FieldValue value, Source place, DiagnosticBag bag)
    {
        bool low = Minimum is { } minimum && value.Against(minimum) < 0;
        bool high = Maximum is { } maximum && value.Against(maximum) > 0;
        if (low || high)
        {
            bag.FieldOutOfRange(place, Name, value.ToString(), Minimum?.ToString(), Maximum?.ToString());
        }

        return !low && !high;
    }
}
