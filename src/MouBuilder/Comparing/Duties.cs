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
