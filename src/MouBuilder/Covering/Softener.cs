using System.Collections.Immutable;

namespace MouBuilder.Covering;

/// <summary>Words that leave a duty to whoever has it, so that nobody can be held to it. English.</summary>
internal static class Softener
{
    private static readonly ImmutableHashSet<string> Trying =
        ["try", "aim", "endeavor", "endeavour", "seek", "strive", "attempt", "consider", "explore", "hope", "wish", "intend"];

    private static readonly ImmutableHashSet<string> NotBound = ["required", "obliged", "obligated", "bound", "expected", "compelled", "asked"];

    private static readonly ImmutableHashSet<string> OnlyExpected = ["expected", "encouraged", "free", "able", "welcome"];

    private static readonly ImmutableHashSet<string> Adverbs = ["also", "then", "jointly", "together", "each", "always"];

    /// <summary>Verbs before "that" by which a duty is hoped for or told of and not laid down.</summary>
    private static readonly ImmutableHashSet<string> Hoping = [.. new[]
    {
        "hope", "propose", "suggest", "recommend", "wish", "believe", "expect", "intend", "consider", "say", "said", "report", "claim", "argue", "discuss", "think", "prefer", "desire",
    }.Select(WordStems.Stem)];

    private static readonly ImmutableArray<ImmutableArray<string>> Phrases = [.. new[]
    {
        "as a rule", "where practicable", "if practicable", "when practicable", "as far as practicable", "where possible", "if possible", "when possible", "as far as possible", "where feasible", "if feasible",
        "sees fit", "see fit", "where it likes", "where they like", "usually", "normally", "generally", "ordinarily", "preferably", "in principle",
        "funds allow", "funds permit", "resources allow", "resources permit", "decide whether", "consider whether",
    }.Select(p => p.Split(' ').ToImmutableArray())];

    /// <summary>Soften where they stand close to the verb; further on they may belong to something else: "a form without a name, if they wish".</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Wishes = [.. new[] { "if it wishes", "if they wish", "if it likes", "if they like", "if asked" }.Select(p => p.Split(' ').ToImmutableArray())];

    /// <summary>Where such a word stands; -1 when none does.</summary>
    /// <param name="from">The first word that may belong to the duty.</param>
    /// <param name="verb">The modal verb.</param>
    /// <param name="act">The first word behind it and its "not".</param>
    /// <param name="end">One past the last word of the duty.</param>
    public static int In(ImmutableArray<string> words, int from, int verb, int act, int end, bool isNegative)
    {
        int first = act;
        while (first < end && Adverbs.Contains(words[first]))
        {
            first++;
        }

        if (first < end && Trying.Contains(words[first]))
        {
            return first;
        }

        if (first + 1 < end && words[first] == "be" && (isNegative ? NotBound : OnlyExpected).Contains(words[first + 1]))
        {
            return first;
        }

        for (int i = from; i < end; i++)
        {
            bool isHoped = i > from && i < verb && words[i] == "that" && Hoping.Contains(WordStems.Stem(words[i - 1]));
            if (isHoped || Begins(Phrases, words, i, end) || (i < act + 3 && Begins(Wishes, words, i, end)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Begins(ImmutableArray<ImmutableArray<string>> phrases, ImmutableArray<string> words, int at, int end) =>
        phrases.Any(p => at + p.Length <= end && Phrase.IsAt(words, at, p));
}
