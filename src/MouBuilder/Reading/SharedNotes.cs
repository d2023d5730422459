using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Reading;

/// <summary>A note that several marks lead to stands once for each of them: in an agreement every mark has a note of its own, which may change by itself.</summary>
internal static class SharedNotes
{
    public static MouDocument Parted(MouDocument document)
    {
        Dictionary<string, Note> notes = document.Notes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        Dictionary<string, int> marks = new(StringComparer.Ordinal);
        List<Note> marked = [];
        ImmutableArray<Block> blocks = new InlineRewriter(inline =>
        {
            if (inline is not NoteMark mark || !notes.TryGetValue(mark.NoteId, out Note? note))
            {
                return inline;
            }

            int count = marks[mark.NoteId] = marks.GetValueOrDefault(mark.NoteId) + 1;
            string id = count == 1 ? mark.NoteId : string.Create(CultureInfo.InvariantCulture, $"{mark.NoteId}-mark-{count}");
            marked.Add(note with { Id = id });
            return mark with { NoteId = id };
        }).Rewrite(document.Blocks);
        return marks.Values.All(c => c == 1) ? document : document with { Blocks = blocks, Notes = [.. marked, .. document.Notes.Where(n => !marks.ContainsKey(n.Id))] };
    }
}
