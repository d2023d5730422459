namespace MouBuilder.Documents;

/// <summary>What became of something in a redline.</summary>
internal enum RevisionKind
{
    Kept,
    Inserted,
    Deleted,
    MovedTo,
    MovedFrom,
}

/// <summary>
/// How a block or an inline of a redline came to stand there. Without one it shares the fate of what it stands in, and outside of everything it is kept.
/// </summary>
internal sealed record Revision(RevisionKind Kind)
{
    public static readonly Revision Kept = new(RevisionKind.Kept);
    public static readonly Revision Inserted = new(RevisionKind.Inserted);
    public static readonly Revision Deleted = new(RevisionKind.Deleted);
    public static readonly Revision MovedTo = new(RevisionKind.MovedTo);
    public static readonly Revision MovedFrom = new(RevisionKind.MovedFrom);

    /// <summary>For a kept section, clause or exhibit, the old one, whose style and label may differ.</summary>
    public Block? WasBlock { get; init; }

    /// <summary>For kept words in other type or a kept reference with another number, the old inline.</summary>
    public Inline? WasInline { get; init; }

    /// <summary>Whether it is a paragraph's mark alone that came or went: its words are on both sides.</summary>
    public bool IsOfMark { get; init; }

    /// <summary>The name of the move whose half begins with the block; null where it begins with none.</summary>
    public string? MoveBegins { get; init; }

    /// <summary>The name of the move whose half ends with the block.</summary>
    public string? MoveEnds { get; init; }

    public bool IsOld => Kind.IsOld();

    public bool IsNew => Kind.IsNew();
}

/// <summary>On which side of a comparison something stands.</summary>
internal static class RevisionSides
{
    public static bool IsOld(this RevisionKind kind) => kind is RevisionKind.Kept or RevisionKind.Deleted or RevisionKind.MovedFrom;

    public static bool IsNew(this RevisionKind kind) => kind is RevisionKind.Kept or RevisionKind.Inserted or RevisionKind.MovedTo;
}
