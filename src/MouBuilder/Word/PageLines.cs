using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Writes the lines at the head or foot of the pages, which in a redline may differ from those of the old text.</summary>
internal sealed class PageLines(StoryXml xml, string style)
{
    /// <summary>A line; an empty one is not written.</summary>
    public void Write(string old, string now, RunFormat format)
    {
        if (old.Length + now.Length == 0)
        {
            return;
        }

        ParagraphFormat line = new(style);
        xml.BeginParagraph(now.Length > 0 ? line : null, old.Length > 0 ? line : null, now.Length == 0 ? RevisionKind.Deleted : old.Length == 0 ? RevisionKind.Inserted : RevisionKind.Kept);
        xml.Changed(old, now, format);
        xml.EndParagraph();
    }
}
