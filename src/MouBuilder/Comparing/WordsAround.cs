using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>
/// The words beside an edit that says nothing by itself: "not" came or went, "8" became "5", "and" became "or". Taken from the same sentence.
/// </summary>
internal sealed class WordsAround
{
    private const int MostAround = 3;
    private const int LongestNumber = 3;

    private static readonly FrozenSet<string> Small = WordSet.Of(
        "not no nor and or and/or but if unless until before after during within all any each every some only except both either neither none by of in on at to for from with without under over above below between through against more less fewer most least than as that which who when where while once a an the one it its his her their this these such is are was were be been has have do does may will can a.m p.m cannot never always rarely seldom often promptly immediately");

    private readonly Dictionary<WordChange, (string Before, string After)> around = new(ReferenceEqualityComparer.Instance);

    public WordsAround(PartChange change)
    {
        foreach (ImmutableArray<WordChange> words in change.Blocks.Concat(change.Notes).SelectMany(b => b.WithDescendants()).Select(b => b.Words).Where(w => w.Length > 1))
        {
            for (int i = 0; i < words.Length; i++)
            {
                if (SaysNothing(words[i]))
                {
                    around[words[i]] = (i > 0 && !words[i - 1].IsEdit ? Last(words[i - 1].NewText) : "", i + 1 < words.Length && !words[i + 1].IsEdit ? First(words[i + 1].NewText) : "");
                }
            }
        }
    }

    /// <summary>Both wordings with the words beside them; null where the edit is quoted alone.</summary>
    public (string Old, string New)? Of(WordChange change) =>
        around.TryGetValue(change, out (string Before, string After) words) ? (Joined(words.Before, change.OldText, words.After), Joined(words.Before, change.NewText, words.After)) : null;

    private static bool SaysNothing(WordChange change) => change.IsEdit && !change.IsTyped && change.Kind is WordChangeKind.Replaced or WordChangeKind.Inserted or WordChangeKind.Deleted
        && (change.OldText + change.NewText).Any(char.IsLetterOrDigit) && IsSmall(change.OldText) && IsSmall(change.NewText) && change.OldText.Trim() != change.NewText.Trim();

    private static bool IsSmall(string text) => text.Trim(' ', ',', ';') is var word && (word.Length == 0 || Small.Contains(word) || (word.Length <= LongestNumber && word.All(char.IsAsciiDigit)));

    private static string Joined(string before, string word, string after) => string.Join(' ', $"{before}{word}{after}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Last(string text)
    {
        int from = Math.Max(text.LastIndexOf(". ", StringComparison.Ordinal) + 1, 0);
        int at = text.TrimEnd().Length;
        for (int i = 0; i < MostAround && at > from; i++)
        {
            at = text.LastIndexOf(' ', at - 1);
        }

        return text[Math.Max(at, from)..];
    }

    private static string First(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal) is >= 0 and int point ? point + 1 : text.Length;
        int at = text.Length - text.TrimStart().Length;
        for (int i = 0; i < MostAround && at < end; i++)
        {
            at = text.IndexOf(' ', Math.Min(at + 1, text.Length)) is >= 0 and int next ? next : text.Length;
        }

        return text[..Math.Min(at, end)];
    }
}
