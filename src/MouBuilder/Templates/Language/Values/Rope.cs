using MouBuilder.Templates.Language.Running;

namespace MouBuilder.Templates.Language.Values;

/// <summary>Text that was written by several hands and remembers which wrote what: the outcome of a capture or an include.</summary>
internal sealed class Rope(string text, Stretch[] stretches)
{
    public string Text { get; } = text;

    /// <summary>Covers <see cref="Text"/> from its start.</summary>
    public Stretch[] Stretches { get; } = stretches;
}
