using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Text;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Assembling;

/// <summary>What must be true of every agreement, tried on agreements nobody would write.</summary>
public class RandomAgreementTests
{
    private static readonly string[] Ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    private static readonly string[] Tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc", "c"];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Numbers_have_no_gaps_references_resolve_and_files_are_valid(int seed)
    {
        using TemporaryFolder folder = new();
        MouDocument document = Assemble(RandomAgreement.Write(seed, folder));
        AssertNumbered(document);
        AssertReferencesResolve(document);
        AssertNothingBlank(document);
        Assert.Contains(RandomAgreement.Hostile, string.Concat(document.AllBlocks().OfType<SignatureBlock>().Select(s => s.Party)), StringComparison.Ordinal);

        using MemoryStream docx = new(WordWriter.Write(document, new WordOptions()));
        using WordprocessingDocument word = WordprocessingDocument.Open(docx, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));

        string markdown = MarkdownWriter.Write(document);
        DiagnosticBag bag = new();
        Assert.Equal(document.Dump(), MarkdownDocument.Read(new SourceText("x.md", markdown), bag)?.Dump());
        Assert.Empty(bag.ToImmutable());
    }

    private static MouDocument Assemble(string path)
    {
        Agreement agreement = Agreement.Load(path).Agreement!;
        Resolution resolution = Resolver.Resolve(agreement, ClauseLibrary.Load(agreement.LibraryFolder).Library!, null, new Dictionary<string, string>());
        Assert.Empty(resolution.Diagnostics);
        MouBuilder.Templates.Assembly assembly = Assembler.Assemble(resolution.Agreement!);
        Assert.DoesNotContain(assembly.Diagnostics, d => d.Severity != Severity.Info);
        return assembly.Document!;
    }

    private static void AssertNumbered(MouDocument document)
    {
        Section[] numbered = [.. document.Blocks.OfType<Section>().Where(s => s.Kind == SectionKind.Numbered)];
        Assert.Equal(Enumerable.Range(1, numbered.Length).Select(n => $"{n}."), numbered.Select(s => s.Label));
        foreach (Section section in numbered)
        {
            Clause[] clauses = [.. section.Blocks.OfType<Clause>()];
            Assert.Equal(Enumerable.Range(1, clauses.Length).Select(n => section.Label + n), clauses.Select(c => c.Label));
        }

        foreach (ListBlock list in document.AllBlocks().OfType<ListBlock>().Where(l => l.Kind == ListKind.Ordered))
        {
            Assert.NotEmpty(list.Items);
            string[] labels = [.. list.Items.Select(i => i.Label!.Trim('(', ')'))];
            string[][] sequences =
            [
                [.. Enumerable.Range(0, labels.Length).Select(n => new string((char)('a' + (n % 26)), (n / 26) + 1))],
                [.. Enumerable.Range(1, labels.Length).Select(n => Tens[n / 10] + Ones[n % 10])],
                [.. Enumerable.Range(0, labels.Length).Select(n => new string((char)('A' + (n % 26)), (n / 26) + 1))],
            ];
            Assert.Contains(sequences, s => s.SequenceEqual(labels));
        }
    }

    private static void AssertReferencesResolve(MouDocument document)
    {
        Dictionary<string, string?> labels = document.AllBlocks().OfType<Clause>().ToDictionary(c => c.Id, c => c.Label);
        foreach (Reference reference in document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Reference>())
        {
            Assert.Equal(labels[reference.Target], reference.Label);
        }
    }

    private static void AssertNothingBlank(MouDocument document)
    {
        foreach (Block block in document.AllBlocks())
        {
            Assert.False(block is Paragraph paragraph && string.IsNullOrWhiteSpace(PlainText.Of(paragraph.Content)) && !paragraph.Content.Any(i => i is NoteMark), "A paragraph is blank.");
            Assert.False(block is ListBlock { Items.IsEmpty: true } or Section { Blocks.IsEmpty: true } or Clause { Blocks.IsEmpty: true }, "A list, section or clause is empty.");
        }
    }
}
