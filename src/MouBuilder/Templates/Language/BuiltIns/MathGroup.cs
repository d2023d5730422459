using System.Globalization;
using System.Numerics;
using MouBuilder.Templates.Language.Syntax;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>math.…</c></summary>
internal static class MathGroup
{
    private const string NoChance = "the same agreement must give the same text every time. Put the value into the agreement file.";

    public static TemplateMap Build() => new GroupBuilder("math")
        .Add("abs", "value:any", Abs)
        .Add("ceil", "value:number", (_, a) => Math.Ceiling((double)a[0]!))
        .Add("divided_by", "value:number divisor:any", DividedBy)
        .Add("floor", "value:number", (_, a) => Math.Floor((double)a[0]!))
        .Add("format", "value:any format:text culture:text?", (c, a) => a[0] is null ? "" : NumberFormat.Write(c, a[0]!, (string?)a[1] ?? "", (string?)a[2]))
        .Add("is_number", "value:any", (_, a) => Boxes.Of(Kinds.IsNumber(a[0])))
        .Add("minus", "value:any with:any", (c, a) => c.Apply(BinaryOperator.Subtract, a[0], a[1]))
        .Add("modulo", "value:any with:any", (c, a) => c.Apply(BinaryOperator.Remainder, a[0], a[1]))
        .Add("plus", "value:any with:any", (c, a) => c.Apply(BinaryOperator.Add, a[0], a[1]))
        .Add("round", "value:number precision:int?", Round)
        .Add("times", "value:any with:any", (c, a) => c.Apply(BinaryOperator.Multiply, a[0], a[1]))
        .Add("uuid", "", (c, _) => throw c.Refused(NoChance))
        .Add("random", "minValue:any maxValue:any", (c, _) => throw c.Refused(NoChance))
        .Build();

    private static object? Abs(Call call, object?[] a) => a[0] switch
    {
        null => null,
        int or long or BigInteger => NumberReader.Narrow(BigInteger.Abs(Numbers.ToBig(a[0]!))),
        double value => Math.Abs(value),
        float value => Math.Abs(value),
        decimal value => Math.Abs(value),
        _ => throw call.Rejected($"{Kinds.Name(a[0])} is no number"),
    };

    private static object? DividedBy(Call call, object?[] a)
    {
        if (a[1] is null)
        {
            return null;
        }

        double value = (double)a[0]!;
        object divisor = a[1] is bool || Kinds.IsNumber(a[1]) ? a[1]! : throw call.RejectedArgument(1, $"{Kinds.Name(a[1])} is no number");
        double result = value / Numbers.ToDouble(divisor);
        if (!Kinds.IsWhole(divisor))
        {
            return result;
        }

        if (!double.IsFinite(result))
        {
            throw call.Fail((bag, at) => bag.TemplateDivisionByZero(at));
        }

        return NumberReader.Narrow(new BigInteger(Math.Floor(result)));
    }

    private static object Round(Call call, object?[] a)
    {
        int precision = (int?)a[1] ?? 0;
        return precision is < 0 or > 15
            ? throw call.RejectedArgument(1, "a number is rounded to 0 to 15 decimal places")
            : Math.Round((double)a[0]!, precision);
    }
}
