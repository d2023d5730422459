using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What became of a block.</summary>
public enum BlockChangeKind
{
    /// <summary>Nothing in it differs but, perhaps, its label.</summary>
    Same,

    Changed,
    Added,
    Removed,

    /// <summary>A paragraph of the old text that stands in the new one as several: <see cref="BlockChange.Blocks"/> holds them, each with its piece of the old one.</summary>
    Split,

    /// <summary>Several paragraphs of the old text that stand in the new one as one: <see cref="BlockChange.Blocks"/> holds them, each with its piece of the new one.</summary>
    Merged,

    /// <summary>The old place of a block that stands elsewhere among its neighbours now; what became of its words is told at the new place.</summary>
    MovedFrom,

    /// <summary>The new place of a block that stood elsewhere among its neighbours.</summary>
    MovedTo,
}

/// <summary>Blocks that moved together, in their order: one move.</summary>
internal sealed class BlockMove
{
    /// <summary>Of blocks that went from one part to another, these parts; null where they stay in theirs.</summary>
    public Passage? Passage { get; init; }
}

/// <summary>From which part to which blocks went, and how people speak of the two.</summary>
internal sealed record Passage(DocumentPart From, DocumentPart To, string FromName, string ToName);

/// <summary>A block on both sides, or on one.</summary>
/// <param name="Old">Null for an added block; the first of several that were merged.</param>
/// <param name="New">Null for a removed block and at the old place of a moved one; the first of several into which one was split.</param>
/// <param name="Words">For a paragraph or heading that stands on both sides, its words; otherwise empty.</param>
/// <param name="Blocks">For a list, item, table, row, cell or note that stands on both sides, what it holds; otherwise empty.</param>
public sealed record BlockChange(
    BlockChangeKind Kind, Block? Old, Block? New, ImmutableArray<WordChange> Words, ImmutableArray<BlockChange> Blocks)
{
    /// <summary>Of a moved block, with which others it moved; the same at both places.</summary>
    internal BlockMove? Move { get; init; }

    /// <summary>At the old place of a moved block, its new one.</summary>
    internal BlockChange? NewPlace { get; init; }

    /// <summary>From which part to which it went; null where it stays in its own.</summary>
    internal Passage? Passage => Move?.Passage;

    internal static BlockChange Added(Block block) => new(BlockChangeKind.Added, null, block, [], []);

    internal static BlockChange Removed(Block block) => new(BlockChangeKind.Removed, block, null, [], []);

    /// <summary>The block and all those inside it that stand on both sides, in reading order.</summary>
    internal IEnumerable<BlockChange> WithDescendants() => Blocks.SelectMany(b => b.WithDescendants()).Prepend(this);
}
