using System.Runtime.CompilerServices;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language;

namespace MouBuilder.Templates;

/// <summary>Parses each text once, for as long as somebody holds the text: a clause used by many agreements of a batch is parsed for the first.</summary>
internal static class ParsedTemplates
{
    private static readonly ConditionalWeakTable<SourceText, Template> Parsed = [];

    /// <summary>The template; null when a diagnostic says why not, which is said anew at every call.</summary>
    public static Template? Of(SourceText source, DiagnosticBag bag)
    {
        if (Parsed.TryGetValue(source, out Template? known))
        {
            return known;
        }

        Template? template = Template.Parse(source, bag);
        if (template is not null)
        {
            Parsed.TryAdd(source, template);
        }

        return template;
    }
}
