using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Importing;

/// <summary>Lists what of a paper an agreement has no form for, so that its clauses are written otherwise than the paper has them.</summary>
internal static class ImportLosses
{
    public static void Find(ImmutableArray<PaperClause> clauses, MouDocument document, NotCarried losses)
    {
        foreach (PaperClause clause in clauses)
        {
            if (clause.Clause is { Label: { } label, Title.IsEmpty: true })
            {
                losses.Lost($"the form of a numbered paragraph without a heading, which now has the heading “{Short(clause.Title)}”, since an agreement numbers headings", $"in {label}");
            }

            foreach (Block block in clause.Clause.WithDescendants())
            {
                InBlock(block, clause.Place, losses);
            }
        }

        foreach (Exhibit exhibit in document.Blocks.OfType<Exhibit>())
        {
            foreach (Block block in exhibit.WithDescendants())
            {
                InBlock(block, exhibit.Label ?? "an exhibit", losses);
            }
        }
    }

    private static void InBlock(Block block, string place, NotCarried losses)
    {
        string where = $"in {(place.Length == 0 ? "the text" : Short(place))}";
        switch (block)
        {
            case ListItem { Label: { } label } when TypedLabel.ReadingOf(label).Shape is var shape && shape is not ("(a)" or "(i)" or "(A)" or "(1)" or "(I)" or "?"):
                losses.Lost($"the look of list numbers such as {label}, which an agreement writes (a), (i), (A) by their depth", where);
                break;
            case Table { HeaderRows: not 1 } table:
                losses.Lost(table.HeaderRows == 0 ? "a table without a header row, whose first row is now one" : "header rows of a table beyond the first, which are now rows", where);
                break;
            case TableCell { ColumnSpan: > 1 } or TableCell { RowSpan: > 1 }:
                losses.Lost("a cell that reaches over others, beside which empty ones now stand", where);
                break;
            default:
                break;
        }

        foreach (Reference reference in block.OwnInlines().OfType<Reference>())
        {
            losses.Lost("a live cross-reference, whose number is now typed", where);
        }
    }

    private static string Short(string words) => words.Length <= 60 ? words : words[..60] + "…";
}
