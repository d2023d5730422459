using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>The head of the page: what is compared, what the texts are and are not, and what changed in short.</summary>
internal sealed class Opening(PageContext page, Effects effects)
{
    private readonly PlainPair plain = new(page);

    private ReviewWords Words => page.Words;

    public Html Header() => Html.Of($"""
        <header class="page-head">
        <p class="kicker">{Words["kicker"]}</p>
        <h1>{Words["heading"]}</h1>
        {page.DraftLine()}
        <p id="printed-part" class="print-only" hidden></p>
        <dl class="sides">
        <div><dt>{Words["old"]}</dt><dd>{Side(page.Comparison.Old)}</dd></div>
        <div><dt>{Words["new"]}</dt><dd>{Side(page.Comparison.New)}</dd></div>
        </dl>
        {Contents()}
        </header>
        """);

    /// <summary>Links to what follows, and to each clause, so that nobody has to scroll to an answer.</summary>
    private Html Contents()
    {
        (string Id, string Name)[] places = [("overview-h", "overview"), .. ProvisionTable.Of(page.Comparison) is null ? [] : new[] { ("provisions-h", "known-short") }, ("clauses", "all-clauses"), ("comments-h", "comments")];
        return Html.Of($"<nav aria-label=\"{Words["contents"]}\"><ul>{Html.Join(places.Select(p => Html.Of($"<li><a href=\"#{p.Id}\">{Words[p.Name]}</a></li>")))}</ul>{Topics()}</nav>");
    }

    private Html Topics()
    {
        PartChange[] clauses = [.. page.Clauses];
        return clauses.Length == 0 ? Html.Empty : Html.Of($"<details class=\"topics no-print\"><summary>{Words["find-clause"]} ({clauses.Length})</summary><ul>{Html.Join(clauses.Select(c => Html.Of($"<li><a href=\"#{page.IdOf(c)}\">{page.Title(c)}</a>{(c.New is null ? Html.Of($" <span class=\"small\">({effects.BecameLine(c)})</span>") : Html.Empty)}</li>")), "\n")}</ul></details>");
    }

    /// <summary>What the texts are comes before anything is said of them.</summary>
    public Html Notices() => Html.Of($"""
        {Reconstruction("old", page.Comparison.Old)}{Reconstruction("new", page.Comparison.New)}{ReadingWarnings("reading-old", page.Comparison.Old)}{ReadingWarnings("reading-new", page.Comparison.New)}
        <section class="notice" aria-labelledby="about-h">
        <h2 id="about-h">{Words["about"]}</h2>
        {Notice(page.Comparison.New)}
        <p>{Words["not-advice"]}</p>
        {(page.Material.Locale == Locale.En ? Html.Empty : Html.Of($"<p>{Words["english-text"]}</p>"))}
        {ShortNames()}
        </section>
        """);

    /// <summary>What DPS and DPD are: the texts use the short names, and a parent may not know them.</summary>
    private Html ShortNames()
    {
        (string Short, string Name)[] names =
        [
            .. new[] { page.Comparison.New, page.Comparison.Old }.SelectMany(s => s.Agreement?.Agreement.Parties ?? [])
                .Where(p => p.Short.Length > 0 && p.Name != p.Short).Select(p => (p.Short, p.Name)).DistinctBy(p => p.Short),
        ];
        return names.Length == 0 ? Html.Empty : Html.Of($"<p>{Words["short-names"]}: {Html.Join(names.Select(n => Html.Of($"<b>{n.Short}</b> = {page.InEnglish(n.Name)}")), "; ")}.</p>");
    }

    public Html Overview()
    {
        Html numbers = Html.Join(Numbers(page).Select(c => Html.Of($"<li data-count=\"{c.Name}\">{c.Said}</li>")));
        ImmutableArray<RankGroup> groups = RankGroup.Of(page.Comparison);
        string state = plain.StateOf(groups.SelectMany(g => g.Changes));
        bool isSaid = state.Length > 0;
        return Html.Of($"""
            <section aria-labelledby="overview-h" class="overview">
            <h2 id="overview-h">{Words["overview"]}</h2>
            {(SameLine(page) is { } same ? Html.Of($"<p>{same}</p>") : Html.Empty)}
            <ul class="counts">{numbers}</ul>
            {Html.Join(Edges(page).Select(e => Html.Of($"<p>{Words.Put(e.Sentence, Html.Join(e.Said.Select(page.Quoted), ", "))}</p>")))}
            {Html.Join(page.Comparison.Renamings.All.Select(r => Html.Of($"<p>{Words.Put(r.Role is null ? "renamed-term" : "renamed", page.Quoted(r.Old), page.Quoted(r.New))}</p>")))}
            {Said(state, groups.IsEmpty)}
            {Html.Join(groups.Select(g => Group(g, isSaid)))}
            <div class="legend"><h3>{Words["legend"]}</h3>
            <p><ins>{Words.Hidden("mark-added")}{Words["legend-ins"]}</ins> · <del>{Words.Hidden("mark-removed")}{Words["legend-del"]}</del></p>
            {(page.Comparison.Parts.SelectMany(p => p.Blocks).SelectMany(b => b.WithDescendants()).Any(b => b.Move is not null) ? Html.Of($"<p class=\"moved\">{Words["legend-moved"]}</p>") : Html.Empty)}
            {(effects.IsPartlyUnknown ? Html.Of($"<p>{Words["legend-unknown"]}</p>") : Html.Empty)}</div>
            </section>
            """);
    }

    /// <summary>Says that nothing differs, or nothing but labels, forms and what stands around the text; null where words do.</summary>
    public static string? SameLine(PageContext page) => !page.Comparison.IsSame ? null : ComparisonCounts.Of(page.Comparison).AreNone ? page.Words["same"] : page.Words["same-words"];

    /// <summary>What the headers and footers of one paper alone say, with the name of the sentence that tells it.</summary>
    public static IEnumerable<(string Sentence, ImmutableArray<string> Said)> Edges(PageContext page) =>
        PageEdges.Of(page.Comparison).BySide.Select(e => (e.Side == "old" ? "edges-old" : "edges-new", e.Said));

    /// <summary>The totals that are not 0, by name and in words. How many of those that changed are told among those that moved as well is said with them.</summary>
    public static IEnumerable<(string Name, string Said)> Numbers(PageContext page)
    {
        int both = page.Clauses.Count(c => c.Category == ChangeCategory.MovedAndChanged);
        return Numbers(ComparisonCounts.Of(page.Comparison), page.Comparison.HasReconstruction).Where(c => c.Number > 0)
            .Select(c => (c.Name, page.Words.Count("count-" + c.Name, c.Number) + (c.Name == "changed" && both > 0 ? "; " + page.Words.Count("count-also-moved", both) : "")));
    }

    /// <summary>The totals, by the ends of the names of their words. Beside a reconstruction rows are told by their words alone: in which of them somebody knows what the other text says, words are told apart and rows are not.</summary>
    private static (string Name, int Number)[] Numbers(ComparisonCounts counts, bool isPartlyUnknown) =>
    [
        (isPartlyUnknown ? "differing" : "changed", counts.Changed), ("moves", counts.Moves), ("merged", counts.Merged), ("split-off", counts.SplitOff), ("added", counts.Added), ("added-unknown", counts.AddedWhereUnknown), ("in-new-alone", counts.InNewAlone), ("in-old-alone", counts.InOldAlone), ("removed", counts.Removed),
        ("removed-unknown", counts.RemovedWhereUnknown), ("renumbered", counts.Renumbered), ("unchanged", counts.Unchanged), ("sections-added", counts.SectionsAdded), ("sections-removed", counts.SectionsRemoved), ("sections-changed", counts.SectionsChanged),
        ("texts", counts.TextsChanged), ("edges", counts.HeadersAndFooters), ("references", counts.References), ("typed-references", counts.TypedReferences), ("rows-in", isPartlyUnknown ? 0 : counts.RowsInserted), ("rows-out", isPartlyUnknown ? 0 : counts.RowsDeleted), ("rows-moved", counts.RowsMoved), ("formattings", counts.Formattings), ("paragraph-formattings", counts.ParagraphFormattings),
        ("words-in", counts.WordsInserted - counts.WordsInsertedWhereUnknown), ("words-out", counts.WordsDeleted - counts.WordsDeletedWhereUnknown),
        ("words-unknown", counts.WordsInsertedWhereUnknown + counts.WordsDeletedWhereUnknown),
    ];

    private Html Group(RankGroup group, bool isSaid) => Html.Of($"""
        <details class="rank"{new Html(group.Name is "duty-or-right" or "deadline" or "one-text" ? " open" : "")}><summary><h3>{Words["rank." + group.Name]}</h3> <span class="number">{Words.Count("entries", group.Changes.Length)}</span></summary>
        <p class="hint">{effects.RankHint(group.Name)}</p>
        <ul>{Html.Join(group.Changes.Select(c => Line(c, isSaid)))}</ul></details>
        """);

    /// <param name="isSaid">Whether sentences are promised, so that a missing one has to be called missing.</param>
    private Html Line(PartChange change, bool isSaid)
    {
        string means = plain.ChangeOf(change);
        // Without this a removed 2.3 would stand beside the 2.3 of the new text.
        bool isOther = change.Category is not (ChangeCategory.Changed or ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown) || change.FormerLabel is not null || RankGroup.NameOf(change) == "place";
        Html place = isOther ? Html.Of($"<br><span class=\"small\">{Place(change)}</span>") : Html.Empty;
        return Html.Of($"<li><a href=\"#{page.IdOf(change)}\">{page.Title(change)}</a>{place}{(means.Length == 0 ? (isSaid && plain.IsUnexplained(change) ? Html.Of($"<br><span class=\"small\">{Words["overview-none"]}</span>") : Html.Empty) : Html.Of($"<br>{means}"))}</li>");
    }

    /// <summary>How a part whose words are the same stands otherwise than before.</summary>
    private Html Place(PartChange change)
    {
        string references = change.Rank == ChangeRank.Reference ? Words["concerns.reference"] : "";
        IEnumerable<Html> said = [effects.BecameLine(change), .. new[] { change.FormerLabel is { } former ? Words.Say("was-numbered", former) : "", references }.Where(s => s.Length > 0).Select(Html.Text)];
        return Html.Join(said, ". ");
    }

    private Html Said(string state, bool isSame) => isSame ? Html.Empty
        : state.Length > 0 ? Html.Of($"<p class=\"hint\">{Words["overview-plain"]}</p><p class=\"draft\">{state}</p>")
        : Html.Of($"<p class=\"hint\">{Words["overview-no-plain"]}</p>");

    private Html Reconstruction(string which, ComparisonSide side)
    {
        if (side.Reconstruction.Length == 0)
        {
            return Html.Empty;
        }

        string? own = TranslationOf(side)?.Reconstruction;
        return Html.Of($"""
            <section class="notice strong" aria-labelledby="reconstruction-{which}-h">
            <h2 id="reconstruction-{which}-h">{Words["reconstruction-" + which]}</h2>
            <p>{(string.IsNullOrEmpty(own) ? page.InEnglish(side.Reconstruction) : Html.Text(own.ReplaceLineEndings(" ")))}</p>
            <p>{Words["unknown-is-not-absent"]} {Words["order-is-ours"]}</p>
            </section>

            """);
    }

    private Html ReadingWarnings(string heading, ComparisonSide side) => side.ReadingWarnings.IsEmpty ? Html.Empty : Html.Of($"""
        <section class="notice strong" aria-labelledby="{heading}-h">
        <h2 id="{heading}-h">{Words[heading]}</h2>
        <p>{Words["reading-warnings"]}</p>
        <ul>{Html.Join(side.ReadingWarnings.Select(w => Html.Of($"<li>{page.InEnglish(w)}</li>")))}</ul>
        </section>

        """);

    private Html Notice(ComparisonSide side)
    {
        string own = TranslationOf(side)?.Notice ?? "";
        if (own.Length > 0)
        {
            return Html.Of($"<p>{own.ReplaceLineEndings(" ")}</p>");
        }

        IEnumerable<Paragraph> notices = side.Document.Blocks.OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Notice);
        return Html.Join(notices.Select(n => Html.Of($"<p>{page.InEnglish(page.Blocks.Inlines(n.Content))}</p>")));
    }

    private Html Side(ComparisonSide side)
    {
        string own = TranslationOf(side)?.Title ?? "";
        Html title = own.Length > 0 ? Html.Text(own) : page.InEnglish(side.Document.Properties.Title);
        if (title.IsEmpty || side.Document.Properties.Title.Length == 0)
        {
            return Html.Text(side.Name);
        }

        return Html.Of($"{title} <span class=\"small\">({side.Name})</span>");
    }

    private AgreementTranslation? TranslationOf(ComparisonSide side) => side.Agreement?.Agreement.Translations.FirstOrDefault(t => t.Locale == page.Material.Locale);
}
