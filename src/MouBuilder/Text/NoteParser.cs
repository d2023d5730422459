using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MouBuilder.Text;

/// <summary>A footnote written where its mark stands: <c>^[text]</c>. Its words are Markdown of their own.</summary>
internal sealed class NoteInline : LeafInline
{
    /// <summary>What stands between the brackets.</summary>
    public required string Markdown { get; init; }

    /// <summary>The offset of the first character between the brackets.</summary>
    public required int ContentStart { get; init; }
}

/// <summary>Parses <c>^[text]</c>; brackets inside must be balanced or escaped.</summary>
internal sealed class NoteParser : InlineParser
{
    public NoteParser() => OpeningCharacters = ['^'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
        {
            return false;
        }

        int first = slice.Start + 2;
        int depth = 1;
        int at = first;
        for (; at <= slice.End; at++)
        {
            char c = slice.Text[at];
            if (c == '\\')
            {
                at++;
            }
            else if (c == '[')
            {
                depth++;
            }
            else if (c == ']' && --depth == 0)
            {
                break;
            }
        }

        if (at > slice.End)
        {
            return false;
        }

        int start = processor.GetSourcePosition(slice.Start, out int line, out int column);
        processor.Inline = new NoteInline
        {
            Markdown = slice.Text[first..at],
            ContentStart = start + 2,
            Span = new SourceSpan(start, start + at - slice.Start),
            Line = line,
            Column = column,
        };
        slice.Start = at + 1;
        return true;
    }
}
