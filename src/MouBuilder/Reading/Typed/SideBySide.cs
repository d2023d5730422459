using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Typed;

/// <summary>Lines typed in columns, with blanks or tabs between them: a table, or running text beside other text.</summary>
/// <param name="First">The position of its first line.</param>
/// <param name="Last">The position of its last line.</param>
/// <param name="Rows">As many cells in each as there are columns.</param>
internal sealed record SideBySide(int First, int Last, IReadOnlyList<string[]> Rows)
{
    /// <summary>Between columns there are at least this many blanks in each line.</summary>
    private const int LeastGap = 3;

    /// <summary>More columns nobody types.</summary>
    private const int MostColumns = 30;

    /// <summary>And all lines leave at least this many blanks at one place.</summary>
    private const int LeastRiver = 2;

    /// <summary>Sentences of one column go on in its next line; what stands in a table does not.</summary>
    public bool IsProse
    {
        get
        {
            string[] first = [.. Rows.Select(r => r[0]).Where(c => c.Length > 0)];
            int goOn = first.Zip(first.Skip(1)).Count(p => char.IsLower(p.Second[0]) && p.First[^1] is not ('.' or ';' or ':'));
            return first.Length >= 3 && goOn * 2 >= first.Length - 1;
        }
    }

    public int Columns => Rows[0].Length;

    /// <param name="lines">With tabs only where they part columns.</param>
    public static IEnumerable<SideBySide> Find(IReadOnlyList<string> lines, IReadOnlySet<int> furniture)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (!furniture.Contains(i) && HasGap(lines[i]) && (Tabbed(lines, i, furniture) ?? Blanked(lines, i, furniture)) is { } found)
            {
                yield return found;
                i = found.Last;
            }
        }
    }

    /// <summary>Whether a line has words on both sides of a gap that is not the one behind a number or a bullet.</summary>
    public static bool HasGap(string line)
    {
        string text = line.Trim();
        text = text[(TypedLabel.Of(text)?.Length ?? 0)..];
        int from = text.Length > 1 && !char.IsLetterOrDigit(text[0]) && text[1] is ' ' or '\t' ? 1 + text[1..].Length - text[1..].TrimStart().Length : 0;
        return text.IndexOf('\t', from) >= 0 || text.IndexOf(new string(' ', LeastGap), from, StringComparison.Ordinal) >= 0;
    }

    private static SideBySide? Tabbed(IReadOnlyList<string> lines, int first, IReadOnlySet<int> furniture)
    {
        List<string[]> rows = [];
        int last = first;
        for (int i = first; i < lines.Count && lines[i].Trim().Contains('\t', StringComparison.Ordinal) && HasGap(lines[i]) && !furniture.Contains(i); i++)
        {
            string[] cells = [.. lines[i].Trim().Split('\t', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Trim())];
            if (rows.Count > 0 && cells.Length != rows[0].Length)
            {
                break;
            }

            rows.Add(cells);
            last = i;
        }

        return rows.Count < 2 || rows[0].Length > MostColumns ? null : new(first, last, rows);
    }

    private static SideBySide? Blanked(IReadOnlyList<string> lines, int first, IReadOnlySet<int> furniture)
    {
        List<int> rows = [];
        bool[] taken = [];
        int blanks = 0;
        for (int i = first; i < lines.Count && blanks <= 1; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                blanks++;
                continue;
            }

            bool[] with = Taken(taken, lines[i]);
            bool goesOn = blanks == 0 && rows.Count > 0 && lines[i].Length - lines[i].TrimStart().Length >= Rivers(taken)[0].End;
            if (furniture.Contains(i) || lines[i].Contains('\t', StringComparison.Ordinal) || (!HasGap(lines[i]) && !goesOn) || Rivers(with).Length == 0 || (rows.Count > 0 && Rivers(with).Length < Rivers(taken).Length - 1))
            {
                break;
            }

            rows.Add(i);
            (taken, blanks) = (with, 0);
        }

        if (rows.Count(r => HasGap(lines[r])) < 2)
        {
            return null;
        }

        (int Start, int End)[] rivers = Rivers(taken);
        if (rivers.Length >= MostColumns)
        {
            return null;
        }

        List<string[]> cells = [];
        foreach (int row in rows)
        {
            string[] own = [.. Enumerable.Range(0, rivers.Length + 1).Select(c => Slice(lines[row], c == 0 ? 0 : rivers[c - 1].End, c == rivers.Length ? int.MaxValue : rivers[c].Start))];
            if (own[0].Length == 0 && cells.Count > 0)
            {
                // What did not fit stands on a line below, under its column.
                cells[^1] = [.. cells[^1].Zip(own, (above, below) => $"{above} {below}".Trim())];
            }
            else
            {
                cells.Add(own);
            }
        }

        return cells.Count < 2 ? null : new(rows[0], rows[^1], cells);
    }

    private static string Slice(string line, int start, int end) => start >= line.Length ? "" : line[start..Math.Min(line.Length, end)].Trim();

    private static bool[] Taken(bool[] before, string line)
    {
        bool[] taken = new bool[Math.Max(before.Length, line.Length)];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = (i < before.Length && before[i]) || (i < line.Length && line[i] != ' ');
        }

        return taken;
    }

    /// <summary>The places between words that all lines leave free.</summary>
    private static (int Start, int End)[] Rivers(bool[] taken)
    {
        List<(int, int)> rivers = [];
        for (int i = Array.IndexOf(taken, true); i >= 0 && i < taken.Length;)
        {
            int start = Array.IndexOf(taken, false, i);
            int end = start < 0 ? -1 : Array.IndexOf(taken, true, start);
            if (end < 0)
            {
                break;
            }

            if (end - start >= LeastRiver)
            {
                rivers.Add((start, end));
            }

            i = end;
        }

        return [.. rivers];
    }
}
