using System.Buffers;
using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>Marks defined terms where they are used: their exact words, or a declared form of them, as whole words; the longest where several fit.</summary>
internal sealed class TermMarks
{
    private readonly SearchValues<string> forms;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> nameOf;
    private readonly int[] lengths;

    private TermMarks(DocumentProperties properties)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (DefinedTerm term in properties.Terms)
        {
            foreach (string form in term.Forms.Append(term.Name).Where(f => f.Length > 0))
            {
                names.TryAdd(form, term.Name);
            }
        }

        nameOf = names.GetAlternateLookup<ReadOnlySpan<char>>();
        lengths = [.. names.Keys.Select(f => f.Length).Distinct().OrderDescending()];
        forms = SearchValues.Create([.. names.Keys], StringComparison.Ordinal);
    }

    public static MouDocument Mark(MouDocument document)
    {
        if (document.Properties.Terms.IsEmpty)
        {
            return document;
        }

        TermMarks marks = new(document.Properties);
        InlineRewriter rewriter = new(marks.Split);

        // The title and the parties' names are names, whatever words they hold.
        ImmutableArray<Block> front = [.. document.Blocks.TakeWhile(b => b is not Section)];
        return document with
        {
            Blocks = [.. front, .. rewriter.Rewrite([.. document.Blocks.Skip(front.Length)])],
            Notes = rewriter.Rewrite(document with { Blocks = [] }).Notes,
        };
    }

    private void Split(Inline inline, List<Inline> parts)
    {
        if (inline is not TextRun run)
        {
            parts.Add(inline);
            return;
        }

        int done = 0;
        int from = 0;
        while (from < run.Value.Length && run.Value.AsSpan(from).IndexOfAny(forms) is var offset and >= 0)
        {
            int at = from + offset;
            if (TermAt(run.Value, at) is { } term)
            {
                Add(parts, run, done, at);
                parts.Add(new Term(term.Form, term.Name, run.Emphasis));
                done = from = at + term.Form.Length;
            }
            else
            {
                from = at + 1;
            }
        }

        Add(parts, run, done, run.Value.Length);
    }

    private (string Form, string Name)? TermAt(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            return null;
        }

        foreach (int length in lengths)
        {
            int end = at + length;
            if (end <= text.Length && (end == text.Length || !char.IsLetterOrDigit(text[end])) && nameOf.TryGetValue(text.AsSpan(at, length), out string? form, out string? name))
            {
                return (form, name);
            }
        }

        return null;
    }

    private static void Add(List<Inline> parts, TextRun run, int from, int to)
    {
        if (to > from)
        {
            parts.Add(to - from == run.Value.Length ? run : run with { Value = run.Value[from..to] });
        }
    }
}
