using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Unwinds an evaluation to the nearest statement that can report it; it never leaves this folder.</summary>
/// <param name="place">Where the mistake stands, when another turn of a loop would find the same one there.</param>
internal sealed class Fault(Action<DiagnosticBag>? report, bool fatal = false, (SourceText File, int At)? place = null) : Exception
{
    /// <summary>What is wrong has been told already.</summary>
    public static Fault Silent() => new(null);

    /// <summary>Nothing after it can be trusted or afforded.</summary>
    public bool IsFatal { get; } = fatal;

    public (SourceText File, int At)? Place { get; } = place;

    public void Report(DiagnosticBag bag) => report?.Invoke(bag);
}
