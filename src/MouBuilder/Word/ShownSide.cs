using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>What one of both texts of a redline has counted so far, as Word counts: one count for each level of a definition, whichever of its lists a paragraph stands in.</summary>
internal sealed class ShownSide(ListNumbers lists, string attachmentWord)
{
    private readonly Dictionary<ListFamily, (int Ordinal, int NumberId)> rows = [];
    private readonly Dictionary<ListDefinition, int[]> counts = [];
    private readonly HashSet<int> begun = [];
    private readonly List<LabelPlace> above = [];

    /// <summary>Whether our own numbering of headings shows a label next; if so it is counted.</summary>
    public bool CountsAsOurs(Block block, string label, int depth)
    {
        int section = Count(ListNumbers.Headings, 0);
        int clause = Count(ListNumbers.Headings, 1) + 1;
        int exhibit = Count(ListNumbers.Exhibits, 0) + 1;
        LabelPlace? ours = block switch
        {
            Section when label == Labels.Section(section + 1) => new(depth, ListNumbers.Headings, 0, LabelForm.Decimal, section + 1),
            Clause when label == Labels.Clause(section, clause) => new(depth, ListNumbers.Headings, 1, LabelForm.Decimal, clause),
            Exhibit when label == Labels.Exhibit(attachmentWord, exhibit) => new(depth, ListNumbers.Exhibits, 0, LabelForm.UpperLetter, exhibit),
            _ => null,
        };
        if (ours is not null)
        {
            Enter(ours);
        }

        return ours is not null;
    }

    /// <summary>What stands from here on stands under nothing as deep as this, or deeper.</summary>
    public void Leave(int depth) => above.RemoveAll(a => a.Depth >= depth);

    /// <summary>The place that shows a label.</summary>
    /// <param name="other">The other text: where it began the same row, both are one row.</param>
    /// <param name="begins">Whether it is the first of a list.</param>
    /// <param name="mayShare">Whether a row of the other text may be this one: of two lists on the page, one on each side, each has its own.</param>
    public ListPlace Shown(ShownSide other, string label, int depth, int story, bool begins, bool mayShare)
    {
        IReadOnlyList<(LabelShape Shape, int Ordinal)> readings = LabelShape.Readings(label);
        foreach ((LabelShape shape, int ordinal) in story == 0 ? readings : [])
        {
            if (Below(shape, ordinal, depth) is { } place)
            {
                return Enter(place);
            }
        }

        foreach ((LabelShape shape, int ordinal) in begins ? [] : readings)
        {
            ListFamily family = new(ListKind.Ordered, story, depth, shape);
            if (rows.TryGetValue(family, out (int Ordinal, int NumberId) row) && (row.Ordinal + 1 == ordinal || shape.Form is null))
            {
                return EnterRow(family, ordinal, row.NumberId, depth);
            }
        }

        (LabelShape first, int start) = readings[0];
        ListFamily begunHere = new(ListKind.Ordered, story, depth, first);
        int number = mayShare && other.rows.TryGetValue(begunHere, out (int Ordinal, int NumberId) theirs) && lists.StartOf(theirs.NumberId) == start && !begun.Contains(theirs.NumberId)
            ? theirs.NumberId
            : lists.Begin(begunHere, start);
        begun.Add(number);
        return EnterRow(begunHere, start, number, depth);
    }

    /// <summary>The place at a level below a number that is part of the label, so that it follows that number; null where Word would not count so.</summary>
    private LabelPlace? Below(LabelShape shape, int ordinal, int depth)
    {
        if (LabelLook.Of(shape, [.. above.Where(a => Count(a.NumberId, a.Level) == a.Ordinal)]) is not var (nearest, at))
        {
            return null;
        }

        for (int level = nearest.Level + 1; level < Labels.DeepestList; level++)
        {
            if (Count(nearest.NumberId, level) + 1 == ordinal && lists.Looks(nearest.NumberId, level, at(level)))
            {
                return new(depth, nearest.NumberId, level, shape.Form!.Value, ordinal);
            }
        }

        return null;
    }

    private ListPlace EnterRow(ListFamily family, int ordinal, int number, int depth)
    {
        rows[family] = (ordinal, number);
        ListPlace place = Enter(new(depth, number, 0, family.Shape!.Form ?? LabelForm.Decimal, ordinal));
        if (family.Shape.Form is null)
        {
            Leave(depth); // words alone are no number to count under
        }

        return place;
    }

    private ListPlace Enter(LabelPlace place)
    {
        ListDefinition definition = lists.DefinitionOf(place.NumberId);
        int[] count = counts.TryGetValue(definition, out int[]? known) ? known : counts[definition] = new int[Labels.DeepestList];
        count[place.Level] = place.Ordinal;
        Array.Clear(count, place.Level + 1, count.Length - place.Level - 1);
        above.Add(place);
        return new(place.NumberId, place.Level);
    }

    private int Count(int number, int level) => counts.TryGetValue(lists.DefinitionOf(number), out int[]? known) ? known[level] : 0;
}
