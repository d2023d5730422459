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
    private readonly Stack<StringBuilder> spare = [];
    private bool followsTable;

    /// <summary>A paragraph, or (without a kind) the mark of a range between paragraphs.</summary>
    private sealed record Held(ParagraphFormat? New, ParagraphFormat? Old, RevisionKind? Kind, StringBuilder Content)
    {
        /// <summary>What became of its last words.</summary>
        public RevisionKind End { get; set; }

        /// <summary>Whether words of it are on both sides, as where a paragraph was split.</summary>
        public bool HasKept { get; set; }

        public bool IsBoth => New is not null && Old is not null;
    }

    /// <summary>Begins a paragraph; what it holds is to be written where the answer says.</summary>
    public TextWriter Begin(ParagraphFormat? now, ParagraphFormat? old, RevisionKind kind)
    {
        if (now is not null && old is not null)
        {
            Flush();
        }

        Held paragraph = new(now, old, kind, Empty());
        held.Add(paragraph);
        return new StringWriter(paragraph.Content);
    }

    /// <summary>Ends a paragraph.</summary>
    /// <param name="last">What became of its last words.</param>
    /// <param name="hasKept">Whether any of its words were kept.</param>
    public void End(RevisionKind last, bool hasKept)
    {
        held[^1].End = last;
        held[^1].HasKept = hasKept;
    }

    public void Mark(string markup) => held.Add(new(null, null, null, Empty().Append(markup)));

    public void FollowTable() => followsTable = true;

    /// <summary>Writes what is held: a paragraph of both sides stands behind it.</summary>
    public void Flush()
    {
        // LibreOffice takes an added paragraph behind words added at the end of another for one stretch, and the mark between them with it.
        // As somebody would have typed it, that mark is the added one.
        int end = 0;
        if (held is [{ IsBoth: true, End: not RevisionKind.Kept }, ..])
        {
            bool isNew = held[0].End.IsNew();
            bool IsLike(Held h) => h.Kind is null || (!h.HasKept && h.Kind.Value.IsNew() == isNew);
            end = held.FindIndex(1, h => !IsLike(h)) is var other and > 0 ? other : held.Count;
        }

        Write([.. held[..end]], isEnd: LooksKept(held[..end]));
        Write([.. held[end..]], isEnd: false);
        held.Clear();
    }

    public void FlushBeforeTable()
    {
        // Where both sides have paragraphs of their own, only fusing two of them would help, and a reader is worse off with that.
        bool isOneSide = !held.Exists(h => h is { New: not null, Old: null }) || !held.Exists(h => h is { New: null, Old: not null });
        Write([.. held], isEnd: isOneSide && (held is [{ IsBoth: true }, ..] ? LooksKept(held) : followsTable));
        held.Clear();
        followsTable = false;
    }

    /// <summary>Writes what is held: nothing stands behind it.</summary>
    /// <param name="isWhole">Whether the cell or note stands on one side alone; it then goes as a whole and its last mark with it.</param>
    public void FlushAtEnd(bool isWhole)
    {
        Write([.. held], isEnd: !isWhole);
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
                Prepend(items[i].Content, items, i + 1);
            }
            else
            {
                Write(items[i], now, old);
            }
        }
    }

    private static void Prepend(StringBuilder content, Held[] items, int at)
    {
        // The mark of a range may stand inside of a paragraph as well.
        for (; items[at].Kind is null; at++)
        {
            content.Append(items[at].Content);
            items[at].Content.Clear();
        }

        items[at].Content.Insert(0, content.ToString());
    }

    private void Write(Held item, ParagraphFormat? now, ParagraphFormat? old)
    {
        if (item.Kind is { } kind)
        {
            file.Write("<w:p>");
            // A mark shares the fate of the words before it: LibreOffice takes the two for one stretch only when they are alike.
            (now ?? old)!.Value.WriteTo(file, Revisions(now, old, item.End == RevisionKind.Kept ? kind : item.End));
            file.Write(item.Content);
            file.Write("</w:p>");
        }
        else
        {
            file.Write(item.Content);
        }

        item.Content.Clear();
        spare.Push(item.Content);
    }

    private string Revisions(ParagraphFormat? now, ParagraphFormat? old, RevisionKind kind)
    {
        if (now is { } next && old is { } was)
        {
            if (next.OfDocument == was.OfDocument)
            {
                return "";
            }

            using StringWriter change = new();
            change.Write(marks.BeginParagraphChange());
            was.WriteTo(change);
            change.Write("</w:pPrChange>");
            return change.ToString();
        }

        RevisionKind own = now is null ? RevisionKind.Deleted : RevisionKind.Inserted;
        return marks.OfMark(kind != RevisionKind.Kept && kind.IsNew() == own.IsNew() ? kind : own);
    }

    private StringBuilder Empty() => spare.TryPop(out StringBuilder? builder) ? builder : new();
}
