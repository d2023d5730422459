using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Text;

/// <summary>Markdown to be read, and how an offset in it is told to a person.</summary>
/// <param name="PlaceOf">The place that wrote the character at an offset: a line of a clause file, of a template, of a Markdown file.</param>
/// <param name="Placements">Where a template says "here goes …", in order.</param>
internal sealed record MarkdownText(string Text, Func<int, Source> PlaceOf, ImmutableArray<PlacedAt> Placements)
{
    /// <summary>Markdown as it stands in a file.</summary>
    public static MarkdownText Of(SourceText source) => new(source.Text, source.PlaceOf, []);
}

/// <summary>A placement: the offset and length of its marker, and what goes there.</summary>
internal sealed record PlacedAt(int Offset, int Length, object Payload);
