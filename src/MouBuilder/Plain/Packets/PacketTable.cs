using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Documents;

namespace MouBuilder.Plain.Packets;

/// <summary>A table of a packet that came back, its columns found by their headings, wherever they stand now.</summary>
/// <param name="Key">What the row "clause" says; empty where there is no such row.</param>
/// <param name="Language">The heading of the column to fill.</param>
/// <param name="Rows">What each row is, and its cell in that column.</param>
internal sealed record PacketTable(string Key, string Language, ImmutableArray<(string Label, TableCell Cell)> Rows)
{
    /// <summary>Null for a table that is no form: the glossary, the list at the end, one of another paper.</summary>
    public static PacketTable? Of(Table table)
    {
        string[] headings = [.. table.Rows[0].Cells.Select(c => PacketImport.TextOf(c).Trim())];
        int row = Array.IndexOf(headings, PacketKey.Row);
        int english = Array.IndexOf(headings, FamilyGate.NameOf(Locale.En));
        int other = Array.FindIndex(headings, h => h == FamilyGate.NameOf(Locale.Es) || h == FamilyGate.NameOf(Locale.Vi));
        if (row < 0 || english < 0 || other < 0)
        {
            return null;
        }

        (string Label, TableRow Row)[] rows = [.. table.Rows.Skip(1).Where(r => r.Cells.Length == headings.Length).Select(r => (PacketImport.TextOf(r.Cells[row]).Trim(), r))];
        string key = rows.Where(r => r.Label == PacketKey.Clause).Select(r => PacketImport.TextOf(r.Row.Cells[english]).Trim()).FirstOrDefault() ?? "";
        return new(key, headings[other], [.. rows.Where(r => r.Label != PacketKey.Clause).Select(r => (r.Label, r.Row.Cells[other]))]);
    }
}
