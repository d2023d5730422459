using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Writes what a paragraph holds.</summary>
internal sealed class InlineWriter(StoryXml xml, StoryParts shared, Hyperlinks links)
{
    private const string NoBreakSpace = "\u00A0";

    public void Write(ImmutableArray<Inline> inlines)
    {
        foreach (Inline inline in inlines)
        {
            Write(inline, null);
        }
    }

    private void Write(Inline inline, string? style)
    {
        switch (inline)
        {
            case TextRun t:
                xml.Text(t.Value, new(t.Emphasis, style));
                break;
            case Term t:
                xml.Text(t.Value, new(t.Emphasis, style ?? StyleIds.DefinedTerm));
                break;
            case Gap g:
                xml.Text(PlainText.Of(g), new(g.Emphasis, StyleIds.Gap, Highlight: true));
                break;
            case Reference r:
                Write(r, style);
                break;
            case Link l:
                Write(l);
                break;
            case NoteMark n:
                xml.Run(string.Create(CultureInfo.InvariantCulture, $"<w:footnoteReference w:id=\"{shared.Notes[n.NoteId]}\"/>"), new(Style: StyleIds.FootnoteReference));
                break;
            case LineBreak:
                xml.Text("\n", default);
                break;
            default:
                throw new InvalidOperationException($"An inline of kind {inline.GetType().Name} cannot be written to Word.");
        }
    }

    private void Write(Reference reference, string? style)
    {
        RunFormat format = new(reference.Emphasis, style);
        if (reference.Label is null)
        {
            // Only a document with errors comes here; what is missing must be seen.
            xml.Text(Worded(reference) + "[" + reference.Target + "]", format with { Highlight = true });
            return;
        }

        xml.Text(Worded(reference), format);
        if (shared.Bookmarks.Target(reference.Target) is not { } target)
        {
            xml.Text(reference.Label, format);
            return;
        }

        // \n is the paragraph's own number without the final full stop; \r and \w give the same for these lists.
        string name = target.Bookmark.Name;
        xml.Field(target.ShowsNumber ? $@"REF {name} \n \h" : $@"REF {name} \h", reference.Label, format);
    }

    private static string Worded(Reference reference) => reference.Word.Length == 0 ? "" : reference.Word + NoBreakSpace;

    private void Write(Link link)
    {
        string? id = links.IdOf(link.Address);
        if (id is not null)
        {
            xml.BeginLinkOut(id);
        }

        foreach (Inline inline in link.Content)
        {
            Write(inline, id is null ? null : StyleIds.Hyperlink);
        }

        if (id is not null)
        {
            xml.EndLink();
        }
    }
}
