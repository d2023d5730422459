using System.Globalization;
using System.Numerics;

namespace MouBuilder.Templates.Language.Values;

/// <summary>The ladder of number types, and conversions up and down it.</summary>
internal enum NumberRank
{
    Int,
    Long,
    Big,
    Float,
    Double,
    Decimal,
}

internal static class Numbers
{
    public static NumberRank RankOf(object value) => value switch
    {
        int => NumberRank.Int,
        long => NumberRank.Long,
        BigInteger => NumberRank.Big,
        float => NumberRank.Float,
        decimal => NumberRank.Decimal,
        _ => NumberRank.Double,
    };

    public static BigInteger ToBig(object value) => value switch
    {
        int n => n,
        long n => n,
        BigInteger n => n,
        bool b => b ? 1 : 0,
        _ => new BigInteger(ToDouble(value)),
    };

    public static double ToDouble(object value) => value switch
    {
        int n => n,
        long n => n,
        BigInteger n => (double)n,
        float n => n,
        double n => n,
        decimal n => (double)n,
        bool b => b ? 1 : 0,
        _ => 0,
    };

    /// <summary>Null when it does not fit a decimal.</summary>
    public static decimal? ToDecimal(object value)
    {
        if (value is decimal exact)
        {
            return exact;
        }

        double number = ToDouble(value);
        if (!(Math.Abs(number) < (double)decimal.MaxValue))
        {
            return null;
        }

        return value switch
        {
            int n => n,
            long n => n,
            BigInteger n => (decimal)n,
            _ => (decimal)number,
        };
    }

    /// <summary>Rounded half to even; null when it does not fit.</summary>
    public static int? ToInt(object value)
    {
        if (value is int small)
        {
            return small;
        }

        if (value is BigInteger or long)
        {
            BigInteger big = ToBig(value);
            return big >= int.MinValue && big <= int.MaxValue ? (int)big : null;
        }

        double number = Math.Round(ToDouble(value), MidpointRounding.ToEven);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : null;
    }

    public static int? ParseInt(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : null;
}
