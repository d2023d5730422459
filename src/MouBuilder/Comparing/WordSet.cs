using System.Collections.Frozen;

namespace MouBuilder.Comparing;

/// <summary>A set of English words, in any letter case.</summary>
internal static class WordSet
{
    /// <param name="words">With a blank between them.</param>
    public static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
