using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>How a level of a multilevel list shows its number, where the numbers of levels above are part of it.</summary>
/// <param name="Text">With <c>%1</c> for the number of the first level, as Word has it.</param>
/// <param name="IsLegal">Whether all numbers are shown in digits, whatever their own levels show: the 2.1 under ARTICLE II.</param>
internal sealed record LabelLook(string Text, LabelForm Form, bool IsLegal)
{
    /// <summary>How many characters a label of this look takes, about.</summary>
    public int Length => Text.Length + 2;

    /// <summary>
    /// The look of a label at a level, and the number right above it that it shows; null where it shows none.
    /// </summary>
    /// <param name="shape">The label taken apart: the numbers from above are in the words before what counts.</param>
    /// <param name="above">The numbers above it, the outermost first.</param>
    public static (LabelPlace Above, Func<int, LabelLook> At)? Of(LabelShape shape, IReadOnlyList<LabelPlace> above)
    {
        if (shape.Form is not { } form)
        {
            return null;
        }

        string rest = shape.Before;
        string text = "";
        bool isLegal = false;
        bool isDecimal = form == LabelForm.Decimal;
        LabelPlace? nearest = null;
        for (int i = above.Count - 1; i >= 0; i--)
        {
            LabelPlace place = above[i];
            if ((nearest is null || place.NumberId == nearest.NumberId) && Ending(rest, place) is { } found)
            {
                nearest ??= place;
                text = string.Create(CultureInfo.InvariantCulture, $"%{place.Level + 1}{found.Separator}{text}");
                rest = found.Before;
                isLegal |= found.InDigits && place.Form != LabelForm.Decimal;
                isDecimal &= found.InDigits;
            }
        }

        bool isShown = nearest is not null && !rest.Any(char.IsAsciiDigit) && (!isLegal || isDecimal);
        return isShown ? (nearest!, level => new(string.Create(CultureInfo.InvariantCulture, $"{rest}{text}%{level + 1}{shape.After}"), form, isLegal)) : null;
    }

    /// <summary>What stands before the number at the end of some words, and what behind it; null where they do not end in that number.</summary>
    private static (string Before, string Separator, bool InDigits)? Ending(string words, LabelPlace place)
    {
        int end = words.Length;
        while (end > 0 && !char.IsLetterOrDigit(words[end - 1]))
        {
            end--;
        }

        foreach (LabelForm form in new[] { place.Form, LabelForm.Decimal })
        {
            string count = Labels.Count(form, place.Ordinal);
            if (end < words.Length && words.AsSpan(0, end).EndsWith(count, StringComparison.Ordinal) && (end == count.Length || !char.IsLetterOrDigit(words[end - count.Length - 1])))
            {
                return (words[..(end - count.Length)], words[end..], form == LabelForm.Decimal);
            }
        }

        return null;
    }
}

/// <summary>A number that was shown, and where it counts.</summary>
/// <param name="Depth">How deep it stands in the document: a section 0, a clause 1, and so on.</param>
internal sealed record LabelPlace(int Depth, int NumberId, int Level, LabelForm Form, int Ordinal);
