using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>Says what a change does: to whom, by when. Where one text is only a reconstruction, nothing in it is called new or gone.</summary>
internal sealed class Effects(PageContext page)
{
    private const int LongestSentence = 16;

    // In so many words a number stands for itself: "$5,000 a year".
    private const int LongestNumber = 4;

    /// <summary>Those who owe something under the new text and, as far as the old one is known, owed nothing under it.</summary>
    public ImmutableArray<string> Gains(PartChange change)
    {
        // A duty that only stands elsewhere than before is nobody's gain.
        if (change.Rank != ChangeRank.DutyOrRight)
        {
            return [];
        }

        string[] came = [.. change.SentenceMoves.Where(m => !m.IsAway).SelectMany(m => page.Bindings.In(m.New))];
        string[] before = [.. page.Bindings.Of(change.Old).Where(b => b.IsDuty).Select(b => b.Key)];
        string[] found = [.. change.Duties.Where(IsGain).SelectMany(d => page.Bindings.In(Duty.Quote(d.NewActor, d.NewModal, d.NewAct)))];
        return [.. page.Bindings.Of(change.New).Where(b => b.IsDuty && (found.Contains(b.Actor, StringComparer.Ordinal) || (!page.Bindings.IsAmong(b.Key, before) && !came.Contains(b.Actor, StringComparer.Ordinal)))).Select(b => b.Actor)];
    }

    /// <summary>Whether somebody owes what nobody owed, what another owed, or what he himself only was allowed.</summary>
    private bool IsGain(DutyChange duty)
    {
        if (duty.NewModal is null || !Duty.IsOwed(Duty.EffectOf(duty.NewActor, duty.NewModal)))
        {
            return false;
        }

        return duty.OldModal is null || !Duty.IsOwed(Duty.EffectOf(duty.OldActor, duty.OldModal)) || (duty.NewActor is { } actor && !page.Bindings.KeysOf(actor).All(k => page.Bindings.IsAmong(k, page.Bindings.KeysOf(duty.OldActor ?? ""))));
    }

    /// <summary>What a change concerns; of a whole part on one side alone that holds no duty and no number there is nothing to say but where it stands.</summary>
    public string Concerns(PartChange change) => RankGroup.NameOf(change) == "one-text" ? page.Words["rank.one-text"] : page.Words["concerns." + Yaml.KebabCase.Of(change.Rank)];

    /// <summary>Whether a text with which the part is compared is known in part only.</summary>
    public bool IsPartlyUnknown => page.Comparison.HasReconstruction;

    /// <summary>What a group of changes is about; beside a reconstruction nothing is said of what was signed.</summary>
    public string RankHint(string group) => page.Words[IsPartlyUnknown && group == "duty-or-right" ? "rank-hint-reconstruction" : "rank-hint." + group];

    /// <summary>The name of the sentence that tells who gains a duty. Whichever side is a reconstruction, the other text alone does not show that a duty is new.</summary>
    public string GainsSentence => IsPartlyUnknown ? "gains-unknown" : "gains";

    public Html GainsLine(PartChange change)
    {
        ImmutableArray<string> gains = Gains(change);
        return gains.IsEmpty ? Html.Empty : page.Words.Put(GainsSentence, Html.Join(gains.Select(page.Role), ", "));
    }

    /// <summary>
    /// The duties, rights and deadlines that differ: a line for each that became another, and one for all that stand in one text alone. A line is the name of its sentence and the words
    /// it quotes: two for <c>becomes</c>, otherwise any number in its one place.
    /// </summary>
    public IEnumerable<(string Sentence, string[] Quoted)> Details(PartChange change)
    {
        (string? Old, string? New)[] all =
        [
            .. change.Duties.Select(d => (Said(d.OldActor, d.OldModal, d.OldAct), Said(d.NewActor, d.NewModal, d.NewAct))),
            .. change.Deadlines.Select(d => (d.Old, d.New)),
        ];
        foreach ((string? old, string? now) in all.Where(d => d.Old is not null && d.New is not null))
        {
            yield return ("becomes", [old!, now!]);
        }

        string[] onlyNew = [.. all.Where(d => d.Old is null).Select(d => d.New!)];
        if (onlyNew.Length > 0)
        {
            yield return (page.Comparison.IsInOneTextOnly(change) ? "only-new" : "in-new", onlyNew);
        }

        string[] onlyOld = [.. all.Where(d => d.New is null).Select(d => d.Old!)];
        if (onlyOld.Length > 0)
        {
            yield return (page.Comparison.IsInOneTextOnly(change) ? "only-old" : "in-old", onlyOld);
        }
    }

    /// <summary>
    /// Small edits that weigh, each with the words beside it where it says nothing by itself: a number of other things than time (an amount of money, a share, how many), and a word in the
    /// place of one that says the contrary, as "after" does for "before".
    /// </summary>
    public static IEnumerable<(string Old, string New)> SmallEdits(PartChange change)
    {
        if (change.IsRewritten)
        {
            return [];
        }

        WordsAround around = new(change);
        return change.Words.Where(w => w.Kind == WordChangeKind.Replaced && !change.Told.Contains(w) && IsShort(w.OldText) && IsShort(w.NewText))
            .Where(w => (HasNumber(w.OldText) && HasNumber(w.NewText)) || TellingWords.IsTurned(w))
            .Select(w => around.Of(w) ?? (w.OldText, w.NewText)).Distinct();
    }

