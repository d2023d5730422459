using System.Collections.Immutable;
using System.IO.Compression;

namespace MouBuilder.Word;

/// <summary>
/// Reads a file just written and says what does not hold together in it. A validator looks at each element; these checks look at what
/// one element promises about another, which is what makes Word offer to repair a file.
/// </summary>
internal sealed class PackageCheck
{
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.Ordinal);
    private readonly ElementNames names = new();
    private readonly List<string> problems = [];

    private PackageCheck()
    {
    }

    /// <exception cref="InvalidOperationException">The file does not hold together: a mistake of the writer, never of the document.</exception>
    public static void Demand(byte[] file)
    {
        ImmutableArray<string> problems = Problems(file);
        if (!problems.IsEmpty)
        {
            throw new InvalidOperationException("The Word file just written does not hold together. " + string.Join(" ", problems.Take(5)));
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
        StoryPromises promises = new(Names(WordParts.Styles, "w:style", "w:styleId"), Lists(), Names(WordParts.Footnotes, "w:footnote", "w:id"));
        Story(WordParts.Document, WordParts.DocumentRelationships, promises);
        Story(WordParts.Footnotes, WordParts.FootnotesRelationships, promises);
        Story(WordParts.Header, null, promises);
        Story(WordParts.Footer, null, promises);
        problems.AddRange(promises.Unkept());
        if (parts.ContainsKey(WordParts.LockRelationships))
        {
            Relationships(WordParts.LockRelationships, "customXml/");
        }

        foreach (string part in (string[])[WordParts.Settings, WordParts.Lock, WordParts.LockProperties, WordParts.CoreProperties, WordParts.AppProperties])
        {
            if (parts.ContainsKey(part))
            {
                Read(part, null);
            }
        }
    }

    private void Story(string part, string? relationships, StoryPromises promises)
    {
        NameSet ids = relationships is not null && parts.ContainsKey(relationships) ? Relationships(relationships, "word/") : new();
        using PartScanner scanner = new(parts[part].Open(), names);
        problems.AddRange(new StoryCheck(part, ids, promises).Run(scanner));
    }

    private void ContentTypes() => Read(WordParts.ContentTypes, element =>
    {
        if (element.Name == "Override" && !parts.ContainsKey(element.Attribute("PartName").TrimStart('/').ToString()))
        {
            problems.Add($"The content types name {element.Attribute("PartName")}, which is not in the file.");
        }
    });

    /// <summary>The ids of the relationships of a part, each of which leads to a part of the file or out of it.</summary>
    private NameSet Relationships(string part, string folder)
    {
        NameSet ids = new();
        Read(part, element =>
        {
            if (element.Name != "Relationship")
            {
                return;
            }

            Add(ids, part, "relationship", element.Attribute("Id"));
            string target = element.Attribute("Target").ToString();
            if (element.Attribute("TargetMode").IsEmpty && !parts.ContainsKey(target.StartsWith("../", StringComparison.Ordinal) ? target[3..] : folder + target))
            {
                problems.Add($"{part} leads to {target}, which is not in the file.");
            }
        });
        return ids;
    }

    /// <summary>The ids of the lists, each of which has its definition.</summary>
    private NameSet Lists()
    {
        NameSet lists = new();
        NameSet defined = new();
        Read(WordParts.Numbering, element =>
        {
            switch (element.Name)
            {
                case "w:abstractNum":
                    Add(defined, WordParts.Numbering, "definition", element.Attribute("w:abstractNumId"));
                    break;
                case "w:num":
                    Add(lists, WordParts.Numbering, "list", element.Attribute("w:numId"));
                    break;
                case "w:abstractNumId" when !defined.Contains(element.Attribute("w:val")):
                    problems.Add($"A list names the numbering definition {element.Attribute("w:val")}, which is missing.");
                    break;
            }
        });
        return lists;
    }

    private NameSet Names(string part, string name, string attribute)
    {
        NameSet names = new();
        Read(part, element =>
        {
            if (element.Name == name)
            {
                Add(names, part, name[2..], element.Attribute(attribute));
            }
        });
        return names;
    }

    private void Add(NameSet names, string part, string kind, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !names.Add(name))
        {
            problems.Add($"{part} has the {kind} {name} twice.");
        }
    }

    private void Read(string part, Action<PartScanner>? read)
    {
        using PartScanner scanner = new(parts[part].Open(), names);
        while (scanner.Read())
        {
            if (scanner.Kind == ScanKind.Begin)
            {
                read?.Invoke(scanner);
            }
        }

        if (scanner.Problem is { } problem)
        {
            problems.Add($"In {part} {problem}.");
        }
    }
}
