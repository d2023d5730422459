using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Finds for each label of a redline the numbering that shows it after Accept All and after Reject All. Labels of our own documents are what our definitions count;
/// a paper from elsewhere has labels of any look, which get definitions of theirs, and another start wherever a row of them does not go on.
/// </summary>
internal sealed class ShownLabels(ListNumbers lists, string attachmentWord)
{
    private readonly Side now = new();
    private readonly Side old = new();

    /// <summary>What one of both texts has counted so far.</summary>
    private sealed class Side
    {
        private int sections;
        private int clauses;
        private int exhibits;

        public Dictionary<ListFamily, (int Ordinal, int NumberId)> Rows { get; } = [];

        public HashSet<int> Begun { get; } = [];

        /// <summary>Whether our own numbering of headings shows a label next; if so it is counted.</summary>
        public bool CountsAsOurs(Block block, string label, string attachmentWord)
        {
            switch (block)
            {
                case Section when label == Labels.Section(sections + 1):
                    sections++;
                    clauses = 0;
                    return true;
                case Clause when label == Labels.Clause(sections, clauses + 1):
                    clauses++;
                    return true;
                case Exhibit when label == Labels.Exhibit(attachmentWord, exhibits + 1):
                    exhibits++;
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>The places of a heading or numbered paragraph on both sides; null where there is no label, or where the style of a heading counts it.</summary>
    public (ListPlace? New, ListPlace? Old) Of(Block block, Revision? revision, ListPlace? ours)
    {
        RevisionKind kind = revision?.Kind ?? RevisionKind.Kept;
        string? shown = kind.IsNew() ? LabelOf(block) : null;
        string? was = kind.IsOld() ? LabelOf(revision?.WasBlock ?? block) : null;
        ListPlace? inNew = shown is null ? null : now.CountsAsOurs(block, shown, attachmentWord) ? ours : Shown(now, old, shown, 0);
        ListPlace? inOld = was is null ? null : old.CountsAsOurs(revision?.WasBlock ?? block, was, attachmentWord) ? ours : Shown(old, now, was, 0);
        return (inNew, inOld);
    }

    /// <summary>The places of an item on both sides.</summary>
    /// <param name="begins">Whether no item of the list stands before it on the new side, and on the old one.</param>
    public (ListPlace? New, ListPlace? Old) Of(ListItem item, Revision? revision, int story, (bool New, bool Old) begins)
    {
        (string? shown, string? was) = LabelsOf(item, revision);
        return (shown is null ? null : Shown(now, old, shown, story, begins.New), was is null ? null : Shown(old, now, was, story, begins.Old));
    }

    /// <summary>What an item shows on either side; null on a side on which it does not stand.</summary>
    public static (string? New, string? Old) LabelsOf(ListItem item, Revision? revision)
    {
        RevisionKind kind = revision?.Kind ?? RevisionKind.Kept;
        return (kind.IsNew() ? item.Label : null, kind.IsOld() ? ((item.Revision?.WasBlock as ListItem) ?? item).Label : null);
    }

    /// <summary>Whether the numbering of our own lists shows what a list shows, on both sides.</summary>
    /// <param name="depth">How many ordered lists stand around it.</param>
    public static bool AreOurs(ListBlock list, Revision? around, int depth)
    {
        (int inNew, int inOld) = (0, 0);
        foreach (ListItem item in list.Items)
        {
            (string? shown, string? was) = LabelsOf(item, item.Revision ?? around);
            if ((shown is not null && shown != Ours(list.Kind, depth, ++inNew)) || (was is not null && was != Ours(list.Kind, depth, ++inOld)))
            {
                return false;
            }
        }

        return true;
    }

    private static string Ours(ListKind kind, int depth, int ordinal) => kind == ListKind.Recitals ? Labels.Recital(ordinal) : Labels.ListItem(depth, ordinal);

    private static string? LabelOf(Block block) => block switch { Section s => s.Label, Clause c => c.Label, Exhibit e => e.Label, Heading h => h.Label, _ => null };

    private ListPlace Shown(Side side, Side other, string label, int story, bool begins = false)
    {
        IReadOnlyList<(LabelShape Shape, int Ordinal)> readings = LabelShape.Readings(label);
        foreach ((LabelShape shape, int ordinal) in begins ? [] : readings)
        {
            ListFamily family = new(ListKind.Ordered, story, 0, shape);
            if (side.Rows.TryGetValue(family, out (int Ordinal, int NumberId) row) && (row.Ordinal + 1 == ordinal || shape.Form is null))
            {
                side.Rows[family] = (ordinal, row.NumberId);
                return new(row.NumberId, 0);
            }
        }

        (LabelShape first, int start) = readings[0];
        ListFamily begun = new(ListKind.Ordered, story, 0, first);

        // Where the other text began the same row, both are one row.
        int number = other.Rows.TryGetValue(begun, out (int Ordinal, int NumberId) theirs) && lists.StartOf(theirs.NumberId) == start && !side.Begun.Contains(theirs.NumberId)
            ? theirs.NumberId
            : lists.Begin(begun, start);
        side.Begun.Add(number);
        side.Rows[begun] = (start, number);
        return new(number, 0);
    }
}
