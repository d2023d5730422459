using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace MouBuilder.Text;

/// <summary>
/// The Markdown we take: CommonMark's emphasis, lists, headings and links, pipe tables, and our references, gaps and notes. Code and raw HTML are
/// plain text here, because a contract has neither.
/// </summary>
internal static class MarkdownPipelines
{
    public static MarkdownPipeline Ours { get; } = Build();

    private static MarkdownPipeline Build()
    {
        MarkdownPipelineBuilder builder = new();
        builder.UsePreciseSourceLocation();
        builder.UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true });
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        builder.InlineParsers.Insert(0, new ReferenceParser());
        builder.InlineParsers.Insert(0, new NoteParser());
        return builder.Build();
    }
}
