using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Where a paragraph stands in Word's numbering.</summary>
internal readonly record struct ListPlace(int NumberId, int Level);

/// <summary>A list that starts a count of its own: a w:num.</summary>
internal sealed record ListStart(int NumberId, ListFamily Family, int Level, int First = 1);

/// <summary>
/// One multilevel definition: a w:abstractNum. Word counts per definition, not per list, so a list in a table cell needs another
/// definition than the list around the table: otherwise the outer list goes on from the inner count.
/// </summary>
/// <param name="Story">0 in the body; one more in a footnote and in each table cell.</param>
/// <param name="Band">0 for the first nine depths of ordered lists, 1 for the next nine; Word has no tenth level. For labels of a paper's own how deep they stand in the document, so that 1. below 1. is no row with it.</param>
/// <param name="Shape">How the labels look where they are a paper's own; null for ours.</param>
internal sealed record ListFamily(ListKind Kind, int Story, int Band, LabelShape? Shape = null);

/// <summary>What counts: one of our own definitions, or that of a family.</summary>
/// <param name="NumberId">0 for that of a family.</param>
internal readonly record struct ListDefinition(int NumberId, ListFamily? Family);

/// <summary>Hands out the numbers of lists while the text is written; the numbering part is written from it afterwards.</summary>
internal sealed class ListNumbers
{
    public const int Headings = 1;
    public const int Exhibits = 2;
    public const int Bullets = 3;

    private readonly List<ListStart> starts = [];
    private readonly Dictionary<ListDefinition, SortedDictionary<int, LabelLook>> looks = [];

    public IReadOnlyList<ListStart> Starts => starts;

    /// <summary>Begins a list.</summary>
    /// <param name="depth">How many lists stand around it: ordered ones for an ordered list, any for bullets.</param>
    public ListPlace Begin(ListKind kind, int story, int depth)
    {
        if (kind == ListKind.Bullet)
        {
            return new(Bullets, Math.Min(depth, Labels.DeepestList - 1));
        }

        int counted = kind == ListKind.Ordered ? depth : 0;
        ListStart start = new(Bullets + 1 + starts.Count, new(kind, story, counted / Labels.DeepestList), counted % Labels.DeepestList);
        starts.Add(start);
        return new(start.NumberId, start.Level);
    }

    /// <summary>Begins a row of labels at a number of its own.</summary>
    public int Begin(ListFamily family, int first)
    {
        starts.Add(new(Bullets + 1 + starts.Count, family, 0, first));
        return starts[^1].NumberId;
    }

    /// <summary>The number at which a row began.</summary>
    public int StartOf(int numberId) => starts[numberId - Bullets - 1].First;

    public ListDefinition DefinitionOf(int numberId) => numberId <= Bullets ? new(numberId, null) : new(0, starts[numberId - Bullets - 1].Family);

    /// <summary>Whether a level of a list below its first shows its number so. A level that no paragraph had before does from here on.</summary>
    public bool Looks(int numberId, int level, LabelLook look)
    {
        if (numberId == Headings && level == 1)
        {
            return false; // our clauses count there
        }

        ListDefinition definition = DefinitionOf(numberId);
        SortedDictionary<int, LabelLook> levels = looks.TryGetValue(definition, out SortedDictionary<int, LabelLook>? known) ? known : looks[definition] = [];
        return levels.TryAdd(level, look) || levels[level] == look;
    }

    /// <summary>The levels of a definition whose looks are a paper's own.</summary>
    public IEnumerable<KeyValuePair<int, LabelLook>> LooksOf(ListDefinition definition) => looks.TryGetValue(definition, out SortedDictionary<int, LabelLook>? levels) ? levels : [];
}
