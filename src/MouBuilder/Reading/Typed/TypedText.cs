using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Typed;

/// <summary>Reads typed text: lines become paragraphs again, words divided at line ends are made whole, what stands on every page is taken out, typed numbers are labels.</summary>
internal sealed partial class TypedText
{
    private const int TwipsPerBlank = 120;
    private const int LongestWord = 60;
    private const int LongestLabel = 40;

    /// <summary>Within how many lines the next item of a list begins.</summary>
    private const int LongestItem = 30;

    /// <summary>Lines of more characters nobody breaks by hand.</summary>
    private const int WidestLine = 130;

    private const string Tab = "    ";

    private readonly List<string> lines = [];
    private readonly List<string> tabbed = []; // the same lines with the tabs between their words
    private readonly List<int> pageStarts = [0];
    private readonly HashSet<string> words;
    private readonly Dictionary<int, TypedLabel?> labels = [];
    private readonly SourceText source;
    private int whole;

    private TypedText(SourceText source)
    {
        this.source = source;
        foreach (string line in source.Text.Split('\n'))
        {
            string[] parts = line.Split('\f');
            for (int i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    pageStarts.Add(lines.Count);
                }

                string text = parts[i].TrimEnd();
                tabbed.Add(text[..(text.Length - text.TrimStart().Length)].Replace("\t", Tab, StringComparison.Ordinal) + text.TrimStart());
                lines.Add(text.Replace("\t", Tab, StringComparison.Ordinal));
            }
        }

