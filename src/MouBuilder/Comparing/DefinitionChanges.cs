using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A term whose definition is new, gone or another.</summary>
/// <param name="Old">The paragraph that defined it; null where it was not defined.</param>
/// <param name="New">The paragraph that defines it; null where it is not defined any more.</param>
internal sealed record DefinitionChange(string Term, Block? Old, Block? New, ImmutableArray<WordChange> Words);

/// <summary>
/// The terms whose definitions differ, by the part that tells of them. A definition that went to another clause is neither new nor gone: where its words differ, the clause that has it now says so.
/// </summary>
internal sealed partial class DefinitionChanges
{
    public static readonly DefinitionChanges None = new([], Renamings.None, [], []);

    private readonly Renamings renamings;
    private readonly List<Defined> gone = [];
    private readonly List<Defined> come = [];
    private readonly List<(PartChange Part, DefinitionChange Change)> changes = [];
    private readonly Lazy<ILookup<object, DefinitionChange>> byPart;
    private readonly Lazy<string> oldText;
    private readonly Lazy<string> newText;

    /// <param name="old">The blocks of the whole old document, since a term may be defined twice.</param>
    /// <param name="now">Those of the new one.</param>
    public DefinitionChanges(ImmutableArray<PartChange> parts, Renamings renamings, ImmutableArray<Block> old, ImmutableArray<Block> now)
    {
        this.renamings = renamings;
        (oldText, newText) = (new(() => TextOf(old)), new(() => TextOf(now)));
        byPart = new(() => Find(parts, old, now));
    }

    /// <summary>The terms of a part whose definitions differ in their words. One that only has another name is told once for the whole text.</summary>
    public ImmutableArray<DefinitionChange> Of(PartChange part) => [.. byPart.Value[part]];

