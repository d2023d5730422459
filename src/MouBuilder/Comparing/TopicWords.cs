using System.Text.RegularExpressions;

namespace MouBuilder.Comparing;

/// <summary>The words by which texts are held against one another for what they are about: without numbers and code of templates, and without their endings.</summary>
internal static partial class TopicWords
{
    /// <summary>How often each word stands in a text.</summary>
    /// <param name="keyOf">What a word in small letters counts as.</param>
    public static Dictionary<string, int> Count(string text, Func<string, string> keyOf)
    {
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (Match match in Word().Matches(Code().Replace(text, " ")))
        {
            string word = keyOf(match.Value.ToLowerInvariant());
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    /// <summary>A word without the ending of an English plural or verb; enough where both sides go through it alike.</summary>
    public static string Stem(string word) => word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
