using System.Globalization;
using System.Text;

namespace MouBuilder.Templates.Language.Values;

/// <summary>Writes dates by <c>%</c> patterns, with names from <see cref="DateNames"/> only.</summary>
internal static class DateFormat
{
    public const string Default = "%d %b %Y";

    /// <summary>The letters that would ask the machine for its locale or time zone.</summary>
    public static char? RefusedLetter(string pattern, bool english)
    {
        for (int i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] == '%')
            {
                i++;
                if (pattern[i] is 'Z' or 'z' or 'G' || (pattern[i] is 'c' or 'x' or 'X' && !english))
                {
                    return pattern[i];
                }
            }
        }

        return null;
    }

    public static string Write(DateTime date, string pattern, DateNames names)
    {
        StringBuilder built = new();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                built.Append(pattern[i]);
                continue;
            }

            Append(built, date, pattern[++i], names);
        }

        return built.ToString();
    }

    private static void Append(StringBuilder built, DateTime date, char letter, DateNames names)
    {
        switch (letter)
        {
            case 'a':
                built.Append(names.ShortDay(date.DayOfWeek));
                break;
            case 'A':
                built.Append(names.Day(date.DayOfWeek));
                break;
            case 'b' or 'h':
                built.Append(names.ShortMonth(date.Month));
                break;
            case 'B':
                built.Append(names.Month(date.Month));
                break;
            case 'c':
                Sequence(built, date, "%a %b %d %H:%M:%S %Y", names);
                break;
            case 'x':
                Sequence(built, date, "%m/%d/%Y", names);
                break;
            case 'X':
                Sequence(built, date, "%H:%M:%S", names);
                break;
            case 'g':
                break;
            case 'C':
                Number(built, date.Year / 100, 2);
                break;
            case 'd':
                Number(built, date.Day, 2);
                break;
            case 'D':
                Sequence(built, date, "%m/%d/%y", names);
                break;
            case 'e':
                Number(built, date.Day, 2, ' ');
                break;
            case 'F':
                Sequence(built, date, "%Y-%m-%d", names);
                break;
            case 'H':
                Number(built, date.Hour, 2);
                break;
            case 'I':
                Number(built, Clock(date), 2);
                break;
            case 'j':
                Number(built, date.DayOfYear, 3);
                break;
            case 'k':
                Number(built, date.Hour, 2, ' ');
                break;
            case 'l':
                Number(built, Clock(date), 2, ' ');
                break;
            case 'L':
                Number(built, date.Millisecond, 3);
                break;
            case 'm':
                Number(built, date.Month, 2);
                break;
            case 'M':
                Number(built, date.Minute, 2);
                break;
            case 'n':
                built.Append('\n');
                break;
            case 'N':
                Number(built, (int)(date.Ticks % TimeSpan.TicksPerSecond), 7);
                built.Append("00");
                break;
            case 'p':
                built.Append(date.Hour < 12 ? "AM" : "PM");
                break;
            case 'P':
                built.Append(date.Hour < 12 ? "am" : "pm");
                break;
            case 'r':
                Sequence(built, date, "%I:%M:%S %p", names);
                break;
            case 'R':
                Sequence(built, date, "%H:%M", names);
                break;
            case 's':
                built.Append(((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture));
                break;
            case 'S':
                Number(built, date.Second, 2);
                break;
            case 't':
                built.Append('\t');
                break;
            case 'T':
                Sequence(built, date, "%H:%M:%S", names);
                break;
            case 'u':
                Number(built, date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1);
                break;
            case 'U':
                Number(built, Week(date, DayOfWeek.Sunday), 2);
                break;
            case 'v':
                Number(built, date.Day, 2, ' ');
                built.Append('-').Append(names.ShortMonth(date.Month).ToUpperInvariant()).Append('-');
                Number(built, date.Year, 4);
                break;
            case 'V':
                Number(built, ISOWeek.GetWeekOfYear(date), 2);
                break;
            case 'w':
                Number(built, (int)date.DayOfWeek, 1);
                break;
            case 'W':
                Number(built, Week(date, DayOfWeek.Monday), 2);
                break;
            case 'y':
                Number(built, date.Year % 100, 2);
                break;
            case 'Y':
                Number(built, date.Year, 4);
                break;
            case '%':
                built.Append('%');
                break;
            default:
                built.Append('%').Append(letter);
                break;
        }
    }

    private static void Sequence(StringBuilder built, DateTime date, string pattern, DateNames names) => built.Append(Write(date, pattern, names));

    private static int Clock(DateTime date) => date.Hour % 12 == 0 ? 12 : date.Hour % 12;

    /// <summary>The number of the week that begins on the given day; the first of January is in week 1.</summary>
    private static int Week(DateTime date, DayOfWeek first)
    {
        int newYear = ((int)new DateTime(date.Year, 1, 1).DayOfWeek - (int)first + 7) % 7;
        return ((date.DayOfYear - 1 + newYear) / 7) + 1;
    }

    private static void Number(StringBuilder built, int value, int width, char pad = '0') =>
        built.Append(value.ToString(CultureInfo.InvariantCulture).PadLeft(width, pad));
}
