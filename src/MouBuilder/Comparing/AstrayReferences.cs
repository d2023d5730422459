using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>Says of typed cross-references that were given another number, which is not the new one of the same place, where they led and where they lead.</summary>
internal static class AstrayReferences
{
    /// <summary>The parts, of which those with such references are of the rank of a duty: what a sentence refers to is part of it.</summary>
    public static ImmutableArray<PartChange> Marked(ImmutableArray<PartChange> parts)
    {
        if (!parts.Any(p => p.TypedReferences.Any(IsAstray)))
        {
            return parts;
        }

        Dictionary<(bool, string), PartChange?> old = StaleReferences.ByNumber(parts, p => p.Old);
        Dictionary<(bool, string), PartChange?> now = StaleReferences.ByNumber(parts, p => p.New);
        return [.. parts.Select(p => !p.TypedReferences.Any(IsAstray) ? p : p with
        {
            Rank = ChangeRank.DutyOrRight,
            TypedReferences = [.. p.TypedReferences.Select(r => !IsAstray(r) || r.IsToOtherText ? r
                : r with { Led = old.GetValueOrDefault((r.IsToExhibit, r.Old))?.Old, Leads = now.GetValueOrDefault((r.IsToExhibit, r.New))?.New })],
        })];
    }

    private static bool IsAstray(TypedReference reference) => !reference.Follows;
}
