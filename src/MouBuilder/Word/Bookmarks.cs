using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>A named place in the text.</summary>
/// <param name="Name">At most 40 characters, as Word demands.</param>
internal sealed record Bookmark(string Name, int Id);

/// <summary>What a REF field to a block names, and whether it shows the paragraph's number or its words.</summary>
internal sealed record ReferenceTarget(Bookmark Bookmark, bool ShowsNumber);

/// <summary>
/// The bookmarks of headings, named after the ids of their blocks: visible ones, so that counsel can refer to them by Word's own dialog.
/// A clause without a heading is referred to by the heading it stands under, as <see cref="Numbering"/> does.
/// </summary>
internal sealed class Bookmarks
{
    public const int LongestName = 40;

    private const string Prefix = "mou_";

    private readonly Dictionary<string, Bookmark> headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReferenceTarget> targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase); // Word takes mou_A and mou_a for one
    private readonly StableIds ids = new();
    private ReferenceTarget? enclosing;

    private Bookmarks()
    {
    }

    public static Bookmarks Of(MouDocument document)
    {
        Bookmarks bookmarks = new();
        bookmarks.Add(document.Blocks);
        return bookmarks;
    }

    /// <summary>The bookmark around the heading of a block; null for a block that has no heading.</summary>
    public Bookmark? OfHeading(string id) => headings.GetValueOrDefault(id);

    /// <summary>Where a reference to a block leads; null when there is nothing it could name.</summary>
    public ReferenceTarget? Target(string id) => targets.GetValueOrDefault(id);

    private void Add(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Section { Kind: SectionKind.Numbered } s:
                Bookmark section = Name(s.Id);
                targets[s.Id] = new(section, ShowsNumber: true);
                enclosing = Blanks.IsBlank(s.Heading) ? null : new(section, ShowsNumber: false); // a REF to no words is an error to Word
                Add(s.Blocks);
                break;
            case Section s:
                enclosing = Blanks.IsBlank(s.Heading) ? null : new(Name(s.Id), ShowsNumber: false);
                Target(s.Id, enclosing);
                Add(s.Blocks);
                break;
            case Exhibit e:
                enclosing = new(Name(e.Id), ShowsNumber: true);
                Target(e.Id, enclosing);
                Add(e.Blocks);
                break;
            case Clause c:
                Target(c.Id, Blanks.IsBlank(c.Title) ? enclosing : new(Name(c.Id), c.Label is not null));
                Add(c.Blocks);
                break;
        }
    }

    private void Target(string id, ReferenceTarget? target)
    {
        if (target is not null)
        {
            targets[id] = target;
        }
    }

    private Bookmark Name(string id)
    {
        string letters = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        string name = Prefix + letters;
        string salt = id;
        while (name.Length > LongestName || !names.Add(name))
        {
            string digits = "_" + StableIds.Digits(salt);
            name = Prefix + letters[..Math.Min(letters.Length, LongestName - Prefix.Length - digits.Length)] + digits;
            salt += "+";
        }

        return headings[id] = new(name, ids.Next("bookmark " + id));
    }
}
