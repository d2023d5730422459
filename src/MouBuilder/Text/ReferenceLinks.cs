using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>Turns links to headings of the same file back into references.</summary>
internal static class ReferenceLinks
{
    public static MouDocument Resolve(MouDocument document)
    {
        Dictionary<string, string> idByAnchor = new(StringComparer.Ordinal);
        foreach ((string id, string anchor) in HeadingAnchors.Of(document))
        {
            // A clause without a heading answers to its section's; it comes after the section and is the one that texts refer to.
            idByAnchor[anchor] = id;
        }

        return new InlineRewriter(inline => inline, link => link.Address is ['#', .. var anchor] && idByAnchor.TryGetValue(anchor, out string? id)
            ? new Reference(id, "Section", null, link.Content is [TextRun run, ..] ? run.Emphasis : Emphasis.None)
            : link).Rewrite(document);
    }
}
