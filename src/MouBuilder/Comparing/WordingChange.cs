using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MouBuilder.Comparing;

/// <summary>A place where two wordings differ, each with a few of the words around it.</summary>
internal sealed partial record WordingChange(string Old, string New)
{
    private const int WordsAround = 4;

    /// <summary>The places in their order; those nearer to one another than the words around them are one.</summary>
    public static ImmutableArray<WordingChange> Between(string old, string now)
    {
        string[] before = [.. Word().Matches(old).Select(m => m.Value)];
        string[] after = [.. Word().Matches(now).Select(m => m.Value)];
        List<Run> joined = [];
        foreach (Run run in new Sequences(isMirrored: false).Runs(before, after).Where(r => !r.IsKept))
        {
            if (joined.Count > 0 && run.OldFrom - joined[^1].OldTo <= WordsAround)
            {
                joined[^1] = joined[^1] with { OldTo = run.OldTo, NewTo = run.NewTo };
            }
            else
            {
                joined.Add(run);
            }
        }

        return [.. joined.Select(r => new WordingChange(Around(before, r.OldFrom, r.OldTo), Around(after, r.NewFrom, r.NewTo)))];
    }

    private static string Around(string[] words, int from, int to)
    {
        int first = Math.Max(0, from - WordsAround);
        int last = Math.Min(words.Length, to + WordsAround);
        return $"{(first > 0 ? "… " : "")}{string.Join(' ', words[first..last])}{(last < words.Length ? " …" : "")}";
    }

    /// <summary>A piece of code of a template is one word, so that no half of it is shown.</summary>
    [GeneratedRegex(@"\{\{.*?\}\}\S*|\S+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Word();
}
