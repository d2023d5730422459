using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>The parameters a function's body sees, and those of the function an anonymous one was written in.</summary>
internal sealed record Parameters(TemplateMap Values, Parameters? Outer)
{
    public static TemplateMap? Holding(Parameters? parameters, string name)
    {
        while (parameters is not null && !parameters.Values.TryGet(name, out _))
        {
            parameters = parameters.Outer;
        }

        return parameters?.Values;
    }
}

/// <summary>What <c>$</c> names and parameters mean: one per file and per call.</summary>
internal sealed class LocalFrame(TemplateList? arguments = null, Function? block = null, Parameters? parameters = null)
{
    private Dictionary<string, object?>? variables;

    public TemplateList? Arguments { get; private set; } = arguments;

    public Parameters? Parameters { get; } = parameters;

    /// <summary>What <c>$$</c> runs.</summary>
    public Function? Block { get; } = block;

    /// <summary>The loops being run in this frame, innermost last.</summary>
    public Loop? Loop { get; set; }

    /// <summary>Whether a statement failed in it, so that what it would give back is in doubt.</summary>
    public bool HasFailed { get; set; }

    public TemplateList ArgumentList => Arguments ??= TemplateList.Writable([]);

    public bool TryGet(string name, out object? value)
    {
        value = null;
        return variables is not null && variables.TryGetValue(name, out value);
    }

    public void Set(string name, object? value) => (variables ??= new(StringComparer.Ordinal))[name] = value;

    public void Remove(string name) => variables?.Remove(name);
}
