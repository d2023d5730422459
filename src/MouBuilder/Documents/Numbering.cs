using System.Collections.Immutable;
using System.Globalization;

namespace MouBuilder.Documents;

/// <summary>
/// Gives every section, clause, list item, exhibit, note and cross-reference its label. The Word writer makes the same labels live;
/// here they are computed, so that cached field results, Markdown and HTML agree with what Word will show.
/// </summary>
public static class Numbering
{
    /// <summary>The same document with all labels computed anew; a reference to an unknown target keeps no label.</summary>
    public static MouDocument Apply(MouDocument document)
    {
        LabelPass pass = new(document.Properties.AttachmentWord);
        ImmutableArray<Block> blocks = [.. document.Blocks.Select(pass.Label)];
        ImmutableArray<Note> notes = [.. document.Notes.Select((n, i) => n with
        {
            Label = (i + 1).ToString(CultureInfo.InvariantCulture),
            Blocks = [.. n.Blocks.Select(pass.Label)],
        })];
        InlineRewriter references = new(inline => inline is Reference r ? pass.Resolve(r) : inline);
        return references.Rewrite(document with { Blocks = blocks, Notes = notes });
    }

    private sealed class LabelPass(string attachmentWord)
    {
        private int sections;
        private int clauses;
        private int exhibits;
        private int listDepth;
        private bool numbered;

        // A number wants a word before it ("Section 4.2"); a heading or "Exhibit A" does not.
        private readonly Dictionary<string, (string Label, bool WantsWord)> targets = new(StringComparer.Ordinal);
        private string sectionHeading = "";

        public Reference Resolve(Reference reference) => targets.TryGetValue(reference.Target, out (string Label, bool WantsWord) target)
            ? reference with { Label = target.Label, Word = target.WantsWord ? reference.Word : "" }
            : reference with { Label = null };

        public Block Label(Block block) => block switch
        {
            Section s => LabelSection(s),
            Clause c => LabelClause(c),
            Exhibit e => LabelExhibit(e),
            ListBlock l => LabelList(l),
            Table t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(LabelCell)] })] },
            _ => block,
        };

        private TableCell LabelCell(TableCell cell)
        {
            // A list in a cell starts a count of its own, whatever list the table stands in.
            int outer = listDepth;
            listDepth = 0;
            TableCell labelled = cell with { Blocks = [.. cell.Blocks.Select(Label)] };
            listDepth = outer;
            return labelled;
        }

        private Section LabelSection(Section section)
        {
            numbered = section.Kind == SectionKind.Numbered;
            string? label = numbered ? Labels.Section(++sections) : null;
            clauses = 0;
            sectionHeading = PlainText.Of(section.Heading);
            targets[section.Id] = label is null ? (sectionHeading, false) : (label.TrimEnd('.'), true);
            return section with { Label = label, Blocks = [.. section.Blocks.Select(Label)] };
        }

        private Clause LabelClause(Clause clause)
        {
            string? label = numbered && !clause.Title.IsEmpty ? Labels.Clause(sections, ++clauses) : null;
            targets[clause.Id] = label is not null ? (label, true) : (clause.Title.IsEmpty ? sectionHeading : PlainText.Of(clause.Title), false);
            return clause with { Label = label, Blocks = [.. clause.Blocks.Select(Label)] };
        }

        private Exhibit LabelExhibit(Exhibit exhibit)
        {
            numbered = false;
            string label = Labels.Exhibit(attachmentWord, ++exhibits);
            sectionHeading = label;
            targets[exhibit.Id] = (label, false);
            return exhibit with { Label = label, Blocks = [.. exhibit.Blocks.Select(Label)] };
        }

        private ListBlock LabelList(ListBlock list)
        {
            int deeper = list.Kind == ListKind.Ordered ? 1 : 0;
            int depth = listDepth;
            listDepth += deeper;
            ListBlock labelled = list with
            {
                Items = [.. list.Items.Select((item, i) => item with
                {
                    Label = list.Kind switch
                    {
                        ListKind.Ordered => Labels.ListItem(depth, i + 1),
                        ListKind.Recitals => Labels.Recital(i + 1),
                        _ => null,
                    },
                    Blocks = [.. item.Blocks.Select(Label)],
                })],
            };
            listDepth -= deeper;
            return labelled;
        }
    }
}
