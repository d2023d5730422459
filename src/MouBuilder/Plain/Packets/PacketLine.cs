using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MouBuilder.Plain.Packets;

/// <summary>A line of a plain-language text taken apart: what a translator leaves alone, and the words to translate.</summary>
/// <param name="Lead">Indentation, the number or dash of an item, the marks of a heading.</param>
/// <param name="Words">Empty for a blank line and for one that is code alone.</param>
internal sealed partial record PacketLine(string Lead, string Words)
{
    public static ImmutableArray<PacketLine> Of(string text) => [.. text.TrimEnd('\n').Split('\n').Select(Take)];

    /// <summary>Whether a translator has something to do here.</summary>
    public bool HasWords => Words.Length > 0;

    private static PacketLine Take(string line)
    {
        Match lead = LeadOf().Match(line);
        string words = line[lead.Length..].TrimEnd();
        return OnlyCode().IsMatch(words) ? new(line.TrimEnd(), "") : new(lead.Value, words);
    }

    [GeneratedRegex(@"\A\s*(?:(?:\d+\.|-|#{3,6})\s+)?", RegexOptions.CultureInvariant)]
    private static partial Regex LeadOf();

    [GeneratedRegex(@"\A(?:\{\{.*?\}\}\s*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyCode();
}
