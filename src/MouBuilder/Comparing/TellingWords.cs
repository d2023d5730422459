using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>Words by which a sentence may forbid, permit or except without shall, may or must. English.</summary>
internal static class TellingWords
{
    private const int LeastWordsOfSentence = 4;
    private const int LongestName = 4;
    private const int LongestAcronym = 5;

    // A sentence with one of these says something of weight, whatever else it says.
    private static readonly HashSet<string> Grave = new(StringComparer.OrdinalIgnoreCase)
    {
        "cannot", "shall", "must", "may", "should", "will", "prohibited", "prohibits", "prohibit", "forbidden", "forbids", "forbid", "permitted", "permits", "permit", "allowed", "allows", "allow", "required", "requires", "require",
        "entitled", "right", "rights", "obliged", "oblige", "obligated", "responsible", "agrees", "agree", "declines", "refuses", "waives", "waive", "waived", "consent", "approval", "liable", "liability", "indemnify", "indemnifies",
        "notwithstanding", "subject", "discretion", "automatically", "confidential", "mandatory", "voluntary", "voluntarily", "binding", "void", "survives", "expires", "terminates", "renews", "exclusive", "exclusively",
        "expected", "expects", "encouraged", "encourages", "authorized", "authorizes", "authority", "empowered", "undertakes", "undertake", "refrain", "refrains", "exempt", "exempted", "excluded", "excludes", "excluding",
        "sole", "solely", "irrevocable", "irrevocably", "immunity", "forfeits", "supersedes", "prevails", "controls",
    };

    // Of a sentence that stands in both texts these turn the sense as well.
    private static readonly HashSet<string> Telling = new(Grave, StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "never", "neither", "nor", "unless", "except", "only", "consultation", "need", "needs", "writing", "written", "public", "optional", "declined", "chosen", "yes", "both", "either", "reasonable", "practicable",
    };

    // A sentence with one of these says what somebody owes or may do, and its other words say what.
    private static readonly FrozenSet<string> Binding = WordSet.Of(
        "shall must may will should cannot prohibited prohibits forbidden forbids permitted permits allowed allows required requires entitled right rights obliged obligated responsible agrees agree liable means mean expected expects encouraged encourages authorized authorizes empowered undertakes undertake exempt entitles supersedes decides determines approves");

    // "The District pays the Department"; "that Section says who pays" makes nobody pay.
    private static readonly FrozenSet<string> Owing = WordSet.Of("pays owes reimburses binds governs");

    // Who bears a cost owes it; a form that bears a name owes nothing.
    private static readonly FrozenSet<string> Bears = WordSet.Of("bear bears share shares cover covers assume assumes");
    private static readonly FrozenSet<string> Burdens = WordSet.Of("cost costs expense expenses risk risks fee fees loss losses charge charges price salary salaries wages");
    private const int LongestBurden = 8;

    // What comes first is said by the order of words in a sentence with one of these.
    private static readonly FrozenSet<string> Ranking = WordSet.Of("conflict conflicts inconsistent inconsistency precedence prevail prevails priority controls");

    // Words that carry nothing by themselves.
    private static readonly FrozenSet<string> Small = WordSet.Of(
        "a an the of to in on at by for with from into upon that which who this these those such said same its their his her it they he she them is are be been being was were as and or also then there thereof herein hereof hereby under pursuant section sections article articles clause paragraph subsection");

    private static readonly FrozenSet<string> Relatives = WordSet.Of("that which who whose whom where");

    private static readonly FrozenSet<string> Forbidding = WordSet.Of("never prohibited prohibits forbidden forbids");
    private static readonly FrozenSet<string> Deniable = WordSet.Of("permitted allowed");

    /// <summary>Whether words that were edited may change what is owed or allowed.</summary>
    public static bool AreIn(List<MarkedWord> edited) =>
        edited.Exists(w => (Telling.Contains(w.Text) && w.Text != "May") || w.Text.EndsWith("n't", StringComparison.Ordinal) || w.Text.EndsWith("n’t", StringComparison.Ordinal)) || AreTo(edited);

    /// <summary>Whether the words say that somebody owes or may do something: "The District is to pay", "Students are entitled to a hearing".</summary>
    public static bool Bind(List<MarkedWord> words) => !LeadsToAll(words) && !IsRecital(words) && (words.Exists(w => (Grave.Contains(w.Text) || w.IsOneOf(Binding)) && w.Text != "May") || AreTo(words) || Forbid(words) || Bear(words) || Owes(words, 0, words.Count));

    /// <summary>"WHEREAS, the District is authorized to keep schools": why the agreement is made, and no part of what it asks or allows.</summary>
    private static bool IsRecital(List<MarkedWord> words) => words.Count > 0 && words[0].Is("whereas");

