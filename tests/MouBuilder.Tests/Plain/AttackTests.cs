using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Plain;
using MouBuilder.Templates;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>A copy of the shipped library and the Denver draft, in which texts are turned around one at a time.</summary>
public sealed class AttackedLibrary : IDisposable
{
    public AttackedLibrary()
    {
        foreach (string folder in (string[])["clauses", "templates", Path.Combine("examples", "dps-dpd-2022")])
        {
            string from = Repository.PathTo(folder);
            foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("expected", StringComparison.Ordinal)))
            {
                string to = Path.Combine(Root, folder, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }
    }

    internal string Root { get; } = Directory.CreateTempSubdirectory("mou-attack-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>What the edition of one language says, parity alone: a changed text is stale too, and that is another rule's affair.</summary>
    internal ImmutableArray<Diagnostic> Findings(Locale locale, bool isDraft) => [.. All(locale, isDraft).Where(d => string.CompareOrdinal(d.Code, "MOU7010") >= 0 && d.Severity != Severity.Info)];

    internal ImmutableArray<Diagnostic> All(Locale locale, bool isDraft) => Assemble(locale, isDraft).Diagnostics;

    internal MouDocument? Edition(Locale locale) => Assemble(locale, isDraft: true).Document;

    private (MouDocument? Document, ImmutableArray<Diagnostic> Diagnostics) Assemble(Locale locale, bool isDraft)
    {
        LoadedAgreement loaded = LoadedAgreement.From(Path.Combine(Root, "examples", "dps-dpd-2022"));
        ResolvedAgreement resolved = Resolver.Resolve(loaded.Agreement!, loaded.Library!, null, new Dictionary<string, string>()).Agreement!;
        return FamilyEdition.Assemble(resolved, Assembler.Assemble(resolved).Document!, locale, isDraft);
    }
}

/// <summary>
/// Changes that turn the meaning of a shipped text around, or take something from it. Each is found in a draft, and each but the lesser of style stops an edition that is no draft.
/// </summary>
public sealed class AttackTests(AttackedLibrary library) : IClassFixture<AttackedLibrary>
{
    [Theory]
    [Covers("MOU7024")]
    [Covers("MOU7025")]
    [Covers("MOU7026")]
    // Denied and allowed, must and must not.
    [InlineData("immigration/2.0.0.es", "No pueden preguntar. Esto", "Pueden preguntar. Esto", "MOU7013")]
    [InlineData("immigration/2.0.0.vi", "Họ không được hỏi.", "Họ phải hỏi.", "MOU7013")]
    [InlineData("immigration/2.0.0.vi", "không được dùng", "được dùng", "MOU7013")]
    [InlineData("arrest-notification/2.0.0.es", "El aviso debe estar", "El aviso no puede estar", "MOU7013")]
    [InlineData("arrest-notification/2.0.0.vi", "Cảnh sát phải ghi lại", "Cảnh sát không được ghi lại", "MOU7013")]
    [InlineData("search-and-seizure/2.0.0.es", "No puede mirar para un policía", "Puede mirar para un policía", "MOU7013")]
    [InlineData("search-and-seizure/2.0.0.vi", "Họ không được xem giùm cảnh sát", "Họ được xem giùm cảnh sát", "MOU7013")]
    [InlineData("arrest-notification/2.0.0.es", "La policía debe anotar cada intento", "La policía puede anotar cada intento", "MOU7013")]
    [InlineData("complaints/2.0.0.es", "Puede dar su nombre o no", "Debe dar su nombre o no", "MOU7013")]
    [InlineData("complaints/2.0.0.es", "Puede escribir, llamar", "Podría escribir, llamar", "MOU7013")]
    // Numbers, units, days.
    [InlineData("arrest-notification/2.0.0.es", "parent_notice_hours | counted \"hora\" \"horas\"", "parent_notice_hours | counted \"día\" \"días\"", "MOU7010")]
    [InlineData("arrest-notification/2.0.0.es", "parent_notice_hours | counted \"hora\" \"horas\"", "parent_notice_hours | counted \"hour\" \"hours\"", "MOU7010")]
    [InlineData("arrest-notification/2.0.0.vi", "{{ parent_notice_hours }} giờ", "{{ parent_notice_hours }} ngày", "MOU7010")]
    [InlineData("arrest-notification/2.0.0.es", "{{ parent_notice_hours | counted \"hora\" \"horas\" }}", "2 hours", "MOU7010")]
    [InlineData("partnership-activities/2.0.0.es", "Hay tres excepciones", "Hay dos excepciones", "MOU7010")]
    [InlineData("recitals/2.0.0.es", "una cuarta parte", "la mitad", "MOU7010")]
    [InlineData("metrics/2.0.0.es", "del 1 de agosto al 31 de julio", "del 31 de julio al 1 de agosto", "MOU7010")]
    [InlineData("metrics/2.0.0.vi", "31 tháng Bảy", "31 tháng Tám", "MOU7010")]
    // What a sentence turns on.
    [InlineData("arrest-notification/2.0.0.es", "debe avisar a la dirección antes de un arresto", "debe avisar a la dirección después de un arresto", "MOU7025")]
    [InlineData("interrogation/2.0.0.es", "hablar con un estudiante que solo es testigo", "hablar con un estudiante que es testigo", "MOU7025")]
    [InlineData("visits/2.0.0.es", "puede visitar solo si la dirección", "puede visitar si la dirección", "MOU7025")]
    [InlineData("visits/2.0.0.es", ", salvo que lo impida ese peligro", "", "MOU7025")]
    [InlineData("arrest-notification/2.0.0.es", "queda en detención temporal o es arrestado", "es arrestado", "MOU7025")]
    [InlineData("arrest-notification/2.0.0.es", "La policía debe anotar cada intento. ", "", "MOU7011")]
    [InlineData("partner-officers/2.0.0.es", "La policía debe pensarlo.", "La escuela debe pensarlo.", "MOU7025")]
    [InlineData("immigration/2.0.0.vi", "rests_on: agreement", "rests_on: law", "MOU7024")]
    // Words of another language, of a child, of nobody.
    [InlineData("complaints/2.0.0.es", "Puede escribir, llamar", "Tú puede escribir, llamar", "MOU7014")]
    [InlineData("complaints/2.0.0.vi", "Quý vị được viết", "Bạn được viết", "MOU7014")]
    [InlineData("arrest-notification/2.0.0.es", "La policía debe avisarle", "Debemos avisarle", "MOU7014")]
    [InlineData("arrest-notification/2.0.0.vi", "Cảnh sát phải ghi lại mỗi lần thử.", "Chúng tôi phải ghi lại mỗi lần thử.", "MOU7014")]
    [InlineData("arrest-notification/2.0.0.es", "Una citación es un papel", "Un ticket es un papel", "MOU7012")]
    [InlineData("arrest-notification/2.0.0.es", "padre de crianza (foster)", "padre foster", "MOU7012")]
    [InlineData("arrest-notification/2.0.0.es", "La policía debe anotar cada intento.", "Cảnh sát phải ghi lại mỗi lần thử.", "MOU7026")]
    [InlineData("arrest-notification/2.0.0.vi", "Cảnh sát phải ghi lại mỗi lần thử.", "Canh sat phai ghi lai moi lan thu.", "MOU7026")]
    [InlineData("arrest-notification/2.0.0.es", "La policía debe avisarle", "La policia debe avisarle", "MOU7026")]
    public void A_text_that_says_something_else_is_found(string file, string there, string instead, string code)
    {
        string path = Path.Combine(library.Root, "clauses", file + ".yaml");
        string text = File.ReadAllText(path);
        Assert.Contains(there, text, StringComparison.Ordinal);
        int at = text.IndexOf(there, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + instead + text[(at + there.Length)..]);
        try
        {
            Locale locale = file.EndsWith("es", StringComparison.Ordinal) ? Locale.Es : Locale.Vi;
            string[] codes = [.. library.Findings(locale, isDraft: true).Select(d => d.Code)];
            Assert.Contains(code, codes);
            Assert.Contains(library.Findings(locale, isDraft: false), d => d.Code == code && d.Severity == Severity.Error);
        }
        finally
        {
            File.WriteAllText(path, text);
        }
    }

    [Theory]
    [InlineData(Locale.En)]
    [InlineData(Locale.Es)]
    [InlineData(Locale.Vi)]
    public void The_shipped_texts_have_no_such_finding(Locale locale) => Assert.Empty(library.Findings(locale, isDraft: true));
}
