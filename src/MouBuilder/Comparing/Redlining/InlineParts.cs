using MouBuilder.Documents;

namespace MouBuilder.Comparing.Redlining;

/// <summary>Cuts inlines apart.</summary>
internal static class InlineParts
{
    /// <summary>An inline, or for a link one link around each inline in it.</summary>
    public static IEnumerable<Inline> Of(Inline inline) => inline is Link { Content.Length: not 1 } link ? link.Content.SelectMany(Of).Select(i => link with { Content = [i] }) : [inline];

    /// <summary>The characters of a text; 1 for what cannot be cut.</summary>
    public static int LengthOf(Inline inline) => inline switch
    {
        TextRun t => t.Value.Length,
        Term t => t.Value.Length,
        Link { Content: [var only] } => LengthOf(only),
        _ => 1,
    };

    /// <summary>The first characters and the rest; null for no rest.</summary>
    public static (Inline First, Inline? Later) Cut(Inline inline, int length)
    {
        if (length >= LengthOf(inline))
        {
            return (inline, null);
        }

        switch (inline)
        {
            case TextRun t:
                return (t with { Value = t.Value[..length] }, t with { Value = t.Value[length..] });
            case Term t:
                return (t with { Value = t.Value[..length] }, t with { Value = t.Value[length..] });
            case Link { Content: [var only] } link:
                (Inline first, Inline? rest) = Cut(only, length);
                return (link with { Content = [first] }, link with { Content = [rest!] });
            default:
                throw new InvalidOperationException($"An inline of kind {inline.GetType().Name} cannot be cut.");
        }
    }
}
