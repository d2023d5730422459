using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MouBuilder.Documents;

/// <summary>Maps arrays of blocks most of which stay what they are.</summary>
internal static class ArrayMap
{
    /// <summary>The array itself when the function answers with every item itself.</summary>
    public static ImmutableArray<T> Mapped<T>(this ImmutableArray<T> items, Func<T, T> map)
        where T : class
    {
        T[]? changed = null;
        for (int i = 0; i < items.Length; i++)
        {
            T answer = map(items[i]);
            if (changed is null && !ReferenceEquals(answer, items[i]))
            {
                changed = [.. items];
            }

            if (changed is not null)
            {
                changed[i] = answer;
            }
        }

        return changed is null ? items : ImmutableCollectionsMarshal.AsImmutableArray(changed);
    }
}
