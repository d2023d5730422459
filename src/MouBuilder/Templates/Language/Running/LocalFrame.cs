using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>What <c>$</c> names see: one per file and per call.</summary>
internal sealed class LocalFrame(TemplateList? arguments = null, Function? block = null)
{
    private Dictionary<string, object?>? variables;

    public TemplateList? Arguments { get; private set; } = arguments;

    /// <summary>What <c>$$</c> runs.</summary>
    public Function? Block { get; } = block;

    /// <summary>The loops being run in this frame, innermost last.</summary>
    public Loop? Loop { get; set; }

    public TemplateList ArgumentList => Arguments ??= TemplateList.Writable([]);

    public bool TryGet(string name, out object? value)
    {
        value = null;
        return variables is not null && variables.TryGetValue(name, out value);
    }

    public void Set(string name, object? value) => (variables ??= new(StringComparer.Ordinal))[name] = value;

    public void Remove(string name) => variables?.Remove(name);
}
