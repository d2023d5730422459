using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>A sentence, list item or table row, with the words that lead in to it.</summary>
/// <param name="owner">The id of the clause or exhibit.</param>
/// <param name="label">Where a reader finds it: <c>3.1(b)</c>, <c>Recital D</c>.</param>
/// <param name="lead">The words before a list; empty elsewhere.</param>
/// <param name="words">The unit's own words.</param>
/// <param name="block">The paragraph or row it stands in.</param>
internal sealed class TextUnit(string owner, string label, string lead, string words, Block block)
{
    public string Owner => owner;

    public string Label => label;

    public string Lead => lead;

    public string Words => words;

    public Block Block => block;

    public string Whole => lead.Length == 0 ? words : lead + " " + words;

    /// <summary>Whether it is a row of a table, which has no verb to deny.</summary>
    public bool IsRow => block is TableRow;

    public ImmutableArray<string> Tokens { get; } = WordStems.Words(lead.Length == 0 ? words : lead + " " + words);

    public ImmutableArray<string> Stems => field.IsDefault ? field = [.. Tokens.Select(WordStems.Stem)] : field;
}