        words = [.. Word().Matches(source.Text).Select(m => m.Value)];
    }

    public static MouDocument Read(SourceText source, NotCarried losses, DiagnosticBag bag)
    {
        TypedText text = new(source);
        HashSet<int> furniture = PageFurniture.Of(text.lines, text.pageStarts);
        Dictionary<int, SideBySide> columns = SideBySide.Find(text.tabbed, furniture).ToDictionary(s => s.First);
        List<Piece> pieces = text.Paragraphs(furniture, columns);
        Source file = Source.File(source.Path);
        foreach (SideBySide prose in columns.Values.Where(c => c.IsProse).OrderBy(c => c.First))
        {
            losses.Lost("columns of text side by side, read one column after the other", string.Create(CultureInfo.InvariantCulture, $"in line {prose.First + 1}"));
        }

        if (columns.Values.Count(c => !c.IsProse) is > 0 and var tables)
        {
            bag.Noted(file, string.Create(CultureInfo.InvariantCulture, $"{tables} stretches of lines typed in columns were read as tables, the first in line {columns.Values.Where(c => !c.IsProse).Min(c => c.First) + 1}; look at their rows."));
        }

        int filled = furniture.Count(i => !string.IsNullOrWhiteSpace(text.lines[i]));
        if (filled > 0)
        {
            string samples = string.Join(", ", furniture.Order().Select(i => text.lines[i].Trim()).Where(l => l.Any(char.IsLetter)).Distinct(StringComparer.Ordinal).Take(3).Select(l => $"“{l}”"));
            losses.Lost(string.Create(CultureInfo.InvariantCulture, $"{filled} lines that come back on every page, as page numbers and headers do{(samples.Length > 0 ? ": " + samples : "")}"), string.Create(CultureInfo.InvariantCulture, $"in line {furniture.Min() + 1}"));
        }

        if (text.whole > 0)
        {
            bag.Noted(file, string.Create(CultureInfo.InvariantCulture, $"{text.whole} words divided at the ends of lines were made whole."));
        }

        return ReadPieces.ToDocument(TypedNumbers.Find(pieces), [], new() { Title = Path.GetFileNameWithoutExtension(source.Path) }, isOurs: false, losses);
    }

    private List<Piece> Paragraphs(HashSet<int> furniture, Dictionary<int, SideBySide> columns)
    {
        int[] lengths = [.. lines.Select(l => l.Trim().Length).Where(l => l > 0).Order()];
        int width = lengths.Length == 0 ? 0 : lengths[lengths.Length * 9 / 10];
        bool isBroken = width is > 0 and <= WidestLine && !AreWhole(); // otherwise a line is a paragraph
        List<Piece> pieces = [];
        StringBuilder paragraph = new();
        int first = 0;
        int blanks = 0;
        string before = "";
        for (int i = 0; i <= lines.Count; i++)
        {
            bool ends = i == lines.Count;
            string line = ends ? "" : lines[i];
            if (!ends && furniture.Contains(i))
            {
                continue;
            }

            if (columns.TryGetValue(i, out SideBySide? beside))
            {
                Add(paragraph, first, pieces, width);
                pieces.AddRange(Beside(beside));
                i = beside.Last;
                continue;
            }

            if (!ends && string.IsNullOrWhiteSpace(line))
            {
                blanks++;
                continue;
            }

            if (ends || paragraph.Length == 0 || !isBroken || StartsAnew(before, line, blanks, width, furniture, i, paragraph))
            {
                Add(paragraph, first, pieces, width);
                first = i;
                paragraph.Append(line.Trim());
            }
            else
            {
                Join(paragraph, line.Trim());
            }

            (before, blanks) = (line, 0);
        }

        return pieces;
    }

    /// <summary>Whether every line is a paragraph: some are longer than a page is wide, and lines that go on in the middle of a sentence are few.</summary>
    private bool AreWhole()
    {
        string[] next = [.. lines.Zip(lines.Skip(1)).Where(p => !string.IsNullOrWhiteSpace(p.First) && !string.IsNullOrWhiteSpace(p.Second)).Select(p => p.Second.TrimStart())];
        return lines.Exists(l => l.Trim().Length > WidestLine) && next.Count(l => char.IsLower(l[0])) * 10 <= next.Length;
    }

    /// <summary>Whether a line begins a paragraph, and does not go on with the one of the line before.</summary>
    private bool StartsAnew(string before, string line, int blanks, int width, HashSet<int> furniture, int at, StringBuilder paragraph)
    {
        string last = before.Trim();
        string next = line.Trim();
        bool overPage = blanks > 0 && (pageStarts.Exists(p => p > at - blanks - 3 && p <= at && p > 0) || Enumerable.Range(Math.Max(0, at - blanks - 4), Math.Min(at, blanks + 4)).Any(furniture.Contains));
        bool goesOn = char.IsLower(next[0]) && last[^1] is not ('.' or ';' or ':' or '!' or '?') && last.Length > width / 2;
        return (blanks > 0 && !(overPage && goesOn))
            || LabelAt(at) is { } label && ((!WantsNumber().IsMatch(last) && RowGoesOn(label, at))
                || (!(goesOn && label.Text.Length <= 2 && !EndsItem().IsMatch(last)) && !(blanks == 0 && IsWrapped(last, label, width, paragraph))))
            || StartsBullet().IsMatch(next)
            || SignaturePage.IsWitness(next)
            || HeadingLook.IsCapitals(last) != HeadingLook.IsCapitals(next) && (HeadingLook.IsCapitals(last) || HeadingLook.IsCapitals(next)) && !goesOn
            || (last.Length < width * 6 / 10 && (last[^1] is '.' or ';' or ':' or ')' || char.IsUpper(next[0])))
            || Math.Abs(Indent(line) - Indent(before)) >= 8 && last.Length < width * 8 / 10;
    }

    private TypedLabel? LabelAt(int line)
    {
        if (!labels.TryGetValue(line, out TypedLabel? label))
        {
            labels.Add(line, label = TypedLabel.Of(lines[line].Trim()));
        }

        return label;
    }

    /// <summary>Whether one of the next lines begins with the number after this one.</summary>
    private bool RowGoesOn(TypedLabel label, int at) => Enumerable.Range(at + 1, Math.Min(LongestItem, lines.Count - at - 1))
        .Any(i => LabelAt(i)?.Readings.Any(n => label.Readings.Any(r => r.Shape == n.Shape && r.Ordinal + 1 == n.Ordinal)) == true);

    /// <summary>Whether what looks like a number at the beginning of a line belongs to the sentence of the line before: "thirty⏎(30) days", "in Section⏎4."</summary>
    private static bool IsWrapped(string last, TypedLabel label, int width, StringBuilder paragraph) =>
        WantsNumber().IsMatch(last)
        || (label.Text is ['(', .. var digits, ')'] && digits.All(char.IsAsciiDigit) && NumberWord().IsMatch(last))
        || (last.Length > width * 6 / 10 && last[^1] is not ('.' or ';' or ':' or '!' or '?') && !EndsItem().IsMatch(last) && !HeadingLook.IsCapitals(last)
            && !(TypedLabel.Of(paragraph.ToString(0, Math.Min(LongestLabel, paragraph.Length))) is { } own
                && label.Readings.Any(r => own.Readings.Any(o => o.Shape == r.Shape && o.Ordinal + 1 == r.Ordinal))));

    /// <summary>Columns as a table, or as paragraphs one after the other.</summary>
    private IEnumerable<Piece> Beside(SideBySide columns)
    {
        Provenance from = new(new Source(source.Path, columns.First + 1, 1));
        if (!columns.IsProse)
        {
            TableCell Cell(string words) => new(words.Length == 0 ? [] : [new Paragraph(ParagraphRole.Body, [new TextRun(words)]) { From = from }]);
            yield return new Solid(new Table([.. Enumerable.Repeat(ColumnAlignment.Left, columns.Columns)], 0, [.. columns.Rows.Select((r, i) => new TableRow([.. r.Select(Cell)]) { From = from })]) { From = from }) { From = from };
            yield break;
        }

        for (int column = 0; column < columns.Columns; column++)
        {
            StringBuilder words = new();
            foreach (string cell in columns.Rows.Select(r => r[column]).Where(c => c.Length > 0))
            {
                if (words.Length == 0)
                {
                    words.Append(cell);
                }
                else
                {
                    Join(words, cell);
                }
            }

            yield return new Line([new TextRun(Blanks().Replace(words.ToString(), " "))]) { From = from };
        }
    }

    private void Join(StringBuilder paragraph, string next)
    {
        if (paragraph.Length > 1 && paragraph[^1] is '-' or '\u2010' && char.IsLetter(paragraph[^2]) && char.IsLower(next[0]))
        {
            int start = paragraph.Length - 1;
            while (start > 0 && paragraph.Length - start < LongestWord && char.IsLetter(paragraph[start - 1]))
            {
                start--;
            }

            string head = paragraph.ToString(start, paragraph.Length - 1 - start);
            string tail = new([.. next.TakeWhile(char.IsLetter)]);
            // The text itself knows best whether the word has a hyphen of its own.
            if (!words.Contains(head + "-" + tail) || words.Contains(head + tail))
            {
                paragraph.Length--;
                whole++;
            }

            paragraph.Append(next);
        }
        else
        {
            paragraph.Append(' ').Append(next);
        }
    }

    private void Add(StringBuilder paragraph, int first, List<Piece> pieces, int width)
    {
        if (paragraph.Length > 0)
        {
            int indent = Indent(lines[first]);
            // Words far apart on one line are not one sentence.
            string text = Blanks().Replace(Gap().Replace(paragraph.ToString(), "\t"), " ");
            bool isCentered = indent >= 12 && text.Length < width - indent;
            pieces.Add(new Line([new TextRun(text)])
            {
                From = new(new Source(source.Path, first + 1, indent + 1)),
                Indent = isCentered ? 0 : indent * TwipsPerBlank,
                IsCentered = isCentered,
            });
            paragraph.Clear();
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"[\p{L}]+(?:-[\p{L}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:\b(?:[Ss]ections?|[Aa]rticles?|[Ss]ec\.|[Pp]aragraphs?|[Cc]lauses?|[Ss]ubsections?|[Ee]xhibits?|[Cc]hapters?|[Pp]arts?|[Tt]itles?)|§§?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex WantsNumber();

    [GeneratedRegex(@"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundred|thousand)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberWord();

    [GeneratedRegex(@"[;,:.]\s*(?:and|or|and/or)\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndsItem();

    [GeneratedRegex(@"(?<=\S) {4,}(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\A[•·▪●○■\-–*][ \t]", RegexOptions.CultureInvariant)]
    private static partial Regex StartsBullet();

    [GeneratedRegex(@"[ \u00A0]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
