using System.Globalization;
using System.Text;
using MouBuilder.Files;

namespace MouBuilder.Reading;

/// <summary>Text as a reader of the page sees it: in form C, without the characters that nobody sees.</summary>
internal static class SeenText
{
    /// <summary>What a soft hyphen is told as.</summary>
    public const string SoftHyphens = "soft hyphens, which only say where a word may be divided";

    private const char SoftHyphen = '\u00AD';

    public static string Of(string text, NotCarried losses, Func<string> where)
    {
        // Zero-width joiners, direction marks and the like are refused in texts of our own; here they are taken out, and told.
        string composed = text;
        if (TextRules.FirstRefused(text) is not null)
        {
            StringBuilder seen = new(text.Length);
            for (int i = 0; i < text.Length;)
            {
                int length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                string character = text.Substring(i, length);
                if (TextRules.FirstRefused(character) is { } refused)
                {
                    seen.Append(Instead(character[0]));
                    Tell(character[0], refused.What, losses, where);
                }
                else
                {
                    seen.Append(character);
                }

                i += length;
            }

            composed = seen.ToString();
        }

        return composed.IsNormalized() ? composed : composed.Normalize();
    }

    private static string Instead(char refused) => refused switch
    {
        '\u2028' or '\u2029' or '\u000B' or '\u0085' or '\u000C' => "\n",
        '\uFFFD' => "□",
        _ => "",
    };

    private static void Tell(char refused, string what, NotCarried losses, Func<string> where)
    {
        if (refused == SoftHyphen)
        {
            losses.Hint(SoftHyphens);
        }
        else if (refused == '\uFFFD')
        {
            losses.Lost("a character that was lost in an earlier conversion, now □", where());
        }
        else if (Instead(refused).Length == 0 && refused is not '\r')
        {
            losses.Unseen(string.Create(CultureInfo.InvariantCulture, $"{what}, now taken out"), where());
        }
    }
}
