using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using MouBuilder.Yaml;
using Template = MouBuilder.Templates.Language.Template;

namespace MouBuilder.Templates;

/// <summary>Renders one template from a model file, for authors who want to see what it prints.</summary>
public static class TemplatePreview
{
    /// <summary>The output, before any escaping.</summary>
    /// <param name="modelPath">A YAML or JSON file; null for a template that needs no values.</param>
    /// <param name="includeFolder">Where included templates stand; null when there are none.</param>
    public static (string? Text, ImmutableArray<Diagnostic> Diagnostics) Render(string templatePath, string? modelPath, string? includeFolder)
    {
        DiagnosticBag bag = new();
        TextFile? file = TextFile.Read(templatePath, bag);
        TemplateScope? scope = modelPath is null ? TemplateScope.Empty : Model(modelPath, bag);
        string? text = null;
        if (file is not null && scope is not null)
        {
            Func<string, SourceText?>? include = includeFolder is null ? null : new TemplatesUsed(new(includeFolder), bag).Find;
            RenderOptions options = new(Budget.Default, include, CultureTag.En, OwnFunctions.With(new Dictionary<TemplateMap, object>()));
            text = Template.Parse(file.Text, bag)?.Render(scope, options, bag)?.Text;
        }

        return (bag.HasErrors ? null : text, bag.ToImmutable());
    }

    private static TemplateScope? Model(string path, DiagnosticBag bag)
    {
        if (TextFile.Read(path, bag) is not { } file)
        {
            return null;
        }

        bool isJson = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        TemplateMap? facts = isJson ? JsonFacts.Read(file.Text, bag) : YamlFile.Read(file.Text, bag) is { } map ? (TemplateMap)YamlFacts.Of(map)! : null;
        return facts is null ? null : new(facts);
    }
}
