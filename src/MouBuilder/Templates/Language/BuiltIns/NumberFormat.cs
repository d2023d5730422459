using System.Globalization;
using System.Numerics;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>Formats of numbers, always with the marks of no particular country; a width is at most two digits.</summary>
internal static class NumberFormat
{
    private const int LongestFormat = 64;

    public static string Write(Call call, object value, string format, string? culture)
    {
        bool plainEnglish = culture == "en-US" && format.Length > 0 && format[0] is 'N' or 'n' or 'F' or 'f' or 'D' or 'd' or 'X' or 'x';
        if (!string.IsNullOrEmpty(culture) && !plainEnglish)
        {
            throw call.Fail((bag, at) => bag.TemplateRefused(at, "a culture for numbers", "the bytes of an agreement must not depend on a machine's locale data. Leave it out."));
        }

        if (!Kinds.IsNumber(value) && value is not (bool or DateTime or TimeSpan))
        {
            throw call.Rejected($"{Kinds.Name(value)} has no format");
        }

        if (!IsModest(format))
        {
            throw Bad(call, format);
        }

        try
        {
            return value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : throw Bad(call, format);
        }
        catch (FormatException)
        {
            throw Bad(call, format);
        }
    }

    private static Running.Fault Bad(Call call, string format) => call.Fail((bag, at) => bag.TemplateBadFormat(at, format));

    private static bool IsModest(string format)
    {
        int digits = 0;
        foreach (char c in format)
        {
            digits = char.IsAsciiDigit(c) && c != '0' ? digits + 1 : digits;
        }

        bool standard = format.Length > 0 && char.IsAsciiLetter(format[0]) && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        return format.Length <= (standard ? 3 : LongestFormat);
    }
}
