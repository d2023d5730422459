using MouBuilder.Diagnostics;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Unwinds an evaluation to the nearest statement that can report it; it never leaves this folder.</summary>
internal sealed class Fault(Action<DiagnosticBag> report, bool fatal = false) : Exception
{
    /// <summary>Nothing after it can be trusted or afforded.</summary>
    public bool IsFatal { get; } = fatal;

    public void Report(DiagnosticBag bag) => report(bag);
}
