using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>Clauses without a title whose number stands before their first words.</summary>
internal sealed partial class BlockWriter
{
    private int clauseLeft; // where the text of the numbered paragraph begins that is being written; 0 outside of one
    private int oldClauseLeft;

    /// <summary>
    /// A numbered paragraph. The number goes to the paragraph with which the clause begins, at the level of the clauses' headings, so that both are one row. It is said of the paragraph and not only
    /// of its style, since Word ties no more than one style to a level.
    /// </summary>
    private void BeginNumbered(Clause clause, Surroundings around)
    {
        ListPlace place = new(ListNumbers.Headings, shared.Labels is null && clause.Label is { } label && Labels.IsOfSection(label) ? 0 : 1);
        (ListPlace? shown, ListPlace? was) = shared.Labels is { } labels ? labels.Of(clause, around.Revision, place) : (place, place);
        ParagraphFormat format = new(StyleIds.NumberedClause);
        leads.Item(format with { List = shown }, format with { List = was }, KindOf(around), shared.Bookmarks.OfHeading(clause.Id));
        SetClause(KindOf(around), NumberingPart.HeadingIndent);
    }

    private void EndNumbered(Surroundings around)
    {
        // In a redline the blocks of a clause stand behind it and not in it.
        if (shared.Redline is null)
        {
            FinishLead(around);
            SetClause(KindOf(around), left: 0);
        }
    }

    private void SetClause(RevisionKind kind, int left)
    {
        clauseLeft = kind.IsNew() ? left : clauseLeft;
        oldClauseLeft = kind.IsOld() ? left : oldClauseLeft;
    }

    /// <summary>What follows the first words of a numbered paragraph stands under them.</summary>
    private Surroundings InClause(Surroundings around) =>
        around is { Left: 0, OldLeft: 0, ListDepth: 0, InCell: false, InNote: false } ? around with { Left = clauseLeft, OldLeft = oldClauseLeft } : around;

    /// <summary>A clause that begins with a list, a table or a heading has its number on a line of its own.</summary>
    private void FinishNumber(Surroundings around)
    {
        if (leads.HoldsClause(KindOf(around)))
        {
            FinishLead(around);
        }
    }
}
