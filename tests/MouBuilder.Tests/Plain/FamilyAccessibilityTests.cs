using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Tests.Reviewing;
using MouBuilder.Tests.Word;
using MouBuilder.Word.Accessibility;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>The Denver editions as a screen reader, a phone, a printer and a PDF show them.</summary>
public sealed class FamilyAccessibilityTests(BrowserFixture browser, FamilyFiles files) : IClassFixture<BrowserFixture>, IClassFixture<FamilyFiles>
{
    public static TheoryData<Locale> Locales => [.. Enum.GetValues<Locale>()];

    /// <summary>The whole page in one language; the others differ in words alone, so of them only some questions are looked at.</summary>
    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Axe_finds_nothing_on_a_phone(Locale locale)
    {
        IPage page = await Open(locale, new() { ViewportSize = new() { Width = 320, Height = 800 } });
        if (locale != Locale.Vi)
        {
            await page.EvaluateAsync("document.querySelectorAll('main > section:nth-of-type(n+3)').forEach(s => s.remove())");
        }

        AxeResultItem[] found = await Axe(page);
        Assert.True(found.Length == 0, string.Join("\n", found.Select(v => $"{v.Id}: {v.Help}\n{string.Join("\n", v.Nodes.Take(5).Select(n => n.Html))}")));
        if (locale == Locale.Es)
        {
            // The same look at a page that is worse: small targets side by side are a rule of WCAG 2.2 alone.
            await page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<p><img src=\"data:,\"><button>x</button><button>y</button></p>'); document.querySelectorAll('button').forEach(b => { b.style.fontSize = '6px'; b.style.padding = '0'; b.style.margin = '0'; b.style.border = '0'; })");
            Assert.Equal(["image-alt", "target-size"], (await Axe(page)).Select(v => v.Id).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>What axe does not look at: sideways scrolling, the order of headings, tables, meaning by colour alone, links that lead nowhere.</summary>
    [Theory]
    [MemberData(nameof(Locales))]
    public async Task Nothing_is_lost_that_axe_does_not_see(Locale locale)
    {
        IPage page = await Open(locale, new() { ViewportSize = new() { Width = 320, Height = 800 }, JavaScriptEnabled = true });
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await page.Locator("script").CountAsync());
        Assert.Equal(locale.ToString().ToLowerInvariant(), await page.Locator("html").GetAttributeAsync("lang"));
        int[] levels = await page.EvaluateAsync<int[]>("Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6')).map(h => +h.tagName[1])");
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, l => l == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.True(levels.Count(l => l == 2) >= 20, "The questions are headings.");
        Assert.Equal(await page.Locator("main > section").CountAsync(), await page.Locator("nav a").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('table')).filter(t => !t.querySelector('th[scope=col]')).map(t => t.outerHTML)"));
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('mark')).map(m => m.textContent).filter(t => !/^\\[.+\\]$/.test(t))"));
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('a[href^=\"#\"]')).map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"));
        Assert.Empty(await page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('[id]')).map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
        Assert.True(await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.body).fontSize)") >= 16);
    }

    [Fact]
    public async Task The_page_is_whole_without_scripts_and_on_paper()
    {
        IPage page = await Open(Locale.Es, new() { JavaScriptEnabled = false, ColorScheme = ColorScheme.Dark });
        string shown = await page.Locator("main").InnerTextAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(shown, await page.Locator("main").InnerTextAsync());
        string pdf = files.PathOf(Locale.Es, "printed.pdf");
        await page.PdfAsync(new() { Path = pdf });
        string printed = Regex.Replace(OutsideProgram.Run("pdftotext", pdf, "-"), @"\s+", " ");
        Assert.Contains("¿Cuándo me avisan?", printed, StringComparison.Ordinal);
        Assert.Contains("BORRADOR", printed, StringComparison.Ordinal);
        Assert.Empty(browser.Requests);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_Word_edition_has_no_finding(Locale locale) => Assert.Empty(WordAccessibility.Check(File.ReadAllBytes(files.PathOf(locale, "docx")), "family.docx"));

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_tagged_pdf_keeps_headings_lists_and_the_language(Locale locale)
    {
        MouDocument document = files.Documents[locale];
        string pdf = files.Pdfs.Value[locale];
        string structure = OutsideProgram.Run("pdfinfo", "-struct-text", pdf);
        Block[] all = [.. document.AllBlocks()];
        Assert.Equal(all.OfType<Section>().Count(), Regex.Count(structure, @"^ *H1 \(block\)", RegexOptions.Multiline));
        Assert.Equal(all.OfType<Clause>().Count(), Regex.Count(structure, @"^ *H2 \(block\)", RegexOptions.Multiline));
        Assert.True(Regex.Count(structure, @"^ *(TOCI|Link)\b", RegexOptions.Multiline) >= all.OfType<Section>().Count(), "The questions stand first, as links.");
        Assert.Equal(all.OfType<ListItem>().Count(), Regex.Count(structure, @"^ *LI \(block\)", RegexOptions.Multiline));
        string said = Regex.Replace(string.Concat(Regex.Matches(structure, "\"([^\"]*)\"").Select(m => m.Groups[1].Value)), @"\s", "");
        Assert.All(all.OfType<Section>(), s => Assert.Contains(Regex.Replace(PlainText.Of(s.Heading), @"\s", ""), said, StringComparison.Ordinal));
        Assert.Contains($"/Lang({document.Properties.Language})", Encoding.Latin1.GetString(File.ReadAllBytes(pdf)), StringComparison.Ordinal);
        string info = OutsideProgram.Run("pdfinfo", pdf);
        Assert.Matches(@"Tagged: +yes", info);
        Assert.Contains(document.Properties.Title, info, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_row_is_one_in_the_pdf_too()
    {
        MouDocument table = Samples.Document(Samples.Section("s", "S", new Table([ColumnAlignment.Left, ColumnAlignment.Left], 1, [Samples.Row("Ai", "Bao lâu"), Samples.Row("Hiệu trưởng", "4 giờ")])));
        string structure = OutsideProgram.Run("pdfinfo", "-struct", files.Convert("table.docx", WordFile.Of(table).Bytes));
        Assert.Equal((2, 2), (Regex.Count(structure, @"^ *TH\b", RegexOptions.Multiline), Regex.Count(structure, @"^ *TD\b", RegexOptions.Multiline)));
    }

    /// <summary>A font that lacks ề or ữ is patched letter by letter with another, and the words look torn.</summary>
    [Fact]
    public void All_Vietnamese_letters_stand_in_one_font()
    {
        string pdf = files.Pdfs.Value[Locale.Vi];
        string[] fonts = [.. OutsideProgram.Run("pdffonts", pdf).Split('\n').Skip(2).Where(l => l.Length > 0).Select(l => Regex.Replace(l.Split(' ')[0], @"^[A-Z]{6}\+|-(Bold|Italic|BoldItalic)$", "")).Distinct()];
        Assert.Single(fonts);
        XDocument shown = XDocument.Parse(Regex.Replace(OutsideProgram.Run("pdftohtml", "-xml", "-i", "-stdout", pdf), "<!DOCTYPE[^>]*>", ""));
        Dictionary<string, string> families = shown.Descendants("fontspec").ToDictionary(f => (string)f.Attribute("id")!, f => Regex.Replace((string)f.Attribute("family")!, @"^[A-Z]{6}\+|-(Bold|Italic|BoldItalic)$", ""));
        string[] ofVietnamese = [.. shown.Descendants("text").Where(t => Regex.IsMatch(t.Value, "[ăâđêôơưÀ-ỹ]")).Select(t => families[(string)t.Attribute("font")!]).Distinct()];
        Assert.Equal(fonts, ofVietnamese);
    }

    /// <summary>With the rules of WCAG 2.2, which axe leaves out unless they are asked for.</summary>
    private static async Task<AxeResultItem[]> Axe(IPage page) => (await page.RunAxe(new AxeRunOptions
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    })).Violations;

    private Task<IPage> Open(Locale locale, BrowserNewContextOptions options) => browser.Open(files.PathOf(locale, "html"), options);
}
