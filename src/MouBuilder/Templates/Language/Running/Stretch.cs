using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Running;

internal enum StretchKind
{
    /// <summary>Text of a template, character for character.</summary>
    Template,

    /// <summary>Text an expression made.</summary>
    Value,

    /// <summary>Text an expression made that is to be read as written.</summary>
    Markup,

    /// <summary>The mark of a fact that is missing; the payload is the field's name.</summary>
    Gap,

    /// <summary>The mark of something that is not text; the payload says what.</summary>
    Placement,
}

/// <summary>Who wrote a piece of output.</summary>
/// <param name="Start">Offset in the output.</param>
/// <param name="Length">Characters of output.</param>
/// <param name="Kind">What wrote it.</param>
/// <param name="File">The template that wrote it, which may be an included one.</param>
/// <param name="Offset">For a template stretch, where its first character stands; otherwise where the expression begins.</param>
/// <param name="Payload">What a gap or placement stands for.</param>
internal readonly record struct Stretch(int Start, int Length, StretchKind Kind, SourceText File, int Offset, object? Payload = null)
{
    public Source Place => File.PlaceOf(Offset);

    /// <summary>The place in a template that is answerable for one character of the output.</summary>
    public Source PlaceOf(int outputOffset) => File.PlaceOf(Kind == StretchKind.Template ? Offset + outputOffset - Start : Offset);
}
