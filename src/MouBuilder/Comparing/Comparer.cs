using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Compares two documents: parts by id and wording, then blocks, then words.</summary>
public sealed class Comparer
{
    // A part that keeps less than this share of the shorter side's words is another text under the same name.
    private const double Rewritten = 0.4;

    private readonly ComparisonSide old;
    private readonly ComparisonSide now;
    private readonly ImmutableArray<DocumentPart> oldParts;
    private readonly ImmutableArray<DocumentPart> newParts;
    private readonly Dictionary<string, DocumentPart> oldSections;
    private readonly PartPairs pairs;
    private readonly bool isMirrored;
    private readonly Tokenizer tokenizer = new(target => target, note => note);
    private readonly WeighedSides sides;

    // The order and the numbers of a reconstruction are ours.
    private readonly bool isPlaceKnown;

    private Comparer(ComparisonSide old, ComparisonSide now)
    {
        this.old = old;
        this.now = now;
        isPlaceKnown = old.Reconstruction.Length == 0 && now.Reconstruction.Length == 0;
        Wording wording = new(new(target => target, _ => ""), new(StringComparer.OrdinalIgnoreCase));
        (oldParts, newParts) = new HeadingLevels(wording).Settled(DocumentParts.Of(old.Document), DocumentParts.Of(now.Document));
        isMirrored = IsMirrored(old.Document, now.Document);
        pairs = new PartAligner(oldParts, newParts, wording, isMirrored, isPlaceKnown) { OldFamilies = FamiliesOf(old), NewFamilies = FamiliesOf(now) }.Pairs();
        (oldParts, newParts) = (pairs.Old, pairs.New);
        oldSections = oldParts.Where(p => p.Block is Section).ToDictionary(p => p.HeadingId, StringComparer.Ordinal);
        Dictionary<string, string?> labels = newParts.Where(p => p is { Kind: PartKind.Clause, PieceOf: null }).ToDictionary(p => p.Id, p => p.Label, StringComparer.Ordinal);
        sides = WeighedSides.Of(old, now, Renamings.Of(old, now), oldParts.Where(p => pairs.NewOf[p.Position] >= 0).Select(p => newParts[pairs.NewOf[p.Position]] is var part && part.PieceOf is { } whole ? (p.Label, labels[whole]) : (p.Label, part.Label)));
    }

    /// <summary>Compares two sides, each numbered. Exchanging them gives the mirrored comparison.</summary>
    public static Comparison Compare(ComparisonSide oldSide, ComparisonSide newSide) => new Comparer(Told(oldSide, newSide), Told(newSide, oldSide)).Compare();

    // Two drafts of one paper have one title; a reader tells them apart by their files.
    private static ComparisonSide Told(ComparisonSide side, ComparisonSide other) =>
        side is { Agreement: null, Files: [var file] } && other is { Agreement: null, Files: [var theirs] } && side.Name == other.Name && Path.GetFileName(file) != Path.GetFileName(theirs)
            ? side with { Name = Path.GetFileName(file) } : side;

    // Beside a reconstruction a clause is the one on the same matter, whatever its library calls it.
    private ImmutableDictionary<string, string> FamiliesOf(ComparisonSide side) =>
        isPlaceKnown ? ImmutableDictionary<string, string>.Empty : side.Clauses.Where(c => c.Value.Family.Length > 0).ToImmutableDictionary(c => c.Key, c => c.Value.Family, StringComparer.Ordinal);

    private Comparison Compare()
    {
        PartChange?[] ofNew = new PartChange?[newParts.Length];
        PartChange?[] removed = new PartChange?[oldParts.Length];
        PairComparer compare = new(oldParts, newParts, pairs, isMirrored);
        foreach (DocumentPart part in oldParts)
        {
            int at = pairs.NewOf[part.Position];
            if (at >= 0)
            {
                ofNew[at] = Paired(part, newParts[at], compare);
            }
            else
            {
                removed[part.Position] = Removed(part);
            }
        }

        for (int i = 0; i < ofNew.Length; i++)
        {
            ofNew[i] ??= Added(newParts[i]);
        }

        ImmutableArray<PartChange> parts = InReadingOrder(ofNew, removed);
        parts = isPlaceKnown ? AstrayReferences.Marked(StaleReferences.Marked(Settled(compare.MovedAcross(parts, old, now)))) : parts;
        DefinitionChanges definitions = DefinitionChanges.Of(parts, tokenizer, sides);
        return new(old, now, definitions.Weighed(parts)) { Renamings = sides.Renamings, Definitions = definitions };
    }

