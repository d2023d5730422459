using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>
/// Which of the duties that were found in the edits of a part are others, new or gone. A duty whose words stand in another sentence of the part is none of these, and one that was struck
/// here and stands there with other words became another.
/// </summary>
internal sealed class SettledDuties
{
    /// <summary>The share of a duty's words that the other text has, for it to stand there.</summary>
    private const double Standing = 0.8;

    /// <summary>The share of the shorter duty's words that both have, for one to have become the other.</summary>
    private const double Alike = 0.5;

    private static readonly FrozenSet<string> Pronouns = WordSet.Of("it they he she");

    private readonly WeighedSides sides;
    private readonly Lazy<StandingDuty[]> old;
    private readonly Lazy<StandingDuty[]> now;
    private readonly Dictionary<string, HashSet<string>> sets = new(StringComparer.Ordinal);

    /// <param name="oldWords">The words of each paragraph of the old part, those that were kept too.</param>
    public SettledDuties(WeighedSides sides, Func<IEnumerable<List<MarkedWord>>> oldWords, Func<IEnumerable<List<MarkedWord>>> newWords)
    {
        this.sides = sides;
        old = new(() => [.. oldWords().SelectMany(w => Read(w, sides.OldActors))]);
        now = new(() => [.. newWords().SelectMany(w => Read(w, sides.NewActors))]);
    }

    /// <summary>Whether a duty that was struck or set in stands on the other side too.</summary>
    public bool HasStanding { get; private set; }

    /// <summary>A duty that stands in a text.</summary>
    private sealed class StandingDuty(string? actor, Duty duty, List<MarkedWord> text)
    {
        private HashSet<string>? words;
        private HashSet<string>? own;

        public string? Actor => actor;

        public string Effect { get; } = duty.Effect;

        /// <summary>All words of its sentence behind its modal.</summary>
        public HashSet<string> Words => words ??= WordsTo(duty.Sentence.To);

        /// <summary>Those before what the sentence says next that somebody shall or may do.</summary>
        public HashSet<string> Own => own ??= WordsTo(End);

        /// <summary>Equal for the duties of one sentence, of which one has the words of the next behind its modal.</summary>
        public (List<MarkedWord>, (int, int)) Place => (text, duty.Sentence);

        private int End
        {
            get
            {
                int modal = duty.Behind < duty.Sentence.To ? text.FindIndex(duty.Behind, duty.Sentence.To - duty.Behind, w => w.IsModal) : -1;
                int mark = modal < 0 ? -1 : text.FindLastIndex(modal, modal - duty.Behind, w => w.IsPunctuation);
                return modal < 0 ? duty.Sentence.To : mark > duty.Behind ? mark : modal;
            }
        }

        private HashSet<string> WordsTo(int end) => [.. text.Take(end).Skip(duty.Behind).Where(w => w.Text.Length > 1).Select(w => Stem(w.Text))];
    }

    /// <summary>What became of the duties, and of which of those found that is said.</summary>
    public (ImmutableArray<DutyChange> Changes, HashSet<DutyChange> Sources) Of(IEnumerable<DutyChange> found)
    {
        List<DutyChange> apart = [];
        List<DutyChange> gone = [];
        List<DutyChange> come = [];
        foreach (DutyChange duty in found.Where(d => !IsSame(d)).Distinct())
        {
            (duty.NewModal is null ? gone : duty.OldModal is null ? come : apart).Add(duty);
        }

        HashSet<DutyChange> sources = [];
        List<DutyChange> changes = [];
        foreach (DutyChange duty in apart)
        {
            // A sentence put in the place of another is not what became of it, if that one stands elsewhere.
            bool isOther = duty.OldAct != duty.NewAct && Likeness(duty.OldAct, duty.NewAct) < Alike && (Stands(OldOf(duty)) || Stands(NewOf(duty)));
            bool areBothKept = duty.OldAct != duty.NewAct && duty.OldModal != duty.NewModal && Stands(Begun(OldOf(duty))) && Stands(Begun(NewOf(duty)));
            changes.AddRange(areBothKept ? [] : isOther ? new[] { OldOf(duty), NewOf(duty) }.Where(d => !Stands(d)) : [duty]);
            sources.Add(duty);
            HasStanding |= isOther || areBothKept;
        }

        foreach (DutyChange duty in gone)
        {
            DutyChange? other = come.Where(c => IsOfOneActor(duty, c)).Select(c => (Duty: c, Likeness: LikenessOf(duty, c))).Where(c => c.Likeness >= Alike).OrderByDescending(c => c.Likeness).FirstOrDefault().Duty;
            sources.Add(duty);
            if (other is not null)
            {
                come.Remove(other);
                sources.Add(other);
            }

            bool stands = other is null ? Stands(duty) : IsSaid(duty.OldAct, other.NewAct);
            HasStanding |= stands;
            if (!stands)
            {
                changes.Add(other is null ? duty : duty with { NewActor = other.NewActor, NewModal = other.NewModal, NewAct = other.NewAct });
            }
        }

        foreach (DutyChange duty in come)
        {
            bool stands = Stands(duty);
            changes.AddRange(stands ? [] : [duty]);
            sources.Add(duty);
            HasStanding |= stands;
        }

        return ([.. changes.Distinct()], sources);
    }

