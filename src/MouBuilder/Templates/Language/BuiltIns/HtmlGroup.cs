using System.Net;
using System.Text;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>html.…</c></summary>
internal static class HtmlGroup
{
    public static TemplateMap Build() => new GroupBuilder("html")
        .Add("strip", "text:text", (_, a) => a[0] is string text ? Strip(text) : null)
        .Add("escape", "text:text", (c, a) => a[0] is string text ? Escape(c, text) : null)
        .Add("newline_to_br", "text:text", (c, a) => a[0] is string text ? Breaks(c, text) : null)
        .Add("url_encode", "text:text", (c, a) => a[0] is string text ? Encode(c, text) : null)
        .Add("url_escape", "text:text", (c, a) => a[0] is string text ? EscapeUrl(c, text) : null)
        .Build();

    private static string Escape(Call call, string text)
    {
        call.Characters(text.Length);
        string escaped = WebUtility.HtmlEncode(text);
        call.Characters(escaped.Length);
        return escaped;
    }

    private static string Encode(Call call, string text)
    {
        string encoded = Uri.EscapeDataString(text);
        call.Characters(encoded.Length);
        return encoded;
    }

    /// <summary>Elements that are taken out with what they hold.</summary>
    private static readonly (string Begin, string End)[] Whole = [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];

    /// <summary>Takes out everything between angle brackets, comments and scripts with what they hold.</summary>
    private static string Strip(string text)
    {
        StringBuilder built = new(text.Length);
        bool[] unclosed = new bool[Whole.Length];
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('<', at);
            int close = open < 0 ? -1 : ElementEnd(text, open, unclosed);
            if (close < 0)
            {
                built.Append(text, at, text.Length - at);
                break;
            }

            built.Append(text, at, open - at);
            at = close;
        }

        return built.ToString();
    }

    /// <param name="unclosed">The closers that do not come any more; nobody looks for them again.</param>
    private static int ElementEnd(string text, int open, bool[] unclosed)
    {
        for (int i = 0; i < Whole.Length; i++)
        {
            (string begin, string end) = Whole[i];
            if (!unclosed[i] && string.CompareOrdinal(text, open, begin, 0, begin.Length) == 0)
            {
                int found = text.IndexOf(end, open, StringComparison.Ordinal);
                if (found >= 0)
                {
                    return found + end.Length;
                }

                unclosed[i] = true;
            }
        }

        char quote = '\0';
        for (int at = open + 1; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return at + 1;
            }
        }

        return -1;
    }

    private static string Breaks(Call call, string text)
    {
        StringBuilder built = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool alone = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            bool pair = text[i] == '\r' && !alone;
            if (alone || pair)
            {
                built.Append("<br />");
            }

            built.Append(text[i]);
            if (pair)
            {
                built.Append(text[++i]);
            }
        }

        call.Characters(built.Length);
        return built.ToString();
    }

    /// <summary>Escapes what a URL cannot hold and leaves its own signs alone.</summary>
    private static string EscapeUrl(Call call, string text)
    {
        StringBuilder built = new(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || "-_.~!*'();:@&=+$,/?#[]".Contains(c, StringComparison.Ordinal))
            {
                built.Append(c);
            }
            else
            {
                built.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        call.Characters(built.Length);
        return built.ToString();
    }
}
