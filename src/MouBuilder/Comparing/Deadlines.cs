using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A time that is another.</summary>
/// <param name="OldAmount">How long it is: equal for times that are as long, however they are written.</param>
/// <param name="OldWords">Which of the words that were read say it.</param>
internal sealed record FoundDeadline(DeadlineChange Change, string? OldAmount, string? NewAmount, ImmutableArray<int> OldWords, ImmutableArray<int> NewWords);

/// <summary>The times that are others between two texts.</summary>
/// <param name="OldSettled">Which of the old words say a time of which it is known what became of it.</param>
internal sealed record Times(ImmutableArray<FoundDeadline> Changes, HashSet<int> OldSettled, HashSet<int> NewSettled);

/// <summary>Finds numbers of hours, days, weeks, months and years, and words that stand for one ("the same day", "within an hour"), and which of them changed. Reads English.</summary>
internal static class Deadlines
{
    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "semester", "semesters", "year", "years",
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
        "semiannually", "biannually", "biennially", "biweekly", "bimonthly", "semimonthly", "hourly",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "a.m", "p.m", "noon", "midnight",
        "dozen", "thousand", "million", "billion", "percent", "spring", "summer", "autumn", "winter",
        "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
    };

    // Of "every quarter" and "each month" the second word says how often.
    private static readonly FrozenSet<string> Rounds = WordSet.Of("hour day week month quarter semester term year");
    private static readonly FrozenSet<string> Each = WordSet.Of("each every per");

    // "The same day", "the next school day"; "within an hour", "twice a year", "once each month".
    private static readonly FrozenSet<string> Named = WordSet.Of("same next following");
    private static readonly FrozenSet<string> HowOften = WordSet.Of("once twice");
    private static readonly FrozenSet<string> BeforeOne = WordSet.Of("within for after in than least most once twice times");
    private static readonly FrozenSet<string> One = WordSet.Of("a an");
    private static readonly FrozenSet<string> Times = WordSet.Of("times");
    private static readonly FrozenSet<string> Several = WordSet.Of("several many few");

    // "Within the hour", "by the end of the school day", "in the second week", "this year".
    private static readonly FrozenSet<string> The = WordSet.Of("the");
    private static readonly FrozenSet<string> Of = WordSet.Of("of");
    private static readonly FrozenSet<string> Within = WordSet.Of("within");
    private static readonly FrozenSet<string> Edges = WordSet.Of("end beginning start close middle");
    private static readonly FrozenSet<string> Pointing = WordSet.Of("this last previous prior current coming first second third fourth fifth tenth");

    // What comes or goes with a time and says nothing without it.
    private static readonly FrozenSet<string> Leading = WordSet.Of("within in for after by at no not later more than least on of the");

    private static readonly Dictionary<string, string> Rhythm = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hourly"] = "per 1 hour", ["daily"] = "per 1 day", ["weekly"] = "per 1 week", ["monthly"] = "per 1 month", ["quarterly"] = "per 1 quarter",
        ["annually"] = "per 1 year", ["annual"] = "per 1 year", ["yearly"] = "per 1 year", ["semiannually"] = "per 2 year",
    };

    /// <summary>Whether a word says how often or names a month.</summary>
    public static bool IsRhythm(string word) => Rhythms.Contains(word) || word == "May";

    public static bool IsUnit(string word) => Units.Contains(word);

    /// <summary>Whether a word is a number, in digits or written out.</summary>
    public static bool IsNumber(string word) => word.Any(char.IsAsciiDigit) || Numbers.Contains(word);

    /// <summary>Whether a word says how long, or what days count: "business" of "two business days".</summary>
    public static bool IsOfTime(string word) => IsUnit(word) || Kinds.Contains(word) || word.Any(char.IsAsciiDigit);

    /// <param name="Amount">Equal for times that are as long, however they are written.</param>
    /// <param name="Unit">Where its last word stands among words of both texts; null where it was edited.</param>
    /// <param name="From">Where its words begin.</param>
    private sealed record Deadline(string Text, string Amount, bool IsEdited, ImmutableArray<int> Stretches, (int Stretch, int Offset)? Unit, int From, int To)
    {
        /// <summary>Whether it is told only where another time stands in its place: "each year" that came or went is told with the words around it.</summary>
        public bool IsPartOfWords { get; init; }

        public IEnumerable<int> Words => Enumerable.Range(From, To - From);
    }

    // As far as a text writes a number out and no unit of time has more of.
    private static readonly Dictionary<string, string> Digits =
        Enumerable.Range(0, 100).ToDictionary(i => NumberWords.Of(i)!, i => i.ToString(CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The times that are others, and for each side how long they are: equal for times that are as long, however they are written.</summary>
    public static Times Changed(List<MarkedWord> old, List<MarkedWord> now)
    {
        List<Deadline> inOld = [.. Find(old)];
        List<Deadline> inNew = [.. Find(now)];
        List<(Deadline? Old, Deadline? New)> pairs = [];
        List<Deadline> after = inNew.FindAll(d => d.IsEdited);
        foreach (Deadline deadline in inOld.Where(d => d.IsEdited))
        {
            Deadline? other = after.Find(d => d.Stretches.Intersect(deadline.Stretches).Any()) ?? inNew.Find(d => IsOneUnit(deadline, d));
            if (other is not null)
            {
                after.Remove(other);
            }

            pairs.Add((deadline, other));
        }

        // "two business days" that became "two days": the words of one of them were kept.
        pairs.AddRange(after.Select(d => (inOld.Find(o => !o.IsEdited && IsOneUnit(o, d)), (Deadline?)d)));
        pairs.RemoveAll(p => (p.Old is null || p.New is null) && (p.Old ?? p.New)!.IsPartOfWords);
        return new(
            [.. pairs.Where(p => p.Old?.Amount != p.New?.Amount).Select(p => new FoundDeadline(new(p.Old?.Text, p.New?.Text), p.Old?.Amount, p.New?.Amount, WithLead(old, p.Old, now), WithLead(now, p.New, old)))],
            [.. pairs.SelectMany(p => p.Old?.Words ?? [])],
            [.. pairs.SelectMany(p => p.New?.Words ?? [])]);
    }

    /// <summary>The words of a time, and those that came or went with it and only lead to it: "within" of "within an hour", unless other words stand in their place.</summary>
    private static ImmutableArray<int> WithLead(List<MarkedWord> words, Deadline? time, List<MarkedWord> others)
    {
        int from = time?.From ?? 0;
        while (time is { IsEdited: true } && from > 0 && words[from].IsEdited && !others.Exists(w => w.Stretch == words[from].Stretch) && words[from - 1].IsEdited && words[from - 1].Stretch == words[from].Stretch && words[from - 1].IsOneOf(Leading))
        {
            from--;
        }

        return time is null ? [] : [.. Enumerable.Range(from, time.To - from)];
    }

    /// <summary>Whether the "days" of both is one word that was kept.</summary>
    private static bool IsOneUnit(Deadline old, Deadline now) => old.Unit is { } unit && unit == now.Unit;

    /// <summary>Which of the words say how long or how often.</summary>
    public static HashSet<int> WordsOf(List<MarkedWord> words) => [.. Find(words).Where(d => !d.IsPartOfWords).SelectMany(d => d.Words)];

    private static IEnumerable<Deadline> Find(List<MarkedWord> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (IsUnit(words[i].Text) && At(words, i) is { } time)
            {
                yield return time;
            }
            else if (AmountOf(words[i].Text) is { } amount)
            {
                yield return new(words[i].Text, amount, words[i].IsEdited, [words[i].Stretch], MarkedWord.PlaceOf(words, i), i, i + 1) { IsPartOfWords = true };
            }
        }
    }

    /// <summary>The time that ends with a unit.</summary>
    private static Deadline? At(List<MarkedWord> words, int unit)
    {
        int from = unit;
        while (from > 0 && (Kinds.Contains(words[from - 1].Text) || words[from - 1].Text is "(" or ")" || IsCount(words[from - 1].Text)))
        {
            from--;
        }

        bool Is(int before, FrozenSet<string> any) => from >= before && words[from - before].IsOneOf(any);
        bool isCounted = words[from..unit].Exists(w => IsCount(w.Text));
        bool isEach = Is(1, Each);
        bool isOne = !isCounted && (Is(1, One) || isEach) && Is(2, BeforeOne);
        bool isNamed = !isCounted && Is(1, Named);
        bool isWithin = !isCounted && Is(1, The) && Is(2, Within);
        bool isRate = !isCounted && !isOne && (isEach || (Is(1, One) && from > 1 && IsAmount(words[from - 2].Text)));
        bool isPointed = !isCounted && Is(1, Pointing);
        bool isEdge = !isCounted && Is(1, The) && Is(2, Of) && Is(3, Edges);
        if (!isCounted && !isOne && !isNamed && !isWithin && !isRate && !isPointed && !isEdge)
        {
            return null;
        }

        from -= isEdge ? 3 : !isCounted || isEach ? 1 : 0;
        from -= (isNamed && Is(1, The)) || (isPointed && (Is(1, The) || Is(1, Each))) ? 1 : 0;
        from -= Is(1, HowOften) ? 1 : 0;
        from -= Is(1, Times) && from > 1 && (IsCount(words[from - 2].Text) || Is(2, Several)) ? 2 : 0;
        List<MarkedWord> found = words[from..(unit + 1)];
        string text = string.Join(' ', found.Select(w => w.Text)).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);
        bool isEdited = found.Where((w, j) => w.IsEdited && w.Text is not ("(" or ")") && (!IsCount(w.Text) || NumberAt(found, j) is not null)).Any();
        bool isRhythm = isEach || isRate || found[0].IsOneOf(HowOften) || found.Exists(w => w.IsOneOf(Times));
        return new(text, AmountOf(found, isRhythm, isOne), isEdited, [.. found.Where(w => w.IsEdited).Select(w => w.Stretch)], MarkedWord.PlaceOf(words, unit), from, unit + 1) { IsPartOfWords = isRate || isPointed || isEdge };
    }

    private static string AmountOf(List<MarkedWord> time, bool isRhythm, bool isOne)
    {
        IEnumerable<string> numbers = time.SkipLast(1).Select((w, i) => w.IsOneOf(HowOften) ? w.Is("once") ? "1" : "2" : w.IsOneOf(Named) || w.IsOneOf(Pointing) || w.IsOneOf(Several) || w.IsOneOf(Edges) || w.IsOneOf(The) ? w.Text.ToLowerInvariant() : NumberAt(time, i)).OfType<string>();
        string[] known = [.. numbers.Where(n => n != "the" || (time.Count > 1 && time[0].IsOneOf(The) && !time.Exists(w => w.IsOneOf(Named) || w.IsOneOf(Pointing))))];
        // "Every two weeks" is not "twice a week".
        bool isEvery = isRhythm && time.Exists(w => w.IsOneOf(Each)) && time.FindLastIndex(w => IsCount(w.Text)) > time.FindLastIndex(w => w.IsOneOf(Each));
        return string.Join(' ', [.. isEvery ? ["every"] : isRhythm ? (string[])["per"] : [], .. known.Length == 0 && (isRhythm || isOne) ? ["1"] : known, .. time.Where(w => Kinds.Contains(w.Text)).Select(w => w.Text.ToLowerInvariant()), time[^1].Text.ToLowerInvariant().TrimEnd('s')]);
    }

    /// <summary>How long or how often a single word says: "monthly", "same-day", "30-day"; null for others.</summary>
    private static string? AmountOf(string word) => Rhythm.GetValueOrDefault(word)
        ?? (word.LastIndexOf('-') is > 0 and var at && IsUnit(word[(at + 1)..]) && word[..at] is var count && (IsCount(count) || Named.Contains(count)) ? $"{InDigits(count)} {word[(at + 1)..].ToLowerInvariant().TrimEnd('s')}" : null);

    /// <summary>What "a year" may stand behind as a rate: "$250,000 a year", "forty hours a year".</summary>
    private static bool IsAmount(string word) => IsNumber(word) || IsUnit(word) || word.ToUpperInvariant() is "DOLLARS" or "PERCENT" or "TIMES";

    /// <summary>
    /// The number, or the word for how often, that a word is, in digits where they are known; null for other words and for a number that only says once more
    /// what stands before it: the (2) of "two (2) hours".
    /// </summary>
    public static string? NumberAt(List<MarkedWord> words, int at)
    {
        string word = words[at].Text;
        bool isRound = Rounds.Contains(word) && at > 0 && words[at - 1].IsOneOf(Each);
        if (!word.Any(char.IsAsciiDigit) && !Numbers.Contains(word) && !Rhythms.Contains(word) && word != "May" && !isRound)
        {
            return null;
        }

        string number = InDigits(word);
        bool isInBrackets = at >= 2 && words[at - 1].Text == "(" && at + 1 < words.Count && words[at + 1].Text == ")";
        return isInBrackets && IsWrittenOut(number, words, at - 2) ? null : number;
    }

    /// <summary>Whether the words that end here are the number, in digits or written out, and all of it: not the "eighty" of "one hundred eighty".</summary>
    private static bool IsWrittenOut(string number, List<MarkedWord> words, int end)
    {
        string[] written = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && NumberWords.Of(value) is { } inWords ? inWords.Split(' ') : [number];
        bool isOneWord = InDigits(words[end].Text) == number;
        int from = isOneWord ? end : end + 1 - written.Length;
        return from >= 0 && (isOneWord || written.Select((w, i) => words[from + i].Is(w)).All(isSame => isSame)) && (from == 0 || !Numbers.Contains(words[from - 1].Text));
    }

    private static string InDigits(string word) => Digits.GetValueOrDefault(word) ?? (word.All(c => char.IsAsciiDigit(c) || c == ',') ? word.Replace(",", "", StringComparison.Ordinal) : word.ToLowerInvariant());

    // "2018-2019 school years" is no time to do something in.
    private static bool IsCount(string word) => (word.Length <= 3 && word.All(char.IsAsciiDigit)) || Numbers.Contains(word);
}
