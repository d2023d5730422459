using System.Collections.Frozen;

namespace MouBuilder.Comparing;

/// <summary>Between which limits a number stands: "under ten" is not "ten or under", and "no more than ten" is "ten or fewer". Reads English.</summary>
internal static class Bounds
{
    private const int MostWordsBetween = 2;

    // By the last of the words.
    private static readonly ILookup<string, (string[] Words, string Bound)> Before = new (string Words, string Bound)[]
    {
        ("no more than", "<="), ("not more than", "<="), ("no later than", "<="), ("not later than", "<="), ("no older than", "<="), ("not older than", "<="), ("at most", "<="), ("up to", "<="), ("maximum of", "<="), ("not exceeding", "<="), ("not to exceed", "<="), ("not exceed", "<="),
        ("no less than", ">="), ("not less than", ">="), ("no fewer than", ">="), ("not fewer than", ">="), ("no younger than", ">="), ("not younger than", ">="), ("no earlier than", ">="), ("not earlier than", ">="), ("at least", ">="), ("minimum of", ">="),
        ("more than", ">"), ("greater than", ">"), ("older than", ">"), ("over", ">"), ("above", ">"), ("exceeding", ">"), ("exceeds", ">"), ("exceed", ">"),
        ("less than", "<"), ("fewer than", "<"), ("younger than", "<"), ("under", "<"), ("below", "<"),
    }.Select(b => (Words: b.Words.Split(' '), b.Bound)).ToLookup(b => b.Words[^1], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OrMore = WordSet.Of("more older over above greater later");
    private static readonly FrozenSet<string> OrLess = WordSet.Of("less fewer younger under below earlier");

    // "Under the age of ten", "over $500".
    private static readonly FrozenSet<string> Passed = WordSet.Of("the age of ages $ a an");

    /// <summary>Whether the same numbers stand between other limits.</summary>
    public static bool Differ(List<MarkedWord> old, List<MarkedWord> now)
    {
        (string Number, string Bound)[] before = [.. Of(old)];
        (string Number, string Bound)[] after = [.. Of(now)];
        return before.Select(n => n.Number).SequenceEqual(after.Select(n => n.Number)) && !before.SequenceEqual(after);
    }

    private static IEnumerable<(string Number, string Bound)> Of(List<MarkedWord> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (Deadlines.IsNumber(words[i].Text) && !TypedReferences.IsNumberOfPlace(words, i) && Deadlines.NumberAt(words, i) is { } number)
            {
                yield return (number, BoundBehind(words, i) ?? BoundBefore(words, i) ?? "");
            }
        }
    }

    private static string? BoundBehind(List<MarkedWord> words, int number)
    {
        for (int i = number + 1; i + 1 < words.Count && i <= number + 1 + MostWordsBetween && !words[i].EndsSentence; i++)
        {
            if (words[i].Is("or") || words[i].Is("and"))
            {
                return words[i + 1].IsOneOf(OrMore) ? ">=" : words[i + 1].IsOneOf(OrLess) ? "<=" : null;
            }
        }

        return null;
    }

    private static string? BoundBefore(List<MarkedWord> words, int number)
    {
        int last = number - 1;
        while (last >= 0 && words[last].IsOneOf(Passed) && EndingAt(words, last) is null)
        {
            last--;
        }

        return EndingAt(words, last);
    }

    /// <summary>The limit that the words up to here set, "no more than" before "more than".</summary>
    private static string? EndingAt(List<MarkedWord> words, int last) =>
        last < 0 ? null : Before[words[last].Text].Where(b => last + 1 >= b.Words.Length && b.Words.Index().All(w => words[last + 1 - b.Words.Length + w.Index].Is(w.Item))).Select(b => b.Bound).FirstOrDefault();
}
