using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>What leaves no trace on a page, so that no empty paragraph, control or table is written for it.</summary>
internal static class Blanks
{
    public static bool IsBlank(ImmutableArray<Inline> inlines) => inlines.All(i => i is TextRun { Value: "" } or Term { Value: "" });

    public static bool IsBlank(Block block) => block switch
    {
        Section s => IsBlank(s.Heading) && s.Kind != SectionKind.Numbered && s.Blocks.All(IsBlank),
        Clause c => IsBlank(c.Title) && c.Blocks.All(IsBlank),
        Heading h => IsBlank(h.Content),
        Paragraph p => IsBlank(p.Content),
        ListBlock l => l.Items.IsEmpty,
        Table t => t.Rows.IsEmpty,
        PageBreak => true,
        _ => false,
    };
}
