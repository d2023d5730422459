using System.Text.RegularExpressions;
using MouBuilder.Documents;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Word;

/// <summary>
/// What another program makes of our files. LibreOffice counts labels and computes REF fields anew when it prints, so this holds both
/// against a second numbering engine.
/// </summary>
public sealed class LibreOfficeTests
{
    private static readonly Lazy<string> Printed = new(() => Print(WordFile.Of(SampleAgreement.Document)));

    [Theory]
    [InlineData("1. Purpose and definitions")]
    [InlineData("1.2 Definitions")]
    [InlineData("2.1 Discipline belongs to the school")]
    [InlineData("4.1 Term and review")]
    [InlineData("A. The District is a public school district")]
    [InlineData("C. The Board of Education")]
    [InlineData("(a) enforce a school rule")]
    [InlineData("(iii) reports the search")]
    [InlineData("(B) within five days")]
    [InlineData("(c) take part")]
    [InlineData("(d) remove a Student")]
    [InlineData("Exhibit B Who to call")]
    [InlineData("Recitals and Exhibit A.")]
    [InlineData("Section 3.2 says what to do")]
    [InlineData("Section 2.1 what the notice")]
    [InlineData("within [parent notice hours] hours")]
    [InlineData("(b) by whom")]
    [InlineData("Status: in negotiation")]
    public void A_label_and_its_text_stand_together_on_the_page(string words) =>
        Assert.Contains(words, Regex.Replace(Printed.Value, @"[\s\u00A0]+", " "), StringComparison.Ordinal);

    [Fact]
    public void Every_word_of_the_document_is_printed()
    {
        HashSet<string> printed = [.. Regex.Split(Printed.Value, @"\W+")];
        IEnumerable<string> words = SampleAgreement.Document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<TextRun>().SelectMany(r => Regex.Split(r.Value, @"\W+"));
        Assert.Superset(words.ToHashSet(), printed);
    }

    [Fact]
    public void A_party_signs_on_one_page_with_its_name()
    {
        string page = Printed.Value.Split('\f').Single(p => p.Contains("acting by and through its Denver Police Department", StringComparison.Ordinal));
        Assert.Contains("Attest:", page, StringComparison.Ordinal);
        Assert.Contains("Clerk and Recorder", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Vietnamese_a_list_in_a_cell_and_a_break_before_a_table_come_out_right()
    {
        string[] pages = Print(WordFile.Of(Document(
            P(Vietnamese),
            Ordered(
                I("một", new Table([ColumnAlignment.Left], 0, [new([new([Ordered(I("trong ô"), I("cũng vậy"))])])])),
                I("hai")),
            new PageBreak(),
            new Table([ColumnAlignment.Left], 0, [Row("trang sau")])))).Split('\f');
        string first = Regex.Replace(pages[0], @"\s+", " ");
        Assert.Contains(Vietnamese, first, StringComparison.Ordinal);
        Assert.Contains("(a) một (a) trong ô (b) cũng vậy (b) hai", first, StringComparison.Ordinal);
        Assert.DoesNotContain("trang sau", first, StringComparison.Ordinal);
        Assert.Contains("trang sau", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_random_documents_are_counted_as_the_model_counts_them()
    {
        MouDocument[] documents = [.. Enumerable.Range(500, 20).Select(RandomDocument.Of).Select(d => d with { Properties = d.Properties with { Contents = false } })];
        string[] texts = Convert("txt:Text", path => File.ReadAllText(Path.ChangeExtension(path, "txt")), [.. documents.Select(d => WordFile.Of(d))]);
        for (int i = 0; i < documents.Length; i++)
        {
            string[] expected = [.. documents[i].Blocks.SelectMany(b => b.WithDescendants()).Select(LabelTests.LabelOf).OfType<string>()];
            string[] shown = [.. Regex.Matches(texts[i], @"^\s*(\(\w+\)|\d+\.\d+|\d+\.|[A-Z]\.|Exhibit [A-Z])(?=\s|$)", RegexOptions.Multiline).Select(m => m.Groups[1].Value)];
            Assert.Equal(expected, shown.Take(expected.Length)); // the notes come last
        }
    }

    internal static string Print(WordFile file) =>
        Convert("pdf", path => OutsideProgram.Run("pdftotext", "-layout", Path.ChangeExtension(path, "pdf"), "-"), file).Single();

    private static string[] Convert(string format, Func<string, string> read, params WordFile[] files)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mou-word-");
        try
        {
            string[] paths = [.. files.Select((_, i) => Path.Combine(folder.FullName, $"{i}.docx"))];
            for (int i = 0; i < files.Length; i++)
            {
                File.WriteAllBytes(paths[i], files[i].Bytes);
            }

            OutsideProgram.Run("soffice", ["--headless", $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--convert-to", format, "--outdir", folder.FullName, .. paths]);
            return [.. paths.Select(read)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
