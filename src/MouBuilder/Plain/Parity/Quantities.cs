using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;

namespace MouBuilder.Plain.Parity;

/// <summary>A field or a number of a text, or a day, and what it counts.</summary>
/// <param name="Value">The field's name, a number in digits, or a date.</param>
/// <param name="Unit">The unit as English has it; null where none follows that is known.</param>
/// <param name="UnknownUnit">A word a field is counted by and that is no unit of the language.</param>
internal sealed record Quantity(string Value, string? Unit, string? UnknownUnit = null)
{
    /// <summary>The same thing, counted alike. A unit that one language leaves to be understood ("under 18") does not differ.</summary>
    public bool IsAs(Quantity other) => Value == other.Value && (Unit == other.Unit || Unit is null || other.Unit is null);

    public override string ToString() => Unit is null ? Value : $"{Value} {Unit}";
}

/// <summary>
/// Reads the quantities of a paragraph in their order, from the template and not from what it prints: two fields with the same value must not change places unseen.
/// </summary>
internal static partial class Quantities
{
    private static readonly Dictionary<Locale, (Lazy<Regex> Number, Lazy<Regex> Piece)> Patterns = Enum.GetValues<Locale>()
        .ToDictionary(l => l, l => (new Lazy<Regex>(() => Number(ParityWords.Of(l))), new Lazy<Regex>(() => Piece(ParityWords.Of(l)))));

    /// <param name="against">The language it is compared with: a number in words is read only where both languages have a word that means no more than it.</param>
    public static ImmutableArray<Quantity> Of(string paragraph, Locale locale, Locale against)
    {
        ParityWords words = ParityWords.Of(locale);
        string text = SaidFacts.WithDates(SaidFacts.WithoutAddresses(CaseBlock().Replace(paragraph, "{{ $1 }}")), locale, date => $" {{{{ date {date} }}}} ");
        var found = ImmutableArray.CreateBuilder<Quantity>();
        foreach (Match match in Patterns[locale].Piece.Value.Matches(text))
        {
            if (match.Groups["code"].Success)
            {
                if (OfCode(match.Groups["code"].Value, text[(match.Index + match.Length)..], words) is { } quantity)
                {
                    found.Add(quantity);
                }
            }
            else if (match.Groups["part"].Success)
            {
                found.Add(new(words.Parts[match.Value], null));
            }
            else if (ValueOf(match.Value, locale, against) is { } value)
            {
                found.Add(new(value, UnitOf(text[(match.Index + match.Length)..], words)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>A number as digits; null for a word that the other language would read otherwise.</summary>
    public static string? ValueOf(string number, Locale locale, Locale against) =>
        !ParityWords.Of(locale).Numbers.TryGetValue(number, out string? digits) ? SaidFacts.Digits(number)
        : ParityWords.Of(against).Numbers.ContainsValue(digits) ? digits : null;

    /// <summary>Numbers in digits or words.</summary>
    public static Regex Number(Locale locale) => Patterns[locale].Number.Value;

    private static Quantity? OfCode(string code, string rest, ParityWords words)
    {
        if (Date().Match(code) is { Success: true } date)
        {
            return new(date.Groups[1].Value, null);
        }

        if (Field().Match(code) is not { Success: true } field || Statement().IsMatch(code))
        {
            return null;
        }

        if (Counted().Match(code) is not { Success: true } counted)
        {
            return new(field.Value, UnitOf(rest, words));
        }

        string? unit = UnitOf(counted.Groups[1].Value, words);
        return new(field.Value, unit, unit is null || UnitOf(counted.Groups[2].Value, words) != unit ? counted.Groups[1].Value : null);
    }

    private static string? UnitOf(string rest, ParityWords words)
    {
        string after = rest.TrimStart(' ', '\u00A0');
        return words.Units.Select(u => (u.Name, Match: u.Words.Match(after))).Where(u => u.Match is { Success: true, Index: 0 }).OrderByDescending(u => u.Match.Length).Select(u => u.Name).FirstOrDefault();
    }

    private static Regex Number(ParityWords words) => new(NumberPattern(words), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Piece(ParityWords words) => new(
        $@"\{{\{{(?<code>.*?)\}}\}}|(?<part>(?<!\p{{L}})(?:{Alternatives(words.Parts.Keys)})(?!\p{{L}}))|(?:{NumberPattern(words)})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>"Thứ ba" is the third, and no three.</summary>
    private static string NumberPattern(ParityWords words) => $@"(?<![\w-])[0-9]+(?:[.,:][0-9]+)*|(?<![\p{{L}}\p{{M}}]|thứ )(?:{Alternatives(words.Numbers.Keys)})(?![\p{{L}}\p{{M}}])";

    private static string Alternatives(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Select(Regex.Escape));

    [GeneratedRegex(@"\{\{[-~]?\s*case\s+([a-z0-9_.]+)\s*[-~]?\}\}.*?\{\{[-~]?\s*end\s*[-~]?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex CaseBlock();

    [GeneratedRegex(@"\A\s*date (\S+)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<=\A[-~]?\s*)[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\A[-~]?\s*(if|else|end|case|when|for|while|capture|func|ret|with)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex("counted\\s+\"([^\"]*)\"\\s+\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
