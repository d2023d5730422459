using MouBuilder.Comparing.Redlining;
using MouBuilder.Word;

namespace MouBuilder.Comparing;

/// <summary>
/// A comparison as a Word file with tracked changes: accepting all of them gives the new document, rejecting all of them the old one. Their author is the
/// drafter of the new document and their time its date.
/// </summary>
/// <param name="Word">The file's bytes: the same for the same comparison, on every machine.</param>
public sealed record Redline(ReadOnlyMemory<byte> Word)
{
    public static Redline Of(Comparison comparison) => new(WordWriter.Write(RedlineMerge.Of(comparison)));
}
