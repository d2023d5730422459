using System.Collections.Immutable;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A sentence of one side.</summary>
/// <param name="From">Where it begins among the words of its paragraph.</param>
/// <param name="Key">Equal for sentences of the same words and punctuation marks, the last mark aside.</param>
/// <param name="Words">How many words it has.</param>
internal sealed record MarkedSentence(List<MarkedWord> Marked, int From, string Key, int Words)
{
    /// <summary>How much of a sentence has to be edited for it to be new or gone as a whole: a comparison may keep a word or two by chance.</summary>
    private const double Whole = 0.8;

    /// <summary>How many leaves that stand on both sides come before it in its part.</summary>
    public int Slot { get; init; }

    /// <summary>What the words before its list ask of it; empty where they ask nothing, or where it stands in no list.</summary>
    public string AskedBy { get; init; } = "";

    /// <summary>Whether its paragraph stands on both sides.</summary>
    public bool IsInPair { get; init; }

    /// <summary>Whether it is all of a paragraph or of an item that stands on one side alone; the cell of a table, which says little without its row, is none.</summary>
    public bool IsParagraph { get; init; }

    private Dictionary<string, int>? numbers;

    /// <summary>Whether some of it was edited: it was put together of the words of another and of new ones.</summary>
    public bool IsPartlyEdited => !IsEdited && Marked.Exists(w => w.IsEdited && !w.IsPunctuation);

    public bool IsEdited => Marked.Count(w => w.IsEdited && !w.IsPunctuation) >= Whole * Words;

    public string Text
    {
        get
        {
            StringBuilder text = new();
            foreach (MarkedWord word in Marked)
            {
                text.Append(word.Text).Append(word.HasBlankAfter ? " " : "");
            }

            return text.ToString().TrimEnd();
        }
    }

    public static IEnumerable<MarkedSentence> Of(List<MarkedWord> words)
    {
        int from = 0;
        for (int i = 0; i <= words.Count; i++)
        {
            bool isEnd = i == words.Count || (words[i].Text is "." or "?" or "!" && (i + 1 == words.Count || words[i].HasBlankAfter));
            if (isEnd)
            {
                int end = Math.Min(i + 1, words.Count);
                if (end > from)
                {
                    List<MarkedWord> marked = words[from..end];
                    int last = marked.FindLastIndex(w => !w.IsPunctuation);
                    yield return new(marked, from, string.Join(' ', marked.Take(last + 1).Select(w => w.Text)), marked.Count(w => !w.IsPunctuation));
                }

                from = end;
            }
        }
    }

    private Dictionary<string, int> Numbers => numbers ??= Marked.Where(w => !w.IsPunctuation).CountBy(w => w.Text, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The share of the longer one's words that both have.</summary>
    public static double Likeness(MarkedSentence a, MarkedSentence b)
    {
        if (Math.Min(a.Words, b.Words) < 0.8 * Math.Max(a.Words, b.Words))
        {
            return 0;
        }

        int shared = a.Numbers.Sum(w => Math.Min(w.Value, b.Numbers.GetValueOrDefault(w.Key)));
        return (double)shared / Math.Max(a.Words, b.Words);
    }
}

/// <summary>The sentences of a part that stand, as they are, on one side of it alone.</summary>
internal static class EditedSentences
{
    private const int LeastCharacters = 15;

    public static (List<MarkedSentence> Old, List<MarkedSentence> New) Of(Tokenizer tokenizer, PartChange part)
    {
        List<MarkedSentence> old = [];
        List<MarkedSentence> now = [];
        int slot = 0;
        Dictionary<Block, string> asked = part.Blocks.Any(b => b.Old is ListBlock || b.New is ListBlock) ? new LeadWords(tokenizer).Asked(part.Blocks) : [];
        IEnumerable<MarkedSentence> InWhole(Block block) => LeavesOf(block).SelectMany(l =>
        {
            MarkedSentence[] sentences = [.. MarkedSentence.Of(Words(tokenizer, l))];
            return sentences.Select(s => s with { Slot = slot, AskedBy = asked.GetValueOrDefault(l, ""), IsParagraph = sentences.Length == 1 && block is not (Table or TableRow) });
        });
        foreach (BlockChange change in part.Blocks.Concat(part.Notes).SelectMany(b => b.WithDescendants()))
        {
            switch (change.Kind)
            {
                case BlockChangeKind.Added:
                    now.AddRange(InWhole(change.New!));
                    break;
                case BlockChangeKind.Removed:
                    old.AddRange(InWhole(change.Old!));
                    break;
                case var _ when MayHoldOne(change.Words) && (change.New ?? change.Old) is Paragraph { Role: ParagraphRole.Body }:
                    (List<MarkedWord> before, List<MarkedWord> after) = Words(tokenizer, change.Words);
                    old.AddRange(MarkedSentence.Of(before).Where(s => s.IsEdited).Select(s => s with { Slot = slot, IsInPair = true }));
                    now.AddRange(MarkedSentence.Of(after).Where(s => s.IsEdited).Select(s => s with { Slot = slot, IsInPair = true }));
                    slot++;
                    break;
                case BlockChangeKind.MovedFrom or BlockChangeKind.MovedTo:
                    break;
                default:
                    slot++;
                    break;
            }
        }

        return (old, now);
    }

    /// <summary>The sentences of paragraphs on both sides that were edited in part. What stands there now may be, to the word, what was struck elsewhere.</summary>
    public static (List<MarkedSentence> Old, List<MarkedSentence> New) Partly(Tokenizer tokenizer, PartChange part)
    {
        List<MarkedSentence> old = [];
        List<MarkedSentence> now = [];
        foreach (BlockChange change in part.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b is { Old: not null, New: Paragraph { Role: ParagraphRole.Body } } && b.Words.Any(w => w.IsEdit)))
        {
            (List<MarkedWord> before, List<MarkedWord> after) = Words(tokenizer, change.Words);
            old.AddRange(MarkedSentence.Of(before).Where(s => s.IsPartlyEdited).Select(s => s with { IsInPair = true }));
            now.AddRange(MarkedSentence.Of(after).Where(s => s.IsPartlyEdited).Select(s => s with { IsInPair = true }));
        }

        return (old, now);
    }

    private static (List<MarkedWord> Old, List<MarkedWord> New) Words(Tokenizer tokenizer, ImmutableArray<WordChange> words)
    {
        (List<MarkedWord> before, List<MarkedWord> after) = ([], []);
        for (int i = 0; i < words.Length; i++)
        {
            MarkedWord.Read(tokenizer, words[i].Old, words[i].IsEdit, i, before);
            MarkedWord.Read(tokenizer, words[i].New, words[i].IsEdit, i, after);
        }

        return (DutyReader.WithAbbreviations(before), DutyReader.WithAbbreviations(after));
    }

    /// <summary>Whether so much is edited that a sentence may be: most edits are of a word or two, and their paragraphs need not be taken apart again.</summary>
    private static bool MayHoldOne(ImmutableArray<WordChange> words) => words.Any(w => w.IsEdit && Math.Max(w.OldText.Length, w.NewText.Length) >= LeastCharacters);

    // A title or a notice about the document binds nobody.
    public static IEnumerable<Block> LeavesOf(Block block) => block.WithDescendants().Where(b => b is Paragraph { Role: ParagraphRole.Body });

    /// <summary>The words of a paragraph that stands on one side alone.</summary>
    public static List<MarkedWord> Words(Tokenizer tokenizer, Block leaf)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, Wording.Inlines(leaf), true, 0, words);
        return DutyReader.WithAbbreviations(words);
    }
}
