namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>The fewest characters that have to be marked when whole words, each with a blank before it, are kept or not.</summary>
internal static class SmallestEdit
{
    public static int Of(string old, string now)
    {
        string[] before = Words(old);
        string[] after = Words(now);
        int[,] kept = new int[before.Length + 1, after.Length + 1];
        for (int i = 1; i <= before.Length; i++)
        {
            for (int j = 1; j <= after.Length; j++)
            {
                kept[i, j] = Math.Max(Math.Max(kept[i - 1, j], kept[i, j - 1]), before[i - 1] == after[j - 1] ? kept[i - 1, j - 1] + before[i - 1].Length : 0);
            }
        }

        return old.Length + now.Length - (2 * kept[before.Length, after.Length]) is var least and > 0 ? least : 1;
    }

    // A word, a blank and a punctuation mark are kept or not each by itself.
    private static string[] Words(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, @"\w+(?:[-'’.,/:]\w+)*|\s+|.").Select(m => m.Value)];
}
