using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Holds the paragraphs of a redline back until what follows them is known. A paragraph goes when its mark goes, and what is left of it joins
/// the next one; but the last mark of a body, a cell or a note never goes, nor, in some programs, one before a table. So where paragraphs were added or
/// removed at such an end, it is the mark before them that is tracked.
/// </summary>
internal sealed class HeldParagraphs(TextWriter file, RevisionMarks marks)
{
    private static readonly ParagraphFormat Filler = new(StyleIds.AfterTable);

    private readonly List<Held> held = [];
    private readonly LookalikeMoves lookalikes = new();
    private readonly Stack<StringBuilder> spare = [];
    private bool followsTable;

    /// <summary>A paragraph, or (without a kind) the mark of a range between paragraphs.</summary>
    private sealed record Held(ParagraphFormat? New, ParagraphFormat? Old, RevisionKind? Kind, StringBuilder Content)
    {
        /// <summary>Whether its changes follow from the text.</summary>
        public bool IsOutside { get; init; }

        /// <summary>What became of its last words.</summary>
        public RevisionKind End { get; set; }

        /// <summary>Whether words of it are on both sides, as where a paragraph was split.</summary>
        public bool HasKept { get; set; }

        /// <summary>Whether LibreOffice takes its words for several changes, and the mark with the last of them.</summary>
        public bool IsBroken { get; set; }

        /// <summary>Whether LibreOffice does not see that its mark moved.</summary>
        public bool IsMarkLost { get; set; }

        /// <summary>The looks LibreOffice gives what stands behind, when the paragraph has gone; only its own looks would do it wrong.</summary>
        public ParagraphFormat? Leaves { get; set; }

        /// <summary>The looks of a paragraph of the other side whose words stand in this one.</summary>
        public ParagraphFormat? Fused { get; set; }

        public bool IsBoth => New is not null && Old is not null;

        public ParagraphFormat Looks => (New ?? Old)!.Value;
    }

    /// <summary>Begins a paragraph; what it holds is to be written where the answer says.</summary>
    public TextWriter Begin(ParagraphFormat? now, ParagraphFormat? old, RevisionKind kind)
    {
        if (now is not null && old is not null)
        {
            FlushBefore(now, old);
        }

        Held paragraph = new(now, old, kind, Empty()) { IsOutside = marks.Tally.IsOutside };
        held.Add(paragraph);
        return new StringWriter(paragraph.Content);
    }

    /// <summary>Ends a paragraph.</summary>
    /// <param name="last">What became of its last words.</param>
    /// <param name="hasKept">Whether any of its words were kept.</param>
    /// <param name="isMixed">Whether not all of its words share a fate.</param>
    /// <param name="hasField">Whether a field or a link is among them.</param>
    public void End(RevisionKind last, bool hasKept, bool isMixed, bool hasField)
    {
        Held paragraph = held[^1];
        RevisionKind mark = last == RevisionKind.Kept ? paragraph.Kind!.Value : last;

        // LibreOffice does not see that the mark of a paragraph moved which is empty or holds a field.
        paragraph.IsMarkLost = hasField && mark is RevisionKind.MovedTo or RevisionKind.MovedFrom;
        paragraph.End = hasField || last == RevisionKind.Kept ? Unmoved(mark) : mark;
        paragraph.HasKept = hasKept;
        paragraph.IsBroken = isMixed || paragraph.IsMarkLost;
    }

    public void Mark(string markup) => held.Add(new(null, null, null, Empty().Append(markup)));

    public void FollowTable() => followsTable = true;

    /// <summary>Writes what is held: what stands behind it is no paragraph of the text.</summary>
    public void Flush() => FlushBefore(null, null);

    private void FlushBefore(ParagraphFormat? now, ParagraphFormat? old)
    {
        FindLookalikes();
        int end = EndOfTyped();
        bool isEnd = end > 0 && LooksKept(held[..end]);
        if (end == 0 && held is [{ IsBoth: true }, _, ..])
        {
            end = EndOfSide(1);
            isEnd = GoesWithMarkBefore(end, now, old);
        }

        KeepLooksBehind(isEnd ? end : 0, now, old);
        Write([.. held[..end]], isEnd);
        Write([.. held[end..]], isEnd: false);
        held.Clear();
    }

    /// <summary>
    /// Where the paragraphs end that seem typed at the end of the paragraph before them. LibreOffice takes an added paragraph behind words added at the end of another for one stretch, and
    /// the mark between them with it; so that mark is the added one.
    /// </summary>
    private int EndOfTyped()
    {
        if (held is not [{ IsBoth: true, End: not RevisionKind.Kept }, ..])
        {
            return 0;
        }

        bool isNew = held[0].End.IsNew();
        int end = held.FindIndex(1, h => h.Kind is { } kind && (h.HasKept || kind.IsNew() != isNew));
        return end > 0 ? end : held.Count;
    }

