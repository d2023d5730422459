using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// What the next paragraph must begin with: the label of a list item, the number of a note, a page break. Both texts of a redline have their own, since the first
/// paragraph of an item in one may not be in the other.
/// </summary>
internal sealed class ParagraphLeads
{
    private Lead now;
    private Lead old;

    private record struct Lead(ParagraphFormat? Item, bool NoteNumber, bool PageBreak)
    {
        public readonly bool MustStand => Item is not null || NoteNumber;
    }

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

    public void NoteNumber(RevisionKind kind)
    {
        now = kind.IsNew() ? now with { NoteNumber = true } : now;
        old = kind.IsOld() ? old with { NoteNumber = true } : old;
    }

    /// <summary>On which of the sides asked for a label or number waits; null for none.</summary>
    public RevisionKind? Waiting(RevisionKind asked) => (asked.IsNew() && now.MustStand, asked.IsOld() && old.MustStand) switch
    {
        (false, false) => null,
        (true, false) => RevisionKind.Inserted,
        (false, true) => RevisionKind.Deleted,
        _ => RevisionKind.Kept,
    };

    /// <summary>On which of the sides asked for the number of a note waits, which is then taken; null for none.</summary>
    public RevisionKind? TakeNoteNumber(RevisionKind asked)
    {
        bool inNew = asked.IsNew() && now.NoteNumber;
        bool inOld = asked.IsOld() && old.NoteNumber;
        now = inNew ? now with { NoteNumber = false } : now;
        old = inOld ? old with { NoteNumber = false } : old;
        return (inNew, inOld) switch
        {
            (false, false) => null,
            (true, true) => RevisionKind.Kept,
            _ => asked == RevisionKind.Kept ? (inNew ? RevisionKind.Inserted : RevisionKind.Deleted) : asked,
        };
    }

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
        lead = lead with { Item = null, PageBreak = false };
        return format;
    }
}
