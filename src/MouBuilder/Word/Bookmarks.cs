using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>A named place in the text.</summary>
/// <param name="Name">At most 40 characters, as Word demands.</param>
internal sealed record Bookmark(string Name, int Id);

/// <summary>What a REF field to a block names, and whether it shows the paragraph's number or its words.</summary>
internal sealed record ReferenceTarget(Bookmark Bookmark, bool ShowsNumber);

/// <summary>
/// The bookmarks of headings, named after the ids of their blocks: visible ones, so that counsel can refer to them by Word's own dialog. In a redline, which has no content controls, one also stands
/// where a clause begins that has neither heading nor number, since nothing else tells a later reader.
/// </summary>
internal sealed class Bookmarks
{
    public const int LongestName = 40;

    private const string Prefix = "mou_";

    private readonly Dictionary<string, Bookmark> headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bookmark> starts = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, HeadingTarget> targets;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase); // Word takes mou_A and mou_a for one
    private readonly StableIds ids = new();

    private Bookmarks(IReadOnlyDictionary<string, HeadingTarget> targets) => this.targets = targets;

    /// <param name="targets">Where references lead, when that is not to be seen from the document itself; otherwise null.</param>
    public static Bookmarks Of(MouDocument document, IReadOnlyDictionary<string, HeadingTarget>? targets = null)
    {
        HeadingTargets found = HeadingTargets.Of(document);
        Bookmarks bookmarks = new(targets ?? found.ById);
        foreach (string id in found.Headings)
        {
            bookmarks.headings[id] = bookmarks.Name(id);
        }

        if (targets is not null)
        {
            // Text outside of clauses has an id with a # that a paper's part cannot have.
            foreach (Clause clause in document.Blocks.OfType<Clause>().Where(c => c.Label is null && Blanks.IsBlank(c.Title) && !c.Id.Contains('#', StringComparison.Ordinal)))
            {
                bookmarks.starts[clause.Id] = bookmarks.Name(clause.Id);
            }
        }

        return bookmarks;
    }

    public IReadOnlySet<int> Ids => headings.Values.Concat(starts.Values).Select(b => b.Id).ToHashSet();

    /// <summary>Where a clause of a redline begins that has neither heading nor number; null for every other.</summary>
    public Bookmark? OfStart(string id) => starts.GetValueOrDefault(id);

    /// <summary>The bookmark around the heading of a block; null for a block that has no heading.</summary>
    public Bookmark? OfHeading(string id) => headings.GetValueOrDefault(id);

    /// <summary>Where a reference to a block leads; null when there is nothing it could name.</summary>
    public ReferenceTarget? Target(string id) =>
        targets.GetValueOrDefault(id) is { } target && headings.GetValueOrDefault(target.Heading) is { } bookmark ? new(bookmark, target.ShowsNumber) : null;

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

        return new(name, ids.Next("bookmark " + id));
    }
}
