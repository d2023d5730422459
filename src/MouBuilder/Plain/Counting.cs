using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;

namespace MouBuilder.Plain;

/// <summary>
/// Splits a text into sentences and counts what is in them. A sentence ends at <c>. ! ? …</c> before a blank or the end, and where a line ends, since headings, items of lists and cells
/// need no full stop; not after an abbreviation, an initial or between digits.
/// </summary>
public static partial class Counting
{
    /// <summary>Followed by a name or more of the sentence.</summary>
    private static readonly HashSet<string> NeverLast = new(StringComparer.OrdinalIgnoreCase)
    {
        "u.s", "u.s.c", "c.r.s", "c.f.r", "mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "vs", "sr", "sra", "srta", "dra", "ud", "uds", "ee.uu", "p.ej", "tp", "ths", "ts",
    };

    /// <summary>Abbreviations before a number, and words anywhere else: No. 5, and No.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase) { "no", "nos", "sec", "art", "arts", "núm", "núms", "pág", "tel" };

    /// <summary>May be the last word of a sentence; then a capital follows.</summary>
    private static readonly HashSet<string> SometimesLast = new(StringComparer.OrdinalIgnoreCase) { "a.m", "p.m", "etc", "d.c" };

    /// <summary>Counts a text.</summary>
    /// <param name="text">Words to be read, without markup; a line break ends a sentence.</param>
    public static CountedText Of(string text, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(text);
        string composed = text.Normalize(NormalizationForm.FormC);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        int start = 0;
        for (int i = 0; i <= composed.Length; i++)
        {
            if (i == composed.Length || composed[i] == '\n')
            {
                Add(sentences, composed, start, i, locale);
                start = i + 1;
            }
            else if (composed[i] is '.' or '!' or '?' or '…' && EndsSentence(composed, start, i))
            {
                Add(sentences, composed, start, i + 1, locale);
                start = i + 1;
            }
        }

        return new(sentences.ToImmutable());
    }

    private static bool EndsSentence(string text, int start, int at)
    {
        int next = at + 1;
        while (next < text.Length && text[next] is '"' or '\'' or ')' or ']' or '\u201D' or '\u2019' or '»')
        {
            next++;
        }

        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        if (text[at] != '.')
        {
            return true;
        }

        int word = at;
        while (word > start && (char.IsLetterOrDigit(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        string before = text[word..at];
        int after = next;
        while (after < text.Length && text[after] is ' ' or '\t' or '\u00A0')
        {
            after++;
        }

        if (after >= text.Length || text[after] == '\n')
        {
            return true;
        }

        return BeforeNumbers.Contains(before) ? !char.IsDigit(text[after])
            : SometimesLast.Contains(before) ? !char.IsLower(text[after])
            : !NeverLast.Contains(before) && !(before.Length == 1 && char.IsUpper(before[0]));
    }

    private static void Add(ImmutableArray<Sentence>.Builder sentences, string text, int start, int end, Locale locale)
    {
        int first = start;
        while (first < end && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        string sentence = text[first..Math.Max(first, end)].TrimEnd();
        (int words, int syllables, int polysyllables) = (0, 0, 0);
        foreach (Match word in Word().Matches(sentence))
        {
            foreach (string part in locale == Locale.Vi ? word.Value.Split('-', StringSplitOptions.RemoveEmptyEntries) : [word.Value])
            {
                int count = SyllablesOf(part, locale);
                words++;
                syllables += count;
                polysyllables += count >= 3 ? 1 : 0;
            }
        }

        if (words > 0)
        {
            sentences.Add(new(sentence, first, new(words, 1, syllables, polysyllables, sentence.Count(char.IsLetter), words)));
        }
    }

    private static int SyllablesOf(string word, Locale locale)
    {
        if (locale == Locale.Vi || !word.Any(char.IsLetter))
        {
            return 1;
        }

        string[] parts = word.Split(['-', '.', ':', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Sum(part => locale == Locale.Es ? SpanishSyllables.Count(part) : EnglishSyllables.Count(part));
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(['\u2019.,:\-/][\p{L}\p{M}\p{Nd}]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
