using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

internal enum ParameterType
{
    Any,
    Text,
    Int,
    Number,
    Bool,
    List,
    Map,
    Date,
    Function,
    Rest,
}

internal sealed record BuiltInParameter(string Name, ParameterType Type, bool IsOptional);

/// <summary>A function of the language. A missing optional argument reaches the body as null.</summary>
internal sealed class BuiltIn(string name, BuiltInParameter[] parameters, Func<Call, object?[], object?> body) : Function
{
    /// <summary>With its group: <c>string.append</c>.</summary>
    public string Name { get; } = name;

    public BuiltInParameter[] Parameters { get; } = parameters;

    public Func<Call, object?[], object?> Body { get; } = body;

    /// <summary>Its first argument may be missing or a gap: it asks whether the value is there.</summary>
    public bool AsksWhetherThere { get; init; }
}
