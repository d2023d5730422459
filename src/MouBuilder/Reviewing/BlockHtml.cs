using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>Which text of a comparison is shown.</summary>
internal enum Shown
{
    /// <summary>Both in one: what is gone struck, what is new underlined.</summary>
    Both,
    Old,
    New,
}

/// <summary>What becomes of the words of a block as a whole.</summary>
internal enum Mark
{
    None,
    Inserted,
    Deleted,
}

/// <summary>
/// Writes blocks, and blocks that changed, as HTML. Changed words stand in <c>ins</c> and <c>del</c>, with a word that only screen readers say, since
/// not all of them tell these elements.
/// </summary>
/// <param name="targets">The element ids of the parts of the page, by the id that cross-references name.</param>
/// <param name="areGapsEnglish">Whether a gap bears the English name of what is missing, also in a text of another language.</param>
internal sealed class BlockHtml(ReviewWords words, IReadOnlyDictionary<string, string> targets, bool areGapsEnglish = false)
{
    private int regions;

    /// <summary>Blocks of one document.</summary>
    public Html Whole(IEnumerable<Block> blocks, Mark mark = Mark.None) => Html.Join(blocks.Select(b => Whole(b, mark)));

    /// <summary>Blocks of a comparison.</summary>
    public Html Changes(IEnumerable<BlockChange> changes, Shown shown) => Html.Join(Together(changes).Select(c => c is [{ Move: { } move } first, ..] && first.Old is not ListItem ? Moved(c, move, shown) : Change(c[0], shown)));

    /// <summary>Blocks that moved together stand together, and every other block by itself.</summary>
    private static IEnumerable<List<BlockChange>> Together(IEnumerable<BlockChange> changes)
    {
        List<BlockChange> together = [];
        foreach (BlockChange change in changes)
        {
            if (together.Count > 0 && (change.Move is null || change.Move != together[0].Move || change.Kind != together[0].Kind || change.Old is ListItem))
            {
                yield return together;
                together = [];
            }

            together.Add(change);
        }

        if (together.Count > 0)
        {
            yield return together;
        }
    }

    /// <summary>The words of a heading or paragraph.</summary>
    public Html Words(ImmutableArray<WordChange> changes, Shown shown) => Html.Join(changes.Select(w => Word(w, shown)));

    public Html Inlines(ImmutableArray<Inline> inlines, Mark mark = Mark.None) => Marked(Html.Join(inlines.Select(Inline)), mark);

    private Html Change(BlockChange change, Shown shown) => change.Kind switch
    {
        BlockChangeKind.Added => shown == Shown.Old ? Html.Empty : Whole(change.New!, Mark.Inserted),
        BlockChangeKind.Removed => shown == Shown.New ? Html.Empty : Whole(change.Old!, Mark.Deleted),
        BlockChangeKind.MovedFrom or BlockChangeKind.MovedTo => Moved([change], change.Move!, shown),
        BlockChangeKind.Same => Whole(shown == Shown.Old ? change.Old! : change.New!, Mark.None),
        BlockChangeKind.Split when shown == Shown.Old => Leaf(change.Old!, Joined(change, shown)),
        BlockChangeKind.Merged when shown == Shown.New => Leaf(change.New!, Joined(change, shown)),
        BlockChangeKind.Split or BlockChangeKind.Merged => Html.Join(change.Blocks.Select(piece => Leaf(piece.New!, Words(piece.Words, shown)))),
        _ => Changed(change, shown == Shown.Old ? change.Old! : change.New!, shown),
    };

    /// <summary>Blocks that moved, at their old place or their new one, with words that say so.</summary>
    private Html Moved(List<BlockChange> changes, BlockMove move, Shown shown)
    {
        bool isAway = changes[0].Kind == BlockChangeKind.MovedFrom;
        if (shown == (isAway ? Shown.New : Shown.Old))
        {
            return Html.Empty;
        }

        string place = move.Passage is { } passage ? (isAway ? words.Say("moved-away-to", passage.ToName) : words.Say("moved-here-from", passage.FromName)) : words[isAway ? "moved-from-here" : "moved-to-here"];
        ListItem? item = (isAway ? changes[0].Old : changes[0].New) as ListItem;
        Html content = Html.Join(changes.Select(c => isAway ? (item is null ? Whole(c.Old!, Mark.None) : Whole(item.Blocks)) : item is null ? Changed(c, c.New!, shown) : Changes(c.Blocks, shown)));
        Html told = Html.Of($"<div class=\"moved\"><p class=\"moved-note\" lang=\"{words.Tag}\">{place}</p>{content}</div>");
        return item is null ? told : Item(item, told, Mark.None);
    }

    private Html Joined(BlockChange change, Shown shown) => Html.Join(change.Blocks.Select(piece => Words(piece.Words, shown)));

