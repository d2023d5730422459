using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// Blocks of one text alone that a reader takes for one: a heading in the place of another, a table that has another column, an item of a list at another level. English, for the memo and the
/// Markdown.
/// </summary>
internal sealed class ReplacedBlocks
{
    private readonly List<string> lines = [];
    private readonly HashSet<BlockChange> told = new(ReferenceEqualityComparer.Instance);

    /// <summary>A phrase for each.</summary>
    public IEnumerable<string> Lines => lines;

    /// <summary>Whether an item of a list only stands at another level.</summary>
    public bool HasOtherLevel { get; private set; }

    /// <summary>Whether a block that came or went is told by the phrases.</summary>
    public bool Contains(BlockChange change) => told.Contains(change);

    public static ReplacedBlocks In(IEnumerable<BlockChange> changes)
    {
        ReplacedBlocks found = new();
        BlockChange[] all = [.. changes];
        found.Neighbours(all);
        found.Levels(all);
        return found;
    }

    private void Neighbours(IReadOnlyList<BlockChange> changes)
    {
        for (int i = 0; i < changes.Count; i++)
        {
            if (i + 1 < changes.Count && changes[i] is { Kind: BlockChangeKind.Removed, Old: { } old } && changes[i + 1] is { Kind: BlockChangeKind.Added, New: { } now } && Of(old, now) is { } line)
            {
                lines.Add(line);
                told.UnionWith([changes[i], changes[i + 1]]);
            }

            Neighbours(changes[i].Blocks);
        }
    }

    private static string? Of(Block old, Block now) => (old, now) switch
    {
        (Heading before, Heading after) => $"heading “{PlainText.Of(before.Content)}” is now “{PlainText.Of(after.Content)}”",
        (Table { HeaderRows: > 0, Rows: [var before, ..] }, Table { HeaderRows: > 0, Rows: [var after, ..] }) => Columns(Texts(before), Texts(after)),
        _ => null,
    };

    private static string[] Texts(TableRow row) => [.. row.Cells.Select(BlockText.Of)];

    private static string? Columns(string[] old, string[] now)
    {
        string[] gone = [.. old.Except(now, StringComparer.Ordinal)];
        string[] come = [.. now.Except(old, StringComparer.Ordinal)];
        bool isOneTable = old.Length != now.Length && old.Intersect(now, StringComparer.Ordinal).Count() >= Math.Min(old.Length, now.Length) && gone.Length + come.Length > 0;
        return !isOneTable ? null
            : string.Join(" and ", new[] { Named(come, "in the newer text alone"), Named(gone, "in the older text alone") }.OfType<string>()) + $" of the table that begins with the column “{now[0]}”";

        static string? Named(string[] columns, string where) => columns.Length == 0 ? null : $"{ComparisonWords.Count(columns.Length, "column", "columns")} {where} ({string.Join(", ", columns.Select(c => $"“{c}”"))})";
    }

    private void Levels(BlockChange[] changes)
    {
        List<(BlockChange Change, string Text, int Depth)> gone = [];
        List<(BlockChange Change, string Text, int Depth)> come = [];
        foreach (BlockChange change in changes)
        {
            Collect(change, 0, gone, come);
        }

        foreach ((BlockChange change, string text, int depth) in gone)
        {
            int at = come.FindIndex(c => c.Text == text && c.Depth != depth);
            if (at >= 0)
            {
                lines.Add($"list item at {(come[at].Depth > depth ? "a lower" : "a higher")} level: “{PlainText.FirstWords(text, 12)}”");
                told.UnionWith([change, come[at].Change]);
                come.RemoveAt(at);
                HasOtherLevel = true;
            }
        }
    }

    private static void Collect(BlockChange change, int depth, List<(BlockChange, string, int)> gone, List<(BlockChange, string, int)> come)
    {
        if (change.Kind is BlockChangeKind.Removed or BlockChangeKind.Added)
        {
            bool isGone = change.Kind == BlockChangeKind.Removed;
            foreach ((string text, int level) in ItemsOf((change.Old ?? change.New)!, depth))
            {
                (isGone ? gone : come).Add((change, text, level));
            }

            return;
        }

        foreach (BlockChange inside in change.Blocks)
        {
            Collect(inside, depth + (change.New is ListBlock ? 1 : 0), gone, come);
        }
    }

    private static IEnumerable<(string Text, int Depth)> ItemsOf(Block block, int depth) => block switch
    {
        ListItem item => item.Blocks.OfType<Paragraph>().Take(1).Select(p => (PlainText.Of(p.Content), depth)).Concat(item.Blocks.SelectMany(b => ItemsOf(b, depth))),
        ListBlock list => list.Items.SelectMany(i => ItemsOf(i, depth + 1)),
        _ => [],
    };
}
