namespace MouBuilder.Word;

/// <summary>A set of names that can be asked without making a string of what is looked for.</summary>
internal sealed class NameSet
{
    private readonly HashSet<string> names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public NameSet(StringComparer? comparer = null)
    {
        names = new(comparer ?? StringComparer.Ordinal);
        lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => names.Count;

    public IEnumerable<string> InOrder => names.Order(StringComparer.Ordinal);

    /// <summary>False when the name was there before.</summary>
    public bool Add(ReadOnlySpan<char> name) => lookup.Add(name);

    public bool Remove(ReadOnlySpan<char> name) => lookup.Remove(name);

    public bool Contains(ReadOnlySpan<char> name) => lookup.Contains(name);
}
