using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;

namespace MouBuilder.Word.Accessibility;

/// <summary>Reads one story (body, footnotes, header, footer) and says what a screen reader, or eyes that see little contrast, would miss in it.</summary>
internal sealed partial class StoryAccessibility(StyleLooks styles, Source at, DiagnosticBag bag, bool saysLanguage)
{
    private const string White = "FFFFFF";

    private readonly StringBuilder text = new();
    private readonly StringBuilder link = new();
    private readonly Stack<TableSeen> tables = [];
    private readonly HashSet<(string, string)> dim = [];
    private string style = "";
    private bool isListed;
    private string runStyle = "";
    private string? colour;
    private string? behind;
    private bool hasLanguage;
    private bool isOutside;
    private bool isUnsaid = !saysLanguage;
    private int level;
    private string? typedBefore;

    /// <summary>A table as far as it has been read.</summary>
    private sealed class TableSeen
    {
        public string Style { get; set; } = "";

        public int Rows { get; set; }

        public bool HasHeader { get; set; }

        public string Beginning { get; set; } = "";
    }

    public void Check(PartScanner scanner)
    {
        while (scanner.Read())
        {
            switch (scanner.Kind)
            {
                case ScanKind.Begin:
                    Begin(scanner);
                    break;
                case ScanKind.End:
                    End(scanner.Name);
                    break;
                case ScanKind.Text when scanner.Parent is "w:t" or "w:delText":
                    Words(WebUtility.HtmlDecode(scanner.Text.ToString()));
                    break;
            }
        }
    }

    private void Begin(PartScanner element)
    {
        ReadOnlySpan<char> value = element.Attribute("w:val");
        switch (element.Name)
        {
            case "w:p":
                text.Clear();
                (style, isListed) = ("", false);
                break;
            case "w:pStyle":
                style = value.ToString();
                break;
            case "w:numId" when element.Parent == "w:numPr":
                isListed |= value is not "0";
                break;
            case "w:r":
                (runStyle, colour, behind, hasLanguage) = ("", null, null, false);
                break;
            case "w:rStyle":
                runStyle = value.ToString();
                break;
            case "w:color" when value is not "auto":
                colour = value.ToString();
                break;
            case "w:highlight":
                behind = Contrast.OfHighlight(value.ToString());
                break;
            case "w:lang":
                hasLanguage = !value.IsEmpty;
                break;
            case "w:hyperlink":
                link.Clear();
                isOutside = !element.Attribute("r:id").IsEmpty;
                break;
            case "w:footnoteRef" or "w:footnoteReference" or "w:fldChar" or "w:separator" or "w:continuationSeparator":
                text.Append('\u200B'); // something stands there, though no word
                break;
            case "w:tbl":
                tables.Push(new());
                break;
            case "w:tblStyle" when tables.Count > 0:
                tables.Peek().Style = value.ToString();
                break;
            case "w:tr":
                tables.Peek().Rows++;
                break;
            case "w:tblHeader" when tables.Peek().Rows == 1:
                tables.Peek().HasHeader = true;
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "w:p":
                Paragraph(text.ToString());
                break;
            case "w:hyperlink" when isOutside:
                LinkWords(link.ToString().Trim());
                break;
            case "w:tbl":
                HeaderRow(tables.Pop());
                break;
        }
    }

    private void Words(string words)
    {
        text.Append(words);
        link.Append(words);
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        if (!hasLanguage && !styles.SaysLanguage && !isUnsaid)
        {
            isUnsaid = true;
            bag.LanguageUnsaid(at, $"\"{Beginning(words)}\"");
        }

        string ink = colour ?? (runStyle.Length > 0 && styles.ColourOf(runStyle) is not "000000" and var own ? own : styles.ColourOf(style));
        string paper = behind ?? styles.FillOf(style) ?? (tables.TryPeek(out TableSeen? table) ? styles.FillOf(table.Style) : null) ?? White;
        if (Contrast.Of(ink, paper) < Contrast.Least && dim.Add((ink, paper)))
        {
            bag.TooLittleContrast(at, Beginning(words), ink, paper, Math.Round(Contrast.Of(ink, paper), 1));
        }
    }

    private void Paragraph(string words)
    {
        if (tables.TryPeek(out TableSeen? table) && table.Beginning.Length == 0)
        {
            table.Beginning = words;
        }

        // A table needs a paragraph after it and a cell one in it, and Word has no other way to say that nothing stands there.
        if (words.Length == 0 && style != StyleIds.AfterTable && tables.Count == 0 && !isListed && !styles.IsListed(style))
        {
            bag.EmptyParagraph(at);
        }

        if (styles.LevelOf(style) is { } found && words.Length > 0)
        {
            if (found > level + 1)
            {
                bag.HeadingSkipsLevel(at, Beginning(words), found, level);
            }

            // The second level is the clauses', with their numbers; an exhibit's own headings begin at the third.
            level = style == StyleIds.Exhibit ? found + 1 : found;
        }

        TypedLabel(words);
    }

    /// <summary>Two paragraphs in a row that begin like items of a list and are none. One alone may be a sentence that begins with a year or a dash.</summary>
    private void TypedLabel(string words)
    {
        bool isTyped = !isListed && !styles.IsListed(style) && style is not (StyleIds.Contents1 or StyleIds.Contents2) && Typed().IsMatch(words);
        if (isTyped && typedBefore is { } first)
        {
            if (first.Length > 0)
            {
                bag.ListTypedByHand(at, Beginning(first));
            }

            typedBefore = ""; // told once for each list
        }
        else
        {
            typedBefore = isTyped ? words : null;
        }
    }

    private void HeaderRow(TableSeen table)
    {
        if (table.Rows > 1 && !table.HasHeader && table.Style != StyleIds.SignatureTable)
        {
            bag.TableWithoutHeader(at, Beginning(table.Beginning));
        }
    }

    private void LinkWords(string words)
    {
        if (words.Length == 0 || Address().IsMatch(words) || Nothing().IsMatch(words))
        {
            bag.LinkWithoutWords(at, Beginning(words));
        }
    }

    private static string Beginning(string words)
    {
        string plain = words.Replace("\u200B", "", StringComparison.Ordinal).Trim();
        return plain.Length <= 60 ? plain : plain[..57] + "...";
    }

    [GeneratedRegex(@"\A(\d{1,2}[.)]|\([a-z0-9]{1,3}\)|[a-z][.)]|[-–—•*▪◦])[\s\u00A0]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();

    [GeneratedRegex(@"\A(https?://|www\.)\S+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A(here|click here|link|this link|read more|more|aquí|haga clic aquí|enlace|leer más|tại đây|đây|bấm vào đây|liên kết|đọc thêm)\W*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();
}