    private ILookup<object, DefinitionChange> Find(ImmutableArray<PartChange> parts, ImmutableArray<Block> old, ImmutableArray<Block> now)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            Read(parts[i], i);
        }

        // First within a clause, then wherever the term is defined.
        Pair(d => (d.At, d.Key));
        Pair(d => (-1, d.Key));
        Dictionary<string, Block> inOld = come.Count > 0 ? Definitions(old, renamings.NewOf) : [];
        Dictionary<string, Block> inNew = gone.Count > 0 ? Definitions(now, t => t) : [];
        foreach (Defined was in gone)
        {
            Tell(was.Part, was.Term, was.Block, inNew.GetValueOrDefault(was.Key));
        }

        foreach (Defined became in come)
        {
            Tell(became.Part, became.Term, inOld.GetValueOrDefault(became.Key), became.Block);
        }

        return changes.ToLookup(c => (object)c.Part, c => c.Change, ReferenceEqualityComparer.Instance);
    }

    private void Read(PartChange part, int at)
    {
        foreach (BlockChange change in part.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Kind is not (BlockChangeKind.Same or BlockChangeKind.MovedFrom)))
        {
            if (change is { Old: { } before, New: { } after })
            {
                (string? was, string? became) = (DefinedTerms.In(before), DefinedTerms.In(after));
                if (was is not null && became is not null && KeyOf(renamings.NewOf(was)) == KeyOf(became))
                {
                    changes.AddRange(change.Words.Any(w => w.IsEdit && !part.Told.Contains(w)) ? Each(became, change.Words).Select(d => (part, new DefinitionChange(d.Term, before, after, d.Words))) : []);
                }
                else
                {
                    gone.AddRange(was is null ? [] : [new(part, at, was, KeyOf(renamings.NewOf(was)), before)]);
                    come.AddRange(became is null ? [] : [new(part, at, became, KeyOf(became), after)]);
                }
            }
            else
            {
                gone.AddRange(AllIn(change.Old).Select(d => new Defined(part, at, d.Term, KeyOf(renamings.NewOf(d.Term)), d.Block)));
                come.AddRange(AllIn(change.New).Select(d => new Defined(part, at, d.Term, KeyOf(d.Term), d.Block)));
            }
        }
    }

    private void Pair(Func<Defined, (int, string)> keyOf)
    {
        Dictionary<(int, string), Queue<Defined>> waiting = come.GroupBy(keyOf).ToDictionary(g => g.Key, g => new Queue<Defined>(g));
        HashSet<object> taken = new(ReferenceEqualityComparer.Instance);
        foreach (Defined was in gone)
        {
            if (waiting.TryGetValue(keyOf(was), out Queue<Defined>? same) && same.TryDequeue(out Defined? became))
            {
                taken.UnionWith([was, became]);
                Tell(became.Part, became.Term, was.Block, became.Block);
            }
        }

        gone.RemoveAll(taken.Contains);
        come.RemoveAll(taken.Contains);
    }

    private void Tell(PartChange part, string term, Block? old, Block? now)
    {
        if (old is null || now is null || !IsSame(PlainText.Of(Wording.Inlines(old)), PlainText.Of(Wording.Inlines(now))))
        {
            changes.Add((part, new(term, old, now, [])));
        }
    }

    private bool IsSame(string before, string after) => before == after || renamings.IsAll(before, after) || GoesOn(before, after, oldText) || GoesOn(after, before, newText);

    /// <summary>Whether one paragraph goes on behind the definition with sentences that the other text has elsewhere: they are no part of it.</summary>
    private static bool GoesOn(string definition, string paragraph, Lazy<string> text) =>
        definition is [.., '.'] && paragraph.StartsWith(definition, StringComparison.Ordinal) && text.Value.Contains(paragraph[definition.Length..].Trim(), StringComparison.Ordinal);

    private static string TextOf(ImmutableArray<Block> blocks) => string.Join('\n', blocks.SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Select(p => PlainText.Of(p.Content)));

    private static Dictionary<string, Block> Definitions(ImmutableArray<Block> blocks, Func<string, string> nameOf)
    {
        Dictionary<string, Block> found = new(StringComparer.Ordinal);
        foreach ((string term, Block block) in blocks.SelectMany(AllIn))
        {
            found.TryAdd(KeyOf(nameOf(term)), block);
        }

        return found;
    }

    private static IEnumerable<(string Term, Block Block)> AllIn(Block? block) => (block?.WithDescendants() ?? []).Select(b => (Term: DefinedTerms.In(b), Block: b)).Where(d => d.Term is not null).Select(d => (d.Term!, d.Block));

    private static string KeyOf(string term) => term.ToUpperInvariant();

    /// <summary>The terms that one paragraph defines, each with the words of its own definition; only those in which something differs, where there are several.</summary>
    private static IEnumerable<(string Term, ImmutableArray<WordChange> Words)> Each(string first, ImmutableArray<WordChange> words)
    {
        Match[] openings = Next().Matches(string.Concat(words.Select(w => w.NewText))).ToArray();
        if (openings.Length == 0)
        {
            return [(first, words)];
        }

        List<WordChange>[] own = [.. Enumerable.Range(0, openings.Length + 1).Select(_ => new List<WordChange>())];
        int at = 0;
        foreach (WordChange word in words)
        {
            own[openings.Count(o => o.Groups[1].Index <= at)].Add(word);
            at += word.NewText.Length;
        }

        return own.Select((w, i) => (i == 0 ? first : openings[i - 1].Groups[1].Value, w.ToImmutableArray())).Where(d => d.Item2.Any(w => w.IsEdit));
    }

    /// <summary>A paragraph that defines a term.</summary>
    /// <param name="At">The index of the part.</param>
    /// <param name="Key">The term as the new text calls it, letter case aside.</param>
    private sealed record Defined(PartChange Part, int At, string Term, string Key, Block Block);

    [GeneratedRegex(@"[.;]\s+[“""]([^”""]{1,80})[”""]\s+(?:means?|includes?|refers?\s+to|has\s+the|have\s+the|is\s+defined|shall\s+mean)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Next();
}
