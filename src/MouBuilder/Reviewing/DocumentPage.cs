using MouBuilder.Clauses;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>Writes a document such as the memo as one HTML file without scripts.</summary>
public static class DocumentPage
{
    /// <summary>The page, with <c>\n</c> line ends.</summary>
    public static string Write(MouDocument document, Locale locale = Locale.En)
    {
        ArgumentNullException.ThrowIfNull(document);
        BlockHtml blocks = new(ReviewWords.In(locale), document.Properties.IsForFamilies ? Targets(document) : new Dictionary<string, string>());
        int front = document.Blocks.TakeWhile(b => b is not Section).Count();
        return PageFrame.Write(locale, document.Properties.Title, Html.Of($"""
            <main id="main"{new Html(document.Properties.IsForFamilies ? " class=\"large\"" : "")}>
            {Html.Join(document.Blocks.Take(front).Select(b => Top(b, blocks)), "\n")}{(document.Properties is { IsForFamilies: true, Contents: true } ? Questions(document, locale, blocks) : Html.Empty)}
            {Html.Join(document.Blocks.Skip(front).Select(b => Top(b, blocks)), "\n")}
            </main>
            <footer class="page-foot"><p>{document.Properties.Disclaimer}</p></footer>
            """));
    }

    /// <summary>The parts of the page that references lead to; each has its own id.</summary>
    private static Dictionary<string, string> Targets(MouDocument document) => document.AllBlocks().OfType<Clause>().ToDictionary(c => c.Id, c => c.Id, StringComparer.Ordinal);

    /// <summary>Links to the questions of a family edition.</summary>
    private static Html Questions(MouDocument document, Locale locale, BlockHtml blocks) => Html.Of($"""

        <nav aria-labelledby="questions"><h2 id="questions">{ReviewWords.OfFamilyEdition(locale)["contents"]}</h2>
        <ul>{Html.Join(document.Blocks.OfType<Section>().Select(s => Html.Of($"<li><a href=\"#{s.Id}\">{blocks.Inlines(s.Heading)}</a></li>")), "\n")}</ul></nav>
        """);

    private static Html Top(Block block, BlockHtml blocks) => block switch
    {
        Paragraph { Role: ParagraphRole.Title } title => Html.Of($"<h1>{blocks.Inlines(title.Content)}</h1>"),
        Paragraph { Role: ParagraphRole.Notice } notice => Html.Of($"<p class=\"notice\">{blocks.Inlines(notice.Content)}</p>"),
        Section section => Html.Of($"<section aria-labelledby=\"{section.Id}\">\n<h2 id=\"{section.Id}\">{blocks.Inlines(section.Heading)}</h2>\n{Html.Join(section.Blocks.Select(b => Inside(b, blocks)))}\n</section>"),
        _ => blocks.Whole([block]),
    };

    /// <summary>What stands in a section: a clause has a heading of its own, so that those who go from heading to heading find it.</summary>
    private static Html Inside(Block block, BlockHtml blocks) => block is Clause clause
        ? Html.Of($"<h3 id=\"{clause.Id}\">{blocks.Inlines(clause.Title)}</h3>{blocks.Whole(clause.Blocks)}")
        : blocks.Whole([block]);
}
