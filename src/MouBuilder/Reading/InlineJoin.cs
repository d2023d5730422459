using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Reading;

/// <summary>Makes neighbours one again, and takes the word before a reference into it.</summary>
internal static partial class InlineJoin
{
    public static MouDocument Rewrite(MouDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(Block)],
        Notes = [.. document.Notes.Select(n => n with { Blocks = [.. n.Blocks.Select(Block)] })],
    };

    private static Block Block(Block block) => block switch
    {
        Section s => s with { Heading = Joined(s.Heading), Blocks = [.. s.Blocks.Select(Block)] },
        Clause c => c with { Title = Joined(c.Title), Blocks = [.. c.Blocks.Select(Block)] },
        Exhibit e => e with { Title = Joined(e.Title), Blocks = [.. e.Blocks.Select(Block)] },
        Heading h => h with { Content = Joined(h.Content) },
        Paragraph p => p with { Content = Joined(p.Content) },
        ListBlock l => l with { Items = [.. l.Items.Select(i => i with { Blocks = [.. i.Blocks.Select(Block)] })] },
        Table t => t with { Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Blocks = [.. c.Blocks.Select(Block)] })] })] },
        _ => block,
    };

    private static ImmutableArray<Inline> Joined(ImmutableArray<Inline> inlines)
    {
        if (!inlines.Any(i => i is Reference) && !inlines.Zip(inlines.Skip(1)).Any(p => p is (TextRun a, TextRun b) && a.Emphasis == b.Emphasis))
        {
            return inlines;
        }

        List<Inline> joined = [];
        foreach (Inline inline in inlines)
        {
            if (inline is Reference { Label: [>= '0' and <= '9', ..] } r && joined.Count > 0 && joined[^1] is TextRun before && WordBefore().Match(before.Value) is { Success: true } word)
            {
                joined[^1] = before with { Value = before.Value[..word.Index] };
                joined.Add(r with { Word = word.Groups[1].Value });
            }
            else
            {
                joined.Add(inline);
            }
        }

        return InlineText.Merged(joined);
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(\p{L}+)\u00A0\z", RegexOptions.CultureInvariant)]
    private static partial Regex WordBefore();
}
