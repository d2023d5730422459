using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates;

/// <summary>
/// The functions documents need beyond the language's own: <c>place</c>, <c>number_words</c>, <c>counted</c>, <c>long_date</c>, <c>list_and</c>, <c>markdown</c>.
/// </summary>
internal static class OwnFunctions
{
    /// <param name="placeable">What can be placed, by the map that stands for it in templates.</param>
    public static IReadOnlyDictionary<string, HostFunction> With(IReadOnlyDictionary<TemplateMap, object> placeable) =>
        new Dictionary<string, HostFunction>(StringComparer.Ordinal)
        {
            ["place"] = ByPosition("place", call => Place(call, placeable)),
            ["number_words"] = ByPosition("number_words", WithWords),
            ["counted"] = ByPosition("counted", Counted),
            ["long_date"] = ByPosition("long_date", LongDate),
            ["list_and"] = ByPosition("list_and", ListAnd),
            ["markdown"] = ByPosition("markdown", AsMarkdown),
        };

    private static HostFunction ByPosition(string name, HostFunction function) => call =>
    {
        if (call.Named.Count == 0)
        {
            return function(call);
        }

        call.Bag.TemplateWrongArguments(call.Place, name, "takes no argument by name");
        return null;
    };

    private static Placement? Place(HostCall call, IReadOnlyDictionary<TemplateMap, object> placeable)
    {
        if (call.Arguments is [TemplateMap map] && placeable.TryGetValue(map, out object? payload))
        {
            return new(payload);
        }

        call.Bag.NothingToPlace(call.Place);
        return null;
    }

    /// <summary><c>two (2)</c> in English legal texts, and with the words for one and for more <c>one (1) hour</c>; plain texts in other languages write digits.</summary>
    private static string? WithWords(HostCall call)
    {
        if (call.Arguments is [{ } given, ..] && Kinds.IsWhole(given) && Numbers.ToInt(given) is { } number && Documents.NumberWords.Of(number) is { } words)
        {
            string figure = call.Locale == CultureTag.En ? string.Create(CultureInfo.InvariantCulture, $"{words} ({number:N0})") : string.Create(CultureInfo.InvariantCulture, $"{number}");
            switch (call.Arguments)
            {
                case [_]:
                    return figure;
                case [_, string one, string many]:
                    return figure + " " + (number == 1 ? one : many);
                default:
                    break;
            }
        }

        call.Bag.FunctionWants(call.Place, "number_words", "a whole number from 0 to 999,999, alone or with the word for one and the word for more");
        return null;
    }

    /// <summary><c>1 hour</c>, <c>2 hours</c>: a number with the one of its two words that fits.</summary>
    private static string? Counted(HostCall call)
    {
        if (call.Arguments is [{ } number, string one, string many] && Kinds.IsWhole(number))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{number} {(Convert.ToDecimal(number, CultureInfo.InvariantCulture) == 1 ? one : many)}");
        }

        call.Bag.FunctionWants(call.Place, "counted", "a whole number, the word for one and the word for more");
        return null;
    }

    private static string? LongDate(HostCall call)
    {
        if (call.Arguments is [DateTime date])
        {
            return LongDates.Of(DateOnly.FromDateTime(date), call.Locale);
        }

        call.Bag.FunctionWants(call.Place, "long_date", "a date");
        return null;
    }

    private static object? ListAnd(HostCall call)
    {
        if (call.Arguments is [TemplateList open] && open.OfType<Gap>().FirstOrDefault() is { } gap)
        {
            return gap;
        }

        if (call.Arguments is [TemplateList list] && list.All(item => item is string))
        {
            return Joined([.. list.Cast<string>()], call.Locale);
        }

        call.Bag.FunctionWants(call.Place, "list_and", "a list of texts");
        return null;
    }

    private static Markup? AsMarkdown(HostCall call)
    {
        if (call.Arguments is [Markup already])
        {
            return already;
        }

        if (call.Arguments is [string text])
        {
            return new(text);
        }

        call.Bag.FunctionWants(call.Place, "markdown", "a text");
        return null;
    }

    private static string Joined(ImmutableArray<string> items, CultureTag locale)
    {
        if (items.Length < 2)
        {
            return items.Length == 0 ? "" : items[0];
        }

        string last = items[^1];
        string and = locale switch
        {
            CultureTag.Es => SoundsLikeI(last) ? " e " : " y ",
            CultureTag.Vi => " và ",
            _ => " and ",
        };
        return string.Join(", ", items[..^1]) + and + last;
    }

    // Spanish says "e" before a word that begins with the sound i: e Ignacio, e hijos, but y hielo.
    private static bool SoundsLikeI(string word) =>
        word.StartsWith("i", StringComparison.OrdinalIgnoreCase) || word.StartsWith("í", StringComparison.OrdinalIgnoreCase)
        || ((word.StartsWith("hi", StringComparison.OrdinalIgnoreCase) || word.StartsWith("hí", StringComparison.OrdinalIgnoreCase))
            && !word.StartsWith("hie", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("hia", StringComparison.OrdinalIgnoreCase));
}
