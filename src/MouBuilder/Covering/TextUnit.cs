using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>A sentence, list item or table row, with the words that lead in to it.</summary>
/// <param name="Owner">The id of the clause or exhibit.</param>
/// <param name="Label">Where a reader finds it: <c>3.1(b)</c>, <c>Recital D</c>.</param>
/// <param name="Lead">The words before a list; empty elsewhere.</param>
/// <param name="Words">The unit's own words.</param>
/// <param name="Block">The paragraph or row it stands in.</param>
internal sealed record TextUnit(string Owner, string Label, string Lead, string Words, Block Block)
{
    public string Whole => Lead.Length == 0 ? Words : Lead + " " + Words;

    /// <summary>Whether it is a row of a table, which has no verb to deny.</summary>
    public bool IsRow => Block is TableRow;

    public ImmutableArray<string> Tokens { get; } = WordStems.Words(Lead.Length == 0 ? Words : Lead + " " + Words);

    public ImmutableArray<string> Stems => field.IsDefault ? field = [.. Tokens.Select(WordStems.Stem)] : field;
}
