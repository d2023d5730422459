namespace MouBuilder.Comparing;

/// <summary>The cross-references of a part that show another number than before, or lead to a clause that moved.</summary>
internal static class ReferenceNumbers
{
    /// <summary>A phrase for each, but beside a reconstruction, whose numbers are ours, only for typed ones, once: <c>reference “2.1” is now “2.2”</c>.</summary>
    public static string[] Of(PartChange change, Comparison comparison) =>
    [
        .. change.Words.Where(w => change.IsPlaceKnown && w.Kind == WordChangeKind.Reference)
            .Select(w => w.OldText == w.NewText ? $"reference “{w.NewText}” leads to a clause that moved" : $"reference “{w.OldText}” is now “{w.NewText}”")
            .Concat(change.TypedReferences.Select(r => r.Follows ? $"reference “{r.Old}” is now “{r.New}”" : $"reference “{r.Old}” becomes “{r.New}”, which is not the new number of the same place{Places(r, comparison)}"))
            .Distinct(StringComparer.Ordinal),
    ];

    private static string Places(TypedReference reference, Comparison comparison) => reference is { IsToOtherText: false, Led: { } led }
        ? $": it led to {ComparisonWords.NameOf(led, comparison.Old)} and leads to {(reference.Leads is { } leads ? ComparisonWords.NameOf(leads, comparison.New) : "nothing")} now" : "";
}
