using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>The names every template knows.</summary>
internal static class BuiltInGroups
{
    private static readonly Dictionary<string, object?> Known = new(StringComparer.Ordinal)
    {
        ["string"] = StringGroup.Build(),
        ["array"] = ArrayGroup.Build(),
        ["math"] = MathGroup.Build(),
        ["object"] = ObjectGroup.Build(),
        ["date"] = DateGroup.Build(),
        ["html"] = HtmlGroup.Build(),
        ["regex"] = RegexGroup.Build(),
        ["timespan"] = TimespanGroup.Build(),
        ["include"] = IncludeFunction.Instance,
        ["include_join"] = IncludeJoinFunction.Instance,
        ["empty"] = EmptyValue.Instance,
    };

    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>The functions of all groups that are called so without their group: <c>string.upcase</c> for <c>upcase</c>.</summary>
    public static IEnumerable<string> FunctionsEndingIn(string name) =>
        Known.Where(g => g.Value is TemplateMap group && group.TryGet(name, out _)).Select(g => g.Key + "." + name);

    public static bool TryGet(string name, out object? value) => Known.TryGetValue(name, out value);

    public static bool IsGroup(TemplateMap map) => Known.ContainsValue(map);
}
