using System.Runtime.CompilerServices;
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

    /// <summary>The bytes of a part that is the same in every file and need be made only once.</summary>
    public static byte[] Constant(Action<XmlWriter> write)
    {
        using MemoryStream part = new();
        Write(part, write);
        return part.ToArray();
    }

    /// <summary>A writer of markup for a part; the part stays open.</summary>
    /// <param name="buffer">How many characters are gathered before they go to the part.</param>
    public static StreamWriter Text(Stream part, int buffer) => new(part, Settings.Encoding, buffer, leaveOpen: true);

    /// <summary>Writes markup with holes in it, without making a string of the whole.</summary>
    public static void Put(this TextWriter part, IFormatProvider culture, [InterpolatedStringHandlerArgument(nameof(culture))] ref DefaultInterpolatedStringHandler markup)
    {
        part.Write(markup.Text);
        markup.Clear();
    }
}
