using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Tests.Templates;

/// <summary>The three functions some of the language's own test files expect of their host.</summary>
internal static class FixtureFunctions
{
    public static IReadOnlyDictionary<string, HostFunction> All { get; } = new Dictionary<string, HostFunction>
    {
        ["special_concat_strings"] = call =>
            $"a: {Take(call, 0, "a", "default_a")}, b: {Take(call, 1, "b", "default_b")}, c: {Take(call, 2, "c", "default_c")}",
        ["special_concat_string_and_params"] = call => $"a: {call.Arguments[0]}{Numbered(call.Arguments.Skip(1).Concat(Repeated(call)), ", ")}",
        ["special_concat_params"] = call => Numbered(call.Arguments.Concat(Repeated(call)), "").TrimStart(',', ' '),
    };

    private static object Take(HostCall call, int position, string name, string otherwise) =>
        (call.Named.TryGetValue(name, out object? named) ? named : position < call.Arguments.Count ? call.Arguments[position] : null) ?? otherwise;

    private static IEnumerable<object?> Repeated(HostCall call) =>
        !call.Named.TryGetValue("args", out object? values) ? [] : values as TemplateList ?? (IEnumerable<object?>)[values];

    private static string Numbered(IEnumerable<object?> values, string lead) =>
        string.Concat(values.Select((v, i) => $"{(i == 0 && lead.Length == 0 ? "" : ", ")}v{i}: {v}"));
}
