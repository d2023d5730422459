using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Counts the tracked changes while they are written, so that what is reported is what stands in the file. Those of the contents and of the head and foot of the pages follow
/// from the rest and are counted apart. What a field shows is never counted as words.
/// </summary>
internal sealed class RevisionTally
{
    private bool isCounted;
    private RevisionKind last;
    private RevisionKind before;
    private Replacing replacing;

    /// <summary>How much has been seen of a deleted field alone with an inserted field alone behind it.</summary>
    private enum Replacing
    {
        Nothing,
        Deleted,
        Both,
    }

    /// <summary>Whether what is written follows from the text: a line of the contents, the head or the foot of the pages.</summary>
    public bool IsOutside { get; set; }

    /// <summary>The tracked changes outside of the text.</summary>
    public int Outside { get; private set; }

    /// <summary>Elements around inserted, deleted or moved runs; one stretch of words may take several.</summary>
    public int RunElements { get; private set; }

    public int MarksInserted { get; private set; }

    public int MarksDeleted { get; private set; }

    /// <summary>Marks of paragraphs that are part of a move.</summary>
    public int MarksMoved { get; private set; }

    public int ParagraphFormattings { get; private set; }

    public int LooksKept { get; private set; }

    public int Insertions { get; private set; }

    public int Deletions { get; private set; }

    public int Moves { get; private set; }

    public int References { get; private set; }

    /// <summary>Fields on one side alone, without those that are one reference which leads elsewhere.</summary>
    public int FieldsInserted { get; private set; }

    public int FieldsDeleted { get; private set; }

    public int NoteMarksInserted { get; private set; }

    public int NoteMarksDeleted { get; private set; }

    public int Formattings { get; private set; }

    /// <summary>Rows of both texts that lie otherwise on the page.</summary>
    public int RowFormattings { get; private set; }

    /// <summary>Cells of rows that are headers in one text alone.</summary>
    public int CellFormattings { get; private set; }

    public int RowsInserted { get; private set; }

    public int RowsDeleted { get; private set; }

    /// <summary>Rows that came along with a move, counted at their new place: at the old one they stand once more.</summary>
    public int RowsMoved { get; private set; }

    public int BreaksInserted { get; private set; }

    public int BreaksDeleted { get; private set; }

    public int WordsInserted { get; private set; }

    public int WordsDeleted { get; private set; }

    public int CharactersInserted { get; private set; }

    public int CharactersDeleted { get; private set; }

    public void Move() => Moves++;

    public void Formatting()
    {
        if (IsOfText())
        {
            Formattings++;
        }
    }

    public void RowFormatting() => RowFormattings++;

    public void CellFormatting() => CellFormattings++;

    public void Row(RevisionKind kind)
    {
        RowsInserted += kind == RevisionKind.Inserted ? 1 : 0;
        RowsDeleted += kind == RevisionKind.Deleted ? 1 : 0;
        RowsMoved += kind == RevisionKind.MovedTo ? 1 : 0;
    }

    public void Runs()
    {
        if (IsOfText())
        {
            RunElements++;
        }
    }

    /// <summary>The mark at the end of a paragraph.</summary>
    public void Mark(RevisionKind kind)
    {
        if (IsOfText())
        {
            MarksInserted += kind == RevisionKind.Inserted ? 1 : 0;
            MarksDeleted += kind == RevisionKind.Deleted ? 1 : 0;
            MarksMoved += kind is RevisionKind.MovedTo or RevisionKind.MovedFrom ? 1 : 0;
        }
    }

    public void ParagraphFormatting(bool isOfTexts)
    {
        if (IsOfText())
        {
            ParagraphFormattings += isOfTexts ? 1 : 0;
            LooksKept += isOfTexts ? 0 : 1;
        }
    }

    private bool IsOfText()
    {
        Outside += IsOutside ? 1 : 0;
        return !IsOutside;
    }

    /// <summary>The end of a paragraph whose words are on both sides.</summary>
    public void ParagraphBreak(bool isInserted)
    {
        BreaksInserted += isInserted ? 1 : 0;
        BreaksDeleted += isInserted ? 0 : 1;
    }

    /// <summary>Words of a run.</summary>
    public void Text(RevisionKind kind, ReadOnlySpan<char> words)
    {
        Begin(kind);
        Settle(kind, isField: false);
        if (kind is not (RevisionKind.Inserted or RevisionKind.Deleted))
        {
            return;
        }

        foreach (char c in words)
        {
            isCounted &= !char.IsWhiteSpace(c);
            if (!isCounted && char.IsLetterOrDigit(c))
            {
                isCounted = true;
                WordsInserted += kind == RevisionKind.Inserted ? 1 : 0;
                WordsDeleted += kind == RevisionKind.Deleted ? 1 : 0;
            }
        }

        CharactersInserted += kind == RevisionKind.Inserted ? words.Length : 0;
        CharactersDeleted += kind == RevisionKind.Deleted ? words.Length : 0;
    }

    /// <summary>A field that stands in the old text, in the new one or in both; a deleted one with an inserted one behind it is one reference that leads elsewhere.</summary>
    /// <param name="shows">Whether what a kept one shows is another.</param>
    public void Field(RevisionKind kind, bool shows)
    {
        References += shows ? 1 : 0;
        FieldsInserted += kind == RevisionKind.Inserted ? 1 : 0;
        FieldsDeleted += kind == RevisionKind.Deleted ? 1 : 0;
        Settle(kind, isField: true);
        EndStretch();
    }

    /// <summary>The mark of a note, or the number before it.</summary>
    public void NoteMark(RevisionKind kind)
    {
        NoteMarksInserted += kind == RevisionKind.Inserted ? 1 : 0;
        NoteMarksDeleted += kind == RevisionKind.Deleted ? 1 : 0;
        Break();
    }

    /// <summary>The end of a stretch: of a paragraph, or where something stands that is no text.</summary>
    public void Break()
    {
        Settle(RevisionKind.Kept, isField: false);
        EndStretch();
    }

    private void EndStretch()
    {
        last = RevisionKind.Kept;
        isCounted = false;
    }

    private void Settle(RevisionKind kind, bool isField)
    {
        bool isInserted = kind == RevisionKind.Inserted;
        if (replacing == Replacing.Both && !isInserted)
        {
            References++;
            FieldsInserted--;
            FieldsDeleted--;
        }

        replacing = isField && kind == RevisionKind.Deleted && before != RevisionKind.Deleted ? Replacing.Deleted
            : isField && isInserted && replacing == Replacing.Deleted ? Replacing.Both
            : Replacing.Nothing;
        before = kind;
    }

    private void Begin(RevisionKind kind)
    {
        if (kind == last)
        {
            return;
        }

        isCounted = false;
        last = kind;
        Insertions += kind == RevisionKind.Inserted ? 1 : 0;
        Deletions += kind == RevisionKind.Deleted ? 1 : 0;
    }
}