    private void FindLookalikes()
    {
        foreach ((List<Held> side, _) in Sides(0))
        {
            if (side.FindAll(h => h.Kind is not null) is [var first, .. var others])
            {
                first.IsBroken |= lookalikes.Add(first.Content, first.New is not null, isAlone: others.Count == 0);
            }
        }
    }

    /// <summary>
    /// Whether it is better that the mark before paragraphs of one side goes than their last one. LibreOffice takes changes from the last to the first: of a broken paragraph the end goes
    /// with the mark first, and what stands behind gets that paragraph's looks.
    /// </summary>
    /// <param name="end">Where the paragraphs end; the one before them comes first.</param>
    private bool GoesWithMarkBefore(int end, ParagraphFormat? now, ParagraphFormat? old)
    {
        if (!held.Take(end).Skip(1).Any(h => h.IsBroken))
        {
            return false;
        }

        Held last = held[..end].FindLast(h => h.Kind is not null)!;
        ParagraphFormat looks = last.Looks.OfDocument;
        return looks == held[0].New!.Value.OfDocument && looks == held[0].Old!.Value.OfDocument && looks != Behind(end, last.New is null, now, old)?.OfDocument;
    }

    /// <summary>Sees to it that what stands behind paragraphs of one side keeps its looks where they go: the first broken one says which looks it leaves behind.</summary>
    private void KeepLooksBehind(int start, ParagraphFormat? now, ParagraphFormat? old)
    {
        foreach ((List<Held> side, int end) in Sides(start))
        {
            if (side.Find(h => h.IsBroken) is not { } first || Behind(end, first.New is null, now, old) is not { } behind || behind.OfDocument == first.Looks.OfDocument)
            {
                continue;
            }

            if (first.New is not null)
            {
                first.Leaves = Placed(behind);
            }
            else
            {
                // What is deleted keeps its looks when the deletion is rejected. An empty paragraph that stays does less harm than looks that are lost.
                side.FindAll(h => h.IsMarkLost).ForEach(h => h.End = RevisionKind.MovedFrom);
            }
        }
    }

    /// <summary>The looks with their place in the count of headings: LibreOffice changes the style back and leaves the level where it was, unless it is said.</summary>
    private static ParagraphFormat Placed(ParagraphFormat looks) => looks.List is not null ? looks : looks.Style switch
    {
        StyleIds.Section => looks with { List = new(ListNumbers.Headings, 0) },
        StyleIds.Clause or StyleIds.NumberedClause => looks with { List = new(ListNumbers.Headings, 1) },
        _ => looks,
    };

    private static RevisionKind Unmoved(RevisionKind kind) => kind switch { RevisionKind.MovedTo => RevisionKind.Inserted, RevisionKind.MovedFrom => RevisionKind.Deleted, _ => kind };

    /// <summary>The looks of what stands behind paragraphs of one side when they have gone.</summary>
    private ParagraphFormat? Behind(int at, bool isNew, ParagraphFormat? now, ParagraphFormat? old) =>
        isNew ? held.Skip(at).FirstOrDefault(h => h.New is not null)?.New ?? now : held.Skip(at).FirstOrDefault(h => h.Old is not null)?.Old ?? old;

    /// <summary>The paragraphs of one side that stand together, and where they end; the kept one before all of them is of both.</summary>
    private IEnumerable<(List<Held> Paragraphs, int End)> Sides(int start)
    {
        int end;
        for (int at = start == 0 && held is [{ IsBoth: true }, ..] ? 1 : start; at < held.Count; at = end)
        {
            end = EndOfSide(at);
            yield return (held[at..end], end);
        }
    }

    /// <summary>Where the paragraphs end that begin at an index and stand on one side.</summary>
    private int EndOfSide(int at)
    {
        bool? isNew = null;
        int end = held.FindIndex(at, h => h.Kind is not null && (isNew ??= h.New is not null) != h.New is not null);
        return end < 0 ? held.Count : end;
    }

    public void FlushBeforeTable()
    {
        KeepLooksBehind(0, null, null);

        // Where both sides have paragraphs of their own, only fusing two of them would help, and a reader is worse off with that.
        bool isOneSide = !held.Exists(h => h is { New: not null, Old: null }) || !held.Exists(h => h is { New: null, Old: not null });
        bool isEnd = isOneSide && (held is [{ IsBoth: true }, ..] ? LooksKept(held) : followsTable);
        if ((!isEnd || followsTable) && held.FindLast(h => h.Kind is not null) is { New: not null, Old: null })
        {
            LeaveNoNumber();
        }

        Write([.. held], isEnd);
        held.Clear();
        followsTable = false;
    }

    /// <summary>Of paragraphs added before a table LibreOffice leaves an empty one when they go, in the looks of one of them: it shall not count as a heading.</summary>
    private void LeaveNoNumber()
    {
        (List<Held> added, _) = Sides(0).Last();
        added.FindAll(h => h.Kind is not null).ForEach(h => h.Leaves = Filler);
    }

