using System.Formats.Tar;

namespace MouBuilder.Files;

/// <summary>
/// Tells a file from what only looks like one. A writer that renames over a target, run with enough rights, replaces a device with a file;
/// a reader that opens a pipe waits for ever.
/// </summary>
internal static class PlainFile
{
    /// <summary>What stands at a path to be written when it is not a plain file, in a person's words; null when it is a plain file or nothing.</summary>
    public static string? WhatElse(string path)
    {
        FileInfo file = new(path);
        return file.Directory is { Exists: true } && file.LinkTarget is not null ? "a link" : WhatElseBehindLinks(path);
    }

    /// <summary>The same for a path to be read: a link to a plain file is as good as the file.</summary>
    public static string? WhatElseBehindLinks(string path)
    {
        if (Directory.Exists(path))
        {
            return "a folder";
        }

        if (!File.Exists(path))
        {
            return null;
        }

        // A link beside us, named without a folder, is resolved against the root unless its path is made full first.
        FileInfo file = new(File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true)?.FullName ?? path);
        // Devices, pipes and sockets all report a length of 0, so files with a length need no closer look.
        return file.Length == 0 && !IsRegular(file.FullName) ? "a device or a pipe" : null;
    }

    // The base library tells file types apart only when it archives them.
    private static bool IsRegular(string path)
    {
        try
        {
            using MemoryStream archive = new();
            using (TarWriter writer = new(archive, TarEntryFormat.Pax, leaveOpen: true))
            {
                writer.WriteEntry(path, "x");
            }

            archive.Position = 0;
            using TarReader reader = new(archive);
            return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
