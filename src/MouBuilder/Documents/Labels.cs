using System.Globalization;
using System.Text;

namespace MouBuilder.Documents;

/// <summary>The forms of labels, as Word counts them.</summary>
internal static class Labels
{
    /// <summary>How many depths of ordered lists there are; Word's multilevel lists have nine levels.</summary>
    public const int DeepestList = 9;

    private static readonly (int Value, string Digits)[] RomanSteps =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    // Few lists are longer, and every document has many that are not.
    private static readonly string[][] FirstListItems = [.. Enum.GetValues<LabelForm>().Select(form => Enumerable.Range(1, 30).Select(i => ListItem(form, i)).ToArray())];

    /// <summary>The label of an item: (a), (i), (A), (1), (I), then again from (a).</summary>
    /// <param name="depth">0 for an outermost ordered list.</param>
    /// <param name="ordinal">1-based.</param>
    public static string ListItem(int depth, int ordinal)
    {
        string[] first = FirstListItems[(int)Form(depth)];
        return ordinal <= first.Length ? first[ordinal - 1] : ListItem(Form(depth), ordinal);
    }

    public static string Recital(int ordinal) => Letters(ordinal, 'A') + ".";

    public static string Section(int ordinal) => Digits(ordinal) + ".";

    /// <summary>Whether a label is one that sections have: <c>3.</c> and not <c>3.1</c>.</summary>
    public static bool IsOfSection(string label) => label.EndsWith('.');

    public static string Clause(int section, int ordinal) => Digits(section) + "." + Digits(ordinal);

    public static string Exhibit(string word, int ordinal) => word + " " + Letters(ordinal, 'A');

    public static LabelForm Form(int depth) => (depth % 5) switch
    {
        0 => LabelForm.LowerLetter,
        1 => LabelForm.LowerRoman,
        2 => LabelForm.UpperLetter,
        3 => LabelForm.Decimal,
        _ => LabelForm.UpperRoman,
    };

    private static string ListItem(LabelForm form, int ordinal) => $"({Count(form, ordinal)})";

    /// <summary>A count alone, without what stands around it.</summary>
    public static string Count(LabelForm form, int ordinal) => form switch
    {
        LabelForm.LowerLetter => Letters(ordinal, 'a'),
        LabelForm.UpperLetter => Letters(ordinal, 'A'),
        LabelForm.LowerRoman => Roman(ordinal).ToLowerInvariant(),
        LabelForm.UpperRoman => Roman(ordinal),
        _ => Digits(ordinal),
    };

    // Word goes on after z with aa, bb, cc: the letter repeated, not a number in base 26.
    private static string Letters(int ordinal, char first) => new((char)(first + ((ordinal - 1) % 26)), ((ordinal - 1) / 26) + 1);

    private static string Digits(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);

    public static string Roman(int ordinal)
    {
        StringBuilder roman = new();
        foreach ((int value, string digits) in RomanSteps)
        {
            for (; ordinal >= value; ordinal -= value)
            {
                roman.Append(digits);
            }
        }

        return roman.ToString();
    }
}

/// <summary>The number formats of list labels, named as OOXML names them.</summary>
internal enum LabelForm
{
    LowerLetter,
    LowerRoman,
    UpperLetter,
    Decimal,
    UpperRoman,
}
