using System.Collections.Immutable;

namespace MouBuilder.Diagnostics;

/// <summary>
/// Collects what a step notices. Each problem has one method, in the part of this class named after the step that
/// reports it, so that the calling code reads like prose and a code is written down in one place only.
/// </summary>
internal sealed partial class DiagnosticBag
{
    private readonly List<Diagnostic> found = [];

    public bool HasErrors => found.Exists(d => d.Severity == Severity.Error);

    public int Count => found.Count;

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => found.AddRange(diagnostics);

    public ImmutableArray<Diagnostic> ToImmutable() => [.. found];

    private void Error(string code, Place place, string message) => found.Add(new(code, Severity.Error, place, OnOneLine(message)));

    private void Warn(string code, Place place, string message) => found.Add(new(code, Severity.Warning, place, OnOneLine(message)));

    private void Inform(string code, Place place, string message) => found.Add(new(code, Severity.Info, place, OnOneLine(message)));

    // Messages quote what stands in files and on the command line, and none of that may begin a line of its own or speak to the terminal.
    private static string OnOneLine(string message) =>
        message.Any(char.IsControl) ? string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)) : message;
}
