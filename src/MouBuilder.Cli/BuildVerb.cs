using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;

namespace MouBuilder.Cli;

/// <summary><c>mou build AGREEMENT</c>: the agreement, or what it means to families, as Word, Markdown and HTML.</summary>
internal static class BuildVerb
{
    private static readonly string[] Formats = ["docx", "md", "html"];

    public static Command Command()
    {
        Argument<string> agreement = new("AGREEMENT") { Description = "The agreement file, or its folder." };
        Option<string?> output = new("-o", "--output") { Description = "The folder to write into. Default: out, beside the agreement file." };
        Option<string> formats = new("--format") { Description = "What to write: docx, md, html, or several with commas.", DefaultValueFactory = _ => "docx,md" };
        Option<string[]> set = new("--set") { Description = "Gives a field a value: --set parent_notice_hours=4. May be repeated.", DefaultValueFactory = _ => [] };
        Option<string> edition = new("--edition") { Description = "legal: the agreement. family: what it means, in plain language.", DefaultValueFactory = _ => "legal" };
        Option<string?> locales = new("--locale") { Description = "The languages of a family edition: en, es, vi, or several with commas. Default: those the agreement offers under \"locales\"." };
        Option<bool> draft = new("--draft") { Description = "Builds a family edition that nobody has approved; it says so on its first page." };
        Option<bool> locked = new("--locked") { Description = "Fails instead of changing the lock file." };
        Command command = new("build", "Writes the agreement as Word and Markdown.") { agreement, output, formats, set, edition, locales, draft, locked };
        command.SetAction(result => Editions.From(result.GetValue(edition)!, result.GetValue(locales), result.GetValue(draft)) is { } editions
            ? Build(result.GetValue(agreement)!, result.GetValue(output), result.GetValue(formats)!, result.GetValue(set)!, editions, result.GetValue(locked))
            : Usage("--edition is legal or family, and --locale a list of en, es and vi: --edition family --locale en,vi."));
        return command;
    }

    private static int Build(string path, string? output, string formats, string[] set, Editions editions, bool locked)
    {
        string[] wanted = [.. formats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (wanted.Length == 0 || wanted.FirstOrDefault(f => !Formats.Contains(f, StringComparer.Ordinal)) is { })
        {
            return Usage($"\"{formats}\" is not a list of formats. Write docx, md or html, or several with commas.");
        }

        if (string.IsNullOrWhiteSpace(output) && output is not null)
        {
            return Usage("-o takes a folder.");
        }

        if (Settings(set) is not { } settings)
        {
            return Usage("--set takes a field and its value with = between them, each field once: --set parent_notice_hours=4.");
        }

        LoadedAgreement loaded = LoadedAgreement.From(path);
        if (!loaded.IsComplete)
        {
            return Run.End(loaded.Diagnostics);
        }

        Resolution resolution = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, settings);
        if (resolution.Agreement is not { } resolved)
        {
            return Run.End([.. loaded.Diagnostics, .. resolution.Diagnostics]);
        }

        Assembly assembly = Assembler.Assemble(resolved);
        if (assembly.Document is not { } document)
        {
            return Run.End([.. loaded.Diagnostics, .. resolution.Diagnostics, .. assembly.Diagnostics]);
        }

        (AgreementLock pinned, ImmutableArray<Diagnostic> moved) = LockStep.Advance(loaded.Lock, resolved, assembly.Templates, locked);
        (ImmutableArray<Edition> built, ImmutableArray<Diagnostic> inEditions) = editions.Of(resolved, document);
        ImmutableArray<Diagnostic> found = [.. loaded.Diagnostics, .. resolution.Diagnostics, .. assembly.Diagnostics, .. moved, .. inEditions];
        if (found.Any(d => d.Severity == Severity.Error))
        {
            return Run.End(found);
        }

        string lockYaml = pinned.ToYaml();
        string folder = output ?? Path.Combine(Path.GetDirectoryName(loaded.Agreement!.Path) ?? "", "out");
        List<OutputFile> files = [.. built.SelectMany(e => wanted.Select(format => new OutputFile(Path.Combine(folder, $"{resolved.Agreement.Id}{e.Suffix}.{format}"), e.Write(format, lockYaml))))];
        found = [.. found, .. WordFindings.In(files)];
        bool lockChanges = !locked && lockYaml != loaded.Lock?.ToYaml();
        OutputFile[] last = lockChanges ? [new(AgreementLock.PathFor(resolved.Agreement.Path), Encoding.UTF8.GetBytes(lockYaml))] : [];

        OutputFiles.RemoveLitter(Path.GetDirectoryName(Path.GetFullPath(resolved.Agreement.Path))!);
        IReadOnlyList<Diagnostic> written = OutputFiles.Write([.. files, .. last], [.. Inputs(resolved, assembly)]);
        if (written.Count > 0)
        {
            return Run.End([.. found, .. written]);
        }

        int code = Run.End(found);
        Report([.. built.Select(e => e.Document)], files);
        return code;
    }

    private static void Report(ImmutableArray<MouDocument> documents, List<OutputFile> files)
    {
        foreach (OutputFile file in files)
        {
            Console.WriteLine(Paths(file.Path));
        }

        int gaps = documents.SelectMany(d => d.OpenGaps()).Distinct(StringComparer.Ordinal).Count();
        if (gaps > 0)
        {
            Console.Error.WriteLine($"{gaps} {(gaps == 1 ? "gap is" : "gaps are")} still open and highlighted; \"mou check\" lists {(gaps == 1 ? "it" : "them")}.");
        }
    }

    private static IEnumerable<string> Inputs(ResolvedAgreement resolved, Assembly assembly) =>
        [resolved.Agreement.Path, .. resolved.Clauses.Select(c => c.Text.Path), .. assembly.TemplatePaths];

    private static string Paths(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');

    private static Dictionary<string, string>? Settings(string[] set)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach (string pair in set)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !settings.TryAdd(pair[..equals], pair[(equals + 1)..]))
            {
                return null;
            }
        }

        return settings;
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine("mou: " + message);
        return Run.WrongUsage;
    }
}
