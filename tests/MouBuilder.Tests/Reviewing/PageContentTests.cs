using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Comparing;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>What the page says, read without a browser.</summary>
public sealed partial class PageContentTests
{
    private static readonly Lazy<Comparison> Example = new(() => Comparer.Compare(Side("dps-dpd-2013"), Side("dps-dpd-2022")));

    [Fact]
    public void The_three_languages_have_the_same_words_with_the_same_places()
    {
        ReviewWords english = ReviewWords.In(Locale.En);
        foreach (ReviewWords other in new[] { ReviewWords.In(Locale.Es), ReviewWords.In(Locale.Vi) })
        {
            // English says families and roles as the library does, and its words are no translation.
            string[] own = [.. other.All.Keys.Where(k => !k.StartsWith("family.", StringComparison.Ordinal) && !k.StartsWith("role.", StringComparison.Ordinal) && k != "interface.draft")];
            Assert.Equal(english.All.Keys.Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
            Assert.All(own, k => Assert.Equal(Places(english[k]), Places(other[k])));
            Assert.All(own.Where(k => other[k].Length > 12), k => Assert.NotEqual(english[k], other[k]));
        }

        Assert.Equal(ReviewWords.In(Locale.Es).All.Keys.Order(StringComparer.Ordinal), ReviewWords.In(Locale.Vi).All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_word_is_used_and_every_family_of_the_library_has_its_word()
    {
        string sources = string.Concat(Directory.EnumerateFiles(Repository.PathTo("src", "MouBuilder", "Reviewing"), "*.*").Where(f => !f.EndsWith(".yaml", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] computed = ["count-", "rank.", "rank-hint.", "concerns.", "category.", "modal.", "basis.", "certainty-", "family.", "role.", "plain-", "rests-on-", "reconstruction-", "provisions-", "standing.", "clauses.", "entries."];
        IEnumerable<string> unused = ReviewWords.In(Locale.Es).All.Keys.Where(k => !computed.Any(c => k.StartsWith(c, StringComparison.Ordinal)) && k != "interface.draft" && !sources.Contains($"\"{k}\"", StringComparison.Ordinal));
        Assert.Empty(unused);
        Assert.All(Catalogues.Load(Repository.PathTo("clauses")).Catalogues.Families, f => Assert.NotNull(ReviewWords.In(Locale.Vi).Find("family", f.Id)));
    }

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void A_reconstruction_says_so_before_anything_else_and_unknown_is_never_shown_as_absent(Locale locale)
    {
        ReviewWords words = ReviewWords.In(locale);
        string page = ReviewPage.Write(ReviewMaterial.Gather(Example.Value, locale).Material);
        int main = page.IndexOf("<main", StringComparison.Ordinal);
        int first = page.IndexOf("<h2", main, StringComparison.Ordinal);
        Assert.StartsWith("<h2 id=\"reconstruction-old-h\">" + words["reconstruction-old"], page[first..], StringComparison.Ordinal);
        Match[] unknown = [.. Article().Matches(page).Where(m => m.Value.Contains("data-kind=\"added-where-unknown\"", StringComparison.Ordinal))];
        Assert.Equal(Example.Value.Parts.Count(p => p.Category == ChangeCategory.AddedWhereUnknown && p.New is { Kind: not PartKind.Section }), unknown.Length);
        Assert.DoesNotContain(Example.Value.Parts, p => p.Category == ChangeCategory.Added); // not even the signatures: nobody knows what stood there
        Assert.All(unknown, m =>
        {
            Assert.DoesNotContain("<ins>", m.Value, StringComparison.Ordinal);
            Assert.Contains(words["side-unknown"], m.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(words["side-none"], m.Value, StringComparison.Ordinal);
        });
        string table = page[page.IndexOf("id=\"provisions-h\"", StringComparison.Ordinal)..page.IndexOf("id=\"clauses\"", StringComparison.Ordinal)];
        Assert.Equal(11, Regex.Count(table, $@"<td role=""cell""><span class=""cell-label"" aria-hidden=""true"">{Regex.Escape(words.Say("known", "2013"))}</span><div"));
        Assert.True(Regex.Count(table, Regex.Escape(words["nothing-known"])) >= 21);
        Assert.Equal(locale != Locale.En, page.Contains(locale == Locale.Es ? "BORRADOR: las palabras" : "BẢN THẢO: phần", StringComparison.Ordinal));
    }

    [Fact]
    public void The_counts_shown_are_those_of_the_marks_on_the_page()
    {
        using SampleReview sample = new(visitor: "a guest");
        Comparison comparison = sample.Comparison();
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        string page = ReviewPage.Write(sample.Material(Locale.En));
        Assert.Equal((1, 1, 1, 1), (counts.Changed, counts.Added, counts.Removed, counts.Unchanged));
        foreach ((string name, int number) in new[] { ("changed", 1), ("added", 1), ("removed", 1), ("unchanged", 1) })
        {
            Assert.Contains($"data-count=\"{name}\">{number} ", page, StringComparison.Ordinal);
            Assert.Equal(number, Regex.Count(page, $"data-kind=\"{name}\" [^>]* data-clause"));
        }

        // The words between the marks, outside their hidden names, are the words counted. Titles of parts on one side alone are counted and stand in their headings.
        string inline = string.Concat(InlineView().Matches(page).Select(m => m.Groups[1].Value));
        Assert.Equal(counts.WordsInserted - 1, Words(inline, "ins"));
        Assert.Equal(counts.WordsDeleted - 1, Words(inline, "del"));
    }

    [Fact]
    public void Plain_words_carry_their_state_and_a_missing_text_is_never_another_language()
    {
        using SampleReview sample = new();
        sample.Plain("notice/2.0.0.es.yaml", "Cuándo le avisan", "El DPD debe avisarle. Visita: {{ visitor }}. Vea [[meetings]].", "state: draft\nchange: Ahora hay un plazo.");
        sample.Plain("fresh/1.0.0.es.yaml", "Nuevo", "Nada.", explains: "0000000000000000");
        string spanish = ReviewPage.Write(sample.Material(Locale.Es));
        string notice = Card(spanish, "c-notice");
        Assert.Contains("Cuándo le avisan", notice, StringComparison.Ordinal);
        Assert.Contains("BORRADOR: nadie ha revisado estas palabras.", notice, StringComparison.Ordinal);
        Assert.Contains("Ahora hay un plazo.", notice, StringComparison.Ordinal);
        Assert.Contains("Todavía no hay un texto en español sencillo", notice, StringComparison.Ordinal); // of the older version
        Assert.Contains("<a href=\"#c-meetings\"><span lang=\"es\">otra cláusula</span></a>", notice, StringComparison.Ordinal);
        Assert.Contains("BORRADOR: el texto legal cambió", Card(spanish, "c-fresh"), StringComparison.Ordinal);
        string vietnamese = Card(ReviewPage.Write(sample.Material(Locale.Vi)), "c-notice");
        Assert.Contains("Chưa có bản tiếng Việt đơn giản", vietnamese, StringComparison.Ordinal);
        Assert.DoesNotContain("avisan", vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU5003")]
    public void Whoever_makes_a_page_hears_which_clauses_it_does_not_explain()
    {
        using SampleReview sample = new();
        sample.Plain("notice/2.0.0.es.yaml", "Cuándo le avisan", "El DPD debe avisarle.");
        sample.Plain("fresh/1.0.0.es.yaml", "Nuevo", "Nada.", explains: "0000000000000000");
        string finding = Assert.Single(sample.Material(Locale.Es).PageFindings()).ToString();
        Assert.Contains("There is no explanation in Spanish of: ", finding, StringComparison.Ordinal);
        Assert.Contains("What there is explains an earlier wording of: fresh. ", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("notice", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_became_another_has_a_line_of_its_own()
    {
        string Of(string amount) => $"# Agreement\n\n## 1. Costs\n\n### 1.1 Vest\n\nThe City pays {amount} for each vest, and the District pays the rest of it.\n";
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(Of("$5,000"))), ComparisonSide.Of(TypedPaper.Read(Of("$9,000"))));
        string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.Es).Material);
        Assert.Matches("<li>[^\n]*\\$5,000[^\n]* pasa a [^\n]*\\$9,000[^\n]*</li>", page);
    }

    [Fact]
    public void The_overview_says_what_a_change_means_and_once_how_far_that_was_checked()
    {
        using SampleReview sample = new();
        sample.Plain("notice/2.0.0.es.yaml", "Cuándo le avisan", "El DPD debe avisarle.", "state: draft\nchange: Ahora hay un plazo.");
        sample.Plain("fresh/1.0.0.es.yaml", "Nuevo", "Palabras viejas.", "state: draft\nchange: Un cambio viejo.", explains: "0000000000000000");
        string spanish = ReviewPage.Write(sample.Material(Locale.Es));
        string overview = spanish[spanish.IndexOf("class=\"overview\"", StringComparison.Ordinal)..spanish.IndexOf("class=\"legend\"", StringComparison.Ordinal)];
        Assert.Matches("Cuándo le avisan</a><br><span class=\"small\">Cambió[^<]*\\. Antes tenía el número [^<]*</span><br>Ahora hay un plazo.</li>", overview);
        Assert.Equal(1, Regex.Count(overview, "BORRADOR"));
        Assert.DoesNotContain("DPD", overview, StringComparison.Ordinal); // who is bound stands on the card
        Assert.DoesNotContain("Un cambio viejo.", spanish, StringComparison.Ordinal); // it speaks of another text
        Assert.Matches("<p class=\"draft\">BORRADOR: el texto legal cambió[^<]*</p><details class=\"stale\">.*Palabras viejas", Card(spanish, "c-fresh").ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_plain_text_that_is_the_same_before_and_now_stands_once()
    {
        string page = ReviewPage.Write(ReviewMaterial.Gather(Comparer.Compare(Side("dps-dpd-2022"), Side("dps-dpd-2022")), Locale.Vi).Material);
        Assert.Contains($"<h6>{ReviewWords.In(Locale.Vi)["plain-both"]} <span class=\"standing\">({ReviewWords.In(Locale.Vi)["standing.draft"]})</span></h6>", Card(page, "c-interrogation"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"plain-before\"", Card(page, "c-interrogation"), StringComparison.Ordinal);
        Assert.Matches("<span lang=\"en\">Exhibit A</span> ", page);
    }

    [Theory]
    [InlineData("state: approved\nauthor: a\nlanguage_reviewer: b\ncounsel_reviewer: c", "plain-approved")]
    [InlineData("state: reviewed\nlanguage_reviewer: b", "plain-reviewed")]
    [InlineData("state: reviewed\nmethod: machine", "plain-machine")]
    public void Each_state_of_a_plain_text_has_its_line(string state, string line)
    {
        using SampleReview sample = new();
        sample.Plain("notice/2.0.0.vi.yaml", "Thông báo", "Cảnh sát phải báo.", state);
        Assert.Contains(ReviewWords.In(Locale.Vi)[line], Card(ReviewPage.Write(sample.Material(Locale.Vi)), "c-notice"), StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_a_clause_binds_is_said_in_the_language_of_the_page()
    {
        using SampleReview sample = new();
        Assert.Contains("<li><b><span lang=\"en\">DPD</span></b>: phải</li>", Card(ReviewPage.Write(sample.Material(Locale.Vi)), "c-notice"), StringComparison.Ordinal);
        Assert.Contains("New duties for: DPD", Card(ReviewPage.Write(sample.Material(Locale.En)), "c-notice"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_version_says_of_its_change_is_said_beside_the_text_it_speaks_of_and_no_other()
    {
        ReviewWords words = ReviewWords.In(Locale.En);
        Assert.Contains("In 2013", ReviewPage.Write(ReviewMaterial.Gather(Example.Value, Locale.En).Material), StringComparison.Ordinal);
        foreach ((string old, string now) in new[] { ("dps-dpd-2022", "sro-variant"), ("sro-variant", "dps-dpd-2022"), ("nonprofit-partner", "sro-variant"), ("school-addendum", "dps-dpd-2022") })
        {
            string page = ReviewPage.Write(ReviewMaterial.Gather(Comparer.Compare(Side(old), Side(now)), Locale.En).Material);
            Assert.DoesNotMatch(">In 2013|>It is not publicly known what the 2013", page);
            Assert.Contains(words["plain-no-change"], page, StringComparison.Ordinal);
            Assert.Contains(words["no-reason-here"], page, StringComparison.Ordinal);
            Assert.Contains(words["overview-no-plain"], page, StringComparison.Ordinal);
        }

        using SampleReview sample = new();
        Assert.Contains("The time was too long.", Card(ReviewPage.Write(sample.Material(Locale.En)), "c-notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void Whoever_is_sent_one_card_sees_that_it_is_a_draft(Locale locale)
    {
        ReviewWords words = ReviewWords.In(locale);
        string page = ReviewPage.Write(ReviewMaterial.Gather(Example.Value, locale).Material);
        Match[] cards = [.. Article().Matches(page).Where(m => m.Value.Contains(" data-clause", StringComparison.Ordinal))];
        Assert.Equal(50, cards.Length);
        Assert.All(cards, c => Assert.Contains(words[c.Value.Contains("data-kind=\"removed", StringComparison.Ordinal) ? "standing.reconstruction" : "standing.draft"], c.Value, StringComparison.Ordinal));
        Assert.Contains(words["standing.reconstruction"], Card(page, "c-interrogation"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void That_a_translation_is_a_draft_stands_under_the_heading_and_on_the_form_and_the_way_to_each_clause_before_the_notices(Locale locale)
    {
        ReviewWords words = ReviewWords.In(locale);
        string page = ReviewPage.Write(ReviewMaterial.Gather(Example.Value, locale).Material);
        string draft = $"<p class=\"draft\">{words["interface.draft"]}</p>";
        Assert.Matches($"</h1>\\s*{Regex.Escape(draft)}\\s*<p id=\"printed-part\"", page);
        Assert.Equal(2, Regex.Count(page, Regex.Escape(draft)));
        Assert.True(page.LastIndexOf(draft, StringComparison.Ordinal) > page.IndexOf("id=\"written-form\"", StringComparison.Ordinal));
        int head = page.IndexOf("</header>", StringComparison.Ordinal);
        Assert.InRange(page.IndexOf("href=\"#c-interrogation\"", StringComparison.Ordinal), 0, head);
        Assert.InRange(page.IndexOf("href=\"#clauses\">" + words["all-clauses"], StringComparison.Ordinal), 0, head);
    }

    [Fact]
    public void Words_of_the_page_in_a_text_of_another_language_and_english_ones_in_its_own_say_so()
    {
        string page = ReviewPage.Write(ReviewMaterial.Gather(Example.Value, Locale.Vi).Material);
        Assert.Contains("[<span lang=\"vi\">Chữ ký</span>: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark lang=\"en\">[district alert line]</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_are_those_of_the_glossary()
    {
        Assert.DoesNotContain(ReviewWords.In(Locale.Es).All, w => w.Value.Contains("no debe", StringComparison.OrdinalIgnoreCase)); // the glossary: no puede, no podrá, se prohíbe
        Assert.DoesNotContain(ReviewWords.In(Locale.Es).All, w => w.Key.StartsWith("modal.", StringComparison.Ordinal) && w.Value.Contains("debe", StringComparison.Ordinal)); // "las partes: debe"
        Assert.DoesNotContain(Directory.EnumerateFiles(Repository.PathTo("clauses"), "*.vi.yaml", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains("thẩm vấn", StringComparison.Ordinal)); // tra hỏi
        Assert.Contains("tra hỏi", ReviewWords.In(Locale.Vi)["family.interrogation"], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_clauses_on_one_topic_are_one_topic()
    {
        int topics = ProvisionTable.Of(Example.Value)!.Rows.Where(r => !r.Known.IsEmpty).Select(r => r.Family).Distinct().Count();
        Assert.Equal(11, topics);
        Assert.Contains(">11 topics on which something is known</summary>", ReviewPage.Write(ReviewMaterial.Gather(Example.Value, Locale.En).Material), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_without_plain_words_of_its_own_wording_says_so_in_the_overview()
    {
        using SampleReview sample = new();
        sample.Plain("notice/2.0.0.es.yaml", "Cuándo le avisan", "El DPD debe avisarle.", "state: draft\nchange: Ahora hay un plazo.");
        sample.Plain("fresh/1.0.0.es.yaml", "Nuevo", "Palabras viejas.", "state: draft\nchange: Un cambio viejo.", explains: "0000000000000000");
        string missing = ReviewWords.In(Locale.Es)["overview-none"];
        string page = ReviewPage.Write(sample.Material(Locale.Es));
        Assert.Equal(1, Regex.Count(page, Regex.Escape(missing)));
        Assert.Matches("href=\"#c-fresh\">[^\n]*" + Regex.Escape(missing), page);
        Assert.DoesNotContain(ReviewWords.In(Locale.En)["overview-none"], ReviewPage.Write(sample.Material(Locale.En)), StringComparison.Ordinal); // nothing is promised
    }

    [Fact]
    public void Two_papers_of_one_title_go_by_their_files_and_a_duty_of_nobody_known_is_said_to_be_one()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.md", "# Memorandum\n\n## 1. Rules\n\n### 1.1 Entry\n\nA janitor shall not open the gate.\n");
        folder.Write("b.md", "# Memorandum\n\n## 1. Rules\n\n### 1.1 Entry\n\nA janitor may open the gate.\n");
        Comparison comparison = Comparer.Compare(ComparisonSide.Load(folder.PathTo("a.md")).Side!, ComparisonSide.Load(folder.PathTo("b.md")).Side!);
        Assert.Equal(("a.md", "b.md"), (comparison.Old.Name, comparison.New.Name));
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, locale).Material);
            Assert.Contains("(a.md)", page, StringComparison.Ordinal);
            Assert.Contains(ReviewWords.In(locale)["binds-nobody-known"], page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Spanish_and_vietnamese_say_that_texts_differ_and_not_that_anything_changed()
    {
        ReviewWords[] others = [ReviewWords.In(Locale.Es), ReviewWords.In(Locale.Vi)];
        Assert.All(others.SelectMany(w => w.All).Where(w => w.Key.StartsWith("rank.", StringComparison.Ordinal)), w => Assert.DoesNotMatch("(?i)cambi|khác trước|thay đổi", w.Value));
        Assert.All(others.SelectMany(w => new[] { w["sources"], w["sources-old"], w["known"], w["certainty"] }), w => Assert.Matches("\\((en inglés|tiếng Anh)\\)$", w));
    }

    [Fact]
    public void Both_views_mark_the_same_words_and_a_changed_heading_is_the_first_row()
    {
        string page = ReviewPage.Write(ReviewMaterial.Gather(Example.Value, Locale.Es).Material);
        Match[] cards = [.. Article().Matches(page).Where(m => m.Value.Contains("data-kind=\"changed\"", StringComparison.Ordinal))];
        Assert.Equal(12, cards.Count(c => c.Value.Contains(" data-clause", StringComparison.Ordinal)));
        int headings = 0;
        foreach (string card in cards.Select(c => c.Value.ReplaceLineEndings(" ")))
        {
            (string inline, string side) = (card[card.IndexOf("view-inline", StringComparison.Ordinal)..card.IndexOf("view-side", StringComparison.Ordinal)], card[card.IndexOf("view-side", StringComparison.Ordinal)..]);
            Assert.Equal((Words(inline, "ins"), Words(inline, "del")), (Words(side, "ins"), Words(side, "del")));
            headings += Regex.Count(side, "<tbody role=\"rowgroup\"><tr role=\"row\"><td role=\"cell\"><span[^>]*>[^<]*</span><p class=\"subhead\" lang=\"en\">[^§]*?</td><td role=\"cell\"><span[^>]*>[^<]*</span><p class=\"subhead\" lang=\"en\">");
        }

        Assert.Equal(8, headings);
        Assert.Equal(8, Example.Value.Parts.Count(p => PageContext.IsClause(p) && p.Title.Any(w => w.Kind != WordChangeKind.Kept)));
    }

    [Theory]
    [InlineData("sro-variant", "dps-dpd-2022")]
    [InlineData("dps-dpd-2022", "sro-variant")]
    public void A_whole_part_of_one_text_is_never_only_wording_and_its_numbers_weigh(string old, string now)
    {
        Comparison comparison = Comparer.Compare(Side(old), Side(now));
        Assert.DoesNotContain(RankGroup.Of(comparison).Single(g => g.Name == "wording").Changes, c => c.Old is null || c.New is null);
        Assert.NotEmpty(RankGroup.Of(comparison).Single(g => g.Name == "one-text").Changes);
        string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, Locale.En).Material);
        foreach (string exhibit in new[] { "Training plan", "Local data" })
        {
            PartChange alone = comparison.Parts.Single(p => (p.Old is null || p.New is null) && (p.New ?? p.Old)!.Kind == PartKind.Exhibit && PlainText.Of((p.New ?? p.Old)!.Title).StartsWith(exhibit, StringComparison.Ordinal));
            Assert.True(alone.Rank is ChangeRank.Deadline or ChangeRank.DutyOrRight, exhibit + ": " + alone.Rank);
        }

        Assert.DoesNotMatch("<li class=\"tag tag-(added|removed)\">.*</li><li>Concerns the wording", page);
    }

    [Theory]
    [InlineData("dps-dpd-2013", "sro-variant")]
    [InlineData("sro-variant", "dps-dpd-2013")]
    public void Beside_a_reconstruction_a_topic_of_both_texts_stands_once_and_nothing_is_new_or_gone(string old, string now)
    {
        Comparison comparison = Comparer.Compare(Side(old), Side(now));
        Assert.DoesNotContain(comparison.Parts, p => p.Category is ChangeCategory.Added or ChangeCategory.Removed);
        ProvisionTable table = ProvisionTable.Of(comparison)!;
        string[] known = [.. table.Rows.Where(r => !r.Known.IsEmpty).Select(r => r.Family)];
        Assert.Equal(known.Length, known.Distinct().Count());
        Assert.DoesNotContain(table.Rows, r => r.Known.IsEmpty && known.Contains(r.Family));
        Assert.All(table.Rows.Where(r => r.Family is "training" or "roles"), r => Assert.True(r is { Known.IsEmpty: false, Others.IsEmpty: false, Changes: [{ Old: not null, New: not null }, ..] }));
        Assert.Equal(2, table.Rows.Count(r => r.Family is "training" or "roles"));
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            ReviewWords words = ReviewWords.In(locale);
            string page = ReviewPage.Write(ReviewMaterial.Gather(comparison, locale).Material);
            Assert.Contains(words["category.differs"], page, StringComparison.Ordinal);
            Assert.All(new[] { "added", "removed", "changed" }, c => Assert.DoesNotContain($"</span> {words["category." + c]}", page, StringComparison.Ordinal));
            Assert.DoesNotContain(words["side-none"], page, StringComparison.Ordinal);
        }

        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.DoesNotContain("\n**Added", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n**Removed", markdown, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d+ clauses? (and|or) exhibits? (added|removed|changed)", markdown);
    }

    [Fact]
    public void The_same_comparison_gives_the_same_page_and_the_same_edition_in_each_language()
    {
        using SampleReview sample = new();
        Assert.Equal(ReviewPage.Write(sample.Material(Locale.Vi)), ReviewPage.Write(sample.Material(Locale.Vi)));
        Assert.Equal(sample.Material(Locale.En).Edition, sample.Material(Locale.Vi).Edition);
        using SampleReview other = new(isReconstruction: true);
        Assert.NotEqual(sample.Material(Locale.En).Edition, other.Material(Locale.En).Edition);
    }

    private static string Card(string page, string id) => Article().Matches(page).Single(m => m.Value.StartsWith($"<article id=\"{id}\"", StringComparison.Ordinal)).Value;

    private static int Words(string html, string element) => Regex.Matches(html, $"<{element}>(.*?)</{element}>")
        .Sum(m => Regex.Count(System.Net.WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(m.Groups[1].Value, "<span class=\"vh\".*?</span>", ""), "<a [^>]*>.*?</a>", "reference")), @"[\p{L}\p{N}]+"));

    private static string Places(string words) => string.Concat(Regex.Matches(words, @"\{\d\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;

    [GeneratedRegex("<article.*?</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex("<div class=\"view-inline\"[^>]*>(.*?)<div class=\"view-side\"", RegexOptions.Singleline)]
    private static partial Regex InlineView();
}
