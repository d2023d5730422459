using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>A label as a paper shows it, taken apart: what counts, and the words around it.</summary>
/// <param name="Form">Null where nothing counts that Word could count.</param>
internal sealed partial record LabelShape(string Before, LabelForm? Form, string After)
{
    private const int MostRoman = 399;

    private static readonly Dictionary<string, int> Romans = Enumerable.Range(1, MostRoman).ToDictionary(Labels.Roman, StringComparer.Ordinal);

    /// <summary>How many characters a label of this shape takes, about.</summary>
    public int Length => Before.Length + After.Length + 2;

    /// <summary>What a label may count as: <c>(i)</c> is a first Roman numeral or a ninth letter. At least one, the likeliest first.</summary>
    public static IReadOnlyList<(LabelShape Shape, int Ordinal)> Readings(string label)
    {
        if (Counted().Match(label) is not { Success: true } found)
        {
            return [(new(label, null, ""), 0)];
        }

        string core = found.Groups["core"].Value;
        (LabelForm Form, int Ordinal)[] counts =
        [
            .. Candidates(core).Where(c => Labels.Count(c.Form, c.Ordinal) == core).OrderBy(c => c.Ordinal == 1 ? 0 : c.Form is LabelForm.LowerRoman or LabelForm.UpperRoman && core.Length == 1 ? 2 : 1),
        ];
        return counts.Length == 0 ? [(new(label, null, ""), 0)] : [.. counts.Select(c => (new LabelShape(found.Groups["before"].Value, c.Form, found.Groups["after"].Value), c.Ordinal))];
    }

    private static IEnumerable<(LabelForm Form, int Ordinal)> Candidates(string core)
    {
        if (char.IsAsciiDigit(core[0]))
        {
            yield return (LabelForm.Decimal, int.Parse(core, CultureInfo.InvariantCulture));
            yield break;
        }

        bool isUpper = char.IsAsciiLetterUpper(core[0]);
        if (Romans.TryGetValue(core.ToUpperInvariant(), out int roman))
        {
            yield return (isUpper ? LabelForm.UpperRoman : LabelForm.LowerRoman, roman);
        }

        if (core.All(c => c == core[0]))
        {
            yield return (isUpper ? LabelForm.UpperLetter : LabelForm.LowerLetter, ((core.Length - 1) * 26) + char.ToLowerInvariant(core[0]) - 'a' + 1);
        }
    }

    // A per cent sign would begin a count of Word's own.
    [GeneratedRegex(@"\A(?<before>[^%]*?)(?<![\p{L}\p{N}])(?<core>\d{1,6}|[ivxlc]{1,9}|[IVXLC]{1,9}|[a-z]{1,3}|[A-Z]{1,3})(?<after>[^\p{L}\p{N}%]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
