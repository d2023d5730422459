using System.Text.Json;
using Microsoft.Playwright;
using MouBuilder.Clauses;
using MouBuilder.Reviewing;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>What a reader typed comes back, all of it, and under the name of the one who typed it.</summary>
public sealed class CommentBoxTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(3999)]
    [InlineData(4000)]
    public async Task A_comment_as_long_as_its_box_allows_comes_back(int length)
    {
        string text = new('x', length);
        using SampleReview sample = new();
        string path = sample.Page(Locale.En);
        IPage page = await browser.Open(path);
        await page.Locator("#c-notice .comment summary").ClickAsync();
        await page.Locator("#c-notice-comment").FillAsync(text);
        for (int i = 0; i < 2; i++)
        {
            // What a page stores reaches the browser a moment later, and no reader reloads as fast as a test.
            await page.WaitForFunctionAsync("least => Object.values(sessionStorage).join('').length > least", length);
            await page.WaitForTimeoutAsync(300);
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#c-notice-comment")).ToHaveValueAsync(text);
        }

        string saved = await Save(page, sample, "long.json");
        IPage again = await browser.Open(path);
        Assert.Equal("Comments read from the file: 1", await Open(again, saved));
        Assert.Equal(text, await again.Locator("#c-notice-comment").InputValueAsync());
        Assert.Equal(text, Assert.Single(CommentFile.Read(saved).File!.Comments).Text);
    }

    [Fact]
    public async Task What_finds_no_room_in_its_box_is_kept_apart_and_saved_with_the_rest()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        await Open(page, File(sample, "one.json", "Rosa", ("c-notice", new string('x', 3000))));
        Assert.Equal("Comments read from the file: 1", await Open(page, File(sample, "two.json", "Rosa", ("c-notice", new string('y', 3000)))));
        await page.Locator("#c-fresh .comment summary").ClickAsync();
        await page.Locator("#c-fresh-comment").FillAsync("Later.");
        for (int i = 0; i < 2; i++)
        {
            await ReviewPageTests.Until(page, "Object.values(sessionStorage).join('').includes('Later.')");
            await page.WaitForTimeoutAsync(300);
            await page.ReloadAsync();
            await Assertions.Expect(page.Locator("#c-fresh-comment")).ToHaveValueAsync("Later.");
        }

        await Assertions.Expect(page.Locator("#apart-list")).ToContainTextAsync("yyy");
        Assert.False(await page.Locator("#astray").IsVisibleAsync());
        CommentFile saved = CommentFile.Read(await Save(page, sample, "all.json")).File!;
        Assert.Equal(["c-fresh: 6", "c-notice: 3000", "c-notice: 3000"], saved.Comments.Select(c => $"{c.Clause}: {c.Text.Length}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Comments_on_another_edition_are_still_shown_after_a_word_is_typed_and_the_page_opened_again()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        await Open(page, File(sample, "other.json", "another", "", [("c-notice", "Earlier.")]));
        await page.Locator("#reader").FillAsync("Rosa");
        await page.ReloadAsync();
        Assert.Contains("Earlier.", await page.Locator("#astray-list").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_needs_no_warning_after_the_page_is_opened_again()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        const string Warns = "(() => { const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented; })()";
        await Open(page, File(sample, "rosa.json", "Rosa", ("c-notice", "Uno")));
        await page.Locator("#reader").FillAsync("Rosa M.");
        Assert.True(await page.EvaluateAsync<bool>(Warns));
        await Save(page, sample, "kept.json");
        await page.ReloadAsync();
        await ReviewPageTests.Until(page, "document.getElementById('reader').value === 'Rosa M.'");
        Assert.False(await page.EvaluateAsync<bool>(Warns));
    }

    [Fact]
    public async Task The_words_of_two_readers_never_go_out_under_one_name()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.Es));
        await Open(page, File(sample, "rosa.json", "Rosa", ("c-notice", "Uno\n\nDos")));
        Assert.Equal("Rosa", await page.Locator("#reader").InputValueAsync());
        foreach ((string name, string reader) in new[] { ("minh.json", "Minh"), ("nobody.json", "") })
        {
            string status = await Open(page, File(sample, name, reader, ("c-notice", "Dos"), ("c-fresh", "Texto de otra persona")));
            Assert.Contains("Rosa", status, StringComparison.Ordinal);
            Assert.Contains(reader.Length > 0 ? reader : "sin nombre", status, StringComparison.Ordinal);
        }

        CommentFile saved = CommentFile.Read(await Save(page, sample, "saved.json")).File!;
        Assert.Equal(("Rosa", "Uno\n\nDos"), (saved.Reader, Assert.Single(saved.Comments).Text));
    }

    [Fact]
    public async Task A_comment_that_is_a_word_of_another_is_kept_and_a_file_read_twice_says_nothing_twice()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        string first = File(sample, "first.json", "Rosa", ("c-notice", "It is no good."));
        string second = File(sample, "second.json", "Rosa", ("c-notice", "no"));
        foreach (string file in new[] { first, second, first, second })
        {
            await Open(page, file);
        }

        Assert.Equal("It is no good.\n\nno", await page.Locator("#c-notice-comment").InputValueAsync());
    }

    [Fact]
    public async Task What_does_not_fit_a_box_is_said_beside_it()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.Vi));
        await page.Locator("#c-notice .comment summary").ClickAsync();
        await page.Locator("#c-notice-comment").FocusAsync();
        await page.Keyboard.InsertTextAsync(new string('x', 5000));
        await Assertions.Expect(page.Locator("#c-notice .full")).ToHaveTextAsync(ReviewWords.In(Locale.Vi)["js-full"]);
        Assert.Equal("status", await page.Locator("#c-notice .full").GetAttributeAsync("role"));
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.Locator("#c-notice .full")).ToHaveTextAsync("");
        Assert.Contains(ReviewWords.In(Locale.Vi)["comment-limit"], await page.Locator("#c-notice-limit").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_turns_the_direction_of_letters_is_shown_as_it_is_typed()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        await page.Locator("#reader").FillAsync("Ann");
        string status = await Open(page, File(sample, "turned.json", "R\u202EOL", ("c-notice", "a\u2066b")));
        Assert.Contains("ROL", status, StringComparison.Ordinal);
        await page.Locator("#reader").FillAsync("ROL");
        await Open(page, sample.PathTo("turned.json"));
        Assert.Equal("ab", await page.Locator("#c-notice-comment").InputValueAsync());
    }

    private static async Task<string> Save(IPage page, SampleReview sample, string name)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#save").ClickAsync());
        await download.SaveAsAsync(sample.PathTo(name));
        return sample.PathTo(name);
    }

    internal static async Task<string> Open(IPage page, string path)
    {
        await page.EvaluateAsync("document.getElementById('comment-status').textContent = ''");
        await page.Locator("#open").SetInputFilesAsync(path);
        await ReviewPageTests.Until(page, "document.getElementById('comment-status').textContent !== ''");
        return (await page.Locator("#comment-status").TextContentAsync())!;
    }

    internal static string File(SampleReview sample, string name, string reader, params (string Clause, string Text)[] comments) => File(sample, name, sample.Material(Locale.En).Edition, reader, comments);

    private static string File(SampleReview sample, string name, string edition, string reader, (string Clause, string Text)[] comments)
    {
        System.IO.File.WriteAllText(sample.PathTo(name), JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["mou-review"] = 1, ["edition"] = edition, ["old"] = "old", ["new"] = "new", ["locale"] = "en", ["reader"] = reader,
            ["comments"] = comments.Select(c => new { clause = c.Clause, title = c.Clause, text = c.Text }).ToArray(),
        }));
        return sample.PathTo(name);
    }
}
