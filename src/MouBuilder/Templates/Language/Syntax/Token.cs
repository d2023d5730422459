namespace MouBuilder.Templates.Language.Syntax;

/// <summary>A piece of a template. For a code entrance, <see cref="Value"/> is null and the indent is what stands before it on its line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Value">A literal's value, a name, or the text of a piece of an interpolated string.</param>
/// <param name="IndentLength">Blanks before a <c>{{</c> that stands first on its line.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, object? Value = null, int IndentLength = 0);
