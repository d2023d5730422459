using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>object.…</c></summary>
internal static class ObjectGroup
{
    private const string NoEval = "a template is what its author wrote, never what a value says. Write the expression into the template.";

    public static TemplateMap Build() => new GroupBuilder("object")
        .Add("default", "value:any default:any", (_, a) => a[0] is null or Gap or string { Length: 0 } or Rope { Text: "" } ? a[1] : a[0], asks: true)
        .Add("eval", "template:any", (c, _) => throw c.Refused(NoEval))
        .Add("eval_template", "template:any", (c, _) => throw c.Refused(NoEval))
        .Add("format", "value:any format:text culture:text?", (c, a) => a[0] is null ? "" : NumberFormat.Write(c, a[0]!, (string?)a[1] ?? "", (string?)a[2]))
        .Add("has_key", "value:map key:text", (_, a) => Boxes.Of(a[0] is TemplateMap map && a[1] is string key && map.TryGet(key, out object? _)))
        .Add("has_value", "value:map key:text", (c, a) => Boxes.Of(a[0] is TemplateMap map && a[1] is string key && map.TryGet(key, out object? value) && c.Settled(value, "to decide something") is not null))
        .Add("keys", "value:any", (c, a) => Members(c, a[0], (name, _) => name))
        .Add("kind", "value:any", (_, a) => a[0] is null ? null : Kinds.Name(a[0]))
        .Add("size", "value:any", Size)
        .Add("typeof", "value:any", (_, a) => Kinds.TypeOf(a[0]))
        .Add("values", "value:any", (c, a) => Members(c, a[0], (_, value) => value))
        .Add("from_json", "json:text", (c, a) => a[0] is string json ? Json.Read(c, json) : null)
        .Add("to_json", "value:any", (c, a) => Json.Write(c, a[0]))
        .Build();

    private static object Size(Call call, object?[] a) => Boxes.Of(a[0] switch
    {
        string text => text.Length,
        TemplateList list => list.Count,
        TemplateMap map => map.Count,
        _ => 0,
    });

    private static TemplateList Members(Call call, object? value, Func<string, object?, object?> take)
    {
        List<object?> taken = [];
        switch (value)
        {
            case TemplateMap map:
                call.Items(map.Count);
                foreach ((string name, object? member) in map)
                {
                    taken.Add(take(name, member));
                }

                break;
            case string text:
                taken.Add(take("size", Boxes.Of(text.Length)));
                break;
            case TemplateList list:
                taken.Add(take("size", Boxes.Of(list.Count)));
                foreach ((string name, object? member) in list.Members ?? new Dictionary<string, object?>())
                {
                    taken.Add(take(name, member));
                }

                break;
        }

        return TemplateList.Writable(taken);
    }
}
