using System.Xml;

namespace MouBuilder.Word;

/// <summary>[Content_Types].xml: what each part is.</summary>
internal static class ContentTypesPart
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly byte[] WithLock = PlainXml.Constant(xml => Write(xml, hasLock: true));
    private static readonly byte[] WithoutLock = PlainXml.Constant(xml => Write(xml, hasLock: false));

    public static void Write(Stream stream, bool hasLock) => stream.Write(hasLock ? WithLock : WithoutLock);

    private static void Write(XmlWriter xml, bool hasLock)
    {
        xml.WriteStartElement("Types", Namespaces.ContentTypes);
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        Override(WordParts.Document, Word + "document.main+xml");
        Override(WordParts.Footnotes, Word + "footnotes+xml");
        Override(WordParts.Numbering, Word + "numbering+xml");
        Override(WordParts.Styles, Word + "styles+xml");
        Override(WordParts.Settings, Word + "settings+xml");
        Override(WordParts.Header, Word + "header+xml");
        Override(WordParts.Footer, Word + "footer+xml");
        if (hasLock)
        {
            Override(WordParts.LockProperties, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
        }

        Override(WordParts.CoreProperties, "application/vnd.openxmlformats-package.core-properties+xml");
        Override(WordParts.AppProperties, "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        xml.WriteEndElement();

        void Override(string part, string type) => Type("Override", "PartName", "/" + part, type);

        void Type(string element, string key, string value, string type)
        {
            xml.WriteStartElement(element, Namespaces.ContentTypes);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }
}
