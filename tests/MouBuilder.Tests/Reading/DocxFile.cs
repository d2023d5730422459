using System.IO.Compression;
using System.Text;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Reading.Docx;

namespace MouBuilder.Tests.Reading;

/// <summary>A Word file put together from bare markup, as other programs write them.</summary>
internal sealed class DocxFile
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Roots = $"""
        xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        """;

    private static readonly string[] Kinds = ["styles", "numbering", "footnotes", "endnotes", "header", "comments"];

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);

    public DocxFile(string body, string? styles = null, string? numbering = null, string? footnotes = null, string? endnotes = null, string? header = null, string links = "")
    {
        string?[] others = [styles, numbering, footnotes, endnotes, header, null];
        StringBuilder relationships = new(links);
        for (int i = 0; i < Kinds.Length; i++)
        {
            if (others[i] is { } content)
            {
                string root = Kinds[i] == "header" ? "hdr" : Kinds[i];
                Set($"word/{Kinds[i]}.xml", $"<w:{root} {Roots}>{content}</w:{root}>");
                relationships.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<Relationship Id="own{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{Kinds[i]}" Target="{Kinds[i]}.xml"/>""");
            }
        }

        Set("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>""");
        Set("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
        Set("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>""");
        Set("word/document.xml", $"<w:document {Roots}><w:body>{body}</w:body></w:document>");
    }

    public static string P(string text, string properties = "") => $"""<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>""";

    public static string R(string text, string properties = "") => $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Style(string id, string name, string inside = "", string basedOn = "", string type = "paragraph") =>
        $"""<w:style w:type="{type}" w:styleId="{id}"><w:name w:val="{name}"/>{(basedOn.Length > 0 ? $"<w:basedOn w:val=\"{basedOn}\"/>" : "")}{inside}</w:style>""";

    public static string Numbered(int list, int level) => $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""";

    public static string Level(int level, string format, string text, string more = "", int start = 1) =>
        $"""<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>""";

    public DocxFile Set(string part, string content) => Set(part, Encoding.UTF8.GetBytes(content));

    public DocxFile Set(string part, byte[] content)
    {
        parts[part] = content;
        return this;
    }

    public DocxFile Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    public DocxFile Change(string part, Func<string, string> change) => Set(part, change(Encoding.UTF8.GetString(parts[part])));

    public byte[] Bytes(params (string Name, byte[] Content)[] twice)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts.Select(p => (p.Key, p.Value)).Concat(twice))
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public ReadAgreement Read(PendingChanges changes = PendingChanges.Refuse) => Read(Bytes(), changes);

    public static ReadAgreement Read(byte[] bytes, PendingChanges changes = PendingChanges.Refuse) => DocxDocument.Read(new MemoryStream(bytes), "paper.docx", changes);

    public MouDocument Document => Read().Document ?? throw new InvalidOperationException(string.Join('\n', Read().Diagnostics));

    /// <summary>Every line with its label, as a reader sees them.</summary>
    public string[] Lines => LinesOf(Document);

    public static string[] LinesOf(MouDocument document)
    {
        List<string> lines = [];
        string? label = null;
        foreach (Block block in document.AllBlocks())
        {
            string? own = block switch { Section s => s.Label, Clause c => c.Label, Heading h => h.Label, Exhibit e => e.Label, ListItem i => i.Label, Note n => n.Label, _ => null };
            string text = PlainText.Of([.. block.OwnInlines().Where(i => i is not Link)]);
            label = own ?? label;
            if (text.Length > 0)
            {
                lines.Add(label is null ? text : $"{label} {text}");
                label = null;
            }
        }

        return [.. lines];
    }
}
