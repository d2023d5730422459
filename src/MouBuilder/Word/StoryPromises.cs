namespace MouBuilder.Word;

/// <summary>What the stories of a file name, kept until all of them are read: a footnote may refer to a heading of the body.</summary>
internal sealed class StoryPromises(HashSet<string> styles, HashSet<string> numbers, HashSet<string> notes)
{
    private readonly HashSet<string> bookmarks = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> marked = new(StringComparer.Ordinal);
    private readonly HashSet<string> referred = new(StringComparer.Ordinal);

    public bool HasStyle(string id) => styles.Contains(id);

    public bool HasNumber(string id) => id == "0" || numbers.Contains(id);

    public bool HasNote(string id) => notes.Contains(id);

    /// <summary>Whether this is the first mark of the note; Word allows no second.</summary>
    public bool Mark(string note) => marked.Add(note);

    public bool AddBookmark(string name) => bookmarks.Add(name);

    public void Refer(string bookmark) => referred.Add(bookmark);

    public IEnumerable<string> Unkept() => referred.Where(r => !bookmarks.Contains(r)).Select(r => $"A field or link names the bookmark {r}, which is missing.");
}
