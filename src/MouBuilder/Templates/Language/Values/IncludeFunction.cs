namespace MouBuilder.Templates.Language.Values;

/// <summary><c>include</c>: a value like any function, so it can stand at the end of a pipe.</summary>
internal sealed class IncludeFunction : Function
{
    public static IncludeFunction Instance { get; } = new();
}
