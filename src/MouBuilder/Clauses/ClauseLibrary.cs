using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;
using NuGet.Versioning;

namespace MouBuilder.Clauses;

/// <summary>
/// A folder of clauses. Loading it lists names only; a clause is opened when an agreement uses it, so that a thousand clauses cost an agreement nothing.
/// </summary>
public sealed class ClauseLibrary
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<string>> versionsByClause;

    private readonly PublishedHashes published;

    private ClauseLibrary(string folder, ImmutableSortedDictionary<string, ImmutableArray<string>> versionsByClause, PublishedHashes published)
    {
        Folder = folder;
        this.published = published;
        this.versionsByClause = versionsByClause;
    }

    public string Folder { get; }

    /// <summary>The ids of all clauses, in ordinal order.</summary>
    public IEnumerable<string> Ids => versionsByClause.Keys;

    /// <summary>Lists the clauses of a folder.</summary>
    /// <returns>The library, or null when the folder cannot be read; the diagnostics say why.</returns>
    public static (ClauseLibrary? Library, ImmutableArray<Diagnostic> Diagnostics) Load(string folder)
    {
        DiagnosticBag bag = new();
        string shown = Paths.Shown(folder);
        if (!Directory.Exists(folder))
        {
            bag.LibraryNotFound(shown);
            return (null, bag.ToImmutable());
        }

        var clauses = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        try
        {
            foreach (string path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            {
                string id = Path.GetFileName(path);
                // Folders with a dot in front belong to other programs, such as .git where a library is a repository of its own.
                if (id != "catalogues" && !id.StartsWith('.'))
                {
                    AddClause(path, id, clauses, bag);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.FileUnreadable(shown, e.Message);
        }

        if (clauses.Count == 0 && !bag.HasErrors)
        {
            bag.LibraryEmpty(shown);
        }

        PublishedHashes published = PublishedHashes.Read(folder, bag);
        return (bag.HasErrors ? null : new(folder, clauses.ToImmutable(), published), bag.ToImmutable());
    }

    /// <summary>Whether the library has a clause of this id.</summary>
    public bool Has(string id) => versionsByClause.ContainsKey(id);

    /// <summary>The versions of a clause as its folder's file names list them, lowest first.</summary>
    public ImmutableArray<string> VersionsOf(string id) => versionsByClause.GetValueOrDefault(id, []);

    /// <summary>Opens a clause: its family and the status of its versions. Files and statuses must match.</summary>
    internal ClauseEntry? Open(string id, DiagnosticBag bag)
    {
        ClauseEntry? entry = ClauseReader.ReadEntry(Path.Combine(Folder, id), bag);
        if (entry is null)
        {
            return null;
        }

        foreach (VersionEntry version in entry.Versions.Where(v => !VersionsOf(id).Contains(v.Version)))
        {
            bag.VersionWithoutFile(version.Place, id, version.Version);
        }

        foreach (string version in VersionsOf(id).Where(v => !entry.Versions.Any(e => e.Version == v)))
        {
            bag.VersionWithoutStatus(Source.File(Paths.Shown(Path.Combine(Folder, id, version + ".yaml"))), id, version);
        }

        return entry;
    }

    /// <summary>Opens one version; a published one must still have the bytes it was published with.</summary>
    internal ClauseVersion? OpenVersion(ClauseEntry entry, VersionEntry version, DiagnosticBag bag)
    {
        ClauseVersion? clause = ClauseReader.ReadVersion(entry, version, bag);
        if (clause is not null && version.Status == VersionStatus.Published)
        {
            published.Check(clause, bag);
        }

        return clause;
    }

    /// <summary>Opens a version's plain-language text; null when there is none, or a diagnostic says what is wrong with it.</summary>
    internal PlainVersion? OpenPlain(string id, string version, Locale locale, DiagnosticBag bag)
    {
        string path = PlainPath(id, version, locale);
        return File.Exists(path) ? PlainReader.Read(path, id, version, locale, bag) : null;
    }

    /// <summary>Where a version's plain-language text stands or would stand.</summary>
    internal string PlainPath(string id, string version, Locale locale) => Path.Combine(Folder, id, $"{version}.{KebabCase.Of(locale)}.yaml");

    private static void AddClause(string path, string id, ImmutableSortedDictionary<string, ImmutableArray<string>>.Builder clauses, DiagnosticBag bag)
    {
        if (!ClauseName.IsId(id))
        {
            bag.BadClauseId(Source.File(Paths.Shown(path)), id);
            return;
        }

        List<NuGetVersion> versions = [];
        foreach (string file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name.EndsWith(".yaml", StringComparison.Ordinal) && ClauseName.Version(name[..^5]) is { } version)
            {
                versions.Add(version);
            }
            else if (name != "clause.yaml" && !IsPlainText(name))
            {
                bag.UnexpectedFile(Source.File(Paths.Shown(file)));
            }
        }

        clauses[id] = [.. versions.Order().Select(v => v.ToString())];
    }

    // 2.0.0.es.yaml: the plain-language text of a version in one language.
    private static bool IsPlainText(string name)
    {
        string[] parts = name.Split('.');
        return parts is [_, _, _, "en" or "es" or "vi", "yaml"] && ClauseName.Version(string.Join('.', parts[..3])) is not null;
    }
}
