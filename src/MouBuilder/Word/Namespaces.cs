namespace MouBuilder.Word;

/// <summary>The names OOXML goes by.</summary>
internal static class Namespaces
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    public const string AppProperties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    public const string CustomXml = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

    /// <summary>Ours: the lock of the agreement.</summary>
    public const string Lock = "urn:moubuilder:lock:1";
}
