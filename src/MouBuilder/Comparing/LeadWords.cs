using System.Collections.Frozen;
using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>The words that lead to the items of a list, and what they ask of each of them.</summary>
internal sealed class LeadWords(Tokenizer tokenizer)
{
    private static readonly FrozenSet<string> Conditions = WordSet.Of("if when where whether whenever unless only except until");

    /// <param name="lead">The paragraphs that lead to a list, from the outermost inwards.</param>
    public List<MarkedWord> Of(ImmutableArray<Paragraph> lead) => [.. lead.SelectMany(LastSentence)];

    public List<MarkedWord> LastSentence(Paragraph paragraph)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, paragraph.Content, true, 0, words);
        while (words.Count > 0 && words[^1].IsPunctuation)
        {
            words.RemoveAt(words.Count - 1);
        }

        return words[(words.FindLastIndex(w => w.EndsSentence) + 1)..];
    }

    /// <summary>What the words bind somebody to do or allow; of several, the one that asks for "the following".</summary>
    public static Duty? DutyOf(List<MarkedWord> lead)
    {
        Duty[] duties = [.. DutyReader.Read(lead)];
        return Array.FindLast(duties, d => Enumerable.Range(d.Behind, (Array.Find(duties, next => next.Behind > d.Behind)?.Behind ?? lead.Count) - d.Behind).Any(i => lead[i].Is("following"))) ?? duties.LastOrDefault();
    }

    public static bool IsCondition(MarkedWord word) => word.IsOneOf(Conditions);

    /// <summary>Who is bound or allowed by words that lead to a list, and under which conditions; empty where they ask nothing of anybody.</summary>
    public static string AskedBy(List<MarkedWord> lead)
    {
        string[] asked = [.. lead.Where(w => w.IsModal || IsCondition(w)).Select(w => w.Text)];
        Duty? duty = DutyOf(lead);
        return duty is null && asked.Length == 0 ? "" : $"{duty?.Actor} {duty?.Modal}: {string.Join(' ', asked)}".ToUpperInvariant();
    }

    /// <summary>What the words that lead to a list ask of its items; where they ask the same, they say the same.</summary>
    public string AskedBy(ImmutableArray<Paragraph> lead) => AskedBy(Of(lead));

    /// <summary>What is asked of each paragraph of the items that stand on one side alone; those of which nothing is asked are not among them.</summary>
    public Dictionary<Block, string> Asked(ImmutableArray<BlockChange> blocks)
    {
        Dictionary<Block, string> asked = new(ReferenceEqualityComparer.Instance);
        foreach (LedItem item in LedItems.Of(blocks, this))
        {
            string by = AskedBy(item.Lead);
            foreach (Block leaf in by.Length == 0 ? [] : EditedSentences.LeavesOf(item.Item))
            {
                asked[leaf] = by;
            }
        }

        return asked;
    }
}