    /// <summary>"The Parties therefore agree as follows."</summary>
    private static bool LeadsToAll(List<MarkedWord> words) => words.FindLastIndex(w => !w.IsPunctuation) is > 2 and int last && words[last].Is("follows") && words[last - 1].Is("as") && words[last - 2].Is("agree");

    /// <summary>Whether a phrase says that somebody owes or may do something, as "is entitled to" does.</summary>
    public static bool Grants(string phrase) => phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(w => w != "May" && Binding.Contains(w.TrimEnd(',')));

    private static bool Owes(List<MarkedWord> words, int from, int end) => Enumerable.Range(from, end - from).Any(i => words[i].IsOneOf(Owing) && (i == from || !words[i - 1].IsOneOf(Relatives)));

    /// <summary>"Each party bears its own costs."</summary>
    private static bool Bear(List<MarkedWord> words) =>
        words.FindIndex(w => w.IsOneOf(Bears)) is >= 0 and int bears && words.Skip(bears + 1).Take(LongestBurden).TakeWhile(w => !w.EndsSentence).Any(w => w.IsOneOf(Burdens));

    private static bool AreTo(List<MarkedWord> words)
    {
        int to = words.FindIndex(w => w.Is("to"));
        while (to > 0 && !words[to - 1].Is("is") && !words[to - 1].Is("are"))
        {
            to = words.FindIndex(to + 1, w => w.Is("to"));
        }

        return to > 0;
    }

    /// <summary>Whether words differ in sentences that say what somebody owes or may do. Small words, plurals, a party's name, another order of the same words, numbers of amounts, and references put in or taken out, or that lead to the same place, tell nothing.</summary>
    /// <param name="isBound">Whether the words go on with a sentence that binds, as an item below "The Officer shall:" does.</param>
    public static bool DifferInDuties(List<MarkedWord> old, List<MarkedWord> now, WeighedSides sides, bool isBound)
    {
        (List<string[]> was, List<string> ledTo) = InDuties(old, sides.OldActors, isBound);
        (List<string[]> became, List<string> leadsTo) = InDuties(now, sides.NewActors, isBound);
        bool leadsElsewhere = ledTo.Count > 0 && leadsTo.Count > 0 && !ledTo.Select(p => sides.NewNumbers.GetValueOrDefault(p, p)).Order(StringComparer.Ordinal).SequenceEqual(leadsTo.Order(StringComparer.Ordinal));
        // "Keep the log for two years. Keep the tape for five years." is not the same with the two exchanged.
        return leadsElsewhere || (was.Count == became.Count ? was.Zip(became).Any(s => AreOther(s.First, s.Second)) : AreOther(was.SelectMany(s => s), became.SelectMany(s => s)));

        static bool AreOther(IEnumerable<string> words, IEnumerable<string> others) => !words.Order(StringComparer.OrdinalIgnoreCase).SequenceEqual(others.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The edited words of each sentence that binds, and the places to which such sentences lead.</summary>
    private static (List<string[]> Words, List<string> Places) InDuties(List<MarkedWord> words, ActorNames actors, bool isBound)
    {
        List<string[]> found = [];
        List<string> places = [];
        HashSet<int> times = Deadlines.WordsOf(words);
        for (int from = 0; from < words.Count;)
        {
            int end = words.FindIndex(from, w => w.Text is "." or "?" or "!");
            end = end < 0 ? words.Count : end + 1;
            bool isRanking = words.FindIndex(from, end - from, w => w.IsOneOf(Ranking)) >= 0;
            List<string> own = [];
            if (isBound || isRanking || words.FindIndex(from, end - from, w => w.IsOneOf(Binding) && w.Text != "May") >= 0 || Owes(words, from, end))
            {
                for (int i = from; i < end; i++)
                {
                    if (words[i] is not { IsEdited: true, IsPunctuation: false })
                    {
                        continue;
                    }

                    if (words[i].IsField || TypedReferences.IsNumberOfPlace(words, i))
                    {
                        places.Add(TypedReferences.NumberOf(words[i].Text));
                    }
                    else if (words[i].IsOneOf(Relatives) && i + 1 < end && words[i + 1].IsEdited && words[i + 1].Stretch == words[i].Stretch)
                    {
                        own.Add("that"); // "a camera that is on" is not a camera
                    }
                    else if (!words[i].IsOneOf(Small) && !times.Contains(i) && !Deadlines.IsOfTime(words[i].Text) && Deadlines.NumberAt(words, i) is null)
                    {
                        own.Add(actors.KeyOf(words[i].IsOneOf(Single) ? "each" : words[i].Text)!.TrimEnd('S') + (isRanking ? $" {i}" : ""));
                    }
                }

                found.Add([.. own]);
            }

            from = end;
        }

        return (found, places);
    }

    // "The Principal or the parent" is not "the Principal and the parent", nor "no fewer than two" "no more than two".
    private static readonly FrozenSet<string>[] Opposed = [WordSet.Of("and or and/or nor"), WordSet.Of("fewer more less least most minimum maximum"), WordSet.Of("before after"), WordSet.Of("all any each every some half whole")];

    private static readonly FrozenSet<string> Single = WordSet.Of("each every");

    /// <summary>Whether a word stands in the place of one that says the contrary, or asks for less or more.</summary>
    public static bool IsTurned(WordChange change) =>
        change.Kind == WordChangeKind.Replaced && (Old: change.OldText.Trim(), New: change.NewText.Trim()) is var words && Opposed.Any(o => o.Contains(words.Old) && o.Contains(words.New)) && !(Single.Contains(words.Old) && Single.Contains(words.New));

    /// <summary>
    /// Whether an "and" or "or" is all that came or went of a paragraph's words: "with a warrant, with consent, or" is not "with a warrant and with consent, or", and "to punish, to be obeyed,
    /// or against words" not "to punish, or to be obeyed against words". One that comes with an item of a list says nothing.
    /// </summary>
    public static bool JoinsOtherwise(ImmutableArray<WordChange> changes) =>
        changes.Any(c => c.IsEdit && (IsJoiner(c.OldText) || IsJoiner(c.NewText))) && changes.All(c => !c.IsEdit || ((IsJoiner(c.OldText) || IsMark(c.OldText)) && (IsJoiner(c.NewText) || IsMark(c.NewText))));

    private static bool IsJoiner(string text) => text.Trim(' ', ',', ';') is "and" or "or";

    private static bool IsMark(string text) => text.All(c => !char.IsLetterOrDigit(c));

    // A sentence, a column or a title may begin with one of these; it names nobody.
    private static readonly FrozenSet<string> Beginnings = WordSet.Of("each every any all no neither either when if where while after before during upon until unless once then yes other");

    /// <summary>Whether somebody or something named stands in the place of another: "City" for "District", "the Principal" for "a Teacher". A month is a number, and parties of one role in two agreements are none of these.</summary>
    public static bool NamesAnother(WordChange change, WeighedSides sides) =>
        change.Kind == WordChangeKind.Replaced && (Old: NameIn(change.OldText), New: NameIn(change.NewText)) is ({ Length: > 0 } old, { Length: > 0 } now) && !old.Equals(now, StringComparison.OrdinalIgnoreCase)
        && sides.OldActors.KeyOf(change.OldText) != sides.NewActors.KeyOf(change.NewText);

    private static string NameIn(string text)
    {
        string[] words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w.ToUpperInvariant() is "THE" or "A" or "AN" || w.EndsWith(':'))];
        bool isName = words.Length is > 0 and <= LongestName && Array.TrueForAll(words, w => IsOfName(w)) && !Small.Contains(words[^1]);
        return isName ? string.Join(' ', words.Select(w => w.Replace('’', '\'').Replace("'s", "", StringComparison.OrdinalIgnoreCase).TrimEnd('\'', 's', 'S'))) : "";
    }

