using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Reading;

namespace MouBuilder.Cli;

/// <summary><c>mou diff OLD NEW</c>: what changed from one text to another.</summary>
internal static class DiffVerb
{
    public static Command Command()
    {
        Argument<string> old = new("OLD") { Description = "An agreement file or its folder, or a Word, Markdown or text file." };
        Argument<string> now = new("NEW") { Description = "The text to compare with it, of the same kinds." };
        Option<string?> output = new("-o", "--output") { Description = "The file to write: .md or .json. Default: Markdown on the screen." };
        Option<string?> changes = ChangesOption.Make();
        Command command = new("diff", "Compares two agreements.") { old, now, output, changes };
        command.SetAction(result => Diff(result.GetValue(old)!, result.GetValue(now)!, result.GetValue(output), ChangesOption.Of(result.GetValue(changes))));
        return command;
    }

    private static int Diff(string old, string now, string? output, PendingChanges changes)
    {
        if (output is not null && Path.GetExtension(output) is not (".md" or ".json"))
        {
            Console.Error.WriteLine($"mou: \"{output}\" is not a file that diff writes. Name a file that ends in .md or .json.");
            return Run.WrongUsage;
        }

        (ComparisonSide? oldSide, ImmutableArray<Diagnostic> inOld) = ComparisonSide.Load(old, changes);
        (ComparisonSide? newSide, ImmutableArray<Diagnostic> inNew) = ComparisonSide.Load(now, changes);
        // Both sides may share a library, and what is noticed in it is told once.
        ImmutableArray<Diagnostic> found = [.. inOld.Concat(inNew).DistinctBy(d => d.ToString())];
        if (oldSide is null || newSide is null || found.Any(d => d.Severity == Severity.Error))
        {
            return Run.End(found);
        }

        Comparison comparison = Comparer.Compare(oldSide, newSide);
        if (output is null)
        {
            Console.Out.Write(ComparisonMarkdown.Write(comparison));
            return Run.End(found);
        }

        string text = Path.GetExtension(output) == ".json" ? ComparisonJson.Write(comparison) : ComparisonMarkdown.Write(comparison);
        IReadOnlyList<Diagnostic> written = OutputFiles.Write([new(output, Encoding.UTF8.GetBytes(text))], [.. oldSide.Files, .. newSide.Files]);
        int code = Run.End([.. found, .. written]);
        if (written.Count == 0)
        {
            Console.WriteLine(Path.GetRelativePath(Directory.GetCurrentDirectory(), output).Replace('\\', '/'));
        }

        return code;
    }
}
