using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What became of a stretch of words.</summary>
public enum WordChangeKind
{
    /// <summary>The same words on both sides. The marks of defined terms may differ: no reader sees them.</summary>
    Kept,

    Inserted,
    Deleted,

    /// <summary>A phrase in place of another: one deletion and one insertion.</summary>
    Replaced,

    /// <summary>A cross-reference to the same block, whose number is another.</summary>
    Reference,

    /// <summary>The same words, set in other type.</summary>
    Formatting,
}

/// <summary>A stretch of a paragraph, heading or title on both sides; joined in order, the stretches give each side's text in full.</summary>
/// <param name="Old">Empty for an insertion.</param>
/// <param name="New">Empty for a deletion.</param>
public sealed record WordChange(WordChangeKind Kind, ImmutableArray<Inline> Old, ImmutableArray<Inline> New)
{
    /// <summary>Whether the words themselves differ.</summary>
    public bool IsEdit => Kind is WordChangeKind.Inserted or WordChangeKind.Deleted or WordChangeKind.Replaced;

    /// <summary>
    /// Whether both texts show the same words, which are a cross-reference, a gap or a link in one of them and typed in the other: so a paper comes back from a program that knows no fields.
    /// </summary>
    internal bool IsTyped => Kind == WordChangeKind.Replaced && Old.Any(IsField) != New.Any(IsField) && TypedText(Old) == TypedText(New);

    /// <summary>The words as a reader of the old page sees them.</summary>
    public string OldText => PlainText.Of(Old);

    /// <summary>The words as a reader of the new page sees them.</summary>
    public string NewText => PlainText.Of(New);

    private static bool IsField(Inline inline) => inline is Reference or Gap or Link;

    // "Section 4.2" has a no-break space where it is a field.
    private static string TypedText(ImmutableArray<Inline> inlines) => PlainText.Of(inlines).Replace('\u00A0', ' ');
}
