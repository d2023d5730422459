using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Templates;

/// <summary>What a template's settings file says about the documents it makes.</summary>
/// <param name="Contents">Whether a table of contents stands before the first section.</param>
/// <param name="AttachmentWord">What attachments are called: Exhibit, Schedule, Appendix.</param>
/// <param name="RowHeights">Of an exhibit's tables in order, the least height of a row to fill in by hand, in millimetres.</param>
/// <param name="Data">What an exhibit's data looks like; see <see cref="ExhibitShape"/>.</param>
internal sealed record TemplateSettings(bool Contents, string AttachmentWord, ImmutableArray<RowHeight> RowHeights, YamlMap? Data)
{
    public static readonly TemplateSettings None = new(false, "Exhibit", [], null);
}

/// <summary>A height in millimetres and where it is written; 0 is as high as the words.</summary>
internal sealed record RowHeight(int Millimetres, Source Place);

/// <summary>
/// The templates of a folder, found by name inside it and nowhere else. Each is read when it is first asked for, and then no more: an object
/// shared by the agreements of a batch shows all of them the same templates.
/// </summary>
public sealed partial class TemplateFolder(string path)
{
    private const string Extension = ".md.scriban";


    private readonly ConcurrentDictionary<string, Reading> readings = new(StringComparer.Ordinal);

    /// <summary>What a name led to: a file and what was noticed when it was read.</summary>
    /// <param name="File">Null when there is none or it cannot be read.</param>
    /// <param name="Settings">Of a settings file.</param>
    internal sealed record Reading(string FileName, TextFile? File, TemplateSettings? Settings, ImmutableArray<Diagnostic> Diagnostics);

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>A template; null when no template can have the name.</summary>
    internal Reading? Template(string name) => Name().IsMatch(name) ? readings.GetOrAdd(name + Extension, Read) : null;

    /// <summary>A template's settings; null when no template can have the name.</summary>
    internal Reading? Settings(string name) => Name().IsMatch(name) ? readings.GetOrAdd(name + ".settings.yaml", ReadSettings) : null;

    private Reading Read(string fileName)
    {
        DiagnosticBag bag = new();
        TextFile? file = ReadFile(fileName, bag);
        return new(fileName, file, null, bag.ToImmutable());
    }

    private Reading ReadSettings(string fileName)
    {
        DiagnosticBag bag = new();
        if (ReadFile(fileName, bag) is not { } file || YamlFile.Read(file.Text, bag) is not { } map)
        {
            return new(fileName, null, null, bag.ToImmutable());
        }

        YamlKeys keys = new(map, "a template's settings", bag);
        TemplateSettings settings = new(keys.Flag("contents"), keys.Text("attachments", "Exhibit"), [.. keys.Texts("row_heights").Select(text => ReadHeight(text, bag))], ReadShape(keys, bag));
        keys.Finish();
        return new(fileName, file, settings, bag.ToImmutable());
    }

    private static YamlMap? ReadShape(YamlKeys keys, DiagnosticBag bag)
    {
        if (keys.Node("data") is { } node and not YamlMap)
        {
            bag.WrongKind(node.Place, "\"data\"", "a set of keys", node.Kind);
        }

        return keys.Node("data") as YamlMap;
    }

    private static RowHeight ReadHeight(YamlScalar text, DiagnosticBag bag)
    {
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int millimetres) && millimetres <= Table.HighestRow)
        {
            return new(millimetres, text.Place);
        }

        bag.BadValue(text.Place, "row_heights", text.Value, string.Create(CultureInfo.InvariantCulture, $"Write millimetres from 0 to {Table.HighestRow}."));
        return new(0, text.Place);
    }

    private TextFile? ReadFile(string fileName, DiagnosticBag bag)
    {
        string file = System.IO.Path.Combine(Path, fileName);
        return System.IO.File.Exists(file) ? TextFile.Read(file, bag) : null;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,63}(/[a-z][a-z0-9-]{0,63})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
