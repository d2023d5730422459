using System.Xml.Linq;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>
/// Accepts or rejects all tracked changes of a part as Word does, by the XML alone: words go or stay, a paragraph whose mark goes joins the next one and
/// takes its looks from it, and the last mark of a body, a cell or a note never goes.
/// </summary>
internal sealed class TrackedChanges(bool accept)
{
    private static readonly XName[] Joining = [W + "ins", W + "moveTo"];
    private static readonly XName[] Leaving = [W + "del", W + "moveFrom"];

    /// <summary>The part without any tracked change.</summary>
    public static XDocument Settled(XDocument part, bool accept)
    {
        XDocument settled = new(part);
        new TrackedChanges(accept).Settle(settled.Root!);
        return settled;
    }

    private bool Goes(XElement change) => (accept ? Leaving : Joining).Contains(change.Name);

    private void Settle(XElement root)
    {
        HashSet<XElement> going = [];
        foreach (XElement paragraph in root.Descendants(W + "p"))
        {
            XElement? mark = paragraph.Element(W + "pPr")?.Element(W + "rPr");
            if (mark?.Elements().Any(e => Goes(e)) == true)
            {
                going.Add(paragraph);
            }

            mark?.Elements().Where(e => Joining.Contains(e.Name) || Leaving.Contains(e.Name)).ToList().ForEach(e => e.Remove());
            if (mark is { HasElements: false })
            {
                mark.Remove();
            }
        }

        Looks(root, W + "pPrChange", W + "pPr");
        Looks(root, W + "rPrChange", W + "rPr");
        Looks(root, W + "trPrChange", W + "trPr");
        Looks(root, W + "tcPrChange", W + "tcPr");
        foreach (XElement row in root.Descendants(W + "tr").ToArray())
        {
            XElement[] marks = [.. row.Element(W + "trPr")?.Elements().Where(e => Joining.Contains(e.Name) || Leaving.Contains(e.Name)) ?? []];
            if (marks.Any(Goes))
            {
                row.Remove();
            }

            marks.Remove();
        }

        foreach (XElement table in root.Descendants(W + "tbl").Where(t => t.Element(W + "tr") is null).ToArray())
        {
            table.Remove();
        }

        XElement[] around = [.. root.Descendants(W + "bookmarkStart").Where(b => !IsEmpty(b))];
        Runs(root);

        // A bookmark goes with the last of its words.
        foreach (XElement bookmark in around.Where(b => b.Parent is not null && IsEmpty(b)))
        {
            bookmark.ElementsAfterSelf(W + "bookmarkEnd").First(e => (string?)e.Attribute(W + "id") == (string?)bookmark.Attribute(W + "id")).Remove();
            bookmark.Remove();
        }

        root.Descendants().Where(e => e.Name.LocalName is "moveFromRangeStart" or "moveFromRangeEnd" or "moveToRangeStart" or "moveToRangeEnd").Remove();
        root.Descendants(W + "hyperlink").Where(h => !h.Elements().Any()).Remove();
        foreach (XElement paragraph in root.Descendants(W + "p").Where(going.Contains).ToArray())
        {
            Join(paragraph);
        }
    }

    private static bool IsEmpty(XElement bookmark) => !bookmark.ElementsAfterSelf().TakeWhile(e => e.Name != W + "bookmarkEnd").DescendantsAndSelf(W + "r").Any();

    private void Looks(XElement root, XName change, XName properties)
    {
        foreach (XElement changed in root.Descendants(change).ToArray())
        {
            XElement now = changed.Parent!;
            XElement old = changed.Element(properties)!;
            changed.Remove();
            if (!accept)
            {
                now.ReplaceNodes(old.Nodes());
                if (!now.HasElements)
                {
                    now.Remove();
                }
            }
        }
    }

    private void Runs(XElement root)
    {
        // The innermost first: one change may stand inside of another.
        foreach (XElement change in root.Descendants().Where(e => Joining.Contains(e.Name) || Leaving.Contains(e.Name)).Reverse().ToArray())
        {
            if (Goes(change))
            {
                change.Remove();
                continue;
            }

            foreach (XElement text in change.Descendants().Where(e => e.Name.LocalName is "delText" or "delInstrText").ToArray())
            {
                text.Name = W + (text.Name.LocalName == "delText" ? "t" : "instrText");
            }

            change.ReplaceWith(change.Nodes());
        }
    }

    private static void Join(XElement paragraph)
    {
        XElement[] content = [.. paragraph.Elements().Where(e => e.Name != W + "pPr")];
        if (!paragraph.Descendants(W + "r").Any())
        {
            content = [];
        }

        XElement? next = paragraph.ElementsAfterSelf().FirstOrDefault();
        if (next?.Name == W + "p")
        {
            XElement? properties = next.Element(W + "pPr");
            content.Remove();
            if (properties is null)
            {
                next.AddFirst(content);
            }
            else
            {
                properties.AddAfterSelf(content);
            }

            paragraph.Remove();
        }
        else if (content.Length == 0 && next?.Name == W + "tbl")
        {
            paragraph.Remove();
        }
    }
}
