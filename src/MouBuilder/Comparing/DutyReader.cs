using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace MouBuilder.Comparing;

/// <summary>
/// Finds who shall, must or may do something. Reads English, without a grammar: what stands in a relative or reported clause ("an Officer who may", "that a Student may")
/// is nobody's duty, and where it is in doubt to whom a modal belongs it is passed over. What is quoted stands in the text.
/// </summary>
internal sealed class DutyReader
{
    // Text without punctuation marks, as a bad scan gives it, has no sentences that anybody could tell apart; what is farther away is not looked at.
    private const int LongestClause = 200;
    private const int LongestSentence = 2_000;

    private const int LongestActor = 14;
    private const int LongestAct = 7;
    private const int ShortSubject = 5;
    private const int LongestLimit = 10;
    private const int MostLimits = 3;
    private const int LongestMember = 8;

    private static readonly FrozenSet<string> Joiners = WordSet.Of("and or but nor then");
    private static readonly FrozenSet<string> Adverbs = WordSet.Of("also then only first");

    // A clause of its own may begin with these; it then has a subject and a verb of its own.
    private static readonly FrozenSet<string> Openers =
        WordSet.Of("that which whom whose what how why where when whether if unless until because while as than before after although so");

    private static readonly FrozenSet<string> Relatives = WordSet.Of("who whom whose which that");

    // Without what these say, "shall make an Arrest" is the contrary of what is meant.
    private static readonly FrozenSet<string> Limits = WordSet.Of("only unless except excepting without until provided");
    private static readonly FrozenSet<string> Conditions = Limits.Append("if").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BeforeWill = WordSet.Of("at of the a free own good");

    private readonly List<MarkedWord> words;
    private readonly int start;
    private readonly HashSet<int> taken = [];

    // Of the sentence: the subject of its last duty, where the words after that duty's modal begin, and the last modal that belonged to another clause.
    private (int From, int To, int End) subject;
    private int behind;
    private int passedOver = -1;

    private DutyReader(List<MarkedWord> words, int start)
    {
        this.words = words;
        this.start = behind = start;
    }

