using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates;

/// <summary>The templates of a folder that one document asks for: what is wrong with them is said once, and what was used is remembered for the lock.</summary>
internal sealed class TemplatesUsed(TemplateFolder folder, DiagnosticBag bag)
{
    private readonly Dictionary<string, TemplateFolder.Reading> used = new(StringComparer.Ordinal);

    /// <summary>Ordinal by file name.</summary>
    public ImmutableArray<LockedTemplate> Locked =>
        [.. used.Values.Where(r => r.File is not null).OrderBy(r => r.FileName, StringComparer.Ordinal).Select(r => new LockedTemplate(r.FileName, r.File!.Hash))];

    public IEnumerable<string> Paths => used.Keys.Select(fileName => Path.Combine(folder.Path, fileName));

    /// <summary>A template by name; null when there is none or it cannot be read.</summary>
    public SourceText? Find(string name) => Use(folder.Template(name))?.File?.Text;

    public TemplateSettings Settings(string name) => Use(folder.Settings(name))?.Settings ?? TemplateSettings.None;

    private TemplateFolder.Reading? Use(TemplateFolder.Reading? reading)
    {
        if (reading is not null && used.TryAdd(reading.FileName, reading))
        {
            bag.AddRange(reading.Diagnostics);
        }

        return reading;
    }
}
