using System.Collections.Immutable;
using MouBuilder.Agreements;
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
            ({ } before, { } after) when IsSame(before, after) => Html.Of($"<div class=\"plain-both\"><h6>{Words["plain-both"]}{Standing(page.Comparison.Old, page.Comparison.New)}</h6>{Text(after)}</div>{Change(change)}"),
            _ => Html.Of($"{Side("plain-before", change.Old, old, change.Category, page.Comparison.Old)}{Side("plain-after", change.New, now, change.Category, page.Comparison.New)}{Change(change)}"),
        };
        Html standing = old is null && now is null ? Standing([.. change.Old is null ? [] : new[] { page.Comparison.Old }, .. change.New is null ? [] : new[] { page.Comparison.New }]) : Html.Empty;
        return Html.Of($"<section class=\"in-plain\"><h5>{Words["plain"]}{standing}</h5>{body}</section>");
    }

    /// <summary>What a change means, in one or two sentences, for a list of changes; empty where no text in the page's language says it, or says it of another older text.</summary>
    public string ChangeOf(PartChange change) => page.Comparison.IsOfNextVersion(change) ? SaidOf(change) : "";

    /// <summary>Whether the newer text has the clause, and no plain text in the page's language explains it as it now is.</summary>
    public bool IsUnexplained(PartChange change) => change.New is { Kind: PartKind.Clause } && Find(change.New, page.Material.NewPlain) is not { IsStale: false };

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

    private Html Change(PartChange change) => ChangeOf(change) is { Length: > 0 } said ? Html.Of($"<h6>{Words["plain-change"]}</h6><p>{said}</p>")
        : change.IsChange && SaidOf(change).Length > 0 ? Html.Of($"<p class=\"hint\">{Words["plain-no-change"]}</p>")
        : Html.Empty;

    /// <summary>What a plain text says the change to be; a text that is out of date speaks of another change.</summary>
    private string SaidOf(PartChange change) => Find(change.New, page.Material.NewPlain) is { IsStale: false } now ? now.Version.Change : "";

    /// <summary>That a text is a draft, or otherwise no rule in force: whoever is sent a link to one clause sees nothing of the page's head.</summary>
    private Html Standing(params ComparisonSide[] sides)
    {
        string[] standings = [.. sides.Select(StandingOf).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Select(s => Words["standing." + s])];
        return standings.Length == 0 ? Html.Empty : Html.Of($" <span class=\"standing\">({string.Join("; ", standings)})</span>");
    }

    /// <summary>The end of the name of its words; empty where the agreement says that it is signed, and where nothing is known of it.</summary>
    private static string StandingOf(ComparisonSide side) => side switch
    {
        { Reconstruction.Length: > 0 } => "reconstruction",
        { Agreement.Agreement.Status: AgreementStatus.Draft or AgreementStatus.InNegotiation } => "draft",
        { Agreement.Agreement.Status: AgreementStatus.ApprovedAsToForm or AgreementStatus.Approved } => "unsigned",
        { Agreement.Agreement.Status: AgreementStatus.Superseded } => "superseded",
        _ => "",
    };

    private Html Side(string heading, DocumentPart? part, PlainClause? text, ChangeCategory category, ComparisonSide side)
    {
        Html content = text is not null ? Text(text)
            : part is not null ? Html.Of($"<p class=\"missing\">{Words["plain-missing"]}</p>")
            : Html.Of($"<p class=\"said\">{Words[category is ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown ? "side-unknown" : category is ChangeCategory.InNewAlone or ChangeCategory.InOldAlone ? "side-no-match" : "side-none"]}</p>");
        return Html.Of($"<div class=\"{heading}\"><h6>{Words[heading]}{Standing(side)}</h6>{content}</div>");
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
