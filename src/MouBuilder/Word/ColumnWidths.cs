using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Shares a table's width among its columns by what they hold: every column fits its longest word, and more words get more room.</summary>
internal static class ColumnWidths
{
    private const int LeastColumn = 500;

    public static ImmutableArray<int> Of(ImmutableArray<ImmutableArray<GridSlot>> rows, int columns, int width)
    {
        long[] least = new long[columns];
        long[] wanted = new long[columns];
        Array.Fill(least, LeastColumn);
        foreach (GridSlot slot in rows.SelectMany(r => r).Where(s => s.Cell is not null))
        {
            Measure(slot, width, least, wanted);
        }

        return Share(least, wanted, width);
    }

    private static void Measure(GridSlot slot, int width, long[] least, long[] wanted)
    {
        foreach (Block block in slot.Cell!.WithDescendants())
        {
            string text = PlainText.Of([.. block.OwnInlines().Where(i => i is not Link)]);
            int longestWord = text.Split(' ', '\n', '-').Max(TextMeasure.Width);
            for (int column = slot.Column; column < slot.Column + slot.Span; column++)
            {
                least[column] = Math.Max(least[column], (longestWord / slot.Span) + (2 * Measures.CellPadding));
                wanted[column] = Math.Max(wanted[column], Math.Min(width, TextMeasure.Width(text) + (2 * Measures.CellPadding)) / slot.Span);
            }
        }
    }

    private static ImmutableArray<int> Share(long[] least, long[] wanted, int width)
    {
        long[] share = Sum(least) >= width ? Scaled(least, width) : Grown(least, wanted, width);
        share[^1] += width - Sum(share);
        return [.. share.Select(s => (int)s)];
    }

    private static long[] Scaled(long[] widths, long width)
    {
        long sum = Sum(widths);
        return [.. widths.Select(w => w * width / sum)];
    }

    private static long[] Grown(long[] least, long[] wanted, int width)
    {
        long[] more = [.. least.Select((l, i) => Math.Max(wanted[i] - l, 0) + 1)];
        long room = width - Sum(least);
        long sum = Sum(more);
        return [.. least.Select((l, i) => l + (more[i] * room / sum))];
    }

    private static long Sum(long[] widths) => widths.Sum();
}
