namespace MouBuilder.Templates.Language.Values;

/// <summary>Values a render makes by the thousand, boxed once.</summary>
internal static class Boxes
{
    private const int Lowest = -128;

    private const int Highest = 1023;

    private static readonly object[] Small = [.. Enumerable.Range(Lowest, Highest - Lowest + 1).Select(i => (object)i)];

    public static object True { get; } = true;

    public static object False { get; } = false;

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => value is >= Lowest and <= Highest ? Small[value - Lowest] : value;
}
