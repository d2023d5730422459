using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>Reads the blocks of one story (the body, a note, a text box) into a flat row of pieces.</summary>
internal sealed partial class StoryReader
{
    private readonly DocxContext context;
    private readonly StoryPlace place;
    private readonly RunReader runs;
    private readonly TableReader tables;
    private List<Inline> carried = [];
    private int boxDepth;

    public StoryReader(DocxContext context, Relationships links, StoryPlace place, bool inNote)
    {
        this.context = context;
        this.place = place;
        runs = new(context, links, place, inNote);
        tables = new(context, this, place);
    }

    /// <summary>The tables of contents that the story has begun and not ended.</summary>
    public IEnumerable<int> OpenContents => runs.OpenContents;

    public List<Piece> ReadAll(IEnumerable<Element> blocks)
    {
        List<Piece> pieces = [];
        foreach (Element block in blocks)
        {
            Read(block, pieces);
        }

        Flush(pieces);
        return pieces;
    }

    public void Read(Element block, List<Piece> pieces)
    {
        switch (block.Name)
        {
            case "w:p":
                Paragraph(block, pieces);
                break;
            case "w:tbl":
                Flush(pieces);
                if (tables.Read(block) is { } table)
                {
                    pieces.Add(table);
                }

                break;
            case "w:sdt":
                Control(block, pieces);
                break;
            case "w:ins" or "w:moveTo" or "w:del" or "w:moveFrom":
                context.Changes.Note(block);
                if (context.Changes.ReadsOld == block.Name is "w:del" or "w:moveFrom")
                {
                    Children(block, pieces);
                }
                else
                {
                    context.Changes.NoteWithin(block);
                }

                break;
            case "w:altChunk":
                context.Losses.Lost("a document of another kind that this one takes in", place.Now);
                pieces.Add(new Solid(new Unsupported("embedded document")));
                break;
            case "mc:AlternateContent":
                if (Alternatives.Chosen(block) is { } chosen)
                {
                    Children(chosen, pieces);
                }
                else
                {
                    context.Losses.Lost("something of a later Word version", place.Now);
                }

                break;
            case "m:oMathPara" or "m:oMath" or "w:r" or "w:hyperlink":
                // What belongs into a paragraph stands without one in some files.
                Element holder = new("w:p", []);
                holder.Add(block);
                Paragraph(holder, pieces);
                break;
            case "w:customXml" or "w:sdtContent" or "w:txbxContent" or "w:smartTag":
                Children(block, pieces);
                break;
            default:
                if (!block.Name.EndsWith("Pr", StringComparison.Ordinal) && block.Descendants().Any(e => e.Name is "w:p" or "w:t"))
                {
                    Children(block, pieces);
                }

                break;
        }
    }

    /// <summary>Words whose paragraph mark is deleted, with nothing after them to run on into.</summary>
    public void Flush(List<Piece> pieces)
    {
        if (carried.Count > 0)
        {
            pieces.Add(new Line(InlineText.Trimmed([.. carried])));
            carried = [];
        }
    }

    public static ClauseOrigin? OriginOf(Element? properties) => ClauseTags.Read(properties?.Child("w:tag")?.Val);

    private void Children(Element block, List<Piece> pieces)
    {
        foreach (Element child in block.Children)
        {
            Read(child, pieces);
        }
    }

    private void Control(Element control, List<Piece> pieces)
    {
        context.Data.Fill(control, place.Now);
        ClauseOrigin? origin = OriginOf(control.Child("w:sdtPr"));
        if (origin is not null)
        {
            pieces.Add(new ClauseStart(origin));
        }

        Children(control.Child("w:sdtContent") ?? control, pieces);
        if (origin is not null)
        {
            pieces.Add(new ClauseEnd());
        }
    }

