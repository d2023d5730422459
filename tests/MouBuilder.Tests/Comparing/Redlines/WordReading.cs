using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MouBuilder.Tests.Word;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>
/// All that a Word file says, as lines: styles, lists, looks of paragraphs and runs, fields with the headings they lead to, notes where they are marked.
/// Left out are what only keeps pages neat (keep with next, room below a table, widths, the paragraph between two tables) and names that nobody sees.
/// </summary>
internal sealed class WordReading
{
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly StringBuilder lines = new();
    private readonly Dictionary<string, string> lists = [];
    private readonly Dictionary<string, string> definitionOf;
    private readonly Dictionary<string, string> headings = [];
    private readonly Dictionary<string, XElement> notes;
    private readonly Dictionary<string, string> links;

    private WordReading(WordFile file, XDocument body, XDocument footnotes)
    {
        XElement numbering = file.Part("word/numbering.xml").Root!;
        Dictionary<string, string> definitions = numbering.Elements(W + "abstractNum").ToDictionary(a => Value(a, "abstractNumId"), a => Value(a.Element(W + "nsid")!, "val"));
        definitionOf = numbering.Elements(W + "num").ToDictionary(n => Value(n, "numId"), n => definitions[Value(n.Element(W + "abstractNumId")!, "val")]);
        notes = footnotes.Root!.Elements(W + "footnote").ToDictionary(f => Value(f, "id"));
        links = file.Parts.Keys.Where(p => p.EndsWith(".rels", StringComparison.Ordinal)).SelectMany(p => file.Part(p).Root!.Elements()).GroupBy(r => (string)r.Attribute("Id")!).ToDictionary(g => g.Key, g => (string)g.First().Attribute("Target")!);
        int place = 0;
        foreach (XElement paragraph in body.Descendants(W + "p").Where(p => !IsFiller(p)))
        {
            place++;
            foreach (XElement bookmark in paragraph.Descendants(W + "bookmarkStart"))
            {
                headings[Value(bookmark, "name")] = "paragraph " + place.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>A file as it is.</summary>
    public static string Of(WordFile file) => Of(file, part => part);

    /// <summary>A redline after all its changes were accepted or rejected.</summary>
    public static string Of(WordFile redline, bool accept) => Of(redline, part => TrackedChanges.Settled(part, accept));

    /// <summary>The texts of all paragraphs but the empty ones that stand between tables.</summary>
    public static string[] Texts(XElement body) => [.. body.Descendants(W + "p").Where(p => !IsFiller(p)).Select(TextOf)];

    private static string Of(WordFile file, Func<XDocument, XDocument> settle)
    {
        XDocument body = settle(file.Part("word/document.xml"));
        WordReading reading = new(file, body, settle(file.Part("word/footnotes.xml")));
        reading.Container(body.Root!.Element(W + "body")!, "");
        return reading.lines.ToString();
    }

    /// <summary>The head or foot of the pages after all changes were accepted or rejected.</summary>
    public static string[] PageLines(WordFile file, string part, bool accept) => [.. TrackedChanges.Settled(file.Part(part), accept).Descendants(W + "p").Select(TextOf)];

    private static string Value(XElement element, string name) => (string)element.Attribute(W + name)!;

    private static bool IsFiller(XElement paragraph) => Style(paragraph) == "AfterTable" && !paragraph.Elements(W + "r").Any();

    private static string Style(XElement paragraph) => paragraph.Element(W + "pPr")?.Element(W + "pStyle") is { } style ? Value(style, "val") : "";

    private void Container(XElement container, string indent)
    {
        foreach (XElement element in container.Elements())
        {
            if (element.Name == W + "p" && !IsFiller(element))
            {
                Paragraph(element, indent);
            }
            else if (element.Name == W + "tbl")
            {
                lines.Append(indent).Append("table\n");
                // A cell that begins to reach down and goes no further is a cell like any other.
                Alone(element).ForEach(m => m.Remove());
                foreach (XElement row in element.Elements(W + "tr"))
                {
                    lines.Append(indent).Append(row.Descendants(W + "tblHeader").Any() ? " header row" : " row").Append(string.Concat(row.Elements(W + "trPr").Elements(W + "trHeight").Select(h => " high " + Value(h, "val")))).Append('\n');
                    foreach (XElement cell in row.Elements(W + "tc"))
                    {
                        XElement looks = new(cell.Element(W + "tcPr")!);
                        looks.Element(W + "tcW")!.Remove();
                        lines.Append(indent).Append("  cell ").AppendJoin(' ', looks.Elements().Select(Shown)).Append('\n');
                        Container(cell, indent + "    ");
                    }
                }
            }
            else if (element.Name == W + "sdt")
            {
                Container(element.Element(W + "sdtContent")!, indent);
            }
        }
    }

    private static List<XElement> Alone(XElement table)
    {
        XElement[] rows = [.. table.Elements(W + "tr")];
        static int From(XElement cell) => cell.ElementsBeforeSelf(W + "tc").Sum(Width);
        static int Width(XElement cell) => int.Parse((string?)cell.Element(W + "tcPr")!.Element(W + "gridSpan")?.Attribute(W + "val") ?? "1", CultureInfo.InvariantCulture);
        static XElement? Merge(XElement cell) => cell.Element(W + "tcPr")!.Element(W + "vMerge");
        return [.. rows.SelectMany((row, i) => row.Elements(W + "tc")
            .Where(c => (string?)Merge(c)?.Attribute(W + "val") == "restart"
                && !rows.Skip(i + 1).Take(1).SelectMany(r => r.Elements(W + "tc")).Any(b => From(b) == From(c) && Merge(b) is { HasAttributes: false }))
            .Select(c => Merge(c)!))];
    }

    private void Paragraph(XElement paragraph, string indent)
    {
        lines.Append(indent).Append("paragraph");
        foreach (XElement look in paragraph.Element(W + "pPr")?.Elements() ?? [])
        {
            if (look.Name == W + "numPr")
            {
                string id = Value(look.Element(W + "numId")!, "val");
                string list = lists.TryGetValue(id, out string? known) ? known : lists[id] = $"{definitionOf[id]}#{lists.Count}";
                lines.Append(" list ").Append(list).Append(" level ").Append(Value(look.Element(W + "ilvl")!, "val"));
            }
            else if (look.Name != W + "keepNext" && look.Name != W + "spacing")
            {
                lines.Append(' ').Append(Shown(look));
            }
        }

        lines.Append('\n');
        List<(string Looks, string Text)> runs = [];
        Runs(paragraph, "", runs);
        for (int i = 0; i < runs.Count;)
        {
            int end = i;
            StringBuilder text = new();
            for (; end < runs.Count && runs[end].Looks == runs[i].Looks; end++)
            {
                text.Append(runs[end].Text);
            }

            lines.Append(indent).Append("  ").Append(runs[i].Looks).Append(": ").Append(text).Append('\n');
            i = end;
        }

        foreach (XElement mark in paragraph.Descendants(W + "footnoteReference"))
        {
            lines.Append(indent).Append("  note\n");
            Container(notes[Value(mark, "id")], indent + "    ");
        }
    }

    private void Runs(XElement container, string link, List<(string, string)> runs)
    {
        foreach (XElement element in container.Elements())
        {
            if (element.Name == W + "hyperlink")
            {
                string? anchor = (string?)element.Attribute(W + "anchor");
                Runs(element, anchor is null ? $" link {links[(string)element.Attribute(R + "id")!]}" : $" to {headings[anchor]}", runs);
            }
            else if (element.Name == W + "r")
            {
                string looks = string.Join(' ', element.Element(W + "rPr")?.Elements().Where(e => !(e.Name == W + "rStyle" && Value(e, "val") == "DefinedTerm")).Select(Shown) ?? []) + link;
                runs.AddRange(element.Elements().Where(e => e.Name != W + "rPr").Select(e => (looks, Content(e))));
            }
        }
    }

    private string Content(XElement element) => element.Name.LocalName switch
    {
        "t" => element.Value,
        "instrText" => "{" + Regex.Replace(element.Value, @"(?<=REF )\S+", m => headings[m.Value]) + "}",
        "footnoteReference" => "<note>",
        "fldChar" => "<" + Value(element, "fldCharType") + ">",
        var name => "<" + name + ">",
    };

    private static string Shown(XElement element) => element.Name.LocalName + string.Concat(element.Attributes().Select(a => "=" + a.Value));
}
