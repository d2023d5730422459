using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Templates;
using MouBuilder.Yaml;

namespace MouBuilder.Reviewing;

/// <summary>One part of the texts: what became of it, in plain words, whom it binds, both texts, why, and room for a comment.</summary>
internal sealed class ClauseCard(PageContext page, Effects effects)
{
    private readonly TextPair texts = new(page);
    private readonly PlainPair plain = new(page);

    private ReviewWords Words => page.Words;

    public Html Write(PartChange change)
    {
        string id = page.IdOf(change);
        ClauseFacts? facts = change.NewFacts ?? change.OldFacts;
        bool isClause = PageContext.IsClause(change);
        return Html.Of($"""
            <article id="{id}" aria-labelledby="{id}-h" data-kind="{KebabCase.Of(change.Category)}" data-rank="{RankGroup.NameOf(change)}" data-family="{facts?.Family}" data-entries="{string.Join(' ', facts?.Satisfies ?? [])}"{new Html(isClause ? " data-clause" : "")}>
            <h4 id="{id}-h"><a href="#{id}" class="permalink">{page.Title(change)}</a></h4>
            {Tags(change)}
            {(isClause ? plain.Write(change) : Html.Empty)}
            {Binds(change)}
            {texts.Write(change)}
            {Why(change)}
            {(isClause ? Comment(change) : Html.Empty)}
            </article>

            """);
    }

    private Html Tags(PartChange change)
    {
        Html version = (change.OldFacts, change.NewFacts) switch
        {
            ({ } before, { } after) when before.Version != after.Version => Html.Of($"<li>{Words.Say("version-becomes", before.Version, after.Version)}</li>"),
            (null, { } after) => Html.Of($"<li>{Words.Say("version", after.Version)}</li>"),
            _ => Html.Empty,
        };
        string concerns = change.Category is ChangeCategory.Unchanged or ChangeCategory.Renumbered && change.Rank == ChangeRank.None ? "" : effects.Concerns(change);
        return Html.Of($"""
            <ul class="tags"><li class="tag tag-{KebabCase.Of(change.Category)}"><span aria-hidden="true">{Sign(change.Category)}</span> {effects.BecameLine(change)}</li>{Item(concerns)}{Item(change.FormerLabel is { } former ? Words.Say("was-numbered", former) : "")}{Level(change)}{version}</ul>
            """);
    }

    private Html Level(PartChange change) => change is { Old: { } old, New: { } now } && HeadingLevels.AreOther(old, now)
        ? Item(Words[HeadingLevels.LevelOf(now) > HeadingLevels.LevelOf(old) ? "level-deeper" : "level-higher"])
        : Html.Empty;

    private static Html Item(string text) => text.Length == 0 ? Html.Empty : Html.Of($"<li>{text}</li>");

    private static string Sign(ChangeCategory category) => category switch
    {
        ChangeCategory.Added => "+",
        ChangeCategory.Removed => "−",
        ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown => "?",
        ChangeCategory.Moved => "⇄",
        ChangeCategory.Unchanged or ChangeCategory.Renumbered => "=",
        _ => "≠",
    };

    private Html Binds(PartChange change)
    {
        ImmutableArray<Binding> bound = page.Bindings.Of(change.New ?? change.Old);
        bool hasUnnamed = page.Bindings.HasUnnamed(change.New ?? change.Old);
        if (bound.IsEmpty && !hasUnnamed)
        {
            return Html.Empty;
        }

        Html gains = change.Category == ChangeCategory.Unchanged ? Html.Empty : effects.GainsLine(change);
        return Html.Of($"""
            <section class="binds"><h5>{Words[change.New is null ? "binds-old" : "binds"]}</h5>
            <ul>{Html.Join(bound.Select(b => Html.Of($"<li><b>{page.Role(b.Actor)}</b>: {string.Join(", ", b.Modals.Select(m => Words["modal." + m.Replace(' ', '-')]))}</li>")))}{(hasUnnamed ? Item(Words[bound.IsEmpty ? "binds-nobody-known" : "binds-unnamed"]) : Html.Empty)}</ul>
            {(gains.IsEmpty ? Html.Empty : Html.Of($"<p>{gains}</p>"))}<p class="hint">{Words["binds-hint"]}</p></section>
            """);
    }

