using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>What became of a part.</summary>
public enum ChangeCategory
{
    /// <summary>The same words at the same place under the same label.</summary>
    Unchanged,

    /// <summary>The same words in the same order of parts, under another label. Beside a reconstruction, whose order and numbers nobody knows, no part is called this or moved.</summary>
    Renumbered,

    Changed,

    /// <summary>The same words at another place in the order of parts.</summary>
    Moved,

    MovedAndChanged,

    /// <summary>A clause that lost its heading or number: its words stand in the clause before it now, which <see cref="PartChange.Related"/> names.</summary>
    Merged,

    /// <summary>A clause that was given its heading or number: its words stood in the clause before it, which <see cref="PartChange.Related"/> names.</summary>
    SplitOff,

    /// <summary>Known to be new.</summary>
    Added,

    /// <summary>New in the text, but the old side is a reconstruction in which nothing is known on the matter.</summary>
    AddedWhereUnknown,

    /// <summary>Beside a reconstruction, where nothing is called new: in the new text alone, and the old one is known to speak of the matter, or the new one is the reconstruction.</summary>
    InNewAlone,

    /// <summary>Known to be gone.</summary>
    Removed,

    /// <summary>Not in the new text, but the new side is a reconstruction in which nothing is known on the matter.</summary>
    RemovedWhereUnknown,

    /// <summary>Beside a reconstruction, where nothing is called gone: in the old text alone, and the new one is known to speak of the matter, or the old one is the reconstruction.</summary>
    InOldAlone,
}

/// <summary>How much a change weighs, the heaviest first.</summary>
public enum ChangeRank
{
    /// <summary>A word such as shall or may, or who is bound by it, is another, is new or is gone.</summary>
    DutyOrRight,

    /// <summary>A number of hours, days, weeks, months or years is another, is new or is gone.</summary>
    Deadline,

    /// <summary>Other words.</summary>
    Wording,

    /// <summary>The same sentences and blocks, some of which stand in another clause or at another place of their own.</summary>
    Place,

    /// <summary>The same words, but for what a party is called.</summary>
    Naming,

    /// <summary>The same words in other type.</summary>
    Formatting,

    /// <summary>Nothing but the numbers of cross-references.</summary>
    Reference,

    /// <summary>No word differs.</summary>
    None,
}

/// <summary>A duty or right that is another, is new or is gone.</summary>
/// <param name="OldActor">Who is bound or allowed, in words that stand together in the text, with <c>…</c> behind them where others stand before the modal; null where the old text has none.</param>
/// <param name="OldModal"><c>shall</c>, <c>shall not</c>, <c>may</c>, <c>may not</c>, <c>must</c>, <c>must not</c>, <c>will</c>, <c>will not</c>, <c>should</c>, <c>should not</c>; null where the old text has none.</param>
public sealed record DutyChange(string? OldActor, string? OldModal, string? NewActor, string? NewModal)
{
    /// <summary>The first words of what was to be done, for a reader, with <c>…</c> where the sentence goes on, and <c>…</c> alone where they would mislead without the rest; empty where the old text has no such duty.</summary>
    public string OldAct { get; init; } = "";

    /// <summary>The first words of what is to be done, for a reader, with <c>…</c> where the sentence goes on, and <c>…</c> alone where they would mislead without the rest; empty where the new text has no such duty.</summary>
    public string NewAct { get; init; } = "";

    /// <summary>Whether something else is to be done, by whomever.</summary>
    internal bool IsOfOtherAct { get; init; }

    /// <summary>Of an item below words that bind or allow, what it says by itself, on whichever side it stands; empty for a sentence.</summary>
    internal string ActOfItem { get; init; } = "";
}

/// <summary>A number of hours, days, weeks, months or years that is another, is new (<paramref name="Old"/> is null) or is gone.</summary>
public sealed record DeadlineChange(string? Old, string? New);

/// <summary>A part on both sides, or on one.</summary>
public sealed record PartChange
{
    public required ChangeCategory Category { get; init; }

    public required ChangeRank Rank { get; init; }

    /// <summary>Null for an added part.</summary>
    public DocumentPart? Old { get; init; }

    /// <summary>Null for a removed part.</summary>
    public DocumentPart? New { get; init; }

    /// <summary>The id of the section with which the part moved; its own category then says only what became of its words. Null beside a reconstruction, whose order nobody knows.</summary>
    public string? MovedWith { get; init; }

    /// <summary>Whether so little was kept that the old text is shown as one deletion and the new one as one insertion.</summary>
    public bool IsRewritten { get; init; }

    /// <summary>For an added part or one that was split off, the id of the old part from which its text comes; for a removed or merged one, the id of the new part into which it was merged.</summary>
    public string? Related { get; init; }

    /// <summary>The words of the heading; empty for a part on one side alone and for text.</summary>
    public ImmutableArray<WordChange> Title { get; init; } = [];

    /// <summary>What the part holds. For a part on one side alone every block is added or removed.</summary>
    public ImmutableArray<BlockChange> Blocks { get; init; } = [];

    /// <summary>The notes whose marks stand in the part.</summary>
    public ImmutableArray<BlockChange> Notes { get; init; } = [];

    public ImmutableArray<DutyChange> Duties { get; init; } = [];

    public ImmutableArray<DeadlineChange> Deadlines { get; init; } = [];

    /// <summary>Whether it stands at another place among the parts than those around it.</summary>
    internal bool IsMoved { get; init; }

    /// <summary>Whether its section moved and took it along.</summary>
    internal bool IsTakenAlong { get; init; }

    /// <summary>False beside a reconstruction: what came first in the signed text, and under which number, nobody knows.</summary>
    internal bool IsPlaceKnown { get; init; } = true;

