using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// A clause that lost its heading stands in the clause before it, with all its words. That clause is cut where the heading stood, so that each piece is compared with the clause it was, in place: what
/// was struck is the heading. A heading that was set in is the same seen from the other text.
/// </summary>
internal sealed class MergedClauses(Wording wording, BlockDiff blocks)
{
    // This share of the words of the shorter of both has to be the same, or the words stand elsewhere in the clause.
    private const double Held = 0.5;

    // Fewer words do not name the clause they came from.
    private const int LeastWords = 6;

    /// <summary>The same pairs, in which a clause that holds several of the other text is as many parts.</summary>
    public PartPairs Settled(PartPairs pairs)
    {
        int[] oldOf = [.. Enumerable.Repeat(-1, pairs.New.Length)];
        foreach (DocumentPart part in pairs.Old.Where(p => pairs.NewOf[p.Position] >= 0))
        {
            oldOf[pairs.NewOf[part.Position]] = part.Position;
        }

        Dictionary<int, List<Piece>> ofNew = Cut(pairs.Old, pairs.NewOf, pairs.New, oldOf, pairs.MergedInto, isWholeNew: true);
        Dictionary<int, List<Piece>> ofOld = Cut(pairs.New, oldOf, pairs.Old, pairs.NewOf, pairs.SplitFrom, isWholeNew: false);
        WithoutContradictions(ofNew, oldOf, ofOld);
        WithoutContradictions(ofOld, pairs.NewOf, ofNew);
        return ofNew.Count + ofOld.Count == 0 ? pairs : Renumbered(pairs, ofOld, ofNew);
    }

    /// <summary>A clause that got another partner with its pieces takes part in nothing that was cut on the other side.</summary>
    private static void WithoutContradictions(Dictionary<int, List<Piece>> cut, int[] partners, Dictionary<int, List<Piece>> ofOther)
    {
        foreach ((int whole, List<Piece> pieces) in cut.Where(c => c.Value[0].Position != partners[c.Key]).ToArray())
        {
            int[] contrary = [.. ofOther.Where(o => o.Key == partners[whole] || pieces.Exists(p => p.Position == o.Key) || o.Value.Exists(p => p.Position == whole)).Select(o => o.Key)];
            if (contrary.Length > 0)
            {
                cut.Remove(whole);
                Array.ForEach(contrary, o => ofOther.Remove(o));
            }
        }
    }

    /// <summary>A piece of a clause.</summary>
    /// <param name="Position">The clause of the other text that it was.</param>
    private sealed record Piece(int Position, DocumentPart Part);

    /// <param name="wholes">The clause that each clause without a partner went to.</param>
    private Dictionary<int, List<Piece>> Cut(ImmutableArray<DocumentPart> parts, int[] partners, ImmutableArray<DocumentPart> others, int[] partnersOfOthers, IReadOnlyDictionary<int, int> wholes, bool isWholeNew)
    {
        Dictionary<int, List<Piece>> cut = [];
        foreach ((int at, List<DocumentPart> run) in Runs(parts, partners, wholes).Where(r => r.Several.Count > 1))
        {
            DocumentPart whole = others[at];
            int partner = partnersOfOthers[at];
            if (partner >= 0 && !run.Exists(p => p.Position == partner))
            {
                continue; // what went to another place is told as that
            }

            // Under one id of a library it is the same clause, whatever was put before its words.
            int own = run.FindIndex(p => p.Position == partner && p.Id == whole.Id && !p.Id.StartsWith(PartAligner.ReadId, StringComparison.Ordinal));
            if (!cut.ContainsKey(at) && Pieces(run[Math.Max(own, 0)..], whole, partners, isWholeNew) is { } pieces)
            {
                cut.Add(at, pieces);
            }
        }

        return cut;
    }

    /// <summary>Clauses one after the other of which one is the partner of a clause and the others went to it; the headings of their sections may have gone as well.</summary>
    private IEnumerable<(int Whole, List<DocumentPart> Several)> Runs(ImmutableArray<DocumentPart> parts, int[] partners, IReadOnlyDictionary<int, int> wholes)
    {
        int whole = -1;
        List<DocumentPart> several = [];
        foreach (DocumentPart part in parts.Where(p => p.Kind != PartKind.Section || partners[p.Position] >= 0))
        {
            int to = part.Kind != PartKind.Clause ? -1
                : partners[part.Position] is >= 0 and int partner ? partner
                : wholes.TryGetValue(part.Position, out int source) ? source
                : wording.InOrder(part.Blocks).Length is > 0 and < LeastWords ? whole // too short to say by itself where it went
                : -1;
            if (to != whole || to < 0)
            {
                yield return (whole, several);
                (whole, several) = (to, []);
            }

            several.Add(part);
        }

        yield return (whole, several);
    }

