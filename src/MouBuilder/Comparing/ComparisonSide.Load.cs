using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading;
using MouBuilder.Templates;

namespace MouBuilder.Comparing;

/// <summary>How a side is opened: from an agreement, which knows its clauses and their reasons, or from a file that holds the words alone.</summary>
public sealed partial record ComparisonSide
{
    /// <summary>Reads a side: the folder of an agreement, its <c>agreement.yaml</c>, a Word file, Markdown or typed text.</summary>
    /// <param name="changes">What to do with tracked changes that are pending in a Word file.</param>
    /// <returns>The side, or null when it cannot be read; the diagnostics say why.</returns>
    public static (ComparisonSide? Side, ImmutableArray<Diagnostic> Diagnostics) Load(string path, PendingChanges changes = PendingChanges.Refuse)
    {
        if (Directory.Exists(path) || System.IO.Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML")
        {
            return LoadAgreement(path);
        }

        if (AgreementReading.Takes(path))
        {
            ReadAgreement read = AgreementReading.Read(path, changes);
            return (read.Document is null ? null : Named(Of(read.Document), path) with
            {
                Files = [path],
                Surroundings = IsWord(path) ? read.Surroundings : null,
                // Headers and footers are compared by themselves.
                ReadingWarnings = [.. read.Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => d.Message).Where(m => !IsWord(path) || !read.Surroundings.Any(s => m.Contains(s.TrimEnd('.'), StringComparison.Ordinal)))],
            }, read.Diagnostics);
        }

        DiagnosticBag bag = new();
        if (File.Exists(path))
        {
            bag.NotComparable(Paths.Shown(path));
        }
        else
        {
            bag.FileNotFound(Paths.Shown(path));
        }

        return (null, bag.ToImmutable());
    }

    // A paper without a title goes by the name of its file.
    private static ComparisonSide Named(ComparisonSide side, string path) => side.Name.Length > 0 ? side : side with { Name = System.IO.Path.GetFileName(path) };

    // Typed text has lines that come back on every page, and nobody knows which of them belong together.
    private static bool IsWord(string path) => System.IO.Path.GetExtension(path).ToUpperInvariant() is not (".MD" or ".TXT");

    private static (ComparisonSide? Side, ImmutableArray<Diagnostic> Diagnostics) LoadAgreement(string path)
    {
        LoadedAgreement loaded = LoadedAgreement.From(path);
        if (!loaded.IsComplete)
        {
            return (null, loaded.Diagnostics);
        }

        Resolution resolution = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>());
        if (resolution.Agreement is not { } resolved)
        {
            return (null, [.. loaded.Diagnostics, .. resolution.Diagnostics]);
        }

        Assembly assembly = Assembler.Assemble(resolved);
        return (assembly.Document is { } document ? Of(resolved, document) with { Files = [resolved.Agreement.Path, .. resolved.Clauses.Select(c => c.Text.Path), .. assembly.TemplatePaths] } : null, [.. loaded.Diagnostics, .. resolution.Diagnostics, .. assembly.Diagnostics]);
    }
}
