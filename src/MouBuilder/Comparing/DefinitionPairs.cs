using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A definition and where it stands.</summary>
/// <param name="At">The index of the part's comparison.</param>
/// <param name="Key">The term as the new text calls it.</param>
internal sealed record Defined(DocumentPart Part, int At, string Key, Definition Definition);

/// <summary>Which text alone defines a term once more, in other words, beside a definition that stands in both.</summary>
internal enum OnceMore
{
    Neither,
    Old,
    New,
}

/// <summary>A definition on both sides, or on one.</summary>
internal sealed record DefinitionPair(Defined? Old, Defined? New)
{
    public OnceMore OnceMore { get; init; }

    /// <summary>Whether the other text marks the term, so that it may define it in words that nobody reads here: it is called neither new nor gone.</summary>
    public bool IsUnsure { get; init; }
}

/// <summary>Finds which definitions of two texts belong together: those of one paragraph first, then those of the same words, of one clause, of one term.</summary>
internal sealed class DefinitionPairs
{
    private readonly ImmutableArray<PartChange> parts;
    private readonly Renamings renamings;
    private readonly Dictionary<Block, HashSet<Block>> partners = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Defined> taken = new(ReferenceEqualityComparer.Instance);
    private readonly List<DefinitionPair> pairs = [];
    private Defined[] old = [];
    private Defined[] now = [];

    private DefinitionPairs(ImmutableArray<PartChange> parts, Renamings renamings) => (this.parts, this.renamings) = (parts, renamings);

    /// <summary>The pairs, and what is left, in the order of the new text, what is gone first. Names in brackets alone are left out.</summary>
    public static ImmutableArray<DefinitionPair> Of(ImmutableArray<PartChange> parts, Renamings renamings)
    {
        DefinitionPairs finder = new(parts, renamings);
        finder.Read();
        finder.Find();
        return [.. finder.pairs.Where(p => p.Old?.Definition.IsInBrackets != true || p.New?.Definition.IsInBrackets != true).OrderBy(p => p.New?.At ?? -1)];
    }

    public static bool IsSame(Definition was, Definition became, Renamings renamings) => was.Own == became.Own || renamings.IsAll(was.Own, became.Own);

    private void Read()
    {
        (old, now) = (In(p => p.Old, renamings.NewOf, []), In(p => p.New, t => t, []));
        HashSet<string> inOld = [.. old.Select(d => d.Key)];
        HashSet<string> inNew = [.. now.Select(d => d.Key)];
        string[] goneTerms = [.. old.Where(d => !inNew.Contains(d.Key)).Select(d => d.Definition.Term)];
        string[] newTerms = [.. now.Where(d => !inOld.Contains(d.Key)).Select(d => d.Definition.Term)];
        old = newTerms.Length > 0 ? In(p => p.Old, renamings.NewOf, newTerms) : old;
        now = goneTerms.Length > 0 ? In(p => p.New, t => t, goneTerms) : now;
        foreach (BlockChange change in old.Length + now.Length == 0 ? [] : parts.SelectMany(p => p.Blocks).SelectMany(b => b.WithDescendants()))
        {
            if (change is { Old: { } before, New: { } after })
            {
                Partners(before).Add(after);
                Partners(before).UnionWith(change.Kind == BlockChangeKind.Split ? change.Blocks.Select(b => b.New!) : []);
                foreach (BlockChange piece in change.Kind == BlockChangeKind.Merged ? change.Blocks : [])
                {
                    Partners(piece.Old!).Add(after);
                }
            }
        }
    }

    private HashSet<Block> Partners(Block block) => partners.TryGetValue(block, out HashSet<Block>? known) ? known : partners[block] = new(ReferenceEqualityComparer.Instance);

    private Defined[] In(Func<PartChange, DocumentPart?> sideOf, Func<string, string> nameOf, string[] names) =>
        [.. parts.SelectMany((p, i) => sideOf(p) is { } part ? DefinedTerms.Of(part.Blocks, names).Select(d => new Defined(part, i, Definition.KeyOf(nameOf(d.Term)), d)) : [])];

    private void Find()
    {
        Take((o, n) => IsOneKind(o, n) && partners.TryGetValue(o.Definition.Block, out HashSet<Block>? known) && known.Contains(n.Definition.Block));
        Take((o, n) => IsOneKind(o, n) && o.At == n.At && IsSame(o.Definition, n.Definition, renamings));
        Take((o, n) => IsOneKind(o, n) && IsSame(o.Definition, n.Definition, renamings));
        Take((o, n) => IsOneKind(o, n) && o.At == n.At);
        Take(IsOneKind);
        Take((_, _) => true);
        Leave(old, now, parts.Select(p => p.New), (was, beside) => new(was, beside) { OnceMore = beside is null ? OnceMore.Neither : OnceMore.Old });
        Leave(now, old, parts.Select(p => p.Old), (became, beside) => new(beside, became) { OnceMore = beside is null ? OnceMore.Neither : OnceMore.New });
    }

    private static bool IsOneKind(Defined was, Defined became) => was.Definition.IsInBrackets == became.Definition.IsInBrackets;

    private void Take(Func<Defined, Defined, bool> isPair)
    {
        ILookup<string, Defined> waiting = now.Where(d => !taken.Contains(d)).ToLookup(d => d.Key, StringComparer.Ordinal);
        foreach (Defined was in old.Where(d => !taken.Contains(d)).ToArray())
        {
            if (waiting[was.Key].FirstOrDefault(n => !taken.Contains(n) && isPair(was, n)) is { } became)
            {
                taken.UnionWith([was, became]);
                pairs.Add(new(was, became));
            }
        }
    }

    /// <summary>What one text has without a partner.</summary>
    private void Leave(Defined[] own, Defined[] others, IEnumerable<DocumentPart?> otherText, Func<Defined, Defined?, DefinitionPair> pairOf)
    {
        Defined[] left = [.. own.Where(d => !taken.Contains(d) && !d.Definition.IsInBrackets)];
        if (left.Length == 0)
        {
            return;
        }

        ILookup<string, Defined> known = others.ToLookup(d => d.Key, StringComparer.Ordinal);
        HashSet<string> marked = [.. otherText.OfType<DocumentPart>().SelectMany(p => DefinedTerms.MarkedIn(p.Blocks))];
        foreach (Defined one in left)
        {
            if (!known[one.Key].Any())
            {
                pairs.Add(pairOf(one, null) with { IsUnsure = marked.Contains(one.Key) || marked.Contains(one.Definition.Key) });
            }
            else if (!known[one.Key].Any(o => one.Definition.Own == o.Definition.Own))
            {
                pairs.Add(pairOf(one, known[one.Key].First()));
            }
        }
    }
}
