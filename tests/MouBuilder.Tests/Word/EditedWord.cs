using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Documents;
using MouBuilder.Reading;

namespace MouBuilder.Tests.Word;

/// <summary>Word files as other programs give them back: without the marks that those do not know.</summary>
internal static class EditedWord
{
    public const string ContentControls = "</?w:sdt>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdtContent>";

    public const string BookmarkMarks = "<w:bookmark(?:Start|End)[^>]*/>";

    /// <summary>The file with all that a pattern finds taken out of its body.</summary>
    public static byte[] Without(byte[] file, string pattern)
    {
        using MemoryStream changed = new();
        changed.Write(file);
        using (ZipArchive archive = new(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = archive.GetEntry("word/document.xml")!;
            string xml;
            using (StreamReader reader = new(entry.Open(), Encoding.UTF8))
            {
                xml = Regex.Replace(reader.ReadToEnd(), pattern, "", RegexOptions.Singleline);
            }

            entry.Delete();
            using StreamWriter writer = new(archive.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
            writer.Write(xml);
        }

        return changed.ToArray();
    }

    public static MouDocument Read(byte[] file, PendingChanges mode = PendingChanges.Refuse)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathTo("paper.docx"), file);
        return AgreementReading.Read(folder.PathTo("paper.docx"), mode).Document!;
    }
}
