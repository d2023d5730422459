using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>The edits in two definitions that stand in one paragraph, or in those it was split into.</summary>
/// <param name="IsAligned">Whether words were kept from the one to the other; if not, one of them only stands where the other did.</param>
/// <param name="Inside">The edits that reach no further than the definitions.</param>
/// <param name="HasOthers">Whether an edit goes on beyond them.</param>
internal sealed record DefinitionEdits(bool IsAligned, ImmutableArray<WordChange> Inside, bool HasOthers);

/// <summary>The stretches of words of a comparison by the paragraphs in which they stand.</summary>
internal sealed class DefinitionStretches
{
    private readonly Dictionary<Block, List<(WordChange Word, int From, int To)>> old = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Block, List<(WordChange Word, int From, int To)>> now = new(ReferenceEqualityComparer.Instance);

    /// <param name="blocks">The paragraphs of the definitions: the others are not looked at.</param>
    public DefinitionStretches(ImmutableArray<PartChange> parts, HashSet<Block> blocks)
    {
        foreach (BlockChange change in parts.SelectMany(p => p.Blocks).SelectMany(b => b.WithDescendants()).Where(c => c is { Old: not null, New: not null } && (blocks.Contains(c.Old) || blocks.Contains(c.New))))
        {
            // The pieces of a paragraph follow one another in the whole.
            foreach (BlockChange piece in change.Kind is BlockChangeKind.Split or BlockChangeKind.Merged ? change.Blocks : [change])
            {
                Add(old, change.Kind == BlockChangeKind.Merged ? piece.Old! : change.Old!, piece.Words, w => w.OldText);
                Add(now, change.Kind == BlockChangeKind.Split ? piece.New! : change.New!, piece.Words, w => w.NewText);
            }
        }
    }

    public DefinitionEdits Between(Definition was, Definition became)
    {
        Dictionary<WordChange, bool> inOld = In(old, was);
        Dictionary<WordChange, bool> inNew = In(now, became);
        WordChange[] edits = [.. inOld.Keys.Union<WordChange>(inNew.Keys, ReferenceEqualityComparer.Instance).Where(w => w.IsEdit)];
        ImmutableArray<WordChange> inside = [.. edits.Where(w => IsInside(inOld, w, w.OldText) && IsInside(inNew, w, w.NewText))];
        return new(inOld.Keys.Any(w => !w.IsEdit && inNew.ContainsKey(w)), inside, inside.Length < edits.Length);

        static bool IsInside(Dictionary<WordChange, bool> found, WordChange word, string text) => string.IsNullOrWhiteSpace(text) || found.GetValueOrDefault(word);
    }

    private static void Add(Dictionary<Block, List<(WordChange, int, int)>> side, Block block, ImmutableArray<WordChange> words, Func<WordChange, string> textOf)
    {
        List<(WordChange Word, int From, int To)> stretches = side.TryGetValue(block, out var known) ? known : side[block] = [];
        int at = stretches.Count > 0 ? stretches[^1].To : 0;
        foreach (WordChange word in words)
        {
            string text = textOf(word);
            stretches.Add((word, at, at + text.Length));
            at += text.Length;
        }
    }

    /// <summary>The stretches that share words with a definition, and whether they lie within it.</summary>
    private static Dictionary<WordChange, bool> In(Dictionary<Block, List<(WordChange Word, int From, int To)>> side, Definition definition)
    {
        Dictionary<WordChange, bool> found = new(ReferenceEqualityComparer.Instance);
        foreach (Block block in definition.Blocks)
        {
            bool isWhole = block != definition.Block || block is not Paragraph;
            foreach ((WordChange word, int from, int to) in side.GetValueOrDefault(block) ?? [])
            {
                if (isWhole || (from < definition.Range.To && to > definition.Range.From))
                {
                    found[word] = isWhole || (from >= definition.Range.From - 1 && to <= definition.Range.To + 1);
                }
            }
        }

        return found;
    }
}
