using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Templates;
using MouBuilder.Yaml;

namespace MouBuilder.Reviewing;

/// <summary>The plain-language texts of a clause before and after, each with how far it has been checked. A missing one is said to be missing, and no other language takes its place.</summary>
internal sealed class PlainPair(PageContext page)
{
    private ReviewWords Words => page.Words;

    public Html Write(PartChange change)
    {
        PlainClause? old = Find(change.Old, page.Material.OldPlain);
        PlainClause? now = Find(change.New, page.Material.NewPlain);
        Html body = (old, now) switch
        {
            (null, null) => Html.Of($"<p class=\"missing\">{Words["plain-missing"]}</p>"),
            _ => Html.Of($"{Side("plain-before", change.Old, old, change.Category)}{Side("plain-after", change.New, now, change.Category)}{Change(now)}"),
        };
        return Html.Of($"<section class=\"in-plain\"><h5>{Words["plain"]}</h5>{body}</section>");
    }

    private static PlainClause? Find(DocumentPart? part, ImmutableDictionary<string, PlainClause> texts) =>
        part is { Kind: PartKind.Clause } ? texts.GetValueOrDefault(part.Id) : null;

    private Html Change(PlainClause? now) => now is { Version.Change.Length: > 0 } ? Html.Of($"<h6>{Words["plain-change"]}</h6><p>{now.Version.Change}</p>") : Html.Empty;

    private Html Side(string heading, DocumentPart? part, PlainClause? text, ChangeCategory category)
    {
        Html content = text is not null ? Text(text)
            : part is not null ? Html.Of($"<p class=\"missing\">{Words["plain-missing"]}</p>")
            : Html.Of($"<p class=\"said\">{Words[category is ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown ? "side-unknown" : "side-none"]}</p>");
        return Html.Of($"<div class=\"{heading}\"><h6>{Words[heading]}</h6>{content}</div>");
    }

    private Html Text(PlainClause text)
    {
        string state = text.IsStale ? "plain-stale" : text.Version.IsMachineMade ? "plain-machine" : "plain-" + KebabCase.Of(text.Version.State);
        return Html.Of($"""
            <p class="{(text.Version.State == PlainState.Approved && !text.IsStale && !text.Version.IsMachineMade ? "approved" : "draft")}">{Words[state]}</p>
            {page.Blocks.Whole(text.Blocks)}{page.Blocks.Whole(text.Notes)}
            {(text.Version.RestsOn == RestsOn.None ? Html.Empty : Html.Of($"<p class=\"small\">{Words["rests-on-" + KebabCase.Of(text.Version.RestsOn)]}</p>"))}
            """);
    }
}
