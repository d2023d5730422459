using System.CommandLine;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Importing;
using MouBuilder.Reading;

namespace MouBuilder.Cli;

/// <summary><c>mou import FILE -o FOLDER</c>: an agreement folder of a paper from elsewhere.</summary>
internal static class ImportVerb
{
    public static Command Command()
    {
        Argument<string> file = new("FILE") { Description = "A Word, Markdown or text file." };
        Option<string> folder = new("-o", "--output") { Description = "The folder to write the agreement into; its name becomes the agreement's id.", Required = true };
        Option<string> library = new("--library") { Description = "The folder of the clause library. Default: clauses.", DefaultValueFactory = _ => "clauses" };
        Option<string?> changes = ChangesOption.Make();
        Command command = new("import", "Makes an agreement folder of a paper, its clauses aligned with the library.") { file, folder, library, changes };
        command.SetAction(result => Import(result.GetValue(file)!, result.GetValue(folder)!, result.GetValue(library)!, ChangesOption.Of(result.GetValue(changes))));
        return command;
    }

    private static int Import(string file, string folder, string library, PendingChanges changes)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            Console.Error.WriteLine("mou: -o takes a folder.");
            return Run.WrongUsage;
        }

        ImportResult import = AgreementImport.Import(file, folder, library, changes);
        if (import.Files.IsEmpty)
        {
            return Run.End(import.Diagnostics);
        }

        IReadOnlyList<Diagnostic> written = OutputFiles.Write(import.Files, [file]);
        int code = Run.End([.. import.Diagnostics, .. written]);
        if (written.Count == 0)
        {
            foreach (string line in import.Lines)
            {
                Console.WriteLine(line);
            }

            Console.WriteLine($"Correct {Shown(Path.Combine(folder, "map.yaml"))} where a line is wrong, and import again.");
        }

        return code;
    }

    private static string Shown(string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');
}
