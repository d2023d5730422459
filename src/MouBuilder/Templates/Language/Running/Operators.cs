using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Where an operation stands, for the messages about it.</summary>
internal readonly record struct OperationPlace(SourceText File, int Left, int Operator, int Right);

/// <summary>
/// Operators between any two values. Text decides first, then null and <c>empty</c>, then lists, then dates, then numbers:
/// that order is the language's and shows in what each combination gives.
/// </summary>
internal sealed class Operators(Meter meter, DateNames names)
{
    public object? Apply(BinaryOperator @operator, object? left, object? right, OperationPlace at)
    {
        if (left is string || right is string)
        {
            return Text(@operator, left, right, at);
        }

        if (left is null || right is null)
        {
            return Null(@operator, left, right);
        }

        if (left is EmptyValue || right is EmptyValue)
        {
            return Empty(@operator, left, right);
        }

        if (left is TemplateList || right is TemplateList)
        {
            return Lists(@operator, left, right, at);
        }

        if (left is DateTime or TimeSpan || right is DateTime or TimeSpan)
        {
            return Dates(@operator, left, right, at);
        }

        return Plain(@operator, left, right, at);
    }

    private string TextOf(object? value, OperationPlace at) => meter.TextOf(value, names, at.File, at.Operator);

    private static Fault Wrong(BinaryOperator @operator, OperationPlace at, int where, string problem) =>
        new(bag => bag.TemplateWrongOperand(at.File.PlaceOf(where), @operator.Text(), problem));

    private object? Text(BinaryOperator @operator, object? left, object? right, OperationPlace at)
    {
        switch (@operator)
        {
            case BinaryOperator.Add:
                string a = TextOf(left, at);
                string b = TextOf(right, at);
                meter.Characters(a.Length + (long)b.Length, at.File, at.Operator);
                return string.Concat(a, b);
            case BinaryOperator.Multiply:
                return Repeat(left, right, at);
            default:
                if (!@operator.IsComparison())
                {
                    throw Wrong(@operator, at, at.Operator, "text takes + and * only");
                }

                // Beside text, both null and empty stand before every text, even the empty one.
                string? x = left is null or EmptyValue ? null : TextOf(left, at);
                string? y = right is null or EmptyValue ? null : TextOf(right, at);
                return Arithmetic.Compare(@operator, Order(x, y, at));
        }
    }

    private string Repeat(object? left, object? right, OperationPlace at)
    {
        string text;
        object? times;
        int where;
        if (right is string repeated)
        {
            (text, times, where) = (repeated, left, at.Left);
        }
        else
        {
            (text, times, where) = ((string)left!, right, at.Right);
        }

        int? count = times switch
        {
            null => 0,
            string digits => Numbers.ParseInt(digits),
            bool truth => truth ? 1 : 0,
            _ when Kinds.IsNumber(times) => Numbers.ToInt(times),
            _ => null,
        };

        if (count is null)
        {
            throw Wrong(BinaryOperator.Multiply, at, where, $"text is repeated a whole number of times, and this is {Kinds.Name(times)}");
        }

        int n = Math.Max(0, count.Value);
        meter.Characters((long)text.Length * n, at.File, at.Operator);
        return text.Length switch
        {
            0 => "",
            1 => new(text[0], n),
            _ => new System.Text.StringBuilder(text.Length * n).Insert(0, text, n).ToString(),
        };
    }

    private static object? Null(BinaryOperator @operator, object? left, object? right) => @operator switch
    {
        BinaryOperator.Equal => Boxes.Of(left is null && right is null),
        BinaryOperator.NotEqual => Boxes.Of(left is not null || right is not null),
        _ when @operator.IsComparison() => Boxes.False,
        _ => null,
    };

    private static object? Empty(BinaryOperator @operator, object left, object right)
    {
        bool same = Kinds.IsEmpty(left) == true && Kinds.IsEmpty(right) == true;
        return @operator switch
        {
            BinaryOperator.Equal or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual => Boxes.Of(same),
            BinaryOperator.NotEqual => Boxes.Of(!same),
            BinaryOperator.Less or BinaryOperator.Greater => Boxes.False,
            _ => EmptyValue.Instance,
        };
    }

