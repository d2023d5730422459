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
    /// <summary>Table rows that were inserted, alone or with their table, in what moved too.</summary>
    public int RowsInserted { get; init; }

    /// <summary>Table rows that were deleted, alone or with their table, in what moved too.</summary>
    public int RowsDeleted { get; init; }

    /// <summary>Table rows that moved with what they stand in, each once. Word has no mark for them: in the markup they are deleted rows in the one half of the move and inserted ones in the other.</summary>
    public int RowsMoved { get; init; }

    /// <summary>Ends of paragraphs that were put between words which both texts have: a paragraph split in three has two.</summary>
    public int BreaksInserted { get; init; }

    /// <summary>Ends of paragraphs that were taken from between words which both texts have.</summary>
    public int BreaksDeleted { get; init; }

    /// <summary>Paragraphs of both texts in another form: another number or bullet, another style, another indent.</summary>
    public int ParagraphFormattings { get; init; }

    /// <summary>References of the new text alone, without those of <see cref="References"/>.</summary>
    public int ReferencesInserted { get; init; }

    /// <summary>References of the old text alone.</summary>
    public int ReferencesDeleted { get; init; }

    /// <summary>Marks of footnotes of the new text alone, and the numbers before these notes.</summary>
    public int NoteMarksInserted { get; init; }

    /// <summary>Marks of footnotes of the old text alone, and the numbers before these notes.</summary>
    public int NoteMarksDeleted { get; init; }

    /// <summary>Marks at the ends of paragraphs that were inserted: of paragraphs of the new text alone, and of split ones.</summary>
    public int ParagraphMarksInserted { get; init; }

    /// <summary>Marks at the ends of paragraphs that were deleted.</summary>
    public int ParagraphMarksDeleted { get; init; }

    /// <summary>Tracked changes in the contents and in the head and foot of the pages. They follow from the text, are nowhere else counted, and no words of theirs are.</summary>
    public int OutsideOfText { get; init; }

    /// <summary>The elements around changed runs: of stretches of words, of references, of the marks of notes, or of a move.</summary>
    internal int RunElements { get; init; }

    internal int ParagraphMarksMoved { get; init; }

    /// <summary>Rows of both texts that are headers in one of them, or have other room to write in; the paragraphs of a header row are counted as in another form.</summary>
    internal int RowFormattings { get; init; }

    /// <summary>Cells of rows that are headers in one of the texts.</summary>
    internal int CellFormattings { get; init; }

    /// <summary>Said looks of paragraphs that say nothing of the texts: what stands behind keeps its looks by them in programs that would give it those of a paragraph that goes.</summary>
    internal int LooksKept { get; init; }

    /// <summary>One line for the screen.</summary>
    public string InWords()
    {
        (int Number, string Words)[] marks =
        [
            (Insertions, ComparisonWords.Count(Insertions, "insertion", "insertions")),
            (Deletions, ComparisonWords.Count(Deletions, "deletion", "deletions")),
            (Moves, ComparisonWords.Count(Moves, "move", "moves")),
            (References, ComparisonWords.Count(References, "reference with a new number or place", "references with a new number or place")),
            (ReferencesInserted, ComparisonWords.Count(ReferencesInserted, "reference inserted", "references inserted")),
            (ReferencesDeleted, ComparisonWords.Count(ReferencesDeleted, "reference deleted", "references deleted")),
            (NoteMarksInserted, ComparisonWords.Count(NoteMarksInserted, "mark of a note inserted", "marks of notes inserted")),
            (NoteMarksDeleted, ComparisonWords.Count(NoteMarksDeleted, "mark of a note deleted", "marks of notes deleted")),
            (BreaksInserted, ComparisonWords.Count(BreaksInserted, "paragraph split", "paragraph splits")),
            (BreaksDeleted, ComparisonWords.Count(BreaksDeleted, "paragraph joined to another", "paragraphs joined to others")),
            (RowsInserted, ComparisonWords.Count(RowsInserted, "table row inserted", "table rows inserted")),
            (RowsDeleted, ComparisonWords.Count(RowsDeleted, "table row deleted", "table rows deleted")),
            (RowsMoved, ComparisonWords.Count(RowsMoved, "table row moved", "table rows moved")),
            (RowFormattings, ComparisonWords.Count(RowFormattings, "table row in another form", "table rows in another form")),
            (Formattings, ComparisonWords.Count(Formattings, "change of type", "changes of type")),
            (ParagraphFormattings, ComparisonWords.Count(ParagraphFormattings, "paragraph in another form", "paragraphs in another form")),
        ];
        string all = string.Join(", ", marks.Where(m => m.Number > 0).Select(m => m.Words));
        string outside = OutsideOfText == 0 ? "" : $"; {OutsideOfText.ToString(System.Globalization.CultureInfo.InvariantCulture)} in the contents and at the head and foot of the pages";
        return all.Length == 0 ? $"No tracked change{(outside.Length == 0 ? "" : " in the text" + outside)}."
            : $"Tracked: {all}; {ComparisonWords.Count(WordsInserted, "word", "words")} inserted, {WordsDeleted.ToString(System.Globalization.CultureInfo.InvariantCulture)} deleted{outside}.";
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
            RowsMoved = tally.RowsMoved,
            BreaksInserted = tally.BreaksInserted,
            BreaksDeleted = tally.BreaksDeleted,
            ReferencesInserted = tally.FieldsInserted,
            ReferencesDeleted = tally.FieldsDeleted,
            NoteMarksInserted = tally.NoteMarksInserted,
            NoteMarksDeleted = tally.NoteMarksDeleted,
            RunElements = tally.RunElements,
            ParagraphMarksMoved = tally.MarksMoved,
            LooksKept = tally.LooksKept,
            RowFormattings = tally.RowFormattings,
            CellFormattings = tally.CellFormattings,
            ParagraphFormattings = tally.ParagraphFormattings,
            ParagraphMarksInserted = tally.MarksInserted,
            ParagraphMarksDeleted = tally.MarksDeleted,
            OutsideOfText = tally.Outside,
        });
    }
}
