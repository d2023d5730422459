using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>
/// An agreement as a tree of blocks: what every reader makes and every writer takes. Two documents are compared by <see cref="Dump"/>,
/// never by record equality, which looks at the identity of immutable arrays.
/// </summary>
/// <param name="Blocks">Title block first, then sections, signatures and exhibits.</param>
/// <param name="Notes">The footnotes, in the order of their marks.</param>
public sealed record MouDocument(DocumentProperties Properties, ImmutableArray<Block> Blocks, ImmutableArray<Note> Notes)
{
    /// <summary>A canonical text of every property but provenance: equal for equal documents, and readable in a test failure.</summary>
    public string Dump() => new DocumentDump().Of(this);

    /// <summary>The names of what is still open, each once, in reading order: fields nobody has filled, and gaps that a text or a template leaves.</summary>
    public ImmutableArray<string> OpenGaps() =>
        [.. this.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Gap>().Select(g => g.Field).Distinct(StringComparer.Ordinal)];
}