    /// <summary>The sentences that went from here to another clause, came from one, or stand at another place of this one.</summary>
    internal ImmutableArray<SentenceMove> SentenceMoves { get; init; } = [];

    internal ToldChanges Told { get; init; } = ToldChanges.None;

    /// <summary>The cross-references typed as words whose number is another.</summary>
    internal ImmutableArray<TypedReference> TypedReferences { get; init; } = [];

    /// <summary>The typed cross-references that stand as before and lead elsewhere.</summary>
    internal ImmutableArray<StaleReference> StaleReferences { get; init; } = [];

    /// <summary>What is known of the old clause; null for a bare document and for parts that are not clauses.</summary>
    public ClauseFacts? OldFacts { get; init; }

    /// <summary>What is known of the new clause; null for a bare document and for parts that are not clauses.</summary>
    public ClauseFacts? NewFacts { get; init; }

    /// <summary>Whether a reader has anything to look at: other words, another place or another number of a reference.</summary>
    public bool IsChange => Rank != ChangeRank.None || Category is not (ChangeCategory.Unchanged or ChangeCategory.Renumbered);

    /// <summary>
    /// Why the new text has another version of the clause; empty where nobody has said so: a text edited without a new version keeps the reason for which it was written, and so does
    /// a clause that was removed.
    /// </summary>
    internal string Reason => IsOfOneVersion ? "" : NewFacts?.Reason ?? "";

    /// <summary>Whether both texts have the same version of the clause, so that what differs was not made with it.</summary>
    internal bool IsOfOneVersion => (Old, New, OldFacts, NewFacts) is ({ } old, { } now, { } before, { } after) && old.Id == now.Id && before.Version == after.Version;

    /// <summary>The number it had, where it has another one now or none; otherwise null. The numbers of a reconstruction are ours.</summary>
    internal string? FormerLabel => IsPlaceKnown && New?.PieceOf is null && (Old, New) is ({ Label: { } old }, { } now) && old != now.Label ? old : null;

    /// <summary>Whether it was an exhibit and is a clause, or was a clause and is an exhibit.</summary>
    internal bool IsOfAnotherKind => (Old, New) is ({ } old, { } now) && old.Kind != now.Kind;

    /// <summary>Whether the old text alone has its heading, so that it goes by that one.</summary>
    internal bool IsCalledAsBefore => New is null or { PieceOf: not null };

    /// <summary>The stretches of words of the title, of all paragraphs that stand on both sides, and of the notes.</summary>
    internal IEnumerable<WordChange> Words => Title.Concat(Blocks.Concat(Notes).SelectMany(b => b.WithDescendants()).SelectMany(b => b.Words));
}

/// <summary>Two documents side by side. Both can be rebuilt from it.</summary>
/// <param name="Parts">In the order of the new document; a removed part stands after the part that it followed in the old one.</param>
public sealed record Comparison(ComparisonSide Old, ComparisonSide New, ImmutableArray<PartChange> Parts)
{
    /// <summary>Whether nothing differs that a reader would see but, perhaps, labels.</summary>
    public bool IsSame => !Parts.Any(p => p.IsChange || HeadingLevels.Of(p).Length > 0);

    /// <summary>The parties and defined terms that each text calls by another name.</summary>
    internal Renamings Renamings { get; init; } = Renamings.None;

    /// <summary>Whether one of the texts is not the signed one, so that what stands in the other alone may have stood in both.</summary>
    internal bool HasReconstruction => Old.Reconstruction.Length > 0 || New.Reconstruction.Length > 0;

    /// <summary>The terms that the texts define in other words, or that one of them defines alone.</summary>
    internal DefinitionChanges Definitions { get; init; } = DefinitionChanges.None;

    /// <summary>
    /// Whether what the newer version of a clause says of its change, and the reason given for it, speak of the older text at hand: it is the baseline, or its clause is of the
    /// version before. Beside any other text, an agreement of another kind above all, "in 2013" would be said of a text that is not from 2013.
    /// </summary>
    internal bool IsOfNextVersion(PartChange change) => change switch
    {
        { New: null } or { NewFacts: null } => false,
        { Old: { } old, New: { } now, OldFacts: { } before, NewFacts: { } after } when old.Id == now.Id => IsNext(old.Id, before.Version, after.Version),
        _ => Old.Reconstruction.Length > 0,
    };

    /// <summary>Whether the reason given for a clause speaks of the older text at hand, or of none: one that stands in the place of another in its library says why it does.</summary>
    internal bool IsReasonOf(PartChange change) => IsOfNextVersion(change)
        || (change is { New: { } now } && change.Old?.Id != now.Id && New.Agreement?.Clauses.Any(c => c.Text.Id == now.Id && !c.Text.InsteadOf.IsEmpty) == true);

    // Without an agreement two versions of one clause were asked for.
    private bool IsNext(string clause, string before, string after) => New.Agreement is not { } agreement
        ? before != after
        : agreement.Library.VersionsOf(clause) is var versions && versions.IndexOf(before) is >= 0 and int at && versions.IndexOf(after) == at + 1;

    /// <summary>Whether a part is told of: how a reconstructed text was divided is not known, so that no heading of a section is called new, gone or another beside it.</summary>
    internal bool IsTold(PartChange change) => !HasReconstruction || (change.New ?? change.Old)!.Kind != PartKind.Section;

    /// <summary>Whether a sentence of a part that was found in one text is known to be new or gone. A rewritten clause may say the same in other words.</summary>
    internal bool IsInOneTextOnly(PartChange change) => !HasReconstruction && !change.IsRewritten;
}