    private Html Changed(BlockChange change, Block block, Shown shown) => block switch
    {
        Paragraph or Heading => Leaf(block, Words(change.Words, shown)),
        ListBlock => Html.Of($"<ul class=\"labelled\" role=\"list\">{Changes(change.Blocks, shown)}</ul>"),
        ListItem item => Item(item, Changes(change.Blocks, shown), Mark.None),
        Table => Scrolled(Rows(change, ((Table)block).HeaderRows, shown)),
        Note note => Note(note, Changes(change.Blocks, shown), Mark.None),
        _ => Whole(block, Mark.None),
    };

    private Html Whole(Block block, Mark mark) => block switch
    {
        Paragraph p => Leaf(p, Inlines(p.Content, mark)),
        Heading h => Leaf(h, Inlines(h.Content, mark)),
        ListBlock l => Html.Of($"<ul class=\"labelled\" role=\"list\">{Whole(l.Items, mark)}</ul>"),
        ListItem i => Item(i, Whole(i.Blocks, mark), mark),
        Table t => Scrolled(Html.Join(t.Rows.Select((row, i) => Row(row, i < t.HeaderRows, mark)))),
        Documents.Note n => Note(n, Whole(n.Blocks, mark), mark),
        Section s => Html.Of($"<p class=\"subhead\">{Labelled(s.Label, Inlines(s.Heading, mark))}</p>{Whole(s.Blocks, mark)}"),
        Clause c => Html.Of($"<p class=\"subhead\">{Labelled(c.Label, Inlines(c.Title, mark))}</p>{Whole(c.Blocks, mark)}"),
        SignatureBlock s => Html.Of($"<p>{Marked(Html.Of($"[{Own(words["signatures"])}: {s.Party}]"), mark)}</p>"),
        Unsupported u => Html.Of($"<p>{Marked(Html.Text($"[{u.Kind}]"), mark)}</p>"),
        _ => Html.Empty,
    };

    private static Html Leaf(Block block, Html content) => block switch
    {
        Heading h => Html.Of($"<p class=\"subhead\">{Labelled(h.Label, content)}</p>"),
        Paragraph { Role: ParagraphRole.Notice } => Html.Of($"<p class=\"doc-notice\">{content}</p>"),
        Paragraph { Role: ParagraphRole.Title or ParagraphRole.Subtitle } => Html.Of($"<p class=\"doc-title\">{content}</p>"),
        _ => Html.Of($"<p>{content}</p>"),
    };

    private static Html Labelled(string? label, Html content) => label is null ? content : Html.Of($"<span class=\"label\">{label}</span> {content}");

    private Html Item(ListItem item, Html content, Mark mark) => Html.Of($"<li><span class=\"label\">{Marked(Html.Text(item.Label ?? "•"), item.Label is null ? Mark.None : mark)}</span><div>{content}</div></li>");

    private Html Note(Note note, Html content, Mark mark) => Html.Of($"<div class=\"note\"><span class=\"label\">{Marked(Own(words.Say("note", note.Label ?? "")), mark)}</span> {content}</div>");

    private Html Rows(BlockChange table, int headerRows, Shown shown)
    {
        int[][]? reaches = shown == Shown.Both ? TableChanges.Reaches(table) : null;
        HashSet<BlockChange> moved = new(TablePlaces.MovedRows(table).SelectMany(m => new[] { m.Old, m.New }), ReferenceEqualityComparer.Instance);
        return Html.Join(table.Blocks.Select((row, i) => Row(row, i < headerRows, shown, reaches?[i], moved.Contains(row))));
    }

    private Html Row(BlockChange change, bool isHeader, Shown shown, int[]? reaches, bool isMoved) => change.Kind switch
    {
        BlockChangeKind.Added => shown == Shown.Old ? Html.Empty : Row((TableRow)change.New!, isHeader, Mark.Inserted, reaches, isMoved ? words["row-moved-to-here"] : ""),
        BlockChangeKind.Removed => shown == Shown.New ? Html.Empty : Row((TableRow)change.Old!, isHeader, Mark.Deleted, reaches, isMoved ? words["row-moved-from-here"] : ""),
        BlockChangeKind.Same => Row((TableRow)(shown == Shown.Old ? change.Old! : change.New!), isHeader, Mark.None, reaches),
        _ => Html.Of($"<tr>{Html.Join(change.Blocks.Select((c, i) => CellChange(c, isHeader, shown, reaches?[i])))}</tr>"),
    };

    private Html CellChange(BlockChange change, bool isHeader, Shown shown, int? reach)
    {
        TableCell cell = (TableCell)(shown == Shown.Old ? change.Old! : change.New!);
        return Cell(cell, change.Kind == BlockChangeKind.Changed ? Changes(change.Blocks, shown) : Whole(cell.Blocks), isHeader, reach);
    }

