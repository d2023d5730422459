using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>How far from the margin the words behind a label begin, in twips: a label that is wider than its room runs into them in print.</summary>
internal static partial class LabelRoom
{
    // Sections and exhibits have the largest labels: 13.5 points, and what words are measured in is 10.5.
    private const int Size = 27;
    private const int Measured = 21;
    private const int Gap = 180;

    // Behind a label as wide as this the words follow after a blank, and their next lines begin at the margin.
    private const int Most = Measures.TextWidth / 2;

    // Exhibit AA, Schedule W.
    private const string Letters = "WW";
    private const string Digits = "000";

    /// <summary>The room of an exhibit's label: 0 where the word is too long for one.</summary>
    public static int OfExhibit(string attachmentWord) => Of(600 + (140 * attachmentWord.Length), $"{attachmentWord} {Letters}");

    /// <summary>The room of a paper's own labels of one shape.</summary>
    public static int Of(LabelShape shape) => Of(Usual(shape.Length), shape.Before + (shape.Form is { } form ? Widest(form) : "") + shape.After);

    /// <summary>The room of labels in which numbers from above are shown.</summary>
    public static int Of(LabelLook look) => Of(Usual(look.Length), Above().Replace(look.Text, Digits) + (look.Form is LabelForm.Decimal ? "" : Widest(look.Form)));

    private static int Of(int usual, string widest)
    {
        int room = Math.Max(usual, (TextMeasure.Width(widest) * Size / Measured) + Gap);
        return room > Most ? 0 : room;
    }

    // A label as long as ARTICLE XIV needs more room than 1.1.
    private static int Usual(int characters) => Math.Max(NumberingPart.HeadingIndent, (characters * 150) + 100);

    private static string Widest(LabelForm form) => form switch
    {
        LabelForm.Decimal => Digits,
        LabelForm.UpperRoman => "XXVIII",
        LabelForm.LowerRoman => "xxviii",
        LabelForm.UpperLetter => Letters,
        _ => "ww",
    };

    [GeneratedRegex(@"%\d", RegexOptions.CultureInvariant)]
    private static partial Regex Above();
}
