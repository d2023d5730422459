using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// Finds paragraphs that were split or merged: beside the partner of a paragraph stands another without one, whose words come from the same paragraph.
/// </summary>
internal sealed class ParagraphBreaks(Wording wordsOfOld, Wording wordsOfNew, WordDiff words, Sequences sequences)
{
    // This share of a piece's words has to come from the paragraph, and of the paragraph's words has to be in its pieces.
    private const double Held = 0.8;
    private const int LeastWords = 3;

    /// <summary>The neighbours, before and behind, that are pieces of the same paragraph as the block itself.</summary>
    /// <param name="pieces">The blocks among which the piece stands.</param>
    /// <param name="isFree">Whether a block has no partner.</param>
    public static (int From, int To) Pieces(BlockWords whole, ImmutableArray<Block> pieces, int at, Func<int, bool> isFree, Func<Block, BlockWords> wordsOf)
    {
        (int from, int to) = (at, at + 1);
        Dictionary<int, int> left = whole.Words.CountBy(w => w).ToDictionary();
        if (Take(left, wordsOf(pieces[at]).Words) is var own && own < Held * wordsOf(pieces[at]).Words.Length)
        {
            return (from, to);
        }

        int taken = own;
        for (; to < pieces.Length && isFree(to) && IsPiece(pieces[to]); to++)
        {
            taken += wordsOf(pieces[to]).Words.Length;
        }

        for (; from > 0 && isFree(from - 1) && IsPiece(pieces[from - 1]); from--)
        {
            taken += wordsOf(pieces[from - 1]).Words.Length;
        }

        return taken >= Held * whole.Words.Length ? (from, to) : (at, at + 1);

        bool IsPiece(Block block)
        {
            int[] own = block is Paragraph { Role: ParagraphRole.Body } ? wordsOf(block).Words : [];
            return own.Length >= LeastWords && Take(left, own) >= Held * own.Length;
        }
    }

    public BlockChange Split(Paragraph old, ImmutableArray<Block> pieces)
    {
        int[] cuts = Cuts(wordsOfOld.Tokens(old), [.. pieces.Select(wordsOfNew.Tokens)], isOldWhole: true);
        return new(BlockChangeKind.Split, old, pieces[0], [], [.. pieces.Select((piece, i) => Piece(Part(old, wordsOfOld, cuts, i), piece))]);
    }

    public BlockChange Merged(ImmutableArray<Block> pieces, Paragraph now)
    {
        int[] cuts = Cuts(wordsOfNew.Tokens(now), [.. pieces.Select(wordsOfOld.Tokens)], isOldWhole: false);
        return new(BlockChangeKind.Merged, pieces[0], now, [], [.. pieces.Select((piece, i) => Piece(piece, Part(now, wordsOfNew, cuts, i)))]);
    }

    /// <summary>Takes words out of those that are left, and says how many were there; none are taken when too few were.</summary>
    private static int Take(Dictionary<int, int> left, int[] words)
    {
        int found = words.CountBy(w => w).Sum(w => Math.Min(w.Value, left.GetValueOrDefault(w.Key)));
        if (found >= Held * words.Length)
        {
            foreach ((int word, int count) in words.CountBy(w => w))
            {
                left[word] = Math.Max(0, left.GetValueOrDefault(word) - count);
            }
        }

        return found;
    }

    private BlockChange Piece(Block old, Block now)
    {
        ImmutableArray<WordChange> inWords = words.Compare(wordsOfOld.Tokens(old), wordsOfNew.Tokens(now));
        return new(inWords.All(w => w.Kind == WordChangeKind.Kept) ? BlockChangeKind.Same : BlockChangeKind.Changed, old, now, inWords, []);
    }

    /// <summary>A piece of the whole. The blank between two pieces ends the first of them, where nobody sees it struck at the margin.</summary>
    private static Paragraph Part(Paragraph whole, Wording wording, int[] cuts, int piece)
    {
        Token[] all = wording.Tokens(whole);
        List<Inline> content = [];
        for (int i = cuts[piece]; i < cuts[piece + 1]; i++)
        {
            if (i > cuts[piece] || piece == 0)
            {
                content.AddRange(all[i].Blanks);
            }

            all[i].AddTo(content);
        }

        bool isLast = piece == cuts.Length - 2;
        bool isEmpty = cuts[piece] == cuts[piece + 1] && piece > 0;
        if (!isLast && !isEmpty)
        {
            content.AddRange(all[cuts[piece + 1]].Blanks);
        }

        return whole with { Content = InlinePieces.Join(content) };
    }

    /// <summary>Where the pieces begin in the whole, by its tokens; at last its end.</summary>
    private int[] Cuts(Token[] whole, Token[][] pieces, bool isOldWhole)
    {
        // The end of a piece is no token of the whole.
        string[] ofPieces = [.. pieces.SelectMany(p => p[..^1]).Select(t => t.Key), pieces[^1][^1].Key];
        string[] ofWhole = [.. whole.Select(t => t.Key)];
        List<Run> runs = isOldWhole ? sequences.Runs(ofWhole, ofPieces) : sequences.Runs(ofPieces, ofWhole);
        List<int> cuts = [0];
        int at = 0;
        foreach (Token[] piece in pieces[..^1])
        {
            at += piece.Length - 1;
            Run run = runs.First(r => at < (isOldWhole ? r.NewTo : r.OldTo));
            (int wholeFrom, int wholeTo, int pieceFrom) = isOldWhole ? (run.OldFrom, run.OldTo, run.NewFrom) : (run.NewFrom, run.NewTo, run.OldFrom);
            cuts.Add(run.IsKept ? wholeFrom + at - pieceFrom : at == pieceFrom ? wholeFrom : wholeTo);
        }

        return [.. cuts, whole.Length];
    }
}