    /// <summary>What of a clause is which of several; null where no two of them stand in it one after the other.</summary>
    private List<Piece>? Pieces(List<DocumentPart> several, DocumentPart whole, int[] partners, bool isWholeNew)
    {
        while (several.Count > 1)
        {
            ImmutableArray<Block>[] own = Divided(several, whole, isWholeNew);
            int stranger = Enumerable.Range(0, several.Count)
                .FirstOrDefault(i => partners[several[i].Position] < 0 && Wording.Containment(wording.Sorted(several[i].Blocks), wording.Sorted(own[i])) < Held, -1);
            if (stranger < 0)
            {
                return [.. several.Select((p, i) => new Piece(p.Position, PieceOf(whole, own[i], i)))];
            }

            several.RemoveAt(stranger);
        }

        return null;
    }

    /// <summary>The blocks of a clause, of each of several its own.</summary>
    private ImmutableArray<Block>[] Divided(List<DocumentPart> several, DocumentPart whole, bool isWholeNew)
    {
        Dictionary<Block, int> owners = new(ReferenceEqualityComparer.Instance);
        foreach ((int i, DocumentPart part) in several.Index())
        {
            foreach (Block block in part.Blocks)
            {
                owners[block] = i;
            }
        }

        ImmutableArray<Block> all = [.. several.SelectMany(p => p.Blocks)];
        int[] lengths = new int[several.Count];
        int owner = 0;
        foreach (BlockChange change in isWholeNew ? blocks.Compare(all, whole.Blocks) : blocks.Compare(whole.Blocks, all))
        {
            (Block? inWhole, Block? inPart) = isWholeNew ? (change.New, change.Old) : (change.Old, change.New);
            if (inWhole is not null)
            {
                owner = inPart is null ? owner : owners[inPart];
                lengths[owner] += change.Kind == (isWholeNew ? BlockChangeKind.Split : BlockChangeKind.Merged) ? change.Blocks.Length : 1;
            }
        }

        blocks.Forget();
        return [.. lengths.Select((length, i) => ImmutableArray.Create(whole.Blocks, lengths[..i].Sum(), length))];
    }

    private static DocumentPart PieceOf(DocumentPart whole, ImmutableArray<Block> own, int number)
    {
        string id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{whole.Id}#{number}");
        DocumentPart piece = number == 0 ? whole : whole with { Id = id, Block = new Clause(id, [], []), PieceOf = whole.Id };
        return piece with { Blocks = own, Notes = NotesOf(whole, own, number == 0) };
    }

    private static ImmutableArray<Note> NotesOf(DocumentPart whole, ImmutableArray<Block> own, bool isFirst)
    {
        HashSet<string> marked = [.. (isFirst ? Wording.Inlines(whole.Block!) : []).Concat(own.SelectMany(b => b.WithDescendants()).SelectMany(b => b.OwnInlines())).OfType<NoteMark>().Select(m => m.NoteId)];
        return whole.Notes.RemoveAll(n => !marked.Contains(n.Id));
    }

    private static PartPairs Renumbered(PartPairs pairs, Dictionary<int, List<Piece>> ofOld, Dictionary<int, List<Piece>> ofNew)
    {
        (ImmutableArray<DocumentPart> old, int[] oldAt) = WithPieces(pairs.Old, ofOld);
        (ImmutableArray<DocumentPart> now, int[] newAt) = WithPieces(pairs.New, ofNew);
        int[] newOf = [.. Enumerable.Repeat(-1, old.Length)];
        foreach (DocumentPart part in pairs.Old.Where(p => pairs.NewOf[p.Position] >= 0))
        {
            newOf[oldAt[part.Position]] = newAt[pairs.NewOf[part.Position]];
        }

        foreach ((int whole, List<Piece> pieces) in ofNew)
        {
            foreach ((int i, Piece piece) in pieces.Index())
            {
                newOf[oldAt[piece.Position]] = newAt[whole] + i;
            }
        }

        foreach ((int whole, List<Piece> pieces) in ofOld)
        {
            foreach ((int i, Piece piece) in pieces.Index())
            {
                newOf[oldAt[whole] + i] = newAt[piece.Position];
            }
        }

        HashSet<int> paired = [.. newOf];
        return new(
            old, now, newOf, [],
            pairs.SplitFrom.Select(s => (New: newAt[s.Key], Old: oldAt[s.Value])).Where(s => !paired.Contains(s.New)).ToDictionary(s => s.New, s => s.Old),
            pairs.MergedInto.Select(m => (Old: oldAt[m.Key], New: newAt[m.Value])).Where(m => newOf[m.Old] < 0).ToDictionary(m => m.Old, m => m.New));
    }

    private static (ImmutableArray<DocumentPart> Parts, int[] At) WithPieces(ImmutableArray<DocumentPart> parts, Dictionary<int, List<Piece>> cut)
    {
        int[] at = new int[parts.Length];
        var all = ImmutableArray.CreateBuilder<DocumentPart>();
        foreach (DocumentPart part in parts)
        {
            at[part.Position] = all.Count;
            foreach (DocumentPart piece in cut.TryGetValue(part.Position, out List<Piece>? pieces) ? pieces.Select(p => p.Part) : [part])
            {
                all.Add(piece with { Position = all.Count });
            }
        }

        return (all.ToImmutable(), at);
    }
}
