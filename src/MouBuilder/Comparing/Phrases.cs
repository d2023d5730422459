namespace MouBuilder.Comparing;

/// <summary>Makes phrases of scattered edits, so that a reader sees one deletion and one insertion rather than confetti.</summary>
internal static class Phrases
{
    // Below this share of the shorter side's words a paragraph is another paragraph.
    private const double Rewritten = 0.4;

    // Words that carry no meaning of their own between two edits. Shall, may, must and not are never among them.
    private static readonly HashSet<string> StopWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "and", "or", "that", "this", "it", "its", "is", "are", "be", "been", "was", "were", "their", "them", "which", "who", "if",
    };

    private static readonly HashSet<string> Modals = new(StringComparer.OrdinalIgnoreCase) { "shall", "may", "must", "will", "should", "not" };

    public static List<Run> Of(List<Run> runs, Token[] old, Token[] now)
    {
        List<Run> phrases = runs;
        for (int before = int.MaxValue; phrases.Count < before;)
        {
            before = phrases.Count;
            phrases = WithoutIslands(phrases, old);
        }

        phrases = WithBrackets(phrases, old, now);
        int kept = phrases.Where(r => r.IsKept).Sum(r => Words(old, r.OldFrom, r.OldTo));
        int least = Math.Min(Words(old, 0, old.Length), Words(now, 0, now.Length));
        if (kept < Rewritten * least)
        {
            return [new(false, 0, old.Length - 1, 0, now.Length - 1), new(true, old.Length - 1, old.Length, now.Length - 1, now.Length)];
        }

        for (int i = 1; i + 1 < phrases.Count; i++)
        {
            Slide(phrases, i, old, now);
        }

        return phrases;
    }

    /// <summary>A bracket that is opened among replaced words on both sides is closed among them: "twelve (12)" becomes "six (6)".</summary>
    private static List<Run> WithBrackets(List<Run> runs, Token[] old, Token[] now)
    {
        List<Run> result = [];
        foreach (Run run in runs)
        {
            bool closes = run.IsKept && result.Count > 0 && old[run.OldFrom].Key == ")" && IsOpen(old.AsSpan(result[^1].OldFrom..result[^1].OldTo)) && IsOpen(now.AsSpan(result[^1].NewFrom..result[^1].NewTo));
            Run rest = closes ? run with { OldFrom = run.OldFrom + 1, NewFrom = run.NewFrom + 1 } : run;
            if (closes)
            {
                result[^1] = result[^1] with { OldTo = rest.OldFrom, NewTo = rest.NewFrom };
            }

            if (!run.IsKept && result.Count > 0 && !result[^1].IsKept)
            {
                result[^1] = result[^1] with { OldTo = run.OldTo, NewTo = run.NewTo }; // nothing stands between the bracket and the next edit
            }
            else if (rest.OldLength + rest.NewLength > 0)
            {
                result.Add(rest);
            }
        }

        return result;
    }

    private static bool IsOpen(ReadOnlySpan<Token> tokens)
    {
        int open = 0;
        foreach (Token token in tokens)
        {
            open += token.Key switch { "(" => 1, ")" => -1, _ => 0 };
        }

        return open > 0;
    }

    private static List<Run> WithoutIslands(List<Run> runs, Token[] old)
    {
        List<Run> result = [];
        for (int i = 0; i < runs.Count; i++)
        {
            Run run = runs[i];
            bool isIsland = run.IsKept && result.Count > 0 && i + 1 < runs.Count && IsWeak(old.AsSpan(run.OldFrom, run.OldLength), result[^1], runs[i + 1]);
            if (isIsland)
            {
                Run next = runs[++i];
                result[^1] = result[^1] with { OldTo = next.OldTo, NewTo = next.NewTo };
            }
            else
            {
                result.Add(run);
            }
        }

        return result;
    }

    /// <summary>Whether kept tokens between two edits are too little to be read as kept.</summary>
    private static bool IsWeak(ReadOnlySpan<Token> island, Run before, Run after)
    {
        int words = 0;
        bool isStop = true;
        foreach (Token token in island)
        {
            if (!token.IsText || Modals.Contains(token.Key))
            {
                return false;
            }

            words += token.IsWord ? 1 : 0;
            isStop &= !token.IsWord || StopWords.Contains(token.Key);
        }

        bool isBetweenLonger = words <= Most(before) && words <= Most(after);
        return words == 0 || (isStop && (words == 1 || isBetweenLonger)) || (words == 1 && isBetweenLonger && Most(before) + Most(after) > 2);
    }

    private static int Most(Run run) => Math.Max(run.OldLength, run.NewLength);

    private static int Words(Token[] tokens, int from, int to)
    {
        int words = 0;
        for (int i = from; i < to; i++)
        {
            words += tokens[i].IsWord ? 1 : 0;
        }

        return words;
    }

    /// <summary>Moves a pure insertion or deletion, where the words allow it, so that it begins where a sentence or a part of one does.</summary>
    private static void Slide(List<Run> runs, int at, Token[] old, Token[] now)
    {
        Run run = runs[at];
        if (run.IsKept || (run.OldLength > 0 && run.NewLength > 0))
        {
            return;
        }

        (Token[] tokens, int from, int to) = run.NewLength > 0 ? (now, run.NewFrom, run.NewTo) : (old, run.OldFrom, run.OldTo);
        int left = 0;
        while (left < runs[at - 1].OldLength - 1 && tokens[from - left - 1].Key == tokens[to - left - 1].Key)
        {
            left++;
        }

        int right = 0;
        while (right < runs[at + 1].OldLength - 1 && tokens[from + right].Key == tokens[to + right].Key)
        {
            right++;
        }

        int best = Enumerable.Range(-left, left + right + 1).OrderByDescending(shift => Opening(tokens, from + shift)).ThenBy(Math.Abs).ThenBy(shift => shift).First();
        if (best != 0)
        {
            runs[at - 1] = runs[at - 1] with { OldTo = runs[at - 1].OldTo + best, NewTo = runs[at - 1].NewTo + best };
            runs[at] = new(false, run.OldFrom + best, run.OldTo + best, run.NewFrom + best, run.NewTo + best);
            runs[at + 1] = runs[at + 1] with { OldFrom = runs[at + 1].OldFrom + best, NewFrom = runs[at + 1].NewFrom + best };
        }
    }

    private static int Opening(Token[] tokens, int at) => at == 0 ? 3 : tokens[at - 1].Key switch
    {
        "." or ";" or ":" => 3,
        "," => 2,
        _ => tokens[at].Key is "," or "and" or "or" ? 1 : 0,
    };
}
