using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Finds definitions, wherever in a paragraph they stand: sentences that say “Ticket” means, the rows of a table that do, and names in brackets. Reads English.</summary>
internal sealed class DefinedTerms
{
    private const int WordsBeforeBrackets = 6;
    private const int LongestBeforeBrackets = 400;

    private readonly ImmutableArray<Definition>.Builder found = ImmutableArray.CreateBuilder<Definition>();
    private readonly Regex? plain;

    private DefinedTerms(IEnumerable<string> names)
    {
        string[] escaped = [.. names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).Select(Regex.Escape)];
        plain = escaped.Length == 0 ? null : new($@"(?<![\w“""‘'\uE000])(?:{string.Join('|', escaped)})(?=\s+\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>The definitions of a document, those in brackets too, in reading order.</summary>
    public static ImmutableArray<Definition> Of(MouDocument document) => Of(document.Blocks, []);

    /// <summary>The definitions in blocks and what they hold.</summary>
    /// <param name="names">Terms that are to be found without a mark too, since the other text defines them.</param>
    public static ImmutableArray<Definition> Of(ImmutableArray<Block> blocks, IEnumerable<string> names)
    {
        DefinedTerms terms = new(names);
        terms.Read(blocks);
        return terms.found.ToImmutable();
    }

    /// <summary>The terms, by their keys, that blocks set between quotation marks, in bold or italics, or before a colon or a dash, whether they define them or only speak of them.</summary>
    public static IEnumerable<string> MarkedIn(ImmutableArray<Block> blocks)
    {
        DefinedTerms unnamed = new([]);
        foreach (Paragraph paragraph in Walk.WithDescendants(blocks).OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body))
        {
            IEnumerable<Match> marked = unnamed.MarkedText(paragraph.Content) is { } text ? DefinitionWords.AnyMarked().Matches(text) : [];
            foreach (string term in marked.SelectMany(TermsOf).Concat(DefinitionWords.Entry().Match(PlainText.Of(paragraph.Content)) is { Success: true } entry ? [entry.Value] : []))
            {
                yield return Definition.KeyOf(term);
            }
        }
    }

    private void Read(ImmutableArray<Block> siblings)
    {
        for (int i = 0; i < siblings.Length; i++)
        {
            switch (siblings[i])
            {
                case Paragraph { Role: ParagraphRole.Body } paragraph:
                    Read(paragraph, i + 1 < siblings.Length ? siblings[i + 1] as ListBlock : null);
                    break;
                case Table table:
                    Read(table);
                    break;
                case var block:
                    Read(block switch { Section s => s.Blocks, Clause c => c.Blocks, Exhibit e => e.Blocks, _ => Wording.ChildrenOf(block) });
                    break;
            }
        }
    }

