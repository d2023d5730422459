using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Puts inlines together that a tokenizer took apart.</summary>
internal static class InlinePieces
{
    public static ImmutableArray<Inline> Join(List<Inline> pieces)
    {
        if (pieces.Count < 2)
        {
            return [.. pieces];
        }

        var joined = ImmutableArray.CreateBuilder<Inline>();
        int at = 0;
        while (at < pieces.Count)
        {
            int end = at + 1;
            while (end < pieces.Count && IsOne(pieces[at], pieces[end]))
            {
                end++;
            }

            joined.Add(end == at + 1 ? pieces[at] : One(pieces.GetRange(at, end - at)));
            at = end;
        }

        return joined.ToImmutable();
    }

    private static bool IsOne(Inline first, Inline second) => (first, second) switch
    {
        (TextRun a, TextRun b) => a.Emphasis == b.Emphasis,
        (Term a, Term b) => a.Name == b.Name && a.Emphasis == b.Emphasis,
        (Link a, Link b) => a.Address == b.Address,
        _ => false,
    };

    private static Inline One(List<Inline> pieces) => pieces[0] switch
    {
        TextRun run => run with { Value = string.Concat(pieces.Cast<TextRun>().Select(p => p.Value)) },
        Term term => term with { Value = string.Concat(pieces.Cast<Term>().Select(p => p.Value)) },
        Link link => link with { Content = Join([.. pieces.Cast<Link>().SelectMany(p => p.Content)]) },
        _ => pieces[0],
    };
}
