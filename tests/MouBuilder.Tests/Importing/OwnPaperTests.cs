using System.Text;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Importing;
using MouBuilder.Reading;
using MouBuilder.Tests.Assembling;
using MouBuilder.Text;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Importing;

/// <summary>Our own papers, imported and built again, say what they said.</summary>
public sealed class OwnPaperTests
{
    public static TheoryData<string, string> Papers => [.. BuiltExample.All.SelectMany(e => new[] { (e, "docx"), (e, "md") })];

    [Theory]
    [MemberData(nameof(Papers))]
    public void An_example_that_was_built_imported_and_built_again_differs_in_no_word(string example, string form)
    {
        MouDocument document = BuiltExample.Of(Repository.PathTo("examples", example)).Document;
        byte[] bytes = form == "docx" ? WordWriter.Write(document, new()) : Encoding.UTF8.GetBytes(MarkdownWriter.Write(document));
        using TemporaryFolder folder = new();
        (MouDocument read, MouDocument built) = ImportedAndBuilt(folder, $"{example}.{form}", bytes);
        foreach (MouDocument before in new[] { document, read })
        {
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(before), ComparisonSide.Of(built));
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((0, 0, 0), (counts.WordsInserted, counts.WordsDeleted, counts.ParagraphFormattings));
            Assert.True(comparison.IsSame && comparison.Parts.All(p => p.Category == ChangeCategory.Unchanged), ComparisonMarkdown.Write(comparison));
        }

        Assert.Equal(document.OpenGaps(), built.OpenGaps());
        Assert.Equal(document.AllBlocks().OfType<SignatureBlock>().Select(s => (s.Party, s.ActingThrough, s.Lines.Length)), built.AllBlocks().OfType<SignatureBlock>().Select(s => (s.Party, s.ActingThrough, s.Lines.Length)));
        Assert.Equal(document.Blocks.OfType<Paragraph>().Select(p => p.Role), built.Blocks.OfType<Paragraph>().Select(p => p.Role));
        Assert.Equal((document.Properties.Revision, document.Properties.Drafted), (built.Properties.Revision, built.Properties.Drafted));
    }

    [Fact]
    public void Text_around_the_clauses_of_a_section_stays_in_its_section()
    {
        Section first = new("section-one", SectionKind.Numbered, [new TextRun("Purpose")], [Body("Before the first."), ClauseOf("one"), Body("Behind the first.")]);
        Section second = new("section-two", SectionKind.Numbered, [new TextRun("Term")], [ClauseOf("two")]);
        MouDocument document = Numbering.Apply(new(new() { Title = "Agreement" }, [new Paragraph(ParagraphRole.Title, [new TextRun("Agreement")]), first, second], []));
        using TemporaryFolder folder = new();
        (_, MouDocument built) = ImportedAndBuilt(folder, "paper.md", Encoding.UTF8.GetBytes(MarkdownWriter.Write(document)));
        Section[] sections = [.. built.Blocks.OfType<Section>()];
        Assert.Equal(["Before the first.", "one", "Behind the first."], sections[0].Blocks.Select(Said));
        Assert.Equal(["two"], sections[1].Blocks.Select(Said));
    }

    [Fact]
    public void A_name_to_sign_under_that_the_opening_calls_short_is_no_legal_name()
    {
        Section signed = new("section-signatures", SectionKind.Unnumbered, [new TextRun("Signatures")], [new SignatureBlock("ESD", null, [new(SignatureCapacity.Signs, "Superintendent")]), new SignatureBlock("City of Elm", null, [new(SignatureCapacity.Attests, "Clerk")])]);
        Section section = new("section-one", SectionKind.Numbered, [new TextRun("Purpose")], [ClauseOf("one")]);
        MouDocument document = Numbering.Apply(new(new() { Title = "Agreement" }, [new Paragraph(ParagraphRole.Title, [new TextRun("Agreement")]), Body("Made between a district (“ESD”) and the City of Elm."), section, signed], []));
        using TemporaryFolder folder = new();
        (_, MouDocument built) = ImportedAndBuilt(folder, "paper.docx", WordWriter.Write(document, new()));
        string agreement = File.ReadAllText(folder.PathTo("paper", "agreement.yaml"));
        Assert.Contains("  first:\n    legal_name: \n    short: \"ESD\"\n", agreement, StringComparison.Ordinal);
        Assert.Contains("  second:\n    legal_name: \"City of Elm\"\n", agreement, StringComparison.Ordinal);
        Assert.Equal(["ESD", "City of Elm"], built.AllBlocks().OfType<SignatureBlock>().Select(s => s.Party));
    }

    private static Paragraph Body(string words) => new(ParagraphRole.Body, [new TextRun(words)]);

    private static Clause ClauseOf(string id) => new(id, [new TextRun(id)], [Body($"The parties meet about {id} in all of the schools, and write down what they say.")]);

    private static string Said(Block block) => block is Clause clause ? PlainText.Of(clause.Title) : PlainText.Of(block.OwnInlines());

    private static (MouDocument Read, MouDocument Built) ImportedAndBuilt(TemporaryFolder folder, string name, byte[] bytes)
    {
        File.WriteAllBytes(folder.PathTo(name), bytes);
        string target = folder.PathTo(Path.GetFileNameWithoutExtension(name));
        ImportResult import = AgreementImport.Import(folder.PathTo(name), target, Repository.PathTo("clauses"), PendingChanges.Refuse);
        Assert.DoesNotContain(import.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Empty(MouBuilder.Files.OutputFiles.Write(import.Files, []));
        return (AgreementReading.Read(folder.PathTo(name), PendingChanges.Refuse).Document!, BuiltExample.Of(target).Document);
    }
}
