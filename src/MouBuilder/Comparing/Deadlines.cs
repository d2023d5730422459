using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A time that is another.</summary>
/// <param name="OldAmount">How long it is: equal for times that are as long, however they are written.</param>
/// <param name="OldWords">Which of the words that were read say it.</param>
internal sealed record FoundDeadline(DeadlineChange Change, string? OldAmount, string? NewAmount, ImmutableArray<int> OldWords, ImmutableArray<int> NewWords);

/// <summary>Finds numbers of hours, days, weeks, months and years, and words that stand for one ("the same day", "within an hour"), and which of them changed. Reads English.</summary>
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
        "semiannually", "biannually", "biennially", "biweekly", "bimonthly", "semimonthly", "hourly",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "a.m", "p.m", "noon", "midnight",
        "dozen", "thousand", "million", "billion", "percent", "spring", "summer", "autumn", "winter",
        "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
    };

    // Of "every quarter" and "each month" the second word says how often.
    private static readonly ImmutableHashSet<string> Rounds = WordSet.Of("hour day week month quarter semester term year");
    private static readonly ImmutableHashSet<string> Each = WordSet.Of("each every per");

    // "The same day", "the next school day"; "within an hour", "twice a year", "once each month".
    private static readonly ImmutableHashSet<string> Named = WordSet.Of("same next following");
    private static readonly ImmutableHashSet<string> HowOften = WordSet.Of("once twice");
    private static readonly ImmutableHashSet<string> BeforeOne = WordSet.Of("within for after in than least most once twice times");

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
        public IEnumerable<int> Words => Enumerable.Range(From, To - From);
    }

    // As far as a text writes a number out and no unit of time has more of.
    private static readonly Dictionary<string, string> Digits =
        Enumerable.Range(0, 100).ToDictionary(i => NumberWords.Of(i)!, i => i.ToString(CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The times that are others, and for each side how long they are: equal for times that are as long, however they are written.</summary>
    public static IEnumerable<FoundDeadline> Changed(List<MarkedWord> old, List<MarkedWord> now)
    {
        List<Deadline> inOld = [.. Find(old)];
        List<Deadline> inNew = [.. Find(now)];
        List<Deadline> before = inOld.FindAll(d => d.IsEdited);
        List<Deadline> after = inNew.FindAll(d => d.IsEdited);
        foreach (Deadline deadline in before)
        {
            Deadline? other = after.Find(d => d.Stretches.Intersect(deadline.Stretches).Any()) ?? inNew.Find(d => IsOneUnit(deadline, d));
            if (other is not null)
            {
                after.Remove(other);
            }

            if (other?.Amount != deadline.Amount)
            {
                yield return new(new(deadline.Text, other?.Text), deadline.Amount, other?.Amount, [.. deadline.Words], [.. other?.Words ?? []]);
            }
        }

        foreach (Deadline deadline in after)
        {
            // "two business days" that became "two days": the words of one of them were kept.
            Deadline? other = inOld.Find(d => !d.IsEdited && IsOneUnit(d, deadline));
            if (other?.Amount != deadline.Amount)
            {
                yield return new(new(other?.Text, deadline.Text), other?.Amount, deadline.Amount, [.. other?.Words ?? []], [.. deadline.Words]);
            }
        }
    }

    /// <summary>Whether the "days" of both is one word that was kept.</summary>
    private static bool IsOneUnit(Deadline old, Deadline now) => old.Unit is { } unit && unit == now.Unit;

    /// <summary>Which of the words say how long or how often.</summary>
    public static HashSet<int> WordsOf(List<MarkedWord> words) => [.. Find(words).SelectMany(d => d.Words)];

    private static IEnumerable<Deadline> Find(List<MarkedWord> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            int from = i;
            if (!IsUnit(words[i].Text))
            {
                continue;
            }

            while (from > 0 && (Kinds.Contains(words[from - 1].Text) || words[from - 1].Text is "(" or ")" || IsCount(words[from - 1].Text)))
            {
                from--;
            }

            bool isCounted = words[from..i].Exists(w => IsCount(w.Text));
            bool isNamed = !isCounted && from > 0 && words[from - 1].IsOneOf(Named);
            bool isOne = !isCounted && from > 1 && (words[from - 1].Is("a") || words[from - 1].Is("an") || words[from - 1].IsOneOf(Each)) && words[from - 2].IsOneOf(BeforeOne);
            from -= isNamed || isOne || (isCounted && from > 0 && words[from - 1].IsOneOf(Each)) ? 1 : 0;
            from -= isNamed && from > 0 && words[from - 1].Is("the") ? 1 : 0;
            from -= from > 0 && words[from - 1].IsOneOf(HowOften) ? 1 : 0;
            from -= from > 1 && words[from - 1].Is("times") && IsCount(words[from - 2].Text) ? 2 : 0;
            if (isCounted || isNamed || isOne)
            {
                List<MarkedWord> found = words[from..(i + 1)];
                string text = string.Join(' ', found.Select(w => w.Text)).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);
                bool isEdited = found.Where((w, j) => w.IsEdited && w.Text is not ("(" or ")") && (!IsCount(w.Text) || NumberAt(found, j) is not null)).Any();
                yield return new(text, AmountOf(found, isOne), isEdited, [.. found.Where(w => w.IsEdited).Select(w => w.Stretch)], MarkedWord.PlaceOf(words, i), from, i + 1);
            }
        }
    }

    private static string AmountOf(List<MarkedWord> time, bool isOne)
    {
        IEnumerable<string> numbers = time.Select((w, i) => w.IsOneOf(Named) ? w.Text.ToLowerInvariant() : NumberAt(time, i)).OfType<string>();
        numbers = isOne ? numbers.Where(n => !Rounds.Contains(n)).Append("1") : numbers;
        return string.Join(' ', [.. numbers, .. time.Where(w => Kinds.Contains(w.Text)).Select(w => w.Text.ToLowerInvariant()), time[^1].Text.ToLowerInvariant().TrimEnd('s')]);
    }

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
