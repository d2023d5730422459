using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>Reads footnotes and endnotes, in the order of their marks.</summary>
internal static class NoteReader
{
    private const int MostShown = 80;

    public static ImmutableArray<Note> Read(OfficePackage package, Relationships links, DocxContext context)
    {
        Dictionary<(bool IsEndnote, string Id), List<Piece>> texts = [];
        foreach ((string kind, string element, bool isEndnote) in (ReadOnlySpan<(string, string, bool)>)[("footnotes", "w:footnote", false), ("endnotes", "w:endnote", true)])
        {
            if (links.OfKind(kind) is not { IsOutside: false } link || !package.Has(link.Target))
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
                if (note.Name != element || note["w:id"] is not { } id)
                {
                    continue;
                }

                if (note["w:type"] is not (null or "normal"))
                {
                    if (WordsOf(note) is var between && between.Any(char.IsLetterOrDigit))
                    {
                        context.Losses.Lost($"words in the line between text and {kind}: “{between}”", "in " + link.Target);
                    }

                    continue;
                }

                if (context.Notes.IsMarked(isEndnote, id) && !texts.ContainsKey((isEndnote, id)))
                {
                    texts.Add((isEndnote, id), new StoryReader(context, own, place, inNote: true).ReadAll(note.Children));
                }
                else
                {
                    // Its mark may stand in what was not read.
                    context.Changes.NoteWithin(note);
                    if (WordsOf(note) is not { Length: > 0 } words)
                    {
                        continue;
                    }

                    string what = isEndnote ? "endnote" : "footnote";
                    context.Losses.Lost(texts.ContainsKey((isEndnote, id)) ? $"a second {what} under the number of another: “{words}”" : $"{(isEndnote ? "an endnote" : "a footnote")} that no mark in the text leads to: “{words}”", "in " + link.Target);
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

    private static string WordsOf(Element note)
    {
        string words = string.Concat(note.Descendants().Where(e => e.Name == "w:t").Select(e => e.Text)).Trim();
        return words.Length <= MostShown ? words : words[..MostShown] + "…";
    }
}
