using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Plain.Parity;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>What one language says and another does not, found by <c>mou check</c>. Each finding is held against texts that have it and texts that do not.</summary>
public sealed class ParityTests : IDisposable
{
    private const string Meets = "Who meets?\nThe school and the police meet {{ meetings_per_year }} times a year.";

    private readonly FamilyProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void Texts_that_say_the_same_have_no_finding() => Assert.Empty(project.Findings());

    [Fact]
    public void Both_examples_have_no_finding()
    {
        foreach (string example in (string[])["dps-dpd-2013", "dps-dpd-2022"])
        {
            Mou.Result run = Mou.Run(Repository.PathTo(), "check", "examples/" + example);
            Assert.Equal(0, run.Code);
            Assert.DoesNotMatch(@"(error|warning) MOU7", run.Output);
        }
    }

    [Theory]
    [Covers("MOU7010")]
    [InlineData(" Call 720-555-0100 by March 8, 2022.", " Llame al 720-555-0101 antes del 8 de marzo de 2022.", " Gọi (720) 555-0100 trước ngày 8 tháng 3 năm 2022.", "es: telephone numbers: 7205550100 is missing; 7205550101 is not in the English")]
    [InlineData(" Call 720-555-0100 by March 8, 2022.", " Llame al 720-555-0100 antes del 8 de marzo de 2022.", " Gọi 720-555-0100 trước ngày 9 tháng Ba năm 2022.", "vi: dates: 2022-03-08 is missing; 2022-03-09 is not in the English")]
    [InlineData(" It began in June 2021 with 1,250 students.", " Empezó en junio de 2021 con 1.250 estudiantes.", " Bắt đầu từ tháng Sáu năm 2021 với 1.260 học sinh.", "vi: numbers: 1250 is missing; 1260 is not in the English")]
    public void Figures_that_differ_stop_a_draft_too(string english, string spanish, string vietnamese, string expected)
    {
        Write(english, spanish, vietnamese);
        Diagnostic found = Assert.Single(project.Findings());
        Assert.Equal(("MOU7010", Severity.Error), (found.Code, found.Severity));
        string[] parts = expected.Split(": ", 3);
        Assert.EndsWith($"1.0.0.{parts[0]}.yaml", ((Source)found.Place).Path, StringComparison.Ordinal);
        Assert.Contains($"has other {parts[1]} than the plain English: {parts[2]}.", found.Message, StringComparison.Ordinal);
        Assert.Equal(1, Mou.Run(project.Files.Root, "build", ".", "--edition", "family", "--draft").Code);
    }

    [Fact]
    [Covers("MOU7011")]
    public void Names_and_paragraphs_that_differ_are_found()
    {
        Write(" A student with an IEP may come.", " Un estudiante con un PEI puede venir.", " Học sinh có IEP được đến.");
        Assert.Contains("IEP is missing; PEI is not in the English", Only("MOU7011", "es").Message, StringComparison.Ordinal);

        Write("\n\nAsk for the notes.", "", "\n\nHãy xin biên bản.");
        Assert.Contains("has 2 paragraphs and items, and this text has 1", Only("MOU7011", "es").Message, StringComparison.Ordinal);
    }

    /// <summary>The case is a district's page of 2021 whose Spanish and Vietnamese parts kept English headings: for questions, a timeline, staying connected.</summary>
    [Theory]
    [Covers("MOU7012")]
    [InlineData("Timeline", "Timeline", "Timeline", 2)]
    [InlineData("Questions and feedback", "Questions & Feedback", "Questions & Feedback", 2)]
    [InlineData("School mural", "School mural", "School mural", 2)]
    [InlineData("How to learn more", "Stay Connected With Us", "Stay Connected With Us", 2)]
    [InlineData("The family may come.", "La familia puede venir with the child.", "Gia đình được đến with the child.", 2)]
    [InlineData("A foster parent may come.", "Un padre de crianza (foster parent) puede venir.", "Cha mẹ nuôi tạm (foster parent) được đến.", 0)]
    [InlineData("The Title IX office may come.", "La oficina del Título IX puede venir.", "Văn phòng Title IX được đến.", 0)]
    [InlineData("North High School asked for it.", "North High School lo pidió.", "North High School đã xin.", 0)]
    public void English_left_in_a_translation_is_found(string english, string spanish, string vietnamese, int findings)
    {
        Write("\n\n" + english, "\n\n" + spanish, "\n\n" + vietnamese);
        Assert.Equal(Enumerable.Repeat("MOU7012", findings), project.Findings().Select(d => d.Code));
    }

