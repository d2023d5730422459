using System.Globalization;
using System.Numerics;
using System.Text;

namespace MouBuilder.Templates.Language.Values;

/// <summary>Turns values into text. Lists and maps are written as the language writes literals, at most so deep and so long.</summary>
internal sealed class Printer(DateNames names, int mostCharacters, Func<object?, object?> live, Action<object> charge)
{
    private const int MostDepth = 64;

    /// <summary>Why a value could not be written; null when it could.</summary>
    internal enum Problem
    {
        None,
        TooLong,
        TooDeep,
        Gap,
    }

    private readonly StringBuilder built = new();

    public Problem Found { get; private set; }

    public string? GapField { get; private set; }

    /// <summary>The text of a value that is not a list or a map; null for those.</summary>
    public static string? Simple(object? value, DateNames names) => value switch
    {
        null or EmptyValue => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        float number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        char letter => letter.ToString(),
        DateTime date => DateFormat.Write(date, DateFormat.Default, names),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Rope rope => rope.Text,
        Markup markup => markup.Text,
        Gap gap => gap.Text,
        Function => "<function>",
        Placement => "",
        _ => null,
    };

    public string Write(object? value)
    {
        Append(value, 0);
        return built.ToString();
    }

    private void Append(object? value, int depth)
    {
        if (Found != Problem.None)
        {
            return;
        }

        if (built.Length > mostCharacters)
        {
            Found = Problem.TooLong;
            return;
        }

        value = live(value);
        switch (value)
        {
            case TemplateList or TemplateMap when depth >= MostDepth:
                Found = Problem.TooDeep;
                return;
            case TemplateList list:
                AppendList(list, depth);
                return;
            case TemplateMap map:
                AppendMap(map, depth);
                return;
            case BigInteger:
                charge(value);
                built.Append(Simple(value, names));
                return;
            case null when depth > 0:
                built.Append("null");
                return;
            case string or Rope or Markup when depth > 0:
                TextLiteral.Append(built, Simple(value, names)!);
                return;
            case Gap gap when depth > 0:
                Found = Problem.Gap;
                GapField = gap.Field;
                return;
            default:
                built.Append(Simple(value, names));
                return;
        }
    }

    private void AppendList(TemplateList list, int depth)
    {
        built.Append('[');
        for (int i = 0; i < list.Count && Found == Problem.None; i++)
        {
            if (i > 0)
            {
                built.Append(", ");
            }

            Append(list[i], depth + 1);
        }

        built.Append(']');
    }

    private void AppendMap(TemplateMap map, int depth)
    {
        built.Append('{');
        bool first = true;
        foreach ((string name, object? value) in map)
        {
            if (!first)
            {
                built.Append(", ");
            }

            first = false;
            built.Append(name).Append(": ");
            Append(value, depth + 1);
        }

        built.Append('}');
    }
}
