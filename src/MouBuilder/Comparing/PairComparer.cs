using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// Compares what two paired parts hold. Notes come first: the mark of a note that stands on both sides is one mark, whatever its number. In the same way a
/// reference to a part that stands on both sides is one reference, whatever the part is called or numbered.
/// </summary>
internal sealed class PairComparer
{
    private readonly BlockDiff blocks;
    private readonly BlockDiff notes;
    private readonly Dictionary<string, string> newIdOf;
    private readonly Dictionary<string, string> newNoteOf = new(StringComparer.Ordinal);

    public PairComparer(ImmutableArray<DocumentPart> old, ImmutableArray<DocumentPart> now, PartPairs pairs, bool isMirrored)
    {
        newIdOf = old.Where(p => pairs.NewOf[p.Position] >= 0).ToDictionary(p => p.Id, p => now[pairs.NewOf[p.Position]].Id, StringComparer.Ordinal);
        HashSet<string> paired = [.. newIdOf.Values];
        Dictionary<string, string> oldParts = IdsOfHeadings(old);
        Dictionary<string, string> newParts = IdsOfHeadings(now);
        // A reference to a clause that was merged leads to the one it is merged into; to one that was split off it led to the whole.
        Dictionary<string, string> wholes = now.Where(p => p.PieceOf is not null).ToDictionary(p => p.Id, p => p.PieceOf!, StringComparer.Ordinal);
        foreach (DocumentPart piece in old.Where(p => p.PieceOf is not null))
        {
            wholes[newIdOf[piece.Id]] = newIdOf[piece.PieceOf!];
        }

        string OldTarget(string id) => newIdOf.TryGetValue(oldParts.GetValueOrDefault(id, id), out string? name) ? wholes.GetValueOrDefault(name, name) : "old " + id;
        string NewTarget(string id) => newParts.GetValueOrDefault(id, id) is var part && paired.Contains(part) ? wholes.GetValueOrDefault(part, part) : "new " + id;
        Sequences sequences = new(isMirrored);
        WordDiff words = new(sequences);
        Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
        notes = new(new(new(OldTarget, id => "old " + id), numbers), new(new(NewTarget, id => "new " + id), numbers), words, sequences, isMirrored);
        blocks = new(
            new(new(OldTarget, id => newNoteOf.TryGetValue(id, out string? name) ? "new " + name : "old " + id), numbers),
            new(new(NewTarget, id => "new " + id), numbers), words, sequences, isMirrored);
    }

    /// <summary>The ids of the parts by those of their headings, where these are others.</summary>
    private static Dictionary<string, string> IdsOfHeadings(ImmutableArray<DocumentPart> parts) => parts.Where(p => p.HeadingId != p.Id).ToDictionary(p => p.HeadingId, p => p.Id, StringComparer.Ordinal);

    public ImmutableArray<BlockChange> Notes(DocumentPart old, DocumentPart now)
    {
        if (old.Notes.IsEmpty && now.Notes.IsEmpty)
        {
            return [];
        }

        ImmutableArray<BlockChange> changes = TableChanges.Settled(notes.Compare(ImmutableArray<Block>.CastUp(old.Notes), ImmutableArray<Block>.CastUp(now.Notes)));
        foreach (BlockChange change in changes)
        {
            if (change is { Old: Note before, New: Note after })
            {
                newNoteOf[before.Id] = after.Id;
            }
        }

        return changes;
    }

    public ImmutableArray<WordChange> Title(DocumentPart old, DocumentPart now) =>
        old.Block is { } before && now.Block is { } after ? blocks.Leaf(before, after) : [];

    /// <inheritdoc cref="BlockMoves.Across"/>
    public ImmutableArray<PartChange> MovedAcross(ImmutableArray<PartChange> parts, ComparisonSide old, ComparisonSide now)
    {
        ImmutableArray<PartChange> moved = new BlockMoves(blocks).Across(parts, old, now);
        blocks.Forget();
        return moved;
    }

    /// <summary>The blocks, how many words the shorter side has, and how many changed places within the part; both are 0 where nothing changed.</summary>
    public (ImmutableArray<BlockChange> Blocks, int LeastWords, int WordsElsewhere) Blocks(DocumentPart old, DocumentPart now)
    {
        ImmutableArray<BlockChange> changes = new BlockMoves(blocks).Found(TableChanges.Settled(blocks.Compare(old.Blocks, now.Blocks)));
        (int least, int elsewhere) = changes.Any(c => c.Kind != BlockChangeKind.Same) ? (blocks.LeastWords(old.Blocks, now.Blocks), blocks.WordsElsewhere(changes)) : (0, 0);
        blocks.Forget();
        notes.Forget();
        return (changes, least, elsewhere);
    }
}
