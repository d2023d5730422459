using System.Globalization;

namespace MouBuilder.Comparing.Redlining;

/// <summary>The names by which Word knows that two places are those of one move.</summary>
internal sealed class MoveNames
{
    private readonly Dictionary<BlockMove, string> known = new(ReferenceEqualityComparer.Instance);
    private int last;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"move{++last}");

    public string Of(BlockMove move) => known.TryGetValue(move, out string? name) ? name : known[move] = Next();
}
