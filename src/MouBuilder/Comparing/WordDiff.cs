using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Compares two texts word by word.</summary>
internal sealed class WordDiff(Sequences sequences)
{
    public ImmutableArray<WordChange> Compare(Token[] old, Token[] now)
    {
        List<Run> runs = Runs(old, now);
        if (runs.Count > 1)
        {
            runs = Phrases.Of(runs, old, now);
        }

        Writer writer = new();
        foreach (Run run in runs)
        {
            if (run.IsKept)
            {
                for (int i = 0; i < run.OldLength; i++)
                {
                    writer.Keep(old[run.OldFrom + i], now[run.NewFrom + i]);
                }
            }
            else
            {
                writer.Edit(old.AsSpan(run.OldFrom, run.OldLength), now.AsSpan(run.NewFrom, run.NewLength));
            }
        }

        return writer.Changes();
    }

    /// <summary>
    /// What both texts have in common: whole sentences first, so that of two that begin alike neither is put together of the other's words; then words between them.
    /// </summary>
    private List<Run> Runs(Token[] old, Token[] now)
    {
        string[] before = [.. old.Select(t => t.Key)];
        string[] after = [.. now.Select(t => t.Key)];
        if (!GoesBeyondASentence(old, now))
        {
            return sequences.Runs(before, after);
        }

        (List<(int From, int To)> oldSentences, List<(int From, int To)> newSentences) = (Sentences(old), Sentences(now));

        List<Run> runs = [];
        foreach (Run run in sequences.Runs([.. oldSentences.Select(s => KeyOf(old, s, "old"))], [.. newSentences.Select(s => KeyOf(now, s, "new"))]))
        {
            (int oldFrom, int oldTo) = (At(oldSentences, run.OldFrom, old.Length), At(oldSentences, run.OldTo, old.Length));
            (int newFrom, int newTo) = (At(newSentences, run.NewFrom, now.Length), At(newSentences, run.NewTo, now.Length));
            foreach (Run inside in run.IsKept ? [new Run(true, 0, oldTo - oldFrom, 0, newTo - newFrom)] : sequences.Runs(before[oldFrom..oldTo], after[newFrom..newTo]))
            {
                Run placed = new(inside.IsKept, oldFrom + inside.OldFrom, oldFrom + inside.OldTo, newFrom + inside.NewFrom, newFrom + inside.NewTo);
                if (runs.Count > 0 && runs[^1].IsKept == placed.IsKept)
                {
                    runs[^1] = runs[^1] with { OldTo = placed.OldTo, NewTo = placed.NewTo };
                }
                else
                {
                    runs.Add(placed);
                }
            }
        }

        return runs;
    }

