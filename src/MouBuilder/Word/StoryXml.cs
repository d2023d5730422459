using System.Text;
using DocumentFormat.OpenXml;
using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace MouBuilder.Word;

/// <summary>
/// Writes the paragraphs and runs of one story. Every run and every paragraph of a file goes through here, so that what is true of
/// all of them (a style, a language, preserved blanks) is said once.
/// </summary>
internal sealed class StoryXml : IDisposable
{
    private static readonly KeyValuePair<string, string>[] Prefixes =
    [
        new("w", Namespaces.Word), new("r", Namespaces.Relationships), new("mc", Namespaces.Compatibility), new("w15", Namespaces.Word2012),
    ];

    // A reader that does not know w15 may leave it out: it only hides the frame of a control.
    private static readonly OpenXmlAttribute[] Ignorable = [new("mc", "Ignorable", Namespaces.Compatibility, "w15")];
    private static readonly OpenXmlAttribute[] None = [];
    private static readonly OpenXmlAttribute[] PreserveSpace = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly OpenXmlWriter xml;
    private readonly string language;
    private readonly Dictionary<RunFormat, W.RunProperties> runs = [];
    private readonly Dictionary<ParagraphFormat, W.ParagraphProperties> paragraphs = [];
    private readonly W.Paragraph paragraph = new();
    private readonly W.Run run = new();
    private readonly W.Text text = new();
    private readonly W.FieldCode fieldCode = new();
    private readonly W.FieldChar fieldBegin = new() { FieldCharType = W.FieldCharValues.Begin };
    private readonly W.FieldChar fieldSeparate = new() { FieldCharType = W.FieldCharValues.Separate };
    private readonly W.FieldChar fieldEnd = new() { FieldCharType = W.FieldCharValues.End };
    private readonly W.Break lineBreak = new();
    private readonly W.TabChar tab = new();

    public StoryXml(Stream part, OpenXmlElement root, string language)
    {
        this.language = language;
        xml = OpenXmlWriter.Create(part, Utf8);
        xml.WriteStartDocument(true);
        xml.WriteStartElement(root, Ignorable, Prefixes);
    }

    public void Begin(OpenXmlElement element) => xml.WriteStartElement(element);

    public void End() => xml.WriteEndElement();

    public void Whole(OpenXmlElement element) => xml.WriteElement(element);

    public void BeginParagraph(ParagraphFormat format)
    {
        if (!paragraphs.TryGetValue(format, out W.ParagraphProperties? properties))
        {
            paragraphs.Add(format, properties = format.ToProperties());
        }

        xml.WriteStartElement(paragraph, None);
        xml.WriteElement(properties);
    }

    /// <summary>Words, carried literally; a line feed or tab among them becomes Word's own.</summary>
    public void Text(string value, RunFormat format)
    {
        if (value.Length == 0)
        {
            return;
        }

        XmlCharacters.Demand(value);
        BeginRun(format);
        int from = 0;
        for (int at = value.AsSpan().IndexOfAny('\n', '\t'); at >= 0; at = value.AsSpan(from).IndexOfAny('\n', '\t') is >= 0 and int next ? from + next : -1)
        {
            Words(value[from..at]);
            xml.WriteElement(value[at] == '\n' ? lineBreak : tab);
            from = at + 1;
        }

        Words(value[from..]);
        xml.WriteEndElement();
    }

    /// <summary>A run around something that is not text.</summary>
    public void Run(OpenXmlElement content, RunFormat format)
    {
        BeginRun(format);
        xml.WriteElement(content);
        xml.WriteEndElement();
    }

    public void LineBreak(RunFormat format) => Run(lineBreak, format);

    public void Tab(RunFormat format) => Run(tab, format);

    /// <summary>A field with the result a reader sees until Word computes it anew, which it must find unchanged.</summary>
    public void Field(string instruction, string result, RunFormat format)
    {
        BeginField(instruction, format);
        Text(result, format);
        EndField(format);
    }

    public void BeginField(string instruction, RunFormat format)
    {
        Run(fieldBegin, format);
        BeginRun(format);
        xml.WriteStartElement(fieldCode, PreserveSpace);
        xml.WriteString(" " + instruction + " ");
        xml.WriteEndElement();
        xml.WriteEndElement();
        Run(fieldSeparate, format);
    }

    public void EndField(RunFormat format) => Run(fieldEnd, format);

    public void Dispose()
    {
        xml.WriteEndElement();
        xml.Close();
    }

    private void BeginRun(RunFormat format)
    {
        if (!runs.TryGetValue(format, out W.RunProperties? properties))
        {
            runs.Add(format, properties = format.ToProperties(language));
        }

        xml.WriteStartElement(run, None);
        if (properties.HasChildren)
        {
            xml.WriteElement(properties);
        }
    }

    private void Words(string words)
    {
        if (words.Length > 0)
        {
            xml.WriteStartElement(text, PreserveSpace);
            xml.WriteString(words);
            xml.WriteEndElement();
        }
    }
}
