using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>The words in which a comparison speaks of itself.</summary>
internal static class ComparisonWords
{
    private const int WordsOfBeginning = 6;
    private const int WordsOfSentence = 16;

    /// <summary>What became of a part. Beside a reconstruction nobody knows that a text changed; it differs.</summary>
    public static string CategoryOf(PartChange change) => change.Category switch
    {
        ChangeCategory.Changed when !change.IsPlaceKnown => "differs",
        ChangeCategory.Unchanged => "unchanged",
        ChangeCategory.Renumbered => "renumbered",
        ChangeCategory.Changed => "changed",
        ChangeCategory.Moved => "moved",
        ChangeCategory.MovedAndChanged => "moved and changed",
        ChangeCategory.Merged => "merged",
        ChangeCategory.SplitOff => "split off",
        ChangeCategory.Added => "added",
        ChangeCategory.AddedWhereUnknown => "in the new text; whether the old agreement had such a clause is unknown",
        ChangeCategory.InNewAlone => "in the new text alone",
        ChangeCategory.Removed => "removed",
        ChangeCategory.InOldAlone => "in the old text alone",
        _ => "in the old text; whether the new agreement has such a clause is unknown",
    };

    public static string Of(ChangeRank rank) => rank switch
    {
        ChangeRank.DutyOrRight => "a duty or right",
        ChangeRank.Deadline => "a deadline or number",
        ChangeRank.Wording => "wording",
        ChangeRank.Place => "the place of sentences only",
        ChangeRank.Naming => "the name of a party or of a defined term only",
        ChangeRank.Formatting => "type only",
        ChangeRank.Reference => "cross-references and fields only",
        _ => "nothing",
    };

    /// <summary>
    /// The duties and rights of a part, and then its deadlines. Where the other text is unknown, or says the matter in other words, nothing is called new or gone.
    /// </summary>
    public static (string[] Duties, string[] Deadlines) DetailsOf(PartChange change, Comparison comparison)
    {
        (string added, string gone) = change.Category is ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown ? ("", "")
            : comparison.IsInOneTextOnly(change) ? ("new: ", "gone: ")
            : ("in the new text: ", "in the old text: ");
        return ([.. change.Duties.Select(d => Of(d, added, gone))], [.. change.Deadlines.Select(d => Of(d, added, gone))]);
    }

    private static string Of(DutyChange duty, string added, string gone) => (duty.OldModal, duty.NewModal) switch
    {
        (null, _) => $"{added}{Quoted(Duty.Quote(duty.NewActor, duty.NewModal, duty.NewAct))}",
        (_, null) => $"{gone}{Quoted(Duty.Quote(duty.OldActor, duty.OldModal, duty.OldAct))}",
        _ => $"{Quoted(Duty.Quote(duty.OldActor, duty.OldModal, duty.OldAct))} becomes {Quoted(Duty.Quote(duty.NewActor, duty.NewModal, duty.NewAct))}",
    };

    private static string Of(DeadlineChange deadline, string added, string gone) => (deadline.Old, deadline.New) switch
    {
        (null, _) => $"{added}{Quoted(deadline.New!)}",
        (_, null) => $"{gone}{Quoted(deadline.Old)}",
        _ => $"{Quoted(deadline.Old)} becomes {Quoted(deadline.New)}",
    };

    /// <summary>The defined terms whose definitions differ, the sentences that stand elsewhere than before, and the references that lead elsewhere.</summary>
    public static string[] OthersOf(PartChange change, Comparison comparison)
    {
        (string Name, DefinitionChange[] Terms)[] terms = [.. comparison.Definitions.Of(change).GroupBy(NameOf).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()))];
        return
        [
            .. terms.Select(t => t.Name + string.Join(", ", t.Terms.Select(d => Quoted(d.Term)))),
            .. change.SentenceMoves.Select(m =>
            {
                string sentence = Quoted(PlainText.FirstWords(m.IsAway ? m.Old : m.New, WordsOfSentence));
                string moved = m.IsWithin ? $"{sentence} stands at another place of the clause"
                    : m.IsAway ? $"{sentence} now stands in {NameOf(m.Other, comparison.New)}"
                    : $"{sentence} stood in {NameOf(m.Other, comparison.Old)}";
                return moved + string.Concat(m.IsChanged ? WordingChange.Between(m.Old, m.New).Select(w => $", {Quoted(w.Old)} becomes {Quoted(w.New)}") : []);
            }),
            .. change.Told.IsAskedOtherwise ? (string[])["the same items stand in both texts under other words, or under none, and so ask something else"] : [],
            .. change.StaleReferences.Select(r => $"{Quoted(r.Text)} stands as before, but {(r.Led is null ? "led to nothing" : $"led to {NameOf(r.Led, comparison.Old)}")} and leads to {(r.Leads is null ? "nothing" : NameOf(r.Leads, comparison.New))} now"),
        ];
    }

    private static string NameOf(DefinitionChange definition) => definition switch
    {
        { OnceMore: OnceMore.New } => "defined once more, in other words, in the new text alone: ",
        { OnceMore: OnceMore.Old } => "defined once more, in other words, in the old text alone: ",
        { Old: null } => "defined in the new text alone: ",
        { New: null } => "defined in the old text alone: ",
        _ => "defined in other words: ",
    };

    /// <summary>A part as people speak of it: <c>1.1 Purpose</c>, <c>Exhibit A Forms</c>, <c>text in Recitals</c>; a clause without a title by the words it begins with.</summary>
    public static string NameOf(DocumentPart part, ComparisonSide side)
    {
        string title = PlainText.Of(part.Title);
        if (part.Kind == PartKind.Text || title.Length == 0)
        {
            Section? section = side.Document.Blocks.OfType<Section>().FirstOrDefault(s => s.Id == part.Section);
            string where = section is not null ? $" in {Labelled(section.Label, PlainText.Of(section.Heading))}" : part.Label is null ? " outside the sections" : "";
            return part.Kind == PartKind.Text ? $"Text{where}" : $"{(part.Label is null ? "Clause" : part.Kind == PartKind.Exhibit ? part.Label.TrimEnd('.', ':') : "Clause " + part.Label.TrimEnd('.'))}{where}{Beginning(part)}";
        }

        return Labelled(part.Label, title);
    }

    /// <summary>The words a part begins with, in quotation marks after a comma; empty where it has none. The first item of a list is not what the list is about, and is told as what it is.</summary>
    public static string Beginning(DocumentPart part)
    {
        string list = part.Blocks.FirstOrDefault(b => !Blanks.IsBlank(b)) is ListBlock ? ", a list that begins" : ",";
        string words = part.Blocks.SelectMany(b => b.WithDescendants()).Select(b => PlainText.Of(b.OwnInlines())).FirstOrDefault(t => t.Length > 0) ?? "";
        string[] first = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(WordsOfBeginning + 1)];
        return first.Length == 0 ? "" : $"{list} {Quoted(string.Join(' ', first.Take(WordsOfBeginning)) + (first.Length > WordsOfBeginning ? " …" : ""))}";
    }

    public static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private static string Labelled(string? label, string title) => label is null ? title : $"{label} {title}";

    /// <summary>In double quotation marks; those inside become single ones.</summary>
    public static string Quoted(string words) => $"“{words.Replace('“', '‘').Replace('”', '’')}”";
}
