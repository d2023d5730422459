using System.Globalization;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>Runs: words in one look, and what stands among them.</summary>
internal sealed partial class RunReader
{
    private void Run(Element run)
    {
        Element? properties = run.Child("w:rPr");
        if (properties?.Child("w:rPrChange") is { } change)
        {
            context.Changes.Note(change, run);
            properties = context.Changes.ReadsOld ? change.Child("w:rPr") ?? properties : properties;
        }

        RunText text = new(context.Styles.EmphasisOf(properties), context.Styles.NameOf(properties?.Child("w:rStyle")?.Val), context.Styles.IsHidden(properties, paragraphStyle), properties?.Child("w:rFonts")?["w:ascii"] ?? "");
        if (properties?.Child("w:color")?.Val is { } color && color.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase) && properties.Child("w:shd") is null && properties.Child("w:highlight") is null
            && run.All("w:t").Any(t => !string.IsNullOrWhiteSpace(t.Text)))
        {
            context.Losses.Unseen("white text, which was read", place.Now);
        }

        if (!text.IsHidden && !InContents)
        {
            foreach ((string look, string words) in RunLooks.Lost(run, properties, context.Styles))
            {
                context.Losses.Lost(look, words + place.Now);
            }
        }

        for (int i = 0; i < run.Children.Count; i++)
        {
            Element child = run.Children[i];
            if (child.Name is "w:footnoteReference" or "w:endnoteReference" && child["w:customMarkFollows"] is { } own && Element.IsOn(own))
            {
                Note(child, text, OwnMark(run.Children.Skip(i + 1)));
                return;
            }

            RunChild(child, text);
        }
    }

    /// <summary>A mark that somebody typed in place of a number; it stands in the rest of the run.</summary>
    private string? OwnMark(IEnumerable<Element> rest)
    {
        string mark = string.Concat(rest.Select(e => e.Name == "w:t" ? e.Text : e.Name == "w:sym" ? Seen(e) : "")).Trim();
        if (mark.Length == 0)
        {
            return null;
        }

        context.Losses.Lost($"a note's own mark ({mark}), in whose place a number stands", place.Now);
        return mark;
    }

    private void RunChild(Element child, RunText text)
    {
        switch (child.Name)
        {
            case "w:t":
                Say(child.Text, text);
                break;
            case "w:delText":
                Say(context.Changes.ReadsOld ? child.Text : "", text);
                break;
            case "w:tab" or "w:ptab":
                Say("\t", text);
                break;
            case "w:br" when child["w:type"] == "page":
                Put(InlineText.PageTurn, text);
                break;
            case "w:br" or "w:cr":
                Put(new LineBreak(), text);
                break;
            case "w:noBreakHyphen":
                Say("\u2011", text);
                break;
            case "w:softHyphen":
                context.Losses.Hint(SeenText.SoftHyphens);
                break;
            case "w:sym":
                Say(Seen(child), text);
                break;
            case "w:instrText" or "w:delInstrText":
                if (fields.Count > 0 && !fields[^1].InResult)
                {
                    fields[^1].Instruction.Append(child.Text);
                }

                break;
            case "w:fldChar":
                FieldCharacter(child);
                break;
            case "w:footnoteReference" or "w:endnoteReference":
                Note(child, text, null);
                break;
            case "w:commentReference":
                context.Losses.Lost("a comment", place.Now);
                break;
            case "w:ruby":
                context.Losses.Lost("a reading aid above words; the words were read", place.Now);
                Children(child.Child("w:rubyBase") ?? child, null);
                break;
            case "w:drawing" or "w:pict" or "w:object":
                Picture(child);
                break;
            case "mc:AlternateContent":
                Element? chosen = Alternatives.Chosen(child);
                if (chosen is null)
                {
                    context.Losses.Lost("something of a later Word version", place.Now);
                }

                foreach (Element inner in chosen?.Children ?? [])
                {
                    RunChild(inner, text);
                }

                break;
            case "w:pgNum" or "w:dayLong" or "w:dayShort" or "w:monthLong" or "w:monthShort" or "w:yearLong" or "w:yearShort":
                context.Losses.Lost("a page number or date that Word fills in", place.Now);
                break;
            case "w:contentPart":
                context.Losses.Lost("ink", place.Now);
                break;
            case "w:r" or "w:ins" or "w:del" or "w:hyperlink" or "w:smartTag":
                Read(child, null);
                break;
            default:
                break;
        }
    }

    private void Say(string words, RunText text)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (text.IsHidden)
        {
            if (!string.IsNullOrWhiteSpace(words) && Shown)
            {
                context.Losses.Unseen("hidden text, now taken out", place.Now);
            }

            return;
        }

        string seen = words;
        if (words.Any(c => c is >= '\uE000' and <= '\uF8FF'))
        {
            // Typed with a symbol font, a letter is kept at a private place of Unicode.
            seen = string.Concat(words.Select(c => c is >= '\uE000' and <= '\uF8FF' ? Symbols.Of(text.Font, c) ?? Unknown() : c.ToString()));
        }

        seen = SeenText.Of(seen, context.Losses, () => place.Now);
        string[] lines = seen.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                Put(new LineBreak(), text);
            }

            if (lines[i].Length > 0)
            {
                Put(text.StyleName switch
                {
                    "Gap" when lines[i] is ['[', .., ']'] => new Gap(lines[i][1..^1].Replace(' ', '_'), text.Emphasis),
                    "Defined Term" => new Term(lines[i], lines[i], text.Emphasis),
                    _ => new TextRun(lines[i], text.Emphasis),
                }, text);
            }
        }
    }

    private string Unknown()
    {
        context.Losses.Lost("a symbol of a font that is not known here, now □", place.Now);
        return "□";
    }

    private bool Shown => fields.All(f => f.InResult && !f.ShowsNothing);

    private void Put(Inline inline, RunText text)
    {
        if (!Shown || text.IsHidden)
        {
            return;
        }

        if (Generating is { } field)
        {
            generatedBy = field;
            generated.Append(inline is TextRun run ? run.Value : " ");
            return;
        }

        inlines.Add(inline);
    }

    private string Seen(Element symbol) =>
        int.TryParse(symbol["w:char"], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) && Symbols.Of(symbol["w:font"] ?? "", code) is { } seen ? seen : Unknown();

    private void Note(Element mark, RunText text, string? ownMark)
    {
        if (inNote)
        {
            context.Losses.Lost("the mark of a note inside of a note", place.Now);
        }
        else if (mark["w:id"] is { } id && Shown && !text.IsHidden && !InContents)
        {
            inlines.Add(new NoteMark(context.Notes.Mark(mark.Name == "w:endnoteReference", id, ownMark)));
        }
    }

    private sealed record RunText(Emphasis Emphasis, string StyleName, bool IsHidden, string Font);
}