    /// <summary>Whether a sentence ends between the first word that differs and the last: most edits are of a word or two.</summary>
    private static bool GoesBeyondASentence(Token[] old, Token[] now)
    {
        int least = Math.Min(old.Length, now.Length);
        int head = 0;
        while (head < least && old[head].Key == now[head].Key)
        {
            head++;
        }

        int tail = 0;
        while (tail < least - head && old[^(tail + 1)].Key == now[^(tail + 1)].Key)
        {
            tail++;
        }

        return HasEnd(old) || HasEnd(now);

        bool HasEnd(Token[] text)
        {
            for (int i = head; i < text.Length - tail; i++)
            {
                if (IsEnd(text, i))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static bool IsEnd(Token[] text, int at) => at + 1 == text.Length || (text[at].Key is "." or "?" or "!" && (text[at + 1].BlankText.Length > 0 || text[at + 1].Content is null));

    private static int At(List<(int From, int To)> sentences, int at, int end) => at < sentences.Count ? sentences[at].From : end;

    /// <summary>A sentence of few words may stand in any text, and is no whole that anything else is compared around.</summary>
    private static string KeyOf(Token[] text, (int From, int To) sentence, string side)
    {
        Token[] tokens = text[sentence.From..sentence.To];
        bool isEnd = tokens[0].Content is null;
        return isEnd ? "\u0001end" : tokens.Count(t => t.IsWord) < SentenceMoves.LeastWords ? $"\u0001{side} {sentence.From}" : string.Join('\u0001', tokens.Select(t => t.Key));
    }

    private static List<(int From, int To)> Sentences(Token[] text)
    {
        List<(int From, int To)> sentences = [];
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsEnd(text, i))
            {
                sentences.Add((from, i + 1));
                from = i + 1;
            }
        }

        return sentences;
    }

    /// <summary>Puts tokens together into stretches.</summary>
    private sealed class Writer
    {
        private readonly ImmutableArray<WordChange>.Builder changes = ImmutableArray.CreateBuilder<WordChange>();
        private readonly List<Inline> old = [];
        private readonly List<Inline> now = [];
        private WordChangeKind kind = WordChangeKind.Kept;

        public void Keep(Token before, Token after)
        {
            // Blanks that differ belong to the edit they touch.
            Add(before.BlankText == after.BlankText ? Set(before.Blanks, after.Blanks) : WordChangeKind.Replaced, before.Blanks, after.Blanks);
            if (before.Content is { } b && after.Content is { } a)
            {
                Begin(before.Rest.IsEmpty && after.Rest.IsEmpty ? KindOf(b, a) : Looks(before).SequenceEqual(Looks(after)) ? WordChangeKind.Kept : WordChangeKind.Formatting);
                before.AddTo(old);
                after.AddTo(now);
            }
        }

        public void Edit(ReadOnlySpan<Token> before, ReadOnlySpan<Token> after)
        {
            // Two phrases that stand for one another share the blank before them.
            if (before.Length > 0 && after.Length > 0 && before[0].BlankText == after[0].BlankText)
            {
                Add(Set(before[0].Blanks, after[0].Blanks), before[0].Blanks, after[0].Blanks);
                Edit(before[0], old);
                Edit(after[0], now);
                before = before[1..];
                after = after[1..];
            }

            foreach (Token token in before)
            {
                Add(WordChangeKind.Replaced, token.Blanks, []);
                Edit(token, old);
            }

            foreach (Token token in after)
            {
                Add(WordChangeKind.Replaced, [], token.Blanks);
                Edit(token, now);
            }
        }

        public ImmutableArray<WordChange> Changes()
        {
            Flush();
            return changes.ToImmutable();
        }

        private void Edit(Token token, List<Inline> side)
        {
            if (token.Content is not null)
            {
                Begin(WordChangeKind.Replaced);
                token.AddTo(side);
            }
        }

        /// <summary>The type of each letter of a word.</summary>
        private static IEnumerable<Emphasis> Looks(Token word) => word.Pieces.SelectMany(p => Enumerable.Repeat(p.OwnEmphasis(), PlainText.Of([p]).Length));

        private static WordChangeKind Set(ImmutableArray<Inline> before, ImmutableArray<Inline> after) =>
            before == after || before.Length == 0 || (before.Length == after.Length && before.Zip(after).All(p => p.First.OwnEmphasis() == p.Second.OwnEmphasis())) ? WordChangeKind.Kept : WordChangeKind.Formatting;

        private static WordChangeKind KindOf(Inline before, Inline after) => (before, after) switch
        {
            (Reference b, Reference a) when b.Label != a.Label || b.Word != a.Word => WordChangeKind.Reference,
            (NoteMark, NoteMark) => WordChangeKind.Kept,
            _ => before.OwnEmphasis() == after.OwnEmphasis() ? WordChangeKind.Kept : WordChangeKind.Formatting,
        };

        private void Add(WordChangeKind next, ImmutableArray<Inline> before, ImmutableArray<Inline> after)
        {
            if (!before.IsEmpty || !after.IsEmpty)
            {
                Begin(next);
                old.AddRange(before);
                now.AddRange(after);
            }
        }

        private void Begin(WordChangeKind next)
        {
            if (next != kind || next == WordChangeKind.Reference)
            {
                Flush();
                kind = next;
            }
        }

        private void Flush()
        {
            if (old.Count + now.Count > 0)
            {
                WordChangeKind exact = kind != WordChangeKind.Replaced ? kind
                    : old.Count == 0 ? WordChangeKind.Inserted
                    : now.Count == 0 ? WordChangeKind.Deleted
                    : WordChangeKind.Replaced;
                changes.Add(new(exact, InlinePieces.Join(old), InlinePieces.Join(now)));
                old.Clear();
                now.Clear();
            }
        }
    }
}
