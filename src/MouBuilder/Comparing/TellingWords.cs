using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>Words by which a sentence may forbid, permit or except without shall, may or must. English.</summary>
internal static class TellingWords
{
    private const int LeastWordsOfSentence = 4;

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "never", "neither", "nor", "cannot", "shall", "must", "may", "should", "will", "prohibited", "prohibits", "forbidden", "forbids", "permitted", "permits", "allowed", "allows", "required", "requires",
        "entitled", "right", "rights", "obliged", "obligated", "responsible", "agrees", "agree", "declines", "refuses", "waives", "unless", "except", "only", "consent", "approval", "consultation",
    };

    private static readonly ImmutableHashSet<string> Forbidding = WordSet.Of("never prohibited prohibits forbidden forbids");
    private static readonly ImmutableHashSet<string> Deniable = WordSet.Of("permitted allowed");

    /// <summary>Whether words that were edited may change what is owed or allowed.</summary>
    public static bool AreIn(IEnumerable<MarkedWord> edited) =>
        edited.Any(w => (Telling.Contains(w.Text) && w.Text != "May") || w.Text.EndsWith("n't", StringComparison.Ordinal) || w.Text.EndsWith("n’t", StringComparison.Ordinal));

    // "The Principal or the parent" is not "the Principal and the parent", nor "no fewer than two" "no more than two".
    private static readonly ImmutableHashSet<string>[] Opposed = [WordSet.Of("and or and/or nor"), WordSet.Of("fewer more less least most minimum maximum"), WordSet.Of("before after"), WordSet.Of("all any each")];

    /// <summary>Whether a word stands in the place of one that says the contrary, or asks for less or more.</summary>
    public static bool IsTurned(WordChange change) =>
        change.Kind == WordChangeKind.Replaced && (Old: change.OldText.Trim(), New: change.NewText.Trim()) is var words && Opposed.Any(o => o.Contains(words.Old) && o.Contains(words.New));

    /// <summary>Whether one of the sentences forbids: "No Officer carries a rifle", "Officers are not allowed to search bags"; "No later than May 1" does not.</summary>
    public static bool Forbid(List<MarkedWord> words)
    {
        int from = 0;
        for (int i = 0; i < words.Count; i++)
        {
            bool isNot = words[i].Is("not") && i + 1 < words.Count && words[i + 1].IsOneOf(Deniable);
            if (isNot || words[i].IsOneOf(Forbidding) || (i == from && Denies(words, i)))
            {
                return true;
            }

            from = words[i].EndsSentence ? i + 1 : from;
        }

        return false;
    }

    /// <summary>Whether a sentence begins with somebody of whom it says that none does it. "No. 5" and a cell that says "No" are no sentences.</summary>
    private static bool Denies(List<MarkedWord> words, int at)
    {
        List<MarkedWord> sentence = [.. words.Skip(at).TakeWhile(w => !w.EndsSentence).Take(LeastWordsOfSentence)];
        return sentence.Count == LeastWordsOfSentence && Duty.IsDenied(string.Join(' ', sentence.Take(2).Select(w => w.Text)));
    }
}
