using System.Text.RegularExpressions;
using MouBuilder.Clauses;

namespace MouBuilder.Plain.Parity;

/// <summary>Finds words that are not of the language a text is in, or that have lost their marks: "policia", "Hay goi so", a Vietnamese sentence in a Spanish text.</summary>
internal static partial class SpellingCheck
{
    /// <summary>Fewer words in a row without a mark do occur: "con em cha anh".</summary>
    private const int UnmarkedWords = 6;

    /// <summary>The words found; null where there are none.</summary>
    /// <param name="names">What the agreement calls its parties; their letters are their own.</param>
    public static string? Find(string line, Locale locale, IEnumerable<string> names)
    {
        string text = names.Aggregate(line, (t, name) => t.Replace(name, " ", StringComparison.Ordinal));
        return locale switch
        {
            Locale.Es => ParityWords.Of(locale).Misspelt(text) ?? Match(OnlyVietnamese(), text),
            Locale.Vi => Counting.Of(text, locale).Sentences.FirstOrDefault(s => s.Counts.Words >= UnmarkedWords && !s.Text.Any(c => char.IsLetter(c) && !char.IsAscii(c)))?.Text,
            _ => null,
        };
    }

    private static string? Match(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"[\p{L}\p{M}]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽềếểễệịỉĩọỏõốồổỗộớờởỡợụủũứừửữựỳỵỷỹ][\p{L}\p{M}]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OnlyVietnamese();
}
