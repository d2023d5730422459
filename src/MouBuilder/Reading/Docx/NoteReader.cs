using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>Reads footnotes and endnotes, in the order of their marks.</summary>
internal static class NoteReader
{
    public static ImmutableArray<Note> Read(OfficePackage package, Relationships links, DocxContext context)
    {
        Dictionary<(bool IsEndnote, string Id), List<Piece>> texts = [];
        foreach ((string kind, string element, bool isEndnote) in (ReadOnlySpan<(string, string, bool)>)[("footnotes", "w:footnote", false), ("endnotes", "w:endnote", true)])
        {
            if (!context.Notes.Marked.Any(m => m.IsEndnote == isEndnote) || links.OfKind(kind) is not { IsOutside: false } link || !package.Has(link.Target))
            {
                continue;
            }

            Relationships own = package.RelationshipsOf(link.Target);
            StoryPlace place = new(link.Target);
            using PartXml part = package.Xml(link.Target);
            part.Root();
            for (Element? note = part.NextChild(); note is not null; note = part.NextChild())
            {
                part.Fill(note);
                if (note.Name == element && note["w:id"] is { } id && note["w:type"] is null or "normal" && context.Notes.Marked.Any(m => m.IsEndnote == isEndnote && m.Id == id))
                {
                    texts.TryAdd((isEndnote, id), new StoryReader(context, own, place, inNote: true).ReadAll(note.Children));
                }
            }
        }

        var notes = ImmutableArray.CreateBuilder<Note>();
        foreach ((bool isEndnote, string id, string label) in context.Notes.Marked)
        {
            List<Piece> pieces = texts.GetValueOrDefault((isEndnote, id)) ?? [];
            if (pieces.Count == 0)
            {
                context.Losses.Lost(isEndnote ? "an endnote whose text is missing" : "a footnote whose text is missing", "at its mark");
            }

            notes.Add(new(context.Notes.Mark(isEndnote, id), BlockFold.Of(pieces.Where(p => p is not Solid { Block: PageBreak }))) { Label = label, From = pieces.FirstOrDefault()?.From });
        }

        return notes.ToImmutable();
    }
}