    /// <summary>"Safety", "of" in "Manager of Safety", "DPD".</summary>
    private static bool IsOfName(string word)
    {
        bool isShort = word.Length is > 1 and <= LongestAcronym && word.All(char.IsAsciiLetterUpper);
        return isShort || word is "of" or "and" or "for" || (word.Length > 1 && char.IsUpper(word[0]) && word.Any(char.IsLower) && !word.Any(char.IsAsciiDigit) && !Small.Contains(word) && !Beginnings.Contains(word) && !Deadlines.IsRhythm(word));
    }

    /// <summary>Whether one of the sentences forbids: "No Officer carries a rifle", "Officers are not allowed to search bags"; "No later than May 1" does not.</summary>
    public static bool Forbid(List<MarkedWord> words)
    {
        int from = 0;
        for (int i = 0; i < words.Count; i++)
        {
            bool isNot = words[i].Is("not") && i + 1 < words.Count && words[i + 1].IsOneOf(Deniable);
            bool isDenied = words[i].Is("does") && i + 1 < words.Count && words[i + 1].Is("not");
            if (isNot || isDenied || words[i].IsOneOf(Forbidding) || (i == from && Denies(words, i)))
            {
                return true;
            }

            from = words[i].EndsSentence ? i + 1 : from;
        }

        return false;
    }

    /// <summary>Whether a sentence begins with somebody of whom it says that none does it. "No. 5" and a cell that says "No" are no sentences.</summary>
    private static bool Denies(List<MarkedWord> words, int at)
    {
        List<MarkedWord> sentence = [.. words.Skip(at).TakeWhile(w => !w.EndsSentence).Take(LeastWordsOfSentence)];
        return sentence.Count == LeastWordsOfSentence && Duty.IsDenied(string.Join(' ', sentence.Take(2).Select(w => w.Text)));
    }
}
