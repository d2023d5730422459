using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MouBuilder.Plain;

/// <summary>
/// Counts the syllables of English words: a rule over groups of vowels, and a list of the words the rule counts otherwise than the first pronunciation in the CMU
/// Pronouncing Dictionary. The list is written by <c>scripts/english-syllables.py</c>.
/// </summary>
internal static partial class EnglishSyllables
{
    /// <summary>Letters of the longest abbreviation that is spelled out when spoken: DPS, SRO, IEP.</summary>
    private const int LongestSpelled = 4;

    private static readonly FrozenDictionary<string, int> Exceptions = Read();

    /// <param name="word">Letters and apostrophes; anything else counts as one syllable.</param>
    public static int Count(string word)
    {
        string plain = word.Replace('\u2019', '\'').Trim('\'');
        if (plain.Length is > 1 and <= LongestSpelled && plain.All(char.IsAsciiLetterUpper))
        {
            return plain.Sum(letter => letter == 'W' ? 3 : 1);
        }

        string lower = plain.ToLowerInvariant();
        return Exceptions.TryGetValue(lower, out int known) ? known : ByRule(lower);
    }

    /// <summary>Groups of vowels, without an e that is not spoken, and with two where the letters are read apart.</summary>
    internal static int ByRule(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            string owner = word[..^2];
            return ByRule(owner) + (Hissing().IsMatch(owner) ? 1 : 0);
        }

        string letters = word.Replace("'", "", StringComparison.Ordinal);
        int count = Group().Count(letters) + Apart().Count(letters) - MuteInside().Count(letters);
        count += One(MoreSm(), letters) + One(MoreNt(), letters) + One(MoreMc(), letters);
        count -= One(FewerE(), letters) + One(FewerEd(), letters) + One(FewerEs(), letters);
        return Math.Max(1, count);
    }

    private static int One(Regex pattern, string letters) => pattern.IsMatch(letters) ? 1 : 0;

    private static FrozenDictionary<string, int> Read()
    {
        using Stream stream = typeof(EnglishSyllables).Assembly.GetManifestResourceStream("english-syllables.txt")!;
        using StreamReader reader = new(stream);
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            words.Add(line[..blank], int.Parse(line.AsSpan(blank + 1), NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex(@"(?<![tscgx])i(?=[ao])(?!ou)|eo(?!u)|io(?=l|d|s[^t])|ua[lt]|(?<!q)ue[lnt]$|yi|uou|[aeo]i(?=ng$)|ie(?=t|nc)|iu|(?<!q)ui(?=t[iy]|n$)|(?<!r)ea(?=t(or|ion|ive))|iest$|ier$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();

    [GeneratedRegex(@"[^aeiouys]e(?=ly$|ment|ful|less|ness)|a(?=lly$)(?<=ica)", RegexOptions.CultureInvariant)]
    private static partial Regex MuteInside();

    [GeneratedRegex(@"[^aeiouy]sms?$|thms?$", RegexOptions.CultureInvariant)]
    private static partial Regex MoreSm();

    [GeneratedRegex(@"n't$", RegexOptions.CultureInvariant)]
    private static partial Regex MoreNt();

    [GeneratedRegex(@"^mc(?=[^aeiouy])", RegexOptions.CultureInvariant)]
    private static partial Regex MoreMc();

    [GeneratedRegex(@"[^aeiouyl]e$|[aeiouy]le$|lle$", RegexOptions.CultureInvariant)]
    private static partial Regex FewerE();

    [GeneratedRegex(@"[^aeiouytdl]ed$|[aeiouyr]led$", RegexOptions.CultureInvariant)]
    private static partial Regex FewerEd();

    [GeneratedRegex(@"[^aeiouysxzlgch]es$|[^s]ches$(?<=aches)|[aeiouy]les$", RegexOptions.CultureInvariant)]
    private static partial Regex FewerEs();

    [GeneratedRegex(@"(s|x|z|ch|sh|ce|ge|se|ze)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Hissing();
}