    /// <summary>Writes what is held: nothing stands behind it.</summary>
    /// <param name="isWhole">Whether the cell or note stands on one side alone; it then goes as a whole and its last mark with it.</param>
    public void FlushAtEnd(bool isWhole)
    {
        // The last mark is on both sides, so both need a paragraph there.
        int typed = EndOfTyped();
        if (isWhole || typed < 2 || !LooksKept(held[..typed]) || !held.Skip(typed).Any(h => h.New is not null) || !held.Skip(typed).Any(h => h.Old is not null))
        {
            typed = 0;
        }

        Write([.. held[..typed]], isEnd: true);
        Write([.. held[typed..]], isEnd: !isWhole);
        held.Clear();
    }

    /// <summary>Whether a deleted paragraph would still look like itself under the mark of the kept one before it.</summary>
    private static bool LooksKept(List<Held> items) =>
        items.FindLast(h => h.Kind is not null) is not { New: null, Old: { } old } || items[0].New?.OfDocument == old.OfDocument;

    private void Write(Held[] items, bool isEnd)
    {
        followsTable &= items.Length == 0;
        int last = isEnd ? Array.FindLastIndex(items, h => h.Kind is not null) : -1;
        int lastNew = isEnd ? Array.FindLastIndex(items, h => h.New is not null) : -1;
        int lastOld = isEnd ? Array.FindLastIndex(items, h => h.Old is not null) : -1;
        for (int i = 0; i < items.Length; i++)
        {
            ParagraphFormat? now = i == lastNew && i != last ? null : items[i].New;
            ParagraphFormat? old = i == lastOld && i != last ? null : items[i].Old;
            if (i == last)
            {
                Write(items[i], lastNew < 0 ? Filler : items[lastNew].New, lastOld < 0 ? Filler : items[lastOld].Old);
            }
            else if (now is null && old is null && items[i].Kind is not null)
            {
                // Both its marks are the last one's: its words belong to the paragraph behind it.
                Prepend(items[i], items, i + 1);
            }
            else
            {
                Write(items[i], now, old);
            }
        }
    }

    private static void Prepend(Held item, Held[] items, int at)
    {
        // The mark of a range may stand inside of a paragraph as well.
        for (; items[at].Kind is null; at++)
        {
            item.Content.Append(items[at].Content);
            items[at].Content.Clear();
        }

        items[at].Content.Insert(0, item.Content.ToString());
        items[at].Fused = item.Looks;
    }

    private void Write(Held item, ParagraphFormat? now, ParagraphFormat? old)
    {
        if (item.Kind is { } kind)
        {
            bool isOutside = marks.Tally.IsOutside;
            marks.Tally.IsOutside = item.IsOutside;
            file.Write("<w:p>");
            // A mark shares the fate of the words before it: LibreOffice takes the two for one stretch only when they are alike.
            string revisions = Revisions(now, old, item.End == RevisionKind.Kept ? kind : item.End, item.HasKept || (item.IsBoth && now == item.New && old == item.Old));
            if (now is not null && old is not null)
            {
                now.Value.WriteTo(file, revisions);
            }
            else if (item.IsBoth || item.Fused is not null)
            {
                // Its mark goes on one side, and Word takes its looks from the paragraph behind it; LibreOffice keeps its own.
                ParagraphFormat looks = (item.New ?? item.Fused)!.Value;
                ParagraphFormat was = (item.Old ?? item.Fused)!.Value;
                looks.WriteTo(file, looks.OfDocument == was.OfDocument ? revisions : revisions + Change(was, item.HasKept));
            }
            else
            {
                item.Looks.WriteTo(file, item.Leaves is { } behind ? revisions + Change(behind, isOfTexts: false) : revisions);
            }

            file.Write(item.Content);
            file.Write("</w:p>");
            marks.Tally.IsOutside = isOutside;
        }
        else
        {
            file.Write(item.Content);
        }

        item.Content.Clear();
        spare.Push(item.Content);
    }

    private string Revisions(ParagraphFormat? now, ParagraphFormat? old, RevisionKind kind, bool isOfTexts)
    {
        if (now is { } next && old is { } was)
        {
            return next.OfDocument == was.OfDocument ? "" : Change(was, isOfTexts);
        }

        RevisionKind own = now is null ? RevisionKind.Deleted : RevisionKind.Inserted;
        return marks.OfMark(kind != RevisionKind.Kept && kind.IsNew() == own.IsNew() ? kind : own);
    }

    /// <param name="isOfTexts">Whether the paragraph is in both texts, which then have it in two forms; otherwise its mark is only lent to another.</param>
    private string Change(ParagraphFormat was, bool isOfTexts)
    {
        using StringWriter change = new();
        change.Write(marks.BeginParagraphChange(isOfTexts));
        was.WriteTo(change);
        change.Write("</w:pPrChange>");
        return change.ToString();
    }

    private StringBuilder Empty() => spare.TryPop(out StringBuilder? builder) ? builder : new();
}
