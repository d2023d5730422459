using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>What leaves no trace on a page, so that no empty paragraph, control or table is written for it.</summary>
internal static class Blanks
{
    public static bool IsBlank(ImmutableArray<Inline> inlines) => inlines.All(i => i is TextRun { Value: "" } or Term { Value: "" });

    /// <summary>The side of a cell on which nothing of it shows, both counted as kept; null when each side has something.</summary>
    /// <param name="around">What became of the cell.</param>
    public static Revision? EmptySideOf(ImmutableArray<Block> blocks, Revision? around)
    {
        bool hasNew = !(around ?? Revision.Kept).IsNew || blocks.Any(b => (b.Revision ?? Revision.Kept).IsNew && !IsBlank(b));
        bool hasOld = !(around ?? Revision.Kept).IsOld || blocks.Any(b => (b.Revision ?? Revision.Kept).IsOld && !IsBlank(b));
        return (hasOld, hasNew) switch
        {
            (true, true) => null,
            (false, false) => Revision.Kept,
            (true, false) => around is { IsNew: true, IsOld: false } ? around : Revision.Inserted,
            (false, true) => around is { IsOld: true, IsNew: false } ? around : Revision.Deleted,
        };
    }

    public static bool IsBlank(Block block) => block switch
    {
        Section s => IsBlank(s.Heading) && s.Kind != SectionKind.Numbered && s.Blocks.All(IsBlank),
        Clause c => IsBlank(c.Title) && c.Label is null && c.Blocks.All(IsBlank),
        Heading h => IsBlank(h.Content),
        Paragraph p => IsBlank(p.Content),
        ListBlock l => l.Items.IsEmpty,
        Table t => t.Rows.IsEmpty,
        PageBreak => true,
        _ => false,
    };
}
