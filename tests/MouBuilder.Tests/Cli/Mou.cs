using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace MouBuilder.Tests.Cli;

/// <summary>How a run of <c>mou</c> ended.</summary>
internal sealed partial record MouRun(int Code, string Output, string Errors)
{
    /// <summary>A person is told what is wrong, never how the program is built inside.</summary>
    public void HasNoTrace()
    {
        Assert.DoesNotMatch(TraceLine(), Output + Errors);
        Assert.DoesNotContain("Exception", Output + Errors, StringComparison.Ordinal);
        Assert.NotEqual(3, Code);
    }

    [GeneratedRegex(@"^\s+at \S+\(", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TraceLine();
}

/// <summary>Runs the built program as its users do: as a process of its own.</summary>
internal static class Mou
{
    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static string Program => Path.Combine(AppContext.BaseDirectory, "mou.dll");

    public static MouRun In(string folder, params string[] arguments) => In(folder, new Dictionary<string, string>(), arguments);

    public static MouRun In(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        End(Start(folder, environment, Dotnet, [Program, .. arguments]));

    /// <summary>Runs a line of the shell in which <c>$mou</c> stands for the program.</summary>
    public static MouRun Shell(string folder, string line) =>
        End(Start(folder, new Dictionary<string, string> { ["mou"] = $"{Dotnet} {Program}" }, "/bin/sh", ["-c", line]));

    public static Process Begin(string folder, params string[] arguments) => Start(folder, new Dictionary<string, string>(), Dotnet, [Program, .. arguments]);

    private static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static MouRun End(Process process)
    {
        using (process)
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "The program has not ended after 30 seconds.");
            return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
        }
    }
}
