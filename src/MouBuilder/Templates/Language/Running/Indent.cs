using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Blanks to repeat before each further line a code block writes; they are text of the template.</summary>
internal sealed record Indent(Indent? Outer, SourceText File, int Start, int Length)
{
    /// <summary>The blanks before a line, those of the blocks around counted in.</summary>
    public long Width { get; } = Length + (Outer?.Width ?? 0);
}

/// <summary>Where the pen stands: shared by the output and the captures nested in it.</summary>
internal sealed class Margin
{
    public Indent? Indent { get; set; }

    public bool AtLineStart { get; set; }

    /// <summary>How many blanks writing a text now would add before its lines.</summary>
    public long Before(ReadOnlySpan<char> text) =>
        Indent is null || text.IsEmpty ? 0 : Indent.Width * ((AtLineStart ? 1 : 0) + text[..^1].Count('\n'));
}
