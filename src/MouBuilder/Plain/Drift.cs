using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;

namespace MouBuilder.Plain;

/// <summary>What has changed in the wording that a plain-language text was written from, for the person who reviews it.</summary>
internal static class Drift
{
    private const int MostShown = 3;
    private const int LongestShown = 240;

    /// <summary>All changes; null where the earlier wording was not kept.</summary>
    public static ImmutableArray<WordingChange>? Between(KeptWording? before, KeptWording now) => before is null ? null : WordingChange.Between(before.Words, now.Words);

    /// <summary>The first changes in a sentence or two.</summary>
    public static string InWords(ImmutableArray<WordingChange>? changes)
    {
        if (changes is not { } found)
        {
            return "The earlier wording was not kept, so what changed cannot be shown.";
        }

        IEnumerable<string> shown = found.Take(MostShown).Select(c => $"It said \"{Clipped(c.Old)}\" and now says \"{Clipped(c.New)}\".");
        return string.Join(' ', shown) + (found.Length > MostShown ? $" There are {found.Length - MostShown} more changes." : "");
    }

    private static string Clipped(string words) => words.Length <= LongestShown ? words : words[..(LongestShown - 2)] + " …";
}
