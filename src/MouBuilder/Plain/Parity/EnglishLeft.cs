using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;

namespace MouBuilder.Plain.Parity;

/// <summary>
/// Finds English that was left standing in a Spanish or Vietnamese text: words that only English has, words spelled as the language never spells, and runs of words taken over from the
/// English text. Names, abbreviations and a word in brackets that explains a term do not count.
/// </summary>
/// <param name="english">The English text the other was made from.</param>
/// <param name="names">What the agreement calls its parties, and facts in words; these stay as they are.</param>
internal sealed partial class EnglishLeft(Locale locale, string english, IEnumerable<string> names)
{
    private const int MostWordsOnly = 2;

    private readonly HashSet<string> kept = [.. names.SelectMany(n => Word().Matches(n)).Select(m => m.Value.ToLowerInvariant())];
    private readonly HashSet<string> lines = [.. english.Split('\n').Select(Bare).Where(l => l.Length > 0)];
    private readonly HashSet<string> pairs = [.. english.Split('\n').SelectMany(Pairs)];

    /// <summary>The English words found, or null.</summary>
    public string? In(string line)
    {
        string plain = InBrackets().Replace(line, " ");
        string bare = Bare(plain);
        if (bare.Length > 0 && lines.Contains(bare) && Words(plain).Any(w => !IsKept(w)))
        {
            return plain.Trim();
        }

        string[] only = [.. ParityWords.English(plain)];
        if (only.Distinct(StringComparer.OrdinalIgnoreCase).Count() >= MostWordsOnly)
        {
            return string.Join(" ", only);
        }

        if (ParityWords.Of(locale).Jargon(plain) is { } jargon && !kept.Contains(jargon))
        {
            return jargon;
        }

        string[] words = [.. Words(plain)];
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (IsLeft(words[i], words[i + 1]))
            {
                return $"{words[i]} {words[i + 1]}";
            }
        }

        return words.Length > 0 && words.All(w => IsForeign(w) && !IsKept(w)) ? plain.Trim() : null;
    }

    /// <summary>Two words in a row. Names of schools and groups stand in every language as in the English; their small words are small in all of them.</summary>
    private bool IsLeft(string one, string next)
    {
        bool isTaken = pairs.Contains(Pair(one, next));
        bool isName = isTaken && char.IsUpper(one[0]) && char.IsUpper(next[0]);
        bool areWords = char.IsLower(one[0]) && char.IsLower(next[0]) && one.Length > 2 && next.Length > 2;
        return !IsKept(one) && !IsKept(next) && !isName && ((IsForeign(one) && IsForeign(next)) || (areWords && isTaken));
    }

    /// <summary>Abbreviations, numerals and the names of the parties stay what they are.</summary>
    private bool IsKept(string word) => kept.Contains(word.ToLowerInvariant()) || word.All(c => char.IsUpper(c) || char.IsDigit(c)) || word.Any(char.IsDigit);

    private bool IsForeign(string word)
    {
        string lower = word.ToLowerInvariant();
        return locale == Locale.Vi ? !Syllable().IsMatch(WithoutTones(lower)) : NotSpanish().IsMatch(lower);
    }

    private static IEnumerable<string> Words(string line) => Word().Matches(line).Select(m => m.Value);

    private static string Bare(string line) => string.Join(' ', Words(line)).ToLowerInvariant();

    private static IEnumerable<string> Pairs(string line)
    {
        string[] words = [.. Words(line)];
        return words.Zip(words.Skip(1), Pair);
    }

    private static string Pair(string one, string next) => $"{one} {next}".ToLowerInvariant();

    /// <summary>Letters as Vietnamese spells them, without the marks that only say the tone.</summary>
    private static string WithoutTones(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => c is not ('\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323'))).Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"[\p{L}\p{M}\d]+(?:['\u2019][\p{L}\p{M}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    /// <summary>A consonant that can begin a syllable, one to three vowels, a consonant that can end one.</summary>
    [GeneratedRegex(@"\A(ngh|ng|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(ng|nh|ch|[cmnpt])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Syllable();

    /// <summary>Letters and ends of words that Spanish has in borrowed words alone.</summary>
    [GeneratedRegex(@"[kw]|sh|ck|th|ght|ph|tt|ss|ff|mm|pp|bb|dd|gg|zz|\As[bcdfghklmnpqrtvwxz]|[bcfghkmpqtvw]\z|[^aeiouáéíóú\W](ns|rs|ls|ts|ds|n|r|l|s)\z|tion|cted\z|ing\z|ll\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotSpanish();
}
