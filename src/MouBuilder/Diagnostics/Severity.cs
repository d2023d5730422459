namespace MouBuilder.Diagnostics;

/// <summary>How much a diagnostic weighs. Only an error stops a writer and changes the exit code.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
