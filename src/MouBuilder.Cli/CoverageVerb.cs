using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Covering;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Text;
using MouBuilder.Word;

namespace MouBuilder.Cli;

/// <summary><c>mou coverage AGREEMENT</c>: how the agreement answers each entry of the catalogues.</summary>
internal static class CoverageVerb
{
    public static Command Command()
    {
        Argument<string> agreement = new("AGREEMENT") { Description = "The agreement file, or its folder." };
        Option<string[]> catalogues = new("--catalogue") { Description = "A catalogue: secure, peers, … May be repeated. Default: those the agreement says it covers.", DefaultValueFactory = _ => [] };
        Option<string?> mode = new("--mode") { Description = "start: for a new partnership. improve: for one that exists. Default: both." };
        mode.AcceptOnlyFromAmong("start", "improve");
        Option<string> format = new("--format") { Description = "text, md or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "md", "json");
        Option<string?> output = new("-o", "--output") { Description = "A file to write instead: .docx (an annex), .md or .json." };
        Command command = new("coverage", "Shows how an agreement answers each entry of the catalogues.") { agreement, catalogues, mode, format, output };
        command.SetAction(result => Cover(
            result.GetValue(agreement)!,
            result.GetValue(catalogues)!,
            result.GetValue(mode) switch { "start" => RequirementMode.Start, "improve" => RequirementMode.Improve, _ => null },
            result.GetValue(format)!,
            result.GetValue(output)));
        return command;
    }

    private static int Cover(string path, string[] wanted, RequirementMode? mode, string format, string? output)
    {
        if (output is not null && Path.GetExtension(output) is not (".docx" or ".md" or ".json"))
        {
            return Usage($"\"{output}\" is not a file that coverage writes. Name a file that ends in .docx, .md or .json.");
        }

        LoadedAgreement loaded = LoadedAgreement.From(path);
        if (!loaded.IsComplete)
        {
            return Run.End(loaded.Diagnostics);
        }

        (Catalogues catalogues, ImmutableArray<Diagnostic> inCatalogues) = Catalogues.Load(loaded.Library!.Folder);
        if (catalogues.Requirements.IsEmpty)
        {
            return Run.End([.. loaded.Diagnostics, .. inCatalogues, Catalogues.Missing(loaded.Library.Folder)]);
        }

        if (wanted.FirstOrDefault(w => !catalogues.OfRequirements.Any(c => c.Id == w)) is { } unknown)
        {
            return Usage($"The library has no catalogue \"{unknown}\" of requirements. It has: {string.Join(", ", catalogues.OfRequirements.Select(c => c.Id))}.");
        }

        Resolution resolution = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>());
        Assembly? assembly = resolution.Agreement is { } chosen ? Assembler.Assemble(chosen) : null;
        ImmutableArray<Diagnostic> found = [.. loaded.Diagnostics, .. inCatalogues, .. resolution.Diagnostics, .. assembly is null ? [] : assembly.Diagnostics];
        if (assembly?.Document is not { } document || found.Any(d => d.Severity == Severity.Error))
        {
            return Run.End(found);
        }

        (Coverage whole, ImmutableArray<Diagnostic> inCoverage) = Coverage.Of(resolution.Agreement!, document, catalogues);
        Coverage coverage = whole.Narrowed(wanted, mode);
        found = [.. found, .. inCoverage];
        if (output is null)
        {
            Console.Out.Write(Encoding.UTF8.GetString(Written(coverage, "." + format).Span));
            return Run.End(found);
        }

        IReadOnlyList<Diagnostic> written = OutputFiles.Write([new(output, Written(coverage, Path.GetExtension(output)))], [resolution.Agreement!.Agreement.Path, .. resolution.Agreement.Clauses.Select(c => c.Text.Path), .. assembly.TemplatePaths]);
        if (written.Count == 0)
        {
            Console.WriteLine(Path.GetRelativePath(Directory.GetCurrentDirectory(), output).Replace('\\', '/'));
        }

        return Run.End([.. found, .. written]);
    }

    private static ReadOnlyMemory<byte> Written(Coverage coverage, string format) => format switch
    {
        ".docx" => WordWriter.Write(CoverageAnnex.Of(coverage), new()),
        ".md" => Encoding.UTF8.GetBytes(MarkdownWriter.Write(CoverageAnnex.Of(coverage))),
        ".json" => Encoding.UTF8.GetBytes(CoverageJson.Write(coverage)),
        _ => Encoding.UTF8.GetBytes(CoverageText.Write(coverage)),
    };

    private static int Usage(string message)
    {
        Console.Error.WriteLine("mou: " + message);
        return Run.WrongUsage;
    }
}
