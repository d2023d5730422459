using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Renders a template as a caller would.</summary>
internal static class TemplateHarness
{
    public static string Folder() => Repository.PathTo("tests", "MouBuilder.Tests", "Templates");

    public static (Rendering? Rendering, ImmutableArray<Diagnostic> Diagnostics) Render(
        string template,
        TemplateMap? model = null,
        bool strict = true,
        IReadOnlyDictionary<string, string?>? includes = null,
        IReadOnlyDictionary<string, HostFunction>? functions = null,
        CultureTag locale = CultureTag.En,
        Budget? limits = null)
    {
        DiagnosticBag bag = new();
        SourceText source = new("t.sbn", template);
        RenderOptions options = new(
            limits ?? Budget.Default,
            name => includes is not null && includes.TryGetValue(name, out string? text) && text is not null ? new(name, text) : null,
            locale,
            functions ?? new Dictionary<string, HostFunction>(),
            strict);
        Rendering? rendering = Template.Parse(source, bag, options.Limits)?.Render(new(model ?? TemplateMap.Empty), options, bag);
        Assert.Equal(rendering is null, bag.HasErrors);
        if (rendering is not null)
        {
            CheckMap(rendering);
        }

        return (rendering, bag.ToImmutable());
    }

    public static string Text(string template, TemplateMap? model = null)
    {
        (Rendering? rendering, ImmutableArray<Diagnostic> diagnostics) = Render(template, model);
        Assert.True(rendering is not null, string.Join('\n', diagnostics));
        return rendering.Text;
    }

    public static Diagnostic Error(string template, TemplateMap? model = null)
    {
        (Rendering? rendering, ImmutableArray<Diagnostic> diagnostics) = Render(template, model);
        Assert.Null(rendering);
        return diagnostics[0];
    }

    /// <summary>The map covers the output without a hole, and template stretches are the template's own characters.</summary>
    public static void CheckMap(Rendering rendering)
    {
        int at = 0;
        foreach (Stretch stretch in rendering.SourceMap)
        {
            Assert.Equal(at, stretch.Start);
            Assert.True(stretch.Length > 0);
            at += stretch.Length;
            ReadOnlySpan<char> written = rendering.Text.AsSpan(stretch.Start, stretch.Length);
            switch (stretch.Kind)
            {
                case StretchKind.Template:
                    Assert.True(stretch.File.Text.AsSpan(stretch.Offset, stretch.Length).SequenceEqual(written));
                    break;
                case StretchKind.Gap:
                    Assert.Equal($"[[?{stretch.Payload}]]", written.ToString());
                    break;
                case StretchKind.Placement:
                    Assert.NotNull(stretch.Payload);
                    break;
            }
        }

        Assert.Equal(rendering.Text.Length, at);
    }

    public static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => new TemplateList(element.EnumerateArray().Select(FromJson)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => BigInteger.TryParse(element.GetRawText(), out BigInteger whole) ? MouBuilder.Templates.Language.Syntax.NumberReader.Narrow(whole) : element.GetDouble(),
        _ => null,
    };

    public static TemplateMap Map(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? new(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, FromJson(p.Value))))
            : TemplateMap.Empty;
}
