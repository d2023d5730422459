namespace MouBuilder.Templates.Language.Values;

/// <summary>What <c>date.year</c> and <c>timespan.days</c> read.</summary>
internal static class DateMembers
{
    public static bool TryGet(DateTime date, string name, out object? value)
    {
        value = name switch
        {
            "year" => Boxes.Of(date.Year),
            "month" => Boxes.Of(date.Month),
            "day" => Boxes.Of(date.Day),
            "day_of_year" => Boxes.Of(date.DayOfYear),
            "hour" => Boxes.Of(date.Hour),
            "minute" => Boxes.Of(date.Minute),
            "second" => Boxes.Of(date.Second),
            "millisecond" => Boxes.Of(date.Millisecond),
            _ => null,
        };
        return value is not null;
    }

    public static bool TryGet(TimeSpan span, string name, out object? value)
    {
        value = name switch
        {
            "days" => Boxes.Of(span.Days),
            "hours" => Boxes.Of(span.Hours),
            "minutes" => Boxes.Of(span.Minutes),
            "seconds" => Boxes.Of(span.Seconds),
            "milliseconds" => Boxes.Of(span.Milliseconds),
            "total_days" => span.TotalDays,
            "total_hours" => span.TotalHours,
            "total_minutes" => span.TotalMinutes,
            "total_seconds" => span.TotalSeconds,
            "total_milliseconds" => span.TotalMilliseconds,
            _ => null,
        };
        return value is not null;
    }
}
