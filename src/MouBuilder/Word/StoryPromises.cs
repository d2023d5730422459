namespace MouBuilder.Word;

/// <summary>What the stories of a file name, kept until all of them are read: a footnote may refer to a heading of the body.</summary>
internal sealed class StoryPromises(NameSet styles, NameSet numbers, NameSet notes)
{
    private readonly NameSet bookmarks = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameSet marked = new();
    private readonly NameSet referred = new();
    private readonly NameSet annotations = new();
    private readonly NameSet halves = new();

    public bool HasStyle(ReadOnlySpan<char> id) => styles.Contains(id);

    public bool HasNumber(ReadOnlySpan<char> id) => id is "0" || numbers.Contains(id);

    public bool HasNote(ReadOnlySpan<char> id) => notes.Contains(id);

    /// <summary>Whether this is the first mark of the note; Word allows no second.</summary>
    public bool Mark(ReadOnlySpan<char> note) => marked.Add(note);

    /// <summary>Whether this is the first bookmark or tracked change with the number, whatever its kind and story.</summary>
    public bool Annotate(ReadOnlySpan<char> id) => annotations.Add(id);

    /// <summary>One half of a move; the other has to come before the file ends.</summary>
    public void AddHalf(ReadOnlySpan<char> name)
    {
        if (!halves.Remove(name))
        {
            halves.Add(name);
        }
    }

    public bool AddBookmark(ReadOnlySpan<char> name) => bookmarks.Add(name);

    public void Refer(ReadOnlySpan<char> bookmark) => referred.Add(bookmark);

    public IEnumerable<string> Unkept() =>
    [
        .. referred.InOrder.Where(r => !bookmarks.Contains(r)).Select(r => $"A field or link names the bookmark {r}, which is missing."),
        .. halves.InOrder.Select(h => $"Of the move {h} one half is missing."),
    ];
}
