using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Counts the tracked changes of the body and the notes while they are written, so that what is reported is what stands in the file. The contents and the
/// head and foot of the pages follow from the rest and do not count. What a field shows is never counted as words.
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

    public int Insertions { get; private set; }

    public int Deletions { get; private set; }

    public int Moves { get; private set; }

    public int References { get; private set; }

    public int Formattings { get; private set; }

    public int RowsInserted { get; private set; }

    public int RowsDeleted { get; private set; }

    public int BreaksInserted { get; private set; }

    public int BreaksDeleted { get; private set; }

    public int WordsInserted { get; private set; }

    public int WordsDeleted { get; private set; }

    public int CharactersInserted { get; private set; }

    public int CharactersDeleted { get; private set; }

    public void Move() => Moves++;

    public void Formatting() => Formattings++;

    public void Row(bool isInserted)
    {
        RowsInserted += isInserted ? 1 : 0;
        RowsDeleted += isInserted ? 0 : 1;
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
        Settle(kind, isField: true);
        EndStretch();
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
