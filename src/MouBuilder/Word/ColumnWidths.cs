using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Shares a table's width among its columns by what they hold: every column fits its longest word, and more words get more room.</summary>
internal static class ColumnWidths
{
    /// <summary>What a column takes at least; a table is never given less for all of them together, however deep it stands in another.</summary>
    public const int Least = 500;

    // One cell of many pages leaves room for the others all the same.
    private const int MostTimes = 4;

    public static ImmutableArray<int> Of(ImmutableArray<ImmutableArray<GridSlot>> rows, int columns, int width)
    {
        long[] least = new long[columns];
        long[] wanted = new long[columns];
        long[] heavy = new long[columns];
        Array.Fill(least, Least);
        foreach (GridSlot slot in rows.SelectMany(r => r).Where(s => s.Cell is not null))
        {
            Measure(slot, width, least, wanted, heavy);
        }

        return Share(least, wanted, heavy, width);
    }

    /// <summary>Columns of one width, since what people will write by hand is not known.</summary>
    public static ImmutableArray<int> Even(int columns, int width) => [.. Enumerable.Range(0, columns).Select(i => (width / columns) + (i < width % columns ? 1 : 0))];

    /// <param name="heavy">What a column wants if several cannot have all they want: more for a cell whose words would fill many lines.</param>
    private static void Measure(GridSlot slot, int width, long[] least, long[] wanted, long[] heavy)
    {
        long all = 0;
        foreach (Block block in slot.Cell!.WithDescendants())
        {
            string text = PlainText.Of([.. block.OwnInlines().Where(i => i is not Link)]);
            all += TextMeasure.Width(text);
            int longestWord = text.Split(' ', '\n', '-').Max(TextMeasure.Width);
            for (int column = slot.Column; column < slot.Column + slot.Span; column++)
            {
                least[column] = Math.Max(least[column], (longestWord / slot.Span) + (2 * Measures.CellPadding));
                wanted[column] = Math.Max(wanted[column], Math.Min(width, TextMeasure.Width(text) + (2 * Measures.CellPadding)) / slot.Span);
                heavy[column] = Math.Max(heavy[column], Math.Max(wanted[column], all <= width ? 0 : Math.Min((long)Math.Sqrt((double)width * all), MostTimes * width) / slot.Span));
            }
        }
    }

    private static ImmutableArray<int> Share(long[] least, long[] wanted, long[] heavy, int width)
    {
        long[] share = least.Sum() >= width ? Scaled(least, width) : Settled(least, wanted, heavy, width) ?? Grown(least, heavy, width);
        share[^1] += width - share.Sum();
        return [.. share.Select(s => (int)s)];
    }

    private static long[] Scaled(long[] widths, long width)
    {
        long sum = widths.Sum();
        return [.. widths.Select(w => w * width / sum)];
    }

    /// <summary>Columns that want less than an even share get all they want, so that dates and figures stay on one line; the others share the rest. Null when the rest is too little.</summary>
    private static long[]? Settled(long[] least, long[] wanted, long[] heavy, long width)
    {
        long[] share = new long[least.Length];
        List<int> open = [.. Enumerable.Range(0, least.Length).OrderBy(i => wanted[i])];
        while (open.Count > 0 && Math.Max(wanted[open[0]], least[open[0]]) <= width / open.Count)
        {
            share[open[0]] = Math.Max(wanted[open[0]], least[open[0]]);
            width -= share[open[0]];
            open.RemoveAt(0);
        }

        if (open.Count == 0)
        {
            long sum = share.Sum();
            return [.. share.Select(s => s + (s * width / sum))];
        }

        if (open.Sum(i => least[i]) > width)
        {
            return null;
        }

        long[] rest = Grown([.. open.Select(i => least[i])], [.. open.Select(i => heavy[i])], width);
        for (int i = 0; i < open.Count; i++)
        {
            share[open[i]] = rest[i];
        }

        return share;
    }

    private static long[] Grown(long[] least, long[] wanted, long width)
    {
        long[] more = [.. least.Select((l, i) => Math.Max(wanted[i] - l, 0) + 1)];
        long room = width - least.Sum();
        long sum = more.Sum();
        return [.. least.Select((l, i) => l + (more[i] * room / sum))];
    }
}
