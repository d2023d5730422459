using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Importing;

/// <summary>The frame of an imported agreement, with the words of the paper that stand outside of its clauses, each where the paper has it.</summary>
/// <param name="paper">The paper without the section in which it is signed.</param>
internal sealed class ImportedFrame(MouDocument paper, ImportedOutline outline, PaperSignatures? signatures, IReadOnlyDictionary<string, Note> notes)
{
    private const string Head = """
        {{~ # The frame of an imported agreement: its title, what stands before its first section, its clauses, its exhibits. ~}}
        # {{ agreement.title }}

        {{ include "opening" }}

        {{~ for section in agreement.sections ~}}

        """;

    private const string Foot = """
        {{~ for exhibit in agreement.exhibits ~}}
        {{ place exhibit }}
        {{~ end ~}}

        """;

    /// <summary>The templates by their path in the folder.</summary>
    public IEnumerable<(string Path, string Text)> Templates()
    {
        StringBuilder frame = new(Head);
        List<(string Path, string Text)> texts = [("templates/opening.md.scriban", $"{{{{~ # What stands in the paper before its first section. ~}}}}\n{ClauseMarkdown.OfTemplate(Opening(), notes, outline.Targets, isUnderTitle: true)}\n")];
        frame.Append("{{ place section }}\n");
        AddTexts(frame, texts, "before", "What the paper says before the first clause of a section.", s => [.. s.Blocks.TakeWhile(b => b is not Clause)]);
        frame.Append("{{~ for clause in section.clauses ~}}\n{{ place clause }}\n{{~ end ~}}\n");
        AddTexts(frame, texts, "behind", "What the paper says behind the clauses of a section.", s => [.. s.Blocks.SkipWhile(b => b is not Clause).Where(b => b is not Clause)]);
        frame.Append("{{~ end ~}}\n");
        if (signatures is not null)
        {
            frame.Append("{{ include \"signatures\" }}\n");
            texts.Add(("templates/signatures.md.scriban", $"{{{{~ # Where the parties sign. ~}}}}\n{Signed(signatures)}\n"));
        }

        return texts.Prepend(("templates/agreement.md.scriban", frame.Append(Foot).ToString()));
    }

    private void AddTexts(StringBuilder frame, List<(string Path, string Text)> texts, string name, string told, Func<Section, ImmutableArray<Block>> blocksOf)
    {
        for (int i = 0; i < outline.Sections.Length; i++)
        {
            if (outline.Sections[i].Paper is { } section && section.Blocks.Any(b => b is Clause) && ClauseMarkdown.OfTemplate(blocksOf(section), notes, outline.Targets) is { Length: > 0 } text)
            {
                string file = string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1}");
                frame.Append(CultureInfo.InvariantCulture, $"{{{{~ if for.index == {i} ~}}}}\n{{{{ include \"{file}\" }}}}\n\n{{{{~ end ~}}}}\n");
                texts.Add(($"templates/{file}.md.scriban", $"{{{{~ # {told} ~}}}}\n{text}\n"));
            }
        }
    }

    private ImmutableArray<Block> Opening() => [.. paper.Blocks.Where(b => b is not (Section or Clause or Exhibit or Paragraph { Role: ParagraphRole.Title }))];

    private string Signed(PaperSignatures signed)
    {
        List<string> parts = ["## " + ClauseMarkdown.OfTemplate([new Paragraph(ParagraphRole.Body, signed.Section.Heading)], notes, outline.Targets)];
        List<Block> words = [];
        foreach (Block block in signed.Section.Blocks)
        {
            if (signed.Parties.FirstOrDefault(p => ReferenceEquals(p.Block, block)) is { } party)
            {
                parts.Add(ClauseMarkdown.OfTemplate([.. words], notes, outline.Targets));
                parts.Add($"{{{{ place {party.Role}.signatures }}}}");
                words.Clear();
            }
            else
            {
                words.Add(block);
            }
        }

        parts.Add(ClauseMarkdown.OfTemplate([.. words], notes, outline.Targets));
        return string.Join("\n\n", parts.Where(p => p.Length > 0));
    }
}
