using MouBuilder.Comparing.Redlining;
using MouBuilder.Word;

namespace MouBuilder.Comparing;

/// <summary>What stands in a redline, counted while it was written.</summary>
/// <param name="Insertions">Stretches of inserted words.</param>
/// <param name="Deletions">Stretches of deleted words.</param>
/// <param name="Moves">Moved stretches of the document; a section and the clauses it took along, in their order, are one.</param>
/// <param name="References">Cross-references that show another number or lead to a heading that moved, and are otherwise the same.</param>
/// <param name="Formattings">Runs of the same words in other type.</param>
/// <param name="WordsInserted">What a reference shows is not among the words.</param>
public sealed record RedlineCounts(int Insertions, int Deletions, int Moves, int References, int Formattings, int WordsInserted, int WordsDeleted, int CharactersInserted, int CharactersDeleted)
{
    /// <summary>Table rows that were inserted, alone or with their table; those of a moved table are inserted here and deleted there.</summary>
    public int RowsInserted { get; init; }

    /// <summary>Table rows that were deleted, alone or with their table.</summary>
    public int RowsDeleted { get; init; }

    /// <summary>Ends of paragraphs that were put between words which both texts have: a paragraph split in three has two.</summary>
    public int BreaksInserted { get; init; }

    /// <summary>Ends of paragraphs that were taken from between words which both texts have.</summary>
    public int BreaksDeleted { get; init; }

    /// <summary>One line for the screen.</summary>
    public string InWords()
    {
        (int Number, string Words)[] marks =
        [
            (Insertions, ComparisonWords.Count(Insertions, "insertion", "insertions")),
            (Deletions, ComparisonWords.Count(Deletions, "deletion", "deletions")),
            (Moves, ComparisonWords.Count(Moves, "move", "moves")),
            (References, ComparisonWords.Count(References, "reference", "references")),
            (BreaksInserted, ComparisonWords.Count(BreaksInserted, "paragraph split", "paragraph splits")),
            (BreaksDeleted, ComparisonWords.Count(BreaksDeleted, "paragraph joined to another", "paragraphs joined to others")),
            (RowsInserted, ComparisonWords.Count(RowsInserted, "table row inserted", "table rows inserted")),
            (RowsDeleted, ComparisonWords.Count(RowsDeleted, "table row deleted", "table rows deleted")),
            (Formattings, ComparisonWords.Count(Formattings, "change of type", "changes of type")),
        ];
        string all = string.Join(", ", marks.Where(m => m.Number > 0).Select(m => m.Words));
        return all.Length == 0 ? "No tracked change." : $"Tracked: {all}; {ComparisonWords.Count(WordsInserted, "word", "words")} inserted, {WordsDeleted.ToString(System.Globalization.CultureInfo.InvariantCulture)} deleted.";
    }
}

/// <summary>
/// A comparison as a Word file with tracked changes: accepting all of them gives the new document, rejecting all of them the old one. Their author is the
/// drafter of the new document and their time its date.
/// </summary>
/// <param name="Word">The file's bytes: the same for the same comparison, on every machine.</param>
public sealed record Redline(ReadOnlyMemory<byte> Word, RedlineCounts Counts)
{
    /// <summary>Writes a comparison of two numbered documents.</summary>
    public static Redline Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        (byte[] file, RevisionTally tally) = WordWriter.Write(RedlineMerge.Of(comparison));
        return new(file, new(
            tally.Insertions, tally.Deletions, tally.Moves, tally.References, tally.Formattings, tally.WordsInserted, tally.WordsDeleted, tally.CharactersInserted, tally.CharactersDeleted)
        {
            RowsInserted = tally.RowsInserted,
            RowsDeleted = tally.RowsDeleted,
            BreaksInserted = tally.BreaksInserted,
            BreaksDeleted = tally.BreaksDeleted,
        });
    }
}
