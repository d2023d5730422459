namespace MouBuilder.Files;

/// <summary>How paths are written in messages and lock files: relative to the working folder, with <c>/</c>.</summary>
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
            return (relative.StartsWith("../../..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            return path;
        }
    }

    /// <summary>Whether a path, once resolved, stands inside a folder.</summary>
    public static bool IsInside(string folder, string path)
    {
        string root = Path.GetFullPath(folder);
        return Path.GetFullPath(path).StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
