namespace MouBuilder.Documents;

/// <summary>The type an inline is set in.</summary>
internal static class InlineEmphasis
{
    public static Emphasis OwnEmphasis(this Inline inline) => inline switch
    {
        TextRun t => t.Emphasis,
        Term t => t.Emphasis,
        Reference r => r.Emphasis,
        Gap g => g.Emphasis,
        Link { Content: [var first, ..] } => first.OwnEmphasis(),
        _ => Emphasis.None,
    };
}
