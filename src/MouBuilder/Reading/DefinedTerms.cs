using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading;

/// <summary>
/// Knows the defined terms of a Word file of ours again: they have a style of their own where they are used, and they are defined where a paragraph begins with
/// the term in quotation marks and "means". Words in that style which nobody defines are forms of the term they begin like.
/// </summary>
internal static class DefinedTerms
{
    /// <summary>A form has at least this much in common with its term: "Parties" and "Party" have four letters.</summary>
    private const int LeastInCommon = 3;

    public static MouDocument Find(MouDocument document)
    {
        SortedDictionary<string, string> clauses = new(StringComparer.Ordinal);
        foreach (Clause clause in document.AllBlocks().OfType<Clause>())
        {
            foreach (Paragraph paragraph in clause.Blocks.OfType<Paragraph>())
            {
                if (paragraph.Content is [TextRun { Value: "“" }, Term term, TextRun { Value: ['”', ..] }, ..] && PlainText.Of(paragraph.Content).Contains("” means ", StringComparison.Ordinal))
                {
                    clauses.TryAdd(term.Value, clause.Id);
                }
            }
        }

        Dictionary<string, string?> names = new(StringComparer.Ordinal);
        foreach (Term term in document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Term>())
        {
            names.TryAdd(term.Value, clauses.ContainsKey(term.Value) ? term.Value : NameOf(term.Value, clauses.Keys));
        }

        ImmutableArray<DefinedTerm> terms = [.. clauses.Select(c => new DefinedTerm(c.Key, [.. names.Where(n => n.Value == c.Key && n.Key != c.Key).Select(n => n.Key).Order(StringComparer.Ordinal)], c.Value))];
        MouDocument named = new InlineRewriter(i => i is Term t ? names.GetValueOrDefault(t.Value) is { } name ? t with { Name = name } : new TextRun(t.Value, t.Emphasis) : i).Rewrite(document);
        return InlineJoin.Rewrite(named with { Properties = named.Properties with { Terms = terms } });
    }

    /// <summary>Makes plain words of terms: a stranger's style says nothing.</summary>
    public static MouDocument Forget(MouDocument document) =>
        InlineJoin.Rewrite(new InlineRewriter(i => i is Term t ? new TextRun(t.Value, t.Emphasis) : i).Rewrite(document));

    /// <summary>The term whose every word begins as the form's word there does: "Referrals to Law Enforcement" is a form of "Referral to Law Enforcement".</summary>
    private static string? NameOf(string form, IEnumerable<string> names)
    {
        string[] words = form.Split(' ');
        return names.FirstOrDefault(n => n.Split(' ') is var own && own.Length == words.Length && own.Zip(words).All(p => BeginAlike(p.First, p.Second)));
    }

    private static bool BeginAlike(string a, string b) =>
        a == b || (a.Zip(b).TakeWhile(p => p.First == p.Second).Count() is var common && common >= LeastInCommon && common >= Math.Min(a.Length, b.Length) - 1 && Math.Abs(a.Length - b.Length) <= 3);
}
