using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What a block says, in forms that are quick to compare.</summary>
/// <param name="Key">Equal for blocks of the same kind that say the same words.</param>
/// <param name="Shape">What has to be equal for two blocks to be one block whose words changed.</param>
/// <param name="Words">Numbers of its words, letter case aside, sorted.</param>
internal sealed record BlockWords(string Key, string Shape, int[] Words);

/// <summary>The words of a document, each block taken apart once.</summary>
/// <param name="numbers">Shared by the documents that are compared.</param>
internal sealed class Wording(Tokenizer tokenizer, Dictionary<string, int> numbers)
{
    private readonly Dictionary<Block, BlockWords> blocks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Block, Token[]> leaves = new(ReferenceEqualityComparer.Instance);

    // Each block writes behind what the block around it has written so far, and takes its own away again.
    private readonly StringBuilder key = new();
    private readonly List<int> words = [];

    /// <summary>The tokens of a paragraph, heading or title.</summary>
    public Token[] Tokens(Block leaf)
    {
        if (!leaves.TryGetValue(leaf, out Token[]? tokens))
        {
            tokens = tokenizer.Read(Inlines(leaf));
            leaves.Add(leaf, tokens);
        }

        return tokens;
    }

    public static ImmutableArray<Inline> Inlines(Block leaf) => leaf switch
    {
        Paragraph p => p.Content,
        Heading h => h.Content,
        Section s => s.Heading,
        Clause c => c.Title,
        Exhibit e => e.Title,
        _ => [],
    };

    public BlockWords Of(Block block)
    {
        if (!blocks.TryGetValue(block, out BlockWords? words))
        {
            words = Make(block);
            blocks.Add(block, words);
        }

        return words;
    }

    /// <summary>Lets go of the words of blocks that are done with.</summary>
    public void Forget()
    {
        blocks.Clear();
        leaves.Clear();
    }

    /// <summary>The words of several blocks together, in reading order.</summary>
    public int[] InOrder(ImmutableArray<Block> inside)
    {
        int from = words.Count;
        foreach (Block leaf in inside.SelectMany(b => b.WithDescendants()).Where(b => b is Paragraph or Heading))
        {
            foreach (Token token in tokenizer.Passing(Inlines(leaf)))
            {
                if (token.IsWord)
                {
                    words.Add(Number(token.Key));
                }
            }
        }

        return TakeWords(from);
    }

    /// <summary>The same words sorted, to be held against others.</summary>
    public int[] Sorted(ImmutableArray<Block> inside)
    {
        int[] sorted = InOrder(inside);
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Twice the words in common over all words: 1 for the same words, 0 for none in common.</summary>
    public static double Likeness(int[] a, int[] b) => a.Length + b.Length == 0 ? 0 : 2.0 * Common(a, b) / (a.Length + b.Length);

    /// <summary>The words in common over those of the shorter side.</summary>
    public static double Containment(int[] a, int[] b) => Math.Min(a.Length, b.Length) == 0 ? 0 : (double)Common(a, b) / Math.Min(a.Length, b.Length);

    private static int Common(int[] a, int[] b)
    {
        int common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            int order = a[i].CompareTo(b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private BlockWords Make(Block block)
    {
        (int keyFrom, int wordsFrom) = (key.Length, words.Count);
        string shape = ShapeOf(block);
        key.Append(shape);
        if (block is Paragraph or Heading)
        {
            foreach (Token token in Tokens(block))
            {
                key.Append('\u0003').Append(token.Key);
                if (token.IsWord)
                {
                    words.Add(Number(token.Key));
                }
            }
        }

        foreach (Block child in ChildrenOf(block))
        {
            BlockWords inner = Of(child);
            key.Append('\u0004').Append(inner.Key).Append('\u0005');
            words.AddRange(inner.Words);
        }

        int[] sorted = TakeWords(wordsFrom);
        Array.Sort(sorted);
        string own = key.ToString(keyFrom, key.Length - keyFrom);
        key.Length = keyFrom;
        return new(own, shape, sorted);
    }

    private int[] TakeWords(int from)
    {
        int[] taken = [.. CollectionsMarshal.AsSpan(words)[from..]];
        words.RemoveRange(from, taken.Length);
        return taken;
    }

    private static string ShapeOf(Block block) => block switch
    {
        Paragraph { Role: ParagraphRole.Body } => "paragraph",
        Paragraph p => "paragraph " + p.Role,
        Heading h => $"heading {h.Level} {h.Label}",
        ListBlock l => "list " + l.Kind,
        ListItem => "item",
        Table t => $"table {t.Columns.Length}",
        TableRow r => "row " + string.Join(',', r.Cells.Select(c => c.ColumnSpan)),
        TableCell => "cell",
        Note => "note",
        SignatureBlock s => $"signatures {s.Party}\u0003{s.ActingThrough}\u0003{string.Join('\u0003', s.Lines.Select(l => $"{l.Capacity} {l.Office}"))}",
        Unsupported u => "unsupported " + u.Kind,
        _ => block.GetType().Name,
    };

    public static ImmutableArray<Block> ChildrenOf(Block block) => block switch
    {
        ListBlock l => ImmutableArray<Block>.CastUp(l.Items),
        ListItem i => i.Blocks,
        Table t => ImmutableArray<Block>.CastUp(t.Rows),
        TableRow r => ImmutableArray<Block>.CastUp(r.Cells),
        TableCell c => c.Blocks,
        Note n => n.Blocks,
        _ => [],
    };

    private int Number(string word)
    {
        if (!numbers.TryGetValue(word, out int number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }
}
