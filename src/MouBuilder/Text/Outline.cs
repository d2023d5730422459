using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>What a stretch of Markdown blocks is, where Markdown itself has no mark for it.</summary>
internal enum OutlineKind
{
    Section,
    Clause,
    Exhibit,
    Signatures,
    Form,
}

/// <summary>An entry of the front matter's outline.</summary>
/// <param name="At">The index of its first Markdown block, its heading where it has one, counted through the whole file from 0.</param>
/// <param name="Length">How many Markdown blocks it spans, its heading and everything inside it included.</param>
/// <param name="RowHeight">Of a table that people fill in by hand.</param>
internal sealed record OutlineEntry(OutlineKind Kind, string Id, SectionKind Section, int At, int Length, ClauseOrigin? Origin, bool HasHeading, int RowHeight = 0)
{
    /// <summary>Whether it is a clause that begins with its number in bold.</summary>
    public bool IsNumberedParagraph { get; init; }
}

/// <summary>Lists the parts of a document as stretches of Markdown blocks.</summary>
internal sealed class Outline
{
    private readonly ImmutableArray<OutlineEntry>.Builder entries = ImmutableArray.CreateBuilder<OutlineEntry>();
    private int index;

    /// <summary>The entries in the order their first blocks stand in.</summary>
    public static ImmutableArray<OutlineEntry> Of(MouDocument document)
    {
        Outline outline = new();
        outline.Add(document.Blocks);
        return [.. outline.entries.OrderBy(e => e.At).ThenByDescending(e => e.Length)];
    }

    /// <summary>How many Markdown blocks a document has.</summary>
    public static int Length(MouDocument document)
    {
        Outline outline = new();
        outline.Add(document.Blocks);
        return outline.index;
    }

    private void Add(ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        int at = index;
        switch (block)
        {
            case Section s:
                index++;
                Add(s.Blocks);
                entries.Add(new(OutlineKind.Section, s.Id, s.Kind, at, index - at, null, true));
                break;
            case Clause c:
                bool isNumbered = c is { Title.IsEmpty: true, IsNumberedParagraph: true, Label: not null };
                index += !c.Title.IsEmpty || (isNumbered && c.Blocks is not [Paragraph { Role: ParagraphRole.Body }, ..]) ? 1 : 0;
                Add(c.Blocks);
                entries.Add(new(OutlineKind.Clause, c.Id, SectionKind.Numbered, at, index - at, c.From?.Clause, !c.Title.IsEmpty) { IsNumberedParagraph = isNumbered });
                break;
            case Exhibit e:
                index++;
                Add(e.Blocks);
                entries.Add(new(OutlineKind.Exhibit, e.Id, SectionKind.Numbered, at, index - at, null, true));
                break;
            case SignatureBlock:
                index++;
                entries.Add(new(OutlineKind.Signatures, "", SectionKind.Numbered, at, 1, null, false));
                break;
            case Table { RowHeight: > 0 } t:
                index++;
                entries.Add(new(OutlineKind.Form, "", SectionKind.Numbered, at, 1, null, false, t.RowHeight));
                break;
            default:
                index++;
                break;
        }
    }
}
