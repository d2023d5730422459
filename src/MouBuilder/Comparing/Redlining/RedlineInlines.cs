using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing.Redlining;

/// <summary>Which of both texts a stretch of the redline holds.</summary>
internal enum RedlineView
{
    Both,

    /// <summary>The half of a move that stands where the part was: the old text alone, in which words that did not come along are deleted.</summary>
    From,

    /// <summary>The half that stands where the part is: the new text alone, in which words that joined it are inserted.</summary>
    To,
}

/// <summary>Puts the words of both texts together.</summary>
internal sealed class RedlineInlines(RedlineTargets targets, RedlineNotes notes)
{
    public ImmutableArray<Inline> Merge(ImmutableArray<WordChange> words, RedlineView view)
    {
        if (view == RedlineView.Both && words is [{ Kind: WordChangeKind.Kept } only] && only.New.All(i => i is TextRun or Term or Gap or LineBreak))
        {
            return only.New;
        }

        List<Inline> merged = [];
        foreach (WordChange word in words)
        {
            if (view == RedlineView.Both)
            {
                Add(word, merged);
            }
            else
            {
                Revision? revision = !word.IsEdit ? null : view == RedlineView.From ? Revision.Deleted : Revision.Inserted;
                merged.AddRange((view == RedlineView.From ? word.Old : word.New).Select(i => Stamped(view == RedlineView.From ? Old(i) : New(i), revision)));
            }
        }

        return [.. merged];
    }

    /// <summary>An inline of the old text, for a place where only that text stands.</summary>
    public Inline Old(Inline inline) => inline switch
    {
        Reference r => targets.Old(r),
        NoteMark n => notes.Old(n),
        Link l => l with { Content = [.. l.Content.Select(Old)] },
        _ => inline,
    };

    /// <summary>An inline of the new text, for a place where only that text stands.</summary>
    public Inline New(Inline inline) => inline switch
    {
        Reference r => targets.New(r),
        NoteMark n => notes.New(n),
        Link l => l with { Content = [.. l.Content.Select(New)] },
        _ => inline,
    };

    private static Inline Stamped(Inline inline, Revision? revision) => revision is null ? inline : inline with { Revision = revision };

    private void Add(WordChange word, List<Inline> merged)
    {
        switch (word.Kind)
        {
            case WordChangeKind.Kept when word.New.All(i => i is TextRun or Term or Gap or LineBreak):
                // The marks of defined terms may differ; the new ones stand.
                merged.AddRange(word.New.Select(i => i with { Revision = Revision.Kept }));
                break;
            case WordChangeKind.Kept or WordChangeKind.Formatting or WordChangeKind.Reference:
                AddKept(word, merged);
                break;
            default:
                merged.AddRange(word.Old.Select(i => Stamped(Old(i), Revision.Deleted)));
                merged.AddRange(word.New.Select(i => Stamped(New(i), Revision.Inserted)));
                break;
        }
    }

    /// <summary>Goes through both texts together: they say the same, but in pieces cut apart at other places.</summary>
    private void AddKept(WordChange word, List<Inline> merged)
    {
        Queue<Inline> old = new(word.Old.SelectMany(InlineParts.Of));
        Inline? rest = null;
        foreach (Inline part in word.New.SelectMany(InlineParts.Of))
        {
            Inline now = part;
            while (true)
            {
                Inline before = rest ?? old.Dequeue();
                int length = Math.Min(InlineParts.LengthOf(before), InlineParts.LengthOf(now));
                (Inline first, Inline? later) = InlineParts.Cut(now, length);
                (Inline was, rest) = InlineParts.Cut(before, length);
                AddPair(was, first, merged);
                if (later is null)
                {
                    break;
                }

                now = later;
            }
        }
    }

    private void AddPair(Inline old, Inline now, List<Inline> merged)
    {
        switch (old, now)
        {
            case (Reference before, Reference after):
                AddReference(targets.Old(before), targets.New(after), merged);
                break;
            case (Link { Content: [Reference before] } link, Link { Content: [Reference after] }):
                List<Inline> inside = [];
                AddReference(targets.Old(before), targets.New(after), inside);
                merged.AddRange(inside.Select(i => link with { Content = [i], Revision = i.Revision }));
                break;
            case (NoteMark before, NoteMark after) when notes.Both(before, after) is { } both:
                merged.Add(both with { Revision = Revision.Kept });
                break;
            case (NoteMark, NoteMark):
                merged.Add(Stamped(Old(old), Revision.Deleted));
                merged.Add(Stamped(New(now), Revision.Inserted));
                break;
            case (_, Link { Content: [var only] } link):
                Revision inLink = old.OwnEmphasis() == now.OwnEmphasis() ? Revision.Kept : new(RevisionKind.Kept) { WasInline = old };
                merged.Add(link with { Content = [only with { Revision = inLink }], Revision = Revision.Kept });
                break;
            default:
                merged.Add(now with { Revision = old.OwnEmphasis() == now.OwnEmphasis() ? Revision.Kept : new(RevisionKind.Kept) { WasInline = old } });
                break;
        }
    }

    /// <summary>A reference to the same heading stays one field, whatever it shows; one to a heading that moved is another field.</summary>
    private static void AddReference(Reference old, Reference now, List<Inline> merged)
    {
        if (old.Target == now.Target)
        {
            merged.Add(now with { Revision = old == now ? Revision.Kept : new(RevisionKind.Kept) { WasInline = old } });
            return;
        }

        if (old.Word == now.Word && old.Emphasis == now.Emphasis && now.Word.Length > 0)
        {
            merged.Add(new TextRun(now.Word + "\u00A0", now.Emphasis) { Revision = Revision.Kept });
            old = old with { Word = "" };
            now = now with { Word = "" };
        }

        merged.Add(old with { Revision = Revision.Deleted });
        merged.Add(now with { Revision = Revision.Inserted });
    }
}
