using System.Globalization;
using System.Text;

namespace MouBuilder.Word;

/// <summary>
/// Writes the paragraphs and runs of one story. Every run and every paragraph of a file goes through here, so that what is true of
/// all of them (a style, a language, preserved blanks) is said once. The markup is written as text, which costs a small part of what typed
/// classes cost; <see cref="PackageCheck"/> reads every file back, and the tests validate it against the schema.
/// </summary>
internal sealed class StoryXml : IDisposable
{
    private const string BeginText = "<w:t xml:space=\"preserve\">";
    private const string EndText = "</w:t>";
    private const string EndRun = "</w:r>";

    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly StreamWriter part;
    private readonly string root;
    private readonly string language;
    private readonly Dictionary<RunFormat, string> runs = [];

    /// <param name="root">The element of the part, without its prefix.</param>
    /// <param name="language">The language of every run; empty when nobody said.</param>
    public StoryXml(Stream part, string root, string language)
    {
        this.part = new(part, Utf8, bufferSize: 1 << 12, leaveOpen: true);
        this.root = root;
        this.language = language;

        // A reader that does not know w15 may leave it out: it only hides the frame of a control.
        Markup("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>");
        Markup($"<w:{root} xmlns:w=\"{Namespaces.Word}\" xmlns:r=\"{Namespaces.Relationships}\" xmlns:mc=\"{Namespaces.Compatibility}\" xmlns:w15=\"{Namespaces.Word2012}\" mc:Ignorable=\"w15\">");
    }

    /// <summary>What is XML already: a literal of ours, or one made with <see cref="Escaped"/>.</summary>
    public void Markup(string markup) => part.Write(markup);

    public void BeginParagraph(ParagraphFormat format)
    {
        part.Write("<w:p>");
        format.WriteTo(part);
    }

    public void EndParagraph() => part.Write("</w:p>");

    /// <summary>Words, carried literally; a line feed or tab among them becomes Word's own.</summary>
    public void Text(string value, RunFormat format)
    {
        if (value.Length == 0)
        {
            return;
        }

        XmlCharacters.Demand(value);
        BeginRun(format);
        ReadOnlySpan<char> rest = value;
        for (int at = rest.IndexOfAny('\n', '\t'); at >= 0; at = rest.IndexOfAny('\n', '\t'))
        {
            Words(rest[..at]);
            part.Write(rest[at] == '\n' ? "<w:br/>" : "<w:tab/>");
            rest = rest[(at + 1)..];
        }

        Words(rest);
        part.Write(EndRun);
    }

    /// <summary>A run around something that is not text.</summary>
    public void Run(string markup, RunFormat format)
    {
        BeginRun(format);
        part.Write(markup);
        part.Write(EndRun);
    }

    /// <summary>A field with the result a reader sees until Word computes it anew, which it must find unchanged.</summary>
    public void Field(string instruction, string result, RunFormat format)
    {
        BeginField(instruction, format);
        Text(result, format);
        EndField(format);
    }

    public void BeginField(string instruction, RunFormat format)
    {
        Run("<w:fldChar w:fldCharType=\"begin\"/>", format);
        BeginRun(format);
        part.Write("<w:instrText xml:space=\"preserve\"> ");
        Escape(instruction);
        part.Write(" </w:instrText>");
        part.Write(EndRun);
        Run("<w:fldChar w:fldCharType=\"separate\"/>", format);
    }

    public void EndField(RunFormat format) => Run("<w:fldChar w:fldCharType=\"end\"/>", format);

    public void BeginBookmark(Bookmark bookmark) =>
        Markup(string.Create(CultureInfo.InvariantCulture, $"<w:bookmarkStart w:id=\"{bookmark.Id}\" w:name=\"{bookmark.Name}\"/>"));

    public void EndBookmark(Bookmark bookmark) => Markup(string.Create(CultureInfo.InvariantCulture, $"<w:bookmarkEnd w:id=\"{bookmark.Id}\"/>"));

    public void BeginLinkOut(string relationship) => Markup($"<w:hyperlink r:id=\"{relationship}\" w:history=\"1\">");

    public void BeginLinkTo(Bookmark bookmark) => Markup($"<w:hyperlink w:anchor=\"{bookmark.Name}\" w:history=\"1\">");

    public void EndLink() => Markup("</w:hyperlink>");

    /// <summary>A value as it stands in an attribute.</summary>
    public static string Escaped(string value) => XmlCharacters.Demand(value)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\t", "&#9;", StringComparison.Ordinal);

    public void Dispose()
    {
        Markup($"</w:{root}>");
        part.Dispose();
    }

    private void BeginRun(RunFormat format)
    {
        if (!runs.TryGetValue(format, out string? begin))
        {
            runs.Add(format, begin = "<w:r>" + format.ToMarkup(language));
        }

        part.Write(begin);
    }

    private void Words(ReadOnlySpan<char> words)
    {
        if (!words.IsEmpty)
        {
            part.Write(BeginText);
            Escape(words);
            part.Write(EndText);
        }
    }

    private void Escape(ReadOnlySpan<char> words)
    {
        for (int at = words.IndexOfAny('&', '<', '>'); at >= 0; at = words.IndexOfAny('&', '<', '>'))
        {
            part.Write(words[..at]);
            part.Write(words[at] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            words = words[(at + 1)..];
        }

        part.Write(words);
    }
}
