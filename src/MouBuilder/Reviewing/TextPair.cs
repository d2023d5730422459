using System.Collections.Immutable;
using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>The two texts of a part: in one with marks, and side by side. A text that is not known is never shown as an empty one.</summary>
internal sealed class TextPair(PageContext page)
{
    private ReviewWords Words => page.Words;

    public Html Write(PartChange change) => Html.Of($"""
        <section class="texts"><h5>{Words[Heading(change)]}</h5>
        {PartlyKnown(change)}
        <div class="view-inline"{page.English}>{Title(change)}{Inline(change)}</div>
        <div class="view-side" hidden>{SideBySide(change)}</div></section>
        """);

    private static string Heading(PartChange change) => change switch
    {
        { Category: ChangeCategory.AddedWhereUnknown or ChangeCategory.RemovedWhereUnknown or ChangeCategory.InNewAlone or ChangeCategory.InOldAlone } => "text-known",
        { Old: null } => "text-new",
        { New: null } => "text-old",
        { Category: ChangeCategory.Unchanged or ChangeCategory.Renumbered } => "text-same",
        _ => "text-both",
    };

    private Html PartlyKnown(PartChange change)
    {
        bool isPartly = change is { Old: not null, New: not null } && page.Comparison.HasReconstruction;
        return isPartly && change.IsChange ? Html.Of($"<p class=\"hint\">{Words["partly-known"]}</p>") : Html.Empty;
    }

    private Html Title(PartChange change) => IsTitleChanged(change) ? Heading(change, Shown.Both) : Html.Empty;

    private static bool IsTitleChanged(PartChange change) => change.Title.Any(w => w.Kind != WordChangeKind.Kept);

    private Html Heading(PartChange change, Shown shown) => Html.Of($"<p class=\"subhead\"{(shown == Shown.Both ? Html.Empty : page.English)}>{page.Blocks.Words(change.Title, shown)}</p>");

    private Html Inline(PartChange change) => change.Category switch
    {
        // Whether this is new is not known, so it is not marked as new.
        ChangeCategory.AddedWhereUnknown => page.Blocks.Whole(change.New!.Blocks) + page.Blocks.Whole(change.New.Notes),
        ChangeCategory.RemovedWhereUnknown => page.Blocks.Whole(change.Old!.Blocks) + page.Blocks.Whole(change.Old.Notes),
        _ => page.Blocks.Changes(change.Blocks, Shown.Both) + page.Blocks.Changes(change.Notes, Shown.Both),
    };

    private Html SideBySide(PartChange change)
    {
        string id = page.IdOf(change);
        IEnumerable<Html> rows = Rows(change).Select(r => Html.Of($"<tr role=\"row\">{Cell(r.Old, Words["old"])}{Cell(r.New, Words["new"])}</tr>"));
        return Html.Of($"""
            <table role="table" class="stacked pair" aria-labelledby="{id}-h"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{Words["old"]}</th><th role="columnheader" scope="col">{Words["new"]}</th></tr></thead>
            <tbody role="rowgroup">{Html.Join(rows)}</tbody></table>
            """);
    }

    private static Html Cell(Html content, string label) => Html.Of($"<td role=\"cell\"><span class=\"cell-label\" aria-hidden=\"true\">{label}</span>{content}</td>");

    private IEnumerable<(Html Old, Html New)> Rows(PartChange change)
    {
        switch (change.Category)
        {
            case ChangeCategory.AddedWhereUnknown:
                yield return (Said("side-unknown"), Text(page.Blocks.Whole(change.New!.Blocks) + page.Blocks.Whole(change.New.Notes)));
                yield break;
            case ChangeCategory.RemovedWhereUnknown:
                yield return (Text(page.Blocks.Whole(change.Old!.Blocks) + page.Blocks.Whole(change.Old.Notes)), Said("side-unknown"));
                yield break;
            case var _ when change.Old is null:
                yield return (Said(None(change)), Text(Sides(change.Blocks, change.Notes, Shown.New)));
                yield break;
            case var _ when change.New is null:
                yield return (Text(Sides(change.Blocks, change.Notes, Shown.Old)), Said(None(change)));
                yield break;
            default:
                break;
        }

        if (IsTitleChanged(change))
        {
            yield return (Heading(change, Shown.Old), Heading(change, Shown.New));
        }

        foreach (ImmutableArray<BlockChange> row in Paired(change.Blocks).Concat(Paired(change.Notes)))
        {
            yield return (Text(page.Blocks.Changes(row, Shown.Old)), Text(page.Blocks.Changes(row, Shown.New)));
        }
    }

    private static string None(PartChange change) => change.Category is ChangeCategory.InNewAlone or ChangeCategory.InOldAlone ? "side-no-match" : "side-none";

    private Html Sides(ImmutableArray<BlockChange> blocks, ImmutableArray<BlockChange> notes, Shown shown) => page.Blocks.Changes(blocks, shown) + page.Blocks.Changes(notes, shown);

    /// <summary>What was taken out and what was put in its place stand beside each other; every other block has its own row.</summary>
    private static IEnumerable<ImmutableArray<BlockChange>> Paired(ImmutableArray<BlockChange> changes)
    {
        for (int i = 0; i < changes.Length;)
        {
            int end = i + 1;
            if (IsOfOneSide(changes[i]))
            {
                while (end < changes.Length && IsOfOneSide(changes[end]))
                {
                    end++;
                }
            }

            yield return changes[i..end];
            i = end;
        }
    }

    private static bool IsOfOneSide(BlockChange change) => change.Old is null || change.New is null || change.Kind == BlockChangeKind.MovedTo;

    private Html Said(string name) => Html.Of($"<p class=\"said\">{Words[name]}</p>");

    private Html Text(Html html) => html.IsEmpty ? Html.Of($"<p class=\"said\">{Words["side-nothing-here"]}</p>") : Html.Of($"<div{page.English}>{html}</div>");
}
