using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Yaml;

namespace MouBuilder.Reviewing;

/// <summary>All parts in the order of the new text, under the headings of its sections, with the filter above them.</summary>
internal sealed class ClauseList(PageContext page, Effects effects)
{
    private ReviewWords Words => page.Words;

    public Html Write() => Html.Of($"""
        <section aria-labelledby="clauses" class="clauses">
        <h2 id="clauses" tabindex="-1">{Words["all-clauses"]}</h2>
        {Filter()}
        {Groups()}
        </section>
        """);

    private Html Groups()
    {
        ClauseCard card = new(page, effects);
        List<Html> html = [];
        string group = "";
        HashSet<string> own = [];
        foreach (PartChange change in page.Comparison.Parts)
        {
            bool isSection = change is { New.Kind: PartKind.Section };
            string next = isSection ? page.IdOf(change) : GroupOf(change, group);
            if (next != group && (isSection || own.Add(next)))
            {
                string end = group.Length > 0 ? "</section>\n" : "";
                html.Add(isSection
                    ? Html.Of($"{new Html(end)}<section class=\"group\" aria-labelledby=\"{next}\">\n{SectionHeading(change)}\n")
                    : Html.Of($"{new Html(end)}<section class=\"group\" aria-labelledby=\"{next}\">\n<h3 id=\"{next}\" class=\"group-heading\">{Words[next]}</h3>\n"));
                group = next;
            }

            if (!isSection)
            {
                html.Add(change is { Old.Kind: PartKind.Section } ? RemovedHeading(change) : card.Write(change));
            }
        }

        return Html.Join(html) + new Html(group.Length > 0 ? "</section>" : "");
    }

    /// <summary>Under which heading a part stands that is no section: that of the section before it, or one of the page's own, which is the name of a word and the element's id.</summary>
    private static string GroupOf(PartChange change, string group) => (change.New ?? change.Old)!.Kind switch
    {
        PartKind.Exhibit => "exhibits-heading",
        PartKind.Clause when group is "" or "opening-heading" => "clauses-heading",
        _ when group.Length == 0 => "opening-heading",
        _ => group,
    };

    private Html SectionHeading(PartChange change)
    {
        Html label = change.New!.Label is { } number ? Html.Of($"{number} ") : Html.Empty;
        // How a reconstructed text was divided is not known, so a heading is not called new beside it.
        Html words = change.Old is null || effects.IsPartlyUnknown
            ? page.Blocks.Inlines(change.New.Title, effects.IsPartlyUnknown ? Mark.None : Mark.Inserted)
            : page.Blocks.Words(change.Title, Shown.Both);
        return Html.Of($"<h3 id=\"{page.IdOf(change)}\" class=\"group-heading\"{Kind(change)}>{label}{page.InEnglish(words)}</h3>");
    }

    /// <summary>By what the filter finds a heading that differs; nothing for one that does not.</summary>
    private Html Kind(PartChange change) => RankGroup.IsTold(change, page.Comparison) ? Html.Of($" data-kind=\"{KebabCase.Of(change.Category)}\" data-rank=\"{RankGroup.NameOf(change)}\"") : Html.Empty;

    private Html RemovedHeading(PartChange change) => Html.Of($"<p class=\"removed-heading\" id=\"{page.IdOf(change)}\"{Kind(change)}>{Words["removed-heading"]} {page.InEnglish(page.Blocks.Inlines(change.Old!.Title, effects.IsPartlyUnknown ? Mark.None : Mark.Deleted))}</p>\n");

    private Html Filter()
    {
        PartChange[] clauses = [.. page.Clauses];
        return Html.Of($"""
            <form class="filter script-only" id="filter" aria-label="{Words["filter"]}">
            <div class="fields">
            {Select("kind", Words["filter-kind"], Options(Kinds(), c => Option(KebabCase.Of(c), Words[effects.CategoryOf(c)])))}
            {Select("rank", Words["filter-rank"], Options(RankGroup.Of(page.Comparison).Select(g => g.Name), n => Option(n, Words["rank." + n])))}
            {Select("family", Words["filter-family"], Options(clauses.Select(FamilyOf).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal), FamilyOption))}
            {Select("entry", Words["filter-entry"], Entries(clauses))}
            </div>
            <fieldset class="views"><legend>{Words["view"]}</legend>
            <label><input type="radio" name="view" value="inline" checked> {Words["view-inline"]}</label>
            <label><input type="radio" name="view" value="side"> {Words["view-side"]}</label></fieldset>
            <p class="filter-end"><button type="reset">{Words["filter-reset"]}</button> <output id="filter-count" role="status"></output></p>
            <p id="filter-none" class="notice-line" hidden><strong>{Words["filter-none"]}</strong> <button type="reset" class="show-all">{Words["filter-reset"]}</button></p>
            </form>
            """);
    }

    /// <summary>What became of the parts with a card, and of headings that differ. What moved and changed did both, and is found under each.</summary>
    private IEnumerable<ChangeCategory> Kinds()
    {
        ChangeCategory[] found = [.. page.Comparison.Parts.Where(p => (p.New ?? p.Old)!.Kind != PartKind.Section || RankGroup.IsTold(p, page.Comparison)).Select(p => p.Category)];
        return found.SelectMany(c => c == ChangeCategory.MovedAndChanged ? [ChangeCategory.Changed, ChangeCategory.Moved, c] : new[] { c }).Distinct().Order();
    }

    // Papers from elsewhere have no topics and meet no entries.
    private Html Select(string name, string label, Html options) => options.IsEmpty ? Html.Empty : Html.Of($"<label class=\"field\"><span>{label}</span><select name=\"{name}\"><option value=\"\">{Words["filter-all"]}</option>{options}</select></label>");

    private static Html Options<T>(IEnumerable<T> values, Func<T, Html> option) => Html.Join(values.Select(option));

    private static Html Option(string value, string text) => Html.Of($"<option value=\"{value}\">{text}</option>");

    private Html FamilyOption(string id) => Words.Find("family", id) is { } own
        ? Option(id, own)
        : Html.Of($"<option value=\"{id}\"{page.English}>{page.FamilyTitle(id)}</option>");

    private Html Entries(PartChange[] clauses)
    {
        IEnumerable<string> ids = clauses.SelectMany(c => (c.NewFacts ?? c.OldFacts)?.Satisfies ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Html.Join(ids.GroupBy(id => page.Material.Requirements.GetValueOrDefault(id)?.Catalogue ?? "").Select(g => Html.Of($"<optgroup label=\"{g.Key}\">{Html.Join(g.Select(Entry))}</optgroup>")));
    }

    private Html Entry(string id) => Html.Of($"<option value=\"{id}\"{page.English}>{(page.Material.Requirements.TryGetValue(id, out Requirement? requirement) ? requirement.Title : id)}</option>");

    private static string FamilyOf(PartChange change) => (change.NewFacts ?? change.OldFacts)?.Family ?? "";
}
