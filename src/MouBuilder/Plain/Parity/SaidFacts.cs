using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Templates;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Plain.Parity;

/// <summary>The numbers, dates, telephones and names of a text, written alike whatever the language, so that two texts can be held against each other.</summary>
internal sealed partial record SaidFacts(ImmutableArray<string> Numbers, ImmutableArray<string> Dates, ImmutableArray<string> Phones, ImmutableArray<string> Names)
{
    /// <summary>Months counted in words; the first and the last have names of their own too.</summary>
    private static readonly string[][] VietnameseMonths = [["Một", "Giêng"], ["Hai"], ["Ba"], ["Tư"], ["Năm"], ["Sáu"], ["Bảy"], ["Tám"], ["Chín"], ["Mười"], ["Mười Một"], ["Mười Hai", "Chạp"]];

    /// <param name="names">What the agreement calls its parties.</param>
    /// <param name="against">The language it is compared with.</param>
    public static SaidFacts Of(string text, Locale locale, IEnumerable<string> names, Locale against)
    {
        List<string> phones = [];
        List<string> dates = [];
        List<string> known = [];
        string rest = text;
        foreach (string name in names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length))
        {
            rest = Taken(rest, new Regex($@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant), _ => known.Add(name));
        }

        rest = Taken(rest, Address(), m => known.Add(m.Value.TrimEnd('.').ToLowerInvariant()));
        rest = Taken(rest, Phone(), m => phones.Add(string.Concat(m.Value.Where(char.IsAsciiDigit))));
        rest = WithDates(rest, locale, date =>
        {
            dates.Add(date);
            return " ";
        });
        known.AddRange(Initials().Matches(rest).Select(m => m.Value));
        return new(
            [.. Quantities.Number(locale).Matches(rest.Replace('-', ' ')).Select(m => Quantities.ValueOf(m.Value, locale, against)).OfType<string>().Order(StringComparer.Ordinal)],
            [.. dates.Order(StringComparer.Ordinal)],
            [.. phones.Order(StringComparer.Ordinal)],
            [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A text with something else in the place of each date; a date reads <c>2022-03-08</c>, <c>2022-03</c> or, without a year, <c>--03-08</c>.</summary>
    public static string WithDates(string text, Locale locale, Func<string, string> instead) => Form(locale).Replace(text, m => instead(Date(m.Groups["day"].Value, MonthOf(m.Groups["month"].Value, locale), m.Groups["year"].Value)));

    /// <summary>A text without its telephone numbers and addresses.</summary>
    public static string WithoutAddresses(string text) => Phone().Replace(Address().Replace(text, " "), " ");

    /// <summary>4,540 and 4.540 are one number; 19-2.5-303 is three.</summary>
    public static string Digits(string number) => Thousands().IsMatch(number) ? number.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : number.Replace(',', '.');

    /// <summary>What one text has and the other lacks, in words: <c>24 is missing; 2 is not in the English</c>. Null where they agree.</summary>
    /// <param name="omitted">Values that the other text leaves out for a reason it gives.</param>
    public static string? Difference(ImmutableArray<string> english, ImmutableArray<string> other, IEnumerable<string> omitted)
    {
        List<string> missing = [.. english];
        List<string> more = [];
        foreach (string fact in other)
        {
            if (!missing.Remove(fact))
            {
                more.Add(fact);
            }
        }

        foreach (string fact in omitted)
        {
            missing.Remove(fact);
        }

        string[] parts = [.. new[] { Words(missing, "is missing", "are missing"), Words(more, "is not in the English", "are not in the English") }.OfType<string>()];
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }

    private static string? Words(List<string> facts, string one, string several) => facts.Count == 0 ? null : $"{string.Join(", ", facts)} {(facts.Count == 1 ? one : several)}";

    private static string Taken(string text, Regex pattern, Action<Match> take) => pattern.Replace(text, m =>
    {
        take(m);
        return " ";
    });

    private static string Date(string day, int month, string year) =>
        string.Create(CultureInfo.InvariantCulture, $"{(year.Length == 0 ? "-" : year)}-{month:00}{(day.Length == 0 ? "" : $"-{int.Parse(day, CultureInfo.InvariantCulture):00}")}");

    private static int MonthOf(string name, Locale locale)
    {
        DateNames names = DateNames.Of(PlainTexts.CultureOf(locale));
        int inWords = Array.FindIndex(VietnameseMonths, m => m.Contains(name, StringComparer.OrdinalIgnoreCase));
        return locale == Locale.Vi && inWords >= 0 ? inWords + 1
            : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : Enumerable.Range(1, 12).First(m => names.Month(m).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static Regex Form(Locale locale) => locale switch { Locale.Es => Spanish(), Locale.Vi => Vietnamese(), _ => English() };

    [GeneratedRegex(@"\A[0-9]{1,3}(?:[.,][0-9]{3})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<![\d-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])(?:[A-Z]{2,}|[A-Z](?:\.[A-Z])+)(?![\p{L}\p{M}])", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December) ((?<day>\d{1,2})(st|nd|rd|th)?\b(, (?<year>\d{4})\b)?|(?<year>\d{4})\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex English();

    [GeneratedRegex(@"\b((?<day>\d{1,2})(º|\.º)? de (?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b( del? (?<year>\d{4})\b)?|(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) del? (?<year>\d{4})\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b((ngày )?(?<day>\d{1,2}) tháng (?<month>\d{1,2}|Giêng|Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười Một|Mười Hai|Mười|Chạp)\b(( năm|,)? (?<year>\d{4})\b)?|tháng (?<month>\d{1,2}|Giêng|Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười Một|Mười Hai|Mười|Chạp)( năm|,)? (?<year>\d{4})\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Vietnamese();
}
