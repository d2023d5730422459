using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading;

/// <summary>Inlines as readers hand them on.</summary>
internal static class InlineText
{
    /// <summary>Stands, itself and no other line break, for the end of a page until paragraphs are divided there.</summary>
    public static readonly LineBreak PageTurn = new();

    /// <summary>The same words with neighbouring runs of one emphasis made one, and neighbouring links to one address.</summary>
    public static ImmutableArray<Inline> Merged(IEnumerable<Inline> inlines)
    {
        List<Inline> merged = [];
        List<Inline> alike = [];
        foreach (Inline inline in inlines)
        {
            if (inline is TextRun { Value: "" })
            {
                continue;
            }

            if (alike.Count > 0 && !IsAlike(alike[0], inline))
            {
                merged.Add(One(alike));
                alike.Clear();
            }

            alike.Add(inline);
        }

        if (alike.Count > 0)
        {
            merged.Add(One(alike));
        }

        return [.. merged];
    }

    private static bool IsAlike(Inline first, Inline next) => (first, next) switch
    {
        (TextRun a, TextRun b) => a.Emphasis == b.Emphasis,
        (Link a, Link b) => a.Address == b.Address,
        _ => false,
    };

    // All at once: a paragraph may have a hundred thousand runs.
    private static Inline One(List<Inline> alike) => alike switch
    {
        [var single] => single,
        [TextRun run, ..] => run with { Value = string.Concat(alike.Select(i => ((TextRun)i).Value)) },
        [Link link, ..] => link with { Content = Merged(alike.SelectMany(i => ((Link)i).Content)) },
        _ => alike[0],
    };

    /// <summary>Without the blanks and line breaks at both ends, which nobody sees.</summary>
    public static ImmutableArray<Inline> Trimmed(ImmutableArray<Inline> inlines)
    {
        List<Inline> words = [.. inlines];
        while (words.Count > 0 && (words[0] is LineBreak || (words[0] is TextRun first && string.IsNullOrWhiteSpace(first.Value))))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 0 && (words[^1] is LineBreak || (words[^1] is TextRun last && string.IsNullOrWhiteSpace(last.Value))))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words is [TextRun start, ..])
        {
            words[0] = start with { Value = start.Value.TrimStart() };
        }

        if (words is [.., TextRun end])
        {
            words[^1] = end with { Value = end.Value.TrimEnd() };
        }

        return [.. words];
    }

    /// <summary>The same words in plain type when all of them are bold or italic: that is how a heading looks and not what it says.</summary>
    public static ImmutableArray<Inline> WithoutCommonEmphasis(ImmutableArray<Inline> inlines)
    {
        Emphasis common = Emphasis.Bold | Emphasis.Italic;
        foreach (Inline inline in inlines)
        {
            common &= inline switch { TextRun run => string.IsNullOrWhiteSpace(run.Value) ? common : run.Emphasis, Reference r => r.Emphasis, Gap g => g.Emphasis, _ => common };
        }

        return common == Emphasis.None ? inlines : Merged(inlines.Select(i => i switch
        {
            TextRun run => run with { Emphasis = run.Emphasis & ~common },
            Reference r => r with { Emphasis = r.Emphasis & ~common },
            Gap g => g with { Emphasis = g.Emphasis & ~common },
            _ => i,
        }));
    }

    /// <summary>What stands after a number of characters of the text at the beginning.</summary>
    public static ImmutableArray<Inline> After(ImmutableArray<Inline> inlines, int length)
    {
        List<Inline> left = [];
        foreach (Inline inline in inlines)
        {
            int own = PlainText.Of([inline]).Length;
            if (length >= own && length > 0)
            {
                length -= own;
            }
            else if (length > 0 && inline is TextRun run)
            {
                left.Add(run with { Value = run.Value[length..] });
                length = 0;
            }
            else
            {
                left.Add(inline);
                length = 0;
            }
        }

        return Trimmed([.. left]);
    }
}
