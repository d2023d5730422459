using System.Collections.Immutable;
using MouBuilder.Diagnostics;

namespace MouBuilder.Clauses;

/// <summary>What kind of sentence a rule asks for.</summary>
public enum EvidenceKind
{
    /// <summary>A duty: somebody shall do something.</summary>
    Shall,

    /// <summary>A prohibition: somebody shall not or may not do something.</summary>
    ShallNot,

    /// <summary>A permission; a duty gives it too.</summary>
    May,

    /// <summary>A statement, said and not denied.</summary>
    Says,
}

/// <summary>
/// What in a text shows that a catalogue entry is met: one sentence, list item or table row of this kind with these words. Words are compared by their stem, so that
/// <c>enforce</c> finds <c>enforces</c> and <c>enforced</c>; there are no patterns.
/// </summary>
/// <param name="Who">Who has the duty, as alternatives; null for a statement. The role of a party stands for its names.</param>
/// <param name="Act">For a duty, what is to be done: it stands after the modal verb. Null for a statement.</param>
/// <param name="About">Words that stand in the same sentence, each as alternatives.</param>
/// <param name="Without">Words that must not stand in it.</param>
/// <param name="IsAbsolute">Whether the sentence must leave no way out: no unless, until, without leave, if asked.</param>
/// <param name="Families">The families whose clauses are looked at; empty for those of the entry.</param>
/// <param name="Written">The rule as one line, for messages.</param>
public sealed record EvidenceRule(
    EvidenceKind Kind,
    ImmutableArray<string> Who,
    ImmutableArray<string> Act,
    ImmutableArray<ImmutableArray<string>> About,
    ImmutableArray<string> Without,
    bool IsAbsolute,
    ImmutableArray<Named> Families,
    string Written,
    Source Place);