    private void Read(Paragraph paragraph, ListBlock? next)
    {
        if (MarkedText(paragraph.Content) is not { } text)
        {
            return;
        }

        Match[] openings = [.. Openings(text)];
        string words = PlainText.Of(paragraph.Content);
        for (int i = 0; i < openings.Length; i++)
        {
            string[] terms = TermsOf(openings[i]);
            Group says = openings[i].Groups["says"];
            int end = EndOf(text, says.Index, i + 1 < openings.Length ? openings[i + 1].Index : text.Length, terms);
            ListBlock? below = end == text.Length && text.TrimEnd().EndsWith(':') && next is not null && Of([next], []).IsEmpty ? next : null;
            string listed = below is null ? "" : " " + BlockText.Of(below);
            (int from, int to) = (Unmarked(text, openings[i].Index), Unmarked(text, end));
            string scope = string.Concat(openings[i].Groups["scope"].Captures.Select(c => c.Value));
            foreach (string term in terms)
            {
                found.Add(new(term, Plain(text[(says.Index + says.Length)..end]).Trim() + listed, false)
                {
                    Block = paragraph, Range = (from, to), Text = words[from..to].Trim() + listed, Own = DefinitionWords.Own(Plain(scope), Plain(text[says.Index..end]) + listed), Terms = terms.Length, Below = below,
                });
            }
        }

        foreach (Match brackets in DefinitionWords.Bracketed().Matches(words))
        {
            string[] before = words[Math.Max(0, brackets.Index - LongestBeforeBrackets)..brackets.Index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            string meaning = string.Join(' ', before.TakeLast(WordsBeforeBrackets));
            (int from, int to) = (DefinitionWords.StartOfSentence(words, brackets.Index), DefinitionWords.EndOfSentence(words, brackets.Index));
            found.Add(new(brackets.Groups[1].Value, meaning, true) { Block = paragraph, Range = (from, to), Text = words[from..to].Trim(), Own = DefinitionWords.Own("", meaning) });
        }
    }

    private void Read(Table table)
    {
        bool isGlossary = table.HeaderRows > 0 && table.Rows[0].Cells is [_, var second] && DefinitionWords.Header().IsMatch(BlockText.Of(second));
        foreach (TableRow row in table.Rows.Skip(isGlossary ? 1 : 0))
        {
            if (row.Cells is not [{ Blocks: [Paragraph { Role: ParagraphRole.Body } named] }, .. { Length: > 0 } others] || !OfRow(row, named, others, isGlossary))
            {
                Read(ImmutableArray<Block>.CastUp(row.Cells));
            }
        }
    }

    /// <summary>“Custody” | means any hold.</summary>
    private bool OfRow(TableRow row, Paragraph named, ImmutableArray<TableCell> others, bool isGlossary)
    {
        string words = PlainText.Of(named.Content).Trim();
        string says = string.Join(' ', others.Select(c => BlockText.Of(c)).Where(t => t.Length > 0));
        bool isMeans = DefinitionWords.Meaning().IsMatch(says);
        string[] terms = MarkedText(named.Content) is { } text && DefinitionWords.Cell().Match(text) is { Success: true } cell ? TermsOf(cell) : isGlossary && words.Length is > 0 and <= DefinitionWords.LongestTerm ? [words] : [];
        if (terms.Length == 0 || says.Length == 0 || !(isMeans || isGlossary))
        {
            return false;
        }

        string meaning = isMeans ? says[DefinitionWords.Meaning().Match(says).Length..].Trim() : says;
        found.AddRange(terms.Select(t => new Definition(t, meaning, false)
        {
            Block = row, Range = (0, 0), Text = $"{words} {says}", Own = DefinitionWords.Own("", isMeans ? says : $"means {says}"), Terms = terms.Length,
        }));
        return true;
    }

    /// <summary>The places where definitions begin. One that says more of the term that the one before it defines goes on with that.</summary>
    private static IEnumerable<Match> Openings(string text)
    {
        string[] before = [];
        foreach (Match opening in DefinitionWords.Opening().Matches(text))
        {
            Group says = opening.Groups["says"];
            string[] terms = TermsOf(opening);
            bool isMarked = !opening.Groups["mark"].Success || DefinitionWords.Meaning().IsMatch(text, says.Index);
            if (isMarked && !(terms.Length == before.Length && terms.Zip(before).All(t => Definition.KeyOf(t.First) == Definition.KeyOf(t.Second))))
            {
                before = terms;
                yield return opening;
            }
        }
    }

    // American typists set the comma of a list inside of the marks.
    private static string[] TermsOf(Match match) => [.. match.Groups["term"].Captures.Concat(match.Groups["mark"].Captures).OrderBy(c => c.Index).Select(c => Plain(c.Value).Trim().TrimEnd(','))];

    private static int EndOf(string text, int says, int next, string[] terms)
    {
        int end = Math.Min(DefinitionWords.EndOfSentence(text, says), next);
        while (end < next && DefinitionWords.EndOfSentence(text, end) is var after && DefinitionWords.GoesOn(Plain(text[end..Math.Min(after, next)]), terms))
        {
            end = Math.Min(after, next);
        }

        return end;
    }

    /// <summary>The words of a paragraph, those in bold or italics and the names between marks; null where it can define nothing.</summary>
    private string? MarkedText(ImmutableArray<Inline> content)
    {
        bool isEmphasised = content.Any(IsEmphasised);
        string words = PlainText.Of(content);
        // Few paragraphs have quotation marks; the others need not be looked through.
        if (!isEmphasised && !words.AsSpan().ContainsAny("“\"‘") && !words.StartsWith('\'') && !words.Contains(" '", StringComparison.Ordinal) && plain?.IsMatch(words) != true)
        {
            return null;
        }

        string text = isEmphasised ? string.Concat(content.Select(i => IsEmphasised(i) ? Between(PlainText.Of([i])) : PlainText.Of([i]))) : words;
        return plain?.Replace(text, m => $"{DefinitionWords.MarkBegin}{m.Value}{DefinitionWords.MarkEnd}") ?? text;
    }

    private static string Between(string words) => words.Trim() is { Length: > 0 and <= DefinitionWords.LongestTerm } term && char.IsLetter(term[0]) ? words.Replace(term, $"{DefinitionWords.MarkBegin}{term}{DefinitionWords.MarkEnd}", StringComparison.Ordinal) : words;

    private static bool IsEmphasised(Inline inline) => inline is TextRun { Emphasis: not Emphasis.None } or Term { Emphasis: not Emphasis.None };

    private static string Plain(string text) => text.Replace($"{DefinitionWords.MarkBegin}", "", StringComparison.Ordinal).Replace($"{DefinitionWords.MarkEnd}", "", StringComparison.Ordinal);

    private static int Unmarked(string text, int at) => at - text.AsSpan(0, at).Count(DefinitionWords.MarkBegin) - text.AsSpan(0, at).Count(DefinitionWords.MarkEnd);
}
