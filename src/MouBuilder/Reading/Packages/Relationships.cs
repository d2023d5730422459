namespace MouBuilder.Reading.Packages;

/// <summary>Where the parts of a file lead. Targets outside the file are never opened; only the addresses of links are kept.</summary>
internal sealed class Relationships
{
    private readonly Dictionary<string, Relationship> byId = new(StringComparer.Ordinal);
    private readonly List<Relationship> all = [];

    /// <summary>In the order of the file, also those that have the id of another.</summary>
    public IEnumerable<Relationship> All => all;

    /// <summary>Whether an id is that of several, so that what goes by it may lead elsewhere in Word.</summary>
    public bool HasSharedIds { get; private set; }

    public Relationship? ById(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>The first of a kind, by the last word of its type, which Transitional and Strict share: <c>styles</c>.</summary>
    public Relationship? OfKind(string kind) => all.Find(r => r.Kind == kind);

    public static Relationships Read(Element root, string part)
    {
        Relationships read = new();
        foreach (Element element in root.All("rel:Relationship"))
        {
            if (element["Id"] is { Length: > 0 } id && element["Target"] is { } target)
            {
                bool isOutside = element["TargetMode"] == "External";
                string kind = (element["Type"] ?? "").Split('/')[^1];
                read.Add(id, new(kind, isOutside ? target : Resolved(part, target), isOutside));
            }
        }

        return read;
    }

    private void Add(string id, Relationship relationship)
    {
        bool isShared = !byId.TryAdd(id, relationship);
        if (!isShared || byId[id] != relationship)
        {
            HasSharedIds |= isShared;
            all.Add(relationship);
        }
    }

    /// <summary>A target as the name of a part; what would lead out of the file leads nowhere.</summary>
    private static string Resolved(string part, string target)
    {
        int cut = target.IndexOfAny(['#', '?']);
        string[] folders = target.StartsWith('/') ? [] : part.Split('/')[..^1];
        List<string> path = [.. folders];
        foreach (string step in (cut < 0 ? target : target[..cut]).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                if (path.Count == 0)
                {
                    return "";
                }

                path.RemoveAt(path.Count - 1);
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}

/// <summary>One relationship.</summary>
/// <param name="Target">The name of a part; for one that leads outside, its address.</param>
internal sealed record Relationship(string Kind, string Target, bool IsOutside);
