namespace MouBuilder.Templates.Language.Values;

/// <summary>Month and day names of one language, kept here so that they never change under an agreement.</summary>
internal sealed class DateNames
{
    private static readonly DateNames English = new(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]);

    private static readonly DateNames Spanish = new(
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
        ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"]);

    private static readonly DateNames Vietnamese = new(
        [.. Enumerable.Range(1, 12).Select(m => FormattableString.Invariant($"tháng {m}"))],
        [.. Enumerable.Range(1, 12).Select(m => FormattableString.Invariant($"thg {m}"))],
        ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
        ["CN", "T2", "T3", "T4", "T5", "T6", "T7"]);

    private readonly string[] months;
    private readonly string[] shortMonths;
    private readonly string[] days;
    private readonly string[] shortDays;

    private DateNames(string[] months, string[] shortMonths, string[] days, string[] shortDays)
    {
        this.months = months;
        this.shortMonths = shortMonths;
        this.days = days;
        this.shortDays = shortDays;
    }

    public static DateNames Of(CultureTag locale) => locale switch
    {
        CultureTag.Es => Spanish,
        CultureTag.Vi => Vietnamese,
        _ => English,
    };

    public string Month(int month) => months[month - 1];

    public string ShortMonth(int month) => shortMonths[month - 1];

    public string Day(DayOfWeek day) => days[(int)day];

    public string ShortDay(DayOfWeek day) => shortDays[(int)day];
}
