using System.Collections;

namespace MouBuilder.Templates.Language.Values;

/// <summary>
/// Values by name, in the order they were put in. One built from outside never changes; one a template made may be
/// assigned into, and dies with the render.
/// </summary>
internal sealed class TemplateMap : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> values;
    private HashSet<string>? fixedNames;

    public TemplateMap(IEnumerable<KeyValuePair<string, object?>> values)
        : this(isReadOnly: true)
    {
        foreach ((string name, object? value) in values)
        {
            this.values[name] = value;
        }
    }

    private TemplateMap(bool isReadOnly)
    {
        values = new(StringComparer.Ordinal);
        IsReadOnly = isReadOnly;
    }

    public static TemplateMap Empty { get; } = new([]);

    public bool IsReadOnly { get; }

    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public static TemplateMap Writable() => new(isReadOnly: false);

    public static TemplateMap Of(params (string Name, object? Value)[] values) =>
        new(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));

    public TemplateMap ToWritable()
    {
        TemplateMap copy = Writable();
        foreach ((string name, object? value) in values)
        {
            copy.values[name] = value;
        }

        return copy;
    }

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);

    public void Set(string name, object? value) => values[name] = value;

    public void Remove(string name) => values.Remove(name);

    /// <summary>Forbids any further assignment to the name.</summary>
    public void Fix(string name) => (fixedNames ??= new(StringComparer.Ordinal)).Add(name);

    public bool IsFixed(string name) => fixedNames is not null && fixedNames.Contains(name);

    public KeyValuePair<string, object?> At(int index) => values.GetAt(index);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();
}
