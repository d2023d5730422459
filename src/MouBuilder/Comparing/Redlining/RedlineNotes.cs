using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing.Redlining;

/// <summary>
/// The notes of the redline in the order of their marks. A note whose mark was kept is one note with its changes inside; a mark on one side alone has a
/// note of its own.
/// </summary>
internal sealed class RedlineNotes
{
    private readonly Dictionary<string, BlockChange> byNew = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BlockChange> byOld = new(StringComparer.Ordinal);
    private readonly List<(string Id, BlockChange Change, RedlineView? View, Revision? Revision)> marked = [];

    public RedlineNotes(Comparison comparison)
    {
        foreach (BlockChange change in comparison.Parts.SelectMany(p => p.Notes))
        {
            if (change.New is Note now)
            {
                byNew[now.Id] = change;
            }

            if (change.Old is Note old)
            {
                byOld[old.Id] = change;
            }
        }
    }

    /// <summary>The half of a move being written, whose notes go with their marks; null elsewhere.</summary>
    public RedlineView? Half { get; set; }

    /// <summary>The mark of a note that both texts have; null where the notes are not one.</summary>
    public NoteMark? Both(NoteMark old, NoteMark now)
    {
        if (!byNew.TryGetValue(now.NoteId, out BlockChange? change) || change.Old is not Note note || note.Id != old.NoteId)
        {
            return null;
        }

        marked.Add((now.NoteId, change, RedlineView.Both, null));
        return now;
    }

    public NoteMark Old(NoteMark mark)
    {
        string id = RedlineTargets.OldId(mark.NoteId);
        Add(byOld, mark.NoteId, id, RedlineView.From, Revision.Deleted);
        return mark with { NoteId = id };
    }

    public NoteMark New(NoteMark mark)
    {
        Add(byNew, mark.NoteId, mark.NoteId, RedlineView.To, Revision.Inserted);
        return mark;
    }

    public ImmutableArray<Note> Written(RedlineBlocks blocks)
    {
        var notes = ImmutableArray.CreateBuilder<Note>();
        // Notes may not hold marks of notes, so the list does not grow while it is read.
        foreach ((string id, BlockChange change, RedlineView? view, Revision? revision) in marked)
        {
            notes.Add(view is { } half && change is { Old: not null, New: not null }
                ? new Note(id, blocks.Merge(change.Blocks, half))
                : new Note(id, view == RedlineView.From || change.New is null ? blocks.Old(((Note)change.Old!).Blocks) : blocks.New(((Note)change.New!).Blocks)) { Revision = revision });
        }

        return notes.ToImmutable();
    }

    private void Add(Dictionary<string, BlockChange> changes, string noteId, string id, RedlineView view, Revision revision)
    {
        if (changes.TryGetValue(noteId, out BlockChange? change))
        {
            bool isMoved = Half is not null && change is { Old: not null, New: not null };
            marked.Add((id, isMoved ? change : view == RedlineView.From ? BlockChange.Removed(change.Old!) : BlockChange.Added(change.New!), view, isMoved ? null : revision));
        }
    }
}
