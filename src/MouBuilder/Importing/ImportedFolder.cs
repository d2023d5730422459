using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;
using MouBuilder.Yaml;

namespace MouBuilder.Importing;

/// <summary>
/// Writes the files of an imported agreement: every clause as a local text under the id of the clause it is, the opening and the exhibits as templates of its own,
/// since those words belong to this paper alone.
/// </summary>
/// <param name="library">The clause library, as seen from the folder.</param>
/// <param name="document">The paper without the section in which it is signed.</param>
/// <param name="source">How the paper's file is called.</param>
internal sealed class ImportedFolder(string id, string source, string library, MouDocument document, ImportedOutline outline, PaperSignatures? signatures, IReadOnlyDictionary<string, ImmutableArray<string>> versions)
{
    private readonly Dictionary<string, Note> notes = document.Notes.ToDictionary(n => n.Id, n => ClauseMarkdown.Plain(n, outline.Targets), StringComparer.Ordinal);

    private static readonly string[] Unsigned = ["  first: { legal_name: }\n", "  second: { legal_name: }\n"];

    private ImmutableArray<Exhibit> Exhibits => outline.Exhibits;

    /// <summary>The files beside <c>agreement.yaml</c> and the map, by their path in the folder.</summary>
    public IEnumerable<(string Path, string Text)> Templates()
    {
        foreach ((string Path, string Text) template in new ImportedFrame(document, outline, signatures, notes).Templates())
        {
            yield return template;
        }

        yield return ("templates/agreement.settings.yaml", $"contents: {(document.Properties.Contents ? "true" : "false")}\nattachments: {outline.AttachmentWord}\n");
        for (int i = 0; i < Exhibits.Length; i++)
        {
            yield return ($"templates/exhibits/exhibit-{i + 1}.md.scriban", $"{{{{~ # The text of {Comment(Exhibits[i].Label ?? "an exhibit")}. ~}}}}\n" + ClauseMarkdown.OfTemplate(Exhibits[i].Blocks, notes, outline.Targets) + "\n");
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
            revision: {Revision}
            status: draft
            dates: {"{"} drafted: {document.Properties.Drafted:yyyy-MM-dd}, effective: , expires: , next_review: {"}"}
            drafter: {ClauseMarkdown.Quoted(document.Properties.Drafter)}
            library: {ClauseMarkdown.Quoted(library)}
            templates: templates
            template: agreement
            locales: [en]

            # Legal names, signatures and approvals are not read from a stranger's paper. Write them here when they matter; until then they are gaps.
            parties:
            {Parties()}
            """);
        Sections(yaml);
        yaml.Append(Exhibits.Length == 0 ? "\nexhibits: []\n" : "\nexhibits:\n");
        for (int i = 0; i < Exhibits.Length; i++)
        {
            string heading = PlainText.Of(Exhibits[i].Title).Trim();
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ id: {ImportedOutline.ExhibitId(i)}, title: {ClauseMarkdown.Quoted(heading.Length > 0 ? heading : Exhibits[i].Label ?? "Exhibit")}, template: exhibit-{i + 1} }}\n");
        }

        yaml.Append(outline.Sections.IsEmpty ? "\nlocal: {}\n" : "\nlocal:\n");
        foreach (ImportedClause clause in outline.Sections.SelectMany(s => s.Clauses))
        {
            Local(yaml, clause);
        }

        return yaml.ToString();
    }

    // A paper of ours says which revision it is.
    private string Revision => document.Properties.Revision.Length > 0 ? ClauseMarkdown.Quoted(document.Properties.Revision) : "imported";

    private string Parties()
    {
        IEnumerable<string> signing = signatures?.Parties.Select(PaperSignatures.Yaml) ?? [];
        return string.Concat(signing.Concat(Unsigned.Skip(signatures?.Parties.Length ?? 0)));
    }

    private void Sections(StringBuilder yaml)
    {
        yaml.Append(outline.Sections.IsEmpty ? "\nsections: []\n" : "\nsections:\n");
        foreach (ImportedSection section in outline.Sections)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - heading: {ClauseMarkdown.Quoted(section.Heading)}\n");
            yaml.Append(section.Kind == SectionKind.Numbered ? "" : $"    kind: {KebabCase.Of(section.Kind)}\n").Append("    clauses:\n");
            foreach (ImportedClause clause in section.Clauses)
            {
                yaml.Append(CultureInfo.InvariantCulture, $"      - \"{clause.Entry.Id}@local\"\n");
            }
        }
    }

    private void Local(StringBuilder yaml, ImportedClause clause)
    {
        MapEntry entry = clause.Entry;
        yaml.Append(CultureInfo.InvariantCulture, $"  {entry.Id}:\n");
        if (versions.TryGetValue(entry.Id, out ImmutableArray<string> known))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    departs_from: \"{(known.Contains(entry.Version) ? entry.Version : known[^1])}\"\n");
        }

        string place = clause.Paper.Place;
        yaml.Append(CultureInfo.InvariantCulture, $"    reason: {ClauseMarkdown.Quoted($"Imported from {source}{(place.Length > 0 ? ", " + place : "")}.")}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"    title: {ClauseMarkdown.Quoted(clause.Title)}\n{(clause.IsNumbered ? "    numbered: true\n" : "")}    text: |\n");
        string text = Markdown(clause.Paper.Clause.Blocks);
        foreach (string line in (text.Length == 0 ? ClauseMarkdown.EmptyPlace : text).Split('\n'))
        {
            yaml.Append(line.Length == 0 ? "\n" : "      " + line + "\n");
        }
    }

    private string Markdown(ImmutableArray<Block> blocks) => ClauseMarkdown.Write(blocks, notes, outline.Targets);

    private static string Comment(string words) => words.ReplaceLineEndings(" ").Replace("}", "", StringComparison.Ordinal);
}
