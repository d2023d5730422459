using System.Xml.Linq;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>The elements of tracked changes of a whole package, each in one group by where it stands in the XML.</summary>
internal sealed record GroupedMarkup(
    int Runs, int MarksInserted, int MarksDeleted, int MarksMoved, int RowsInserted, int RowsDeleted, int Formattings, int ParagraphFormattings, int MoveHalves, int ReferencesOfOneSide, int NoteMarks, int Outside, int RowFormattings, int CellFormattings)
{
    private static readonly string[] Changes = ["ins", "del", "moveTo", "moveFrom", "rPrChange", "pPrChange", "trPrChange", "tcPrChange"];

    // Of these we write none; a change of such a kind would be counted nowhere.
    private static readonly string[] Unknown = ["tblPrChange", "tblGridChange", "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "tblPrExChange"];

    public static GroupedMarkup Of(WordFile redline)
    {
        List<string> groups = [];
        foreach ((string name, XElement story) in redline.Parts.Keys.Where(p => p.StartsWith("word/", StringComparison.Ordinal) && p.EndsWith(".xml", StringComparison.Ordinal)).Select(p => (p, redline.Part(p).Root!)))
        {
            Assert.DoesNotContain(story.Descendants(), e => e.Name.Namespace == W && Unknown.Contains(e.Name.LocalName));
            bool isOnPage = name.Contains("header", StringComparison.Ordinal) || name.Contains("footer", StringComparison.Ordinal);
            groups.AddRange(story.Descendants().Where(e => e.Name.Namespace == W && Changes.Contains(e.Name.LocalName)).Select(e => isOnPage || IsInContents(e) ? "outside" : GroupOf(e)));
            groups.AddRange(story.Descendants().Where(e => e.Name.LocalName is "moveToRangeStart" or "moveFromRangeStart").Select(_ => "half"));
            groups.AddRange(isOnPage ? [] : story.Descendants(W + "p").Where(p => !IsInContents(p)).SelectMany(Fields));
            groups.AddRange(story.Descendants().Where(e => e.Name.LocalName is "footnoteReference" or "footnoteRef" && e.Ancestors().Any(a => a.Name == W + "ins" || a.Name == W + "del")).Select(_ => "note"));
        }

        int Count(string group) => groups.Count(g => g == group);
        return new(Count("runs"), Count("mark ins"), Count("mark del"), Count("mark moveTo") + Count("mark moveFrom"), Count("row ins"), Count("row del"), Count("rPrChange"), Count("pPrChange"), Count("half"), Count("field"), Count("note"), Count("outside"), Count("row trPrChange"), Count("tcPrChange"));
    }

    private static string GroupOf(XElement change) => change.Parent!.Name.LocalName switch
    {
        "trPr" => "row " + change.Name.LocalName,
        "rPr" when change.Parent.Parent!.Name == W + "pPr" => "mark " + change.Name.LocalName,
        "rPr" or "pPr" or "tcPr" => change.Name.LocalName,
        _ => "runs",
    };

    private static bool IsInContents(XElement element) =>
        ((string?)element.AncestorsAndSelf(W + "p").FirstOrDefault()?.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val"))?.StartsWith("TOC", StringComparison.Ordinal) == true;

    /// <summary>The fields of a paragraph on one side alone, but for a deleted one right before an inserted one, both alone in their stretch: one reference that leads elsewhere.</summary>
    private static IEnumerable<string> Fields(XElement paragraph)
    {
        string kinds = CountedMarkup.Shown(paragraph);
        int replaced = System.Text.RegularExpressions.Regex.Count(kinds, @"\[d\uE000\]\[i\uE000\]");
        int ofOneSide = System.Text.RegularExpressions.Regex.Matches(kinds, @"\[[id]([^\]]*)\]").Sum(m => m.Groups[1].Value.Count(c => c is '\uE000' or '\uE001'));
        return Enumerable.Repeat("field", ofOneSide - (2 * replaced));
    }
}
