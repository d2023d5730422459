using System.Collections.Immutable;
using System.IO.Compression;
using MouBuilder.Diagnostics;

namespace MouBuilder.Word.Accessibility;

/// <summary>
/// Reads a Word file just written the way a screen reader does and says what such a reader would miss: a title, a language, the order of headings, header rows, real lists, contrast,
/// words for links. What makes Word offer a repair is looked for elsewhere; these are warnings, since the file opens all the same.
/// </summary>
public static class WordAccessibility
{
    /// <summary>What is missing; nothing for a file that everybody can read.</summary>
    /// <param name="file">The bytes of a file from <see cref="WordWriter"/>.</param>
    /// <param name="path">The name it is reported under.</param>
    public static ImmutableArray<Diagnostic> Check(ReadOnlyMemory<byte> file, string path)
    {
        using ZipArchive archive = new(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
        DiagnosticBag bag = new();
        Source at = Source.File(path);
        (bool hasTitle, bool hasLanguage) = Properties(archive);
        if (!hasTitle)
        {
            bag.WordFileUntitled(at);
        }

        if (!hasLanguage)
        {
            bag.LanguageUnsaid(at, "the file");
        }

        StyleLooks styles = StyleLooks.Read(Open(archive, WordParts.Styles));
        foreach (string story in (string[])[WordParts.Document, WordParts.Footnotes, WordParts.Header, WordParts.Footer])
        {
            using PartScanner scanner = Open(archive, story);
            new StoryAccessibility(styles, at, bag, saysLanguage: hasLanguage).Check(scanner);
        }

        return bag.ToImmutable();
    }

    private static PartScanner Open(ZipArchive archive, string part) => new(archive.GetEntry(part)!.Open(), new());

    private static (bool HasTitle, bool HasLanguage) Properties(ZipArchive archive)
    {
        using PartScanner scanner = Open(archive, WordParts.CoreProperties);
        (bool title, bool language) = (false, false);
        while (scanner.Read())
        {
            bool isText = scanner.Kind == ScanKind.Text && !scanner.Text.IsWhiteSpace();
            title |= isText && scanner.Parent == "dc:title";
            language |= isText && scanner.Parent == "dc:language";
        }

        return (title, language);
    }
}
