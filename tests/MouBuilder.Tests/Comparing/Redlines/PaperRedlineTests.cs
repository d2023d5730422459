using System.Globalization;
using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Reading;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Reading.DocxFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>A redline of two papers from elsewhere shows their numbers, whatever they look like.</summary>
public sealed class PaperRedlineTests
{
    private static readonly XNamespace Word = WordFile.W;

    private const string Legal = """<w:isLgl/>""";

    /// <summary>How papers number: headings, paragraphs below them, lists.</summary>
    public static readonly TheoryData<string, string, string, string> Schemes = new()
    {
        { "%1.", "decimal", "%1.%2", "(%3)" },
        { "ARTICLE %1", "upperRoman", "%1.%2", "%3." },
        { "Section %1.", "decimal", "%2)", "(%3)" },
        { "%1.", "upperLetter", "%2.", "%3)" },
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Numbers_stand_as_the_papers_have_them_after_either_button(string first, string format, string second, string third)
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, format, first)}{Level(1, "decimal", second, Legal)}{Level(2, "lowerLetter", third)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        DocxFile old = new(
            Heading("Purpose") + Sub("The parties set out how they work together in schools.") + Sub("Nothing here limits a duty of law.")
            + Heading("Officers") + Sub("The Department shall name a Partner Officer before the term.", "_Ref1") + Sub("An Officer shall:") + Item("wear a badge;") + Item("carry a card; and") + Item("keep a log of visits.")
            + Sub("A visit ends when the Principal says so.") + Reference("_Ref1"), numbering: numbering);
        DocxFile now = new(
            Heading("Purpose") + Sub("Each School is told of this agreement.") + Sub("The parties set out how they work together in schools.") + Sub("Nothing here limits a duty of law.")
            + Heading("Costs") + Sub("Each party bears its own costs in full.")
            + Heading("Officers") + Sub("The City pays for the training of its officers.") + Sub("The Department shall name two Partner Officers before the term.", "_Ref1") + Sub("An Officer shall:") + Item("wear a badge;") + Item("keep a log of visits.")
            + Sub("A visit ends when the Principal says so.") + Reference("_Ref1"), numbering: numbering);
        Held(old, now);
        Held(now, old);
    }

    /// <summary>How papers number where the number of a part shows those of the parts around it.</summary>
    public static readonly TheoryData<string, string, string, string, string> Outlines = new()
    {
        { "ARTICLE %1", "upperRoman", "%1.%2", Legal, "(%3)" },
        { "Section %1.", "decimal", "%1.%2.", "", "%1.%2.%3" },
        { "%1.", "decimal", "%1.%2", "", "%1.%2.%3" },
        { "%1.", "decimal", "%1.%2.", "", "(%3)" },
        { "%1.", "upperLetter", "§ %1-%2", Legal, "%3)" },
        { "%1.", "upperLetter", "%1.%2", "", "(%3)" },
        { "%1)", "decimal", "Clause %1.%2:", "", "(%3)" },
    };

    [Theory]
    [MemberData(nameof(Outlines))]
    public void An_article_put_in_says_nothing_of_the_paragraphs_below_it(string first, string format, string second, string more, string third)
    {
        (DocxFile old, DocxFile now) = Outlined(first, format, second, more, third);
        foreach ((DocxFile from, DocxFile to) in new[] { (old, now), (now, old) })
        {
            WordFile redline = Redlined(from, to);
            Assert.Empty(redline.Body.Descendants(Word + "pPrChange"));
            Assert.Equal(to.Lines, Counted(redline, accept: true));
            Assert.Equal(from.Lines, Counted(redline, accept: false));
            Held(from, to);
        }
    }

    [Fact]
    public void Articles_and_their_paragraphs_are_one_list_of_which_the_second_level_is_in_digits()
    {
        (DocxFile old, DocxFile now) = Outlined("ARTICLE %1", "upperRoman", "%1.%2", Legal, "(%3)");
        XElement list = Redlined(old, now).Part("word/numbering.xml").Root!.Elements(Word + "abstractNum").Single(a => a.Descendants(Word + "lvlText").Any(t => (string?)t.Attribute(Word + "val") == "ARTICLE %1"));
        Assert.Equal(
            [("upperRoman", "ARTICLE %1", false), ("decimal", "%1.%2", true)],
            list.Elements(Word + "lvl").Select(l => ((string?)l.Element(Word + "numFmt")!.Attribute(Word + "val"), (string?)l.Element(Word + "lvlText")!.Attribute(Word + "val"), l.Element(Word + "isLgl") is not null)));
    }

    /// <summary>The papers and their redline, all opened by LibreOffice.</summary>
    [Fact]
    public void LibreOffice_counts_after_either_button_as_it_does_in_the_papers()
    {
        List<(string What, byte[] File)> files = [];
        foreach ((string first, string format, string second, string more, string third) in Outlines.Select(s => s.Data))
        {
            (DocxFile old, DocxFile now) = Outlined(first, format, second, more, third);
            byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old.Document), ComparisonSide.Of(now.Document))).Word.ToArray();
            files.AddRange([("as-is", old.Bytes()), ("reject", redline), ("as-is", now.Bytes()), ("accept", redline)]);
        }

        string[][] lines = SettledByLibreOffice.Lines(files);
        for (int i = 0; i < lines.Length; i += 2)
        {
            Assert.Equal(lines[i], lines[i + 1]);
        }
    }

    private static (DocxFile Old, DocxFile New) Outlined(string first, string format, string second, string more, string third)
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, format, first)}{Level(1, "decimal", second, more)}{Level(2, "lowerLetter", third)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        string begin = Heading("Purpose") + Sub("The parties set out how they work together in schools.") + Sub("Nothing here limits a duty of law.");
        string end = Heading("Officers") + Sub("The Department shall name a Partner Officer before the term.") + Sub("An Officer shall do what follows:") + Item("wear a badge;") + Item("keep a log of visits.") + Sub("A visit ends when the Principal says so.")
            + Heading("Term") + Sub("This runs for one year.") + Sub("It may be renewed in writing.");
        string costs = Heading("Costs") + Sub("Each party bears its own costs in full.") + Sub("The City pays for what follows:") + Item("training; and") + Item("equipment.");
        string styles = Style("Heading1", "heading 1", """<w:pPr><w:outlineLvl w:val="0"/></w:pPr>""");
        return (new(begin + end, styles, numbering), new(begin + costs + end, styles, numbering));
    }

    /// <summary>The labels as our own engine counts them from the XML after a button was pressed.</summary>
    private static string[] Counted(WordFile redline, bool accept)
    {
        WordNumbers numbers = new(redline);
        return [.. TrackedChanges.Settled(redline.Part("word/document.xml"), accept).Root!.Element(Word + "body")!.Elements(Word + "p")
            .Select(p => $"{numbers.Next(p)} {string.Concat(p.Descendants(Word + "t").Select(t => t.Value))}".Trim())];
    }

    [Fact]
    public void A_number_whose_look_changed_is_the_old_one_after_rejecting()
    {
        string Numbers(string first, string second) => $"""<w:abstractNum w:abstractNumId="0">{Level(0, "decimal", first)}{Level(1, "decimal", second)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        string body = Heading("Purpose") + Sub("The parties set out how they work together in schools.") + Sub("Nothing here limits a duty of law.") + Heading("Term") + Sub("This runs for one year.") + Sub("It may be renewed in writing.");
        Held(new(body, numbering: Numbers("%1.", "%1.%2")), new(body, numbering: Numbers("Article %1", "§ %1-%2")));
    }

    [Fact]
    public void A_reference_leads_to_the_numbered_paragraph_and_not_to_the_heading_above_it()
    {
        string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, "decimal", "%1.")}{Level(1, "decimal", "%1.%2")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
        string Body(string more) => Heading("Purpose") + Sub("The parties work together.") + more + Sub("The Department shall name a Partner Officer.", "_Ref1") + Reference("_Ref1", more.Length == 0 ? "1.2" : "1.3");
        WordFile redline = Redlined(new(Body(""), numbering: numbering), new(Body(Sub("A new paragraph stands here.")), numbering: numbering));
        XElement field = redline.Body.Descendants(Word + "instrText").Single(i => i.Value.Contains("REF", StringComparison.Ordinal));
        string bookmark = field.Value.Trim().Split(' ')[1];
        Assert.Contains(@"\n", field.Value, StringComparison.Ordinal);
        Assert.StartsWith("The Department", redline.Body.Descendants(Word + "p").Single(p => p.Elements(Word + "bookmarkStart").Any(b => (string?)b.Attribute(Word + "name") == bookmark)).Value, StringComparison.Ordinal);
        XElement paragraph = field.Ancestors(Word + "p").Single();
        Assert.Equal(["1.2", "1.3"], paragraph.Elements().Where(e => e.Name.LocalName is "del" or "ins").Select(e => e.Value));
    }

    [Fact]
    public void Numbers_hold_in_random_papers()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            (string first, string format, string second, string third) = Schemes.Select(s => s.Data).ElementAt(seed % 4);
            string numbering = $"""<w:abstractNum w:abstractNumId="0">{Level(0, format, first)}{Level(1, "decimal", second, Legal)}{Level(2, "lowerLetter", third)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""";
            List<string> lines = [];
            for (int i = 0; i < 4; i++)
            {
                lines.Add(Heading(string.Create(CultureInfo.InvariantCulture, $"Matter {(char)('A' + i)}")));
                lines.AddRange(Enumerable.Range(0, random.Next(1, 4)).SelectMany(_ => new[] { Sub(Sentence(random)) }.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Item(Sentence(random))))));
            }

            List<string> edited = [.. lines];
            for (int edits = random.Next(1, 5); edits > 0; edits--)
            {
                int at = random.Next(1, edited.Count);
                switch (random.Next(4))
                {
                    case 0:
                        edited.RemoveAt(at);
                        break;
                    case 1:
                        edited.Insert(at, random.Next(2) == 0 ? Sub(Sentence(random)) : Item(Sentence(random)));
                        break;
                    case 2:
                        edited[at] = edited[at].Replace(" the ", " another ", StringComparison.Ordinal);
                        break;
                    default:
                        (edited[at], edited[^1]) = (edited[^1], edited[at]);
                        break;
                }
            }

            Held(new(string.Concat(lines), numbering: numbering), new(string.Concat(edited), numbering: numbering), $"seed {seed}");
        }
    }

    private static string Sentence(Random random) => string.Join(' ', Enumerable.Range(0, 9).Select(i => i == 4 ? "the" : "word" + random.Next(400).ToString(CultureInfo.InvariantCulture))) + ".";

    private static string Heading(string words) => P(words, $"""<w:pStyle w:val="Heading1"/>{Numbered(1, 0)}<w:outlineLvl w:val="0"/>""");

    private static string Sub(string words, string bookmark = "") => $"""<w:p><w:pPr>{Numbered(1, 1)}</w:pPr>{(bookmark.Length == 0 ? R(words) : $"<w:bookmarkStart w:id=\"7\" w:name=\"{bookmark}\"/>{R(words)}<w:bookmarkEnd w:id=\"7\"/>")}</w:p>""";

    private static string Item(string words) => P(words, Numbered(1, 2));

    private static string Reference(string bookmark, string shown = "2.1") =>
        $"""<w:p>{R("As Section ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF {bookmark} \r \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{R(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>{R(" says.")}</w:p>""";

    private static WordFile Redlined(DocxFile old, DocxFile now) => new(Redline.Of(Comparer.Compare(ComparisonSide.Of(old.Document), ComparisonSide.Of(now.Document))).Word.ToArray());

    private static void Held(DocxFile old, DocxFile now, string what = "")
    {
        byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(old.Document), ComparisonSide.Of(now.Document))).Word.ToArray();
        Assert.Equal(what, string.Join("\n", new WordFile(redline).ValidatorErrors().Prepend(what)));
        Assert.Equal([what, .. now.Lines], [what, .. Lines(redline, PendingChanges.Accept)]);
        Assert.Equal([what, .. old.Lines], [what, .. Lines(redline, PendingChanges.Reject)]);
    }

    private static string[] Lines(byte[] redline, PendingChanges changes) => LinesOf(DocxFile.Read(redline, changes).Document!);
}
