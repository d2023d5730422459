using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>Of the forms in which a newer Word writes a thing for itself and for older ones, the one that is read; never two of them.</summary>
internal static class Alternatives
{
    /// <summary>The first choice that needs nothing unknown, otherwise the fallback; null when there is none.</summary>
    public static Element? Chosen(Element alternatives) =>
        alternatives.All("mc:Choice").FirstOrDefault(c => (c["Requires"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } needs && needs.All(ElementNames.IsKnown))
        ?? alternatives.Child("mc:Fallback");
}
