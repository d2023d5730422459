using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MouBuilder.Documents;
using MouBuilder.Word;

namespace MouBuilder.Tests.Word;

/// <summary>A Word file taken apart, with nothing of the writer's own code.</summary>
internal sealed class WordFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public WordFile(byte[] bytes)
    {
        Bytes = bytes;
        using ZipArchive archive = new(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using MemoryStream content = new();
            using Stream stream = entry.Open();
            stream.CopyTo(content);
            parts.Add(entry.FullName, content.ToArray());
        }
    }

    public byte[] Bytes { get; }

    public IReadOnlyDictionary<string, byte[]> Parts => parts;

    public XElement Body => Part("word/document.xml").Root!.Element(W + "body")!;

    public static WordFile Of(MouDocument document, string? lockYaml = null) => new(WordWriter.Write(document, new() { LockYaml = lockYaml }));

    public XDocument Part(string name) => XDocument.Load(new MemoryStream(parts[name]), LoadOptions.PreserveWhitespace);

    public string PartText(string name) => System.Text.Encoding.UTF8.GetString(parts[name]);

    public IReadOnlyList<string> ValidatorErrors()
    {
        using MemoryStream stream = new(Bytes);
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    /// <summary>The text of a paragraph as a reader without a numbering engine sees it, field results included.</summary>
    public static string TextOf(XElement paragraph) => string.Concat(paragraph.Descendants().Select(e =>
        e.Name == W + "t" ? e.Value : e.Name == W + "tab" && e.Parent!.Name == W + "r" ? "\t" : e.Name == W + "br" ? "\n" : ""));

    /// <summary>The same file with one part's text changed.</summary>
    public byte[] With(string part, Func<string, string> change)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(name == part ? System.Text.Encoding.UTF8.GetBytes(change(PartText(name))) : content);
            }
        }

        return file.ToArray();
    }
}