    /// <summary>The parts, in which a block or a sentence that only stands elsewhere is neither new nor gone. What stood where in a signed text a reconstruction does not know.</summary>
    private ImmutableArray<PartChange> Settled(ImmutableArray<PartChange> parts)
    {
        Dictionary<int, MovedSentences> moved = SentenceMoves.Of(tokenizer, parts, isMirrored);
        return moved.Count == 0 ? parts : [.. parts.Select((p, i) => moved.TryGetValue(i, out MovedSentences? own) ? Weighed(p, own) : p)];
    }

    private PartChange Weighed(PartChange part, MovedSentences moved)
    {
        Weight weight = Weighing.Of(tokenizer, sides, moved, part.Title, part.Blocks, part.Notes);
        return part with
        {
            Rank = moved.Moves.Select(m => m.Rank).OfType<ChangeRank>()
                .Concat(part.Blocks.Where(b => b is { Kind: BlockChangeKind.MovedFrom, Passage: not null }).GroupBy(b => b.Move).Select(m => Weighing.Of(tokenizer, sides, MovedSentences.None, [], [.. m.Select(b => b.NewPlace!)], []).Rank)).Append(weight.Rank).Min(),
            Duties = weight.Duties,
            Deadlines = weight.Deadlines,
            TypedReferences = weight.References,
            Told = weight.Told,
            SentenceMoves = moved.Moves,
        };
    }

    private ImmutableArray<PartChange> InReadingOrder(PartChange?[] ofNew, PartChange?[] removed)
    {
        // A removed part follows the nearest part before it that stands on both sides and did not move.
        Dictionary<int, List<PartChange>> after = [];
        int anchor = -1;
        for (int o = 0; o < oldParts.Length; o++)
        {
            if (removed[o] is { } change)
            {
                (after.TryGetValue(anchor, out List<PartChange>? list) ? list : after[anchor] = []).Add(change);
            }
            else if (!pairs.IsMoved[o])
            {
                anchor = pairs.NewOf[o];
            }
        }

        return [.. after.GetValueOrDefault(-1) ?? [], .. ofNew.SelectMany((part, i) => (after.GetValueOrDefault(i) ?? []).Prepend(part!))];
    }

    private PartChange Paired(DocumentPart before, DocumentPart after, PairComparer compare)
    {
        ImmutableArray<BlockChange> notes = compare.Notes(before, after);
        ImmutableArray<WordChange> title = compare.Title(before, after);
        (ImmutableArray<BlockChange> blocks, int leastWords, int elsewhere) = compare.Blocks(before, after);
        bool isRewritten = before.Kind == PartKind.Clause && blocks.Any(b => b.Kind != BlockChangeKind.Same) && IsRewritten(blocks, leastWords, elsewhere);
        if (isRewritten)
        {
            blocks = [.. before.Blocks.Select(BlockChange.Removed), .. after.Blocks.Select(BlockChange.Added)];
            notes = [.. before.Notes.Select(BlockChange.Removed), .. after.Notes.Select(BlockChange.Added)];
        }

        Weight weight = Weighing.Of(tokenizer, sides, MovedSentences.None, title, blocks, notes);
        weight = weight.Rank is ChangeRank.None or ChangeRank.Reference && (LabelLooks.AreChanged(blocks) || TableForms.AreChanged([.. blocks, .. notes]) || HeadingLevels.AreOtherAmong(blocks) || (HeadingLevels.AreOther(before, after) && before.Label == after.Label)) ? weight with { Rank = ChangeRank.Formatting } : weight;
        // A typed number of a reference is words.
        bool isChanged = weight.Rank is not (ChangeRank.None or ChangeRank.Reference) || !weight.References.IsEmpty;
        string? movedWith = pairs.IsMoved[before.Position] ? MovedWith(before, after) : null;
        bool isMoved = pairs.IsMoved[before.Position] && movedWith is null;
        return new()
        {
            Category = after.PieceOf is not null ? ChangeCategory.Merged
                : before.PieceOf is not null ? ChangeCategory.SplitOff
                : isMoved && isPlaceKnown ? (isChanged ? ChangeCategory.MovedAndChanged : ChangeCategory.Moved)
                : isChanged ? ChangeCategory.Changed
                : before.Label != after.Label && isPlaceKnown ? ChangeCategory.Renumbered
                : ChangeCategory.Unchanged,
            Rank = weight.Rank == ChangeRank.Reference && !isPlaceKnown && weight.References.IsEmpty ? ChangeRank.None : weight.Rank,
            Old = before,
            New = after,
            Related = after.PieceOf ?? before.PieceOf,
            MovedWith = isPlaceKnown ? movedWith : null,
            IsMoved = isMoved,
            IsTakenAlong = movedWith is not null,
            IsPlaceKnown = isPlaceKnown,
            IsRewritten = isRewritten,
            Title = title,
            Blocks = blocks,
            Notes = notes,
            Duties = weight.Duties,
            Deadlines = weight.Deadlines,
            TypedReferences = weight.References,
            Told = weight.Told,
            OldFacts = Facts(old, before),
            NewFacts = Facts(now, after),
        };
    }

