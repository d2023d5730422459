using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Importing;

/// <summary>
/// Writes the files of an imported agreement: every clause as a local text under the id of the clause it is, the opening and the exhibits as templates of its own,
/// since those words belong to this paper alone.
/// </summary>
/// <param name="library">The clause library, as seen from the folder.</param>
/// <param name="source">How the paper's file is called.</param>
internal sealed class ImportedFolder(string id, string source, string library, MouDocument document, ImmutableArray<(PaperClause Clause, MapEntry Entry)> clauses, IReadOnlyDictionary<string, ImmutableArray<string>> versions)
{
    private const string Frame = """
        {{~ # The frame of an imported agreement: its title, what stands before its first section, its clauses, its exhibits. ~}}
        # {{ agreement.title }}

        {{ include "opening" }}

        {{~ for section in agreement.sections ~}}
        {{ place section }}
        {{~ for clause in section.clauses ~}}
        {{ place clause }}
        {{~ end ~}}
        {{~ end ~}}
        {{~ for exhibit in agreement.exhibits ~}}
        {{ place exhibit }}
        {{~ end ~}}

        """;

    private readonly Dictionary<string, Note> notes = document.Notes.ToDictionary(n => n.Id, StringComparer.Ordinal);

    private Exhibit[] Exhibits => [.. document.Blocks.OfType<Exhibit>()];

    /// <summary>The files beside <c>agreement.yaml</c> and the map, by their path in the folder.</summary>
    public IEnumerable<(string Path, string Text)> Templates()
    {
        yield return ("templates/agreement.md.scriban", Frame);
        string word = Exhibits.Select(e => e.Label?.Split(' ')[0]).FirstOrDefault(w => w is not null) ?? "Exhibit";
        yield return ("templates/agreement.settings.yaml", $"contents: {(document.Properties.Contents ? "true" : "false")}\nattachments: {word}\n");
        yield return ("templates/opening.md.scriban", "{{~ # What stands in the paper before its first section. ~}}\n" + ClauseMarkdown.Write(Opening(), notes) + "\n");
        for (int i = 0; i < Exhibits.Length; i++)
        {
            yield return ($"templates/exhibits/exhibit-{i + 1}.md.scriban", $"{{{{~ # The text of {Comment(Exhibits[i].Label ?? "an exhibit")}. ~}}}}\n" + ClauseMarkdown.Write(Exhibits[i].Blocks, notes) + "\n");
        }
    }

    public string Agreement()
    {
        StringBuilder yaml = new();
        string title = document.Properties.Title.ReplaceLineEndings(" ").Trim();
        bool isIga = title.Contains("intergovernmental", StringComparison.OrdinalIgnoreCase);
        yaml.Append(CultureInfo.InvariantCulture, $"""
            # Imported by mou from {Comment(source)}. The words are the paper's; what the paper does not say as data is left open and never guessed.
            # map.yaml says which clause of the library each clause was taken for. The paper itself is what counts.
            agreement: {id}
            title: {ClauseMarkdown.Quoted(title.Length > 0 ? title : id)}
            instrument: {(isIga ? "IGA" : "MOU")}
            revision: imported
            status: draft
            dates: {"{"} drafted: , effective: , expires: , next_review: {"}"}
            drafter: ""
            library: {ClauseMarkdown.Quoted(library)}
            templates: templates
            template: agreement
            locales: [en]

            # Legal names, signatures and approvals are not read from a paper. Write them here when they matter; until then they are gaps.
            parties:
              first: {"{"} legal_name: {"}"}
              second: {"{"} legal_name: {"}"}

            """);
        Sections(yaml);
        yaml.Append(Exhibits.Length == 0 ? "\nexhibits: []\n" : "\nexhibits:\n");
        for (int i = 0; i < Exhibits.Length; i++)
        {
            string heading = PlainText.Of(Exhibits[i].Title).Trim();
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ id: exhibit-{i + 1}, title: {ClauseMarkdown.Quoted(heading.Length > 0 ? heading : Exhibits[i].Label ?? "Exhibit")}, template: exhibit-{i + 1} }}\n");
        }

        yaml.Append(clauses.IsEmpty ? "\nlocal: {}\n" : "\nlocal:\n");
        foreach ((PaperClause clause, MapEntry entry) in clauses)
        {
            Local(yaml, clause, entry);
        }

        return yaml.ToString();
    }

    private ImmutableArray<Block> Opening() =>
        [.. document.Blocks.Where(b => b is not (Section or Clause or Exhibit or Paragraph { Role: ParagraphRole.Title })), .. document.Blocks.OfType<Section>().SelectMany(s => s.Blocks.Where(b => b is not (Clause or PageBreak)))];

    private void Sections(StringBuilder yaml)
    {
        yaml.Append(clauses.IsEmpty ? "\nsections: []\n" : "\nsections:\n");
        Section? open = null;
        for (int i = 0; i < clauses.Length; i++)
        {
            (PaperClause clause, MapEntry entry) = clauses[i];
            if (clause.Section is null || !ReferenceEquals(clause.Section, open))
            {
                open = clause.Section;
                string heading = open is null ? clause.Title : PlainText.Of(open.Heading).Trim();
                yaml.Append(CultureInfo.InvariantCulture, $"  - heading: {ClauseMarkdown.Quoted(heading.Length > 0 ? heading : clause.Title)}\n");
                int inSection = open is null ? 1 : ClausesIn(open);
                string? kind = open is null && clause.Clause.Label is null ? "unnumbered" : open?.Kind switch { SectionKind.Recitals when inSection == 1 => "recitals", SectionKind.Unnumbered or SectionKind.Recitals => "unnumbered", _ => null };
                yaml.Append(kind is null ? "" : $"    kind: {kind}\n").Append("    clauses:\n");
            }

            yaml.Append(CultureInfo.InvariantCulture, $"      - \"{entry.Id}@local\"\n");
        }
    }

    private void Local(StringBuilder yaml, PaperClause clause, MapEntry entry)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"  {entry.Id}:\n");
        if (versions.TryGetValue(entry.Id, out ImmutableArray<string> known))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    departs_from: \"{(known.Contains(entry.Version) ? entry.Version : known[^1])}\"\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    reason: {ClauseMarkdown.Quoted($"Imported from {source}{(clause.Place.Length > 0 ? ", " + clause.Place : "")}.")}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"    title: {ClauseMarkdown.Quoted(GoesBySection(clause) ? "" : clause.Title)}\n    text: |\n");
        string text = ClauseMarkdown.Write(clause.Clause.Blocks, notes);
        foreach (string line in (text.Length == 0 ? "\\[ \\]" : text).Split('\n'))
        {
            yaml.Append(line.Length == 0 ? "\n" : "      " + line + "\n");
        }
    }

    /// <summary>Whether the paper has one heading for the section and the clause, which is not to be printed twice.</summary>
    private bool GoesBySection(PaperClause clause) =>
        clause.Section is not { } section || (clause.Title == PlainText.Of(section.Heading).Trim() && ClausesIn(section) == 1);

    private int ClausesIn(Section section) => clauses.Count(c => ReferenceEquals(c.Clause.Section, section));

    private static string Comment(string words) => words.ReplaceLineEndings(" ").Replace("}", "", StringComparison.Ordinal);
}
