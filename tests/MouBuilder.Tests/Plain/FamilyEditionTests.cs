using System.Globalization;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Plain;
using MouBuilder.Reviewing;
using MouBuilder.Templates;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>Builds editions for families through the command line, the way a district does.</summary>
public sealed class FamilyEditionTests : IDisposable
{
    private const string English = "The school and the police meet {{ meetings_per_year }} times a year. Ask for the notes.";
    private const string Spanish = "La escuela y la policía se reúnen {{ meetings_per_year }} veces al año. Pida las notas.";
    private const string Vietnamese = "Nhà trường và cảnh sát họp {{ meetings_per_year }} lần mỗi năm. Hãy xin biên bản.";

    private readonly BaseProject project = new();

    public FamilyEditionTests()
    {
        project.Change("clauses/meetings/1.0.0.yaml", "title: Meetings\n", "title: Meetings\nanswers: [who-meets]\n");
        project.Change("agreement.yaml", "law_as_of", "locales: [en, es, vi]\nlaw_as_of");
        WriteTexts("draft");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("en", "No. This is a draft", "4 times a year")]
    [InlineData("es", "No. Es un borrador", "4 veces al año")]
    [InlineData("vi", "Không. Đây là bản thảo", "4 lần mỗi năm")]
    public void A_draft_says_first_that_it_is_not_in_force_and_that_nobody_has_checked_it(string locale, string standing, string words)
    {
        Assert.Equal(0, Build("--draft").Code);
        foreach (string format in (string[])["md", "html"])
        {
            string text = Read(locale, format);
            Assert.True(text.IndexOf(standing, StringComparison.Ordinal) is > 0 and var first && first < text.IndexOf(words, StringComparison.Ordinal), text);
            Assert.Contains(locale switch { "es" => "BORRADOR", "vi" => "BẢN THẢO", _ => "DRAFT" }, text, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(project.In($"out/school-visits.family.{locale}.docx")));
        Assert.Contains("family_contact", Read(locale, "md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("vi")]
    public void No_English_stands_in_another_language(string locale)
    {
        Assert.Equal(0, Build("--draft").Code);
        string text = Read(locale, "md");
        string body = text[text.IndexOf("\n# ", StringComparison.Ordinal)..text.LastIndexOf("\n\n[", StringComparison.Ordinal)];
        Assert.DoesNotContain("meet", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("school and", body, StringComparison.Ordinal);
        Assert.DoesNotContain(" the ", body, StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7002")]
    public void A_missing_language_is_an_error_and_nothing_is_written_for_the_others()
    {
        File.Delete(project.In("clauses/meetings/1.0.0.vi.yaml"));
        Mou.Result run = Build("--draft");
        Assert.Equal(1, run.Code);
        Assert.Contains("error MOU7002: meetings 1.0.0", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Vietnamese", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project.In("out")));
        Assert.Equal(0, Build("--draft", "--locale", "en,es").Code);
    }

    [Fact]
    [Covers("MOU7003")]
    public void One_word_of_the_legal_text_stops_the_edition_in_every_language_until_the_texts_are_pinned_again()
    {
        project.Change("clauses/meetings/1.0.0.yaml", "The Parties meet", "The Parties shall meet");
        Mou.Result run = Build("--draft");
        Assert.Equal(1, run.Code);
        foreach (string locale in (string[])["en", "es", "vi"])
        {
            Assert.Contains($"clauses/meetings/1.0.0.{locale}.yaml: error MOU7003: The legal text of meetings has changed", run.Errors, StringComparison.Ordinal);
        }

        WriteTexts("draft");
        Assert.Equal(0, Build("--draft").Code);
    }

    [Fact]
    [Covers("MOU7004")]
    public void Another_plain_English_makes_the_translations_stale_and_not_itself()
    {
        project.Change("clauses/meetings/1.0.0.en.yaml", "Ask for the notes.", "You may ask for the notes.");
        Mou.Result run = Build("--draft");
        Assert.Equal(1, run.Code);
        Assert.Contains("1.0.0.es.yaml: error MOU7004", run.Errors, StringComparison.Ordinal);
        Assert.Contains("1.0.0.vi.yaml: error MOU7004", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("1.0.0.en.yaml", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7005")]
    [Covers("MOU7007")]
    public void Without_draft_every_text_is_approved_and_somebody_can_be_asked()
    {
        Mou.Result run = Build();
        Assert.Equal(1, run.Code);
        Assert.Equal(3, run.Errors.Split("error MOU7005").Length - 1);
        Assert.Contains("error MOU7007", run.Errors, StringComparison.Ordinal);

        project.Change("agreement.yaml", "law_as_of", "family_contact: the family office, 720-555-0100\nlaw_as_of");
        WriteTexts("approved");
        Assert.Equal(0, Build().Code);
        Assert.Contains("family liaison, district counsel", Read("vi", "md"), StringComparison.Ordinal);
        Assert.Contains("720", Read("vi", "md"), StringComparison.Ordinal);
        Assert.DoesNotContain("BẢN THẢO", Read("vi", "md"), StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7006")]
    public void A_number_of_the_legal_text_is_in_each_language_or_left_out_for_a_reason()
    {
        WriteTexts("draft", vietnamese: "Nhà trường và cảnh sát họp. Hãy xin biên bản.");
        Mou.Result run = Build("--draft");
        Assert.Equal(1, run.Code);
        Assert.Contains("1.0.0.vi.yaml: error MOU7006: The legal text of meetings prints \"meetings_per_year\"", run.Errors, StringComparison.Ordinal);
        Assert.Matches(@"1\.0\.0\.vi\.yaml\(\d+,\d+\): error MOU7010: This text of meetings has other numbers than the plain English: 4 is missing\.", run.Errors);
        project.Change("clauses/meetings/1.0.0.vi.yaml", "title:", "omits: [ { field: meetings_per_year, reason: it is said elsewhere } ]\ntitle:");
        Assert.DoesNotContain("MOU7006", Build("--draft").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_filled_in_shows_in_every_language()
    {
        Assert.Equal(0, Build("--draft", "--set", "meetings_per_year=12").Code);
        Assert.Contains("12 times", Read("en", "md"), StringComparison.Ordinal);
        Assert.Contains("12 veces", Read("es", "md"), StringComparison.Ordinal);
        Assert.Contains("12 lần", Read("vi", "md"), StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7008")]
    [Covers("MOU7009")]
    public void A_text_too_hard_for_families_is_told_with_its_hardest_sentence()
    {
        const string hard = "The District and the Department shall collaborate {{ meetings_per_year }} times annually to minimize referrals of students to the juvenile justice system for conduct constituting routine disciplinary infractions.";
        WriteTexts("draft", english: string.Join(' ', Enumerable.Repeat(hard, 12)));
        Mou.Result run = Build("--draft", "--locale", "en");
        Assert.Equal(0, run.Code);
        Assert.Contains("warning MOU7008: The edition in English is hard to read: Flesch-Kincaid grade", run.Errors, StringComparison.Ordinal);
        Assert.Matches(@"1\.0\.0\.en\.yaml\(5,3\): warning MOU7009: A sentence has 26 words", run.Errors);
    }

    [Theory]
    [InlineData("en", "[not known yet]", "Status: draft")]
    [InlineData("es", "[falta este dato]", "Estado: borrador")]
    [InlineData("vi", "[chưa có thông tin này]", "Tình trạng: bản thảo")]
    public void Gaps_and_the_state_are_said_in_the_language_of_the_page(string locale, string gap, string status)
    {
        Assert.Equal(0, Build("--draft").Code);
        Assert.Contains($"<mark>{gap}</mark>", Read(locale, "html"), StringComparison.Ordinal);
        Tests.Word.WordFile word = new(File.ReadAllBytes(project.In($"out/school-visits.family.{locale}.docx")));
        Assert.Contains(status, word.PartText("word/header.xml"), StringComparison.Ordinal);
        Assert.Contains(gap, word.PartText("word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_is_counted_as_one()
    {
        project.Change("clauses/meetings/1.0.0.yaml", "minimum: 2", "minimum: 1");
        WriteTexts("draft", english: "They meet {{ meetings_per_year | counted \"time\" \"times\" }} a year.");
        Assert.Equal(0, Build("--draft", "--locale", "en", "--set", "meetings_per_year=1").Code);
        Assert.Contains("They meet 1 time a year.", Read("en", "md"), StringComparison.Ordinal);
        Assert.Equal(0, Build("--draft", "--locale", "en").Code);
        Assert.Contains("They meet 4 times a year.", Read("en", "md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Input_composed_or_apart_gives_the_same_bytes()
    {
        Assert.Equal(0, Build("--draft").Code);
        byte[][] before = [.. Files().Select(File.ReadAllBytes)];
        string path = project.In("clauses/meetings/1.0.0.vi.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Normalize(System.Text.NormalizationForm.FormD));
        Assert.Equal(0, Build("--draft").Code);
        Assert.Equal(before, [.. Files().Select(File.ReadAllBytes)]);
    }

    [Fact]
    [Covers("MOU7027")]
    public void A_language_that_the_agreement_does_not_offer_is_refused()
    {
        project.Change("agreement.yaml", "locales: [en, es, vi]", "locales: [es]");
        Mou.Result run = Build("--draft", "--locale", "vi");
        Assert.Equal(1, run.Code);
        Assert.Contains("error MOU7027: The agreement offers families no edition in Vietnamese: \"locales\" has es.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Build("--draft").Code);
        Assert.Equal(["school-visits.family.es.docx", "school-visits.family.es.html", "school-visits.family.es.md"], Files().Select(f => Path.GetFileName(f)));
        project.Change("agreement.yaml", "locales: [es]", "locales: []");
        Assert.Equal(1, Build("--draft").Code);
    }

    /// <summary>What a page says of its own standing is true for each status, and for a reconstruction.</summary>
    [Theory]
    [InlineData("law_as_of", "status: in-negotiation\nlaw_as_of", "still talking about it")]
    [InlineData("law_as_of", "reconstruction: from reports\nlaw_as_of", "This is not an agreement")]
    public void The_first_box_says_how_things_stand(string there, string instead, string words)
    {
        project.Change("agreement.yaml", there, instead);
        Assert.Equal(0, Build("--draft", "--locale", "en").Code);
        Assert.Contains(words, Read("en", "md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_rests_on_neither_law_nor_promise_says_neither()
    {
        Assert.Equal(0, Build("--draft", "--locale", "en").Code);
        Assert.Contains("This is a promise", Read("en", "md"), StringComparison.Ordinal);
        foreach (string locale in (string[])["en", "es", "vi"])
        {
            project.Change($"clauses/meetings/1.0.0.{locale}.yaml", "title:", "rests_on: none\ntitle:");
        }

        Assert.Equal(0, Mou.Run(project.Root, "clauses", "pin", "meetings").Code);
        Assert.Equal(0, Build("--draft").Code);
        Assert.DoesNotContain("This is a promise", Read("en", "md"), StringComparison.Ordinal);
    }

    /// <summary>What families read about the change, and where the right comes from, is as much of the text as the rest.</summary>
    [Theory]
    [InlineData("title:", "change: It used to be two.\ntitle:")]
    [InlineData("title:", "rests_on: law\ntitle:")]
    public void A_change_told_otherwise_in_English_makes_the_translations_stale(string there, string instead)
    {
        project.Change("clauses/meetings/1.0.0.en.yaml", there, instead);
        Mou.Result run = Build("--draft");
        Assert.Contains("1.0.0.es.yaml: error MOU7004", run.Errors, StringComparison.Ordinal);
        Assert.Contains("1.0.0.vi.yaml: error MOU7004", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("family", "fr")]
    [InlineData("families", "en")]
    public void Another_edition_or_language_is_wrong_usage(string edition, string locale) =>
        Assert.Equal(2, Mou.Run(project.Root, "build", ".", "--edition", edition, "--locale", locale).Code);

    [Fact]
    public void The_words_of_the_three_languages_have_the_same_names_and_places()
    {
        ReviewWords english = ReviewWords.OfFamilyEdition(Locale.En);
        foreach (Locale locale in (Locale[])[Locale.Es, Locale.Vi])
        {
            ReviewWords other = ReviewWords.OfFamilyEdition(locale);
            Assert.Equal(english.All.Keys.Order(StringComparer.Ordinal), other.All.Keys.Order(StringComparer.Ordinal));
            Assert.All(english.All, w => Assert.Equal(w.Value.Count(c => c == '{'), other[w.Key].Count(c => c == '{')));
        }
    }

    [Fact]
    public void Every_question_of_our_catalogue_has_its_words_in_every_language()
    {
        Catalogues catalogues = Catalogues.Load(Repository.PathTo("clauses")).Catalogues;
        foreach (FamilyQuestion question in catalogues.Questions)
        {
            Assert.Equal(question.Question, ReviewWords.OfFamilyEdition(Locale.En).Find("questions", question.Id));
            Assert.NotNull(ReviewWords.OfFamilyEdition(Locale.Es).Find("questions", question.Id));
            Assert.NotNull(ReviewWords.OfFamilyEdition(Locale.Vi).Find("questions", question.Id));
        }
    }

    private Mou.Result Build(params string[] arguments) => Mou.Run(project.Root, ["build", ".", "--edition", "family", "--format", "docx,md,html", .. arguments]);

    private string Read(string locale, string format) => project.Read($"out/school-visits.family.{locale}.{format}");

    private string[] Files() => [.. Directory.GetFiles(project.In("out")).Order(StringComparer.Ordinal)];

    private void WriteTexts(string state, string english = English, string vietnamese = Vietnamese)
    {
        string explains = Agreed().Clauses.Single(c => c.Text.Id == "meetings").Text.Fingerprint;
        string from = ClauseFingerprint.OfPlain("Who meets?", english + "\n", "", RestsOn.Agreement);
        Write("en", "", "Who meets?", english);
        Write("es", from, "¿Quién se reúne?", Spanish);
        Write("vi", from, "Ai họp?", vietnamese);

        void Write(string locale, string made, string title, string text) => project.Write(
            $"clauses/meetings/1.0.0.{locale}.yaml",
            string.Create(CultureInfo.InvariantCulture, $"explains: sha256:{explains}\n{(made.Length == 0 ? "" : $"from: sha256:{made}\n")}{(state == "approved" ? "state: approved\nauthor: translator\nlanguage_reviewer: family liaison\ncounsel_reviewer: district counsel\n" : "state: draft\n")}title: \"{title}\"\ntext: |\n  {text}\n"));
    }

    private ResolvedAgreement Agreed()
    {
        LoadedAgreement loaded = LoadedAgreement.From(project.Root);
        return Resolver.Resolve(loaded.Agreement!, loaded.Library!, null, new Dictionary<string, string>()).Agreement!;
    }
}