    private static bool HasNumber(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(w => Deadlines.IsNumber(w.Trim(',', ';', '.')));

    private static bool IsShort(string text) => text.Count(char.IsWhiteSpace) < LongestNumber;

    private static readonly string[] TermsInOrder = ["terms-changed", "terms-new", "terms-again-new", "terms-old", "terms-again-old"];

    private static string NameOf(DefinitionChange definition) => definition switch
    {
        { OnceMore: OnceMore.New } => "terms-again-new",
        { OnceMore: OnceMore.Old } => "terms-again-old",
        { Old: null } => "terms-new",
        { New: null } => "terms-old",
        _ => "terms-changed",
    };

    /// <summary>
    /// The defined terms whose definitions differ, by name, and the sentences that stand elsewhere than before: the name of a sentence, the words it quotes, and the clause it names.
    /// </summary>
    public IEnumerable<(string Sentence, string[] Quoted, string Clause)> Others(PartChange change)
    {
        ILookup<string, string> terms = page.Comparison.Definitions.Of(change).ToLookup(NameOf, d => d.Term);
        foreach (IGrouping<string, string> group in terms.OrderBy(g => Array.IndexOf(TermsInOrder, g.Key)))
        {
            yield return (group.Key, [.. group], "");
        }

        foreach (SentenceMove move in change.SentenceMoves)
        {
            ComparisonSide side = move.IsAway ? page.Comparison.New : page.Comparison.Old;
            string words = PlainText.FirstWords(move.IsAway ? move.Old : move.New, LongestSentence);
            yield return (move.IsWithin ? "sentence-within" : move.IsAway ? "sentence-to" : "sentence-from", [words], ComparisonWords.NameOf(move.Other, side));
            if (move.IsChanged)
            {
                foreach (WordingChange differing in WordingChange.Between(move.Old, move.New))
                {
                    yield return ("becomes", [differing.Old, differing.New], "");
                }
            }
        }

        if (change.Told.IsAskedOtherwise)
        {
            yield return ("asked-otherwise", [], "");
        }

        foreach (var reference in change.TypedReferences.Where(r => !r.Follows).DistinctBy(r => (r.Old, r.New, r.IsToExhibit)))
        {
            yield return ("reference-astray", [reference.Old], reference.New);
            if (reference is { Led: not null, Leads: { } leads })
            {
                yield return ("reference-astray-leads", [reference.New], ComparisonWords.NameOf(leads, page.Comparison.New));
            }
        }

        foreach (StaleReference reference in change.StaleReferences)
        {
            if (reference.Led is { } led)
            {
                yield return ("reference-led", [reference.Text], ComparisonWords.NameOf(led, page.Comparison.Old));
            }

            yield return reference.Leads is { } leads ? ("reference-leads", [reference.Text], ComparisonWords.NameOf(leads, page.Comparison.New)) : ("reference-leads-nowhere", [reference.Text], "");
        }
    }

    private static string? Said(string? actor, string? modal, string act) => modal is null ? null : Duty.Quote(actor, modal, act);

    /// <summary>What became of a part, in one sentence or several: their names, and the clause that one of them names.</summary>
    public IEnumerable<(string Sentence, string Clause)> Became(PartChange change)
    {
        string related = change.Related is { } id ? Related(change, id) ?? id : "";
        yield return change.Category switch
        {
            ChangeCategory.Merged => ("became-merged", related),
            ChangeCategory.SplitOff => ("became-split-off", related),
            _ when change.IsOfAnotherKind => (change.New!.Kind == PartKind.Exhibit ? "became-exhibit" : "became-clause", ComparisonWords.NameOf(change.Old!, page.Comparison.Old)),
            _ => (CategoryOf(change.Category), ""),
        };
        if (change.IsRewritten)
        {
            yield return (IsPartlyUnknown ? "in-other-words" : "rewritten", "");
        }

        if (change.MovedWith is not null)
        {
            yield return ("moved-with-section", "");
        }

        if (related.Length > 0 && change.Category is not (ChangeCategory.Merged or ChangeCategory.SplitOff))
        {
            yield return (change.IsCalledAsBefore ? "merged-into" : "split-from", related);
        }
    }

    /// <summary>The name of the word for a category. Beside a reconstruction nobody knows that a text changed; it differs.</summary>
    public string CategoryOf(ChangeCategory category) => IsPartlyUnknown && category == ChangeCategory.Changed ? "category.differs" : "category." + Yaml.KebabCase.Of(category);

    public Html BecameLine(PartChange change) => Html.Join(Became(change).Select(b => page.Words.Put(b.Sentence, page.InEnglish(b.Clause))), "; ");

    private string? Related(PartChange change, string id)
    {
        (ComparisonSide side, Func<PartChange, DocumentPart?> part) = change.IsCalledAsBefore
            ? (page.Comparison.New, new Func<PartChange, DocumentPart?>(p => p.New))
            : (page.Comparison.Old, p => p.Old);
        return page.Comparison.Parts.Select(part).OfType<DocumentPart>().Where(p => p.Id == id && p.Kind == PartKind.Clause).Select(p => ComparisonWords.NameOf(p, side)).FirstOrDefault();
    }
}
