using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Yaml;

namespace MouBuilder.Agreements;

/// <summary>Reads how an agreement answers catalogue entries: who is committed, what is declined, what does not apply.</summary>
internal static class AnswerReader
{
    /// <summary>Fewer words are no reason.</summary>
    private const int FewestWords = 3;

    public static ImmutableArray<CommittedEntry> ReadCommitted(YamlKeys keys, DiagnosticBag bag)
    {
        string owner = keys.RequiredLine("owner");
        string[] by = [.. new[] { keys.Text("clause"), keys.Text("exhibit") }.OfType<string>()];
        ImmutableArray<Named> entries = ClauseReader.NamesOf(keys, "entries");
        keys.Finish();
        if (by.Length != 1 || entries.IsEmpty)
        {
            bag.CommitmentIncomplete(keys.Place);
            return [];
        }

        return [.. entries.Select(entry => new CommittedEntry(entry, owner, by[0], keys.Place))];
    }

    public static DeclinedEntry ReadRefusal(YamlKeys keys, DiagnosticBag bag)
    {
        DeclinedEntry entry = new(keys.Required("id"), keys.Text("by", ""), keys.Text("reason", ""), keys.Place);
        keys.Finish();
        if (string.IsNullOrWhiteSpace(entry.By) || entry.Reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewestWords)
        {
            bag.RefusalIncomplete(keys.Place, entry.Id);
        }

        return entry;
    }
}
