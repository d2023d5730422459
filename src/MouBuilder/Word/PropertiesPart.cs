using System.Globalization;
using System.Xml;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>The file's properties: what it is, which revision, of which date; nothing about the machine that made it.</summary>
internal static class PropertiesPart
{
    private const string Core = Namespaces.CoreProperties;
    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Schema = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly byte[] App = PlainXml.Constant(xml =>
    {
        xml.WriteStartElement("Properties", Namespaces.AppProperties);
        xml.WriteElementString("Application", Namespaces.AppProperties, "MouBuilder");
        xml.WriteElementString("DocSecurity", Namespaces.AppProperties, "0");
        xml.WriteEndElement();
    });

    public static void WriteCore(Stream stream, DocumentProperties properties, string language) => PlainXml.Write(stream, xml =>
    {
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dc", null, Dublin);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Schema);
        Write(xml, "dc", "title", Dublin, properties.Title);
        Write(xml, "dc", "identifier", Dublin, properties.Agreement);
        Write(xml, "dc", "creator", Dublin, properties.Drafter);
        Write(xml, "cp", "lastModifiedBy", Core, properties.Drafter);
        Write(xml, "dc", "language", Dublin, language);
        Write(xml, "cp", "contentStatus", Core, properties.Status);
        Write(xml, "cp", "version", Core, properties.Revision);
        if (properties.Drafted is { } drafted)
        {
            WriteDate(xml, "created", drafted);
            WriteDate(xml, "modified", drafted);
        }

        xml.WriteEndElement();
    });

    public static void WriteApp(Stream stream) => stream.Write(App);

    private static void Write(XmlWriter xml, string prefix, string name, string space, string value)
    {
        if (value.Length > 0)
        {
            xml.WriteStartElement(prefix, name, space);
            xml.WriteString(XmlCharacters.Demand(value));
            xml.WriteEndElement();
        }
    }

    private static void WriteDate(XmlWriter xml, string name, DateOnly date)
    {
        xml.WriteStartElement("dcterms", name, Terms);
        xml.WriteAttributeString("xsi", "type", Schema, "dcterms:W3CDTF");
        xml.WriteString(date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
