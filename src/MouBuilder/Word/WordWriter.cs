using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Writes a document as a Word file. Labels are live numbering and never text; the only places that hold a label as text are the
/// cached results of REF and TOC fields, which come from <see cref="Numbering.Apply"/>.
/// </summary>
public static class WordWriter
{
    private const int UsualSize = 1 << 15;

    /// <summary>The file's bytes: the same for the same document and options, whatever the machine's clock, culture and time zone.</summary>
    /// <param name="document">A document that <see cref="Numbering.Apply"/> has numbered.</param>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry; readers refuse those before.</exception>
    public static byte[] Write(MouDocument document, WordOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        return Write(document, options, new StoryParts(document));
    }

    /// <summary>A redline: the same writer over blocks and runs that say what became of them.</summary>
    internal static (byte[] File, RevisionTally Tally) Write(WordRedline redline)
    {
        StoryParts shared = new(redline.Document, redline);
        return (Write(redline.Document, new(), shared), shared.Marks!.Tally);
    }

    private static byte[] Write(MouDocument document, WordOptions options, StoryParts shared)
    {
        using MemoryStream file = new(UsualSize);
        using (WordPackage package = new(file))
        {
            WriteParts(package, document, options, shared);
        }

        byte[] bytes = file.ToArray();
        PackageCheck.Demand(bytes);
        return bytes;
    }

    private static void WriteParts(WordPackage package, MouDocument document, WordOptions options, StoryParts shared)
    {
        bool hasLock = options.LockYaml is not null;
        Hyperlinks bodyLinks = new();
        Hyperlinks noteLinks = new();
        package.Add(WordParts.ContentTypes, s => ContentTypesPart.Write(s, hasLock));
        package.Add(WordParts.PackageRelationships, RelationshipsPart.WritePackage);
        package.Add(WordParts.Document, s => DocumentPart.Write(s, document, shared, bodyLinks, options.IsLandscape));
        package.Add(WordParts.Footnotes, s => FootnotesPart.Write(s, document, shared, noteLinks, options.IsLandscape));
        package.Add(WordParts.DocumentRelationships, s => RelationshipsPart.WriteDocument(s, hasLock, bodyLinks));
        if (noteLinks.Any)
        {
            package.Add(WordParts.FootnotesRelationships, s => RelationshipsPart.WriteLinks(s, noteLinks));
        }

        package.Add(WordParts.Numbering, s => NumberingPart.Write(s, shared.Lists, document.Properties.AttachmentWord));
        package.Add(WordParts.Styles, s => StylesPart.Write(s, shared.Language, document.Properties.AttachmentWord, document.Properties.IsForFamilies));
        package.Add(WordParts.Settings, SettingsPart.Write);
        package.Add(WordParts.Header, s => HeaderPart.Write(s, document.Properties, shared));
        package.Add(WordParts.Footer, s => FooterPart.Write(s, document.Properties, shared));
        if (options.LockYaml is { } lockYaml)
        {
            package.Add(WordParts.Lock, s => LockPart.Write(s, lockYaml));
            package.Add(WordParts.LockRelationships, RelationshipsPart.WriteLock);
            package.Add(WordParts.LockProperties, LockPart.WriteProperties);
        }

        package.Add(WordParts.CoreProperties, s => PropertiesPart.WriteCore(s, document.Properties, shared.Language));
        package.Add(WordParts.AppProperties, PropertiesPart.WriteApp);
    }
}
