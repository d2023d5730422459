using System.Text;
using System.Text.Json;
using MouBuilder.Clauses;
using MouBuilder.Plain;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>The vectors were counted by other programs: English by textstat and the npm flesch family, Spanish by silabea.</summary>
public sealed class ReadabilityTests
{
    private static readonly JsonDocument Vectors = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("tests", "MouBuilder.Tests", "Plain", "readability.json")));

    public static TheoryData<string> English => Ids("en");

    public static TheoryData<string> Spanish => Ids("es");

    public static TheoryData<string> Vietnamese => Ids("vi");

    [Theory]
    [MemberData(nameof(English))]
    public void English_counts_and_formulas(string id)
    {
        JsonElement vector = Vector("en", id);
        TextCounts counts = Counting.Of(Text(vector), Locale.En).Counts;
        Assert.Equal<IEnumerable<int>>(Numbers(vector, "words", "sentences", "syllables", "polysyllables"), [counts.Words, counts.Sentences, counts.Syllables, counts.Polysyllables]);
        Assert.Equal(Number(vector, "fre"), counts.FleschReadingEase, 0.0005);
        Assert.Equal(Number(vector, "fk"), counts.FleschKincaidGrade, 0.0005);
        Assert.Equal(Number(vector, "smog"), counts.Smog, 0.0005);
    }

    [Theory]
    [MemberData(nameof(Spanish))]
    public void Spanish_counts_and_formulas(string id)
    {
        JsonElement vector = Vector("es", id);
        TextCounts counts = Counting.Of(Text(vector), Locale.Es).Counts;
        Assert.Equal<IEnumerable<int>>(Numbers(vector, "words", "sentences", "syllables", "letters"), [counts.Words, counts.Sentences, counts.Syllables, counts.Letters]);
        Assert.Equal(Number(vector, "fernandezHuerta"), counts.FernandezHuerta, 0.0005);
        Assert.Equal(Number(vector, "szigriszt206_835"), counts.SzigrisztPazos, 0.0005);
    }

    [Theory]
    [MemberData(nameof(Vietnamese))]
    public void Vietnamese_counts_are_the_same_composed_and_apart(string id)
    {
        JsonElement vector = Vector("vi", id);
        foreach (NormalizationForm form in (NormalizationForm[])[NormalizationForm.FormC, NormalizationForm.FormD])
        {
            TextCounts counts = Counting.Of(Text(vector).Normalize(form), Locale.Vi).Counts;
            Assert.Equal<IEnumerable<int>>(Numbers(vector, "syllables", "sentences", "letters", "maxSentenceSyllables"), [counts.Syllables, counts.Sentences, counts.Letters, counts.LongestSentence]);
        }
    }

    [Theory]
    [InlineData("policía", 4)]
    [InlineData("registro", 3)]
    [InlineData("búsqueda", 3)]
    [InlineData("incautación", 4)]
    [InlineData("aéreo", 4)]
    [InlineData("ciudadanía", 5)]
    [InlineData("guía", 2)]
    [InlineData("prohibido", 3)]
    [InlineData("prohíbe", 3)]
    [InlineData("buho", 1)]
    [InlineData("búho", 2)]
    [InlineData("ahínco", 3)]
    [InlineData("construir", 2)]
    [InlineData("huida", 2)]
    [InlineData("lingüística", 4)]
    [InlineData("averigüe", 4)]
    [InlineData("guerra", 2)]
    [InlineData("que", 1)]
    [InlineData("muy", 1)]
    [InlineData("oír", 2)]
    [InlineData("leíais", 3)]
    [InlineData("Uruguay", 3)]
    [InlineData("bahía", 3)]
    [InlineData("estudiáis", 3)]
    [InlineData("jesuita", 3)]
    [InlineData("vihuela", 3)]
    public void Spanish_syllables(string word, int syllables) => Assert.Equal(syllables, SpanishSyllables.Count(word));

    [Theory]
    [InlineData("discipline", 3)]
    [InlineData("officer", 3)]
    [InlineData("interrogation", 5)]
    [InlineData("constitutional", 5)]
    [InlineData("juvenile", 3)]
    [InlineData("seizure", 2)]
    [InlineData("reasonable", 4)]
    [InlineData("suspicion", 3)]
    [InlineData("interpreter", 4)]
    [InlineData("guardian", 3)]
    [InlineData("complaint", 2)]
    [InlineData("every", 3)]
    [InlineData("area", 3)]
    [InlineData("school", 1)]
    [InlineData("school's", 1)]
    [InlineData("don’t", 1)]
    [InlineData("DPS", 3)]
    [InlineData("SRO", 3)]
    public void English_syllables(string word, int syllables) => Assert.Equal(syllables, EnglishSyllables.Count(word));

    [Fact]
    public void The_list_holds_only_words_that_the_rule_counts_otherwise()
    {
        string[] lines = File.ReadAllLines(Repository.PathTo("src", "MouBuilder", "Plain", "english-syllables.txt"));
        Assert.True(lines.Length > 9_000);
        string[] needless = [.. lines.Select(l => l.Split(' ')).Where(l => EnglishSyllables.ByRule(l[0]) == int.Parse(l[1], System.Globalization.CultureInfo.InvariantCulture)).Select(l => l[0])];
        Assert.Empty(needless);
    }

    [Theory]
    [InlineData("Who decides? You do. Ask us.", Locale.En, 3)]
    [InlineData("One item\nAnother item\nA third item", Locale.En, 3)]
    [InlineData("Call us at 5:30 p.m. on Monday if you have questions.", Locale.En, 1)]
    [InlineData("Call before 5 p.m. After that, leave a message.", Locale.En, 2)]
    [InlineData("Can the officer decide? No. The school decides.", Locale.En, 3)]
    [InlineData("Rule No. 5 is in C.R.S. 22-32-146. Ask Dr. Lee of the U.S. Department.", Locale.En, 2)]
    [InlineData("It costs 1.50 a day. That is all… Really!", Locale.En, 3)]
    [InlineData("“Stop.” She said “no.” He left.", Locale.En, 3)]
    [InlineData("¿Quién decide? La escuela. Llame al Sr. Ruiz, art. 3.", Locale.Es, 3)]
    [InlineData("A las 5 p. m. llame a la escuela. Después, espere.", Locale.Es, 2)]
    [InlineData("Llame antes de las 5 p. m. Después, espere.", Locale.Es, 2)]
    [InlineData("En EE. UU. la ley lo pide. Así es.", Locale.Es, 2)]
    [InlineData("Sgt. Lee came on Jan. 5. He left.", Locale.En, 2)]
    [InlineData("Gọi đt. 5550100. Xin chờ.", Locale.Vi, 2)]
    [InlineData("Cặp, tủ, v.v. đều được giữ kín.", Locale.Vi, 1)]
    [InlineData("1. The school calls you.\n2. You come.", Locale.En, 2)]
    [InlineData("", Locale.En, 0)]
    [InlineData("…\n—", Locale.En, 0)]
    public void Sentences_end_where_a_reader_ends_them(string text, Locale locale, int sentences) =>
        Assert.Equal(sentences, Counting.Of(text, locale).Counts.Sentences);

    [Fact]
    public void What_closes_a_quotation_stays_with_it() =>
        Assert.Equal(["“Stop.”", "She said “no.”", "(He left.)"], Counting.Of("“Stop.” She said “no.” (He left.)", Locale.En).Sentences.Select(s => s.Text));

    [Theory]
    [InlineData(39.9, InfleszBand.VeryHard)]
    [InlineData(40.1, InfleszBand.SomewhatHard)]
    [InlineData(64.9, InfleszBand.Normal)]
    [InlineData(65.1, InfleszBand.FairlyEasy)]
    [InlineData(80.1, InfleszBand.VeryEasy)]
    public void Inflesz_bands(double score, InfleszBand band)
    {
        // One sentence of 1,000 words of which the syllables are chosen to give the score.
        int syllables = (int)Math.Round((206.835 - 1 - score) / 62.3 * 1000);
        TextCounts counts = new(1000, 1000, syllables, 0, 0, 1);
        Assert.Equal(score, counts.SzigrisztPazos, 0.05);
        Assert.Equal(band, counts.Inflesz);
    }

    private static TheoryData<string> Ids(string language) => [.. Vectors.RootElement.GetProperty(language).EnumerateArray().Select(v => v.GetProperty("id").GetString()!)];

    private static JsonElement Vector(string language, string id) => Vectors.RootElement.GetProperty(language).EnumerateArray().First(v => v.GetProperty("id").GetString() == id);

    private static string Text(JsonElement vector) => vector.GetProperty("text").GetString()!;

    private static double Number(JsonElement vector, string name) => vector.GetProperty(name).GetDouble();

    private static int[] Numbers(JsonElement vector, params string[] names) => [.. names.Select(n => vector.GetProperty(n).GetInt32())];
}
