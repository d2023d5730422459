using System.Globalization;
using System.IO.Compression;
using MouBuilder.Documents;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Word;

/// <summary>The same document gives the same bytes.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void Two_runs_give_the_same_bytes() => Assert.Equal(Write(SampleAgreement.Document), Write(SampleAgreement.Make("the school")));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_no_byte(string culture)
    {
        byte[] here = Write(SampleAgreement.Document);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(here, Write(SampleAgreement.Document));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Entries_stand_in_one_order_stamped_1980_and_none_is_a_folder()
    {
        using ZipArchive archive = new(new MemoryStream(Write(SampleAgreement.Document)));
        Assert.Equal(
            [
                "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels", "word/numbering.xml",
                "word/styles.xml", "word/settings.xml", "word/header.xml", "word/footer.xml", "customXml/item1.xml", "customXml/_rels/item1.xml.rels",
                "customXml/itemProps1.xml", "docProps/core.xml", "docProps/app.xml",
            ],
            archive.Entries.Select(e => e.FullName));
        Assert.All(archive.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    private static byte[] Write(MouDocument document) => WordWriter.Write(document, new() { LockYaml = "lock: 1\n" });
}
