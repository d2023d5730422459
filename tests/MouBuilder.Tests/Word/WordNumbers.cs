using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>
/// Counts as Word counts, from numbering.xml and styles.xml alone: one counter per level of an abstract definition, shared by all its
/// lists; a list's startOverride takes effect where the list is first met.
/// </summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<string, XElement> definitions;
    private readonly Dictionary<string, XElement> numbers;
    private readonly Dictionary<string, XElement> styles;
    private readonly Dictionary<string, int?[]> counters = [];
    private readonly HashSet<string> met = [];

    public WordNumbers(WordFile file)
    {
        XElement numbering = file.Part("word/numbering.xml").Root!;
        definitions = numbering.Elements(W + "abstractNum").ToDictionary(a => Value(a, "abstractNumId"));
        numbers = numbering.Elements(W + "num").ToDictionary(n => Value(n, "numId"));
        styles = file.Part("word/styles.xml").Root!.Elements(W + "style").ToDictionary(s => Value(s, "styleId"));
    }

    /// <summary>The label of the next paragraph of the story; null for one without, empty for a bullet.</summary>
    public string? Next(XElement paragraph)
    {
        if (Place(paragraph) is not { } place)
        {
            return null;
        }

        string definition = Val(numbers[place.Number], "abstractNumId");
        int?[] counts = counters.TryGetValue(definition, out int?[]? known) ? known : counters[definition] = new int?[9];
        string? restart = numbers[place.Number].Elements(W + "lvlOverride")
            .Where(o => Value(o, "ilvl") == Digits(place.Level)).Select(o => Val(o, "startOverride")).FirstOrDefault();
        bool first = met.Add(place.Number + " " + Digits(place.Level));
        counts[place.Level] = first && restart is not null ? int.Parse(restart, CultureInfo.InvariantCulture)
            : counts[place.Level] is { } count ? count + 1
            : Start(definition, place.Level);
        Array.Clear(counts, place.Level + 1, 8 - place.Level);
        return Label(definition, place.Level, counts);
    }

    private string Label(string definition, int level, int?[] counts)
    {
        if (Val(Level(definition, level), "numFmt") == "bullet")
        {
            return "";
        }

        return Regex.Replace(Val(Level(definition, level), "lvlText"), "%([1-9])", m =>
        {
            int part = m.Groups[1].Value[0] - '1';
            return Form(Level(definition, level).Element(W + "isLgl") is null ? Val(Level(definition, part), "numFmt") : "decimal", counts[part] ?? Start(definition, part));
        });
    }

    private (string Number, int Level)? Place(XElement paragraph)
    {
        XElement? direct = paragraph.Element(W + "pPr")?.Element(W + "numPr");
        for (string? style = paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value; direct is null && style is not null;)
        {
            direct = styles[style].Element(W + "pPr")?.Element(W + "numPr");
            style = styles[style].Element(W + "basedOn")?.Attribute(W + "val")?.Value;
        }

        string number = direct?.Element(W + "numId")?.Attribute(W + "val")?.Value ?? "0";
        return number == "0" ? null : (number, int.Parse(direct!.Element(W + "ilvl")?.Attribute(W + "val")?.Value ?? "0", CultureInfo.InvariantCulture));
    }

    private XElement Level(string definition, int level) => definitions[definition].Elements(W + "lvl").Single(l => Value(l, "ilvl") == Digits(level));

    private int Start(string definition, int level) => int.Parse(Val(Level(definition, level), "start"), CultureInfo.InvariantCulture);

    private static string Form(string format, int n) => format switch
    {
        "decimal" => Digits(n),
        "upperLetter" => Letters(n),
        "lowerLetter" => Letters(n).ToLowerInvariant(),
        "upperRoman" => Roman(n),
        "lowerRoman" => Roman(n).ToLowerInvariant(),
        _ => throw new InvalidOperationException(format),
    };

    private static string Letters(int n) => string.Concat(Enumerable.Repeat("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(n - 1) % 26], 1 + ((n - 1) / 26)));

    private static string Roman(int n) => new string('I', n)
        .Replace("IIIII", "V", StringComparison.Ordinal).Replace("IIII", "IV", StringComparison.Ordinal)
        .Replace("VV", "X", StringComparison.Ordinal).Replace("VIV", "IX", StringComparison.Ordinal)
        .Replace("XXXXX", "L", StringComparison.Ordinal).Replace("XXXX", "XL", StringComparison.Ordinal)
        .Replace("LL", "C", StringComparison.Ordinal).Replace("LXL", "XC", StringComparison.Ordinal);

    private static string Digits(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Value(XElement element, string attribute) => element.Attribute(W + attribute)!.Value;

    private static string Val(XElement element, string child) => Value(element.Element(W + child)!, "val");
}
