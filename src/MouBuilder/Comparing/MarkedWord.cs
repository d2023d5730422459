using System.Collections.Frozen;
using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A word of one side, and whether it belongs to an edit.</summary>
/// <param name="Stretch">The stretch of the comparison it stands in: words of the two sides with one stretch stand for one another.</param>
internal readonly record struct MarkedWord(string Text, bool IsEdited, int Stretch)
{
    public bool HasBlankAfter { get; init; }

    /// <summary>Whether it is a cross-reference or a gap, which is one word whatever it shows.</summary>
    public bool IsField { get; init; }

    public bool EndsSentence => Text is "." or ";" or ":" or "?" or "!";

    public bool IsPunctuation
    {
        get
        {
            foreach (char c in Text)
            {
                if (char.IsLetterOrDigit(c))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>With a capital it is the month, asks a question or makes a condition: "May 10", "May I leave?", "Should a Parent object".</summary>
    public bool IsModal => Is("shall") || Is("must") || ((Is("may") || Is("will") || Is("should")) && Text is not ("May" or "Will" or "Should"));

    /// <summary>The words of a text, put behind those that are there.</summary>
    public static void Read(Tokenizer tokenizer, ImmutableArray<Inline> inlines, bool isEdited, int stretch, List<MarkedWord> words)
    {
        foreach (Token token in tokenizer.Passing(inlines))
        {
            bool isBlank = token.BlankText.Length > 0 || token.Content is LineBreak;
            if (isBlank && words.Count > 0)
            {
                words[^1] = words[^1] with { HasBlankAfter = true };
            }

            if (token.Content is not (null or NoteMark or LineBreak))
            {
                string text = token is { Content: TextRun run, Rest.IsEmpty: true } ? run.Value : PlainText.Of(token.Pieces);
                words.Add(new(text.Length > 0 ? text : "-", isEdited, stretch) { IsField = token.Content is Reference or Gap });
            }
        }
    }

    /// <summary>Where a word that was kept stands among words of both texts: equal for its two places. Null for one that was edited.</summary>
    public static (int Stretch, int Offset)? PlaceOf(List<MarkedWord> words, int at) =>
        words[at].IsEdited ? null : (words[at].Stretch, at - (at == 0 ? -1 : words.FindLastIndex(at - 1, w => w.Stretch != words[at].Stretch)));

    public bool Is(string word) => string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    public bool IsOneOf(FrozenSet<string> words) => words.Contains(Text);
}
