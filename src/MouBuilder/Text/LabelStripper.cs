using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>
/// Takes the labels out of the text of a document we wrote. The document is numbered as it stands, labels and all; a label that the text begins with is one,
/// and what does not begin with its label was written by hand and stays.
/// </summary>
internal static class LabelStripper
{
    public static MouDocument Strip(MouDocument document)
    {
        MouDocument lettered = document with { Blocks = [.. document.Blocks.Select(Recitals)] };
        MouDocument numbered = Numbering.Apply(lettered);
        return numbered with { Blocks = [.. numbered.Blocks.Select(Block)] };
    }

    /// <summary>Tells recitals, which begin with A., from lists, which begin with (a).</summary>
    private static Block Recitals(Block block) => block switch
    {
        Section s => s with { Blocks = [.. s.Blocks.Select(Recitals)] },
        Clause c => c with { Blocks = [.. c.Blocks.Select(Recitals)] },
        ListBlock { Kind: ListKind.Ordered, Items: [{ Blocks: [Paragraph { Content: [TextRun { Value: ['A', '.', ..] }, ..] }, ..] }, ..] } l => l with { Kind = ListKind.Recitals },
        _ => block,
    };

    private static Block Block(Block block) => block switch
    {
        Section s => s with { Heading = Without(s.Label, s.Heading), Blocks = [.. s.Blocks.Select(Block)] },
        Clause { Title.IsEmpty: true, IsNumberedParagraph: true, Label: { } number } c => c with { Blocks = [.. WithoutNumber(number, c.Blocks).Select(Block)] },
        Clause c => c with { Title = Without(c.Label, c.Title), Blocks = [.. c.Blocks.Select(Block)] },
        Exhibit e => e with { Title = Without(HeadingText.LabelOf(e), e.Title), Blocks = [.. e.Blocks.Select(Block)] },
        ListBlock l => l with { Items = [.. l.Items.Select(Item)] },
        _ => block,
    };

    /// <summary>Takes the number in bold from the first paragraph, and the paragraph with it where it says no more.</summary>
    private static ImmutableArray<Block> WithoutNumber(string number, ImmutableArray<Block> blocks) => blocks switch
    {
        [Paragraph { Content: [TextRun { Emphasis: Emphasis.Bold } own] }, .. var rest] when own.Value == number => rest,
        [Paragraph { Content: [TextRun { Emphasis: Emphasis.Bold } own, TextRun { Value: [' ', .. var words] } next, .. var after] } first, .. var rest] when own.Value == number =>
            [first with { Content = words.Length == 0 ? after : [next with { Value = words }, .. after] }, .. rest],
        _ => blocks,
    };

    private static ListItem Item(ListItem item)
    {
        ImmutableArray<Block> blocks = item.Blocks;
        if (item.Label is { } label && blocks is [Paragraph first, .. var rest])
        {
            ImmutableArray<Inline> words = Without(label, first.Content);
            blocks = words.IsEmpty ? [.. rest] : [first with { Content = words }, .. rest];
        }

        return item with { Blocks = [.. blocks.Select(Block)] };
    }

    private static ImmutableArray<Inline> Without(string? label, ImmutableArray<Inline> words)
    {
        if (string.IsNullOrEmpty(label) || words is not [TextRun { Emphasis: Emphasis.None } first, .. var rest])
        {
            return words;
        }

        if (first.Value.StartsWith(label + " ", StringComparison.Ordinal))
        {
            string left = first.Value[(label.Length + 1)..];
            return left.Length == 0 ? [.. rest] : [first with { Value = left }, .. rest];
        }

        return first.Value == label ? [.. rest] : words;
    }
}
