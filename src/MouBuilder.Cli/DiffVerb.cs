using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MouBuilder.Clauses;
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
        Option<string?> output = new("-o", "--output") { Description = "The file to write: .docx (a redline), .html (a page for readers), .md or .json. Default: Markdown on the screen." };
        Option<string?> summary = new("--summary") { Description = "A memo of the changes as a file of its own: .docx, .md or .html." };
        Option<string> locale = ReviewVerb.LocaleOption();
        Option<string?> changes = ChangesOption.Make();
        Command command = new("diff", "Compares two agreements.") { old, now, output, summary, locale, changes };
        command.SetAction(result => Diff(result.GetValue(old)!, result.GetValue(now)!, result.GetValue(output), result.GetValue(summary), ReviewVerb.LocaleOf(result.GetValue(locale)), ChangesOption.Of(result.GetValue(changes))));
        return command;
    }

    private static int Diff(string old, string now, string? output, string? summary, Locale locale, PendingChanges changes)
    {
        if (output is not null && Path.GetExtension(output) is not (".docx" or ".html" or ".md" or ".json"))
        {
            Console.Error.WriteLine($"mou: \"{output}\" is not a file that diff writes. Name a file that ends in .docx, .html, .md or .json.");
            return Run.WrongUsage;
        }

        if (summary is not null && !ReviewFiles.IsMemo(summary))
        {
            Console.Error.WriteLine($"mou: \"{summary}\" is not a memo that diff writes. Name a file that ends in .docx, .md or .html.");
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
        found = [.. found, .. PageEdges.Of(comparison).Findings(comparison)];
        if (output is null)
        {
            Console.Out.Write(ComparisonMarkdown.Write(comparison));
        }

        Redline? redline = Path.GetExtension(output) == ".docx" ? Redline.Of(comparison) : null;
        List<OutputFile> files = [];
        foreach ((string? path, bool isMemo) in new[] { (output, false), (summary, true) })
        {
            if (path is not null)
            {
                (OutputFile file, ImmutableArray<Diagnostic> inFile) = isMemo ? ReviewFiles.Memo(comparison, path)
                    : redline is not null ? (new(path, redline.Word.ToArray()), [])
                    : Written(comparison, path, locale);
                files.Add(file);
                found = [.. found.Concat(inFile).DistinctBy(d => d.ToString())];
            }
        }

        if (files.Count == 0 || found.Any(d => d.Severity == Severity.Error))
        {
            return Run.End(found);
        }

        IReadOnlyList<Diagnostic> written = OutputFiles.Write(files, [.. oldSide.Files, .. newSide.Files]);
        // What a paper lacks for a screen reader nobody can mend in a redline of it.
        bool isOfPaper = oldSide.Agreement is null || newSide.Agreement is null;
        int code = Run.End([.. found, .. WordFindings.In(files.Where(f => !isOfPaper || f.Path != output)), .. written]);
        foreach (OutputFile file in files.Where(_ => written.Count == 0))
        {
            Console.WriteLine(Path.GetRelativePath(Directory.GetCurrentDirectory(), file.Path).Replace('\\', '/'));
        }

        if (redline is not null && written.Count == 0)
        {
            Console.WriteLine(redline.Counts.InWords());
            foreach (string line in ComparisonCounts.Of(comparison).BesideMarks(comparison, redline.Counts))
            {
                Console.WriteLine(line);
            }
        }

        return code;
    }

    private static (OutputFile File, ImmutableArray<Diagnostic> Diagnostics) Written(Comparison comparison, string path, Locale locale) => Path.GetExtension(path) switch
    {
        ".html" => ReviewFiles.Page(comparison, locale, path),
        ".json" => (new(path, Encoding.UTF8.GetBytes(ComparisonJson.Write(comparison))), []),
        _ => (new(path, Encoding.UTF8.GetBytes(ComparisonMarkdown.Write(comparison))), []),
    };
}