    private object? Plain(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        if (left is bool && right is bool || (left is bool or TemplateMap && right is bool or TemplateMap && (left is bool || right is bool)))
        {
            bool same = Kinds.IsTrue(left) == Kinds.IsTrue(right);
            return @operator switch
            {
                BinaryOperator.Equal => Boxes.Of(same),
                BinaryOperator.NotEqual => Boxes.Of(!same),
                _ => throw Wrong(@operator, at, at.Operator, "true and false can only be compared with == and !="),
            };
        }

        if (left is bool b && Kinds.IsNumber(right))
        {
            left = Boxes.Of(b ? 1 : 0);
        }
        else if (right is bool c && Kinds.IsNumber(left))
        {
            right = Boxes.Of(c ? 1 : 0);
        }

        if (Kinds.IsNumber(left) && Kinds.IsNumber(right))
        {
            return NumbersOf(@operator, left, right, at);
        }

        if (@operator is BinaryOperator.Equal or BinaryOperator.NotEqual && !Kinds.IsNumber(left) && !Kinds.IsNumber(right))
        {
            bool same = left is char x && right is char y ? x == y : ReferenceEquals(left, right);
            return Boxes.Of(same == (@operator == BinaryOperator.Equal));
        }

        throw Wrong(@operator, at, at.Operator, $"{Kinds.Name(left)} and {Kinds.Name(right)} do not go together");
    }

    private object? NumbersOf(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        if (@operator is BinaryOperator.Range or BinaryOperator.RangeExclusive)
        {
            return Range(@operator, left, right, at);
        }

        meter.Number(left, at.File, at.Operator);
        meter.Number(right, at.File, at.Operator);
        object? result = Arithmetic.Apply(@operator, left, right, out Arithmetic.Problem problem);
        switch (problem)
        {
            case Arithmetic.Problem.None:
                meter.Made(result, at.File, at.Operator);
                return result;
            case Arithmetic.Problem.DivisionByZero:
                throw DivisionByZero(at, at.Operator);
            case Arithmetic.Problem.TooLarge:
                throw Meter.Over(at.File, at.Operator, "bits for a number", Budget.NumberBits);
            default:
                throw Wrong(@operator, at, at.Operator, "it works on whole numbers only");
        }
    }

    private static Fault DivisionByZero(OperationPlace at, int where) => new(bag => bag.TemplateDivisionByZero(at.File.PlaceOf(where)));

    private TemplateList Range(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        if (!Kinds.IsWhole(left) || !Kinds.IsWhole(right))
        {
            throw Wrong(@operator, at, at.Operator, "a range runs between whole numbers");
        }

        System.Numerics.BigInteger from = Numbers.ToBig(left);
        System.Numerics.BigInteger to = Numbers.ToBig(right);
        System.Numerics.BigInteger length = System.Numerics.BigInteger.Abs(to - from) + (@operator == BinaryOperator.Range ? 1 : 0);
        meter.Items(length > int.MaxValue ? int.MaxValue : (long)length, at.File, at.Operator);
        int step = to < from ? -1 : 1;
        List<object?> items = new((int)length);
        System.Numerics.BigInteger value = from;
        for (int i = 0; i < (int)length; i++, value += step)
        {
            items.Add(value >= int.MinValue && value <= int.MaxValue ? Boxes.Of((int)value) : NumberReader.Narrow(value));
        }

        return TemplateList.Sequence(items);
    }

    private object? Lists(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        switch (@operator)
        {
            case BinaryOperator.ShiftLeft when left is TemplateList list:
                meter.Items(list.Count + 1, at.File, at.Operator);
                return list.With([.. list, right]);
            case BinaryOperator.ShiftRight when right is TemplateList list:
                meter.Items(list.Count + 1, at.File, at.Operator);
                return list.With([left, .. list]);
            case BinaryOperator.Add:
                return Join(left, right, at);
            case BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.DivideWhole or BinaryOperator.Remainder:
                return Scale(@operator, left, right, at);
            default:
                if (@operator.IsComparison())
                {
                    return Compare(@operator, left, right, at);
                }

                throw Wrong(@operator, at, at.Operator, $"{Kinds.Name(left)} and {Kinds.Name(right)} do not go together");
        }
    }

    /// <summary>A map counts as the list of its members, except beside a range.</summary>
    private static TemplateList Items(BinaryOperator @operator, object value, object other, int where, OperationPlace at) => value switch
    {
        TemplateList list => list,
        TemplateMap map when other is TemplateList { IsSequence: false } => Pairs.Of(map),
        _ => throw Wrong(@operator, at, where, $"{Kinds.Name(value)} is not an array"),
    };

    private TemplateList Join(object left, object right, OperationPlace at)
    {
        TemplateList a = Items(BinaryOperator.Add, left, right, at.Left, at);
        TemplateList b = Items(BinaryOperator.Add, right, left, at.Right, at);
        meter.Items(a.Count + b.Count, at.File, at.Operator);
        return TemplateList.Sequence([.. a, .. b]);
    }

    private object Compare(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        TemplateList a = Items(@operator, left, right, at.Left, at);
        TemplateList b = Items(@operator, right, left, at.Right, at);
        return Arithmetic.Compare(@operator, Order(a, b, at, 0));
    }

