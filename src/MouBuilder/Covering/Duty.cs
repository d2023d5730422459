using System.Collections.Immutable;

namespace MouBuilder.Covering;

/// <summary>A modal verb in a sentence, with what stands before and after it. English.</summary>
/// <param name="IsPermission">May, and not shall.</param>
/// <param name="IsNegative">Shall not, may not, no officer shall.</param>
/// <param name="SubjectStart">The first word that may be the one who has the duty.</param>
/// <param name="Verb">The first word of the modal verb.</param>
/// <param name="ActStart">The first word behind it.</param>
/// <param name="End">One past the last word that belongs to it: the next modal verb, a semicolon, or the end.</param>
/// <param name="Softened">Where a word stands that leaves the duty to whoever has it (try, usually, if it sees fit, the Parties hope that); -1 when none does.</param>
internal sealed record Duty(bool IsPermission, bool IsNegative, int SubjectStart, int Verb, int ActStart, int End, int Softened)
{
    private static readonly (ImmutableArray<string> Words, bool IsPermission, bool IsNegative)[] Modals =
    [
        .. new[] { "shall", "must", "will" }.Select(m => (Row(m), false, false)),
        .. new[]
        {
            "agree to", "agrees to", "undertake to", "undertakes to", "commit to", "commits to", "is required to", "are required to", "is obliged to", "are obliged to", "has a duty to", "have a duty to",
        }.Select(m => (Row(m), false, false)),
        .. new[]
        {
            "is prohibited from", "are prohibited from", "is forbidden to", "are forbidden to", "is barred from", "are barred from", "is not to", "are not to", "is never to", "are never to", "is not allowed to", "are not allowed to",
            "is not permitted to", "are not permitted to", "cannot",
        }.Select(m => (Row(m), false, true)),
        .. new[] { "may", "is allowed to", "are allowed to", "is permitted to", "are permitted to", "is free to", "are free to" }.Select(m => (Row(m), true, false)),
        .. new[] { "is to", "are to" }.Select(m => (Row(m), false, false)),
    ];

    private static readonly string[] Nobody = ["no", "neither", "nobody", "none", "nothing", "never"];

    /// <summary>Verbs that turn a duty into its opposite.</summary>
    private static readonly string[] Undoing = ["fail", "refuse", "neglect", "omit", "refrain", "abstain", "decline", "avoid", "cease", "stop"];

    private static readonly string[] Prepositions = ["within", "in", "on", "at", "by", "before", "after", "until", "for", "during", "without"];

    private static readonly string[] Occasions = ["time", "case", "event", "circumstance", "circumstances", "way", "account"];

    /// <summary>The duties of a sentence, in their order.</summary>
    public static ImmutableArray<Duty> In(TextUnit unit)
    {
        ImmutableArray<string> words = unit.Tokens;
        List<(int At, int Length, bool IsPermission, bool IsNegative)> modals = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (ModalAt(words, i) is { } modal)
            {
                modals.Add((i, modal.Words.Length, modal.IsPermission, modal.IsNegative));
                i += modal.Words.Length - 1;
            }
        }

        int subject = 0;
        var duties = ImmutableArray.CreateBuilder<Duty>();
        for (int m = 0; m < modals.Count; m++)
        {
            (int at, int length, bool isPermission, bool isNegative) = modals[m];
            int previous = Math.Max(m == 0 ? 0 : modals[m - 1].At + modals[m - 1].Length, words.LastIndexOf(";", at) + 1);
            int end = words.IndexOf(";", at) is >= 0 and var stop ? stop : words.Length;

            bool isElliptical = m > 0 && (IsElliptical(words, previous, at) || IsRelative(words, modals[m - 1].At));
            subject = isElliptical ? subject : previous;
            int act = at + length;
            bool negative = isNegative ^ IsDenied(words, ref act) ^ (!isElliptical && HasNegativeSubject(words, subject, at));
            if (act < words.Length && Undoing.Contains(words[act]))
            {
                negative = !negative;
            }

            int until = m + 1 < modals.Count ? Math.Min(end, modals[m + 1].At) : end;
            duties.Add(new(isPermission, negative, subject, at, act, until, Softener.In(words, subject, at, act, until, negative)));
        }

        return duties.ToImmutable();
    }

    /// <summary>Whether the duty stands beside the others of its sentence, "and DPS may issue", and not inside one, "that the Student may".</summary>
    public bool IsBeside(ImmutableArray<string> words)
    {
        for (int i = Verb - 1; i >= Math.Max(0, Verb - 8); i--)
        {
            if (words[i] is "and" or "or" or "but" or ";")
            {
                return true;
            }

            if (words[i] is "that" or "who" or "which" or "whom" or "if" or "when" or "where" or "unless" or "because" or "whether" or "what" or "as" or "than")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"DPD shall name … and shall report", "… and within ten days shall report": the second duty has the subject of the first.</summary>
    private static bool IsElliptical(ImmutableArray<string> words, int previous, int at)
    {
        for (int i = at - 1; i >= Math.Max(previous, at - 6); i--)
        {
            if (words[i] is "and" or "or" or "but" or "then")
            {
                return i == at - 1 || Prepositions.Contains(words[i + 1]);
            }
        }

        return false;
    }

    /// <summary>"An Officer who may … shall": the verb before belongs to the subject.</summary>
    private static bool IsRelative(ImmutableArray<string> words, int before) => before > 0 && words[before - 1] is "who" or "which" or "that";

    private static (ImmutableArray<string> Words, bool IsPermission, bool IsNegative)? ModalAt(ImmutableArray<string> words, int at)
    {
        foreach (var modal in Modals)
        {
            bool fits = Phrase.IsAt(words, at, modal.Words);

            // The month, and the will of a person.
            bool isNoun = fits && modal.Words.Length == 1 && at + 1 < words.Length && ((words[at] == "may" && char.IsDigit(words[at + 1][0])) || (words[at] == "will" && words[at + 1] == "of"));
            if (fits && !isNoun)
            {
                return modal;
            }
        }

        return null;
    }

    /// <summary>Whether "not", "never" or "under no circumstances" stands behind the modal verb; "not only" denies nothing.</summary>
    private static bool IsDenied(ImmutableArray<string> words, ref int act)
    {
        if (act < words.Length && words[act] is "not" or "never")
        {
            act++;
            return act >= words.Length || words[act] is not "only";
        }

        for (int i = act; i < words.Length && i < act + 3; i++)
        {
            if (words[i] == "no" && i + 1 < words.Length && Occasions.Contains(words[i + 1]))
            {
                act = i + 2;
                return true;
            }
        }

        return false;
    }

    private static bool HasNegativeSubject(ImmutableArray<string> words, int subject, int verb)
    {
        while (subject < verb && words[subject] is "and" or "or" or "but" or "nor")
        {
            subject++;
        }

        // First in its sentence, or right before the verb: "nobody shall", "no officer shall", "no police officer shall".
        return subject < verb && (Nobody.Contains(words[subject]) || words[verb - 1] is "nobody" or "none" || Enumerable.Range(2, 2).Any(back => verb - back > subject && words[verb - back] == "no"));
    }

    private static ImmutableArray<string> Row(string words) => [.. words.Split(' ')];
}