    /// <param name="lead">Stands before the words of the first cell.</param>
    private Html Row(TableRow row, bool isHeader, Mark mark, int[]? reaches = null, string lead = "") =>
        Html.Of($"<tr>{Html.Join(row.Cells.Select((c, i) => Cell(c, (i == 0 && lead.Length > 0 ? Html.Of($"<p class=\"moved-note\" lang=\"{words.Tag}\">{lead}</p>") : Html.Empty) + Whole(c.Blocks, mark), isHeader, reaches?[i])))}</tr>");

    /// <param name="reach">Over how many rows the cell reaches where that is not as many as it says.</param>
    private static Html Cell(TableCell cell, Html content, bool isHeader, int? reach)
    {
        int rows = reach ?? cell.RowSpan;
        Html spans = (cell.ColumnSpan > 1 ? Html.Of($" colspan=\"{cell.ColumnSpan}\"") : Html.Empty) + (rows > 1 ? Html.Of($" rowspan=\"{rows}\"") : Html.Empty);
        return isHeader ? Html.Of($"<th scope=\"col\"{spans}>{content}</th>") : Html.Of($"<td{spans}>{content}</td>");
    }

    /// <summary>A table as wide as its words scrolls by itself, also by keyboard, so that the page never does.</summary>
    private Html Scrolled(Html rows) => Html.Of($"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{words.Say("table", (++regions).ToString(System.Globalization.CultureInfo.InvariantCulture))}\"><table class=\"plain\">{rows}</table></div>");

    private Html Word(WordChange word, Shown shown)
    {
        Html old = Html.Join(word.Old.Select(Inline));
        Html now = Html.Join(word.New.Select(Inline));
        return word.Kind switch
        {
            WordChangeKind.Kept => shown == Shown.Old ? old : now,
            WordChangeKind.Replaced when word.IsTyped => shown == Shown.Old ? old : now,
            WordChangeKind.Inserted => shown == Shown.Old ? Html.Empty : Marked(now, Mark.Inserted),
            WordChangeKind.Deleted => shown == Shown.New ? Html.Empty : Marked(old, Mark.Deleted),
            WordChangeKind.Formatting => shown == Shown.Old ? old : Html.Of($"<span class=\"other-type\">{now}{words.Hidden("other-type")}</span>"),
            _ => (shown == Shown.New ? Html.Empty : Marked(old, Mark.Deleted)) + new Html(shown == Shown.Both ? " " : "") + (shown == Shown.Old ? Html.Empty : Marked(now, Mark.Inserted)),
        };
    }

    private Html Marked(Html content, Mark mark) => content.IsEmpty ? content : mark switch
    {
        Mark.Inserted => Html.Of($"<ins>{words.Hidden("mark-added")}{content}</ins>"),
        Mark.Deleted => Html.Of($"<del>{words.Hidden("mark-removed")}{content}</del>"),
        _ => content,
    };

    private Html Inline(Inline inline) => inline switch
    {
        TextRun t => Emphasised(Html.Text(t.Value), t.Emphasis),
        Term t => Emphasised(Html.Text(t.Value), t.Emphasis),
        Reference r => Emphasised(Reference(r), r.Emphasis),
        Link l => IsWebAddress(l.Address) ? Html.Of($"<a href=\"{l.Address}\" rel=\"noopener noreferrer\">{Html.Join(l.Content.Select(Inline))}</a>") : Html.Join(l.Content.Select(Inline)),
        NoteMark => Html.Of($"<sup>{Own(words["note-mark"])}</sup>"),
        Gap g => Html.Of($"<mark{(areGapsEnglish && words.Locale != Locale.En ? new(" lang=\"en\"") : Html.Empty)}>{Documents.PlainText.Of(g)}</mark>"),
        LineBreak => new("<br>"),
        _ => Html.Empty,
    };

    private Html Reference(Reference reference)
    {
        Html label = reference.Label is null ? Own(words["this-clause"]) : Html.Text(Documents.PlainText.Of(reference));
        return targets.TryGetValue(reference.Target, out string? id) ? Html.Of($"<a href=\"#{id}\">{label}</a>") : label;
    }

    /// <summary>A word of the page in a text that may be of another language.</summary>
    private Html Own(string word) => words.Locale == Locale.En ? Html.Text(word) : Html.Of($"<span lang=\"{words.Tag}\">{word}</span>");

    private static Html Emphasised(Html content, Emphasis emphasis)
    {
        Html inner = emphasis.HasFlag(Emphasis.Italic) ? Html.Of($"<em>{content}</em>") : content;
        return emphasis.HasFlag(Emphasis.Bold) ? Html.Of($"<strong>{inner}</strong>") : inner;
    }

    /// <summary>Whether an address leads to a page; anything else, a script above all, stays text.</summary>
    public static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
