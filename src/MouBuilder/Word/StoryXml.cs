using System.Globalization;
using System.Runtime.CompilerServices;
using MouBuilder.Documents;

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
    private const string BeginDeleted = "<w:delText xml:space=\"preserve\">";
    private const string EndDeleted = "</w:delText>";
    private const string EndRun = "</w:r>";
    private const int UsualBuffer = 1 << 9;

    private readonly StreamWriter file;
    private readonly string root;
    private readonly string language;
    private readonly RevisionMarks? marks;
    private RevisionTally? tally;
    private readonly HeldParagraphs? held;
    private readonly Dictionary<RunFormat, string> runs = [];
    private RunFormat lastLooks;
    private string lastBegin = "";

    // The file itself or, in a redline, the paragraph being written.
    private TextWriter part;
    private RevisionKind paragraph;
    private RevisionKind open;
    private RevisionKind openInside;
    private RevisionKind lastRun;
    private bool hasKept;
    private bool isMixed;
    private bool hasField;
    private bool inField;
    private bool showsOther;

    /// <param name="root">The element of the part, without its prefix.</param>
    /// <param name="language">The language of every run; empty when nobody said.</param>
    /// <param name="buffer">How many characters are gathered before they go to the part.</param>
    /// <param name="isText">Whether the story is text of the document, whose changes are counted, and not what stands around it on each page.</param>
    /// <param name="marks">Writes the tracked changes of a redline; null for a file without any.</param>
    public StoryXml(Stream part, string root, string language, RevisionMarks? marks = null, bool isText = true, int buffer = UsualBuffer)
    {
        this.part = file = PlainXml.Text(part, buffer);
        this.root = root;
        this.language = language;
        this.marks = marks;
        held = marks is null ? null : new(file, marks);
        Count(isText);

        // A reader that does not know w15 may leave it out: it only hides the frame of a control.
        Markup("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>");
        Markup($"<w:{root} xmlns:w=\"{Namespaces.Word}\" xmlns:r=\"{Namespaces.Relationships}\" xmlns:mc=\"{Namespaces.Compatibility}\" xmlns:w15=\"{Namespaces.Word2012}\" mc:Ignorable=\"w15\">");
    }

    /// <summary>What is XML already: a literal of ours, or one made with <see cref="Escaped"/>.</summary>
    public void Markup(string markup)
    {
        FlushHeld();
        part.Write(markup);
    }

    /// <summary>The same with holes, without a string of the whole.</summary>
    public void Markup(IFormatProvider culture, [InterpolatedStringHandlerArgument(nameof(culture))] ref DefaultInterpolatedStringHandler markup)
    {
        FlushHeld();
        part.Put(culture, ref markup);
    }

    /// <summary>What is written from here on follows from the rest and is not counted.</summary>
    public void PauseCount() => Count(isText: false);

    public void ResumeCount() => Count(isText: true);

    private void Count(bool isText)
    {
        tally = isText ? marks?.Tally : null;
        marks?.Tally.IsOutside = !isText;
    }

    public void BeginTable(string markup)
    {
        held?.FlushBeforeTable();
        part.Write(markup);
    }

    public void EndTable()
    {
        Markup(TableXml.End);
        held?.FollowTable();
    }

    /// <summary>What a row's properties say of it in a redline.</summary>
    /// <param name="oldForm">How a kept row lay on the page, where it lies otherwise now.</param>
    public string OfRow(Revision? revision, string? oldForm) =>
        revision is { Kind: not RevisionKind.Kept } own ? marks!.OfRow(own.Kind) : oldForm is not null ? marks!.RowChange(oldForm) : "";

    /// <summary>What the properties of a kept cell say in a redline of how it lay in the table before.</summary>
    public string OfCell(string oldForm) => marks!.CellChange(oldForm);

    /// <summary>The mark that begins or ends a range around paragraphs; it does not part them.</summary>
    public void RangeMark(string markup) => held!.Mark(markup);

    public void BeginParagraph(ParagraphFormat format) => BeginParagraph(format, format, RevisionKind.Kept);

    /// <summary>A paragraph that may stand on one side of a redline alone.</summary>
    /// <param name="now">Its format in the new text; null where it is not in it.</param>
    /// <param name="old">Its format in the old text; null where it is not in it.</param>
    /// <param name="kind">What became of its mark.</param>
    public void BeginParagraph(ParagraphFormat? now, ParagraphFormat? old, RevisionKind kind)
    {
        if (held is not null)
        {
            part = held.Begin(now, old, kind);
            paragraph = kind;
            lastRun = RevisionKind.Kept;
            hasKept = false;
            isMixed = false;
            hasField = false;
            return;
        }

        part.Write("<w:p>");
        now!.Value.WriteTo(part);
    }

    public void EndParagraph()
    {
        if (held is not null)
        {
            held.End(lastRun, hasKept, isMixed, hasField);
            tally?.Break();
            Wrap(RevisionKind.Kept);
            part = file;
            return;
        }

        part.Write("</w:p>");
    }

    /// <summary>Ends the body, a cell or a note, whose last paragraph mark nobody can delete.</summary>
    /// <param name="isWhole">Whether all of it stands on one side alone.</param>
    public void EndContainer(bool isWhole = false) => held?.FlushAtEnd(isWhole);

    /// <summary>Words, carried literally; a line feed or tab among them becomes Word's own.</summary>
    public void Text(string value, RunFormat format)
    {
        if (value.Length == 0)
        {
            return;
        }

        XmlCharacters.Demand(value);
        if (!inField)
        {
            tally?.Text(format.Revision, value);
        }

        BeginRun(format);
        ReadOnlySpan<char> rest = value;
        for (int at = rest.IndexOfAny('\n', '\t'); at >= 0; at = rest.IndexOfAny('\n', '\t'))
        {
            Words(rest[..at], format.Revision);
            part.Write(rest[at] == '\n' ? "<w:br/>" : "<w:tab/>");
            rest = rest[(at + 1)..];
        }

        Words(rest, format.Revision);
        part.Write(EndRun);
    }

    /// <summary>Words that may be others in the old text of a redline.</summary>
    public void Changed(string old, string now, RunFormat format)
    {
        if (old == now)
        {
            Text(now, format);
        }
        else
        {
            showsOther = inField;
            Text(old, format with { Emphasis = format.Was ?? format.Emphasis, Was = null, Revision = RevisionKind.Deleted });
            Text(now, format with { Was = null, Revision = RevisionKind.Inserted });
        }
    }

    /// <summary>A run around something that is not text.</summary>
    public void Run(string markup, RunFormat format)
    {
        if (!inField)
        {
            tally?.NoteMark(format.Revision);
        }

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
        inField = true;
        hasField = true;
        Run("<w:fldChar w:fldCharType=\"begin\"/>", format);
        BeginRun(format);
        string name = format.Revision == RevisionKind.Deleted ? "w:delInstrText" : "w:instrText";
        part.Write("<");
        part.Write(name);
        part.Write(" xml:space=\"preserve\"> ");
        Escape(instruction);
        part.Write(" </");
        part.Write(name);
        part.Write(">");
        part.Write(EndRun);
        Run("<w:fldChar w:fldCharType=\"separate\"/>", format);
    }

    public void EndField(RunFormat format)
    {
        Run("<w:fldChar w:fldCharType=\"end\"/>", format);
        inField = false;
        tally?.Field(format.Revision, showsOther);
        showsOther = false;
    }

    public void BeginBookmark(Bookmark bookmark) =>
        Between(CultureInfo.InvariantCulture, $"<w:bookmarkStart w:id=\"{bookmark.Id}\" w:name=\"{bookmark.Name}\"/>");

    public void EndBookmark(Bookmark bookmark) => Between(CultureInfo.InvariantCulture, $"<w:bookmarkEnd w:id=\"{bookmark.Id}\"/>");

    public void BeginLinkOut(string relationship) => Between(CultureInfo.InvariantCulture, $"<w:hyperlink r:id=\"{relationship}\" w:history=\"1\">");

    public void BeginLinkTo(Bookmark bookmark) => Between(CultureInfo.InvariantCulture, $"<w:hyperlink w:anchor=\"{bookmark.Name}\" w:history=\"1\">");

    public void EndLink()
    {
        hasField = true;
        Between("</w:hyperlink>");
    }

    /// <summary>A value as it stands in an attribute.</summary>
    public static string Escaped(string value) => XmlCharacters.Demand(value)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\t", "&#9;", StringComparison.Ordinal);

    public void Dispose()
    {
        Markup($"</w:{root}>");
        file.Dispose();
    }

    private void FlushHeld()
    {
        if (part == file)
        {
            held?.Flush();
        }
    }

    private void Between(string markup)
    {
        Wrap(RevisionKind.Kept);
        part.Write(markup);
    }

    private void Between(IFormatProvider culture, [InterpolatedStringHandlerArgument(nameof(culture))] ref DefaultInterpolatedStringHandler markup)
    {
        Wrap(RevisionKind.Kept);
        part.Put(culture, ref markup);
    }

    private void BeginRun(RunFormat format)
    {
        Wrap(format.Revision);
        RevisionKind around = Around(format.Revision);
        isMixed |= lastRun != RevisionKind.Kept && lastRun != around;
        lastRun = around;
        hasKept |= format.Revision == RevisionKind.Kept;
        if (format.Was is not null)
        {
            part.Write("<w:r>" + format.ToMarkup(language, marks!.FormatChange));
            return;
        }

        RunFormat looks = format with { Revision = RevisionKind.Kept };
        if (looks != lastLooks || lastBegin.Length == 0)
        {
            lastLooks = looks;
            if (!runs.TryGetValue(looks, out lastBegin!))
            {
                runs.Add(looks, lastBegin = "<w:r>" + looks.ToMarkup(language));
            }
        }

        part.Write(lastBegin);
    }

    /// <summary>Words that did not come along with a moved paragraph stand inside of what moved: LibreOffice then takes the paragraph for one stretch, and whoever takes or refuses the move takes them with it.</summary>
    private RevisionKind Around(RevisionKind kind) => (paragraph, kind) is (RevisionKind.MovedFrom, RevisionKind.Deleted) ? RevisionKind.MovedFrom : kind;

    /// <summary>Runs that share a fate stand in one element.</summary>
    private void Wrap(RevisionKind kind)
    {
        RevisionKind around = Around(kind);
        RevisionKind inside = around == kind ? RevisionKind.Kept : kind;
        if (openInside != inside || open != around)
        {
            Turn(ref openInside, RevisionKind.Kept);
            Turn(ref open, around);
            Turn(ref openInside, inside);
        }
    }

    private void Turn(ref RevisionKind element, RevisionKind kind)
    {
        if (kind == element)
        {
            return;
        }

        if (element != RevisionKind.Kept)
        {
            part.Write($"</{RevisionMarks.Element(element)}>");
        }

        if (kind != RevisionKind.Kept)
        {
            part.Write(marks!.Begin(kind));
        }

        element = kind;
    }

    private void Words(ReadOnlySpan<char> words, RevisionKind kind)
    {
        if (!words.IsEmpty)
        {
            part.Write(kind == RevisionKind.Deleted ? BeginDeleted : BeginText);
            Escape(words);
            part.Write(kind == RevisionKind.Deleted ? EndDeleted : EndText);
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
