using System.Text.RegularExpressions;

namespace MouBuilder.Reading.Typed;

/// <summary>Finds what stands on every page and is no part of the text: page numbers, and headers and footers that come back.</summary>
internal static partial class PageFurniture
{
    private const int Edge = 3;
    private const int LeastRepeats = 3;
    private const int LongestHeader = 120;

    /// <summary>The positions of such lines.</summary>
    public static HashSet<int> Of(IReadOnlyList<string> lines, IReadOnlyList<int> pageStarts)
    {
        HashSet<int> furniture = [.. Enumerable.Range(0, lines.Count).Where(i => PageNumber().IsMatch(lines[i]))];
        furniture.UnionWith(BareNumbers(lines));
        furniture.UnionWith(NumberedHeaders(lines));
        furniture.UnionWith(TopsOfPages(lines, pageStarts));

        // Lines at the edges of pages, or beside a page number, that are the same on several pages but for their digits.
        HashSet<int> edges = [];
        for (int page = 0; page < pageStarts.Count; page++)
        {
            int end = page + 1 < pageStarts.Count ? pageStarts[page + 1] : lines.Count;
            int[] filled = [.. Enumerable.Range(pageStarts[page], end - pageStarts[page]).Where(i => !string.IsNullOrWhiteSpace(lines[i]))];
            edges.UnionWith(pageStarts.Count > 1 ? filled.Take(Edge).Concat(filled.TakeLast(Edge)) : []);
        }

        foreach (int number in furniture.ToArray())
        {
            edges.UnionWith(Enumerable.Range(number - 3, 7).Where(i => i >= 0 && i < lines.Count));
        }

        foreach (IGrouping<string, int> same in edges.Where(i => !string.IsNullOrWhiteSpace(lines[i])).GroupBy(i => Digits().Replace(lines[i].Trim(), "0"), StringComparer.Ordinal))
        {
            if (same.Count() >= Math.Min(LeastRepeats, Math.Max(2, pageStarts.Count)) && same.Key.Length <= 100)
            {
                furniture.UnionWith(same);
            }
        }

        return furniture;
    }

    /// <summary>The same words on top of two pages that a form feed begins.</summary>
    private static IEnumerable<int> TopsOfPages(IReadOnlyList<string> lines, IReadOnlyList<int> pageStarts) =>
        pageStarts.Skip(1)
            .Where(i => i < lines.Count && lines[i].Length <= LongestHeader && lines[i].TrimStart() is [var first, ..] && (char.IsUpper(first) || char.IsDigit(first)) && lines[i].Any(char.IsLetter))
            .GroupBy(i => Blanks().Replace(lines[i].Trim(), " "), StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .SelectMany(same => same);

    /// <summary>Numbers alone on their lines that count up through the file.</summary>
    private static IEnumerable<int> BareNumbers(IReadOnlyList<string> lines)
    {
        (int At, int Number)[] bare = [.. Enumerable.Range(0, lines.Count).Where(i => Bare().IsMatch(lines[i])).Select(i => (i, int.Parse(Digits().Match(lines[i]).ValueSpan, System.Globalization.CultureInfo.InvariantCulture)))];
        for (int i = 0; i < bare.Length; i++)
        {
            bool follows = i > 0 && bare[i].Number == bare[i - 1].Number + 1;
            bool leads = i + 1 < bare.Length && bare[i + 1].Number == bare[i].Number + 1;
            if (bare.Length >= LeastRepeats && (follows || leads))
            {
                yield return bare[i].At;
            }
        }
    }

    /// <summary>Headers and footers with the number of the page in them, <c>School Police Agreement   Page 2 of 3</c>: the same words again and again, and numbers that count up.</summary>
    private static IEnumerable<int> NumberedHeaders(IReadOnlyList<string> lines) =>
        Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Length <= LongestHeader)
            .Select(i => (At: i, Found: HeaderNumber().Match(lines[i])))
            .Where(h => h.Found.Success)
            .GroupBy(h => Blanks().Replace(lines[h.At].Remove(h.Found.Groups["page"].Index, h.Found.Groups["page"].Length).Trim(), " "), h => (h.At, Number: int.Parse(h.Found.Groups["page"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal)
            .Where(same => same.Count() >= LeastRepeats && same.Zip(same.Skip(1)).All(pair => pair.Second.Number == pair.First.Number + 1))
            .SelectMany(same => same.Select(h => h.At));

    [GeneratedRegex(@"\A\s*(?:[Pp]age|PAGE|[Pp]g\.?)\s+\d{1,4}(?:\s+(?:of|OF)\s+\d{1,4})?\s*\z|\A\s*[-–—]\s*\d{1,4}\s*[-–—]\s*\z|\A\s*\d{1,4}\s+(?:of|OF)\s+\d{1,4}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\A\s*\d{1,4}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A\s*(?:page|pg\.)\s+(?<page>\d{1,4})(?:\s+of\s+\d{1,4})?(?=\s{2,}|\s*[|–—·•-]\s)|(?<!\S)(?:page|pg\.)\s+(?<page>\d{1,4})(?:\s+of\s+\d{1,4})?\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderNumber();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
