using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing.Redlining;

/// <summary>Puts the blocks of both texts together.</summary>
internal sealed class RedlineBlocks(RedlineInlines inlines, RedlineNotes notes, MoveNames names)
{
    private readonly InlineRewriter ofOld = new(inlines.Old);
    private readonly InlineRewriter ofNew = new(inlines.New);

    /// <summary>Blocks of the old text, for a place where only that text stands.</summary>
    public ImmutableArray<Block> Old(ImmutableArray<Block> blocks) => ofOld.Rewrite(blocks);

    /// <summary>Blocks of the new text, for a place where only that text stands.</summary>
    public ImmutableArray<Block> New(ImmutableArray<Block> blocks) => ofNew.Rewrite(blocks);

    public ImmutableArray<Block> Merge(ImmutableArray<BlockChange> changes, RedlineView view) =>
        [.. changes.SelectMany((c, i) => c.Move is null ? Merge(c, view) : Moved(changes, i, view))];

    /// <summary>A moved block stands twice, whole each time. In a part that moved itself it is a block of the half like any other.</summary>
    private IEnumerable<Block> Moved(ImmutableArray<BlockChange> changes, int at, RedlineView view)
    {
        BlockChange change = changes[at];
        RedlineView half = change.Kind == BlockChangeKind.MovedFrom ? RedlineView.From : RedlineView.To;
        if (view != RedlineView.Both)
        {
            return view == half ? [Pair(change.NewPlace ?? change, view)] : [];
        }

        notes.Half = half;
        Block block = Pair(change.NewPlace ?? change, half);
        notes.Half = null;
        string name = names.Of(change.Move!);
        bool IsSame(int other) => other >= 0 && other < changes.Length && changes[other].Kind == change.Kind && changes[other].Move == change.Move;
        Revision revision = half == RedlineView.From ? Revision.MovedFrom : Revision.MovedTo;
        return [block with { Revision = revision with { MoveBegins = IsSame(at - 1) ? null : name, MoveEnds = IsSame(at + 1) ? null : name } }];
    }

    private IEnumerable<Block> Merge(BlockChange change, RedlineView view)
    {
        switch (change.Kind)
        {
            case BlockChangeKind.Removed:
                return view == RedlineView.To ? [] : [Removed(change.Old!)];
            case BlockChangeKind.Added:
                return view == RedlineView.From ? [] : [Added(change.New!)];
            case BlockChangeKind.Split or BlockChangeKind.Merged:
                return Broken(change, view);
            case var _ when view == RedlineView.Both && !IsOne(change.Old!, change.New!):
                return [Removed(change.Old!), Added(change.New!)];
            default:
                return [Pair(change, view)];
        }
    }

    /// <summary>Where a paragraph was split or merged, words are kept and it is the marks between the pieces that are inserted or deleted.</summary>
    private IEnumerable<Block> Broken(BlockChange change, RedlineView view)
    {
        bool isSplit = change.Kind == BlockChangeKind.Split;
        Paragraph[] pieces = [.. change.Blocks.Select(piece => (Paragraph)(view == RedlineView.From ? piece.Old! : piece.New!) with { Content = inlines.Merge(piece.Words, view) })];
        return view == RedlineView.Both ? pieces.Select((p, i) => i + 1 == pieces.Length ? p : Marked(p, isSplit ? Revision.Inserted : Revision.Deleted))
            : isSplit == (view == RedlineView.To) ? pieces
            : [pieces[0] with { Content = [.. pieces.SelectMany(p => p.Content)] }];
    }

    /// <summary>A paragraph whose mark alone is inserted or deleted.</summary>
    private static Paragraph Marked(Paragraph paragraph, Revision mark) => paragraph with
    {
        Revision = mark with { IsOfMark = true },
        Content = [.. paragraph.Content.Select(i => i.Revision is null ? i with { Revision = Revision.Kept } : i)],
    };

    /// <summary>Whether what both texts have there can be one block on the page.</summary>
    private static bool IsOne(Block old, Block now) => Blanks.IsBlank(old) == Blanks.IsBlank(now);

    private Block Removed(Block block) => Old([block])[0] with { Revision = Revision.Deleted };

    private Block Added(Block block) => New([block])[0] with { Revision = Revision.Inserted };

    private Block Pair(BlockChange change, RedlineView view) => (view == RedlineView.From ? change.Old : change.New) switch
    {
        Paragraph p => inlines.Merge(change.Words, view) is var words && words == p.Content ? p : p with { Content = words },
        Heading h => h with { Content = inlines.Merge(change.Words, view), Revision = Relabelled(change, view) },
        ListBlock l => l with { Items = [.. Merge(change.Blocks, view).Cast<ListItem>()] },
        ListItem i => i with { Blocks = Merge(change.Blocks, view), Revision = Relabelled(change, view) },
        Table t => t with { Rows = [.. Merge(change.Blocks, view).Cast<TableRow>()], Revision = view == RedlineView.Both && TableForms.AreOther(change.Old, t) ? new(RevisionKind.Kept) { WasBlock = change.Old } : null },
        TableRow r => r with { Cells = [.. change.Blocks.Select(c => Pair(c, view)).Cast<TableCell>()] },
        TableCell c => c with { Blocks = Merge(change.Blocks, view), Revision = Reaching(change, view) },
        var other => other!,
    };

    /// <summary>A label that stands on both sides and is not the same on both, or a heading at another level.</summary>
    private static Revision? Relabelled(BlockChange change, RedlineView view)
    {
        bool differs = (change.Old, change.New) switch { (ListItem a, ListItem b) => a.Label != b.Label, (Heading a, Heading b) => a.Label != b.Label || a.Level != b.Level, _ => false };
        return view == RedlineView.Both && differs ? new(RevisionKind.Kept) { WasBlock = change.Old } : null;
    }

    /// <summary>A cell that reaches over more rows, or fewer, than it did.</summary>
    private static Revision? Reaching(BlockChange change, RedlineView view) =>
        view == RedlineView.Both && ((TableCell)change.Old!).RowSpan != ((TableCell)change.New!).RowSpan ? new(RevisionKind.Kept) { WasBlock = change.Old } : null;
}
