using System.Runtime.InteropServices;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Syntax;

namespace MouBuilder.Templates.Language;

/// <summary>A parsed template: immutable, so one may be rendered by several threads.</summary>
internal sealed class Template
{
    private Template(SourceText source, Block body)
    {
        Source = source;
        Body = body;
    }

    public SourceText Source { get; }

    public Block Body { get; }

    /// <summary>Null when errors were reported.</summary>
    public static Template? Parse(SourceText source, DiagnosticBag bag) => Parse(source, bag, Budget.Default);

    /// <summary>Null when errors were reported.</summary>
    public static Template? Parse(SourceText source, DiagnosticBag bag, Budget limits)
    {
        DiagnosticBag own = new();
        Block body = new Parser(source, own, limits).ParseFile();
        bag.AddRange(own.ToImmutable());
        return own.HasErrors ? null : new(source, body);
    }

    /// <summary>Null when an error was reported.</summary>
    public Rendering? Render(TemplateScope model, RenderOptions options, DiagnosticBag bag)
    {
        DiagnosticBag own = new();
        Output output = new Renderer(this, model, options, own).Run();
        bag.AddRange(own.ToImmutable());
        return own.HasErrors ? null : new(output.Text, ImmutableCollectionsMarshal.AsImmutableArray(output.Stretches));
    }
}
