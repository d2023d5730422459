using System.IO.Compression;
using MouBuilder.Diagnostics;

namespace MouBuilder.Reading.Packages;

/// <summary>A Word file as an archive of parts. It is looked over before anything in it is unpacked.</summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly string path;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ElementNames names = new();
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private long unpacked;

    private OfficePackage(ZipArchive archive, string path)
    {
        this.archive = archive;
        this.path = path;
    }

    /// <summary>Every part's name, ordinal.</summary>
    public IEnumerable<string> Parts => parts.Keys.Order(StringComparer.Ordinal);

    /// <param name="path">How the file is called in messages.</param>
    /// <exception cref="PackageException">It is no archive of parts that can be read.</exception>
    public static OfficePackage Open(Stream file, string path)
    {
        byte[] start = new byte[Math.Min(file.Length, 1 << 16)];
        file.ReadExactly(start);
        file.Position = 0;
        if (FileKind.OtherThanWord(start) is { } other)
        {
            throw new PackageException(bag => bag.NotAWordFile(Source.File(path), other.What, other.Advice));
        }

        OfficePackage package = new(Archive(file, path), path);
        package.LookOver();
        return package;
    }

    public bool Has(string part) => parts.ContainsKey(part);

    public Element? Tree(string part)
    {
        if (!Has(part))
        {
            return null;
        }

        using PartXml xml = Xml(part);
        return xml.Tree();
    }

    /// <summary>Opens a part that the file has.</summary>
    public PartXml Xml(string part)
    {
        ZipArchiveEntry entry = parts[part];
        string place = PlaceOf(part);
        if (entry.IsEncrypted)
        {
            throw new PackageException(bag => bag.NotAWordFile(Source.File(path), "protected by a password", "Save it without one."));
        }

        if (entry.Length > ReadingLimits.FreeOfRatio && entry.Length > entry.CompressedLength * ReadingLimits.MostRatio)
        {
            throw new PackageException(bag => bag.WordFileTooLarge(Source.File(place), $"it unpacks to more than {ReadingLimits.MostRatio} times its size, which no text does"));
        }

        if (!read.Add(entry.FullName))
        {
            // A part is read once; two stories that are one part would let a small file grow.
            throw new PackageException(bag => bag.WordFileDamaged(Source.File(place), "one of its parts is used for two things"));
        }

        try
        {
            return new(new CheckedStream(entry.Open(), entry.Length, entry.Crc32, Charge), place, names);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new PackageException(bag => bag.WordFileDamaged(Source.File(place), "it cannot be unpacked"));
        }
    }

    public Relationships RelationshipsOf(string part)
    {
        int cut = part.LastIndexOf('/') + 1;
        return Tree($"{part[..cut]}_rels/{part[cut..]}.rels") is { } root ? Relationships.Read(root, part) : new();
    }

    public string PlaceOf(string part) => path + "/" + part;

    public void Dispose() => archive.Dispose();

    private static ZipArchive Archive(Stream file, string path)
    {
        try
        {
            ZipArchive archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count <= ReadingLimits.MostParts ? archive : throw new PackageException(bag => bag.WordFileTooLarge(Source.File(path), $"it has more than {ReadingLimits.MostParts} parts"));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            throw new PackageException(bag => bag.WordFileDamaged(Source.File(path), "it is cut short or overwritten in places"));
        }
    }

    private void LookOver()
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (name.EndsWith('/'))
            {
                continue;
            }

            if (!parts.TryAdd(name, entry))
            {
                throw new PackageException(bag => bag.WordFileDamaged(Source.File(PlaceOf(Named(name))), $"its part {Named(name)} is in it twice, and which one counts nobody can say"));
            }
        }

        if (!Has("[Content_Types].xml"))
        {
            (string what, string advice) = parts.ContainsKey("META-INF/manifest.xml") || parts.ContainsKey("mimetype")
                ? ("an OpenDocument file or a book", "Open it in Word and save it as .docx.")
                : ("a zip archive and not a Word file", "Unpack it and give the file inside.");
            throw new PackageException(bag => bag.NotAWordFile(Source.File(path), what, advice));
        }
    }

    private static string Named(string part) => part.Length <= 100 ? part : part[..100];

    private void Charge(int bytes)
    {
        unpacked += bytes;
        if (unpacked > ReadingLimits.MostUnpacked)
        {
            throw new PackageException(bag => bag.WordFileTooLarge(Source.File(path), $"its text unpacks to more than {ReadingLimits.MostUnpacked >> 20} MB"));
        }
    }
}
