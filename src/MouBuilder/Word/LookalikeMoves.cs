using System.Text;
using System.Text.RegularExpressions;

namespace MouBuilder.Word;

/// <summary>
/// Paragraphs that LibreOffice takes for moved by itself: the same words removed here and added there, not many changes apart, and at least two of them. It then sees
/// the words and the mark of the later paragraph as two changes.
/// </summary>
internal sealed partial class LookalikeMoves
{
    private const int Reach = 20;
    private const int Shortest = 6;

    private readonly Queue<(string Words, bool IsNew)> seen = [];

    /// <summary>Whether the first paragraph of those that stand together on one side is such a one.</summary>
    /// <param name="paragraph">Its content, as markup.</param>
    /// <param name="isNew">Whether it stands in the new text.</param>
    /// <param name="isAlone">Whether no other of its side follows.</param>
    public bool Add(StringBuilder paragraph, bool isNew, bool isAlone)
    {
        string words = string.Concat(Words().Matches(paragraph.ToString()).Select(m => m.Groups[1].Value)).Trim();
        if (words.Length < Shortest || !words.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        bool isFound = seen.Contains((words, !isNew));
        if (isAlone)
        {
            seen.Enqueue((words, isNew));
        }

        if (seen.Count > Reach)
        {
            seen.Dequeue();
        }

        return isFound;
    }

    [GeneratedRegex("<w:(?:t|delText)(?: [^>]*)?>([^<]*)<")]
    private static partial Regex Words();
}
