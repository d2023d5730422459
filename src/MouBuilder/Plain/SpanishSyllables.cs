namespace MouBuilder.Plain;

/// <summary>
/// Counts the syllables of Spanish words by their nuclei: in each run of vowels one for every strong or accented vowel, and one for a run that has none. An h between
/// vowels is not heard, except before a glide that opens a syllable (ahuecar); u in que, qui, gue, gui is silent; y at the end of a syllable is a vowel.
/// </summary>
internal static class SpanishSyllables
{
    private const string Vowels = "aeiouáéíóúü";
    private const string Nuclei = "aeoáéóíú";

    /// <param name="word">Composed to form C.</param>
    public static int Count(string word)
    {
        string letters = Heard(word.ToLowerInvariant());
        int count = 0;
        for (int i = 0; i < letters.Length;)
        {
            int start = i;
            while (i < letters.Length && Vowels.Contains(letters[i], StringComparison.Ordinal))
            {
                i++;
            }

            if (i == start)
            {
                i++;
                continue;
            }

            string run = letters[start..i];
            count += Math.Max(1, run.Count(v => Nuclei.Contains(v, StringComparison.Ordinal)));
            count += run.Contains("ii", StringComparison.Ordinal) || run.Contains("uu", StringComparison.Ordinal) ? 1 : 0;
        }

        return Math.Max(1, count);
    }

    private static bool IsVowel(string word, int at) => at >= 0 && at < word.Length && Vowels.Contains(word[at], StringComparison.Ordinal);

    /// <summary>The letters without those nobody hears, and with the y that is a vowel as i.</summary>
    private static string Heard(string word)
    {
        System.Text.StringBuilder heard = new(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            bool isSilentU = c == 'u' && i > 0 && word[i - 1] is 'q' or 'g' && i + 1 < word.Length && word[i + 1] is 'e' or 'i' or 'é' or 'í';
            bool isSilentH = c == 'h' && IsVowel(word, i - 1) && IsVowel(word, i + 1) && !(word[i + 1] is 'u' or 'i' && IsVowel(word, i + 2));
            if (!isSilentU && !isSilentH)
            {
                heard.Append(c == 'y' && !IsVowel(word, i + 1) ? 'i' : c);
            }
        }

        return heard.ToString();
    }
}
