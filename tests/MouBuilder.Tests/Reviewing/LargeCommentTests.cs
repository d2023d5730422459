using Microsoft.Playwright;
using MouBuilder.Clauses;
using MouBuilder.Reviewing;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>More comments than a file may hold. In a browser of its own: for a while after so much a browser keeps nothing that any page stores.</summary>
public sealed class LargeCommentTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task More_than_a_file_may_hold_is_not_saved_and_is_said()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.Es));
        // Each letter takes three bytes where it is typed, and six where it is saved.
        string path = CommentBoxTests.File(sample, "many.json", "Rosa", [.. Enumerable.Range(0, 60).Select(i => ("c-notice", new string('ế', 3990) + i))]);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("\\u1EBF", "ế", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await page.Locator("#reader").FillAsync("Rosa");
        Assert.Equal("Cantidad de comentarios leídos del archivo: 60", await CommentBoxTests.Open(page, path));
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#comment-status")).ToHaveTextAsync(ReviewWords.In(Locale.Es)["js-too-large-to-save"]);
        Assert.Contains("\"unsaved\":true", await page.EvaluateAsync<string>("Object.values(sessionStorage).join('')"), StringComparison.Ordinal);
    }
}
