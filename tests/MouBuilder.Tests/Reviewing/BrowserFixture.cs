using Microsoft.Playwright;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>One browser for the tests of a class. Every page it opens notes what it asked the network for.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Addresses other than of files, asked for by any page.</summary>
    internal List<string> Requests { get; } = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    internal async Task<IPage> Open(string path, BrowserNewContextOptions? options = null, string hash = "")
    {
        OutsideProgram.Demand("chromium");
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-background-networking"] });
        }
        finally
        {
            starting.Release();
        }

        IBrowserContext context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1100, Height = 900 } });
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                Requests.Add(request.Url);
            }
        };
        IPage page = await context.NewPageAsync();
        page.PageError += (_, error) => Requests.Add("error in the page: " + error);
        await page.GotoAsync(new Uri(path).AbsoluteUri + hash);
        return page;
    }
}
