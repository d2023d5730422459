namespace MouBuilder.Word;

/// <summary>The custom XML part that carries the lock.</summary>
internal static class LockPart
{
    // A constant name for a store item of ours: Word asks for one, and a random one would change the bytes of every build.
    private const string ItemId = "{6C6F636B-4D4F-5542-8000-000000000001}";

    private static readonly byte[] Properties = PlainXml.Constant(xml =>
    {
        xml.WriteStartElement("ds", "datastoreItem", Namespaces.CustomXml);
        xml.WriteAttributeString("ds", "itemID", Namespaces.CustomXml, ItemId);
        xml.WriteStartElement("ds", "schemaRefs", Namespaces.CustomXml);
        xml.WriteStartElement("ds", "schemaRef", Namespaces.CustomXml);
        xml.WriteAttributeString("ds", "uri", Namespaces.CustomXml, Namespaces.Lock);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static void Write(Stream stream, string lockYaml) => PlainXml.Write(stream, xml =>
    {
        xml.WriteStartElement("lock", Namespaces.Lock);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XmlCharacters.Demand(lockYaml));
        xml.WriteEndElement();
    });

    public static void WriteProperties(Stream stream) => stream.Write(Properties);
}
