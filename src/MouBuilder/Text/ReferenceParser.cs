using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MouBuilder.Text;

/// <summary><c>[[clause-id]]</c>, <c>[[#clause-id]]</c> or <c>[[?field]]</c> as it stands in the text.</summary>
internal sealed class ReferenceInline : LeafInline
{
    /// <summary>The clause id or the field's name.</summary>
    public required string Name { get; init; }

    public required bool IsGap { get; init; }

    /// <summary>Whether the number is to stand alone, without <c>Section</c> before it.</summary>
    public bool IsNumberAlone { get; init; }
}

/// <summary>Parses <c>[[clause-id]]</c>, a cross-reference, <c>[[#clause-id]]</c>, its number alone, and <c>[[?field]]</c>, a gap.</summary>
internal sealed class ReferenceParser : InlineParser
{
    private const int LongestName = 64;

    public ReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
        {
            return false;
        }

        int at = slice.Start + 2;
        bool gap = at <= slice.End && slice.Text[at] == '?';
        bool number = at <= slice.End && slice.Text[at] == '#';
        int nameStart = gap || number ? at + 1 : at;
        int end = nameStart;
        while (end <= slice.End && end - nameStart <= LongestName && IsNamePart(slice.Text[end]))
        {
            end++;
        }

        if (end == nameStart || end + 1 > slice.End || slice.Text[end] != ']' || slice.Text[end + 1] != ']')
        {
            return false;
        }

        int start = processor.GetSourcePosition(slice.Start, out int line, out int column);
        processor.Inline = new ReferenceInline
        {
            Name = slice.Text[nameStart..end],
            IsGap = gap,
            IsNumberAlone = number,
            Span = new SourceSpan(start, start + end + 1 - slice.Start),
            Line = line,
            Column = column,
        };
        slice.Start = end + 2;
        return true;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
