using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Finds for each label of a redline the numbering that shows it after Accept All and after Reject All. Labels of our own documents are what our definitions count;
/// a paper from elsewhere has labels of any look, which get definitions of theirs, and another start wherever a row of them does not go on.
/// </summary>
internal sealed class ShownLabels(ListNumbers lists, string attachmentWord)
{
    // A heading in a clause is deeper than the clause, and a list deeper than any heading: Word has nine.
    private const int DepthOfLists = 10;

    private readonly ShownSide now = new(lists, attachmentWord);
    private readonly ShownSide old = new(lists, attachmentWord);

    /// <summary>The places of a heading or numbered paragraph on both sides; null where there is no label, or where the style of a heading counts it.</summary>
    public (ListPlace? New, ListPlace? Old) Of(Block block, Revision? revision, ListPlace? ours)
    {
        RevisionKind kind = revision?.Kind ?? RevisionKind.Kept;
        return (kind.IsNew() ? Place(now, old, block, ours) : null, kind.IsOld() ? Place(old, now, revision?.WasBlock ?? block, ours) : null);
    }

    /// <summary>The places of an item on both sides.</summary>
    /// <param name="begins">Whether no item of the list stands before it on the new side, and on the old one.</param>
    public (ListPlace? New, ListPlace? Old) Of(ListItem item, Surroundings around, (bool New, bool Old) begins)
    {
        int depth = DepthOfLists + around.ListDepth;
        ListPlace? Item(ShownSide side, ShownSide other, string? label, bool isFirst, bool hasOther)
        {
            if (label is null)
            {
                return null;
            }

            side.Leave(depth);
            return side.Shown(other, label, depth, around.Story, isFirst, mayShare: !isFirst || hasOther);
        }

        (string? shown, string? was) = LabelsOf(item, around.Revision);
        return (Item(now, old, shown, begins.New, !begins.Old), Item(old, now, was, begins.Old, !begins.New || shown is not null));
    }

    private static ListPlace? Place(ShownSide side, ShownSide other, Block block, ListPlace? ours)
    {
        int depth = block switch { Heading h => Math.Min(h.Level, DepthOfLists) - 1, Clause => 1, _ => 0 };
        side.Leave(depth);
        return LabelOf(block) is not { } label ? null : side.CountsAsOurs(block, label, depth) ? ours : side.Shown(other, label, depth, story: 0, begins: false, mayShare: true);
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
}
