using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>What is drawn and not written: equations, pictures, text boxes.</summary>
internal sealed partial class RunReader
{
    private void Equation(Element equation)
    {
        context.Losses.Lost("an equation, read as its characters in a row", place.Now);
        string words = string.Concat(equation.Descendants().Where(e => e.Name is "m:t" or "w:t").Select(e => e.Text));
        Say(words, new(Emphasis.None, "", false, ""));
    }

    private void Picture(Element picture)
    {
        bool isKnown = picture.Name == "w:object";
        foreach (Element part in picture.Children)
        {
            isKnown |= Drawn(part);
        }

        if (picture.Name == "w:object")
        {
            context.Losses.Lost("an embedded file", place.Now);
        }
        else if (!isKnown)
        {
            context.Losses.Lost("a drawing", place.Now);
        }
    }

    /// <summary>Looks through a drawing for text boxes, which are read after the paragraph they hang on, and lists the rest.</summary>
    /// <returns>Whether anything was found.</returns>
    private bool Drawn(Element element)
    {
        string? lost = element.Name switch
        {
            "pic:pic" or "v:imagedata" => "a picture",
            "c:chart" => "a chart",
            "dgm:relIds" => "a diagram",
            "v:textpath" => $"words drawn as a picture: “{element["string"]}”",
            _ => null,
        };
        if (lost is not null)
        {
            context.Losses.Lost(lost, place.Now);
            return true;
        }

        if (element.Name == "w:txbxContent")
        {
            boxes.Add(element);
            return true;
        }

        bool found = false;
        foreach (Element child in element.Name == "mc:AlternateContent" ? Alternatives.Chosen(element)?.Children ?? [] : element.Children)
        {
            found |= Drawn(child);
        }

        return found;
    }
}
