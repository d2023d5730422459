using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Clauses;

/// <summary>
/// <c>published.sha256</c> of a library: a line for each published version, its hash, two blanks and its path, as <c>sha256sum -c</c> reads it.
/// </summary>
internal sealed class PublishedHashes
{
    public const string FileName = "published.sha256";

    private readonly Dictionary<string, string> hashes;

    private PublishedHashes(Dictionary<string, string> hashes) => this.hashes = hashes;

    /// <summary>Reads the file of a library folder; a library that has published nothing needs none.</summary>
    public static PublishedHashes Read(string libraryFolder, DiagnosticBag bag)
    {
        Dictionary<string, string> hashes = new(StringComparer.Ordinal);
        string path = Path.Combine(libraryFolder, FileName);
        if (File.Exists(path) && TextFile.Read(path, bag) is { } file)
        {
            foreach ((int index, string line) in file.Text.Text.Split('\n').Index())
            {
                if (line.Length > 66 && line[64..66] == "  ")
                {
                    hashes[line[66..]] = line[..64];
                }
                else if (line.Length > 0)
                {
                    bag.BadHashLine(new(file.Text.Path, index + 1, 1), line);
                }
            }
        }

        return new(hashes);
    }

    /// <summary>Reports a published version that was edited, or that has no hash to compare with.</summary>
    public void Check(ClauseVersion version, DiagnosticBag bag)
    {
        string name = $"{version.Id}/{version.Version}.yaml";
        if (!hashes.TryGetValue(name, out string? hash))
        {
            bag.PublishedWithoutHash(Source.File(version.Path), version.Id, version.Version, version.FileHash);
        }
        else if (hash != version.FileHash)
        {
            bag.PublishedEdited(Source.File(version.Path), version.Id, version.Version);
        }
    }
}
