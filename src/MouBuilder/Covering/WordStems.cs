using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace MouBuilder.Covering;

/// <summary>The words of a text without their inflections: <c>enforce</c>, <c>enforced</c> and <c>enforcing</c> are one. English.</summary>
internal static class WordStems
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["held"] = "hold", ["gave"] = "give", ["given"] = "give", ["sent"] = "send", ["told"] = "tell", ["kept"] = "keep", ["took"] = "take", ["taken"] = "take", ["made"] = "make", ["taught"] = "teach", ["met"] = "meet",
        ["brought"] = "bring", ["wrote"] = "write", ["written"] = "write", ["chose"] = "choose", ["chosen"] = "choose", ["led"] = "lead", ["found"] = "find", ["paid"] = "pay", ["broken"] = "break", ["children"] = "child",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<string> Of(string text) => [.. Words(text).Select(Stem)];

    /// <summary>The words in lower case, and the semicolons that part them; a possessive loses its ending.</summary>
    public static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder word = new();
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word.Append(char.ToLowerInvariant(text[i]));
            }
            else if (word.Length > 0)
            {
                // The s after an apostrophe belongs to the word before.
                bool isPossessive = word.Length == 1 && word[0] == 's' && i >= 2 && text[i - 2] is '\'' or '’';
                if (!isPossessive)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }

            if (i < text.Length && text[i] == ';')
            {
                words.Add(";");
            }
        }

        return words.ToImmutable();
    }

    public static string Stem(string word)
    {
        string stem = WithoutPlural(Irregular.GetValueOrDefault(word, word));
        stem = stem.Length < 4 ? stem : Cut(stem, "ing") ?? Cut(stem, "ed") ?? stem;
        if (stem.Length > 3 && stem[^1] == 'e')
        {
            stem = stem[..^1];
        }

        if (stem.Length > 3 && stem[^1] == stem[^2])
        {
            stem = stem[..^1];
        }

        return stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    private static string WithoutPlural(string word) =>
        word.Length < 4 || word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
        : CutEs(word) ?? Cut(word, "s") ?? word;

    private static string? Cut(string word, string ending) =>
        word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3 ? word[..^ending.Length] : null;

    private static string? CutEs(string word) =>
        word.EndsWith("es", StringComparison.Ordinal) && word.Length > 4 && (word[^3] is 's' or 'x' or 'z' || word[^4..^2] is "ch" or "sh") ? word[..^2] : null;
}
