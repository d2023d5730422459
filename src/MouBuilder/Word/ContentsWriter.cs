using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Writes the table of contents: labels and titles as links and no page numbers, which nobody but Word could know. \u takes the unnumbered
/// headings and exhibits by their outline level; naming their styles with \t would depend on the list separator of the reader's Windows.
/// </summary>
internal sealed class ContentsWriter(StoryXml xml, StoryParts shared)
{
    private const string Instruction = """TOC \o "1-2" \h \z \n \u""";

    public void Write(MouDocument document)
    {
        List<Entry> entries = [.. document.Blocks.SelectMany(Entries)];
        if (entries.Count == 0)
        {
            return;
        }

        xml.BeginParagraph(new(StyleIds.ContentsHeading));
        xml.Text(shared.Phrases.Contents, default);
        xml.EndParagraph();
        for (int i = 0; i < entries.Count; i++)
        {
            xml.BeginParagraph(new(entries[i].Style));
            if (i == 0)
            {
                xml.BeginField(Instruction, default);
            }

            Write(entries[i]);
            if (i == entries.Count - 1)
            {
                xml.EndField(default);
            }

            xml.EndParagraph();
        }
    }

    private void Write(Entry entry)
    {
        xml.BeginLinkTo(entry.Bookmark);
        xml.Text(entry.Label is { } label ? label + "\t" + entry.Title : entry.Title, default);
        xml.EndLink();
    }

    private IEnumerable<Entry> Entries(Block block) => block switch
    {
        Section s => [.. Listed(s.Id, StyleIds.Contents1, s.Label, s.Heading), .. s.Blocks.SelectMany(Entries)],
        Exhibit e => [.. Listed(e.Id, StyleIds.Contents1, e.Label, e.Title), .. e.Blocks.SelectMany(Entries)],
        Clause c => Listed(c.Id, StyleIds.Contents2, c.Label, c.Title),
        _ => [],
    };

    private IEnumerable<Entry> Listed(string id, string style, string? label, ImmutableArray<Inline> title) =>
        shared.Bookmarks.OfHeading(id) is { } bookmark ? [new(style, bookmark, label, PlainText.Of(title))] : [];

    private sealed record Entry(string Style, Bookmark Bookmark, string? Label, string Title);
}
