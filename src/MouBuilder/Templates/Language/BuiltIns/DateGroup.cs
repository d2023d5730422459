using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>date.…</c>, without a clock.</summary>
internal static class DateGroup
{
    private const int LongestPattern = 500;

    private const string NoClock = "the same agreement must give the same text on every day. Use a date of the agreement file.";

    public static TemplateMap Build() => new GroupBuilder("date")
        .AddValue("default_format", DateFormat.Default)
        .AddValue("format", DateFormat.Default)
        .Add("now", "", (c, _) => throw c.Refused(NoClock))
        .Add("utc_now", "", (c, _) => throw c.Refused(NoClock))
        .Add("add_days", "date:date days:number", (c, a) => Move(c, a[0], d => d.AddDays((double)a[1]!)))
        .Add("add_months", "date:date months:int", (c, a) => Move(c, a[0], d => d.AddMonths((int)a[1]!)))
        .Add("add_years", "date:date years:int", (c, a) => Move(c, a[0], d => d.AddYears((int)a[1]!)))
        .Add("add_hours", "date:date hours:number", (c, a) => Move(c, a[0], d => d.AddHours((double)a[1]!)))
        .Add("add_minutes", "date:date minutes:number", (c, a) => Move(c, a[0], d => d.AddMinutes((double)a[1]!)))
        .Add("add_seconds", "date:date seconds:number", (c, a) => Move(c, a[0], d => d.AddSeconds((double)a[1]!)))
        .Add("add_milliseconds", "date:date millis:number", (c, a) => Move(c, a[0], d => d.AddMilliseconds((double)a[1]!)))
        .Add("parse", "text:text pattern:text? culture:text?", (c, a) => Parse(c, (string?)a[0], (string?)a[1], (string?)a[2]))
        .Add("parse_to_string", "text:text output_pattern:text? input_pattern:text? output_culture:text? input_culture:text?", ParseToString)
        .Add("to_string", "datetime:date pattern:text culture:text?", (c, a) => Print(c, (DateTime?)a[0], (string?)a[1], (string?)a[2]))
        .Build();

    private static DateTime? Move(Call call, object? date, Func<DateTime, DateTime> move)
    {
        if (date is not DateTime from)
        {
            return null;
        }

        try
        {
            return move(from);
        }
        catch (ArgumentException)
        {
            throw call.Fail((bag, at) => bag.TemplateBadDate(at, "The result lies outside of the years 1 to 9999."));
        }
    }

    private static DateTime? Parse(Call call, string? text, string? pattern, string? culture)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (culture is not null && pattern is null)
        {
            throw RefusedCulture(call);
        }

        call.Items((text.Length / 8) + ((pattern?.Length ?? 0) / 2));
        DateTime? date = pattern is null ? DateReader.Read(text) : DateReader.Read(text, pattern, NamesOf(call, culture));
        return date ?? throw call.Fail((bag, at) => bag.TemplateBadDate(at, $"\"{(text.Length > 40 ? text[..40] : text.ReplaceLineEndings(" "))}\" is not a date that can be read without doubt."));
    }

    private static string? ParseToString(Call call, object?[] a)
    {
        DateTime? date = Parse(call, (string?)a[0], (string?)a[2], (string?)a[4]);
        return date is null ? null : Print(call, date, (string?)a[1], (string?)a[3]);
    }

    private static string Print(Call call, DateTime? date, string? pattern, string? culture)
    {
        DateNames names = NamesOf(call, culture);
        if (date is null)
        {
            return "";
        }

        if (pattern is null || pattern.Length > LongestPattern)
        {
            throw call.RejectedArgument(1, "the pattern is missing or too long");
        }

        call.Items(pattern.Length);

        // Alone, the mark of the neutral culture stands for the default form after a blank.
        pattern = pattern == "%g" ? " " + DateFormat.Default : pattern;
        return DateFormat.RefusedLetter(pattern, ReferenceEquals(names, DateNames.Of(CultureTag.En))) is { } letter
            ? throw call.Fail((bag, at) => bag.TemplateRefused(at, $"%{letter}", "it would ask the machine for its locale or time zone. Spell the form out, for example %Y-%m-%d %H:%M."))
            : DateFormat.Write(date.Value, pattern, names);
    }

    private static DateNames NamesOf(Call call, string? culture) => culture switch
    {
        null or "" => call.Names,
        _ when IsLanguage(culture, "en") => DateNames.Of(CultureTag.En),
        _ when IsLanguage(culture, "es") => DateNames.Of(CultureTag.Es),
        _ when IsLanguage(culture, "vi") => DateNames.Of(CultureTag.Vi),
        _ => throw RefusedCulture(call),
    };

    private static bool IsLanguage(string culture, string language) =>
        culture == language || culture.StartsWith(language + "-", StringComparison.Ordinal);

    private static Running.Fault RefusedCulture(Call call) => call.Fail((bag, at) =>
        bag.TemplateRefused(at, "this culture", "month and day names are known in en, es and vi, and dates are read by a pattern. Name one of these, or give the pattern."));
}
