using System.Collections.Immutable;
using System.CommandLine;
using MouBuilder.Agreements;
using MouBuilder.Checks;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;

namespace MouBuilder.Cli;

/// <summary><c>mou check AGREEMENT|LIBRARY</c>: every finding, on stdout; nothing is written.</summary>
internal static class CheckVerb
{
    public static Command Command()
    {
        Argument<string> target = new("AGREEMENT|LIBRARY") { Description = "An agreement file or its folder, or the folder of a clause library." };
        Option<string> format = new("--format") { Description = "text, json or sarif.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        Command command = new("check", "Reports everything that is wrong or still open.") { target, format };
        command.SetAction(result => Check(result.GetValue(target)!, result.GetValue(format)!));
        return command;
    }

    private static int Check(string path, string format)
    {
        bool isLibrary = Directory.Exists(path) && !File.Exists(Path.Combine(path, "agreement.yaml"));
        ImmutableArray<Diagnostic> findings = isLibrary ? OfLibrary(path) : OfAgreement(path);
        switch (format)
        {
            case "json":
                Console.Out.Write(Findings.ToJson(findings));
                break;
            case "sarif":
                Console.Out.Write(Findings.ToSarif(findings));
                break;
            default:
                PrintText(findings);
                break;
        }

        return Run.Code(findings);
    }

    /// <summary>The code of a fact that is still to be filled in.</summary>
    private const string OpenFact = "MOU2026";

    private static ImmutableArray<Diagnostic> OfLibrary(string path)
    {
        (ClauseLibrary? library, ImmutableArray<Diagnostic> found) = ClauseLibrary.Load(path);
        return library is null ? found : [.. found, .. LibraryCheck.Check(library)];
    }

    private static ImmutableArray<Diagnostic> OfAgreement(string path)
    {
        LoadedAgreement loaded = LoadedAgreement.From(path);
        return loaded.IsComplete ? [.. loaded.Diagnostics, .. Checker.Check(loaded.Agreement!, loaded.Library!, loaded.Lock)] : loaded.Diagnostics;
    }

    private static void PrintText(ImmutableArray<Diagnostic> findings)
    {
        // Open facts are many and expected in a draft; what else was found stands last, where a reader of the screen looks.
        foreach (Diagnostic finding in findings.OrderByDescending(f => f.Code == OpenFact))
        {
            Console.WriteLine(finding.ToString());
        }

        int errors = findings.Count(f => f.Severity == Severity.Error);
        int warnings = findings.Count(f => f.Severity == Severity.Warning);
        int open = findings.Count(f => f.Code == OpenFact);
        Console.WriteLine(findings.IsEmpty ? "Nothing found." : $"{errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}{(open == 0 ? "" : $" ({open} of them facts still open)")}. \"mou explain CODE\" says more about a code.");
    }
}
