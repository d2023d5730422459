using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates.Language;

/// <summary>How a template is rendered.</summary>
/// <param name="Limits">What it may cost.</param>
/// <param name="Include">The template an <c>include</c> names; null when there is none of that name.</param>
/// <param name="Locale">The language of month and day names.</param>
/// <param name="Functions">Functions of the host by name.</param>
/// <param name="Strict">Whether a name that nobody defined is an error where it reaches output, a function or a loop.</param>
/// <param name="Parse">Parses included templates, for a caller that keeps parsed ones; otherwise each render parses its own.</param>
internal sealed record RenderOptions(
    Budget Limits,
    Func<string, SourceText?>? Include,
    CultureTag Locale,
    IReadOnlyDictionary<string, HostFunction> Functions,
    bool Strict = true,
    Func<SourceText, DiagnosticBag, Template?>? Parse = null)
{
    public static RenderOptions Default { get; } = new(Budget.Default, null, CultureTag.En, new Dictionary<string, HostFunction>(StringComparer.Ordinal));
}

/// <summary>The values a template sees, by name.</summary>
internal sealed record TemplateScope(Values.TemplateMap Values)
{
    public static TemplateScope Empty { get; } = new(Language.Values.TemplateMap.Empty);
}
