using System.Collections.Immutable;

namespace MouBuilder.Word;

/// <summary>The closed list of parts a file of ours can have. A part is not added by accident, and never twice.</summary>
internal static class WordParts
{
    public const string ContentTypes = "[Content_Types].xml";
    public const string PackageRelationships = "_rels/.rels";
    public const string Document = "word/document.xml";
    public const string Footnotes = "word/footnotes.xml";
    public const string DocumentRelationships = "word/_rels/document.xml.rels";
    public const string FootnotesRelationships = "word/_rels/footnotes.xml.rels";
    public const string Numbering = "word/numbering.xml";
    public const string Styles = "word/styles.xml";
    public const string Settings = "word/settings.xml";
    public const string Header = "word/header.xml";
    public const string Footer = "word/footer.xml";
    public const string Lock = "customXml/item1.xml";
    public const string LockRelationships = "customXml/_rels/item1.xml.rels";
    public const string LockProperties = "customXml/itemProps1.xml";
    public const string CoreProperties = "docProps/core.xml";
    public const string AppProperties = "docProps/app.xml";

    /// <summary>The order of the entries in the file. Content types stand first, since some readers look for them there.</summary>
    public static readonly ImmutableArray<string> Order =
    [
        ContentTypes, PackageRelationships, Document, Footnotes, DocumentRelationships, FootnotesRelationships, Numbering, Styles, Settings,
        Header, Footer, Lock, LockRelationships, LockProperties, CoreProperties, AppProperties,
    ];

    /// <summary>The parts every file has; the others come with a link in a footnote and with a lock.</summary>
    public static readonly ImmutableArray<string> Needed = Order.RemoveRange([FootnotesRelationships, Lock, LockRelationships, LockProperties]);
}
