using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A term whose definition is new, gone or another.</summary>
/// <param name="Old">The paragraph that defined it; null where it was not defined.</param>
/// <param name="New">The paragraph that defines it; null where it is not defined any more.</param>
internal sealed record DefinitionChange(string Term, Block? Old, Block? New, ImmutableArray<WordChange> Words);

/// <summary>A term and what it means.</summary>
/// <param name="Meaning">The words behind <c>means</c>, or those before the brackets.</param>
/// <param name="IsInBrackets">Whether it stands in brackets behind what it names: Denver Police Department (“DPD”).</param>
internal sealed record Definition(string Term, string Meaning, bool IsInBrackets);

/// <summary>Finds definitions: paragraphs that say “Ticket” means. Reads English.</summary>
internal static partial class DefinedTerms
{
    private const int WordsBeforeBrackets = 6;

    /// <summary>The definitions of a document, those in brackets too, in reading order.</summary>
    public static ImmutableArray<Definition> Of(MouDocument document)
    {
        ImmutableArray<Definition>.Builder found = ImmutableArray.CreateBuilder<Definition>();
        foreach (Paragraph paragraph in document.Blocks.SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body && HasQuotation(p)))
        {
            string text = PlainText.Of(paragraph.Content);
            if (Opening().Match(text) is { Success: true } means)
            {
                found.Add(new(means.Groups[1].Value, text[(means.Index + means.Length)..], false));
            }

            foreach (Match brackets in Bracketed().Matches(text))
            {
                string[] before = text[..brackets.Index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                found.Add(new(brackets.Groups[1].Value, string.Join(' ', before.TakeLast(WordsBeforeBrackets)), true));
            }
        }

        return found.ToImmutable();
    }

    // Few paragraphs have quotation marks; the others need not be put together.
    private static bool HasQuotation(Paragraph paragraph) => paragraph.Content.Any(i => i is TextRun run && run.Value.AsSpan().ContainsAny('“', '"'));

    /// <summary>The term a paragraph defines; null for other paragraphs.</summary>
    public static string? In(Block block) => block is Paragraph { Role: ParagraphRole.Body } paragraph && Opening().Match(PlainText.Of(paragraph.Content)) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The terms of a part whose definitions differ in their words. One that only has another name is told once for the whole text.</summary>
    public static ImmutableArray<DefinitionChange> Changed(PartChange part, Renamings renamings)
    {
        List<(string Term, Block Block)> old = [];
        List<(string Term, Block Block)> now = [];
        List<DefinitionChange> changes = [];
        foreach (BlockChange change in part.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Kind is not (BlockChangeKind.Same or BlockChangeKind.MovedFrom)))
        {
            if (change is { Old: { } before, New: { } after })
            {
                (string? was, string? became) = (In(before), In(after));
                if (was is not null && became is not null && renamings.NewOf(was) == became)
                {
                    if (change.Words.Any(w => w.IsEdit && !part.Told.Contains(w)))
                    {
                        changes.AddRange(Each(became, change.Words).Select(d => new DefinitionChange(d.Term, before, after, d.Words)));
                    }
                }
                else
                {
                    old.AddRange(was is null ? [] : [(was, before)]);
                    now.AddRange(became is null ? [] : [(became, after)]);
                }
            }
            else
            {
                old.AddRange(AllIn(change.Old));
                now.AddRange(AllIn(change.New));
            }
        }

        foreach ((string was, Block block) in old)
        {
            string term = renamings.NewOf(was);
            int at = now.FindIndex(n => n.Term == term);
            Block? other = at < 0 ? null : now[at].Block;
            if (at >= 0)
            {
                now.RemoveAt(at);
            }

            if (other is null || !IsSame(PlainText.Of(((Paragraph)block).Content), PlainText.Of(((Paragraph)other).Content)))
            {
                changes.Add(new(other is null ? was : term, block, other, []));
            }
        }

        return [.. changes, .. now.Select(n => new DefinitionChange(n.Term, null, n.Block, []))];

        bool IsSame(string before, string after) => before == after || renamings.IsAll(before, after);

        static IEnumerable<(string, Block)> AllIn(Block? block) => (block?.WithDescendants() ?? []).Select(b => (Term: In(b), Block: b)).Where(d => d.Term is not null).Select(d => (d.Term!, d.Block));
    }

    /// <summary>The terms that one paragraph defines, each with the words of its own definition; only those in which something differs, where there are several.</summary>
    private static IEnumerable<(string Term, ImmutableArray<WordChange> Words)> Each(string first, ImmutableArray<WordChange> words)
    {
        Match[] openings = Next().Matches(string.Concat(words.Select(w => w.NewText))).ToArray();
        if (openings.Length == 0)
        {
            return [(first, words)];
        }

        List<WordChange>[] own = [.. Enumerable.Range(0, openings.Length + 1).Select(_ => new List<WordChange>())];
        int at = 0;
        foreach (WordChange word in words)
        {
            own[openings.Count(o => o.Groups[1].Index <= at)].Add(word);
            at += word.NewText.Length;
        }

        return own.Select((w, i) => (i == 0 ? first : openings[i - 1].Groups[1].Value, w.ToImmutableArray())).Where(d => d.Item2.Any(w => w.IsEdit));
    }

    [GeneratedRegex(@"[.;]\s+[“""]([^”""]{1,80})[”""]\s+(?:means?|includes?|refers?\s+to|has\s+the|have\s+the|is\s+defined|shall\s+mean)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"\A\W{0,3}[“""]([^”""]{1,80})[”""]\s+(?:also\s+)?(?:means?|includes?|refers?\s+to|has\s+the|have\s+the|is\s+defined|shall\s+mean)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\((?:(?:the|each|an?|collectively|together|hereinafter|hereafter|referred to as),?\s+)*[“""]([^”""]{1,80})[”""]\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
