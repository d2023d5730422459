using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Plain;
using MouBuilder.Reviewing;
using MouBuilder.Templates;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>The family editions of the Denver draft, written once for the tests of a class.</summary>
public sealed class FamilyFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mou-family-").FullName;

    public FamilyFiles()
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", "dps-dpd-2022"));
        ResolvedAgreement resolved = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>()).Agreement!;
        MouDocument legal = Assembler.Assemble(resolved).Document!;
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            (MouDocument? document, var found) = FamilyEdition.Assemble(resolved, legal, locale, isDraft: true);
            Assert.True(document is not null, string.Join("\n", found));
            Documents.Add(locale, document);
            File.WriteAllBytes(PathOf(locale, "docx"), WordWriter.Write(document, new()));
            File.WriteAllText(PathOf(locale, "html"), DocumentPage.Write(document, locale), Encoding.UTF8);
        }

        Pdfs = new(() =>
        {
            Locale[] all = Enum.GetValues<Locale>();
            Convert([.. all.Select(l => PathOf(l, "docx"))]);
            return all.ToDictionary(l => l, l => PathOf(l, "pdf"));
        });
    }

    internal Dictionary<Locale, MouDocument> Documents { get; } = [];

    /// <summary>Tagged PDFs, as LibreOffice exports them for PDF/UA.</summary>
    internal Lazy<Dictionary<Locale, string>> Pdfs { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal string PathOf(Locale locale, string ending) => Path.Combine(folder, $"{locale}.{ending}");

    internal string Convert(string name, byte[] file)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, file);
        Convert(path);
        return Path.ChangeExtension(path, "pdf");
    }

    private void Convert(params string[] paths) => OutsideProgram.Run("soffice",
        ["--headless", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--convert-to", "pdf:writer_pdf_Export:{\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}", "--outdir", folder, .. paths]);
}
