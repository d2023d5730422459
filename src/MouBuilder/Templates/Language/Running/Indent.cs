using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Blanks to repeat before each further line a code block writes; they are text of the template.</summary>
internal sealed record Indent(Indent? Outer, SourceText File, int Start, int Length);

/// <summary>Where the pen stands: shared by the output and the captures nested in it.</summary>
internal sealed class Margin
{
    public Indent? Indent { get; set; }

    public bool AtLineStart { get; set; }
}
