using System.Collections.Immutable;
using System.CommandLine;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Plain;

namespace MouBuilder.Cli;

/// <summary><c>mou clauses pin [ID]</c>: says after review that plain-language texts explain the wording as it is now.</summary>
internal static class PinVerb
{
    public static Command Command(Option<string> library)
    {
        Argument<string?> id = new("ID") { Description = "A clause id, or id@version. Without it no pin moves: wordings that texts explain and that are not kept yet are kept.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> locales = new("--locale") { Description = "The languages whose texts were reviewed: en, es, vi, or several with commas; one when the text is approved.", DefaultValueFactory = _ => "en,es,vi" };
        Option<string?> language = new("--language-reviewer") { Description = "Who read the text and speaks its language from home: a role or initials. Approves it, together with --counsel-reviewer." };
        Option<string?> counsel = new("--counsel-reviewer") { Description = "Who answers for the law; somebody else." };
        Option<string?> answer = new("--answer") { Description = "Instead of a clause, the question whose short answer was reviewed." };
        Command command = new("pin", "Pins plain-language texts to the wording they explain, after review.") { id, locales, language, counsel, answer };
        command.SetAction(result => Pin(result.GetValue(library)!, result.GetValue(id), result.GetValue(answer), result.GetValue(locales)!, result.GetValue(language), result.GetValue(counsel)));
        return command;
    }

    private static int Pin(string folder, string? name, string? answer, string locales, string? language, string? counsel)
    {
        if (Editions.Locales(locales) is not { } chosen)
        {
            return Usage("--locale is a list of en, es and vi: --locale es,vi.");
        }

        if ((language is null) != (counsel is null) || $"{language}{counsel}".Any(char.IsControl))
        {
            return Usage("A text is approved by two people: give --language-reviewer and --counsel-reviewer, each on one line.");
        }

        if (name is not null && answer is not null)
        {
            return Usage("Give a clause or --answer, one at a time.");
        }

        if (language is not null && chosen.Length != 1)
        {
            return Usage("People approve the language they have read: give one, --locale es.");
        }

        (ClauseLibrary? library, ImmutableArray<Diagnostic> found) = ClauseLibrary.Load(folder);
        if (library is null)
        {
            return Run.End(found);
        }

        string[] parts = (name ?? "").Split('@', 2);
        string? version = name is null ? null : parts.Length == 2 ? library.VersionsOf(parts[0]).FirstOrDefault(v => v == parts[1]) : library.VersionsOf(parts[0]).LastOrDefault();
        if (name is not null && version is null)
        {
            LibraryReader reader = new(library, found);
            reader.NotFound(name);
            return Run.End(reader.Diagnostics);
        }

        Approval? approval = language is null ? null : new(language, counsel!);
        PinResult result = answer is not null ? AnswerPinning.Pin(library, answer, chosen, approval) : version is null ? Pinning.KeepWordings(library) : Pinning.Pin(library, parts[0], version, chosen, approval);
        ImmutableArray<Diagnostic> written = result.Apply();
        int code = Run.End([.. found, .. result.Diagnostics, .. written]);
        if (written.IsEmpty)
        {
            foreach (string line in result.Lines)
            {
                Console.WriteLine(line);
            }

            Console.WriteLine($"{result.Files.Length} file{(result.Files.Length == 1 ? "" : "s")} written.");
        }

        return code;
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine("mou: " + message);
        return Run.WrongUsage;
    }
}
