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
        "u.s", "u.s.c", "c.r.s", "c.f.r", "mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "vs", "sr", "sra", "srta", "dra", "ud", "uds", "ee", "ee.uu", "p.ej", "tp", "ths", "ts",
        "sgt", "lt", "capt", "det", "gov", "sen", "rep",
    };

    /// <summary>Abbreviations before a number, and words anywhere else: No. 5, and No.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase) 
    {
        "no", "nos", "sec", "art", "arts", "núm", "núms", "pág", "tel", "đt", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec",
    };

    /// <summary>May be the last word of a sentence; then a capital follows.</summary>
    private static readonly HashSet<string> SometimesLast = new(StringComparer.OrdinalIgnoreCase) { "a.m", "p.m", "etc", "d.c", "v.v", "uu" };

    /// <summary>Written with a blank, as Spanish does: "a. m.", "p. m.", "p. ej.".</summary>
    private static readonly HashSet<string> Spaced = new(StringComparer.OrdinalIgnoreCase) { "a. m", "p. m", "p. ej" };

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
            else if (composed[i] is '.' or '!' or '?' or '…' && EndsSentence(composed, start, i, out int end))
            {
                Add(sentences, composed, start, end, locale);
                start = end;
                i = end - 1;
            }
        }

        return new(sentences.ToImmutable());
    }

    /// <param name="next">Where the next sentence may begin: quotation marks and brackets close what they opened.</param>
    private static bool EndsSentence(string text, int start, int at, out int next)
    {
        next = at + 1;
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

        // "1. The school …": the number of an item, typed.
        if (before.Length > 0 && before.All(char.IsAsciiDigit) && string.IsNullOrWhiteSpace(text[start..word]))
        {
            return false;
        }

        if (IsSpaced(text, at, before.Length, out bool isWhole))
        {
            return isWhole && !char.IsLower(text[after]);
        }

        return BeforeNumbers.Contains(before) ? !char.IsDigit(text[after])
            : SometimesLast.Contains(before) ? !char.IsLower(text[after])
            : !NeverLast.Contains(before) && !(before.Length == 1 && char.IsUpper(before[0]));
    }

    /// <summary>Whether a point belongs to an abbreviation with a blank in it.</summary>
    /// <param name="isWhole">Whether it is its last point.</param>
    private static bool IsSpaced(string text, int at, int length, out bool isWhole)
    {
        foreach (string form in Spaced)
        {
            int blank = form.IndexOf(' ', StringComparison.Ordinal);
            int second = form.Length - blank - 1;
            foreach ((int from, bool last) in new[] { (at - length, false), (at - form.Length, true) })
            {
                bool fits = from >= 0 && length == (last ? second : blank - 1) && from + form.Length < text.Length && text[from + form.Length] == '.'
                    && (from == 0 || !char.IsLetterOrDigit(text[from - 1]))
                    && string.Equals(text.Substring(from, form.Length).Replace('\u00A0', ' '), form, StringComparison.OrdinalIgnoreCase);
                if (fits)
                {
                    isWhole = last;
                    return true;
                }
            }
        }

        isWhole = false;
        return false;
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
