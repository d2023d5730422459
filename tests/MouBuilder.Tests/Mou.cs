using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace MouBuilder.Tests;

/// <summary>Runs the built command line as its own process, the way a person would.</summary>
internal static partial class Mou
{
    public sealed record Result(int Code, string Output, string Errors)
    {
        /// <summary>A person is told what is wrong, never how the program is built inside.</summary>
        public void HasNoTrace()
        {
            Assert.DoesNotMatch(TraceLine(), Output + Errors);
            Assert.DoesNotContain("Exception", Output + Errors, StringComparison.Ordinal);
            Assert.NotEqual(3, Code);
        }
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "mou.dll");

    public static Result Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    public static Result Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        End(Start(folder, environment, "dotnet", [Program, .. arguments]));

    /// <summary>Runs a line of the shell in which <c>$mou</c> stands for the program.</summary>
    public static Result Shell(string folder, string line) =>
        End(Start(folder, new Dictionary<string, string> { ["mou"] = $"dotnet {Program}" }, "/bin/sh", ["-c", line]));

    /// <summary>Starts a run and leaves it to the caller to end.</summary>
    public static Process Begin(string folder, params string[] arguments) => Start(folder, new Dictionary<string, string>(), "dotnet", [Program, .. arguments]);

    private static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static Result End(Process started)
    {
        using Process process = started;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"^\s+at \S+\(", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TraceLine();
}
