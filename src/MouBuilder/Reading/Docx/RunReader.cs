using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>Reads what stands inside paragraphs of one story. Fields may begin in one paragraph and end in another, so they are kept between paragraphs.</summary>
internal sealed partial class RunReader(DocxContext context, Relationships links, StoryPlace place, bool inNote)
{
    public const string BookmarkTarget = "bookmark:";

    private List<Inline> inlines = [];
    private List<Element> boxes = [];
    private List<string> bookmarks = [];
    private string? paragraphStyle;
    private int paragraph;

    // What the paragraph has of a table of contents or an index.
    private readonly StringBuilder generated = new();
    private OpenField? generatedBy;

    /// <summary>The words of a paragraph, and the text boxes that hang on it.</summary>
    public (ImmutableArray<Inline> Words, List<Element> Boxes, List<string> Bookmarks) Paragraph(Element element, string? style)
    {
        inlines = [];
        boxes = [];
        bookmarks = [];
        paragraphStyle = style;
        paragraph++;
        citesPage = false;
        generated.Clear();
        Children(element, null);
        CloseBroken();
        context.Generated.Add(generatedBy, generated.ToString());
        return (InlineText.Merged(inlines), boxes, bookmarks);
    }

    private void Children(Element element, string? address)
    {
        foreach (Element child in element.Children)
        {
            Read(child, address);
        }
    }

    private void Read(Element element, string? address)
    {
        switch (element.Name)
        {
            case "w:r":
                Run(element);
                break;
            case "w:hyperlink":
                Link(element);
                break;
            case "w:fldSimple":
                SimpleField(element);
                break;
            case "w:ins" or "w:moveTo":
                context.Changes.Note(element);
                if (!context.Changes.ReadsOld)
                {
                    Children(element, address);
                }
                else
                {
                    context.Changes.NoteWithin(element);
                }

                break;
            case "w:del" or "w:moveFrom":
                context.Changes.Note(element);
                if (context.Changes.ReadsOld)
                {
                    Children(element, address);
                }
                else
                {
                    context.Changes.NoteWithin(element);
                }

                break;
            case "w:sdt":
                Control(element, address);
                break;
            case "w:bookmarkStart":
                if (element["w:name"] is { } name)
                {
                    bookmarks.Add(name);
                }

                break;
            case "mc:AlternateContent":
                if (Alternatives.Chosen(element) is { } chosen)
                {
                    Children(chosen, address);
                }
                else
                {
                    context.Losses.Lost("something of a later Word version", place.Now);
                }

                break;
            case "m:oMath" or "m:oMathPara":
                Equation(element);
                break;
            case "w:subDoc":
                context.Losses.Lost("a document that this one includes", place.Now);
                break;
            case "w:p":
                // Paragraphs inside paragraphs are what broken redlines have.
                context.Losses.Lost("a paragraph inside of a paragraph, read as part of it", place.Now);
                Children(element, address);
                break;
            case "w:smartTag" or "w:customXml" or "w:dir" or "w:bdo" or "w:sdtContent":
                Children(element, address);
                break;
            default:
                if (!element.Name.EndsWith("Pr", StringComparison.Ordinal) && element.Descendants().Any(e => e.Name is "w:r" or "w:t"))
                {
                    Children(element, address);
                }

                break;
        }
    }

    private void Control(Element control, string? address)
    {
        if (!context.Data.Fill(control, place.Now) && control.Child("w:sdtPr")?.Flag("w:showingPlcHdr") == true)
        {
            context.Losses.Lost("a form field that nobody has filled in, with the words that ask for it", place.Now);
        }

        if (control.Child("w:sdtContent") is { } content)
        {
            Children(content, address);
        }
    }

    private void Link(Element link)
    {
        int from = inlines.Count;
        citesPage |= link["w:anchor"]?.StartsWith("_Toc", StringComparison.Ordinal) == true;
        Children(link, null);
        if (links.ById(link["r:id"]) is { IsOutside: true } target)
        {
            WrapLink(from, target.Target + (link["w:anchor"] is { Length: > 0 } anchor ? "#" + anchor : ""));
        }
        else if (link["w:anchor"] is { Length: > 0 } bookmark && !bookmark.StartsWith("_Toc", StringComparison.Ordinal))
        {
            WrapNumber(from, bookmark);
        }
        else if (link["r:id"] is { Length: > 0 } && inlines.Count > from)
        {
            context.Losses.Lost("a link of which the file does not say where it leads, read as words", place.Now);
        }
    }

    private void WrapLink(int from, string address)
    {
        if (from >= inlines.Count)
        {
            return;
        }

        string seen = SeenText.Of(address.Trim(), context.Losses, () => place.Now).Replace("\n", "", StringComparison.Ordinal);
        bool isOfWeb = seen.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || seen.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || seen.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (isOfWeb && Uri.TryCreate(seen, UriKind.Absolute, out _))
        {
            ImmutableArray<Inline> content = [.. inlines.Skip(from)];
            inlines.RemoveRange(from, inlines.Count - from);

            // Marks of notes and references stay outside: a link is words.
            inlines.Add(new Link(seen, InlineText.Merged(content.Where(i => i is TextRun))));
            inlines.AddRange(content.Where(i => i is not TextRun and not Documents.Link and not LineBreak));
        }
        else if (!seen.StartsWith('#'))
        {
            context.Losses.Lost(isOfWeb ? $"a link to what is no address, read as words: {seen}" : "a link to a file or program, read as words", place.Now);
        }
    }
}
