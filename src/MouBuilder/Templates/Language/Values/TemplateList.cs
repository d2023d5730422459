using System.Collections;

namespace MouBuilder.Templates.Language.Values;

/// <summary>
/// A list of values. One built from outside never changes; one a template made may be appended to and assigned into, and
/// dies with the render.
/// </summary>
internal sealed class TemplateList : IReadOnlyList<object?>
{
    private readonly List<object?> items;
    private Dictionary<string, object?>? members;

    public TemplateList(IEnumerable<object?> items)
        : this([.. items], isReadOnly: true, isSequence: false)
    {
    }

    private TemplateList(List<object?> items, bool isReadOnly, bool isSequence)
    {
        this.items = items;
        IsReadOnly = isReadOnly;
        IsSequence = isSequence;
    }

    public bool IsReadOnly { get; }

    /// <summary>The outcome of a range or of putting lists together, which the language calls an iterator.</summary>
    public bool IsSequence { get; }

    public int Count => items.Count;

    public object? this[int index] => items[index];

    /// <summary>Members set by name: <c>list.note = "…"</c>, and the named arguments in <c>$</c>.</summary>
    public IReadOnlyDictionary<string, object?>? Members => members;

    public static TemplateList Writable(List<object?> items) => new(items, isReadOnly: false, isSequence: false);

    public static TemplateList Sequence(List<object?> items) => new(items, isReadOnly: false, isSequence: true);

    public TemplateList ToWritable() => new([.. items], isReadOnly: false, IsSequence) { members = members is null ? null : new(members, StringComparer.Ordinal) };

    public TemplateList With(List<object?> changed) => new(changed, isReadOnly: false, IsSequence);

    public void Set(int index, object? value)
    {
        while (items.Count <= index)
        {
            items.Add(null);
        }

        items[index] = value;
    }

    public void SetMember(string name, object? value) => (members ??= new(StringComparer.Ordinal))[name] = value;

    public bool TryGetMember(string name, out object? value)
    {
        value = null;
        return members is not null && members.TryGetValue(name, out value);
    }

    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