    /// <summary>Shorter first, then item by item.</summary>
    private int Order(TemplateList a, TemplateList b, OperationPlace at, int depth)
    {
        if (a.Count != b.Count)
        {
            return a.Count.CompareTo(b.Count);
        }

        meter.Items(a.Count, at.File, at.Operator);
        for (int i = 0; i < a.Count; i++)
        {
            int order = ItemOrder(meter.Live(a[i]), meter.Live(b[i]), at, depth);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private int ItemOrder(object? a, object? b, OperationPlace at, int depth)
    {
        if ((Gaps.In(a) ?? Gaps.In(b)) is { } gap)
        {
            throw new Fault(bag => bag.TemplateGapDecides(at.File.PlaceOf(at.Operator), gap.Field, "inside a list that is compared"));
        }

        if (ReferenceEquals(a, b))
        {
            return 0;
        }

        if (a is TemplateList x && b is TemplateList y)
        {
            return depth > 60 ? throw Meter.TooDeep(at.File, at.Operator) : Order(x, y, at, depth + 1);
        }

        if (a is not null && b is not null && Kinds.IsNumber(a) && Kinds.IsNumber(b))
        {
            return Apply(BinaryOperator.Less, a, b, at) is true ? -1 : Apply(BinaryOperator.Greater, a, b, at) is true ? 1 : 0;
        }

        return Order(a is null ? null : TextOf(a, at), b is null ? null : TextOf(b, at), at);
    }

    private int Order(string? a, string? b, OperationPlace at)
    {
        meter.Handled(Math.Min(a?.Length ?? 0, b?.Length ?? 0), at.File, at.Operator);
        return string.CompareOrdinal(a, b);
    }

    private TemplateList Scale(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        (object list, object amount, int where) = left is TemplateList || (right is not TemplateList && left is TemplateMap)
            ? (left, right, at.Right)
            : (right, left, at.Left);
        if (left is TemplateMap && right is TemplateList { IsSequence: true } && @operator != BinaryOperator.Multiply)
        {
            throw Wrong(@operator, at, at.Left, "object is not an array");
        }

        bool backwards = ReferenceEquals(list, right);
        if (amount is TemplateList or TemplateMap || !(amount is bool || Kinds.IsNumber(amount)))
        {
            throw Wrong(@operator, at, at.Operator, $"{Kinds.Name(amount)} is no number");
        }

        if (backwards && @operator != BinaryOperator.Multiply)
        {
            if (amount is TemplateMap)
            {
                throw Wrong(@operator, at, at.Operator, "object is no number");
            }

            throw Wrong(@operator, at, where, $"{Kinds.Name(amount)} cannot be divided by an array");
        }

        int? count = amount is bool truth ? (truth ? 1 : 0) : Numbers.ToInt(amount);
        if (count is null or < 0 || (count == 0 && @operator != BinaryOperator.Multiply))
        {
            throw count == 0
                ? DivisionByZero(at, where)
                : Wrong(@operator, at, where, "an array takes a whole number that is not negative");
        }

        return Scale(@operator, (TemplateList)list, count.Value, at);
    }

    private TemplateList Scale(BinaryOperator @operator, TemplateList list, int count, OperationPlace at)
    {
        List<object?> items = [];
        switch (@operator)
        {
            case BinaryOperator.Multiply:
                meter.Items((long)list.Count * count, at.File, at.Operator);
                for (int i = 0; i < count && list.Count > 0; i++)
                {
                    items.AddRange(list);
                }

                break;
            case BinaryOperator.Remainder:
                for (long i = 0; i < list.Count; i += count)
                {
                    items.Add(list[(int)i]);
                }

                break;
            default:
                // A range divided by n gives its first n + 1 items, an array its first n-th: so the language has it.
                items.AddRange(list.Take(list.IsSequence ? (int)Math.Min(int.MaxValue, count + 1L) : list.Count / count));
                break;
        }

        return list.With(items);
    }

    private static object Dates(BinaryOperator @operator, object left, object right, OperationPlace at)
    {
        try
        {
            switch (left, right, @operator)
            {
                case (DateTime a, DateTime b, BinaryOperator.Subtract):
                    return a - b;
                case (DateTime a, TimeSpan b, BinaryOperator.Add):
                    return a + b;
                case (DateTime a, TimeSpan b, BinaryOperator.Subtract):
                    return a - b;
                case (TimeSpan a, TimeSpan b, BinaryOperator.Add):
                    return a + b;
                case (TimeSpan a, TimeSpan b, BinaryOperator.Subtract):
                    return a - b;
                case (DateTime a, DateTime b, _) when @operator.IsComparison():
                    return Arithmetic.Compare(@operator, a.CompareTo(b));
                case (TimeSpan a, TimeSpan b, _) when @operator.IsComparison():
                    return Arithmetic.Compare(@operator, a.CompareTo(b));
            }
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw new Fault(bag => bag.TemplateBadDate(at.File.PlaceOf(at.Operator), "The result lies outside of the years 1 to 9999."));
        }

        throw Wrong(@operator, at, at.Operator, $"{Kinds.Name(left)} and {Kinds.Name(right)} do not go together");
    }
}