    /// <summary>The section that took the part along, if one did.</summary>
    private string? MovedWith(DocumentPart before, DocumentPart after)
    {
        DocumentPart? section = oldSections.GetValueOrDefault(before.Section);
        return section is not null && pairs.IsMoved[section.Position] && newParts[pairs.NewOf[section.Position]].HeadingId == after.Section ? after.Section : null;
    }

    private bool IsRewritten(ImmutableArray<BlockChange> blocks, int leastWords, int elsewhere)
    {
        int kept = elsewhere;
        foreach (WordChange words in blocks.SelectMany(b => b.WithDescendants()).SelectMany(b => b.Words).Where(w => !w.IsEdit))
        {
            if (kept >= Rewritten * leastWords)
            {
                return false; // the rest need not be counted
            }

            foreach (Token token in tokenizer.Passing(words.Old))
            {
                kept += token.IsWord ? 1 : 0;
            }
        }

        return kept < Rewritten * leastWords;
    }

    private PartChange Added(DocumentPart part)
    {
        ClauseFacts? facts = Facts(now, part);
        string? source = pairs.SplitFrom.TryGetValue(part.Position, out int from) ? oldParts[from].Id : null;
        ChangeCategory category = isPlaceKnown ? ChangeCategory.Added : source is null && old.IsUnknown(facts?.Family ?? "") ? ChangeCategory.AddedWhereUnknown : ChangeCategory.InNewAlone;
        return OneSided(category, part, BlockChange.Added) with { New = part, Related = source, NewFacts = facts };
    }

    private PartChange Removed(DocumentPart part)
    {
        ClauseFacts? facts = Facts(old, part);
        string? target = pairs.MergedInto.TryGetValue(part.Position, out int to) ? newParts[to].Id : null;
        ChangeCategory category = isPlaceKnown ? ChangeCategory.Removed : target is null && now.IsUnknown(facts?.Family ?? "") ? ChangeCategory.RemovedWhereUnknown : ChangeCategory.InOldAlone;
        return OneSided(category, part, BlockChange.Removed) with { Old = part, Related = target, OldFacts = facts };
    }

    private PartChange OneSided(ChangeCategory category, DocumentPart part, Func<Block, BlockChange> change)
    {
        ImmutableArray<BlockChange> blocks = [.. part.Blocks.Select(change)];
        ImmutableArray<BlockChange> notes = [.. part.Notes.Select(n => change(n))];
        Weight weight = Weighing.Of(tokenizer, sides, MovedSentences.None, [], blocks, notes);
        // A heading alone, too, is words.
        return new() { Category = category, Rank = weight.Rank == ChangeRank.None ? ChangeRank.Wording : weight.Rank, Blocks = blocks, Notes = notes, Duties = weight.Duties, Deadlines = weight.Deadlines, Told = weight.Told, IsPlaceKnown = isPlaceKnown };
    }

    private static ClauseFacts? Facts(ComparisonSide side, DocumentPart part) => part.Kind == PartKind.Clause ? side.Clauses.GetValueOrDefault(part.Id) : null;

    /// <summary>Which of two documents is looked from does not depend on which of them is called old: the one whose text comes first.</summary>
    private static bool IsMirrored(MouDocument old, MouDocument now)
    {
        using IEnumerator<string> before = Texts(old).GetEnumerator();
        using IEnumerator<string> after = Texts(now).GetEnumerator();
        while (true)
        {
            (bool hasOld, bool hasNew) = (before.MoveNext(), after.MoveNext());
            if (!hasOld || !hasNew)
            {
                return hasOld || (!hasNew && string.CompareOrdinal(old.Dump(), now.Dump()) > 0);
            }

            int order = string.CompareOrdinal(before.Current, after.Current);
            if (order != 0)
            {
                return order > 0;
            }
        }
    }

    private static IEnumerable<string> Texts(MouDocument document) => document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<TextRun>().Select(t => t.Value);
}
