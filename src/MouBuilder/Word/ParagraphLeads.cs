using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// What the next paragraph must begin with: the label of a list item or the number of a clause, the number of a note, a page break. Both texts of a redline have their own, since the first
/// paragraph of an item in one may not be in the other.
/// </summary>
internal sealed class ParagraphLeads
{
    private Lead now;
    private Lead old;

    private record struct Lead(ParagraphFormat? Item, bool NoteNumber, bool PageBreak, Bookmark? Mark = null, Bookmark? Start = null)
    {
        public readonly bool MustStand => Item is not null || NoteNumber;
    }

    /// <summary>A label waits for a paragraph on the sides on which the item stands.</summary>
    /// <param name="mark">The bookmark by which references know the paragraph; null for an item of a list.</param>
    public void Item(ParagraphFormat inNew, ParagraphFormat inOld, RevisionKind kind, Bookmark? mark = null)
    {
        now = kind.IsNew() ? now with { Item = inNew, Mark = mark } : now;
        old = kind.IsOld() ? old with { Item = inOld, Mark = mark } : old;
    }

    /// <summary>The next paragraph is the first of a part; where that has no heading a bookmark says so. One that found no paragraph is given up.</summary>
    public void Start(Bookmark? mark, RevisionKind kind)
    {
        now = kind.IsNew() ? now with { Start = mark } : now;
        old = kind.IsOld() ? old with { Start = mark } : old;
    }

    /// <summary>The bookmarks that wait for a paragraph of a kind; they are then taken.</summary>
    public IReadOnlyList<Bookmark> TakeMarks(RevisionKind kind)
    {
        Bookmark? inNew = kind.IsNew() ? now.Mark : null;
        Bookmark? inOld = kind.IsOld() ? old.Mark : null;
        Bookmark? start = (kind.IsNew() ? now.Start : null) ?? (kind.IsOld() ? old.Start : null);
        if (inNew is null && inOld is null && start is null)
        {
            return [];
        }

        Bookmark[] taken = [.. new[] { inNew, inOld, start }.OfType<Bookmark>().Distinct()];
        now = now with { Mark = taken.Contains(now.Mark) ? null : now.Mark, Start = kind.IsNew() ? null : now.Start };
        old = old with { Mark = taken.Contains(old.Mark) ? null : old.Mark, Start = kind.IsOld() ? null : old.Start };
        return taken;
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

    /// <summary>On which of the sides asked for a label or number waits; null for none. A number that both texts have there stands once for both.</summary>
    public RevisionKind? Waiting(RevisionKind asked) => IsClause(now) && now.Mark is not null && now.Mark == old.Mark ? RevisionKind.Kept : (asked.IsNew() && now.MustStand, asked.IsOld() && old.MustStand) switch
    {
        (false, false) => null,
        (true, false) => RevisionKind.Inserted,
        (false, true) => RevisionKind.Deleted,
        _ => RevisionKind.Kept,
    };

    /// <summary>Whether the number of a clause waits on a side asked for; only a paragraph of text takes it up.</summary>
    public bool HoldsClause(RevisionKind asked) => (asked.IsNew() && IsClause(now)) || (asked.IsOld() && IsClause(old));

    private static bool IsClause(Lead lead) => lead.Item is { Style: StyleIds.NumberedClause };

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
            bool plain = format.Style is StyleIds.ItemContinued or StyleIds.Body;
            format = format with { Style = plain ? label.Style : format.Style, List = label.List, Indent = label.Indent };
        }

        format = format with { PageBreakBefore = lead.PageBreak };
        lead = lead with { Item = null, PageBreak = false };
        return format;
    }
}
