using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Word;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Reading;

/// <summary>A Word file that we wrote comes back as the document it was written from, apart from what a Word file has no place for.</summary>
public sealed class OwnFilesTests
{
    [Theory]
    [InlineData("dps-dpd-2013")]
    [InlineData("dps-dpd-2022")]
    public void An_example_comes_back_word_for_word_clause_for_clause(string id)
    {
        MouDocument written = Assembling.BuiltExample.Of(Repository.PathTo("examples", id)).Document;
        ReadAgreement read = DocxFile.Read(WordWriter.Write(written, new()));
        Assert.Empty(read.Diagnostics);
        Assert.Equal(Comparable(written), Comparable(read.Document!));
    }

    [Fact]
    public void Of_forty_random_documents_every_word_comes_back()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            MouDocument written = RandomDocument.Of(seed);
            ReadAgreement read = DocxFile.Read(WordWriter.Write(written, new()));
            Assert.NotNull(read.Document);
            string[] expected = Words(written);
            string[] lost = [.. expected.CountBy(w => w).Where(w => w.Value > Words(read.Document).Count(f => f == w.Key)).Select(w => w.Key)];
            Assert.True(lost.Length == 0, $"seed {seed} lost: {string.Join(", ", lost)}");
        }
    }

    /// <summary>All of a document but what the file does not carry: who defines a term, and forms of terms nobody uses.</summary>
    private static string Comparable(MouDocument document) => new InlineRewriter(i => i is Term t ? t with { Name = t.Value } : i)
        .Rewrite(document with { Properties = document.Properties with { Terms = [] } }).Dump();

    private static string[] Words(MouDocument document) =>
[.. document.AllBlocks().SelectMany(b => System.Text.RegularExpressions.Regex.Split(PlainText.Of([.. b.OwnInlines().Where(i => i is not Link)]), @"\W+")).Where(w => w.Length > 0)];
}
