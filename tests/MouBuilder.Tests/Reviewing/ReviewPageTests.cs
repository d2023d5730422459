using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Comparing;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>The page in a real browser.</summary>
public sealed partial class ReviewPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly Lazy<string> Examples = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("mou-review-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Comparison comparison = Comparer.Compare(Side("dps-dpd-2013"), Side("dps-dpd-2022"));
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            File.WriteAllText(Path.Combine(folder, $"{locale}.html"), ReviewPage.Write(ReviewMaterial.Gather(comparison, locale).Material));
        }

        return folder;
    });

    public static TheoryData<Locale> Locales => [.. Enum.GetValues<Locale>()];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Axe_finds_nothing_against_wcag_in_any_view(Locale locale)
    {
        using SampleReview sample = new(isReconstruction: true);
        sample.Plain("notice/2.0.0.es.yaml", "Aviso", "El DPD debe avisarle en dos horas.");
        IPage page = await browser.Open(sample.Page(locale), new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 320, Height = 800 } });
        await OpenAll(page);
        await Clean(page, "in one, dark, on a phone");
        if (locale != Locale.Es)
        {
            return; // the other views differ in words alone
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1100, 900);
        await page.Locator("input[value=side]").CheckAsync();
        await Clean(page, "side by side");
        await page.Locator("#comments a.button").ClickAsync();
        await Clean(page, "the form to write on");
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_page_of_the_example()
    {
        // With one clause shown: all of them take half a minute and are made alike.
        IPage page = await browser.Open(Path.Combine(Examples.Value, "Vi.html"), hash: "#family=term-review");
        await page.EvaluateAsync("document.querySelectorAll('.provisions tbody tr:nth-child(n+3)').forEach(r => r.remove())");
        await Clean(page, "the example");
    }

    [Fact]
    public async Task The_page_of_two_papers_asks_for_no_topic_and_filters_by_the_rest()
    {
        using TemporaryFolder folder = new();
        Comparison comparison = Comparer.Compare(
            ComparisonSide.Of(TypedPaper.Read("# Agreement\n\n## 1. Entry\n\nThe officer shall sign in.\n\n## 2. Calls\n\nThe principal shall call a parent.\n")),
            ComparisonSide.Of(TypedPaper.Read("# Agreement\n\n## 1. Entry\n\nThe officer shall sign in.\n\n## 2. Calls\n\nThe principal may call a parent.\n")));
        folder.Write("page.html", ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material));
        IPage page = await browser.Open(folder.PathTo("page.html"), hash: "#kind=changed&family=none");
        Assert.Equal(["kind", "rank"], await page.Locator("#filter select").EvaluateAllAsync<string[]>("all => all.map(s => s.name)"));
        Assert.Single(await Shown(page));
        Assert.EndsWith("#kind=changed", page.Url, StringComparison.Ordinal);
        await page.Locator("#filter button[type=reset]").First.ClickAsync();
        await Until(page, "document.querySelectorAll('article:not([hidden])').length > 1");
        Assert.Empty(browser.Requests);
    }

    [Fact]
    public async Task The_filter_finds_as_many_places_as_the_overview_counts_headings_of_sections_too()
    {
        using TemporaryFolder folder = new();
        const string Paper = "# Agreement\n\n## 1. Entry\n\n### 1.1 Door\n\nThe officer shall sign in at the door.\n\n## 2. Calls\n\n### 2.1 Parents\n\nThe principal shall call a parent.\n\n## 3. Lists\n\n### 3.1 Places\n\nThe office keeps a list of places.\n";
        string now = Paper.Replace("## 1. Entry", "## 1. Entry and exit", StringComparison.Ordinal).Replace("## 3. Lists\n\n", "", StringComparison.Ordinal).Replace("### 3.1", "### 2.2", StringComparison.Ordinal).Replace("list of places", "roll of places", StringComparison.Ordinal);
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(Paper)), ComparisonSide.Of(TypedPaper.Read(now)));
        folder.Write("page.html", ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material));
        IPage page = await browser.Open(folder.PathTo("page.html"));
        RankGroup[] groups = [.. RankGroup.Of(comparison)];
        Assert.Contains(groups, g => g.Changes.Any(c => (c.New ?? c.Old)!.Kind == PartKind.Section));
        foreach (RankGroup group in groups)
        {
            await page.Locator("select[name=rank]").SelectOptionAsync(group.Name);
            Assert.StartsWith($"{group.Changes.Length} of ", await page.Locator("#filter-count").TextContentAsync(), StringComparison.Ordinal);
        }

        await page.Locator("select[name=rank]").SelectOptionAsync("");
        await page.Locator("select[name=kind]").SelectOptionAsync("removed");
        Assert.Equal(["Heading in the older text alone: removed: Lists"], (await page.Locator(".removed-heading:visible").AllTextContentsAsync()).Select(t => t.Replace('\u00A0', ' ').Replace("  ", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_filter_leaves_the_clauses_that_fit_and_stands_in_the_address()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        Assert.Equal("6 of 6 clauses, exhibits and other parts shown", await page.Locator("#filter-count").TextContentAsync());
        await page.Locator("select[name=family]").SelectOptionAsync("own-family");
        Assert.Equal(["c-fresh", "old-gone"], await Shown(page));
        Assert.Equal("2 of 6 clauses, exhibits and other parts shown", await page.Locator("#filter-count").TextContentAsync());
        await page.Locator("select[name=kind]").SelectOptionAsync("added");
        Assert.Equal(["c-fresh"], await Shown(page));
        await page.Locator("input[value=side]").CheckAsync();
        string address = page.Url;
        Assert.EndsWith("#view=side&kind=added&family=own-family", address, StringComparison.Ordinal);

        IPage again = await browser.Open(sample.Page(Locale.En), hash: address[address.IndexOf('#', StringComparison.Ordinal)..]);
        Assert.Equal(["c-fresh"], await Shown(again));
        Assert.True(await again.Locator("#c-fresh .view-side").IsVisibleAsync());
        Assert.False(await again.Locator("#c-fresh .view-inline").IsVisibleAsync());

        await again.Locator(".filter-end button").ClickAsync();
        await again.Locator("select[name=entry]").SelectOptionAsync("list.1");
        Assert.Equal(["c-notice"], await Shown(again));
        await again.Locator("select[name=entry]").SelectOptionAsync("");
        await again.Locator("select[name=rank]").SelectOptionAsync("duty-or-right");
        Assert.DoesNotContain("c-meetings", await Shown(again));
    }

    [Fact]
    public async Task Those_that_changed_are_as_many_in_the_filter_as_in_the_overview_and_text_outside_clauses_is_found_too()
    {
        Comparison comparison = Comparer.Compare(Side("dps-dpd-2022"), Side("sro-variant"));
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        string path = Path.Combine(Examples.Value, "variant.html");
        await File.WriteAllTextAsync(path, ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material), TestContext.Current.CancellationToken);
        IPage page = await browser.Open(path, hash: "#kind=changed");
        Assert.Contains("moved-and-changed", await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('article[data-clause]')).filter(a => a.checkVisibility()).map(a => a.dataset.kind)"));
        Assert.Equal(counts.Changed, (await Shown(page)).Length);
        Assert.StartsWith($"{counts.Changed} clauses and exhibits changed; ", await page.Locator("[data-count=changed]").TextContentAsync(), StringComparison.Ordinal);
        foreach (string kind in await page.EvaluateAsync<string[]>("Array.from(new Set(Array.from(document.querySelectorAll('article:not([data-clause])')).map(a => a.dataset.kind)))"))
        {
            await page.Locator("select[name=kind]").SelectOptionAsync(kind);
            Assert.NotEqual(0, await page.Locator($"article:not([data-clause])[data-kind={kind}]:visible").CountAsync());
        }
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_says_so_and_what_is_printed_of_a_part_says_that_it_is_one()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En), hash: "#family=own-family");
        Assert.False(await page.Locator("#filter-none, #printed-part").First.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator("#printed-part").IsVisibleAsync());
        Assert.False(await page.Locator(".overview").IsVisibleAsync());
        Assert.StartsWith("Printed with a filter: 2 of 6 ", await page.Locator("#printed-part").TextContentAsync(), StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator("select[name=kind]").SelectOptionAsync("changed");
        Assert.True(await page.Locator("#filter-none").IsVisibleAsync());
        await page.Locator("#filter-none button").ClickAsync();
        await Until(page, "document.getElementById('filter-none').hidden");
        Assert.Equal(4, (await Shown(page)).Length);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator("#printed-part").IsVisibleAsync());
    }

    [Fact]
    public async Task A_link_to_a_clause_leads_to_it_even_when_a_filter_hides_it()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En), hash: "#c-meetings&family=own-family");
        Assert.True(await page.Locator("#c-meetings").IsVisibleAsync());
        await page.Locator("#c-fresh a[href='#c-notice']").First.ClickAsync();
        await Until(page, "Math.abs(document.getElementById('c-notice').getBoundingClientRect().top) < innerHeight");
        Assert.EndsWith("#c-notice", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard_and_one_sees_where_one_is()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await Focused(page, "className"));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "[name=kind]");
        await page.Keyboard.TypeAsync("Ch");
        Assert.Equal(["c-notice"], await Shown(page));
        await TabTo(page, "input[name=view]:focus");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.True(await page.Locator("#c-notice .view-side").IsVisibleAsync());
        await TabTo(page, "#c-notice .comment summary");
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "#c-notice-comment");
        await page.Keyboard.TypeAsync("Two hours is right.");
        await TabTo(page, "#save");
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Contains("Two hours is right.", await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_is_saved_read_back_copied_and_stays_text()
    {
        const string Words = "Dos horas, ¿y después?\nPhụ huynh ề 👨‍👩‍👧 " + SampleReview.Hostile;
        using SampleReview sample = new();
        string path = sample.Page(Locale.Es);
        IPage page = await browser.Open(path);
        Assert.Contains("documentos públicos", await page.Locator("#comments .notice-line").TextContentAsync(), StringComparison.Ordinal);
        await page.Locator("#c-notice .comment summary").ClickAsync();
        await page.Locator("#c-notice-comment").FillAsync(Words);
        await page.Locator("#reader").FillAsync("Madre " + SampleReview.Hostile);
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#save").ClickAsync());
        string saved = sample.PathTo("saved.json");
        await download.SaveAsAsync(saved);
        Assert.EndsWith(".json", download.SuggestedFilename, StringComparison.Ordinal);

        IPage again = await browser.Open(path);
        await again.Locator("#open").SetInputFilesAsync(saved);
        await Until(again, "document.getElementById('comment-status').textContent !== ''");
        Assert.Equal(Words, await again.Locator("#c-notice-comment").InputValueAsync());
        await again.Locator("#copy").ClickAsync();
        Assert.Contains(Words, await again.Locator("#copy-text").InputValueAsync(), StringComparison.Ordinal);
        await again.ReloadAsync();
        Assert.Equal(Words, await again.Locator("#c-notice-comment").InputValueAsync());
        await NothingRan(again);

        (CommentFile? file, _) = CommentFile.Read(saved);
        Assert.Equal("c-notice", Assert.Single(file!.Comments).Clause);
        Assert.StartsWith("Dos horas, ¿y después?\nPhụ huynh ề", file.Comments[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"mou-review\": 1, \"comments\": [", "damaged")]
    [InlineData("{ \"comments\": [] }", "holds no comments")]
    [InlineData("[1]", "holds no comments")]
    [InlineData("{ \"mou-review\": 1, \"comments\": [ { \"clause\": 7 } ] }", "more or longer")]
    public async Task A_damaged_or_foreign_file_is_refused_with_a_word(string content, string words)
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        await File.WriteAllTextAsync(sample.PathTo("bad.json"), content, TestContext.Current.CancellationToken);
        await page.Locator("#open").SetInputFilesAsync(sample.PathTo("bad.json"));
        await Until(page, "document.getElementById('comment-status').textContent !== ''");
        Assert.Contains(words, await page.Locator("#comment-status").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_on_another_edition_stand_apart()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        string other = JsonSerializer.Serialize(new Dictionary<string, object> { ["mou-review"] = 1, ["edition"] = "another", ["reader"] = "", ["comments"] = new[] { new { clause = "c-notice", title = "Notice", text = SampleReview.Hostile } } });
        await File.WriteAllTextAsync(sample.PathTo("other.json"), other, TestContext.Current.CancellationToken);
        await page.Locator("#open").SetInputFilesAsync(sample.PathTo("other.json"));
        await Until(page, "!document.getElementById('astray').hidden");
        Assert.Equal("", await page.Locator("#c-notice-comment").InputValueAsync());
        Assert.Contains(SampleReview.Hostile, await page.Locator("#astray-list").TextContentAsync(), StringComparison.Ordinal);
        await NothingRan(page);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task On_a_narrow_phone_nothing_runs_out_at_the_side(Locale locale)
    {
        IPage page = await browser.Open(Path.Combine(Examples.Value, $"{locale}.html"), new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await OpenAll(page);
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('.stacked th[scope=row]')).filter(h => h.getBoundingClientRect().width < 200).map(h => h.textContent)"));
        await page.EvaluateAsync("document.querySelector('input[value=side]').click()");
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            Array.from(document.querySelectorAll('button, select, input, summary, .button')).filter(e => e.checkVisibility())
              .map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width < 24 || r.height < 24).map(([e]) => e.outerHTML)
            """));
    }

    [Fact]
    public async Task Printed_it_holds_the_texts_and_the_marks_without_colour()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        string pdf = sample.PathTo("page.pdf");
        await page.PdfAsync(new() { Path = pdf });
        string printed = Blanks().Replace(OutsideProgram.Run("pdftotext", "-layout", pdf, "-"), " ");
        Assert.Contains("DPD", printed, StringComparison.Ordinal);
        Assert.Contains("C.R.S. 22-32-146", printed, StringComparison.Ordinal); // a closed part is printed open
        Assert.DoesNotContain("Filter", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Save comments", printed, StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        string[] colours = await page.EvaluateAsync<string[]>("""
            Array.from(new Set(Array.from(document.querySelectorAll('main *')).filter(e => e.checkVisibility()).flatMap(e => { const s = getComputedStyle(e); return [s.color, s.backgroundColor]; })))
            """);
        Assert.Subset(new HashSet<string> { "rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)" }, colours.ToHashSet());
        Assert.Contains("underline", await Decoration(page, "ins"), StringComparison.Ordinal);
        Assert.Contains("line-through", await Decoration(page, "del"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_it_reads_and_the_form_can_be_printed()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En), new() { JavaScriptEnabled = false });
        Assert.Equal(0, await page.Locator("article:not(:visible)").CountAsync());
        Assert.Equal(0, await page.Locator(".script-only:visible, form:visible, textarea:visible").CountAsync());
        Assert.True(await page.Locator("#c-notice .view-inline").IsVisibleAsync());
        await page.Locator("#comments a.button").ClickAsync();
        Assert.True(await page.Locator("#written-form").IsVisibleAsync());
        Assert.False(await page.Locator("main").IsVisibleAsync());
        Assert.Equal(3, await page.Locator(".write-on:visible").CountAsync());
    }

    [Fact]
    public async Task Insertions_and_deletions_are_in_the_accessibility_tree_with_a_word_of_their_own()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        string tree = await page.Locator("#c-notice .view-inline").AriaSnapshotAsync();
        Assert.Contains("deletion: \"removed: may\"", tree, StringComparison.Ordinal);
        Assert.Contains("insertion: \"added: shall\"", tree, StringComparison.Ordinal);
        Assert.Contains("underline", await Decoration(page, "ins"), StringComparison.Ordinal);
        Assert.Contains("line-through", await Decoration(page, "del"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stranger_wrote_stays_text_and_nothing_asks_the_network()
    {
        using SampleReview sample = new();
        IPage page = await browser.Open(sample.Page(Locale.En));
        await OpenAll(page);
        await NothingRan(page);
        Assert.Contains(SampleReview.Hostile, await page.Locator("#c-notice .view-inline").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("a[href^='javascript']").CountAsync());
        Assert.Equal(2, await page.Locator("script").CountAsync());
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => page.EvaluateAsync("fetch('https://example.org/')"));
        Assert.DoesNotContain(browser.Requests, r => !r.Contains("example.org", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Every_table_has_headers_every_link_an_end_and_every_stretch_its_language(Locale locale)
    {
        IPage page = await browser.Open(Path.Combine(Examples.Value, $"{locale}.html"));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            Array.from(document.querySelectorAll('table')).filter(t => !t.closest('.scroll')).filter(t => t.querySelectorAll('thead th[scope=col]').length !== t.querySelectorAll('thead th').length || !t.querySelector('thead th')).map(t => t.outerHTML.slice(0, 200))
            """));
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('a[href^=\"#\"]')).map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"));
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('[id]')).map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
        if (locale != Locale.En)
        {
            // Words that no Spanish or Vietnamese sentence has.
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                (() => { const found = []; const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walk.nextNode()) { const n = walk.currentNode; if (n.parentElement.closest('[lang]').lang !== 'en' && !n.parentElement.closest('script') && /\b(the|and|shall|with|of|agreement)\b/i.test(n.data.replace(/shall/g, m => /como shall|như shall/.test(n.data) ? '' : m))) found.push(n.data); }
                  return found; })()
                """));
        }
    }

    private static async Task Clean(IPage page, string view)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.True(result.Violations.Length == 0, $"{view}: " + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n{string.Join("\n", v.Nodes.Take(5).Select(n => n.Html))}")));
    }

    /// <summary>Asks until it is so; the page's policy forbids a browser to ask itself.</summary>
    internal static async Task Until(IPage page, string condition)
    {
        for (int i = 0; i < 400 && !await page.EvaluateAsync<bool>(condition); i++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        Assert.True(await page.EvaluateAsync<bool>(condition), condition);
    }

    private static async Task OpenAll(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

    private static async Task NothingRan(IPage page)
    {
        Assert.StartsWith("What changed", (await page.TitleAsync()).Replace("Qué cambió", "What changed", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
    }

    private static async Task<string[]> Shown(IPage page) => await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('article[data-clause]')).filter(a => a.checkVisibility()).map(a => a.id)");

    private static Task<string> Focused(IPage page, string property) => page.EvaluateAsync<string>($"document.activeElement.{property}");

    private static Task<string> Decoration(IPage page, string element) => page.EvaluateAsync<string>($"getComputedStyle(document.querySelector('#c-notice .view-inline {element}')).textDecorationLine");

    /// <summary>Goes on with the tabulator until an element has the focus, and sees that each stop on the way is outlined.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (int i = 0; i < 150; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement === document.body"))
            {
                continue;
            }

            Assert.True(await page.EvaluateAsync<bool>("getComputedStyle(document.activeElement).outlineStyle !== 'none'"), "A stop has no outline: " + await Focused(page, "outerHTML"));
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"The tabulator never comes to {selector}.");
    }

    private static ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
