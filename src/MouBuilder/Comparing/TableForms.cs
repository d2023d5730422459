using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// Tables of both texts in another form: other header rows, columns that stand otherwise, rows with other room to write in. Programs drop the mark of a header row, and the words of the table
/// are the same ones all the same. Room to write in is the layout's, which an import does not keep: it is tracked, so that each side has its own, and told nowhere.
/// </summary>
internal static class TableForms
{
    /// <summary>Whether two blocks are tables in two forms.</summary>
    public static bool AreOther(Block? old, Block? now) => (old, now) is (Table before, Table after) && KeyOf(before) != KeyOf(after);

    /// <summary>Whether of a table among blocks another form is told.</summary>
    public static bool AreChanged(ImmutableArray<BlockChange> blocks) => blocks.SelectMany(b => b.WithDescendants()).Any(b => b is { Old: Table old, New: Table now } && Of(old, now).Any());

    /// <summary>Equal for tables of one form.</summary>
    public static string KeyOf(Table table) => string.Create(CultureInfo.InvariantCulture, $" {table.HeaderRows} {string.Join(',', table.Columns)} {table.RowHeight}");

    /// <summary>A phrase for each kind of difference, once.</summary>
    public static string[] Of(PartChange change)
    {
        IEnumerable<BlockChange> tables = change.Blocks.Concat(change.Notes).SelectMany(b => b.WithDescendants()).Where(b => b is { Old: Table, New: Table });
        return [.. tables.SelectMany(t => Of((Table)t.Old!, (Table)t.New!)).Distinct()];
    }

    private static IEnumerable<string> Of(Table old, Table now)
    {
        if (old.HeaderRows != now.HeaderRows)
        {
            yield return (old.HeaderRows, now.HeaderRows) switch
            {
                (0, _) => "the first row of a table is marked as its header in the newer text alone",
                (_, 0) => "the first row of a table is marked as its header in the older text alone",
                _ => $"a table with {ComparisonWords.Count(old.HeaderRows, "header row", "header rows")} has {now.HeaderRows.ToString(CultureInfo.InvariantCulture)}",
            };
        }

        if (!old.Columns.SequenceEqual(now.Columns))
        {
            yield return "a column of a table stands at another edge";
        }
    }
}
