using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Importing;

/// <summary>A section of the agreement that is written.</summary>
/// <param name="Paper">The paper's section; null where a clause stands in none there and gets one of its own.</param>
/// <param name="Label">The number it will have; null for none.</param>
internal sealed record ImportedSection(Section? Paper, string Heading, SectionKind Kind, string? Label, ImmutableArray<ImportedClause> Clauses);

/// <summary>A clause of the agreement that is written.</summary>
/// <param name="Title">Empty for a numbered paragraph, and for text that goes by the heading of its section.</param>
/// <param name="Label">The number it will have; null for none.</param>
internal sealed record ImportedClause(PaperClause Paper, MapEntry Entry, string Title, bool IsNumbered, string? Label);

/// <summary>A place of the paper as references of the agreement name it.</summary>
/// <param name="Shown">What a reference shows there without a word before it: <c>3.1</c>, <c>Exhibit A</c>.</param>
internal sealed record ImportedTarget(string Id, string Shown);

/// <summary>
/// Which sections and clauses an imported agreement has, with the numbers they will have: an agreement counts its sections and clauses itself, and where it comes to other
/// numbers than the paper that is told.
/// </summary>
internal sealed class ImportedOutline
{
    /// <summary>The heading of a section that the paper has none for.</summary>
    public const string InventedHeading = "Terms";

    private ImportedOutline(ImmutableArray<ImportedSection> sections, ImmutableArray<Exhibit> exhibits, string attachmentWord)
    {
        Sections = sections;
        Exhibits = exhibits;
        AttachmentWord = attachmentWord;
        Targets = sections.SelectMany(s => s.Clauses).Where(c => c.Label is not null).Select(c => (c.Paper.Clause.Id, Target: new ImportedTarget(c.Entry.Id, c.Label!.TrimEnd('.'))))
            .Concat(exhibits.Select((e, i) => (e.Id, Target: new ImportedTarget(ExhibitId(i), Labels.Exhibit(attachmentWord, i + 1)))))
            .ToDictionary(t => t.Id, t => t.Target, StringComparer.Ordinal);
    }

    public ImmutableArray<ImportedSection> Sections { get; }

    public ImmutableArray<Exhibit> Exhibits { get; }

    /// <summary>What the paper calls its attachments.</summary>
    public string AttachmentWord { get; }

    /// <summary>The clauses and exhibits that have a number of their own, by their ids in the paper as read.</summary>
    public IReadOnlyDictionary<string, ImportedTarget> Targets { get; }

    public static string ExhibitId(int index) => string.Create(CultureInfo.InvariantCulture, $"exhibit-{index + 1}");

    public static ImportedOutline Of(ImmutableArray<(PaperClause Clause, MapEntry Entry)> clauses, MouDocument paper)
    {
        ImmutableArray<Exhibit> exhibits = [.. paper.Blocks.OfType<Exhibit>()];
        string word = exhibits.Select(e => e.Label?.Split(' ')[0]).FirstOrDefault(w => w is not null) ?? "Exhibit";
        ImportedSection[] sections = [.. Grouped(clauses).Select(SectionOf)];

        // Numbered as the agreement will be, by its headings alone.
        MouDocument skeleton = Numbering.Apply(new(new() { Title = "" },
            [.. sections.Select((s, i) => new Section(string.Create(CultureInfo.InvariantCulture, $"section {i}"), s.Kind, [new TextRun(s.Heading)], [.. s.Clauses.Select(SkeletonOf)]))], []));
        return new([.. sections.Zip(skeleton.Blocks.Cast<Section>(), (s, numbered) => s with
        {
            Label = numbered.Label,
            Clauses = [.. s.Clauses.Zip(numbered.Blocks.Cast<Clause>(), (c, n) => c with { Label = n.Label })],
        })], exhibits, word);
    }

    private static Clause SkeletonOf(ImportedClause clause) => new(clause.Entry.Id, clause.Title.Length == 0 ? [] : [new TextRun(clause.Title)], []) { IsNumberedParagraph = clause.IsNumbered };

    private static IEnumerable<List<(PaperClause Clause, MapEntry Entry)>> Grouped(ImmutableArray<(PaperClause Clause, MapEntry Entry)> clauses)
    {
        List<(PaperClause Clause, MapEntry Entry)> group = [];
        foreach ((PaperClause Clause, MapEntry Entry) next in clauses)
        {
            if (group.Count > 0 && !Joins(next.Clause, group[^1].Clause))
            {
                yield return group;
                group = [];
            }

            group.Add(next);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    /// <summary>Whether a clause stands in one section with the clause before it: the paper's own, one for numbered paragraphs without a section, or whichever the text behind the last clause comes to.</summary>
    private static bool Joins(PaperClause clause, PaperClause before) => clause.Section is { } section
        ? ReferenceEquals(section, before.Section)
        : clause.IsTrailing || (IsParagraph(clause) && before.Section is null && IsParagraph(before) && (clause.Counted is not { } counted || before.Counted == counted));

    private static bool IsParagraph(PaperClause clause) => clause is { Section: null, Clause: { Label: not null, Title.IsEmpty: true } paragraph } && BeginsWithWords(paragraph);

    private static ImportedSection SectionOf(List<(PaperClause Clause, MapEntry Entry)> clauses)
    {
        PaperClause first = clauses[0].Clause;
        if (IsParagraph(first))
        {
            // The paper has no heading, and every section of an agreement has one.
            SectionKind own = first.Counted is null ? SectionKind.Unnumbered : SectionKind.Numbered;
            return new(null, InventedHeading, own, null, [.. clauses.Select(c => new ImportedClause(c.Clause, c.Entry, "", IsParagraph(c.Clause), null))]);
        }

        string heading = first.Section is null ? first.Title : PlainText.Of(first.Section.Heading).Trim();
        bool hasNumbers = clauses.Exists(c => c.Clause.Clause.Label is not null);
        SectionKind kind = first.Section?.Kind switch
        {
            null => hasNumbers ? SectionKind.Numbered : SectionKind.Unnumbered,
            SectionKind.Recitals when clauses.Count == 1 => SectionKind.Recitals,
            SectionKind.Numbered => SectionKind.Numbered,
            _ => hasNumbers ? SectionKind.Numbered : SectionKind.Unnumbered, // the number of a clause counts for more than a heading without one
        };
        return new(first.Section, heading.Length > 0 ? heading : first.Title, kind, null, [.. clauses.Select(c => ClauseOf(c.Clause, c.Entry, clauses.Count(o => o.Clause.Section is not null)))]);
    }

    private static ImportedClause ClauseOf(PaperClause paper, MapEntry entry, int inSection)
    {
        bool hasNumber = paper.Clause.Label is not null;
        bool isUntitled = paper.Clause.Title.IsEmpty;
        if (paper.Section is not { } section)
        {
            return new(paper, entry, "", false, null);
        }

        // Where the paper has one heading for the section and the clause it is not printed twice.
        bool goesBySection = !hasNumber && (isUntitled || (inSection == 1 && paper.Title == PlainText.Of(section.Heading).Trim()));
        bool isNumbered = hasNumber && isUntitled && BeginsWithWords(paper.Clause);
        return new(paper, entry, goesBySection || isNumbered ? "" : paper.Title, isNumbered, null);
    }

    private static bool BeginsWithWords(Clause clause) => clause.Blocks.IsEmpty || (clause.Blocks[0] is Paragraph { Role: ParagraphRole.Body } first && !string.IsNullOrWhiteSpace(PlainText.Of(first.Content)));
}
