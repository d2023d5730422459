using System.Buffers;
using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>Marks defined terms where they are used: their exact words, or a declared form of them, as whole words; the longest where several fit.</summary>
internal sealed class TermMarks
{
    private readonly SearchValues<string> forms;
    private readonly ILookup<char, (string Form, string Name)> byFirst;

    private TermMarks(DocumentProperties properties)
    {
        (string Form, string Name)[] byLength = [.. properties.Terms
            .SelectMany(t => t.Forms.Append(t.Name).Select(form => (Form: form, t.Name)))
            .Where(t => t.Form.Length > 0)
            .OrderByDescending(t => t.Form.Length).ThenBy(t => t.Form, StringComparer.Ordinal)];
        byFirst = byLength.ToLookup(t => t.Form[0]);
        forms = SearchValues.Create([.. byLength.Select(t => t.Form)], StringComparison.Ordinal);
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
        foreach ((string form, string name) in byFirst[text[at]])
        {
            int end = at + form.Length;
            if (string.CompareOrdinal(text, at, form, 0, form.Length) == 0
                && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end])))
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
