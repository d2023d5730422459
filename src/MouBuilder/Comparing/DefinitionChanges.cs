using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A term whose definition is new, gone or another.</summary>
/// <param name="Old">Null where it was not defined.</param>
/// <param name="New">Null where it is not defined any more.</param>
/// <param name="Words">The edits that lie within both.</param>
internal sealed record DefinitionChange(Definition? Old, Definition? New, ImmutableArray<WordChange> Words)
{
    public string Term => (New ?? Old)!.Term;

    /// <summary>Whether the edits say all by which the two differ. Otherwise they stand in other paragraphs, or an edit goes on beyond them.</summary>
    public bool IsInWords { get; init; }

    /// <summary>Of two definitions of which neither became the other, the text that alone has one; the other one stands in both.</summary>
    public OnceMore OnceMore { get; init; }
}

/// <summary>
/// The terms whose definitions differ, by the part that tells of them. A definition that went to another clause is neither new nor gone: where its words differ, the clause that has it now says so.
/// </summary>
internal sealed class DefinitionChanges
{
    public static readonly DefinitionChanges None = new();

    private readonly Dictionary<DocumentPart, List<DefinitionChange>> changes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<DocumentPart> weighty = new(ReferenceEqualityComparer.Instance);

    private DefinitionChanges()
    {
    }

    public static DefinitionChanges Of(ImmutableArray<PartChange> parts, Tokenizer tokenizer, WeighedSides sides)
    {
        DefinitionChanges found = new();
        DefinitionPair[] pairs = [.. DefinitionPairs.Of(parts, sides.Renamings).Where(p => p.Old is null || p.New is null || !DefinitionPairs.IsSame(p.Old.Definition, p.New.Definition, sides.Renamings))];
        if (pairs.Length == 0)
        {
            return found;
        }

        DefinitionStretches stretches = new(parts, new(pairs.SelectMany(p => new[] { p.Old, p.New }).OfType<Defined>().SelectMany(d => d.Definition.Blocks), ReferenceEqualityComparer.Instance));
        DefinitionWeight weight = new(tokenizer, sides);
        foreach (DefinitionPair pair in pairs)
        {
            found.Add(pair, parts, stretches, weight);
        }

        return found;
    }

    /// <summary>The terms of a part whose definitions differ in their words. One that only has another name is told once for the whole text.</summary>
    public ImmutableArray<DefinitionChange> Of(PartChange part) => [.. changes.GetValueOrDefault(KeyOf(part)) ?? []];

    /// <summary>The parts, weighed by the definitions that are others in them or were in them: what a definition binds is said wherever its term stands.</summary>
    public ImmutableArray<PartChange> Weighed(ImmutableArray<PartChange> parts) => weighty.Count == 0 ? parts
        : [.. parts.Select(p => p.IsChange && p.Rank != ChangeRank.DutyOrRight && ((p.Old is not null && weighty.Contains(p.Old)) || (p.New is not null && weighty.Contains(p.New))) ? p with { Rank = ChangeRank.DutyOrRight } : p)];

    private void Add(DefinitionPair pair, ImmutableArray<PartChange> parts, DefinitionStretches stretches, DefinitionWeight weight)
    {
        if (pair is { Old: { } was, New: { } became, OnceMore: OnceMore.Neither })
        {
            DefinitionEdits edits = stretches.Between(was.Definition, became.Definition);
            bool isOneText = was.Definition is { Below: null, IsInBrackets: false } && became.Definition is { Below: null, IsInBrackets: false } && edits is { IsAligned: true, HasOthers: false };
            // A name, a reference or a duty that is another is told by itself; where no word is another, a number of a reference followed its place.
            if (isOneText && edits.Inside.All(parts[became.At].Told.Contains))
            {
                return;
            }

            Tell(parts[became.At], new(was.Definition, became.Definition, edits.Inside) { IsInWords = isOneText });
            weighty.UnionWith(weight.IsWeighty(was.Definition, became.Definition) ? [was.Part, became.Part] : []);
            return;
        }

        Defined own = (pair.New is null || pair.OnceMore == OnceMore.Old ? pair.Old : pair.New)!;
        weighty.Add(own.Part);
        if (!pair.IsUnsure)
        {
            Tell(parts[own.At], new(pair.Old?.Definition, pair.New?.Definition, []) { OnceMore = pair.OnceMore });
        }
    }

    private void Tell(PartChange part, DefinitionChange change) => (changes.TryGetValue(KeyOf(part), out List<DefinitionChange>? known) ? known : changes[KeyOf(part)] = []).Add(change);

    private static DocumentPart KeyOf(PartChange part) => (part.New ?? part.Old)!;
}
