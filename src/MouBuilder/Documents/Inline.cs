using System.Collections.Immutable;

namespace MouBuilder.Documents;

/// <summary>A stretch of a paragraph.</summary>
public abstract record Inline
{
    private protected Inline() { }

    /// <summary>Null outside of redlines.</summary>
    internal Revision? Revision { get; init; }
}

/// <summary>Bold, italic, both or neither.</summary>
[Flags]
public enum Emphasis
{
    None = 0,
    Italic = 1,
    Bold = 2,
}

/// <summary>Words, carried literally: no character of them is markup.</summary>
public sealed record TextRun(string Value, Emphasis Emphasis = Emphasis.None) : Inline
{
    /// <summary>BCP 47 tag where the words are in another language than the document; empty otherwise. Word files alone carry it.</summary>
    public string Language { get; init; } = "";
}

/// <summary>A defined term where it is used.</summary>
/// <param name="Value">The words as they stand, for example <c>Partner Officers</c>.</param>
/// <param name="Name">The term as defined, for example <c>Partner Officer</c>.</param>
public sealed record Term(string Value, string Name, Emphasis Emphasis = Emphasis.None) : Inline;

/// <summary>A cross-reference to a section, clause or exhibit of the same document.</summary>
/// <param name="Target">The id of the block referred to.</param>
/// <param name="Word">The word before the label, <c>Section</c>; empty where the label brings its own, as <c>Exhibit A</c> does.</param>
/// <param name="Label">The target's label without a final full stop; null until the document is numbered.</param>
public sealed record Reference(string Target, string Word = "", string? Label = null, Emphasis Emphasis = Emphasis.None) : Inline;

/// <summary>A link out of the document: http, https or mailto.</summary>
public sealed record Link(string Address, ImmutableArray<Inline> Content) : Inline;

/// <summary>The mark of a footnote.</summary>
/// <param name="NoteId">The id of a <see cref="Note"/> of the document.</param>
public sealed record NoteMark(string NoteId) : Inline;

/// <summary>A fact nobody has given yet: shown, highlighted, and refused once the agreement is past negotiation.</summary>
/// <param name="Field">The field's name.</param>
public sealed record Gap(string Field, Emphasis Emphasis = Emphasis.None) : Inline
{
    /// <summary>What stands in its place on a page in another language than English; empty for the field's own name.</summary>
    public string Shown { get; init; } = "";
}

/// <summary>A line break inside a paragraph.</summary>
public sealed record LineBreak : Inline;
