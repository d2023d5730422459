namespace MouBuilder.Templates.Language.Values;

/// <summary>A map seen as a list: each member is a map of <c>key</c> and <c>value</c>.</summary>
internal static class Pairs
{
    public static TemplateList Of(TemplateMap map)
    {
        List<object?> pairs = new(map.Count);
        foreach ((string name, object? value) in map)
        {
            pairs.Add(TemplateMap.Of(("key", name), ("value", value)));
        }

        return TemplateList.Writable(pairs);
    }
}
