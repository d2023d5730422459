using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Word;

namespace MouBuilder.Comparing;

/// <summary>
/// Settles which rows of a table stand on both sides. Word tracks rows, but not what a row says of a cell that reaches over several: whether the cell begins there or comes
/// down from above. A row in which that became another is removed and added, together with the rows tied to it by such cells and with no others.
/// The paragraph of a cell stays that paragraph, whatever its words are: the cell says of what they speak.
/// </summary>
internal static class TableChanges
{
    /// <summary>The same changes, in which every row of both sides can be one row on a page.</summary>
    public static ImmutableArray<BlockChange> Settled(ImmutableArray<BlockChange> changes)
    {
        ImmutableArray<BlockChange>.Builder? settled = null;
        for (int i = 0; i < changes.Length; i++)
        {
            ImmutableArray<BlockChange> one = Settled(changes[i]);
            if (settled is null && !(one is [var only] && ReferenceEquals(only, changes[i])))
            {
                settled = ImmutableArray.CreateBuilder<BlockChange>();
                settled.AddRange(changes.AsSpan(0, i));
            }

            settled?.AddRange(one);
        }

        return settled?.ToImmutable() ?? changes;
    }

    /// <summary>Over how many rows each cell of a table reaches, row by row, where the rows of both sides stand in one table.</summary>
    public static int[][] Reaches(BlockChange table)
    {
        Row[] rows = Placed(table.Blocks, (Table)table.Old!, (Table)table.New!);
        return [.. rows.Select((row, i) => row.Slots.Where(s => s.Cell is not null)
            .Select(s => 1 + rows.Skip(i + 1).TakeWhile(r => r.Slots.Any(b => b.Merge == GridMerge.Continue && (b.Column, b.Span) == (s.Column, s.Span))).Count()).ToArray())];
    }

    private static ImmutableArray<BlockChange> Settled(BlockChange change)
    {
        if (change.Blocks.IsEmpty)
        {
            return [change];
        }

        ImmutableArray<BlockChange> inside = change is { Old: TableCell, Blocks: [{ Old: Paragraph before, New: null }, { Old: null, New: Paragraph after }] } && before.Role == after.Role && !Blanks.IsBlank(before) && !Blanks.IsBlank(after)
            ? [new(BlockChangeKind.Changed, before, after, [new(WordChangeKind.Replaced, before.Content, after.Content)], [])]
            : Settled(change.Blocks);
        if (change is { Old: Table old, New: Table now })
        {
            if (TableGrid.WidthOf(old) != TableGrid.WidthOf(now))
            {
                return [BlockChange.Removed(old), BlockChange.Added(now)];
            }

            inside = Rows(inside, old, now);
        }

        return inside == change.Blocks ? [change]
            : [change with { Kind = inside.All(b => b.Kind == BlockChangeKind.Same) ? change.Kind : BlockChangeKind.Changed, Blocks = inside }];
    }

    /// <summary>A row of either side or of both.</summary>
    /// <param name="Slots">As a page that shows both texts has them.</param>
    /// <param name="Fits">Whether it can stand there for both.</param>
    private sealed record Row(BlockChange Change, ImmutableArray<GridSlot> Slots, bool Fits, bool GoesOnInOld, bool GoesOnInNew);

    private static ImmutableArray<BlockChange> Rows(ImmutableArray<BlockChange> changes, Table old, Table now)
    {
        if (changes.All(c => c is { Old: not null, New: not null }) && !old.Rows.Concat(now.Rows).SelectMany(r => r.Cells).Any(c => c.RowSpan > 1))
        {
            return changes;
        }

        Row[] rows = Reaching(Placed(changes, old, now));
        bool[] isTied = Tied(rows);
        bool isKept = rows.Select(r => r.Change).SequenceEqual(changes, ReferenceEqualityComparer.Instance);
        var settled = ImmutableArray.CreateBuilder<BlockChange>(rows.Length);
        for (int from = 0, to; from < rows.Length; from = to)
        {
            for (to = from + 1; to < rows.Length && isTied[to];)
            {
                to++;
            }

            Row[] tied = rows[from..to];
            if (tied.All(r => r.Fits) && tied.Zip(tied.Skip(1)).All(p => Reach(p.First.Slots, p.Second.Slots)))
            {
                settled.AddRange(tied.Select(r => r.Change));
            }
            else
            {
                isKept = false;
                settled.AddRange(tied.Select(r => r.Change.Old).OfType<Block>().Select(BlockChange.Removed));
                settled.AddRange(tied.Select(r => r.Change.New).OfType<Block>().Select(BlockChange.Added));
            }
        }

        return isKept ? changes : settled.ToImmutable();
    }

