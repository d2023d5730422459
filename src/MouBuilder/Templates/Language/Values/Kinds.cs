using System.Numerics;

namespace MouBuilder.Templates.Language.Values;

/// <summary>What values are called in messages, by <c>object.typeof</c> and by <c>object.kind</c>.</summary>
internal static class Kinds
{
    public static string Name(object? value) => value switch
    {
        null => "null",
        bool => "bool",
        int => "int",
        long => "long",
        BigInteger => "bigint",
        float => "float",
        double => "double",
        decimal => "decimal",
        char => "char",
        string or Rope or Markup => "string",
        TemplateList { IsSequence: true } => "range",
        TemplateList => "array",
        TemplateMap or EmptyValue => "object",
        DateTime => "datetime",
        TimeSpan => "timespan",
        Function => "function",
        Gap => "gap",
        _ => "placement",
    };

    public static string? TypeOf(object? value) => value switch
    {
        null => null,
        bool => "boolean",
        int or long or BigInteger or float or double or decimal => "number",
        string or Rope or Markup => "string",
        TemplateList { IsSequence: true } => "iterator",
        TemplateList => "array",
        _ => "object",
    };

    public static bool IsNumber(object? value) => value is int or long or BigInteger or float or double or decimal;

    public static bool IsWhole(object? value) => value is int or long or BigInteger;

    public static bool IsTrue(object? value) => value switch
    {
        null or EmptyValue => false,
        bool truth => truth,
        _ => true,
    };

    /// <summary>Whether it equals <c>empty</c>; null for what can be neither.</summary>
    public static bool? IsEmpty(object? value) => value switch
    {
        null => null,
        EmptyValue => true,
        TemplateList list => list.Count == 0,
        TemplateMap map => map.Count == 0,
        string text => text.Length == 0,
        _ => false,
    };
}
