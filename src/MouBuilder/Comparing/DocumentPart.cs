using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What a part of a document is.</summary>
public enum PartKind
{
    /// <summary>Blocks outside any clause: the opening, a sentence between clauses, signatures.</summary>
    Text,

    /// <summary>A section's heading alone; its clauses are parts of their own.</summary>
    Section,

    Clause,
    Exhibit,
}

/// <summary>A part of a document that is compared as one. The parts of a document, in order, hold all of it.</summary>
/// <param name="Id">The block's id; for text, the id of its section and a number, which is unique among the parts of a document.</param>
/// <param name="Section">The id of the section around it; empty outside sections.</param>
/// <param name="Position">0-based, among the parts of its document.</param>
/// <param name="Block">The section, clause or exhibit itself; null for text.</param>
/// <param name="Blocks">What the part holds; empty for a section.</param>
/// <param name="Notes">The notes whose marks stand in the part, in the order of the marks.</param>
public sealed record DocumentPart(
    PartKind Kind, string Id, string Section, int Position, Block? Block, ImmutableArray<Block> Blocks, ImmutableArray<Note> Notes)
{
    /// <summary>The heading or title; empty for text.</summary>
    public ImmutableArray<Inline> Title => Block switch
    {
        Section s => s.Heading,
        Clause c => c.Title,
        Exhibit e => e.Title,
        _ => [],
    };

    /// <summary><c>1.1</c>, <c>Exhibit A</c>; null where the part has no label.</summary>
    public string? Label => Block switch
    {
        Section s => s.Label,
        Clause c => c.Label,
        Exhibit e => e.Label,
        _ => null,
    };

    /// <summary>The id of the clause that goes on here where the other text begins another one; null for a part that begins by itself.</summary>
    internal string? PieceOf { get; init; }

    /// <summary>The id of the block whose heading it is: a clause that has the heading of a section goes by two ids.</summary>
    internal string HeadingId => Block is Section section ? section.Id : Id;
}

/// <summary>Takes a document apart.</summary>
internal sealed class DocumentParts
{
    private readonly Dictionary<string, Note> notes;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly ImmutableArray<DocumentPart>.Builder parts = ImmutableArray.CreateBuilder<DocumentPart>();
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    private DocumentParts(MouDocument document) => notes = document.Notes.ToDictionary(n => n.Id, StringComparer.Ordinal);

    public static ImmutableArray<DocumentPart> Of(MouDocument document)
    {
        DocumentParts taker = new(document);
        taker.Take(document.Blocks, "");
        return taker.parts.ToImmutable();
    }

    private void Take(ImmutableArray<Block> blocks, string section)
    {
        List<Block> text = [];
        foreach (Block block in blocks)
        {
            if (block is not (Section or Clause or Exhibit))
            {
                text.Add(block);
                continue;
            }

            AddText(text, section);
            switch (block)
            {
                case Section s:
                    Add(PartKind.Section, s.Id, section, s, []);
                    Take(s.Blocks, s.Id);
                    break;
                case Clause c:
                    Add(PartKind.Clause, c.Id, section, c, c.Blocks);
                    break;
                case Exhibit e:
                    Add(PartKind.Exhibit, e.Id, section, e, e.Blocks);
                    break;
                default:
                    break;
            }
        }

        AddText(text, section);
    }

    private void AddText(List<Block> text, string section)
    {
        if (text.Count > 0)
        {
            int number = texts[section] = texts.GetValueOrDefault(section) + 1;
            Add(PartKind.Text, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{section}#{number}"), section, null, [.. text]);
            text.Clear();
        }
    }

    private void Add(PartKind kind, string id, string section, Block? block, ImmutableArray<Block> blocks)
    {
        IEnumerable<Block> marked = block is Section ? [block] : block is null ? blocks.SelectMany(b => b.WithDescendants()) : block.WithDescendants();
        parts.Add(new(kind, id, section, parts.Count, block, blocks, [.. marked.SelectMany(b => b.OwnInlines()).OfType<NoteMark>().Where(m => taken.Add(m.NoteId)).Select(m => notes.GetValueOrDefault(m.NoteId)).OfType<Note>()]));
    }
}
