using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Compares two texts word by word.</summary>
internal sealed class WordDiff(Sequences sequences)
{
    public ImmutableArray<WordChange> Compare(Token[] old, Token[] now)
    {
        List<Run> runs = sequences.Runs([.. old.Select(t => t.Key)], [.. now.Select(t => t.Key)]);
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
