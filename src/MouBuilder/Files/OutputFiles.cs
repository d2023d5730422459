using System.Globalization;
using MouBuilder.Diagnostics;

namespace MouBuilder.Files;

/// <summary>A file to be written.</summary>
/// <param name="Path">Where it is to stand.</param>
/// <param name="Content">All of its bytes.</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>
/// Writes a run's files whole or not at all: every file is written and flushed under another name in the same folder first, and only when all of them
/// stand there are they renamed into place, in the order given. Before the first rename an error leaves everything as it was.
/// </summary>
public static class OutputFiles
{
    private const string Ending = ".mou-tmp";

    /// <summary>Writes the files; the folder is made if it is missing. Errors are diagnostics.</summary>
    /// <param name="inputs">Files the run has read; none of them is ever written over.</param>
    public static IReadOnlyList<Diagnostic> Write(IReadOnlyList<OutputFile> files, IReadOnlyCollection<string> inputs)
    {
        DiagnosticBag bag = new();
        HashSet<string> targets = new(StringComparer.Ordinal);
        foreach (OutputFile file in files)
        {
            try
            {
                CheckTarget(file.Path, inputs, bag);

                // Of two files under one name only the second would be left.
                if (files.Count > 1 && !targets.Add(Paths.Real(file.Path)))
                {
                    bag.OutputTwice(Paths.Shown(file.Path));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                bag.CannotWrite(Paths.Shown(file.Path), $"{Reason(e)}. Nothing was changed.");
            }
        }

        if (!bag.HasErrors)
        {
            StageAndRename(files, bag);
        }

        return bag.ToImmutable();
    }

    /// <summary>
    /// Deletes what killed runs have left in a folder, since they could not do it themselves. A run does so in every folder it writes to; a folder in
    /// which it has nothing to write this time, such as the one of a lock that stays as it is, is named here.
    /// </summary>
    public static void RemoveLitter(string folder)
    {
        foreach (string left in Litter(folder))
        {
            string process = Path.GetFileName(left)[..^Ending.Length].Split('.')[^1].Split('-')[0];
            if (int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && !IsRunning(id))
            {
                TryDelete(left);
            }
        }
    }

    private static string[] Litter(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, ".*" + Ending);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed may still be written to; if not, the write says so.
            return [];
        }
    }

    private static void CheckTarget(string path, IReadOnlyCollection<string> inputs, DiagnosticBag bag)
    {
        string shown = Paths.Shown(path);
        if (path.Contains('\uFFFD', StringComparison.Ordinal))
        {
            bag.CannotWrite(shown, "its name holds a character that was lost in an earlier conversion.");
        }
        else if (PlainFile.WhatElse(path) is { } what)
        {
            bag.TargetNotAPlainFile(shown, what);
        }
        else if (inputs.Any(input => IsSameFile(input, path)))
        {
            bag.OutputIsInput(shown);
        }
    }

    // The target itself is no link by now, so an input of another name can only be the same file by being a link.
    private static bool IsSameFile(string input, string output) =>
        (Path.GetFileName(input) == Path.GetFileName(output) || new FileInfo(input).LinkTarget is not null)
        && string.Equals(Paths.Real(input), Paths.Real(output), StringComparison.Ordinal);

    private static void StageAndRename(IReadOnlyList<OutputFile> files, DiagnosticBag bag)
    {
        List<string> staged = [];
        string current = "";
        int renamed = 0;
        try
        {
            foreach (OutputFile file in files)
            {
                current = file.Path;
                staged.Add(Stage(file));
            }

            for (; renamed < files.Count; renamed++)
            {
                current = files[renamed].Path;
                File.Move(staged[renamed], current, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            foreach (string left in staged)
            {
                TryDelete(left);
            }

            string done = renamed == 0 ? "Nothing was changed." : $"Already in place: {string.Join(", ", files.Take(renamed).Select(f => Paths.Shown(f.Path)))}.";
            bag.CannotWrite(Paths.Shown(current), $"{Reason(e)}. {done}");
        }
    }

    // The base library names its own parameters in some messages, which mean nothing to the person at the keyboard.
    private static string Reason(Exception e) => e.Message.Split(" (Parameter ", 2)[0].TrimEnd('.');

    private static string Stage(OutputFile file)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        Directory.CreateDirectory(folder);
        RemoveLitter(folder);
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(file.Path)}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}{Ending}"));
        try
        {
            using FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.None);
            stream.Write(file.Content.Span);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            TryDelete(path);
            throw;
        }

        return path;
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file that could not be deleted is not the one the user asked about; the error that led here is reported.
        }
    }
}
