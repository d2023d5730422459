using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Agreements;

/// <summary>What the lock pins of a clause.</summary>
/// <param name="Version">The version chosen.</param>
/// <param name="Fingerprint">Its text fingerprint.</param>
/// <param name="FileHash">SHA-256 of its file, lower-case hexadecimal; empty for a local text.</param>
public sealed record LockedClause(string Id, string Version, string Fingerprint, string FileHash);

/// <summary>What the lock pins of a template.</summary>
public sealed record LockedTemplate(string Name, string FileHash);

/// <summary>
/// The lock of an agreement: which version of each clause, with which text, and which templates a build used. It stands beside the agreement file
/// as <c>agreement.lock.yaml</c> and is also carried inside the Word file.
/// </summary>
public sealed record AgreementLock(string Agreement, ImmutableArray<LockedClause> Clauses, ImmutableArray<LockedTemplate> Templates)
{
    public const string Suffix = ".lock.yaml";

    /// <summary>Eight nodes for each clause: as many clauses as an agreement file can name.</summary>
    private const int MostNodes = 8 * Yaml.YamlFile.MostNodes;

    /// <summary>Where the lock of an agreement file stands: <c>agreement.yaml</c> has <c>agreement.lock.yaml</c>.</summary>
    public static string PathFor(string agreementPath) => Path.ChangeExtension(agreementPath, null) + Suffix;

    /// <summary>Reads the lock of an agreement; null with no diagnostic when there is none yet.</summary>
    public static (AgreementLock? Lock, ImmutableArray<Diagnostic> Diagnostics) Load(string agreementPath)
    {
        string path = PathFor(agreementPath);
        if (!File.Exists(path))
        {
            return (null, []);
        }

        DiagnosticBag bag = new();
        AgreementLock? read = TextFile.Read(path, bag) is { } file && YamlFile.Read(file.Text, bag, MostNodes) is { } map ? Read(map, bag) : null;
        return (bag.HasErrors ? null : read, bag.ToImmutable());
    }

    /// <summary>The lock as it is written to its file: entries in ordinal order, so that a change shows as one line.</summary>
    public string ToYaml()
    {
        StringBuilder yaml = new();
        yaml.Append("# Which clause texts and templates the last build used. Written by mou; \"mou update\" moves it.\n");
        yaml.Append("lock: 1\nagreement: ").Append(Agreement).Append('\n');
        yaml.Append(Clauses.IsEmpty ? "clauses: {}\n" : "clauses:\n");
        foreach (LockedClause clause in Clauses.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            string file = clause.FileHash.Length == 0 ? "" : $", file: \"{clause.FileHash}\"";
            yaml.Append(CultureInfo.InvariantCulture, $"  {clause.Id}: {{ version: {clause.Version}, text: \"{clause.Fingerprint}\"{file} }}\n");
        }

        yaml.Append(Templates.IsEmpty ? "templates: {}\n" : "templates:\n");
        foreach (LockedTemplate template in Templates.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {template.Name}: \"{template.FileHash}\"\n");
        }

        return yaml.ToString();
    }

    private static AgreementLock? Read(YamlMap map, DiagnosticBag bag)
    {
        YamlKeys keys = new(map, "a lock file", bag);
        if (keys.Required("lock") is not "1" and { Length: > 0 } version)
        {
            bag.LockUnreadable(keys.PlaceOf("lock"), $"its format \"{version}\" is not known to this program");
            return null;
        }

        string agreement = keys.Required("agreement");
        var clauses = ImmutableArray.CreateBuilder<LockedClause>();
        foreach (YamlEntry entry in keys.Entries("clauses"))
        {
            if (entry.Value is YamlMap clause)
            {
                YamlKeys inner = new(clause, "a locked clause", bag);
                clauses.Add(new(entry.Key, inner.Required("version"), inner.Required("text"), inner.Text("file", "")));
                inner.Finish();
            }
            else
            {
                bag.LockUnreadable(entry.At, $"the entry of {entry.Key} is {entry.Value.Kind}");
            }
        }

        var templates = ImmutableArray.CreateBuilder<LockedTemplate>();
        foreach (YamlEntry entry in keys.Entries("templates"))
        {
            if (entry.Value is YamlScalar { Value: var hash })
            {
                templates.Add(new(entry.Key, hash));
            }
            else
            {
                bag.LockUnreadable(entry.At, $"the entry of {entry.Key} is {entry.Value.Kind}");
            }
        }

        keys.Finish();
        return new(agreement, clauses.ToImmutable(), templates.ToImmutable());
    }
}
