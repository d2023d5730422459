using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>Says what a change does: to whom, by when. Where one text is only a reconstruction, nothing in it is called new or gone.</summary>
internal sealed class Effects(PageContext page)
{
    /// <summary>Those who owe something under the new text and, as far as the old one is known, owed nothing under it.</summary>
    public ImmutableArray<string> Gains(PartChange change)
    {
        string[] before = [.. page.Bindings.Of(change.Old).Where(b => b.IsDuty).Select(b => b.Actor)];
        return [.. page.Bindings.Of(change.New).Where(b => b.IsDuty).Select(b => b.Actor).Except(before, StringComparer.Ordinal)];
    }

    /// <summary>Whether a text with which the part is compared is known in part only.</summary>
    public bool IsPartlyUnknown => page.Comparison.Old.Reconstruction.Length > 0 || page.Comparison.New.Reconstruction.Length > 0;

    public Html GainsLine(PartChange change)
    {
        ImmutableArray<string> gains = Gains(change);
        string name = IsPartlyUnknown ? "gains-unknown" : "gains";
        return gains.IsEmpty ? Html.Empty : page.Words.Put(name, Html.Join(gains.Select(page.Role), ", "));
    }

    /// <summary>A line for each duty, right and deadline that differs.</summary>
    public IEnumerable<Html> Details(PartChange change)
    {
        bool oldUnknown = page.Comparison.Old.Reconstruction.Length > 0;
        bool newUnknown = page.Comparison.New.Reconstruction.Length > 0;
        Html Alone(string text, bool isNew) => page.Words.Put(isNew ? (oldUnknown ? "only-new-unknown" : "only-new") : (newUnknown ? "only-old-unknown" : "only-old"), page.Quoted(text));
        foreach (DutyChange duty in change.Duties)
        {
            string old = $"{duty.OldActor} {duty.OldModal}".Trim();
            string now = $"{duty.NewActor} {duty.NewModal}".Trim();
            yield return duty.OldModal is null ? Alone(now, true) : duty.NewModal is null ? Alone(old, false) : page.Words.Put("becomes", page.Quoted(old), page.Quoted(now));
        }

        foreach (DeadlineChange deadline in change.Deadlines)
        {
            yield return deadline.Old is null ? Alone(deadline.New!, true) : deadline.New is null ? Alone(deadline.Old, false) : page.Words.Put("becomes", page.Quoted(deadline.Old), page.Quoted(deadline.New));
        }
    }

    public Html Became(PartChange change)
    {
        List<Html> all = [Html.Text(page.Words[$"category.{Yaml.KebabCase.Of(change.Category)}"])];
        if (change.IsRewritten)
        {
            all.Add(Html.Text(page.Words["rewritten"]));
        }

        if (change.MovedWith is not null)
        {
            all.Add(Html.Text(page.Words["moved-with-section"]));
        }

        if (change.Related is { } id && Related(change, id) is { } related)
        {
            all.Add(page.Words.Put(change.New is null ? "merged-into" : "split-from", page.InEnglish(related)));
        }

        return Html.Join(all, "; ");
    }

    private string? Related(PartChange change, string id)
    {
        (ComparisonSide side, Func<PartChange, DocumentPart?> part) = change.New is null
            ? (page.Comparison.New, new Func<PartChange, DocumentPart?>(p => p.New))
            : (page.Comparison.Old, p => p.Old);
        return page.Comparison.Parts.Select(part).OfType<DocumentPart>().Where(p => p.Id == id && p.Kind == PartKind.Clause).Select(p => ComparisonWords.NameOf(p, side)).FirstOrDefault();
    }
}
