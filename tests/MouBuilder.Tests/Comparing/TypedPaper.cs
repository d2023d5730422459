using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Tests.Reading;

namespace MouBuilder.Tests.Comparing;

/// <summary>A paper from elsewhere, written as Markdown.</summary>
internal static class TypedPaper
{
    /// <summary>The paper from a Markdown file, or from a Word file with Word's own styles of headings.</summary>
    public static MouDocument Read(string paper, bool isWord = false)
    {
        using TemporaryFolder folder = new();
        string file = folder.PathTo(isWord ? "paper.docx" : "paper.md");
        if (isWord)
        {
            string Style(int level) => DocxFile.Style($"Heading{level}", $"heading {level}", $"""<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>""");
            string Line(string line) => line.TrimStart('#') is var text && line.Length - text.Length is > 1 and var level
                ? DocxFile.P(text.Trim(), $"""<w:pStyle w:val="Heading{level - 1}"/>""") : DocxFile.P(text.Trim());
            DocxFile word = new(string.Concat(paper.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line)), Style(1) + Style(2));
            File.WriteAllBytes(file, word.Bytes());
        }
        else
        {
            File.WriteAllText(file, paper);
        }

        return AgreementReading.Read(file, PendingChanges.Refuse).Document!;
    }
}
