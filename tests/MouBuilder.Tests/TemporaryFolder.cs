namespace MouBuilder.Tests;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("mou-test-").FullName;

    public string Root { get; }

    public string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a file, with the folders it stands in.</summary>
    public void Write(string relative, string text)
    {
        string path = PathTo(relative.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Copies a folder of the repository to the same place here, without what builds left in it.</summary>
    public void Copy(params string[] parts)
    {
        string from = Repository.PathTo(parts);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(Repository.Root, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Contains("out"))
            {
                string to = PathTo(relative);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
