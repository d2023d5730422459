namespace MouBuilder.Diagnostics;

/// <summary>Finds the name a person most likely meant.</summary>
internal static class Nearest
{
    /// <summary>A sentence <c> Did you mean "sources"?</c> with a leading blank, or nothing when no name is near.</summary>
    public static string Hint(string written, IEnumerable<string> known) =>
        To(written, known) is { } name ? $" Did you mean \"{name}\"?" : "";

    /// <summary>The known name at the smallest edit distance, if that is at most a third of its length.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is < 2 or > 64)
        {
            return null;
        }

        string[] names = [.. known];
        if (Array.Find(names, name => name.EndsWith("." + written, StringComparison.Ordinal)) is { } inGroup)
        {
            return inGroup;
        }

        return names
            .Where(name => name != written && Math.Abs(name.Length - written.Length) <= Most(written, name))
            .Take(Candidates)
            .Select(name => (name, distance: Distance(written, name)))
            .Where(c => c.distance <= Most(written, c.name))
            .OrderBy(c => c.distance).ThenBy(c => c.name, StringComparer.Ordinal)
            .Select(c => c.name)
            .FirstOrDefault();
    }

    /// <summary>More names than anybody could have meant are not looked through.</summary>
    private const int Candidates = 2_000;

    private static int Most(string a, string b) => Math.Max(1, Math.Max(a.Length, b.Length) / 3);

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
