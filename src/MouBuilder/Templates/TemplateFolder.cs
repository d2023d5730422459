using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Templates;

/// <summary>What a template's settings file says about the documents it makes.</summary>
/// <param name="Contents">Whether a table of contents stands before the first section.</param>
/// <param name="AttachmentWord">What attachments are called: Exhibit, Schedule, Appendix.</param>
internal sealed record TemplateSettings(bool Contents, string AttachmentWord);

/// <summary>The templates of a folder. Includes are found by name inside it and nowhere else; what was read is remembered for the lock.</summary>
internal sealed partial class TemplateFolder(string folder, DiagnosticBag bag)
{
    private const string Extension = ".md.scriban";

    private readonly Dictionary<string, TextFile?> read = new(StringComparer.Ordinal);

    /// <summary>The templates read so far, ordinal by name.</summary>
    public ImmutableArray<LockedTemplate> Used =>
        [.. read.Where(r => r.Value is not null).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new LockedTemplate(r.Key, r.Value!.Hash))];

    /// <summary>The paths of the templates read so far.</summary>
    public IEnumerable<string> Paths => read.Keys.Select(name => Path.Combine(folder, name));

    /// <summary>A template by name; null when there is none or it cannot be read.</summary>
    public SourceText? Find(string name)
    {
        if (!Name().IsMatch(name))
        {
            return null;
        }

        string file = name + Extension;
        if (!read.TryGetValue(file, out TextFile? text))
        {
            string path = Path.Combine(folder, file);
            text = File.Exists(path) ? TextFile.Read(path, bag) : null;
            read[file] = text;
        }

        return text?.Text;
    }

    public TemplateSettings Settings(string name)
    {
        string path = Path.Combine(folder, name + ".settings.yaml");
        if (!Name().IsMatch(name) || !File.Exists(path) || TextFile.Read(path, bag) is not { } file || YamlFile.Read(file.Text, bag) is not { } map)
        {
            return new(false, "Exhibit");
        }

        read[name + ".settings.yaml"] = file;
        YamlKeys keys = new(map, "a template's settings", bag);
        TemplateSettings settings = new(keys.Flag("contents"), keys.Text("attachments", "Exhibit"));
        keys.Finish();
        return settings;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,63}(/[a-z][a-z0-9-]{0,63})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
