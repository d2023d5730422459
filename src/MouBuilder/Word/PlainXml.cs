using System.Text;
using System.Xml;

namespace MouBuilder.Word;

/// <summary>Writes the small parts that need no typed classes.</summary>
internal static class PlainXml
{
    // New lines are kept as they are: the default would write the machine's own.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None, CloseOutput = false };

    public static void Write(Stream stream, Action<XmlWriter> write)
    {
        using XmlWriter xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument(true);
        write(xml);
    }

    /// <summary>Writes a constant text that is XML already.</summary>
    public static void WriteText(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    public static void WriteText(Stream stream, StringBuilder text)
    {
        using StreamWriter writer = new(stream, Settings.Encoding, bufferSize: 1 << 10, leaveOpen: true);
        writer.Write(text);
    }
}
