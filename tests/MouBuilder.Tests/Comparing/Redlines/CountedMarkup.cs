using System.Text.RegularExpressions;
using System.Xml.Linq;
using MouBuilder.Tests.Word;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>Counts the tracked changes of a file from its XML alone.</summary>
internal sealed record CountedMarkup(int Insertions, int Deletions, int Moves, int References, int Formattings, int WordsInserted, int WordsDeleted, int RowsInserted, int RowsDeleted, int RowsMoved)
{
    private const char Field = '\uE000';
    private const char OtherField = '\uE001';
    private const char Mark = '\uE002';

    public static CountedMarkup Of(WordFile redline)
    {
        XElement[] paragraphs = [.. redline.Part("word/document.xml").Descendants(W + "p").Where(p => !StyleOf(p).StartsWith("TOC", StringComparison.Ordinal)), .. redline.Part("word/footnotes.xml").Descendants(W + "p")];
        string[] shown = [.. paragraphs.Select(Shown)];
        int Count(string pattern) => shown.Sum(s => Regex.Count(s, pattern));
        int Words(char kind) => shown.Sum(s => Regex.Matches(s, $@"\[{kind}([^\]]*)\]").Sum(m => Regex.Matches(m.Groups[1].Value, @"[^\s\uE000-\uE002]+").Count(w => w.Value.Any(char.IsLetterOrDigit))));
        XElement body = redline.Part("word/document.xml").Root!;
        HashSet<XElement> movedHere = [.. RowsWithin(body, "moveTo")];
        HashSet<XElement> movedAway = [.. RowsWithin(body, "moveFrom")];
        return new(
            Count(@"\[i[^\]\uE000-\uE002]") + shown.Sum(s => Regex.Matches(s, @"\[i[^\]]*\]").Sum(m => Regex.Count(m.Value, @"[\uE000-\uE002](?=[^\]\uE000-\uE002])"))),
            Count(@"\[d[^\]\uE000-\uE002]") + shown.Sum(s => Regex.Matches(s, @"\[d[^\]]*\]").Sum(m => Regex.Count(m.Value, @"[\uE000-\uE002](?=[^\]\uE000-\uE002])"))),
            redline.Part("word/document.xml").Descendants(W + "moveToRangeStart").Count(),
            Count("" + OtherField) + Count(@"\[d\uE000\]\[i\uE000\]"),
            paragraphs.Sum(p => p.Descendants(W + "rPrChange").Count()),
            Words('i'),
            Words('d'),
            Rows(body, "ins").Count(r => !movedHere.Contains(r)),
            Rows(body, "del").Count(r => !movedAway.Contains(r)),
            movedHere.Count);
    }

    private static IEnumerable<XElement> Rows(XElement body, string change) => body.Descendants(W + "tr").Where(r => r.Element(W + "trPr")?.Element(W + change) is not null);

    /// <summary>The rows in the halves of moves, but for those with words that did not come along: nothing in them is marked as moved.</summary>
    private static IEnumerable<XElement> RowsWithin(XElement body, string half)
    {
        int open = 0;
        foreach (XElement element in body.Descendants())
        {
            open += element.Name == W + $"{half}RangeStart" ? 1 : element.Name == W + $"{half}RangeEnd" ? -1 : 0;
            if (open > 0 && element.Name == W + "tr" && (!element.Descendants(W + "r").Any() || element.Descendants(W + half).Any()))
            {
                yield return element;
            }
        }
    }

    private static string StyleOf(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") ?? "";

    /// <summary>The paragraph as text: inserted words in [i…], deleted ones in [d…], a field as one character, as another where what it shows was changed.</summary>
    public static string Shown(XElement paragraph)
    {
        List<(char Kind, string Text)> pieces = [];
        int fieldAt = -1;
        bool isOther = false;
        foreach (XElement run in paragraph.Descendants(W + "r").Where(r => !r.Ancestors(W + "hyperlink").Any(h => h.Attribute(W + "anchor") is not null)))
        {
            XElement? change = run.Ancestors().TakeWhile(a => a != paragraph).FirstOrDefault(a => a.Name.LocalName is "ins" or "del" or "moveTo" or "moveFrom");
            char kind = change?.Name.LocalName switch { "ins" => 'i', "del" => 'd', null => 'k', _ => 'm' };
            string? character = (string?)run.Element(W + "fldChar")?.Attribute(W + "fldCharType");
            if (character == "begin")
            {
                (fieldAt, isOther) = (pieces.Count, false);
                pieces.Add((kind, Field.ToString()));
            }
            else if (character == "end" && fieldAt >= 0)
            {
                pieces[fieldAt] = (pieces[fieldAt].Kind, (isOther ? OtherField : Field).ToString());
                fieldAt = -1;
            }
            else if (fieldAt >= 0)
            {
                isOther |= kind != pieces[fieldAt].Kind;
            }
            else
            {
                string text = string.Concat(run.Elements().Select(e => e.Name.LocalName switch { "t" or "delText" => e.Value.Replace('[', '(').Replace(']', ')'), "br" or "tab" => " ", "footnoteReference" or "footnoteRef" => Mark.ToString(), _ => "" }));
                pieces.Add((kind, text));
            }
        }

        string shown = string.Concat(pieces.Where(p => p.Text.Length > 0).Select(p => $"[{p.Kind}{p.Text}]"));
        return Regex.Replace(shown, @"(?<=\[(.)[^\]]*)\]\[\1", "");
    }
}
