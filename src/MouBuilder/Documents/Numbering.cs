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
        ImmutableArray<Block> blocks = pass.Label(document.Blocks);
        ImmutableArray<Note> notes = [.. document.Notes.Select((n, i) => n with
        {
            Label = (i + 1).ToString(CultureInfo.InvariantCulture),
            Blocks = pass.Label(n.Blocks),
        })];
        InlineRewriter references = new(inline => inline is Reference r ? pass.Resolve(r) : inline);
        return references.Rewrite(document with { Blocks = blocks, Notes = notes });
    }

    private sealed class LabelPass
    {
        private readonly string attachmentWord;
        private readonly Func<Block, Block> labelBlock;
        private readonly Func<TableRow, TableRow> labelRow;
        private readonly Func<TableCell, TableCell> labelCell;
        private int sections;
        private int clauses;
        private int exhibits;
        private int listDepth;
        private bool numbered;
        private bool countsWithSections;

        // A number wants a word before it ("Section 4.2"); a heading or "Exhibit A" does not.
        private readonly Dictionary<string, (string Label, bool WantsWord)> targets = new(StringComparer.Ordinal);
        private string sectionHeading = "";

        public LabelPass(string attachmentWord)
        {
            this.attachmentWord = attachmentWord;
            labelBlock = Label;
            labelRow = row => row.Cells.Mapped(labelCell!) is var cells && cells == row.Cells ? row : row with { Cells = cells };
            labelCell = Label;
        }

        public Reference Resolve(Reference reference) => targets.TryGetValue(reference.Target, out (string Label, bool WantsWord) target)
            ? reference with { Label = target.Label, Word = target.WantsWord ? reference.Word : "" }
            : reference with { Label = null };

        public ImmutableArray<Block> Label(ImmutableArray<Block> blocks) => blocks.Mapped(labelBlock);

        private Block Label(Block block) => block switch
        {
            Section s => Label(s),
            Clause c => Label(c),
            Exhibit e => Label(e),
            ListBlock l => Label(l),
            Table t => t.Rows.Mapped(labelRow) is var rows && rows == t.Rows ? t : t with { Rows = rows },
            _ => block,
        };

        private TableCell Label(TableCell cell)
        {
            // A list in a cell starts a count of its own, whatever list the table stands in.
            int outer = listDepth;
            listDepth = 0;
            ImmutableArray<Block> blocks = Label(cell.Blocks);
            listDepth = outer;
            return blocks == cell.Blocks ? cell : cell with { Blocks = blocks };
        }

        private Section Label(Section section)
        {
            numbered = section.Kind == SectionKind.Numbered;
            countsWithSections = section.Kind == SectionKind.Unnumbered;
            string? label = numbered ? Labels.Section(++sections) : null;
            clauses = 0;
            sectionHeading = PlainText.Of(section.Heading);
            targets[section.Id] = label is null ? (sectionHeading, false) : (label.TrimEnd('.'), true);
            return section with { Label = label, Blocks = Label(section.Blocks) };
        }

        private Clause Label(Clause clause)
        {
            // Where no section is numbered a paper counts its paragraphs 1., 2., 3. as others count their sections.
            string? label = numbered && (!clause.Title.IsEmpty || clause.IsNumberedParagraph) ? Labels.Clause(sections, ++clauses)
                : countsWithSections && clause is { IsNumberedParagraph: true, Title.IsEmpty: true } ? Labels.Section(++sections) : null;
            targets[clause.Id] = label is not null ? (label.TrimEnd('.'), true) : (clause.Title.IsEmpty ? sectionHeading : PlainText.Of(clause.Title), false);
            return clause with { Label = label, Blocks = Label(clause.Blocks) };
        }

        private Exhibit Label(Exhibit exhibit)
        {
            numbered = countsWithSections = false;
            string label = Labels.Exhibit(attachmentWord, ++exhibits);
            sectionHeading = label;
            targets[exhibit.Id] = (label, false);
            return exhibit with { Label = label, Blocks = Label(exhibit.Blocks) };
        }

        private ListBlock Label(ListBlock list)
        {
            int deeper = list.Kind == ListKind.Ordered ? 1 : 0;
            int depth = listDepth;
            listDepth += deeper;
            var items = ImmutableArray.CreateBuilder<ListItem>(list.Items.Length);
            for (int i = 0; i < list.Items.Length; i++)
            {
                ListItem item = list.Items[i];
                string? label = list.Kind switch
                {
                    ListKind.Ordered => Labels.ListItem(depth, i + 1),
                    ListKind.Recitals => Labels.Recital(i + 1),
                    _ => null,
                };
                items.Add(item with { Label = label, Blocks = Label(item.Blocks) });
            }

            listDepth -= deeper;
            return list with { Items = items.MoveToImmutable() };
        }
    }
}
