using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
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
            ({ } before, { } after) when IsSame(before, after) => Html.Of($"<div class=\"plain-both\"><h6>{Words["plain-both"]}</h6>{Text(after)}</div>{Change(change)}"),
            _ => Html.Of($"{Side("plain-before", change.Old, old, change.Category)}{Side("plain-after", change.New, now, change.Category)}{Change(change)}"),
        };
        return Html.Of($"<section class=\"in-plain\"><h5>{Words["plain"]}</h5>{body}</section>");
    }

    /// <summary>What a change means, in one or two sentences, for a list of changes; empty where no text in the page's language says it.</summary>
    public string ChangeOf(PartChange change) => change.IsOfOneVersion ? "" : ChangeOf(Find(change.New, page.Material.NewPlain));

    /// <summary>How far the sentences of a list have been checked: the line of the least checked text that one of them is from; empty where there are none.</summary>
    public string StateOf(IEnumerable<PartChange> changes)
    {
        PlainClause[] texts = [.. changes.Where(c => ChangeOf(c).Length > 0).Select(c => Find(c.New, page.Material.NewPlain)!)];
        return texts.Length == 0 ? "" : Words[new[] { "plain-machine", "plain-draft", "plain-reviewed", "plain-approved" }.First(s => texts.Any(t => StateOf(t) == s))];
    }

    private static PlainClause? Find(DocumentPart? part, ImmutableDictionary<string, PlainClause> texts) =>
        part is { Kind: PartKind.Clause } ? texts.GetValueOrDefault(part.Id) : null;

    /// <summary>Whether a reader would see the same twice.</summary>
    private static bool IsSame(PlainClause old, PlainClause now) =>
        old.IsStale == now.IsStale && (old.Version.State, old.Version.IsMachineMade, old.Version.RestsOn) == (now.Version.State, now.Version.IsMachineMade, now.Version.RestsOn) && Dump(old) == Dump(now);

    private static string Dump(PlainClause text) => new MouDocument(new() { Title = "" }, text.Blocks, text.Notes).Dump();

    private Html Change(PartChange change) => ChangeOf(change) is { Length: > 0 } means ? Html.Of($"<h6>{Words["plain-change"]}</h6><p>{means}</p>") : Html.Empty;

    /// <summary>What a plain text says the change to be; a text that is out of date, or of a version that both sides have, speaks of another change.</summary>
    private static string ChangeOf(PlainClause? now) => now is { IsStale: false } ? now.Version.Change : "";

    private Html Side(string heading, DocumentPart? part, PlainClause? text, ChangeCategory category)
    {
        Html content = text is not null ? Text(text)
            : part is not null ? Html.Of($"<p class=\"missing\">{Words["plain-missing"]}</p>")
            : Html.Of($"<p class=\"said\">{Words[category is ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown ? "side-unknown" : "side-none"]}</p>");
        return Html.Of($"<div class=\"{heading}\"><h6>{Words[heading]}</h6>{content}</div>");
    }

    private Html Text(PlainClause text)
    {
        Html words = Html.Of($"""
            {page.Blocks.Whole(text.Blocks)}{page.Blocks.Whole(text.Notes)}
            {(text.Version.RestsOn == RestsOn.None ? Html.Empty : Html.Of($"<p class=\"small\">{Words["rests-on-" + KebabCase.Of(text.Version.RestsOn)]}</p>"))}
            """);
        // Nobody takes words for those of this text that explain another one.
        return text.IsStale
            ? Html.Of($"<p class=\"draft\">{Words["plain-stale"]}</p><details class=\"stale\"><summary>{Words["plain-stale-show"]}</summary>{words}</details>")
            : Html.Of($"<p class=\"{(IsApproved(text) ? "approved" : "draft")}\">{Words[StateOf(text)]}</p>\n{words}");
    }

    private static bool IsApproved(PlainClause text) => text.Version is { State: PlainState.Approved, IsMachineMade: false };

    private static string StateOf(PlainClause text) => text.Version.IsMachineMade ? "plain-machine" : "plain-" + KebabCase.Of(text.Version.State);
}
