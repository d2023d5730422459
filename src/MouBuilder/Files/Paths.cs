namespace MouBuilder.Files;

/// <summary>How paths are written in messages: relative to the working folder, unless the user gave a full path to somewhere outside of it; with <c>/</c>.</summary>
internal static class Paths
{
    public static string Shown(string path)
    {
        if (path.Length == 0)
        {
            return ".";
        }

        try
        {
            string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(path));
            bool isElsewhere = relative.StartsWith("..", StringComparison.Ordinal) && Path.IsPathRooted(path);
            return (isElsewhere ? path : relative).Replace('\\', '/');
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return path;
        }
    }

    /// <summary>The full path with every link in it followed, so that two ways to one file are one path; a part that does not exist stands for itself.</summary>
    public static string Real(string path)
    {
        string full = Path.GetFullPath(path);
        string real = Path.GetPathRoot(full)!;
        foreach (string part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo found = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (found.LinkTarget is not null && found.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                real = Real(target.FullName);
            }
        }

        return real;
    }
}
