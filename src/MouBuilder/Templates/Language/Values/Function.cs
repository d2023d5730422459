using MouBuilder.Files;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Syntax;

namespace MouBuilder.Templates.Language.Values;

/// <summary>A value that can be called.</summary>
internal abstract class Function;

/// <summary>A function the template defines.</summary>
/// <param name="syntax">Its parameters and body.</param>
/// <param name="home">The file it was written in.</param>
/// <param name="around">The parameters an anonymous function sees of the one it was written in.</param>
internal sealed class TemplateFunction(FunctionSyntax syntax, SourceText home, Parameters? around) : Function
{
    public FunctionSyntax Syntax { get; } = syntax;

    public SourceText Home { get; } = home;

    public Parameters? Around { get; } = around;
}

/// <summary>The statements of a <c>wrap</c>, called <c>$$</c> by the function they are handed to.</summary>
internal sealed class WrappedBlock(Block body, LocalFrame frame, SourceText home) : Function
{
    public Block Body { get; } = body;

    public LocalFrame Frame { get; } = frame;

    public SourceText Home { get; } = home;
}
