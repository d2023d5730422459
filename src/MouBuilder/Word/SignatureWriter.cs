using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Writes where a party signs: its names, then a table with one row per capacity. Everything but the last row is kept with what
/// follows, so that no page holds a signature without the party it binds. The names stand before the table, not in it: two tables
/// need a paragraph between them, and an empty one would be the alternative.
/// </summary>
internal sealed class SignatureWriter(StoryXml xml, BlockWriter blocks, Phrases phrases)
{
    private const int SignatureWidth = 6100;
    private const int DateWidth = Measures.TextWidth - SignatureWidth;

    public void Write(SignatureBlock block, Surroundings around)
    {
        bool signed = !block.Lines.IsEmpty;
        blocks.WriteText(new(StyleIds.SignatureParty) { KeepNext = signed || block.ActingThrough is not null }, block.Party, around);
        if (block.ActingThrough is { } through)
        {
            blocks.WriteText(new(StyleIds.SignatureThrough) { KeepNext = signed }, phrases.ActingThroughIts(through), around);
        }

        if (signed)
        {
            WriteTable(block, around);
        }
    }

    private void WriteTable(SignatureBlock block, Surroundings around)
    {
        blocks.BeforeTable(around);
        xml.BeginTable(TableXml.Begin(StyleIds.SignatureTable, [SignatureWidth, DateWidth], 0, hasHeader: false));
        for (int i = 0; i < block.Lines.Length; i++)
        {
            WriteLine(block.Lines[i], keepNext: i + 1 < block.Lines.Length, around);
        }

        xml.EndTable();
        blocks.AfterTable();
    }

    private void WriteLine(SignatureLine line, bool keepNext, Surroundings around)
    {
        xml.Markup(TableXml.BeginRow(TableXml.RowForm(header: false, height: 0), xml.OfRow(around.Revision, oldForm: null)));
        xml.Markup(TableXml.BeginCell(TableXml.CellForm(SignatureWidth, bottom: true)));
        blocks.WriteText(new(StyleIds.SignatureCapacity) { KeepNext = keepNext }, phrases.Capacities(line.Capacity), around);
        blocks.WriteText(new(StyleIds.SignatureLine) { KeepNext = keepNext }, line.Office, around);
        xml.EndContainer(around.Revision is { Kind: not RevisionKind.Kept });
        xml.Markup(TableXml.EndCell);
        xml.Markup(TableXml.BeginCell(TableXml.CellForm(DateWidth, bottom: true)));
        blocks.WriteText(new(StyleIds.SignatureLine) { KeepNext = keepNext }, phrases.Date, around);
        xml.Markup(TableXml.EndCell);
        xml.Markup(TableXml.EndRow);
    }
}
