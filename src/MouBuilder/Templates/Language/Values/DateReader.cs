using System.Globalization;

namespace MouBuilder.Templates.Language.Values;

/// <summary>Reads dates: the forms nobody can read in two ways, or a form the template spells out.</summary>
internal static class DateReader
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyy-M-d",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm",
        "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd HH:mm:ss.FFFFFFF",
        "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>Null when it is no date. A final <c>Z</c> is accepted and changes nothing.</summary>
    public static DateTime? Read(string text)
    {
        string trimmed = text.Trim();
        string local = trimmed.EndsWith('Z') && trimmed.Length > 12 ? trimmed[..^1] : trimmed;
        return DateTime.TryParseExact(local, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null;
    }

    /// <summary>Reads by a <c>%</c> pattern; null when the text does not fit it.</summary>
    public static DateTime? Read(string text, string pattern, DateNames names)
    {
        PatternReader reader = new(text, names);
        for (int i = 0; i < pattern.Length; i++)
        {
            bool fits = pattern[i] == '%' && i + 1 < pattern.Length ? reader.Take(pattern[++i]) : reader.TakeLiteral(pattern[i]);
            if (!fits)
            {
                return null;
            }
        }

        return reader.Result;
    }

    private sealed class PatternReader(string text, DateNames names)
    {
        private int position;
        private int year = 1;
        private int month = 1;
        private int day = 1;
        private int hour;
        private int minute;
        private int second;
        private bool? afternoon;

        public DateTime? Result
        {
            get
            {
                int clock = afternoon is null ? hour : (hour % 12) + (afternoon.Value ? 12 : 0);
                bool fits = position == text.Length && year is >= 1 and <= 9999 && month is >= 1 and <= 12
                    && day >= 1 && day <= DateTime.DaysInMonth(year, month) && clock < 24 && minute < 60 && second < 60;
                return fits ? new DateTime(year, month, day, clock, minute, second, DateTimeKind.Unspecified) : null;
            }
        }

        public bool TakeLiteral(char c)
        {
            if (position < text.Length && text[position] == c)
            {
                position++;
                return true;
            }

            return false;
        }

        public bool Take(char letter) => letter switch
        {
            'Y' => Number(4, out year),
            'y' => Number(2, out year) && (year += year < 50 ? 2000 : 1900) > 0,
            'm' => Number(2, out month),
            'd' or 'e' => Number(2, out day),
            'H' or 'k' => Number(2, out hour),
            'I' or 'l' => Number(2, out hour),
            'M' => Number(2, out minute),
            'S' => Number(2, out second),
            'F' => Take('Y') && TakeLiteral('-') && Take('m') && TakeLiteral('-') && Take('d'),
            'T' => Take('H') && TakeLiteral(':') && Take('M') && TakeLiteral(':') && Take('S'),
            'R' => Take('H') && TakeLiteral(':') && Take('M'),
            'D' => Take('m') && TakeLiteral('/') && Take('d') && TakeLiteral('/') && Take('y'),
            'B' => Name(names.Month, out month),
            'b' or 'h' => Name(names.ShortMonth, out month),
            'p' or 'P' => HalfOfDay(),
            '%' => TakeLiteral('%'),
            _ => false,
        };

        private bool Number(int most, out int value)
        {
            while (position < text.Length && text[position] == ' ')
            {
                position++;
            }

            int start = position;
            value = 0;
            while (position < text.Length && position - start < most && char.IsAsciiDigit(text[position]))
            {
                value = (value * 10) + text[position++] - '0';
            }

            return position > start;
        }

        private bool Name(Func<int, string> nameOf, out int value)
        {
            int best = 0;
            for (int i = 1; i <= 12; i++)
            {
                string name = nameOf(i);
                bool stands = string.Compare(text, position, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0;
                if (stands && (best == 0 || name.Length > nameOf(best).Length))
                {
                    best = i;
                }
            }

            value = best;
            position += best == 0 ? 0 : nameOf(best).Length;
            return best > 0;
        }

        private bool HalfOfDay()
        {
            if (position + 2 > text.Length || text[position + 1] is not ('M' or 'm') || text[position] is not ('A' or 'a' or 'P' or 'p'))
            {
                return false;
            }

            afternoon = text[position] is 'P' or 'p';
            position += 2;
            return true;
        }
    }
}
