using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>The provision table on the page. Its roles are written out, since a table laid out as blocks on a phone would lose them.</summary>
internal sealed class ProvisionSection(PageContext page, Effects effects)
{
    private ReviewWords Words => page.Words;

    public Html Write()
    {
        if (ProvisionTable.Of(page.Comparison) is not { } table)
        {
            return Html.Empty;
        }

        string year = table.Reconstruction.Document.Properties.Drafted?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? table.Reconstruction.Name;
        string[] headings = [Words["topic"], Words.Say("known", year), Words["certainty"], Words[table.IsOldReconstructed ? "new" : "old"], Words["effect"]];
        return Html.Of($"""
            <section aria-labelledby="provisions-h" class="provisions">
            <h2 id="provisions-h">{Words.Say("provisions", year)}</h2>
            <p class="hint">{Words["certainty-hint"]}</p>
            {Part("provisions-known", [.. table.Rows.Where(r => !r.Known.IsEmpty)], headings, isOpen: true)}
            {Part("provisions-unknown", [.. table.Rows.Where(r => r.Known.IsEmpty)], headings, isOpen: false)}
            </section>
            """);
    }

    private Html Part(string name, Provision[] rows, string[] headings, bool isOpen) => rows.Length == 0 ? Html.Empty : Html.Of($"""
        <details{new Html(isOpen ? " open" : "")}><summary id="{name}">{Words.Count(name, Topics(rows))}</summary>
        <table role="table" class="stacked provision-table" aria-labelledby="{name}">
        <thead role="rowgroup"><tr role="row">{Html.Join(headings.Select(h => Html.Of($"<th role=\"columnheader\" scope=\"col\">{h}</th>")))}</tr></thead>
        <tbody role="rowgroup">
        {Html.Join(rows.Select(r => Row(r, headings)), "\n")}
        </tbody></table></details>
        """);

    /// <summary>A topic on which several clauses speak is one.</summary>
    private static int Topics(Provision[] rows) => rows.Count(r => r.Family.Length == 0) + rows.Select(r => r.Family).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).Count();

    private Html Row(Provision row, string[] headings)
    {
        Html topic = row.Family.Length > 0 ? page.Family(row.Family) : row.Changes is [var change, ..] ? page.Title(change) : Html.Empty;
        Html[] cells = [Known(row), Sources(row), Other(row), Effect(row)];
        return Html.Of($"<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{topic}</th>{Html.Join(cells.Select((c, i) => Html.Of($"<td role=\"cell\"><span class=\"cell-label\" aria-hidden=\"true\">{headings[i + 1]}</span>{c}</td>")))}</tr>");
    }

    private Html Known(Provision row) => row.Known.IsEmpty
        ? Html.Of($"<p>{Words["nothing-known"]}</p>")
        : Html.Join(row.Known.Select(known => Html.Of($"<div{page.English}>{page.Blocks.Whole(known.Blocks)}{page.Blocks.Whole(known.Notes)}</div>")));

    private Html Sources(Provision row)
    {
        ImmutableArray<ClauseSource> sources = row.Sources;
        return sources.IsEmpty
            ? Html.Of($"<p>{Words["no-source"]}</p>")
            : Html.Of($"<ul>{Html.Join(sources.Select(s => Html.Of($"<li>{(s.Certainty == SourceCertainty.None ? Html.Empty : Html.Of($"<b>{s.Certainty.ToString()}</b>: "))}{page.InEnglish(s.Cite)}</li>")))}</ul>");
    }

    private Html Other(Provision row) => row.Others.IsEmpty ? Html.Of($"<p>{Words["not-in-other"]}</p>") : Html.Join(row.Others.Select(o => Other(o.Change, o.Part)));

    private Html Other(PartChange change, DocumentPart other)
    {
        (string text, bool isWhole) = Provision.BeginningOf(other);
        Html beginning = text.Length == 0 ? Html.Empty : Html.Of($"<p>{page.Quoted(isWhole ? text : text + " …")}</p>");
        return Html.Of($"<p><a href=\"#{page.IdOf(change)}\">{(ReferenceEquals(other, change.Old) ? page.OldTitle(change) : page.Title(change))}</a></p>{beginning}");
    }

    private Html Effect(Provision row) => row.Changes.IsEmpty ? Html.Of($"<p>{Words["unknown-both"]}</p>") : Html.Join(row.Changes.Select(c => Effect(c, isAlone: row.Changes.Length == 1)));

    private Html Effect(PartChange change, bool isAlone)
    {
        Html gains = effects.GainsLine(change);
        return Html.Of($"<p>{(isAlone ? Html.Empty : Html.Of($"{page.Title(change)}: "))}{effects.BecameLine(change)}. {effects.Concerns(change)}</p>{(gains.IsEmpty ? Html.Empty : Html.Of($"<p>{gains}</p>"))}");
    }
}
