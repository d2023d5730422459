using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>A word of one side, and whether it belongs to an edit.</summary>
/// <param name="Stretch">The stretch of the comparison it stands in: words of the two sides with one stretch stand for one another.</param>
internal readonly record struct MarkedWord(string Text, bool IsEdited, int Stretch)
{
    public bool EndsSentence => Text is "." or ";" or ":" or "?" or "!";

    public bool IsPunctuation
    {
        get
        {
            foreach (char c in Text)
            {
                if (char.IsLetterOrDigit(c))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public bool Is(string word) => string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Finds who shall or may do something, and which of that changed. Reads English.</summary>
internal static class Duties
{
    private const int LongestActor = 8;
    private const int LongestAct = 7;

    private sealed record Duty(string Actor, string Modal, string Act, int Stretch);

    public static IEnumerable<DutyChange> Changed(List<MarkedWord> old, List<MarkedWord> now)
    {
        List<Duty> before = [.. Edited(old)];
        List<Duty> after = [.. Edited(now)];
        foreach (Duty duty in before)
        {
            Duty? other = after.Find(d => d.Stretch == duty.Stretch);
            if (other is not null)
            {
                after.Remove(other);
            }

            yield return new(duty.Actor, duty.Modal, other?.Actor, other?.Modal) { OldAct = duty.Act, NewAct = other?.Act ?? "" };
        }

        foreach (Duty duty in after)
        {
            yield return new(null, null, duty.Actor, duty.Modal) { NewAct = duty.Act };
        }
    }

    private static IEnumerable<Duty> Edited(List<MarkedWord> words)
    {
        int sentence = 0;
        (int From, int To) actor = default;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].EndsSentence)
            {
                sentence = i + 1;
                actor = default;
            }
            else if (words[i].Is("shall") || (words[i].Is("may") && !IsMonth(words, i, sentence)) || words[i].Is("must"))
            {
                bool isNot = i + 1 < words.Count && words[i + 1].Is("not");
                (int from, int to) = ActorBefore(words, sentence, i);
                actor = to > from ? (from, to) : actor;
                if (words[i].IsEdited || (isNot && words[i + 1].IsEdited) || words.FindIndex(from, to - from, w => w.IsEdited) >= 0)
                {
                    int stretch = isNot && !words[i].IsEdited ? words[i + 1].Stretch : words[i].Stretch;
                    yield return new(Said(words[actor.From..actor.To]), words[i].Text.ToLowerInvariant() + (isNot ? " not" : ""), ActAfter(words, i + (isNot ? 2 : 1)), stretch);
                }

                sentence = i + (isNot ? 2 : 1);
            }
        }
    }

    /// <summary>"The first of May may be a holiday": a capital within a sentence.</summary>
    private static bool IsMonth(List<MarkedWord> words, int at, int sentence) => at > sentence && words[at].Text == "May";

    /// <summary>The first words of what is to be done, as far as the next comma or verb of duty.</summary>
    private static string ActAfter(List<MarkedWord> words, int from)
    {
        int to = from;
        while (to < words.Count && to - from < LongestAct && !words[to].IsPunctuation && !words[to].Is("shall") && !words[to].Is("may") && !words[to].Is("must"))
        {
            to++;
        }

        bool isCut = to < words.Count && !words[to].IsPunctuation;
        return Said(words[from..to]) + (isCut && to > from ? " …" : "");
    }

    private static string Said(List<MarkedWord> words) =>
        string.Join(' ', words.Select(w => w.Text)).Replace(" '", "'", StringComparison.Ordinal).Replace(" ’", "’", StringComparison.Ordinal);

    /// <summary>The words between the last comma and the modal; of "An Officer who takes a Student from a School" the first two.</summary>
    private static (int From, int To) ActorBefore(List<MarkedWord> words, int sentence, int modal)
    {
        int from = modal;
        while (from > sentence && !words[from - 1].IsPunctuation)
        {
            from--;
        }

        while (from < modal && (words[from].Is("and") || words[from].Is("or") || words[from].Is("but") || words[from].Is("then") || words[from].Is("that")))
        {
            from++;
        }

        int relative = words.FindIndex(from, modal - from, w => w.Is("who") || w.Is("that") || w.Is("which"));
        int to = relative > from ? relative : modal;
        int joined = words.FindLastIndex(Math.Max(from, to - 1), Math.Max(0, to - from), w => w.Is("and"));
        from = to - from > LongestActor && joined > from ? joined + 1 : from;
        return (Math.Max(from, to - LongestActor), to);
    }
}

/// <summary>Finds numbers of hours, days, weeks, months and years, and which of them changed. Reads English.</summary>
internal static class Deadlines
{
    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
    };

    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase) { "calendar", "business", "school", "working", "full", "consecutive" };

    private static readonly HashSet<string> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty", "thirty", "forty", "forty-five", "forty-eight", "fifty", "sixty", "seventy", "seventy-two", "eighty", "ninety", "hundred", "twenty-four", "thirty-six",
    };

    private static readonly HashSet<string> Rhythms = new(StringComparer.OrdinalIgnoreCase)
    {
        "daily", "weekly", "monthly", "quarterly", "annually", "annual", "yearly", "once", "twice", "first", "second", "third", "fourth", "fifth", "tenth", "fifteenth", "twentieth", "thirtieth", "immediately", "promptly",
    };

    /// <summary>Whether a word counts something, or says how often or when.</summary>
    public static bool IsNumberOrRhythm(string word) => Numbers.Contains(word) || Rhythms.Contains(word);

    private sealed record Deadline(string Text, bool IsEdited, ImmutableArray<int> Stretches);

    public static IEnumerable<DeadlineChange> Changed(List<MarkedWord> old, List<MarkedWord> now)
    {
        List<Deadline> before = [.. Find(old).Where(d => d.IsEdited)];
        List<Deadline> after = [.. Find(now).Where(d => d.IsEdited)];
        foreach (Deadline deadline in before)
        {
            Deadline? other = after.Find(d => d.Stretches.Intersect(deadline.Stretches).Any());
            if (other is not null)
            {
                after.Remove(other);
            }

            yield return new(deadline.Text, other?.Text);
        }

        foreach (Deadline deadline in after)
        {
            yield return new(null, deadline.Text);
        }
    }

    private static IEnumerable<Deadline> Find(List<MarkedWord> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            int from = i;
            if (!Units.Contains(words[i].Text))
            {
                continue;
            }

            while (from > 0 && (Kinds.Contains(words[from - 1].Text) || words[from - 1].Text is "(" or ")" || IsNumber(words[from - 1].Text)))
            {
                from--;
            }

            if (words[from..i].Exists(w => IsNumber(w.Text)))
            {
                List<MarkedWord> found = words[from..(i + 1)];
                string text = string.Join(' ', found.Select(w => w.Text)).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);
                yield return new(text, found.Exists(w => w.IsEdited), [.. found.Where(w => w.IsEdited).Select(w => w.Stretch)]);
            }
        }
    }

    // "2018-2019 school years" is no time to do something in.
    private static bool IsNumber(string word) => (word.Length <= 3 && word.All(char.IsAsciiDigit)) || Numbers.Contains(word);
}
