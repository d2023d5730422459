namespace MouBuilder.Comparing;

/// <summary>Finds which things kept their order when others moved: the heaviest subsequence that rises.</summary>
internal static class HeaviestOrder
{
    /// <summary>For each position, whether it belongs to the heaviest rising subsequence; among equals, the one found first.</summary>
    public static bool[] Of(int[] values, long[] weights)
    {
        int[] ranks = [.. values.Order()];
        // A Fenwick tree of the best chain that ends at or below a rank.
        (long Weight, int Last)[] best = new (long, int)[values.Length + 1];
        Array.Fill(best, (0, -1));
        int[] before = new int[values.Length];
        (long Weight, int Last) heaviest = (0, -1);
        for (int i = 0; i < values.Length; i++)
        {
            int rank = Array.BinarySearch(ranks, values[i]);
            (long Weight, int Last) chain = (0, -1);
            for (int r = rank; r > 0; r -= r & -r)
            {
                chain = best[r].Weight > chain.Weight ? best[r] : chain;
            }

            before[i] = chain.Last;
            (long Weight, int Last) longer = (chain.Weight + weights[i], i);
            for (int r = rank + 1; r < best.Length; r += r & -r)
            {
                best[r] = longer.Weight > best[r].Weight ? longer : best[r];
            }

            heaviest = longer.Weight > heaviest.Weight ? longer : heaviest;
        }

        bool[] isIn = new bool[values.Length];
        for (int i = heaviest.Last; i >= 0; i = before[i])
        {
            isIn[i] = true;
        }

        return isIn;
    }
}
