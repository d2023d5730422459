using System.Numerics;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Operators between numbers: the higher type decides, and whole numbers widen instead of overflowing.</summary>
internal static class Arithmetic
{
    internal enum Problem
    {
        None,
        DivisionByZero,
        TooLarge,
        NotForFractions,
    }

    public static object? Apply(BinaryOperator @operator, object left, object right, out Problem problem)
    {
        problem = Problem.None;
        NumberRank rank = (NumberRank)Math.Max((int)Numbers.RankOf(left), (int)Numbers.RankOf(right));
        if (rank <= NumberRank.Long)
        {
            return Whole(@operator, ToLong(left), ToLong(right), rank, out problem);
        }

        switch (rank)
        {
            case NumberRank.Big:
                return Big(@operator, Numbers.ToBig(left), Numbers.ToBig(right), out problem);
            case NumberRank.Decimal:
                if (Numbers.ToDecimal(left) is { } a && Numbers.ToDecimal(right) is { } b)
                {
                    return Exact(@operator, a, b, out problem);
                }

                problem = Problem.TooLarge;
                return null;
            case NumberRank.Float:
                object? wide = Fraction(@operator, Numbers.ToDouble(left), Numbers.ToDouble(right), out problem);
                return wide is double result ? (float)result : wide;
            default:
                return Fraction(@operator, Numbers.ToDouble(left), Numbers.ToDouble(right), out problem);
        }
    }

    private static long ToLong(object value) => value is int small ? small : (long)value;

    private static object? Whole(BinaryOperator @operator, long a, long b, NumberRank rank, out Problem problem)
    {
        problem = Problem.None;
        if (rank == NumberRank.Int)
        {
            // Two ints never overflow a long in these, so the slow path is not needed.
            switch (@operator)
            {
                case BinaryOperator.Add:
                    return Narrow(a + b);
                case BinaryOperator.Subtract:
                    return Narrow(a - b);
                case BinaryOperator.Multiply:
                    return Narrow(a * b);
            }
        }

        switch (@operator)
        {
            case BinaryOperator.Equal:
                return Boxes.Of(a == b);
            case BinaryOperator.NotEqual:
                return Boxes.Of(a != b);
            case BinaryOperator.Less:
                return Boxes.Of(a < b);
            case BinaryOperator.LessOrEqual:
                return Boxes.Of(a <= b);
            case BinaryOperator.Greater:
                return Boxes.Of(a > b);
            case BinaryOperator.GreaterOrEqual:
                return Boxes.Of(a >= b);
            case BinaryOperator.Divide:
                return (double)a / b;
            default:
                return Big(@operator, a, b, out problem);
        }
    }

    private static object Narrow(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)value) : value;

    private static object? Big(BinaryOperator @operator, BigInteger a, BigInteger b, out Problem problem)
    {
        problem = Problem.None;
        if (@operator.IsComparison())
        {
            return Compare(@operator, a.CompareTo(b));
        }

        if (@operator is BinaryOperator.DivideWhole or BinaryOperator.Remainder && b.IsZero)
        {
            problem = Problem.DivisionByZero;
            return null;
        }

        long bits = @operator switch
        {
            BinaryOperator.Multiply => a.GetBitLength() + b.GetBitLength(),
            BinaryOperator.ShiftLeft => (long)BigInteger.Min(Budget.NumberBits + 1, a.GetBitLength() + BigInteger.Max(b, 0)),
            _ => 0,
        };
        if (bits > Budget.NumberBits)
        {
            problem = Problem.TooLarge;
            return null;
        }

        return @operator switch
        {
            BinaryOperator.Add => NumberReader.Narrow(a + b),
            BinaryOperator.Subtract => NumberReader.Narrow(a - b),
            BinaryOperator.Multiply => NumberReader.Narrow(a * b),
            BinaryOperator.Divide => (double)a / (double)b,
            BinaryOperator.DivideWhole => NumberReader.Narrow(BigInteger.Divide(a, b)),
            BinaryOperator.Remainder => NumberReader.Narrow(BigInteger.Remainder(a, b)),
            BinaryOperator.ShiftLeft => NumberReader.Narrow(a << (int)BigInteger.Max(b, 0)),
            BinaryOperator.ShiftRight => NumberReader.Narrow(a >> (int)BigInteger.Min(BigInteger.Max(b, 0), Budget.NumberBits)),
            _ => null,
        };
    }

    private static object? Fraction(BinaryOperator @operator, double a, double b, out Problem problem)
    {
        problem = Problem.None;
        switch (@operator)
        {
            case BinaryOperator.Add:
                return a + b;
            case BinaryOperator.Subtract:
                return a - b;
            case BinaryOperator.Multiply:
                return a * b;
            case BinaryOperator.Divide:
                return a / b;
            case BinaryOperator.DivideWhole:
                return Math.Round(a / b);
            case BinaryOperator.Remainder:
                return a % b;
            case BinaryOperator.Equal:
                return Boxes.Of(a == b);
            case BinaryOperator.NotEqual:
                return Boxes.Of(a != b);
            case BinaryOperator.Less:
                return Boxes.Of(a < b);
            case BinaryOperator.LessOrEqual:
                return Boxes.Of(a <= b);
            case BinaryOperator.Greater:
                return Boxes.Of(a > b);
            case BinaryOperator.GreaterOrEqual:
                return Boxes.Of(a >= b);
            default:
                problem = Problem.NotForFractions;
                return null;
        }
    }

    private static object? Exact(BinaryOperator @operator, decimal a, decimal b, out Problem problem)
    {
        problem = Problem.None;
        if (@operator.IsComparison())
        {
            return Compare(@operator, a.CompareTo(b));
        }

        if (@operator is BinaryOperator.Divide or BinaryOperator.DivideWhole or BinaryOperator.Remainder && b == 0)
        {
            problem = Problem.DivisionByZero;
            return null;
        }

        try
        {
            switch (@operator)
            {
                case BinaryOperator.Add:
                    return a + b;
                case BinaryOperator.Subtract:
                    return a - b;
                case BinaryOperator.Multiply:
                    return a * b;
                case BinaryOperator.Divide:
                    return a / b;
                case BinaryOperator.DivideWhole:
                    return decimal.Round(a / b);
                case BinaryOperator.Remainder:
                    return a % b;
            }
        }
        catch (OverflowException)
        {
            problem = Problem.TooLarge;
            return null;
        }

        problem = Problem.NotForFractions;
        return null;
    }

    public static object Compare(BinaryOperator @operator, int order) => Boxes.Of(@operator switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    });
}
