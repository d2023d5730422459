using System.Text;

namespace MouBuilder.Word;

/// <summary>Guesses how wide words stand in a table, in twips. Good enough to share columns, and the same on every machine, which a font file would not be.</summary>
internal static class TextMeasure
{
    // Times New Roman at 10.5 points, rounded up to what bold takes.
    private const int Narrow = 66;
    private const int Usual = 112;
    private const int Wide = 160;

    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += rune.Value switch
            {
                'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or ' ' or '.' or ',' or ';' or ':' or '\'' or '(' or ')' or '[' or ']' or '|' or '-' => Narrow,
                'm' or 'w' or 'M' or 'W' or '@' or '%' or '&' => Wide,
                _ when Rune.IsUpper(rune) || rune.Value > 0x2E80 => Wide,
                _ => Usual,
            };
        }

        return width;
    }
}
