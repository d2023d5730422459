using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Word;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A draft that comes back through another program, saved in a form of that program's own and again as a Word file, has the words it went out with.</summary>
public sealed class OtherProgramsTests
{
    [Theory]
    [InlineData("odt")]
    [InlineData("rtf")]
    public void The_examples_come_back_with_their_words(string form)
    {
        using TemporaryFolder folder = new();
        string[] names = [.. BuiltExample.All];
        foreach (string name in names)
        {
            File.WriteAllBytes(folder.PathTo($"{name}.docx"), BuiltExample.Of(Repository.PathTo("examples", name)).Word().Bytes);
        }

        Convert(folder, form, names.Select(n => $"{n}.docx"));
        Directory.CreateDirectory(folder.PathTo("back"));
        Convert(folder, "docx:MS Word 2007 XML", names.Select(n => $"{n}.{form}"), "back");
        foreach (string name in names)
        {
            MouDocument ours = EditedWord.Read(File.ReadAllBytes(folder.PathTo($"{name}.docx")));
            MouDocument back = EditedWord.Read(File.ReadAllBytes(folder.PathTo($"back/{name}.docx")));
            Comparison comparison = Comparer.Compare(ComparisonSide.Of(ours), ComparisonSide.Of(back));
            RedlineCounts counts = Redline.Of(comparison).Counts;
            Assert.Equal((name, 0, 0, 0, 0, 0), (name, counts.WordsInserted, counts.WordsDeleted, counts.RowsInserted, counts.RowsDeleted, counts.Moves));
            Assert.All(comparison.Parts, p => Assert.True(p is { Old: not null, New: not null }, name));
            // In RTF no row is marked as a header.
            Assert.All(comparison.Parts.Where(p => p.Rank is not (ChangeRank.None or ChangeRank.Reference)), p => Assert.Equal((name, "rtf", ChangeRank.Formatting), (name, form, p.Rank)));
        }
    }

    private static void Convert(TemporaryFolder folder, string form, IEnumerable<string> files, string into = "") =>
        OutsideProgram.Run("soffice", ["--headless", $"-env:UserInstallation={new Uri(folder.PathTo("profile"))}", "--convert-to", form, "--outdir", folder.PathTo(into), .. files.Select(f => folder.PathTo(f))]);
}
