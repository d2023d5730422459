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

    private readonly List<string> lines = [];
    private readonly List<int> pageStarts = [0];
    private readonly HashSet<string> words;
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

                lines.Add(parts[i].Replace("\t", "    ", StringComparison.Ordinal).TrimEnd());
            }
        }

        words = [.. Word().Matches(source.Text).Select(m => m.Value)];
    }

    public static MouDocument Read(SourceText source, NotCarried losses, DiagnosticBag bag)
    {
        TypedText text = new(source);
        HashSet<int> furniture = PageFurniture.Of(text.lines, text.pageStarts);
        List<Piece> pieces = text.Paragraphs(furniture);
        Source file = Source.File(source.Path);
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

        return ReadPieces.ToDocument(TypedNumbers.Find(pieces), [], new() { Title = Path.GetFileNameWithoutExtension(source.Path) }, isOurs: false);
    }

    private List<Piece> Paragraphs(HashSet<int> furniture)
    {
        int[] lengths = [.. lines.Select(l => l.Trim().Length).Where(l => l > 0).Order()];
        int width = lengths.Length == 0 ? 0 : lengths[lengths.Length * 9 / 10];
        bool isBroken = width is > 0 and <= 130; // otherwise a line is a paragraph
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

            if (!ends && string.IsNullOrWhiteSpace(line))
            {
                blanks++;
                continue;
            }

            if (ends || paragraph.Length == 0 || !isBroken || StartsAnew(before, line, blanks, width, furniture, i))
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

    /// <summary>Whether a line begins a paragraph, and does not go on with the one of the line before.</summary>
    private bool StartsAnew(string before, string line, int blanks, int width, HashSet<int> furniture, int at)
    {
        string last = before.Trim();
        string next = line.Trim();
        bool overPage = blanks > 0 && (pageStarts.Exists(p => p > at - blanks - 3 && p <= at && p > 0) || Enumerable.Range(Math.Max(0, at - blanks - 4), Math.Min(at, blanks + 4)).Any(furniture.Contains));
        bool goesOn = char.IsLower(next[0]) && last[^1] is not ('.' or ';' or ':' or '!' or '?') && last.Length > width / 2;
        return (blanks > 0 && !(overPage && goesOn))
            || TypedLabel.Of(next) is { } label && !(goesOn && label.Text.Length <= 2)
            || StartsBullet().IsMatch(next)
            || HeadingLook.IsCapitals(last) != HeadingLook.IsCapitals(next) && (HeadingLook.IsCapitals(last) || HeadingLook.IsCapitals(next)) && !goesOn
            || (last.Length < width * 6 / 10 && (last[^1] is '.' or ';' or ':' or ')' || char.IsUpper(next[0])))
            || Math.Abs(Indent(line) - Indent(before)) >= 8 && last.Length < width * 8 / 10;
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
            string text = Blanks().Replace(paragraph.ToString(), " ");
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

    [GeneratedRegex(@"\A[•·▪●○■\-–*][ \t]", RegexOptions.CultureInvariant)]
    private static partial Regex StartsBullet();

    [GeneratedRegex(@"[ \u00A0]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
