using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Importing;

/// <summary>A line of the map.</summary>
/// <param name="Begins">The first words of the paper's clause, for whoever reads the map without the paper.</param>
/// <param name="Fingerprint">Over the words of the paper's clause.</param>
/// <param name="Proposed">The id that the program found; where <paramref name="Id"/> is another, counsel has corrected it.</param>
internal sealed record MapEntry(string Paper, string Begins, string Fingerprint, string Id, string Proposed, string Version, Confidence Confidence, double Likeness, Source? Place)
{
    public bool IsCounsels => Confidence == Confidence.Counsel || Id != Proposed;
}

/// <summary><c>map.yaml</c>: which clause of the library each clause of a paper is.</summary>
/// <param name="Wrote">SHA-256 of every file beside the map that the import wrote, by its path in the folder, so that work on one by hand is never overwritten.</param>
internal sealed record ImportMap(string Source, ImmutableDictionary<string, string> Wrote, ImmutableArray<MapEntry> Entries)
{
    public const string FileName = "map.yaml";

    public const int MostNodes = 8 * YamlFile.MostNodes;

    private static readonly (Confidence Value, string Word)[] Words =
        [(Confidence.None, "none"), (Confidence.Low, "low"), (Confidence.Middle, "middle"), (Confidence.High, "high"), (Confidence.Tagged, "tagged"), (Confidence.Counsel, "counsel")];

    public static string WordOf(Confidence confidence) => Words.First(w => w.Value == confidence).Word;

    /// <summary>The map of an earlier import; null when there is none, or when a diagnostic says what is wrong with it.</summary>
    public static ImportMap? Read(string path, DiagnosticBag bag)
    {
        if (!File.Exists(path) || TextFile.Read(path, bag) is not { } file || YamlFile.Read(file.Text, bag, MostNodes) is not { } map)
        {
            return null;
        }

        YamlKeys keys = new(map, "a map", bag);
        string version = keys.Required("map");
        if (version is not ("" or "1"))
        {
            bag.BadValue(keys.PlaceOf("map"), "map", version, "This program reads maps of version 1.");
        }

        string source = keys.Text("source", "");
        var wrote = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (YamlKeys written in keys.Maps("wrote", "a file of the import"))
        {
            wrote[written.Required("file")] = written.Required("sha256");
            written.Finish();
        }

        ImmutableArray<MapEntry> entries = [.. keys.Maps("clauses", "a line of the map").Select(k => ReadEntry(k, bag))];
        keys.Finish();
        foreach (IGrouping<string, MapEntry> twice in entries.GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            bag.MappedTwice(twice.Last().Place!, twice.Key);
        }

        return bag.HasErrors ? null : new(source, wrote.ToImmutable(), entries);
    }

    public string ToYaml()
    {
        StringBuilder yaml = new();
        yaml.Append("# Which clause of the library each clause of the paper is. Where a \"clause:\" is wrong, write the right id (or an id of your own for a clause the\n");
        yaml.Append("# library does not have) and run mou import again: your lines stay. \"confidence: counsel\" keeps a line that was right from the start.\n");
        yaml.Append(CultureInfo.InvariantCulture, $"map: 1\nsource: {ClauseMarkdown.Quoted(Source)}\nwrote:\n");
        foreach ((string file, string hash) in Wrote.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ file: {file}, sha256: \"{hash}\" }}\n");
        }

        yaml.Append(Entries.IsEmpty ? "clauses: []\n" : "clauses:\n");
        foreach (MapEntry e in Entries)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - paper: {ClauseMarkdown.Quoted(e.Paper)}\n    begins: {ClauseMarkdown.Quoted(e.Begins)}\n    clause: {e.Id}\n    confidence: {WordOf(e.Confidence)}\n    likeness: \"{e.Likeness:0.00}\"\n    proposed: {e.Proposed}\n    text: \"{e.Fingerprint}\"\n");
        }

        return yaml.ToString();
    }

    private static MapEntry ReadEntry(YamlKeys keys, DiagnosticBag bag)
    {
        string id = keys.Required("clause");
        if (id.Length > 0 && !ClauseName.IsId(id))
        {
            bag.BadClauseId(keys.PlaceOf("clause"), id);
        }

        string confidence = keys.Text("confidence", "none");
        if (!Words.Any(w => w.Word == confidence))
        {
            bag.BadValue(keys.PlaceOf("confidence"), "confidence", confidence, "Write counsel, or leave what was there.");
        }

        MapEntry entry = new(keys.Text("paper", ""), keys.Text("begins", ""), keys.Text("text", ""), id, keys.Text("proposed", ""), "", Words.FirstOrDefault(w => w.Word == confidence).Value, 0, keys.PlaceOf("clause"));
        keys.Text("likeness", "");
        keys.Finish();
        return entry;
    }
}
