using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>Writes a group of functions down as a table: name, parameters, body.</summary>
internal sealed class GroupBuilder(string group)
{
    private readonly List<KeyValuePair<string, object?>> members = [];

    /// <param name="name">The function's name within the group.</param>
    /// <param name="parameters">Names with types, such as <c>text:text length:int ellipsis:text?</c>; a question mark makes one optional.</param>
    /// <param name="body">What it does with its converted arguments.</param>
    /// <param name="asks">Whether its first argument may be missing or a gap.</param>
    public GroupBuilder Add(string name, string parameters, Func<Call, object?[], object?> body, bool asks = false)
    {
        members.Add(new(name, new BuiltIn(group.Length == 0 ? name : $"{group}.{name}", Parse(parameters), body) { AsksWhetherThere = asks }));
        return this;
    }

    public GroupBuilder AddValue(string name, object? value)
    {
        members.Add(new(name, value));
        return this;
    }

    public TemplateMap Build() => new(members);

    private static BuiltInParameter[] Parse(string parameters) =>
        [.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseOne)];

    private static BuiltInParameter ParseOne(string written)
    {
        string[] parts = written.Split(':');
        return new(parts[0], TypeOf(parts[1].TrimEnd('?')), parts[1].EndsWith('?'));
    }

    private static ParameterType TypeOf(string written) => written switch
    {
        "any" => ParameterType.Any,
        "text" => ParameterType.Text,
        "int" => ParameterType.Int,
        "number" => ParameterType.Number,
        "bool" => ParameterType.Bool,
        "list" => ParameterType.List,
        "map" => ParameterType.Map,
        "date" => ParameterType.Date,
        "function" => ParameterType.Function,
        "rest" => ParameterType.Rest,
        _ => throw new ArgumentException(written),
    };
}
