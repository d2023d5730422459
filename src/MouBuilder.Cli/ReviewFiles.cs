using System.Collections.Immutable;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reviewing;
using MouBuilder.Text;
using MouBuilder.Word;

namespace MouBuilder.Cli;

/// <summary>The files of <c>mou diff</c> that say more than the comparison itself: the review page and the memo.</summary>
internal static class ReviewFiles
{
    public static bool IsMemo(string path) => Path.GetExtension(path) is ".docx" or ".md" or ".html";

    public static (OutputFile File, ImmutableArray<Diagnostic> Diagnostics) Page(Comparison comparison, Locale locale, string path)
    {
        (ReviewMaterial material, ImmutableArray<Diagnostic> found) = ReviewMaterial.Gather(comparison, locale);
        return (new(path, Encoding.UTF8.GetBytes(ReviewPage.Write(material))), [.. found, .. material.PageFindings()]);
    }

    public static (OutputFile File, ImmutableArray<Diagnostic> Diagnostics) Memo(Comparison comparison, string path)
    {
        (ReviewMaterial material, ImmutableArray<Diagnostic> found) = ReviewMaterial.Gather(comparison, Locale.En);
        MouDocument memo = SummaryMemo.Of(material);
        ReadOnlyMemory<byte> content = Path.GetExtension(path) switch
        {
            ".docx" => WordWriter.Write(memo, new WordOptions { IsLandscape = true }),
            ".html" => Encoding.UTF8.GetBytes(DocumentPage.Write(memo)),
            _ => Encoding.UTF8.GetBytes(MarkdownWriter.Write(memo)),
        };
        return (new(path, content), found);
    }
}
