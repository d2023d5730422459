using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;

namespace MouBuilder.Word;

/// <summary>
/// Reads a file just written and says what does not hold together in it. A validator looks at each element; these checks look at what
/// one element promises about another, which is what makes Word offer to repair a file.
/// </summary>
internal sealed class PackageCheck
{
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];
    private readonly NameTable names = new();

    private PackageCheck()
    {
    }

    /// <exception cref="InvalidOperationException">The file does not hold together: a mistake of the writer, never of the document.</exception>
    public static void Demand(byte[] file)
    {
        ImmutableArray<string> problems = Problems(file);
        if (!problems.IsEmpty)
        {
            throw new InvalidOperationException("The Word file just written does not hold together. " + string.Join(" ", problems));
        }
    }

    public static ImmutableArray<string> Problems(byte[] file)
    {
        using ZipArchive archive = new(new MemoryStream(file), ZipArchiveMode.Read);
        PackageCheck check = new();
        check.Entries(archive);
        if (check.problems.Count == 0)
        {
            check.Contents();
        }

        return [.. check.problems];
    }

    private void Entries(ZipArchive archive)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (!WordParts.Order.Contains(entry.FullName))
            {
                problems.Add($"The file has an unknown part {entry.FullName}.");
            }
            else if (!parts.TryAdd(entry.FullName, entry))
            {
                problems.Add($"The file has the part {entry.FullName} twice.");
            }
        }

        foreach (string part in WordParts.Needed.Where(p => !parts.ContainsKey(p)))
        {
            problems.Add($"The file has no part {part}.");
        }
    }

    private void Contents()
    {
        ContentTypes();
        Relationships(WordParts.PackageRelationships, "");
        StoryPromises promises = new(
            Values(WordParts.Styles, "style", "w:styleId"),
            Lists(),
            Values(WordParts.Footnotes, "footnote", "w:id"));
        Story(WordParts.Document, WordParts.DocumentRelationships, promises);
        Story(WordParts.Footnotes, WordParts.FootnotesRelationships, promises);
        Story(WordParts.Header, null, promises);
        Story(WordParts.Footer, null, promises);
        problems.AddRange(promises.Unkept());
        if (parts.ContainsKey(WordParts.LockRelationships))
        {
            Relationships(WordParts.LockRelationships, "customXml/");
        }
    }

    private void Story(string part, string? relationships, StoryPromises promises)
    {
        HashSet<string> ids = relationships is not null && parts.ContainsKey(relationships) ? Relationships(relationships, "word/") : [];
        using XmlReader reader = Open(part);
        problems.AddRange(new StoryCheck(part, reader, ids, promises).Run());
    }

    private void ContentTypes()
    {
        HashSet<string> typed = Values(WordParts.ContentTypes, "Override", "PartName");
        foreach (string part in typed.Where(p => !parts.ContainsKey(p.TrimStart('/'))))
        {
            problems.Add($"The content types name {part}, which is not in the file.");
        }
    }

    /// <summary>The ids of the relationships of a part, each of which leads to a part of the file or out of it.</summary>
    private HashSet<string> Relationships(string part, string folder)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        using XmlReader reader = Open(part);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
            {
                continue;
            }

            string target = reader.GetAttribute("Target")!;
            if (!ids.Add(reader.GetAttribute("Id")!))
            {
                problems.Add($"{part} has the relationship {reader.GetAttribute("Id")} twice.");
            }

            if (reader.GetAttribute("TargetMode") is null && !parts.ContainsKey(target.StartsWith("../", StringComparison.Ordinal) ? target[3..] : folder + target))
            {
                problems.Add($"{part} leads to {target}, which is not in the file.");
            }
        }

        return ids;
    }

    /// <summary>The ids of the lists, each of which has its definition.</summary>
    private HashSet<string> Lists()
    {
        HashSet<string> lists = new(StringComparer.Ordinal);
        HashSet<string> defined = new(StringComparer.Ordinal);
        using XmlReader reader = Open(WordParts.Numbering);
        while (reader.Read())
        {
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "abstractNum":
                    Add(defined, WordParts.Numbering, "definition", reader.GetAttribute("w:abstractNumId"));
                    break;
                case "num":
                    Add(lists, WordParts.Numbering, "list", reader.GetAttribute("w:numId"));
                    break;
                case "abstractNumId" when !defined.Contains(reader.GetAttribute("w:val")!):
                    problems.Add($"A list names the numbering definition {reader.GetAttribute("w:val")}, which is missing.");
                    break;
            }
        }

        return lists;
    }

    private HashSet<string> Values(string part, string element, string attribute)
    {
        HashSet<string> values = new(StringComparer.Ordinal);
        using XmlReader reader = Open(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                Add(values, part, element, reader.GetAttribute(attribute));
            }
        }

        return values;
    }

    private void Add(HashSet<string> values, string part, string kind, string? value)
    {
        if (value is null || !values.Add(value))
        {
            problems.Add($"{part} has the {kind} {value} twice.");
        }
    }

    private XmlReader Open(string part) => XmlReader.Create(parts[part].Open(), new() { NameTable = names, DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
}
