using System.Diagnostics;
using Xunit;

namespace MouBuilder.Tests;

/// <summary>
/// Runs a program that is not part of the build. Where it is missing, a test skips with a sentence on a person's machine and fails
/// where <c>CI=true</c>, so that nothing goes untested in silence.
/// </summary>
internal static class OutsideProgram
{
    /// <summary>The program's standard output; a test that calls this is over when the program is missing.</summary>
    public static string Run(string program, params string[] arguments)
    {
        Demand(program);
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
        return output;
    }

    /// <summary>Ends the test when the program is missing.</summary>
    public static void Demand(string program)
    {
        bool found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
        if (found)
        {
            return;
        }

        string missing = $"{program} is not installed; this test looks at our files through it.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(missing);
        }

        Assert.Skip(missing);
    }
}
