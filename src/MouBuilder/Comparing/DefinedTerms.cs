using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A term whose definition is new, gone or another.</summary>
/// <param name="Old">The paragraph that defined it; null where it was not defined.</param>
/// <param name="New">The paragraph that defines it; null where it is not defined any more.</param>
internal sealed record DefinitionChange(string Term, Block? Old, Block? New, ImmutableArray<WordChange> Words);

/// <summary>Finds definitions: paragraphs that say “Ticket” means. Reads English.</summary>
internal static partial class DefinedTerms
{
    /// <summary>The term a paragraph defines; null for other paragraphs.</summary>
    public static string? In(Block block) => block is Paragraph { Role: ParagraphRole.Body } paragraph && Definition().Match(PlainText.Of(paragraph.Content)) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The terms of a part whose definitions differ in their words.</summary>
    public static ImmutableArray<DefinitionChange> Changed(PartChange part)
    {
        List<(string Term, Block Block)> old = [];
        List<(string Term, Block Block)> now = [];
        List<DefinitionChange> changes = [];
        foreach (BlockChange change in part.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b.Kind is not (BlockChangeKind.Same or BlockChangeKind.MovedFrom)))
        {
            if (change is { Old: { } before, New: { } after })
            {
                (string? was, string? became) = (In(before), In(after));
                if (was is not null && was == became)
                {
                    if (change.Words.Any(w => w.IsEdit && !part.Told.Contains(w)))
                    {
                        changes.Add(new(was, before, after, change.Words));
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

        foreach ((string term, Block block) in old)
        {
            int at = now.FindIndex(n => n.Term == term);
            Block? other = at < 0 ? null : now[at].Block;
            if (at >= 0)
            {
                now.RemoveAt(at);
            }

            if (other is null || PlainText.Of(((Paragraph)block).Content) != PlainText.Of(((Paragraph)other).Content))
            {
                changes.Add(new(term, block, other, []));
            }
        }

        return [.. changes, .. now.Select(n => new DefinitionChange(n.Term, null, n.Block, []))];

        static IEnumerable<(string, Block)> AllIn(Block? block) => (block?.WithDescendants() ?? []).Select(b => (Term: In(b), Block: b)).Where(d => d.Term is not null).Select(d => (d.Term!, d.Block));
    }

    [GeneratedRegex(@"\A\W{0,3}[“""]([^”""]{1,80})[”""]\s+(?:also\s+)?(?:means?|includes?|refers?\s+to|has\s+the|have\s+the|is\s+defined|shall\s+mean)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
