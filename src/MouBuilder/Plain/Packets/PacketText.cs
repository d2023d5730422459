using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Plain.Packets;

/// <summary>The words of a line as a translator sees them in Word, and back: bold is bold, and the places for facts stand as they are written.</summary>
internal static partial class PacketText
{
    private const string Special = "\\`*_[]<>^~|&";

    /// <summary>What a line shows in Word.</summary>
    public static ImmutableArray<Inline> ToWord(string words, string language)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        foreach (Match piece in Piece().Matches(Led().Replace(words, "$1$2")))
        {
            Emphasis emphasis = piece.Groups["bold"].Success ? Emphasis.Bold : Emphasis.None;
            string text = piece.Groups["bold"].Success ? piece.Groups["bold"].Value : piece.Value;
            inlines.Add(new TextRun(Escaped().Replace(text, "$1"), emphasis) { Language = language });
        }

        return inlines.ToImmutable();
    }

    /// <summary>A line of a plain-language text out of a cell. Nothing in it is markup but bold and the places for facts.</summary>
    public static string FromWord(IEnumerable<Inline> inlines)
    {
        StringBuilder line = new();
        foreach (IGrouping<int, (string Text, bool IsBold)> stretch in Stretches(inlines))
        {
            string text = string.Concat(stretch.Select(s => s.Text));
            string words = text.Trim();
            string marked = stretch.First().IsBold && words.Length > 0 ? text.Replace(words, $"**{Literal(words)}**", StringComparison.Ordinal) : Literal(text);
            line.Append(marked);
        }

        return Leading().Replace(Blanks().Replace(line.ToString(), " ").Trim(), @"$1\$2");
    }

    /// <summary>The places for facts in a line, each by the field it prints; code of another form stands for itself.</summary>
    public static ImmutableArray<string> Facts(string line) => [.. Code().Matches(line).Select(m => Field().Match(m.Value) is { Success: true } field ? field.Groups[1].Value : m.Value).Order(StringComparer.Ordinal)];

    private static IEnumerable<IGrouping<int, (string Text, bool IsBold)>> Stretches(IEnumerable<Inline> inlines)
    {
        int stretch = 0;
        bool wasBold = false;
        List<(int Stretch, string Text, bool IsBold)> pieces = [];
        foreach (Inline inline in inlines)
        {
            (string text, bool isBold) = inline is TextRun run ? (run.Value, run.Emphasis.HasFlag(Emphasis.Bold)) : (PlainText.Of([inline]), wasBold);
            stretch += isBold == wasBold ? 0 : 1;
            wasBold = isBold;
            pieces.Add((stretch, text, isBold));
        }

        return pieces.GroupBy(p => p.Stretch, p => (p.Text, p.IsBold));
    }

    /// <summary>Text in which no letter is markup; code is left as it is, since it is compared with the English afterwards.</summary>
    private static string Literal(string text)
    {
        StringBuilder literal = new();
        int at = 0;
        foreach (Match code in Code().Matches(text))
        {
            Append(text[at..code.Index]);
            literal.Append(code.Value.Replace('“', '"').Replace('”', '"').Replace('\u00A0', ' '));
            at = code.Index + code.Length;
        }

        Append(text[at..]);
        return literal.ToString();

        void Append(string words)
        {
            foreach (char c in words)
            {
                literal.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
            }
        }
    }

    [GeneratedRegex(@"\*\*(?<bold>.+?)\*\*|(?:(?!\*\*).)+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Piece();

    [GeneratedRegex(@"\\([\\`*_\[\]<>^~|&])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\{\{.*?\}\}|\{\{|\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>A fact printed as it is, or counted with the words of the language.</summary>
    [GeneratedRegex("\\A\\{\\{\\s*([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)*)\\s*(?:\\|\\s*counted\\s+\"[\\p{L}\\p{M} ]*\"\\s+\"[\\p{L}\\p{M} ]*\"\\s*)?\\}\\}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    /// <summary>What would make a list or a heading of a line.</summary>
    [GeneratedRegex(@"\A(\d*)([-+#.)])(?=\s|#|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\A(\d*)\\([-+#.)])", RegexOptions.CultureInvariant)]
    private static partial Regex Led();
}
