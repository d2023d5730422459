using System.Diagnostics;

namespace MouBuilder.Tests;

/// <summary>Runs the built command line as its own process, the way a person would.</summary>
internal static class Mou
{
    public sealed record Result(int Code, string Output, string Errors);

    public static Result Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    public static Result Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "mou.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
