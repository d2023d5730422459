using System.CommandLine;
using MouBuilder.Diagnostics;

namespace MouBuilder.Cli;

/// <summary><c>mou explain CODE</c>: the page of a diagnostic.</summary>
internal static class ExplainVerb
{
    public static Command Command()
    {
        Argument<string> code = new("CODE") { Description = "A code such as MOU1004." };
        Command command = new("explain", "Says what a code means, what to do about it, and why.") { code };
        command.SetAction(result => Explain(result.GetValue(code)!));
        return command;
    }

    private static int Explain(string code)
    {
        string wanted = code.ToUpperInvariant();
        if (DiagnosticPages.Codes.Contains(wanted, StringComparer.Ordinal) && DiagnosticPages.Find(wanted) is { } page)
        {
            Console.Out.Write(page);
            return Run.Clean;
        }

        Console.Error.WriteLine($"mou: there is no code \"{code}\". Codes are MOU and four digits, as in the message you saw.");
        return Run.WrongUsage;
    }
}
