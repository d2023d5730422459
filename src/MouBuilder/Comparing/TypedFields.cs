using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Cross-references, gaps and links that one text has and the other types as the same words.</summary>
internal static class TypedFields
{
    private const int MostQuoted = 6;

    /// <summary>A phrase for each kind and side: <c>2 cross-references of the newer text, typed as words in the older one: “Section 2.1”, “Section 4”</c>.</summary>
    public static IEnumerable<string> Of(PartChange change)
    {
        WordChange[] typed = [.. change.Words.Where(w => w.IsTyped)];
        foreach ((string side, string other, Inline[] fields) in new[] { ("newer", "older", Fields(typed.Select(w => w.New))), ("older", "newer", Fields(typed.Select(w => w.Old))) })
        {
            foreach (IGrouping<string, Inline> kind in fields.GroupBy(NameOf, StringComparer.Ordinal))
            {
                string[] quoted = [.. kind.Select(Quote).Distinct(StringComparer.Ordinal)];
                yield return $"{ComparisonWords.Count(kind.Count(), kind.Key, kind.Key + "s")} of the {side} text, typed as words in the {other} one: {string.Join(", ", quoted.Take(MostQuoted))}{(quoted.Length > MostQuoted ? $" and {quoted.Length - MostQuoted} more" : "")}";
            }
        }
    }

    private static Inline[] Fields(IEnumerable<ImmutableArray<Inline>> sides) => [.. sides.SelectMany(s => s).Where(i => i is Reference or Gap or Link)];

    private static string NameOf(Inline inline) => inline is Reference ? "cross-reference" : inline is Gap ? "gap" : "link";

    private static string Quote(Inline inline) => $"“{PlainText.Of([inline])}”{(inline is Link link ? $" ({link.Address})" : "")}";
}
