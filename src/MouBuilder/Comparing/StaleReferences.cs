using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A typed cross-reference that stands as before though another part has its number now.</summary>
/// <param name="Text">As it stands: <c>Section 8</c>.</param>
/// <param name="Led">The old part that had the number; null where none had it.</param>
/// <param name="Leads">The new part that has it; null where none has it.</param>
internal sealed record StaleReference(string Text, DocumentPart? Led, DocumentPart? Leads);

/// <summary>
/// Finds typed cross-references that nobody changed when sections, clauses or exhibits got other numbers. Their words are the same in both texts and their meaning is not. Reads English.
/// </summary>
internal static partial class StaleReferences
{
    private static readonly FrozenSet<string> Divisions = WordSet.Of("section article clause");

    /// <summary>The parts, of which those with such references are of the rank of a duty: what a duty refers to is part of it.</summary>
    public static ImmutableArray<PartChange> Marked(ImmutableArray<PartChange> parts)
    {
        Dictionary<(bool, string), PartChange?> old = ByNumber(parts, p => p.Old);
        Dictionary<(bool, string), PartChange?> now = ByNumber(parts, p => p.New);
        Dictionary<(bool, string), (DocumentPart? Led, DocumentPart? Leads)> others = [];
        foreach ((bool, string) number in old.Keys.Union(now.Keys))
        {
            // Where two parts have a number nobody knows which is meant.
            bool isKnown = old.TryGetValue(number, out PartChange? had) == had is not null && now.TryGetValue(number, out PartChange? has) == has is not null && had != has;
            if (isKnown)
            {
                others[number] = (old.GetValueOrDefault(number)?.Old, now.GetValueOrDefault(number)?.New);
            }
        }

        return others.Count == 0 ? parts : [.. parts.Select(p => Marked(p, others))];
    }

    private static PartChange Marked(PartChange part, Dictionary<(bool, string), (DocumentPart? Led, DocumentPart? Leads)> others)
    {
        StaleReference[] found = part is { Old: not null, New: not null } ? [.. part.Blocks.Concat(part.Notes).SelectMany(Kept).SelectMany(t => In(t, others)).DistinctBy(r => r.Text)] : [];
        return found.Length == 0 ? part : part with { StaleReferences = [.. found], Rank = ChangeRank.DutyOrRight };
    }

    /// <summary>The parts by the row their number is of, that of exhibits or not, and the number; null where several have it.</summary>
    public static Dictionary<(bool IsExhibit, string Number), PartChange?> ByNumber(ImmutableArray<PartChange> parts, Func<PartChange, DocumentPart?> side)
    {
        Dictionary<(bool IsExhibit, string Number), PartChange?> byNumber = [];
        foreach (PartChange change in parts)
        {
            if (side(change) is { Label: { } label, Kind: not PartKind.Text, PieceOf: null } part)
            {
                (bool, string) number = (part.Kind == PartKind.Exhibit, TypedReferences.NumberOf(label));
                byNumber[number] = byNumber.ContainsKey(number) ? null : change;
            }
        }

        return byNumber;
    }

    /// <summary>The stretches of text that stand in both texts.</summary>
    private static IEnumerable<string> Kept(BlockChange change)
    {
        if (change.Kind == BlockChangeKind.Same)
        {
            return change.New!.WithDescendants().Select(b => TextOf(b.OwnInlines()));
        }

        return change.Words.Where(w => w.Kind == WordChangeKind.Kept).Select(w => TextOf(w.New)).Concat(change.Blocks.SelectMany(Kept));
    }

    /// <summary>The words, without those of cross-references that are fields: they follow by themselves.</summary>
    private static string TextOf(IEnumerable<Inline> inlines)
    {
        StringBuilder text = new();
        foreach (Inline inline in inlines)
        {
            text.Append(inline switch
            {
                TextRun run => run.Value,
                Term term => term.Value,
                Link link => TextOf(link.Content),
                _ => "\uFFFC",
            });
        }

        return text.ToString();
    }

    private static IEnumerable<StaleReference> In(string text, Dictionary<(bool, string), (DocumentPart? Led, DocumentPart? Leads)> others)
    {
        foreach (Match match in TypedReference().Matches(text))
        {
            string word = match.Groups["word"].Value;
            bool isExhibit = !Divisions.Contains(word.TrimEnd('s', 'S'));
            foreach (Capture number in match.Groups["number"].Captures)
            {
                if (others.TryGetValue((isExhibit, number.Value), out (DocumentPart? Led, DocumentPart? Leads) places))
                {
                    yield return new(match.Groups["number"].Captures.Count == 1 ? match.Value : $"{word} … {number.Value}", places.Led, places.Leads);
                }
            }
        }
    }

    // "Section 8 of the School Code" and "C.R.S. Section 8" are another text's.
    [GeneratedRegex(@"(?<!\w)(?<!(?:[A-Z]\.){2,4},?[ \u00A0])(?<!(?i:code|act|statutes?),?[ \u00A0])(?<word>(?i:sections?|articles?|clauses?|exhibits?|attachments?|appendix|appendices|annex(?:es)?|schedules?))[ \u00A0](?>(?<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z])(?:(?:, and |, or |, | and | or | through | to )(?<number>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[A-Z])(?![\w-]))*)(?![\w-])(?!\.\w)(?!\s+of\s+(?!this\b))", RegexOptions.CultureInvariant)]
    private static partial Regex TypedReference();
}