    private void Paragraph(Element paragraph, List<Piece> pieces)
    {
        context.CountParagraph();
        Provenance from = place.Next();
        Element? properties = paragraph.Child("w:pPr");
        if (properties?.Child("w:pPrChange") is { } change)
        {
            context.Changes.Note(change, paragraph);
            properties = context.Changes.ReadsOld ? change.Child("w:pPr") : properties;
        }

        string? style = properties?.Child("w:pStyle")?.Val;
        bool isInitial = context.Styles.Property(properties, style, "w:framePr")?["w:dropCap"] is "drop" or "margin";
        bool markGoes = MarkGoes(paragraph.Child("w:pPr")?.Child("w:rPr")) || isInitial;
        bool wasInContents = runs.InContents;
        (ImmutableArray<Inline> words, List<Element> boxes, List<string> bookmarks) = runs.Paragraph(paragraph, style);
        if (markGoes)
        {
            carried.AddRange(words);
            Boxes(boxes, pieces);
            return;
        }

        bool runsOn = carried.Count > 0;
        if (runsOn)
        {
            words = InlineText.Merged([.. carried, .. words]);
            carried = [];
        }

        if (context.Styles.NameOf(style) == "Not Carried Over" && PlainText.Of(words) is ['[', .., ']'] notice && notice.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
        {
            pieces.Add(new Solid(new Unsupported(notice[(colon + 2)..^1]) { From = from }) { From = from, Indent = IndentOf(properties, style, null) });
            return;
        }

        Look look = LookOf(properties, style) with
        {
            OnlyEndsSection = words.IsEmpty && properties?.Child("w:sectPr") is not null && !paragraph.Descendants().Any(e => e.Name is "w:drawing" or "w:pict" or "w:object"),
        };
        if (look.Role == LineRole.ContentsHeading)
        {
            pieces.Add(new Line(InlineText.Trimmed(words)) { From = from, Role = look.Role, HeadingLevel = look.Heading });
        }
        else if (look.IsContents || runs.IsLineOfUnendedContents)
        {
            context.Generated.Add(null, PlainText.Of(words));
        }
        else if (!words.IsEmpty || !(wasInContents || runs.InContents))
        {
            Add(words, look, bookmarks, from, properties, style, pieces);
        }

        Boxes(boxes, pieces);
    }

    private void Add(ImmutableArray<Inline> words, Look look, List<string> bookmarks, Provenance from, Element? properties, string? style, List<Piece> pieces)
    {
        AutomaticNumber? number = look.OnlyEndsSection ? null : NumberOf(properties, style);
        bool breaksBefore = context.Styles.Property(properties, style, "w:pageBreakBefore") is { } before && Element.IsOn(before.Val);
        if (breaksBefore && look.Role != LineRole.Exhibit)
        {
            pieces.Add(new Solid(new PageBreak()));
        }

        int indent = IndentOf(properties, style, number);
        int from0 = 0;
        Line line = new([])
        {
            From = from,
            Role = look.Role,
            HeadingLevel = look.Heading,
            Label = number is { Label.Length: > 0 } ? number.Label : null,
            IsBullet = number is { IsBullet: true },
            ListId = number?.ListId,
            ListLevel = number?.Level ?? 0,
            Indent = indent,
            IsCentered = context.Styles.Property(properties, style, "w:jc")?.Val is "center",
            Bookmarks = [.. bookmarks],
        };
        bool isFirst = true;
        for (int i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && !ReferenceEquals(words[i], InlineText.PageTurn))
            {
                continue;
            }

            ImmutableArray<Inline> part = InlineText.Trimmed([.. words[from0..i]]);
            if (!part.IsEmpty || (isFirst && i == words.Length && number is { Label.Length: > 0 }))
            {
                pieces.Add(isFirst ? line with { Words = part } : new Line(part) { From = from, Indent = indent });
                isFirst = false;
            }

            if (i < words.Length)
            {
                pieces.Add(new Solid(new PageBreak()) { From = from });
                from0 = i + 1;
            }
        }
    }

    private void Boxes(List<Element> boxes, List<Piece> pieces)
    {
        if (boxes.Count == 0)
        {
            return;
        }

        // A box may hold a box; the depth of the XML ends that.
        boxDepth++;
        foreach (Element box in boxes)
        {
            context.Losses.Lost("the place of a text box on the page; its words were read after the paragraph it hangs on", place.Now);
            foreach (Element child in box.Children)
            {
                Read(child, pieces);
            }
        }

        boxDepth--;
    }

    /// <summary>Whether the mark at the end of a paragraph is not there in the text that is read, so that the next paragraph runs on.</summary>
    private bool MarkGoes(Element? mark)
    {
        bool goes = false;
        foreach (Element change in mark?.Children.Where(c => c.Name is "w:ins" or "w:del" or "w:moveFrom" or "w:moveTo") ?? [])
        {
            context.Changes.Note(change);
            goes |= context.Changes.ReadsOld == change.Name is "w:ins" or "w:moveTo";
        }

        if (mark?.Child("w:rPrChange") is { } formatting)
        {
            context.Changes.Note(formatting);
        }

        return goes;
    }
}