    [Theory]
    [Covers("MOU7013")]
    [InlineData("The police must call.", "La policía llama.", "Cảnh sát phải gọi.", "es", "must")]
    [InlineData("The police must call.", "La policía debe llamar.", "Cảnh sát sẽ gọi.", "vi", "must")]
    [InlineData("The police must not ask.", "La policía no debe preguntar.", "Cảnh sát không được hỏi.", "es", "no debe")]
    [InlineData("The police must not ask.", "La policía debe preguntar.", "Cảnh sát không được hỏi.", "es", "must not")]
    [InlineData("The police must not ask.", "La policía no puede preguntar.", "Cảnh sát phải hỏi.", "vi", "must not")]
    [InlineData("A parent may come.", "Un padre puede venir.", "Phụ huynh có thể đến.", "vi", "có thể")]
    [InlineData("A parent may come.", "Un padre debe venir.", "Phụ huynh được đến.", "es", "may")]
    [InlineData("The police must call.", "La policía debería llamar.", "Cảnh sát phải gọi.", "es", "debería")]
    public void A_rule_is_as_strong_in_each_language(string english, string spanish, string vietnamese, string locale, string words)
    {
        Write("\n\n" + english, "\n\n" + spanish, "\n\n" + vietnamese);
        Assert.Contains($"\"{words}\"", Only("MOU7013", locale).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No officer may ask.", "Ningún policía puede preguntar.", "Không cảnh sát nào được hỏi.")]
    [InlineData("It may or may not name a fine.", "Puede incluir o no un pago.", "Giấy đó có khi ghi tiền phạt, có khi không.")]
    [InlineData("That might take long.", "Eso podría tardar.", "Việc đó có thể lâu.")]
    [InlineData("You do not have to answer.", "Usted no tiene que contestar.", "Quý vị không phải trả lời.")]
    [InlineData("A parent may ask.", "Un padre tiene derecho a preguntar.", "Phụ huynh có quyền hỏi.")]
    [InlineData("A parent may be a victim.", "Un padre podría ser víctima.", "Phụ huynh có thể là nạn nhân.")]
    [InlineData("Bring Nuestra Señora's three notes.", "Traiga 3 notas de Nuestra Señora.", "Hãy mang ba biên bản (Nuestra Señora).")]
    [InlineData("The police must not ask.", "La policía no deberá preguntar.", "Cảnh sát không được hỏi.")]
    [InlineData("The police must never ask.", "Se prohíbe que la policía pregunte.", "Cấm cảnh sát hỏi.")]
    public void Rules_that_are_as_strong_are_left_alone(string english, string spanish, string vietnamese)
    {
        Write("\n\n" + english, "\n\n" + spanish, "\n\n" + vietnamese);
        Assert.Empty(project.Findings());
    }

    [Theory]
    [Covers("MOU7014")]
    [InlineData(" We ask you to come.", " Se le pide venir.", " Xin mời quý vị đến.", "en", "We")]
    [InlineData(" The school asks you to come.", " Nuestra escuela le invita.", " Nhà trường mời quý vị.", "es", "Nuestra")]
    [InlineData(" The school asks you to come.", " La escuela le invita.", " Chúng tôi mời quý vị.", "vi", "Chúng tôi")]
    public void Nobody_says_we(string english, string spanish, string vietnamese, string locale, string word)
    {
        Write(english, spanish, vietnamese);
        Assert.Contains($"says \"{word}\"", Only("MOU7014", locale).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7015")]
    public void A_question_that_no_clause_answers_is_told()
    {
        project.Files.Change("clauses/catalogues/questions.yaml", "entries:\n", "entries:\n  - id: how-to-complain\n    question: How do I complain?\n");
        Diagnostic found = Assert.Single(project.Findings());
        Assert.Equal("MOU7015", found.Code);
        Assert.Contains("\"How do I complain?\"", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Covers("MOU7016")]
    [Covers("MOU7017")]
    public void Each_language_is_measured_and_its_hardest_sentence_has_a_file_and_a_line()
    {
        Write(" If the principal, the officer or a parent asks for it in writing, the notes of the meeting go to all of them.", "", "");
        Diagnostic[] reports = [.. project.Files.Findings().Where(d => d.Code is "MOU7016" or "MOU7017")];
        Assert.All(reports, d => Assert.Equal(Severity.Info, d.Severity));
        Assert.Equal(["English", "Spanish", "Vietnamese"], reports.Where(d => d.Code == "MOU7016").Select(d => d.Message.Split(' ', ':')[5]));
        Diagnostic hardest = reports.First(d => d.Code == "MOU7017");
        Assert.EndsWith("clauses/meetings/1.0.0.en.yaml", ((Source)hardest.Place).Path, StringComparison.Ordinal);
        Assert.Equal(6, ((Source)hardest.Place).Line);
        Assert.Contains("with 23 words: \"If the principal", hardest.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_left_out_for_a_reason_is_no_difference()
    {
        project.Write(Meets, "¿Quién se reúne?\nLa escuela y la policía se reúnen.", "Ai họp?\nNhà trường và cảnh sát họp.", "omits: [ { field: meetings_per_year, reason: it is said elsewhere } ]\n");
        Assert.Empty(project.Findings());
    }

    [Theory]
    [InlineData("Section 19-2.5-303 of 4,540 cases at 5:30", "19 2.5 303 4540 5:30")]
    [InlineData("9-1-1, 2014-2015", "1 1 2014 2015 9")]
    public void Numbers_are_taken_apart_alike(string text, string numbers) =>
        Assert.Equal(numbers.Split(' ').Order(StringComparer.Ordinal), SaidFacts.Of(text, Locale.En, [], Locale.Es).Numbers);

    [Theory]
    [InlineData("March 8, 2022 and May 2021", Locale.En)]
    [InlineData("el 8 de marzo de 2022 y mayo del 2021", Locale.Es)]
    [InlineData("ngày 8 tháng Ba năm 2022 và tháng 5 năm 2021", Locale.Vi)]
    [InlineData("8 tháng 3, 2022 và tháng Năm 2021", Locale.Vi)]
    public void Dates_are_read_in_each_language(string text, Locale locale)
    {
        SaidFacts facts = SaidFacts.Of(text, locale, [], Locale.En);
        Assert.Equal(["2021-05", "2022-03-08"], facts.Dates);
        Assert.Empty(facts.Numbers);
    }

    private void Write(string english, string spanish, string vietnamese) => project.Write(
        Meets + english,
        "¿Quién se reúne?\nLa escuela y la policía se reúnen {{ meetings_per_year }} veces al año." + spanish,
        "Ai họp?\nNhà trường và cảnh sát họp {{ meetings_per_year }} lần mỗi năm." + vietnamese);

    private Diagnostic Only(string code, string locale)
    {
        Diagnostic found = Assert.Single(project.Findings());
        Assert.Equal((code, Severity.Warning), (found.Code, found.Severity));
        Assert.EndsWith($"1.0.0.{locale}.yaml", ((Source)found.Place).Path, StringComparison.Ordinal);
        return found;
    }
}
