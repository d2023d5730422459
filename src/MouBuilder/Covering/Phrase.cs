using System.Collections.Immutable;

namespace MouBuilder.Covering;

/// <summary>Words in a row, compared by their stems.</summary>
internal sealed record Phrase(ImmutableArray<string> Stems)
{
    public static Phrase Of(string text) => new(WordStems.Of(text));

    /// <summary>Where the phrase begins among the words, at or after a place; -1 when it is not there.</summary>
    public int IndexIn(ImmutableArray<string> stems, int from = 0)
    {
        for (int at = from; at + Stems.Length <= stems.Length; at++)
        {
            if (Stems.Length > 0 && IsAt(stems, at, Stems))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether words in a row stand at a place.</summary>
    public static bool IsAt(ImmutableArray<string> words, int at, ImmutableArray<string> row) =>
        at + row.Length <= words.Length && words.AsSpan().Slice(at, row.Length).SequenceEqual(row.AsSpan());
}
