using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>One half of a move: blocks of the redline that belong together.</summary>
/// <param name="Name">The same for both halves.</param>
/// <param name="First">The position of its first block among the document's.</param>
/// <param name="Last">The position of its last block.</param>
internal sealed record MoveRange(string Name, RevisionKind Kind, int First, int Last);

/// <summary>Both texts in one document, for the Word writer.</summary>
/// <param name="Document">Its blocks stand one after the other, not inside of sections and clauses, and say what became of them.</param>
/// <param name="Old">The properties of the old text; those of the new one are the document's.</param>
/// <param name="Targets">Where references lead, by <see cref="Reference.Target"/>.</param>
/// <param name="Header">Lines for the head of each page, on both sides alike.</param>
internal sealed record WordRedline(
    MouDocument Document, DocumentProperties Old, ImmutableArray<MoveRange> Moves, IReadOnlyDictionary<string, HeadingTarget> Targets, ImmutableArray<string> Header)
{
    /// <summary>Whose changes they are. Word shows no change without somebody who made it.</summary>
    public string Author => Document.Properties.Drafter.Length > 0 ? Document.Properties.Drafter
        : Old.Drafter.Length > 0 ? Old.Drafter
        : "Drafter";
}
