namespace MouBuilder.Templates.Language.Syntax;

/// <summary>A part of a parsed template; offsets are into the template's text.</summary>
internal abstract class Node
{
    public int Start { get; set; }

    /// <summary>The offset after the last character.</summary>
    public int End { get; set; }
}
