using System.IO.Compression;

namespace MouBuilder.Word;

/// <summary>
/// Packs parts into a zip file whose bytes depend on the parts alone. System.IO.Packaging stamps the clock on each entry and random
/// relationship ids into the root, so the entries are written here.
/// </summary>
internal sealed class WordPackage(Stream file) : IDisposable
{
    // The earliest stamp a zip entry can carry, and the one Word itself writes.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A plain file that its owner may write and everybody read, in the form zip keeps Unix modes in.</summary>
    private const int PlainFileAttributes = unchecked((int)(0x81A4u << 16));

    private readonly ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private int last = -1;

    public void Add(string part, Action<Stream> write)
    {
        int place = WordParts.Order.IndexOf(part);
        if (place <= last)
        {
            throw new InvalidOperationException($"The part {part} is unknown, written twice or out of order.");
        }

        last = place;
        ZipArchiveEntry entry = archive.CreateEntry(part, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        entry.ExternalAttributes = PlainFileAttributes; // otherwise Unix writes the umask's and Windows none
        using Stream content = entry.Open();
        write(content);
    }

    public void Dispose() => archive.Dispose();
}
