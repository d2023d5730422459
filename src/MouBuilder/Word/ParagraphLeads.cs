using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// What the next paragraph must begin with: the label of a list item, a page break. Both texts of a redline have their own, since the first
/// paragraph of an item in one may not be in the other.
/// </summary>
internal sealed class ParagraphLeads
{
    private Lead now;
    private Lead old;

    private record struct Lead(ParagraphFormat? Item, bool PageBreak);

    /// <summary>A label waits for a paragraph on the sides on which the item stands.</summary>
    public void Item(ParagraphFormat format, RevisionKind kind)
    {
        now = kind.IsNew() ? now with { Item = format } : now;
        old = kind.IsOld() ? old with { Item = format } : old;
    }

    public void PageBreak(RevisionKind kind)
    {
        now = kind.IsNew() ? now with { PageBreak = true } : now;
        old = kind.IsOld() ? old with { PageBreak = true } : old;
    }

    /// <summary>The sides on which a label waits; null for neither.</summary>
    public RevisionKind? Waiting => (now.Item, old.Item) switch
    {
        (null, null) => null,
        (_, null) => RevisionKind.Inserted,
        (null, _) => RevisionKind.Deleted,
        _ => RevisionKind.Kept,
    };

    public ParagraphFormat TakeNew(ParagraphFormat format) => Take(ref now, format);

    public ParagraphFormat TakeOld(ParagraphFormat format) => Take(ref old, format);

    private static ParagraphFormat Take(ref Lead lead, ParagraphFormat format)
    {
        if (lead.Item is { } label)
        {
            bool plain = format.Style is StyleIds.ItemContinued;
            format = format with { Style = plain ? label.Style : format.Style, List = label.List, Indent = label.Indent };
        }

        format = format with { PageBreakBefore = lead.PageBreak };
        lead = default;
        return format;
    }
}
