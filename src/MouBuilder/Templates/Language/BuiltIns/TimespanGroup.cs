using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>timespan.…</c></summary>
internal static class TimespanGroup
{
    public static TemplateMap Build() => new GroupBuilder("timespan")
        .AddValue("zero", TimeSpan.Zero)
        .Add("from_days", "days:number", (c, a) => Make(c, (double)a[0]!, TimeSpan.FromDays))
        .Add("from_hours", "hours:number", (c, a) => Make(c, (double)a[0]!, TimeSpan.FromHours))
        .Add("from_minutes", "minutes:number", (c, a) => Make(c, (double)a[0]!, TimeSpan.FromMinutes))
        .Add("from_seconds", "seconds:number", (c, a) => Make(c, (double)a[0]!, TimeSpan.FromSeconds))
        .Add("from_milliseconds", "millis:number", (c, a) => Make(c, (double)a[0]!, TimeSpan.FromMilliseconds))
        .Add("parse", "text:text", (c, a) => a[0] is not string text
            ? null
            : TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out TimeSpan span) ? span : throw c.RejectedArgument(0, "this is not a timespan such as 1.02:30:00"))
        .Build();

    private static TimeSpan Make(Call call, double amount, Func<double, TimeSpan> make)
    {
        try
        {
            return make(amount);
        }
        catch (Exception e) when (e is OverflowException or ArgumentException)
        {
            throw call.RejectedArgument(0, "the timespan would be too long");
        }
    }
}
