namespace MouBuilder.Documents;

/// <summary>English number words, as contracts write them: <c>twenty-four</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The words of a whole number from 0 to 999,999; null for any other.</summary>
    public static string? Of(decimal number) => number is >= 0 and <= 999_999 && decimal.IsInteger(number) ? Below((int)number) : null;

    private static string Below(int number) => number switch
    {
        < 20 => Small[number],
        < 100 => Tens[number / 10] + (number % 10 == 0 ? "" : "-" + Small[number % 10]),
        < 1000 => Small[number / 100] + " hundred" + Rest(number % 100),
        _ => Below(number / 1000) + " thousand" + Rest(number % 1000),
    };

    private static string Rest(int number) => number == 0 ? "" : " " + Below(number);
}
