using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Importing;

/// <summary>Lists what of a paper an agreement has no form for, so that it is written otherwise than the paper has it.</summary>
internal sealed class ImportLosses
{
    private readonly ImportedOutline outline;
    private readonly NotCarried losses;

    private ImportLosses(ImportedOutline outline, NotCarried losses)
    {
        this.outline = outline;
        this.losses = losses;
    }

    /// <param name="notes">The notes of the paper.</param>
    public static void Find(ImportedOutline outline, IEnumerable<Note> notes, NotCarried losses)
    {
        ImportLosses found = new(outline, losses);
        foreach (ImportedSection section in outline.Sections)
        {
            found.InSection(section);
        }

        foreach (Exhibit exhibit in outline.Exhibits)
        {
            found.Inside(exhibit, exhibit.Label ?? "an exhibit");
        }

        foreach (Note note in notes)
        {
            found.InNote(note);
        }
    }

    private void InSection(ImportedSection section)
    {
        if (section.Paper is { } paper && paper.Label != section.Label)
        {
            losses.Lost(
                paper.Label is null ? "a heading without a number, which now has one" : "the look of a section's number, which an agreement counts 1., 2., 3.",
                $"in {Short($"{paper.Label} {section.Heading}".Trim())}, now {section.Label ?? "without a number"}");
        }

        bool isParagraphs = section.Paper is null && section.Clauses[0].IsNumbered;
        if (isParagraphs || section.Clauses[0].Paper.IsTrailing)
        {
            losses.Lost("the form of text without any heading, which now stands in a section", $"now under “{section.Heading}”");
        }

        if (section.Paper is null && !section.Clauses[0].Paper.Clause.Title.IsEmpty)
        {
            losses.Lost("a clause outside of sections, whose title is now the heading of a section of its own", $"in {Short(section.Clauses[0].Paper.Place)}");
        }

        foreach (ImportedClause clause in section.Clauses)
        {
            string? label = clause.Paper.Clause.Label;
            string? now = section.Paper is null && !isParagraphs && !clause.Paper.IsTrailing ? section.Label : clause.Label;
            if (label is not null && clause.Paper.Clause.Title.IsEmpty && !clause.IsNumbered)
            {
                losses.Lost($"the form of a numbered paragraph without a heading, which now has the heading “{Short(clause.Paper.Title)}”", $"in {label}");
            }

            if (label != now)
            {
                losses.Lost(
                    label is null ? "a clause without a number, which now has one" : "the look of a clause's number, which an agreement counts 1.1, 1.2, 1.3",
                    $"in {(clause.Paper.Place.Length == 0 ? "the text" : Short(clause.Paper.Place))}, now {now ?? "without a number"}");
            }

            if (clause.Paper.Clause.Blocks.IsEmpty)
            {
                losses.Lost("a heading or number without text, below which [ ] now stands", $"in {Short(clause.Paper.Place)}");
            }

            Inside(clause.Paper.Clause, clause.Paper.Place, section.Kind == SectionKind.Recitals);
        }
    }

    private void InNote(Note note)
    {
        string where = $"in note {note.Label}".TrimEnd();
        if (note.Blocks is not [Paragraph])
        {
            losses.Lost("the form of a note, whose paragraphs, lists and tables are now words in one line", where);
        }

        foreach (Block block in note.WithDescendants())
        {
            DeadReferences(block, where);
        }
    }

    private void Inside(Block part, string place, bool isLettered = false)
    {
        string where = $"in {(place.Length == 0 ? "the text" : Short(place))}";
        foreach (Block block in part.WithDescendants())
        {
            InBlock(block, where, isLettered);
        }
    }

    /// <param name="isLettered">Whether the agreement, too, letters the list A., B., C.</param>
    private void InBlock(Block block, string where, bool isLettered)
    {
        switch (block)
        {
            case ListItem { Label: { } label } when TypedLabel.ReadingOf(label).Shape is var shape && !(isLettered && shape == "A.") && shape is not ("(a)" or "(i)" or "(A)" or "(1)" or "(I)" or "?"):
                losses.Lost($"the look of list numbers such as {label}, which an agreement writes (a), (i), (A) by their depth", where);
                break;
            case Table { HeaderRows: > 1 }:
                losses.Lost("header rows of a table beyond the first, which are now rows", where);
                break;
            case TableCell { ColumnSpan: > 1 } or TableCell { RowSpan: > 1 }:
                losses.Lost("a cell that reaches over others, beside which empty ones now stand", where);
                break;
            case ListItem { Blocks: [Heading, ..] }:
                losses.Lost("a heading that begins a list item, which is now the item's first words", where);
                break;
            default:
                break;
        }

        if (block is TableCell { Blocks: not ([] or [Paragraph]) })
        {
            losses.Lost("the form of what a cell holds, whose paragraphs, lists and headings are now words in one line", where);
        }

        DeadReferences(block, where);
    }

    private void DeadReferences(Block block, string where)
    {
        foreach (Reference reference in block.OwnInlines().OfType<Reference>().Where(r => !ClauseMarkdown.IsLive(r, outline.Targets)))
        {
            losses.Lost("a live cross-reference, whose number is now typed", where);
        }
    }

    private static string Short(string words) => words.Length <= 60 ? words : words[..60] + "…";
}