    private static DutyChange OldOf(DutyChange duty) => duty with { NewActor = null, NewModal = null, NewAct = "" };

    private static DutyChange NewOf(DutyChange duty) => duty with { OldActor = null, OldModal = null, OldAct = "" };

    // What limits the next duty of a sentence is quoted with each.
    private static DutyChange Begun(DutyChange duty) => duty with { OldAct = duty.OldAct.Split(" … ")[0], NewAct = duty.NewAct.Split(" … ")[0] };

    private bool IsSame(DutyChange duty) => duty is { OldModal: not null, NewModal: not null } && duty.OldModal == duty.NewModal
        && sides.OldActors.KeyOf(duty.OldActor) == sides.NewActors.KeyOf(duty.NewActor) && (!duty.IsOfOtherAct || IsSaid(duty.OldAct, duty.NewAct));

    private bool IsOfOneActor(DutyChange gone, DutyChange come) => gone.OldModal == come.NewModal && IsOneActor(sides.OldActors.KeyOf(gone.OldActor), sides.NewActors.KeyOf(come.NewActor));

    // Who "they" are, and who is named in no word, is said elsewhere.
    private static bool IsOneActor(string? one, string? other) => one == other || IsUnnamed(one) || IsUnnamed(other);

    private static bool IsUnnamed(string? actor) => string.IsNullOrEmpty(actor) || actor == "…" || Pronouns.Contains(actor);

    private bool Stands(DutyChange duty)
    {
        bool isOld = duty.NewModal is null;
        (string? actor, string modal, string act) = isOld ? (duty.OldActor, duty.OldModal!, duty.OldAct) : (duty.NewActor, duty.NewModal!, duty.NewAct);
        string? key = (isOld ? sides.OldActors : sides.NewActors).KeyOf(actor);
        string effect = Duty.EffectOf(actor, modal);
        HashSet<string> words = SetOf(act);
        HashSet<string> item = SetOf(duty.ActOfItem);
        // The words that lead to an item stand there for all items.
        if (words.Count == 0 || !Alikes(isOld ? now : old, words).Any(d => d.Share >= Standing && item.Count(d.Duty.Words.Contains) >= Standing * item.Count))
        {
            return false;
        }

        // Only the first words of the act are known here, and several sentences may begin with them.
        // Of the duties of one sentence it is the one, or one of those, with the most of them before the next.
        IEnumerable<StandingDuty> itself = Alikes(isOld ? old : now, words).Where(d => d.Share == 1).Select(d => d.Duty).GroupBy(d => d.Place).SelectMany(s => s.GroupBy(d => words.Count(d.Own.Contains)).MaxBy(d => d.Key)!);
        return itself.All(d => IsTakenUp(d, isOld ? old : now, isOld ? now : old));

        IEnumerable<(StandingDuty Duty, double Share)> Alikes(Lazy<StandingDuty[]> text, HashSet<string> asked) =>
            text.Value.Where(d => d.Effect == effect && IsOneActor(key, d.Actor)).Select(d => (d, (double)asked.Count(d.Words.Contains) / asked.Count));

        // A sentence that was as like to it before says something else: it stood beside it.
        bool IsTakenUp(StandingDuty duty, Lazy<StandingDuty[]> here, Lazy<StandingDuty[]> there)
        {
            double best = Alikes(there, duty.Own).Select(d => d.Share).DefaultIfEmpty().Max();
            return best == 1 || (best >= Standing && best > Alikes(here, duty.Own).Where(d => !ReferenceEquals(d.Duty, duty)).Select(d => d.Duty.Place == duty.Place ? (double)duty.Own.Count(d.Duty.Own.Contains) / duty.Own.Count : d.Share).DefaultIfEmpty().Max());
        }
    }

    private static IEnumerable<StandingDuty> Read(List<MarkedWord> text, ActorNames actors)
    {
        List<MarkedWord> words = DutyReader.WithAbbreviations(text);
        return DutyReader.Read(words).Select(d => new StandingDuty(actors.KeyOf(d.Actor), d, words));
    }

    /// <summary>Two items below the same words are as alike as what they say by themselves.</summary>
    private double LikenessOf(DutyChange gone, DutyChange come) => gone.ActOfItem.Length > 0 && come.ActOfItem.Length > 0 ? Likeness(gone.ActOfItem, come.ActOfItem) : Likeness(gone.OldAct, come.NewAct);

    private double Likeness(string one, string other)
    {
        HashSet<string> words = SetOf(one);
        HashSet<string> others = SetOf(other);
        int least = Math.Min(words.Count, others.Count);
        return least == 0 ? 0 : (double)words.Count(others.Contains) / least;
    }

    private HashSet<string> SetOf(string act)
    {
        if (!sets.TryGetValue(act, out HashSet<string>? words))
        {
            sets[act] = words = [.. WordsOf(act)];
        }

        return words;
    }

    private static bool IsSaid(string one, string other) => one == other || WordsOf(one).SequenceEqual(WordsOf(other));

    private static IEnumerable<string> WordsOf(string text) => text.Split([' ', ',', '…', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Select(Stem);

    private static string Stem(string word) => word.ToUpperInvariant().TrimEnd('S');
}
