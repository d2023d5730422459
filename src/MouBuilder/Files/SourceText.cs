using MouBuilder.Diagnostics;

namespace MouBuilder.Files;

/// <summary>
/// A text and where it stands, so that an offset in it can be told as a line and column of the file a person edits.
/// A template inside a YAML literal block is such a text: its first line is some line of the YAML file, and every line of it is indented there.
/// </summary>
/// <param name="Path">The file's path, for diagnostics.</param>
/// <param name="Text">The text, with <c>\n</c> line ends.</param>
/// <param name="FirstLine">The 1-based line of the file on which the text's first line stands.</param>
/// <param name="Indent">The number of columns every line of the text is indented by in the file.</param>
public sealed record SourceText(string Path, string Text, int FirstLine = 1, int Indent = 0)
{
    private int[]? lineStarts;

    /// <summary>The place of an offset; an offset past the end is the end.</summary>
    public Source PlaceOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        int[] starts = lineStarts ??= LineStarts();
        int line = Array.BinarySearch(starts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new(Path, FirstLine + line, Indent + offset - starts[line] + 1);
    }

    private int[] LineStarts()
    {
        List<int> starts = [0];
        for (int i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
