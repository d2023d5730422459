using System.Globalization;
using System.Numerics;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Syntax;

/// <summary>Reads a number literal; whole numbers widen from int to long to any size, as far as the digits need.</summary>
internal static class NumberReader
{
    /// <summary>Longer literals are refused: turning digits into a number costs the square of their count.</summary>
    private const int MostDigits = 1_000;

    /// <summary>Beyond this power of ten a literal is refused rather than turned into megabytes of zeros.</summary>
    private const int LargestExponent = 300;

    public static object? Read(string text, ref int position, out string? problem)
    {
        problem = null;
        int start = position;
        char second = position + 1 < text.Length ? text[position + 1] : '\0';
        if (text[position] == '0' && second is 'x' or 'X' or 'b' or 'B')
        {
            return ReadRadix(text, ref position, second is 'x' or 'X' ? 16 : 2, out problem);
        }

        bool fraction = false;
        SkipDigits(text, ref position);
        if (At(text, position) == '.' && char.IsAsciiDigit(At(text, position + 1)))
        {
            fraction = true;
            position++;
            SkipDigits(text, ref position);
        }

        int mantissaEnd = position;
        int exponent = 0;
        bool hasExponent = false;
        if (At(text, position) is 'e' or 'E')
        {
            int sign = At(text, position + 1) is '+' or '-' ? 1 : 0;
            if (char.IsAsciiDigit(At(text, position + 1 + sign)))
            {
                int exponentStart = position + 1;
                position += 1 + sign;
                SkipDigits(text, ref position);
                hasExponent = true;
                string written = text[exponentStart..position].Replace("_", "", StringComparison.Ordinal);
                if (!int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > LargestExponent)
                {
                    problem = "its exponent is too large";
                    return 0;
                }
            }
        }

        if (position - start > MostDigits)
        {
            problem = "it has too many digits";
            return 0;
        }

        string digits = text[start..position].Replace("_", "", StringComparison.Ordinal);
        switch (At(text, position))
        {
            case 'f' or 'F':
                position++;
                return float.Parse(digits, CultureInfo.InvariantCulture);
            case 'd' or 'D':
                position++;
                return double.Parse(digits, CultureInfo.InvariantCulture);
            case 'm' or 'M':
                position++;
                if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact))
                {
                    return exact;
                }

                problem = "it does not fit a decimal";
                return 0;
        }

        if (fraction || exponent < 0)
        {
            return double.Parse(digits, CultureInfo.InvariantCulture);
        }

        if (!hasExponent && position - start < 10)
        {
            return Boxes.Of(int.Parse(digits, CultureInfo.InvariantCulture));
        }

        BigInteger whole = BigInteger.Parse(text[start..mantissaEnd].Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return Narrow(hasExponent ? whole * BigInteger.Pow(10, exponent) : whole);
    }

    /// <summary>The smallest of the whole-number types that holds the value.</summary>
    public static object Narrow(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
        {
            return Boxes.Of((int)value);
        }

        return value >= long.MinValue && value <= long.MaxValue ? (long)value : value;
    }

    private static object? ReadRadix(string text, ref int position, int radix, out string? problem)
    {
        problem = null;
        position += 2;
        int start = position;
        while (At(text, position) == '_' || (radix == 16 ? char.IsAsciiHexDigit(At(text, position)) : At(text, position) is '0' or '1'))
        {
            position++;
        }

        string digits = text[start..position].Replace("_", "", StringComparison.Ordinal).TrimStart('0');
        bool unsigned = At(text, position) is 'u' or 'U';
        if (unsigned)
        {
            position++;
        }

        int bits = radix == 16 ? digits.Length * 4 : digits.Length;
        if (position == start || bits > 64)
        {
            problem = position == start ? "digits are missing" : "it has more than 64 bits";
            return 0;
        }

        ulong value = digits.Length == 0 ? 0 : Convert.ToUInt64(digits, radix);
        if (!unsigned && (value > long.MaxValue || (bits == 32 && value > int.MaxValue)))
        {
            problem = "its first bit could be a sign; put u after it to say that it is not";
            return 0;
        }

        return Narrow(value);
    }

    private static char At(string text, int offset) => offset < text.Length ? text[offset] : '\0';

    private static void SkipDigits(string text, ref int position)
    {
        while (char.IsAsciiDigit(At(text, position)) || At(text, position) == '_')
        {
            position++;
        }
    }
}
