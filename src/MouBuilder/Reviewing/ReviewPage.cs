using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>
/// Writes a comparison as one HTML file for everybody whom the agreement touches: what changed, for whom and why. It needs no network and reads without
/// scripts; with them it filters, shows both texts side by side and takes comments.
/// </summary>
public static class ReviewPage
{
    /// <summary>The page, with <c>\n</c> line ends; the same for the same material.</summary>
    public static string Write(ReviewMaterial material)
    {
        PageContext page = new(material);
        Effects effects = new(page);
        Opening opening = new(page, effects);
        Html body = Html.Of($"""
            <a class="skip" href="#clauses">{page.Words["skip"]}</a>
            {opening.Header()}
            <main id="main">
            {opening.Notices()}
            {opening.Overview()}
            {new ProvisionSection(page, effects).Write()}
            {new ClauseList(page, effects).Write()}
            {new CommentTools(page).Write()}
            </main>
            {new WrittenForm(page).Write()}
            <footer class="page-foot"><p>{page.Words.Say("edition", material.Edition)}</p><p>{page.Words["no-network"]}</p></footer>
            """);
        return PageFrame.Write(material.Locale, page.Words.Say("page-title", page.Material.Comparison.New.Name), body, PageData.Write(page));
    }
}