    private Html Why(PartChange change)
    {
        ClauseFacts? facts = change.NewFacts ?? change.OldFacts;
        Html[] details = [.. effects.Details(change).Select(Detail)];
        Html[] others = [.. effects.Others(change).Select(o => o.Sentence == "becomes" ? Words.Put("becomes", [.. o.Quoted.Select(page.Quoted)]) : Words.Put(o.Sentence, Html.Join(o.Quoted.Select(page.Quoted), ", "), page.InEnglish(o.Clause)))];
        others = [.. others, .. Effects.SmallEdits(change).Select(n => Words.Put("becomes", page.Quoted(n.Old), page.Quoted(n.New)))];
        Html beside = others.Length == 0 ? Html.Empty : Html.Of($"<ul class=\"others\">{Html.Join(others.Select(o => Html.Of($"<li>{o}</li>")))}</ul>");
        Html list = details.Length == 0 ? Html.Empty : Html.Of($"<details><summary>{Words.Say("details", Words.Number(change.Duties.Length + change.Deadlines.Length))}</summary><p class=\"hint\">{Words["details-hint"]}</p><ul>{Html.Join(details.Select(d => Html.Of($"<li>{d}</li>")))}</ul></details>");
        list = beside + list;
        if (facts is null)
        {
            return list;
        }

        return Html.Of($"""
            <section class="why">{Block("reason", Reason(change))}{Block(change.New is null ? "satisfied" : "satisfies", Satisfied(facts))}{Sources(change.New is null ? "sources-old" : "sources", facts)}{(change is { OldFacts: { } old, NewFacts: not null } ? Sources("sources-old", old) : Html.Empty)}
            {list}</section>
            """);
    }

    private Html Reason(PartChange change) => change.Reason.Length > 0 && page.Comparison.IsReasonOf(change) ? Html.Of($"<p>{page.InEnglish(change.Reason)}</p>")
        : change.IsChange ? Html.Of($"<p>{Words[change.Reason.Length > 0 ? "no-reason-here" : "no-reason"]}</p>")
        : Html.Empty;

    private Html Detail((string Sentence, string[] Quoted) line)
    {
        IEnumerable<Html> quoted = line.Quoted.Select(page.Quoted);
        return line.Sentence == "becomes" ? Words.Put("becomes", [.. quoted]) : Words.Put(line.Sentence, Html.Join(quoted, ", "));
    }

    private Html Block(string name, Html content) => content.IsEmpty ? Html.Empty : Html.Of($"<h5>{Words[name]}</h5>{content}");

    private Html Satisfied(ClauseFacts facts) => facts.Satisfies.IsEmpty ? Html.Empty
        : Html.Of($"<ul>{Html.Join(facts.Satisfies.Select(id => Html.Of($"<li>{(page.Material.Requirements.TryGetValue(id, out Requirement? entry) ? page.InEnglish(entry.Title) : Html.Empty)} <span class=\"small\">({id})</span></li>")))}</ul>");

    private Html Sources(string name, ClauseFacts facts) => facts.Sources.IsEmpty ? Html.Empty
        : Html.Of($"<details><summary>{Words[name]} ({facts.Sources.Length})</summary><ul>{Html.Join(facts.Sources.Select(Source))}</ul></details>");

    private Html Source(ClauseSource source)
    {
        Html cite = BlockHtml.IsWebAddress(source.Address) ? Html.Of($"<a href=\"{source.Address}\" rel=\"noopener noreferrer\">{source.Cite}</a>") : Html.Text(source.Cite);
        string basis = Words["basis." + KebabCase.Of(source.Basis)] + (source.Certainty == SourceCertainty.None ? "" : "; " + Words["certainty-" + source.Certainty]);
        return Html.Of($"<li>{page.InEnglish(cite)} ({basis}){(source.Note.Length == 0 ? Html.Empty : Html.Of($". {page.InEnglish(source.Note)}"))}</li>");
    }

    private Html Comment(PartChange change)
    {
        string id = page.IdOf(change);
        return Html.Of($"""
            <details class="comment script-only"><summary>{Words["write-comment"]}</summary>
            <p class="hint" id="{id}-limit">{Words["comment-notice-short"]} {Words["comment-limit"]}</p>
            <label for="{id}-comment">{Words["comment-on"]} {page.Title(change)}</label>
            <textarea id="{id}-comment" data-comment="{id}" rows="5" maxlength="4000" aria-describedby="{id}-limit"></textarea>
            <p><a href="#comments-h">{Words["to-save"]}</a></p></details>
            """);
    }
}
