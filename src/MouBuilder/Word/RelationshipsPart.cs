using System.Xml;

namespace MouBuilder.Word;

/// <summary>The .rels parts. Ids are names, so that adding a part never renumbers another.</summary>
internal static class RelationshipsPart
{
    public const string HeaderId = "header";
    public const string FooterId = "footer";

    private const string Office = Namespaces.Relationships + "/";

    private static readonly byte[] Package = Constant(xml =>
    {
        Relate(xml, "document", Office + "officeDocument", WordParts.Document);
        Relate(xml, "core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", WordParts.CoreProperties);
        Relate(xml, "app", Office + "extended-properties", WordParts.AppProperties);
    });

    private static readonly byte[] Lock = Constant(xml => Relate(xml, "properties", Office + "customXmlProps", "itemProps1.xml"));

    public static void WritePackage(Stream stream) => stream.Write(Package);

    public static void WriteDocument(Stream stream, bool hasLock, Hyperlinks links) => Write(stream, xml =>
    {
        Relate(xml, "styles", Office + "styles", "styles.xml");
        Relate(xml, "numbering", Office + "numbering", "numbering.xml");
        Relate(xml, "settings", Office + "settings", "settings.xml");
        Relate(xml, HeaderId, Office + "header", "header.xml");
        Relate(xml, FooterId, Office + "footer", "footer.xml");
        Relate(xml, "footnotes", Office + "footnotes", "footnotes.xml");
        if (hasLock)
        {
            Relate(xml, "lock", Office + "customXml", "../" + WordParts.Lock);
        }

        Links(xml, links);
    });

    public static void WriteLinks(Stream stream, Hyperlinks links) => Write(stream, xml => Links(xml, links));

    public static void WriteLock(Stream stream) => stream.Write(Lock);

    private static void Write(Stream stream, Action<XmlWriter> write) => PlainXml.Write(stream, xml => All(xml, write));

    private static byte[] Constant(Action<XmlWriter> write) => PlainXml.Constant(xml => All(xml, write));

    private static void All(XmlWriter xml, Action<XmlWriter> write)
    {
        xml.WriteStartElement("Relationships", Namespaces.PackageRelationships);
        write(xml);
        xml.WriteEndElement();
    }

    private static void Links(XmlWriter xml, Hyperlinks links)
    {
        foreach ((string id, string address) in links.InOrder)
        {
            Relate(xml, id, Office + "hyperlink", address, external: true);
        }
    }

    private static void Relate(XmlWriter xml, string id, string type, string target, bool external = false)
    {
        xml.WriteStartElement("Relationship", Namespaces.PackageRelationships);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", type);
        xml.WriteAttributeString("Target", target);
        if (external)
        {
            xml.WriteAttributeString("TargetMode", "External");
        }

        xml.WriteEndElement();
    }
}
