using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// A reader says by the levels of a paper's headings which of them are sections: where none has another below it they are all clauses, and one deeper heading makes sections of the others, each
/// with its text as a clause without a title. So that a heading stays the same heading, such a section and its text are one part wherever the other text has them as a clause.
/// </summary>
internal sealed class HeadingLevels(Wording wording)
{
    // Under one heading, less than this in common is another text.
    private const double Alike = 0.3;

    /// <summary>A clause in the one text and a section in the other; <paramref name="Text"/> is what stands right below the section's heading, null where nothing does.</summary>
    private sealed record Match(DocumentPart Clause, DocumentPart Section, DocumentPart? Text);

    /// <summary>The parts of both texts, in which what is a heading with its text in both is one part in both.</summary>
    public (ImmutableArray<DocumentPart> Old, ImmutableArray<DocumentPart> New) Settled(ImmutableArray<DocumentPart> old, ImmutableArray<DocumentPart> now)
    {
        Match[] inNew = Matches(old, now);
        Match[] inOld = Matches(now, old);
        return inNew.Length + inOld.Length == 0 ? (old, now) : (WithOneLevel(old, inOld, inNew), WithOneLevel(now, inNew, inOld));
    }

    /// <summary>The level of a part's heading; null where it has none. 1 is a section's.</summary>
    public static int? LevelOf(DocumentPart part) => part.Block switch
    {
        Section => 1,
        Clause c when !Blanks.IsBlank(c.Title) => 2,
        _ => null,
    };

    /// <summary>Whether a heading of both texts stands a level deeper, or higher.</summary>
    public static bool AreOther(DocumentPart old, DocumentPart now) => (LevelOf(old), LevelOf(now)) is ({ } before, { } after) && before != after;

    /// <summary>The same of two headings inside of a part, under one number or none.</summary>
    public static bool AreOther(Block old, Block now) => (old, now) is (Heading before, Heading after) && before.Level != after.Level && before.Label == after.Label;

    /// <summary>Whether a heading inside of a part does.</summary>
    public static bool AreOtherAmong(ImmutableArray<BlockChange> blocks) => Among(blocks).Any();

    /// <summary>A phrase for each heading that does: the part's own, and those inside of it.</summary>
    public static string[] Of(PartChange change) =>
    [
        .. change is { Old: { } old, New: { } now } && AreOther(old, now) ? (string[])[$"the heading stands at a {Where(LevelOf(now) > LevelOf(old))} level"] : [],
        .. Among(change.Blocks).Select(h => $"the heading “{PlainText.Of(h.New.Content)}” stands at a {Where(h.New.Level > h.Old.Level)} level"),
    ];

    private static string Where(bool isDeeper) => isDeeper ? "deeper" : "higher";

    private static IEnumerable<(Heading Old, Heading New)> Among(ImmutableArray<BlockChange> blocks) => blocks.SelectMany(b => b.WithDescendants())
        .Where(b => b is { Kind: not BlockChangeKind.MovedFrom, Old: { } old, New: { } now } && AreOther(old, now)).Select(b => ((Heading)b.Old!, (Heading)b.New!));

    private Match[] Matches(ImmutableArray<DocumentPart> clauses, ImmutableArray<DocumentPart> sections)
    {
        List<DocumentPart> alone = Alone(clauses, sections, PartKind.Clause);
        List<Match> found = [];
        foreach (DocumentPart section in alone.Count == 0 ? [] : Alone(sections, clauses, PartKind.Section))
        {
            DocumentPart? text = section.Position + 1 < sections.Length && sections[section.Position + 1] is { Kind: PartKind.Clause, Block: Clause { Title.IsEmpty: true, Label: null } } next && next.Section == section.Id ? next : null;
            if (alone.Find(c => IsSame(c, section, text)) is { } clause)
            {
                alone.Remove(clause);
                found.Add(new(clause, section, text));
            }
        }

        return [.. found];
    }

    /// <summary>The headings of a kind that no heading of that kind answers in the other text.</summary>
    private static List<DocumentPart> Alone(ImmutableArray<DocumentPart> parts, ImmutableArray<DocumentPart> others, PartKind kind)
    {
        Dictionary<string, int> answering = others.Where(p => p.Kind == kind).CountBy(TitleOf).ToDictionary(StringComparer.Ordinal);
        return [.. parts.Where(p => p.Kind == kind && TitleOf(p) is { Length: > 0 } title && (!answering.TryGetValue(title, out int left) || (answering[title] = left - 1) < 0))];
    }

    private bool IsSame(DocumentPart clause, DocumentPart section, DocumentPart? text) => TitleOf(clause) == TitleOf(section)
        && (text is null ? clause.Blocks.IsEmpty : Wording.Likeness(wording.Sorted(clause.Blocks), wording.Sorted(text.Blocks)) >= Alike);

    // Articles often stand in capitals, sections below them never.
    private static string TitleOf(DocumentPart part) => PlainText.Of(part.Title).ToUpperInvariant();

    private static ImmutableArray<DocumentPart> WithOneLevel(ImmutableArray<DocumentPart> parts, Match[] sections, Match[] clauses)
    {
        Dictionary<int, Match> heads = sections.ToDictionary(m => m.Section.Position);
        HashSet<int> texts = [.. sections.Select(m => m.Text?.Position ?? -1)];
        bool isFlat = clauses.Any(m => m.Clause.Section.Length == 0);
        IEnumerable<DocumentPart> settled = parts.Where(p => !texts.Contains(p.Position)).Select(p => heads.TryGetValue(p.Position, out Match? match) ? OnePart(match)
            : isFlat && p is { Kind: PartKind.Clause, Section.Length: 0, Block: Clause { Title.IsEmpty: false } c } ? p with { Block = AsSection(c) }
            : p);
        return [.. settled.Select((p, i) => p with { Position = i })];
    }

    private static DocumentPart OnePart(Match match) => match.Section with
    {
        Kind = PartKind.Clause,
        Id = match.Text?.Id ?? match.Section.Id,
        Blocks = match.Text?.Blocks ?? [],
        Notes = [.. match.Section.Notes, .. match.Text?.Notes ?? []],
    };

    /// <summary>A heading below which no other can stand is of the first level.</summary>
    private static Section AsSection(Clause clause) => new(clause.Id, clause.Label is null ? SectionKind.Unnumbered : SectionKind.Numbered, clause.Title, []) { Label = clause.Label, From = clause.From };
}
