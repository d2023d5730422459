using System.Globalization;
using System.Text.RegularExpressions;

namespace MouBuilder.Reading.Structure;

/// <summary>A number as somebody typed it at the beginning of a paragraph.</summary>
/// <param name="Text">Without the blanks after it: <c>1.2</c>, <c>(a)</c>, <c>ARTICLE IV</c>.</param>
/// <param name="Length">How many characters it takes from the text, blanks and a dash after it among them.</param>
/// <param name="Readings">What it may count as; <c>(i)</c> is a ninth letter or a first Roman numeral.</param>
internal sealed partial record TypedLabel(string Text, int Length, IReadOnlyList<LabelReading> Readings)
{
    /// <summary>The label that a text begins with; null when it begins with none.</summary>
    public static TypedLabel? Of(string text)
    {
        if ((Named().Match(text) is { Success: true } stopped ? stopped : Unstopped().Match(text)) is { Success: true } named)
        {
            return Numbered(named.Groups["number"].Value) is { } number
                ? new(named.Groups["label"].Value.TrimEnd(), named.Length, [new(named.Groups["word"].Value.ToLowerInvariant(), number)])
                : null;
        }

        if (Dotted().Match(text) is { Success: true } dotted)
        {
            string[] numbers = dotted.Groups[1].Value.Split('.', StringSplitOptions.RemoveEmptyEntries);
            return new(dotted.Groups[1].Value, dotted.Length, [new(string.Join('.', numbers.Select(_ => "1")), int.Parse(numbers[^1], CultureInfo.InvariantCulture))]);
        }

        if (Mixed().Match(text) is { Success: true } mixed)
        {
            return new(mixed.Groups[1].Value, mixed.Length, [new("I.1", int.Parse(mixed.Groups[2].Value, CultureInfo.InvariantCulture))]);
        }

        if (Simple().Match(text) is not { Success: true } simple)
        {
            return null;
        }

        string label = simple.Groups[1].Value;
        string core = label.Trim('(', ')', '.');
        string around = label.Replace(core, "{0}", StringComparison.Ordinal);
        List<LabelReading> readings = [];
        if (char.IsAsciiDigit(core[0]))
        {
            readings.Add(new(string.Format(CultureInfo.InvariantCulture, around, "1"), int.Parse(core, CultureInfo.InvariantCulture)));
        }
        else
        {
            bool isUpper = char.IsAsciiLetterUpper(core[0]);
            if (RomanNumber(core) is { } roman)
            {
                readings.Add(new(string.Format(CultureInfo.InvariantCulture, around, isUpper ? "I" : "i"), roman));
            }

            if (core.All(c => c == core[0]) && core.Length <= 3)
            {
                readings.Add(new(string.Format(CultureInfo.InvariantCulture, around, isUpper ? "A" : "a"), ((core.Length - 1) * 26) + char.ToLowerInvariant(core[0]) - 'a' + 1));
            }
        }

        return readings.Count == 0 ? null : new(label, simple.Length, readings);
    }

    /// <summary>What a label that Word made counts as: the first of what it may be.</summary>
    public static LabelReading ReadingOf(string label) => Of(label + " ")?.Readings[^1] is { } reading && reading.Shape.Length > 0 ? reading : new("?", 0);

    private static int? Numbered(string number) => number.Length == 0 ? null
        : char.IsAsciiDigit(number[0]) ? int.Parse(number.Split('.')[^1], CultureInfo.InvariantCulture)
        : RomanNumber(number) ?? (number.Length == 1 ? char.ToUpperInvariant(number[0]) - 'A' + 1 : Words.IndexOf(number.ToUpperInvariant()) is var word and >= 0 ? word + 1 : null);

    private static readonly List<string> Words = ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE"];

    private static int? RomanNumber(string numeral)
    {
        string upper = numeral.ToUpperInvariant();
        int total = 0;
        for (int i = 0; i < upper.Length; i++)
        {
            int own = Value(upper[i]);
            if (own == 0)
            {
                return null;
            }

            total += i + 1 < upper.Length && Value(upper[i + 1]) > own ? -own : own;
        }

        return total is > 0 and < 400 && Documents.Labels.Roman(total) == upper ? total : null;
    }

    private static int Value(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };

    [GeneratedRegex(@"\A(?<label>(?<word>ARTICLE|SECTION|CHAPTER|PART|CLAUSE|Article|Section|Chapter|Part|Clause|Sec\.|SEC\.|§)[ \t\u00A0]*(?<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z]|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE)(?:[.:)](?!\d)|(?=[ \t\u00A0]*[–—-])|(?=\s*\z)))(?:[ \t\u00A0]*[–—-](?=[ \t\u00A0])|[ \t\u00A0])*", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // "ARTICLE I DUTIES", a line and no sentence; "Section 3.1 The District …".
    [GeneratedRegex(@"\A(?<label>(?<word>ARTICLE|Article|CHAPTER|Chapter|PART|Part)[ \t\u00A0]+(?<number>\d{1,2}|[IVXLC]{1,7})(?=[ \t\u00A0]+\p{Lu}[^.:;]{1,80}\z)|(?<word>SECTION|Section|Sec\.|SEC\.|§)[ \t\u00A0]*(?<number>\d{1,3}\.\d{1,3})(?=[ \t\u00A0]+\p{Lu}))[ \t\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unstopped();

    [GeneratedRegex(@"\A(\d{1,3}(?:\.\d{1,3}){1,5}\.?)\)?[ \t\u00A0]+(?=\D|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    // "I.1", "B.2."
    [GeneratedRegex(@"\A((?:[IVXLC]{1,7}|[A-Z])\.(\d{1,3})\.?)[ \t\u00A0]+(?=\D|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\A(\(?(?:\d{1,3}|[ivxlc]{1,7}|[IVXLC]{1,7}|([a-zA-Z])\2{0,2})\)|(?:\d{1,3}|[ivxlc]{1,7}|[IVXLC]{1,7}|([a-zA-Z])\3{0,2})\.)(?:[ \t\u00A0]+|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}

/// <summary>One reading of a label.</summary>
/// <param name="Shape">How labels of its row look: <c>1.</c>, <c>(a)</c>, <c>1.1</c>, <c>article</c>.</param>
/// <param name="Ordinal">Its place in the row, from 1.</param>
internal readonly record struct LabelReading(string Shape, int Ordinal);
