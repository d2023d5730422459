using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using MouBuilder.Diagnostics;

namespace MouBuilder.Cli;

/// <summary>Exit codes, and how a run ends.</summary>
internal static class Run
{
    public const int Clean = 0;
    public const int ErrorsFound = 1;
    public const int WrongUsage = 2;
    public const int OurBug = 3;

    public static int Verb(RootCommand root, string[] args)
    {
        try
        {
            ParserConfiguration configuration = new() { ResponseFileTokenReplacer = null };
            ParseResult result = root.Parse(args, configuration);
            if (result.Errors.Count > 0)
            {
                foreach (ParseError error in result.Errors)
                {
                    Console.Error.WriteLine($"mou: {error.Message}");
                }

                Console.Error.WriteLine("Run \"mou --help\", or a verb with --help, to see what it takes.");
                return WrongUsage;
            }

            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // stdout closed or full: what was to be written to files has been written by now, or a diagnostic has said why not.
            return TellStderr($"mou: the output could not be printed: {e.Message}", ErrorsFound);
        }
#pragma warning disable CA1031 // The last net: a bug of ours is said to be one, without a stack trace in a lawyer's terminal.
        catch (Exception e)
#pragma warning restore CA1031
        {
            string trace = Environment.GetEnvironmentVariable("MOU_TRACE") == "1" ? "\n" + e.StackTrace : "";
            return TellStderr($"mou: this is a bug of ours, not of your files: {e.GetType().Name}: {e.Message}{trace}\nNothing was written. Please report it with the command you ran.", OurBug);
        }
    }

    public static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Prints diagnostics to stderr.</summary>
    public static void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in ShownFindings.Of(diagnostics))
        {
            Console.Error.WriteLine(diagnostic.ToString());
        }
    }

    /// <summary>Prints diagnostics to stderr and answers with the exit code they make.</summary>
    public static int End(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        Print(diagnostics);
        return Code(diagnostics);
    }

    /// <summary>The exit code of a run with these diagnostics: input that cannot be read at all is wrong usage.</summary>
    public static int Code(IEnumerable<Diagnostic> diagnostics)
    {
        string[] errors = [.. diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code)];
        return errors.Length == 0 ? Clean : errors.Any(IsUnreadable) ? WrongUsage : ErrorsFound;
    }

    private static bool IsUnreadable(string code) => code is "MOU4001" or "MOU4002" or "MOU4003" or "MOU4004" or "MOU4020" or "MOU4021" or "MOU4022" or "MOU4023" or "MOU1020" or "MOU5001" or "MOU8001" or "MOU8002";

    private static int TellStderr(string message, int code)
    {
        try
        {
            Console.Error.WriteLine(message);
        }
        catch (IOException)
        {
            // Nobody is listening; the exit code still tells.
        }

        return code;
    }
}
