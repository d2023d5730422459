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
            if (Stems.Length > 0 && stems.AsSpan().Slice(at, Stems.Length).SequenceEqual(Stems.AsSpan()))
            {
                return at;
            }
        }

        return -1;
    }
}
