using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates;

namespace MouBuilder.Cli;

/// <summary><c>mou update AGREEMENT</c>: moves the lock to the highest versions the agreement allows, and says what moved and why.</summary>
internal static class UpdateVerb
{
    public static Command Command()
    {
        Argument<string> agreement = new("AGREEMENT") { Description = "The agreement file, or its folder." };
        Command command = new("update", "Moves the lock file to the highest versions the agreement allows.") { agreement };
        command.SetAction(result => Update(result.GetValue(agreement)!));
        return command;
    }

    private static int Update(string path)
    {
        LoadedAgreement loaded = LoadedAgreement.From(path, replacesLock: true);
        if (!loaded.IsComplete)
        {
            return Run.End(loaded.Diagnostics);
        }

        Resolution resolution = Resolver.Resolve(loaded.Agreement!, loaded.Library!, pinned: null, new Dictionary<string, string>());
        if (resolution.Agreement is not { } resolved)
        {
            return Run.End([.. loaded.Diagnostics, .. resolution.Diagnostics]);
        }

        Assembly assembly = Assembler.Assemble(resolved);
        if (assembly.Document is null)
        {
            return Run.End([.. loaded.Diagnostics, .. resolution.Diagnostics, .. assembly.Diagnostics]);
        }

        string[] moves = [.. LockStep.Moves(loaded.Lock, resolved)];
        OutputFile file = new(AgreementLock.PathFor(resolved.Agreement.Path), Encoding.UTF8.GetBytes(LockStep.Of(resolved, assembly.Templates).ToYaml()));
        IReadOnlyList<Diagnostic> written = OutputFiles.Write([file], [resolved.Agreement.Path]);
        int code = Run.End([.. loaded.Diagnostics, .. resolution.Diagnostics, .. assembly.Diagnostics, .. written]);
        if (written.Count == 0)
        {
            Console.WriteLine(moves.Length == 0 ? "Nothing to move." : string.Join('\n', moves));
        }

        return code;
    }
}
