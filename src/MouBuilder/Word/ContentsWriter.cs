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

    /// <summary>Families look for their question, and the parts of an answer would hide it.</summary>
    private const string QuestionsOnly = """TOC \o "1-1" \h \z \n \u""";

    private bool hasClauses = true;

    public void Write(MouDocument document)
    {
        hasClauses = !document.Properties.IsForFamilies;
        bool isInNew = document.Properties.Contents;
        bool isInOld = shared.Redline?.Old.Contents ?? isInNew;
        List<Entry> entries = [.. document.Blocks.SelectMany(b => Entries(b, isInOld, isInNew))];
        if (entries.Count == 0)
        {
            return;
        }

        xml.PauseCount();
        bool hasOld = entries.Any(e => e.Old is not null);
        bool hasNew = entries.Any(e => e.New is not null);
        RevisionKind kind = hasOld && hasNew ? RevisionKind.Kept : hasNew ? RevisionKind.Inserted : RevisionKind.Deleted;
        Begin(hasOld ? StyleIds.ContentsHeading : null, hasNew ? StyleIds.ContentsHeading : null, kind);
        xml.Changed(hasOld ? shared.Phrases.Contents : "", hasNew ? shared.Phrases.Contents : "", default);
        xml.EndParagraph();
        RunFormat field = new() { Revision = kind };
        for (int i = 0; i < entries.Count; i++)
        {
            Begin(entries[i].Old is null ? null : entries[i].Style, entries[i].New is null ? null : entries[i].Style, entries[i].Kind);
            if (i == 0)
            {
                xml.BeginField(hasClauses ? Instruction : QuestionsOnly, field);
            }

            xml.BeginLinkTo(entries[i].Bookmark);
            xml.Changed(entries[i].Old ?? "", entries[i].New ?? "", default);
            xml.EndLink();
            if (i == entries.Count - 1)
            {
                xml.EndField(field);
            }

            xml.EndParagraph();
        }

        xml.ResumeCount();
        if (kind == RevisionKind.Kept)
        {
            // What follows must not be drawn into the field by a mark that goes.
            xml.EndContainer();
        }
    }

    private void Begin(string? old, string? now, RevisionKind kind) =>
        xml.BeginParagraph(now is null ? null : new(now), old is null ? null : new(old), old is null == now is null ? RevisionKind.Kept : kind);

    private IEnumerable<Entry> Entries(Block block, bool isInOld, bool isInNew) => block switch
    {
        Section s => [.. Listed(s.Id, StyleIds.Contents1, s, isInOld, isInNew), .. s.Blocks.SelectMany(b => Entries(b, isInOld, isInNew))],
        Exhibit e => [.. Listed(e.Id, StyleIds.Contents1, e, isInOld, isInNew), .. e.Blocks.SelectMany(b => Entries(b, isInOld, isInNew))],
        Clause c when hasClauses && !Blanks.IsBlank(c.Title) => Listed(c.Id, StyleIds.Contents2, c, isInOld, isInNew),
        _ => [],
    };

    private IEnumerable<Entry> Listed(string id, string style, Block block, bool isInOld, bool isInNew)
    {
        Revision revision = block.Revision ?? Revision.Kept;
        Entry entry = new(
            style,
            shared.Bookmarks.OfHeading(id)!,
            isInOld && revision.IsOld ? Text(revision.WasBlock ?? block, i => i.IsOld) : null,
            isInNew && revision.IsNew ? Text(block, i => i.IsNew) : null,
            revision.IsNew ? RevisionKind.Inserted : RevisionKind.Deleted);
        return entry.Bookmark is null || (entry.Old ?? entry.New) is null ? [] : [entry];
    }

    private static string Text(Block block, Func<Revision, bool> isOnSide)
    {
        (string? label, ImmutableArray<Inline> title) = block switch
        {
            Section s => (s.Label, s.Heading),
            Exhibit e => (e.Label, e.Title),
            Clause c => (c.Label, c.Title),
            _ => throw new InvalidOperationException($"A block of kind {block.GetType().Name} is not in the contents."),
        };
        string words = PlainText.Of([.. title.Where(i => isOnSide(i.Revision ?? Revision.Kept))]);
        return label is null ? words : label + "\t" + words;
    }

    private sealed record Entry(string Style, Bookmark Bookmark, string? Old, string? New, RevisionKind Kind);
}