    /// <summary>The rows in an order in which those that stand under a cell of a kept row come next to it; rows of one text keep theirs.</summary>
    private static Row[] Reaching(Row[] rows)
    {
        List<Row> ordered = [];
        List<Row> later = [];
        (bool inOld, bool inNew) = (true, true);
        foreach (Row row in rows)
        {
            bool isBoth = row.Change is { Old: not null, New: not null };
            if (isBoth)
            {
                ordered.AddRange(later);
                later.Clear();
            }

            inOld = isBoth || (inOld && (row.Change.Old is null || row.GoesOnInOld));
            inNew = isBoth || (inNew && (row.Change.New is null || row.GoesOnInNew));
            bool isUnder = row.Change.Old is null ? inNew : inOld;
            (isBoth || isUnder ? ordered : later).Add(row);
        }

        return [.. ordered, .. later];
    }

    private static Row[] Placed(ImmutableArray<BlockChange> changes, Table old, Table now)
    {
        ImmutableArray<ImmutableArray<GridSlot>> inOld = TableGrid.Place(old);
        ImmutableArray<ImmutableArray<GridSlot>> inNew = TableGrid.Place(now);
        Row[] rows = new Row[changes.Length];
        int atOld = 0;
        int atNew = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ImmutableArray<GridSlot> before = changes[i].Old is null ? [] : inOld[atOld];
            ImmutableArray<GridSlot> after = changes[i].New is null ? [] : inNew[atNew];
            bool isBoth = changes[i] is { Old: not null, New: not null };
            bool fits = !isBoth || (IsOneLayout(before, after));
            ImmutableArray<GridSlot> slots = isBoth && fits ? [.. after.Zip(before, (n, o) => n with { Merge = TableGrid.Both(n.Merge, o.Merge) })] : after.IsEmpty ? before : after;
            rows[i] = new(changes[i], slots, fits, GoesOn(before), GoesOn(after));
            atOld += changes[i].Old is null ? 0 : 1;
            atNew += changes[i].New is null ? 0 : 1;
        }

        return rows;
    }

    private static bool GoesOn(ImmutableArray<GridSlot> row) => row.Any(s => s.Merge == GridMerge.Continue);

    private static bool IsOneLayout(ImmutableArray<GridSlot> old, ImmutableArray<GridSlot> now) =>
        old.Length == now.Length && old.Zip(now).All(p => (p.First.Column, p.First.Span) == (p.Second.Column, p.Second.Span) && (p.First.Merge == GridMerge.Continue) == (p.Second.Merge == GridMerge.Continue));

    /// <summary>Whether, in either text, a cell from above each row reaches over it or over the next row of that text.</summary>
    private static bool[] Tied(Row[] rows)
    {
        bool[] tied = new bool[rows.Length];
        bool inOld = false;
        bool inNew = false;
        for (int i = rows.Length - 1; i >= 0; i--)
        {
            inOld = rows[i].Change.Old is null ? inOld : rows[i].GoesOnInOld;
            inNew = rows[i].Change.New is null ? inNew : rows[i].GoesOnInNew;
            tied[i] = inOld || inNew;
        }

        return tied;
    }

    /// <summary>Whether each cell that comes down from above does so through the row before, too.</summary>
    private static bool Reach(ImmutableArray<GridSlot> above, ImmutableArray<GridSlot> below) =>
        below.All(s => s.Merge != GridMerge.Continue || above.Any(a => (a.Column, a.Span) == (s.Column, s.Span) && a.Merge != GridMerge.None));
}