    /// <param name="words">Read by <see cref="WithAbbreviations"/>.</param>
    public static IEnumerable<Duty> Read(List<MarkedWord> words)
    {
        DutyReader sentence = new(words, 0);
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].EndsSentence)
            {
                sentence = new(words, i + 1);
            }
            else if (words[i].IsModal && sentence.At(i) is { } duty)
            {
                yield return duty;
            }
        }
    }

    /// <summary>The point of "C.R.S. 19-2.5-203" ends no sentence.</summary>
    public static List<MarkedWord> WithAbbreviations(List<MarkedWord> text)
    {
        List<MarkedWord> words = [];
        for (int i = 0; i < text.Count; i++)
        {
            bool isPoint = text[i].Text == "." && i > 0 && i + 1 < text.Count && char.IsAsciiDigit(text[i + 1].Text[0]) && text[i - 1].Text.Contains('.', StringComparison.Ordinal);
            if (isPoint)
            {
                words[^1] = words[^1] with { Text = words[^1].Text + ".", HasBlankAfter = text[i].HasBlankAfter };
            }
            else
            {
                words.Add(text[i]);
            }
        }

        return words;
    }

    private Duty? At(int modal)
    {
        bool isNot = modal + 1 < words.Count && words[modal + 1].Is("not");
        int after = modal + (isNot ? 2 : 1);
        if (words[start].Is("whereas") || IsNoModal(modal) || SubjectOf(modal) is not { } found)
        {
            passedOver = modal;
            return null;
        }

        (int lead, subject, behind, passedOver) = (behind, found, after, -1);
        string actor = Shown(found.From, Math.Min(found.To, found.From + LongestActor));
        bool isWhole = found.To == modal && found.To - found.From <= LongestActor;
        actor += actor.Length > 0 && !isWhole ? " …" : "";
        string subjectText = Shown(found.From, found.End);
        bool isActEdited = IsVerbEdited(after);
        bool isEdited = isActEdited || words[modal].IsEdited || (isNot && words[modal + 1].IsEdited) || IsActorEdited(found.From, found.To);
        int stretch = isNot && !words[modal].IsEdited ? words[modal + 1].Stretch : words[modal].Stretch;
        bool isLimited = words.FindIndex(lead, Math.Max(0, found.From - lead), w => w.IsOneOf(Limits)) >= 0;
        List<int> quoted = [.. Enumerable.Range(found.From, Math.Min(found.To - found.From, LongestActor)), .. Enumerable.Range(modal, after - modal)];
        string act = isLimited ? "…" : Act(after, quoted);
        return new(actor, words[modal].Text.ToLowerInvariant() + (isNot ? " not" : ""), act, subjectText, stretch, isEdited) { Quoted = [.. quoted], Behind = after, IsActEdited = isActEdited, Sentence = (start, EndOf(modal)), Kept = MarkedWord.PlaceOf(words, modal) };
    }

    /// <summary>"Employed at will", "the will of the Parties", "knows or should know".</summary>
    private bool IsNoModal(int modal)
    {
        string before = modal > 0 ? words[modal - 1].Text : "";
        string after = modal + 1 < words.Count ? words[modal + 1].Text : "";
        return words[modal].Is("will") ? BeforeWill.Contains(before) || after == "of" : words[modal].Is("should") && after is "know" or "have";
    }

    /// <summary>What the first words behind the modal ask for: of "shall promptly call" the second. An adverb that came or went is told by its word.</summary>
    private bool IsVerbEdited(int from)
    {
        int verb = from;
        while (verb < words.Count && (words[verb].IsOneOf(Adverbs) || words[verb].Text.EndsWith("ly", StringComparison.OrdinalIgnoreCase)))
        {
            verb++;
        }

        return verb < words.Count && words[verb] is { IsEdited: true, IsPunctuation: false };
    }

    // "In April of each year the Parties": when is not who.
    private bool IsActorEdited(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (words[i].IsEdited && Deadlines.NumberAt(words, i) is null)
            {
                return true;
            }
        }

        return false;
    }

    private int EndOf(int at) => words.FindIndex(at, Math.Min(LongestSentence, words.Count - at), w => w.EndsSentence) is >= 0 and int end ? end : Math.Min(at + LongestSentence, words.Count);

    /// <summary>The words that name who is bound, and how far a list of them goes on; null where the modal is another clause's.</summary>
    private (int From, int To, int End)? SubjectOf(int modal)
    {
        int from = modal;
        while (from > behind && !words[from - 1].IsPunctuation)
        {
            from--;
            if (modal - from > LongestClause)
            {
                return null;
            }
        }

        if (IsOfAnotherClause(from, modal))
        {
            return null;
        }

        bool isFirst = behind == start;
        if (isFirst && from > start && (ListedSubject(from, modal) ?? FirstSubject(from, modal)) is { } first)
        {
            return first;
        }

        int known = Math.Max(from, passedOver + 1);
        int joiner = modal == known ? -1 : words.FindLastIndex(modal - 1, modal - known, w => w.IsOneOf(Joiners));
        if (joiner >= 0 && passedOver >= 0)
        {
            return null;
        }

        if (isFirst)
        {
            while (from < modal && words[from].IsOneOf(Joiners))
            {
                from++;
            }
        }
        else if (joiner >= from && (from == behind || joiner == from || joiner == modal - 1))
        {
            from = joiner + 1;
        }
        else if (from == behind)
        {
            return null; // "for what the law may ask": no word joins it to the duty before
        }

        if (from == modal)
        {
            return isFirst || joiner < 0 ? null : subject;
        }

        // "(30) days the Parties shall"
        int named = from > start && words[from - 1].Text == ")" ? words.FindIndex(from, modal - from, w => w.IsOneOf(Determiners) || char.IsUpper(w.Text[0])) : from;
        from = named < 0 ? from : named;
        int relative = words.FindIndex(from, modal - from, w => w.IsOneOf(Relatives));
        if (relative < 0 && words[modal - 1].IsOneOf(Joiners))
        {
            // "A Student of eighteen has the warnings and may ask": where the subject ends is not known, but its head is.
            relative = words.FindIndex(from, modal - from, w => w.IsOneOf(Prepositions));
        }

        bool isList = from > start && char.IsLower(words[from].Text[0]) && !words[from].IsOneOf(Determiners) && words.FindIndex(from, modal - from, w => w.Is("or") || w.Is("and")) >= 0;
        if (isList || (relative > from && words[from].IsOneOf(Prepositions)))
        {
            return null;
        }

        int to = relative > from ? relative : modal;
        return (from, to, to);
    }

    /// <summary>
    /// The subject where a comma stands between it and its modal: "An Officer, whether or not a Partner Officer, shall"; "A Party that owes a notice, a warning or a request shall";
    /// "A Student, a child, or an Officer shall not"; "No Officer, member of School Staff or volunteer shall".
    /// </summary>
    private (int From, int To, int End)? FirstSubject(int from, int modal)
    {
        int comma = words.FindIndex(start, modal - start, w => w.IsPunctuation);
        if (comma <= start || words[start].IsOneOf(Prepositions) || words[start].IsOneOf(Openers))
        {
            return null;
        }

        int relative = words.FindIndex(start, comma - start, w => w.IsOneOf(Relatives));
        bool isNone = Duty.IsDenied(Shown(start, comma)) && comma - start <= ShortSubject;
        bool isDetermined = words[start].IsOneOf(Determiners) || char.IsUpper(words[start].Text[0]);
        return isDetermined && (from == modal || relative > start || isNone || words[from].Is("or")) ? (start, relative > start ? relative : comma, modal) : null;
    }

    // What stands before the subject, and names nobody: "Each year, DPS and DPD shall".
    private static readonly FrozenSet<string> LeadIns = WordSet.Of(
        "absent barring notwithstanding despite following given prior pursuant subject consistent except throughout otherwise however therefore thereafter accordingly instead likewise furthermore moreover thus hence "
        + "meanwhile first second third finally afterwards here there now today");

    /// <summary>
    /// A subject that is a list: "Officers, School Staff and Safety Patrol Officers shall not"; "Within a day, the District, DPD, and each Principal shall". It begins the sentence, or stands
    /// behind what leads to it.
    /// </summary>
    private (int From, int To, int End)? ListedSubject(int from, int modal)
    {
        int joiner = words.FindIndex(from, modal - from, w => w.Is("and") || w.Is("or") || w.Is("nor"));
        if (joiner < 0 || joiner == modal - 1 || from <= start || !words[from - 1].Is(",") || (joiner > from && !Names(from)))
        {
            return null;
        }

        int first = from;
        while (first > start && words[first - 1].Is(","))
        {
            int member = first - 1;
            while (member > start && !words[member - 1].IsPunctuation)
            {
                member--;
            }

            bool isName = Names(member) && first - 1 - member is > 0 and <= LongestMember && words.FindIndex(member, first - 1 - member, w => w.IsOneOf(Joiners) || w.IsOneOf(Openers) || Deadlines.IsUnit(w.Text)) < 0;
            if (!isName)
            {
                // What led to the list is all there is before it.
                return first < from && member == start && !Names(member) ? Listed(first, modal) : null;
            }

            first = member;
        }

        return first < from && first == start ? Listed(first, modal) : null;
    }

    private (int From, int To, int End) Listed(int first, int modal)
    {
        int relative = words.FindIndex(first, modal - first, w => w.IsOneOf(Relatives));
        return (first, relative > first ? relative : modal, modal);
    }

    /// <summary>Whether the words that begin here may name somebody.</summary>
    private bool Names(int at) => (words[at].IsOneOf(Determiners) || char.IsUpper(words[at].Text[0]) || (at > start && char.IsLetter(words[at].Text[0])))
        && !words[at].IsOneOf(Prepositions) && !words[at].IsOneOf(Openers) && !words[at].IsOneOf(LeadIns) && !words[at].Text.EndsWith("ly", StringComparison.OrdinalIgnoreCase)
        && !(at + 1 < words.Count && words[at].IsOneOf(Determiners) && Deadlines.IsUnit(words[at + 1].Text));

    private static readonly FrozenSet<string> Prepositions =
        WordSet.Of("in on at by for with within under to from of once during against about upon beside besides and or but where when if");

    private static readonly FrozenSet<string> Determiners =
        WordSet.Of("a an the each every any no neither either such this these those its their his her both all it they he she nobody one");

    private bool IsOfAnotherClause(int from, int modal)
    {
        int last = modal - 1;
        while (last > from && words[last].IsOneOf(Adverbs))
        {
            last--;
        }

        if (last >= from && words[last].IsOneOf(Relatives))
        {
            taken.Add(last);
            return true;
        }

        // "that, in an emergency, an Officer may act"
        if (from - 2 >= behind && Enumerable.Range(behind, from - 1 - behind).FirstOrDefault(i => words[i].Is("that") && words[i + 1].Is(",") && !taken.Contains(i), -1) is >= 0 and int said)
        {
            taken.Add(said);
            return true;
        }

        for (int i = last; i >= from; i--)
        {
            bool isCompared = words[i].Is("than") && i > from && (words[i - 1].Is("later") || words[i - 1].Is("earlier"));
            if (words[i].IsOneOf(Openers) && !taken.Contains(i) && !isCompared && !HasItsVerb(i, last))
            {
                taken.Add(i);
                return true;
            }
        }

        return false;
    }

    /// <summary>"A Party that learns of it" has its verb, and the modal behind is that of the Party; "a Student that the Officer may question" has not.</summary>
    private bool HasItsVerb(int relative, int last) => relative < last && (words[relative].Is("that") || words[relative].Is("which"))
        && words[relative + 1].Text is [>= 'a' and <= 'z', .., 's'] verb && verb is not ("its" or "this" or "as");

    /// <summary>The first words of what is to be done and, where the sentence goes on to limit it, the words that do: "tell a Parent of a request that … unless the law forbids it".</summary>
    private string Act(int from, List<int> quoted)
    {
        int end = words.FindIndex(from, Math.Min(LongestSentence, words.Count - from), w => w.Text is "." or "?" or "!");
        end = end < 0 ? Math.Min(from + LongestSentence, words.Count) : end;
        int to = from;
        while (to < words.Count && to - from < LongestAct && !words[to].IsPunctuation && !words[to].IsModal)
        {
            to++;
        }

        List<(int From, int To)> pieces = [(from, to)];
        for (int limits = 0; limits < MostLimits && NextLimit(to, end) is >= 0 and int limit; limits++)
        {
            int stop = limit + 1;
            while (stop < end && stop - limit < LongestLimit && !words[stop].IsPunctuation)
            {
                stop++;
            }

            bool goesOn = to > pieces[^1].From && (limit == to || (limit == to + 1 && words[to].Is(",")));
            if (goesOn)
            {
                pieces[^1] = (pieces[^1].From, stop);
            }
            else
            {
                pieces.Add((limit, stop));
            }

            to = stop;
        }

        quoted.AddRange(pieces.SelectMany(p => Enumerable.Range(p.From, p.To - p.From)));
        string act = string.Join(" … ", pieces.Select(p => Shown(p.From, p.To))).TrimStart();
        return to == words.Count || words[to].Text is "." or ";" or "?" or "!" ? act : $"{act} …".TrimStart();
    }

    private int NextLimit(int from, int end) => from >= end ? -1 : words.FindIndex(from, end - from, w => w.IsOneOf(Conditions));

    private string Shown(int from, int to)
    {
        StringBuilder shown = new();
        for (int i = from; i < to; i++)
        {
            shown.Append(words[i].Text);
            if (i + 1 < to && words[i].HasBlankAfter)
            {
                shown.Append(' ');
            }
        }

        return shown.ToString();
    }
}
