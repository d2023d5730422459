using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Writes what a paragraph holds.</summary>
internal sealed class InlineWriter(StoryXml xml, StoryParts shared, Hyperlinks links)
{
    private const string NoBreakSpace = "\u00A0";

    /// <param name="around">What became, in a redline, of the inlines that do not say otherwise.</param>
    public void Write(ImmutableArray<Inline> inlines, Revision? around = null)
    {
        foreach (Inline inline in inlines)
        {
            Write(inline, null, inline.Revision ?? around ?? Revision.Kept);
        }
    }

    private void Write(Inline inline, string? style, Revision revision)
    {
        switch (inline)
        {
            case TextRun t:
                xml.Text(t.Value, Format(t.Emphasis, style, revision) with { Language = t.Language.Length > 0 ? t.Language : null });
                break;
            case Term t:
                xml.Text(t.Value, Format(t.Emphasis, style ?? StyleIds.DefinedTerm, revision));
                break;
            case Gap g:
                xml.Text(PlainText.Of(g), Format(g.Emphasis, StyleIds.Gap, revision) with { Highlight = true });
                break;
            case Reference r:
                Write(r, style, revision);
                break;
            case Link l:
                Write(l, revision);
                break;
            case NoteMark n:
                xml.Run(string.Create(CultureInfo.InvariantCulture, $"<w:footnoteReference w:id=\"{shared.Notes[n.NoteId]}\"/>"), new(Style: StyleIds.FootnoteReference) { Revision = revision.Kind });
                break;
            case LineBreak:
                xml.Text("\n", new() { Revision = revision.Kind });
                break;
            default:
                throw new InvalidOperationException($"An inline of kind {inline.GetType().Name} cannot be written to Word.");
        }
    }

    private static RunFormat Format(Emphasis emphasis, string? style, Revision revision) => new(emphasis, style)
    {
        Revision = revision.Kind,
        Was = revision.WasInline?.OwnEmphasis() is { } was && was != emphasis ? was : null,
    };

    private void Write(Reference reference, string? style, Revision revision)
    {
        RunFormat format = Format(reference.Emphasis, style, revision);
        Reference old = revision.WasInline as Reference ?? reference;
        if (reference.Label is null)
        {
            // Only a document with errors comes here; what is missing must be seen.
            xml.Text(Worded(reference) + "[" + reference.Target + "]", format with { Highlight = true });
            return;
        }

        xml.Changed(Worded(old), Worded(reference), format);
        if (shared.Bookmarks.Target(reference.Target) is not { } target)
        {
            xml.Changed(old.Label ?? "", reference.Label, format);
            return;
        }

        // \n is the paragraph's own number without the final full stop; \r and \w give the same for these lists.
        string name = target.Bookmark.Name;
        xml.BeginField(target.ShowsNumber ? $@"REF {name} \n \h" : $@"REF {name} \h", format);
        xml.Changed(old.Label ?? "", reference.Label, format);
        xml.EndField(format);
    }

    private static string Worded(Reference reference) => reference.Word.Length == 0 ? "" : reference.Word + NoBreakSpace;

    private void Write(Link link, Revision revision)
    {
        string? id = links.IdOf(link.Address);
        if (id is not null)
        {
            xml.BeginLinkOut(id);
        }

        foreach (Inline inline in link.Content)
        {
            Write(inline, id is null ? null : StyleIds.Hyperlink, inline.Revision ?? revision);
        }

        if (id is not null)
        {
            xml.EndLink();
        }
    }
}
