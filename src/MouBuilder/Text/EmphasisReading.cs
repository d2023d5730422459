using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MouBuilder.Documents;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace MouBuilder.Text;

/// <summary>The characters of a piece of Markdown with the emphasis a reader gives each.</summary>
internal static class EmphasisReading
{
    /// <summary>Stands for a reference, gap, note or link as a whole.</summary>
    public const char Construct = '\uFFFC';

    public static IEnumerable<(char Character, Emphasis Emphasis)> Of(string markdown) =>
        Markdown.Parse(markdown, MarkdownPipelines.Ours).SelectMany(b => b is LeafBlock { Inline: { } inline } ? Of(inline, Emphasis.None) : [('\0', Emphasis.None)]);

    private static IEnumerable<(char Character, Emphasis Emphasis)> Of(Inline inline, Emphasis emphasis) => inline switch
    {
        LiteralInline literal => literal.Content.ToString().Select(c => (c, emphasis)),
        HtmlEntityInline entity => entity.Transcoded.ToString().Select(c => (c, emphasis)),
        LinkInline or ReferenceInline or NoteInline => [(Construct, emphasis)],
        EmphasisInline marked => marked.SelectMany(i => Of(i, emphasis | (marked.DelimiterCount == 2 ? Emphasis.Bold : Emphasis.Italic))),
        DelimiterInline delimiter => delimiter.ToLiteral().Select(c => (c, emphasis)).Concat(delimiter.SelectMany(i => Of(i, emphasis))),
        ContainerInline container => container.SelectMany(i => Of(i, emphasis)),
        _ => [],
    };
}
