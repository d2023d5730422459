using System.Globalization;
using System.Text;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary><c>string.…</c>: everything compares and changes case without regard to the machine's culture.</summary>
internal static class StringGroup
{
    public static TemplateMap Build() => new GroupBuilder("string")
        .Add("escape", "text:text", (_, a) => a[0] is string s ? Escape(s) : null)
        .Add("append", "text:text with:text", (c, a) => Concat(c, a[0], a[1]))
        .Add("capitalize", "text:text", (_, a) => Capitalize(S(a[0])))
        .Add("capitalizewords", "text:text", (_, a) => CapitalizeWords(S(a[0])))
        .Add("contains", "text:text value:text", (_, a) => Boxes.Of(a[0] is string s && a[1] is string v && s.Contains(v, StringComparison.Ordinal)))
        .Add("empty", "text:text", (_, a) => Boxes.Of(S(a[0]).Length == 0))
        .Add("whitespace", "text:text", (_, a) => Boxes.Of(string.IsNullOrWhiteSpace((string?)a[0])))
        .Add("downcase", "text:text", (_, a) => ((string?)a[0])?.ToLowerInvariant())
        .Add("ends_with", "text:text value:text", (_, a) => Boxes.Of(a[0] is string s && a[1] is string v && s.EndsWith(v, StringComparison.Ordinal)))
        .Add("equals_ignore_case", "text:text value:text", (_, a) => Boxes.Of(a[0] is string s && a[1] is string v && s.Equals(v, StringComparison.OrdinalIgnoreCase)))
        .Add("handleize", "text:text", (c, a) => Handleize(a[0] as string ?? throw c.Rejected("there is no text")))
        .Add("literal", "text:text", (_, a) => a[0] is string s ? TextLiteral.Of(s) : null)
        .Add("lstrip", "text:text", (_, a) => ((string?)a[0])?.TrimStart())
        .Add("pluralize", "number:int singular:text plural:text", (_, a) => (int)a[0]! == 1 ? a[1] : a[2])
        .Add("prepend", "text:text by:text", (c, a) => Concat(c, a[1], a[0]))
        .Add("remove", "text:text remove:text", (c, a) => Replace(c, S(a[0]), S(a[1]), ""))
        .Add("remove_first", "text:text remove:text", (c, a) => ReplaceOnce(c, S(a[0]), S(a[1]), "", fromEnd: false))
        .Add("remove_last", "text:text remove:text", (c, a) => ReplaceOnce(c, S(a[0]), S(a[1]), "", fromEnd: true))
        .Add("replace", "text:text match:text replace:text", (c, a) => Replace(c, S(a[0]), S(a[1]), S(a[2])))
        .Add("replace_first", "text:text match:text replace:text fromEnd:bool?", (c, a) => ReplaceOnce(c, S(a[0]), S(a[1]), S(a[2]), a[3] is true))
        .Add("rstrip", "text:text", (_, a) => ((string?)a[0])?.TrimEnd())
        .Add("size", "text:text", (_, a) => Boxes.Of(S(a[0]).Length))
        .Add("slice", "text:text start:int length:int?", (c, a) => Slice(c, S(a[0]), (int)a[1]!, (int?)a[2] ?? S(a[0]).Length))
        .Add("slice1", "text:text start:int length:int?", (c, a) => Slice(c, S(a[0]), (int)a[1]!, (int?)a[2] ?? 1))
        .Add("split", "text:text match:text", Split)
        .Add("starts_with", "text:text value:text", (_, a) => Boxes.Of(a[0] is string s && a[1] is string v && s.StartsWith(v, StringComparison.Ordinal)))
        .Add("strip", "text:text", (_, a) => ((string?)a[0])?.Trim())
        .Add("strip_newlines", "text:text", (_, a) => S(a[0]).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal))
        .Add("to_int", "text:text", (_, a) => int.TryParse((string?)a[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out int n) ? Boxes.Of(n) : null)
        .Add("to_long", "text:text", (_, a) => long.TryParse((string?)a[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out long n) ? n : null)
        .Add("to_float", "text:text", (_, a) => float.TryParse((string?)a[0], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out float n) ? n : null)
        .Add("to_double", "text:text", (_, a) => double.TryParse((string?)a[0], NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double n) ? n : null)
        .Add("truncate", "text:text length:int ellipsis:text?", (c, a) => Truncate(c, S(a[0]), (int)a[1]!, (string?)a[2] ?? "..."))
        .Add("truncatewords", "text:text count:int ellipsis:text?", (_, a) => TruncateWords(S(a[0]), (int)a[1]!, (string?)a[2] ?? "..."))
        .Add("upcase", "text:text", (_, a) => ((string?)a[0])?.ToUpperInvariant())
        .Add("md5", "text:text", (_, a) => Digests.Md5(S(a[0])))
        .Add("sha1", "text:text", (_, a) => Digests.Sha1(S(a[0])))
        .Add("sha256", "text:text", (_, a) => Digests.Sha256(S(a[0])))
        .Add("sha512", "text:text", (_, a) => Digests.Sha512(S(a[0])))
        .Add("hmac_sha1", "text:text secretKey:text", (_, a) => Digests.HmacSha1(S(a[0]), S(a[1])))
        .Add("hmac_sha256", "text:text secretKey:text", (_, a) => Digests.HmacSha256(S(a[0]), S(a[1])))
        .Add("hmac_sha512", "text:text secretKey:text", (_, a) => Digests.HmacSha512(S(a[0]), S(a[1])))
        .Add("pad_left", "text:text width:int", (c, a) => Pad(c, S(a[0]), (int)a[1]!, left: true))
        .Add("pad_right", "text:text width:int", (c, a) => Pad(c, S(a[0]), (int)a[1]!, left: false))
        .Add("base64_encode", "text:text", (_, a) => Convert.ToBase64String(Encoding.UTF8.GetBytes(S(a[0]))))
        .Add("base64_decode", "text:text", (c, a) => Decode(c, S(a[0])))
        .Add("index_of", "text:text search:text start_index:any? count:any? string_comparison:text?", IndexOf)
        .Build();

    private static string S(object? value) => (string?)value ?? "";

    private static string Concat(Call call, object? first, object? second)
    {
        (string a, string b) = (S(first), S(second));
        call.Characters(a.Length + (long)b.Length);
        return string.Concat(a, b);
    }

    private static string Escape(string text)
    {
        StringBuilder built = new(text.Length);
        TextLiteral.Escape(built, text);
        return built.ToString();
    }

    private static string Capitalize(string text) =>
        text.Length == 0 ? text : string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    private static string CapitalizeWords(string text)
    {
        char[] letters = text.ToCharArray();
        bool begins = true;
        for (int i = 0; i < letters.Length; i++)
        {
            if (char.IsWhiteSpace(letters[i]))
            {
                begins = true;
            }
            else if (begins && char.IsLetter(letters[i]))
            {
                letters[i] = char.ToUpperInvariant(letters[i]);
                begins = false;
            }
        }

        return new(letters);
    }

    private static string Handleize(string text)
    {
        char[] built = new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                built[length++] = char.ToLowerInvariant(c);
            }
            else if (length == 0 || built[length - 1] != '-')
            {
                built[length++] = '-';
            }
        }

        return new(built, 0, length > 0 && built[length - 1] == '-' ? length - 1 : length);
    }

    private static string Replace(Call call, string text, string match, string replacement)
    {
        if (match.Length == 0)
        {
            return text;
        }

        call.Items(text.Length / 16);
        if (replacement.Length > match.Length)
        {
            long found = 0;
            for (int at = text.IndexOf(match, StringComparison.Ordinal); at >= 0; at = text.IndexOf(match, at + match.Length, StringComparison.Ordinal))
            {
                found++;
            }

            call.Characters(text.Length + found * (replacement.Length - match.Length));
        }

        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    private static string ReplaceOnce(Call call, string text, string match, string replacement, bool fromEnd)
    {
        int at = match.Length == 0 ? -1 : fromEnd ? text.LastIndexOf(match, StringComparison.Ordinal) : text.IndexOf(match, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        call.Characters(text.Length + (long)replacement.Length);
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length));
    }

    /// <summary>A start before the text counts towards the length: of "test", 3 characters from -5 are "te".</summary>
    private static string Slice(Call call, string text, int start, int length)
    {
        if (length < 0)
        {
            throw call.RejectedArgument(2, "a length is not negative");
        }

        long from = start < 0 ? start + (long)text.Length : start;
        long to = Math.Min(from + length, text.Length);
        from = Math.Max(0, from);
        return to <= from ? "" : text.Substring((int)from, (int)(to - from));
    }

    private static TemplateList Split(Call call, object?[] a)
    {
        string text = S(a[0]);
        call.Items(text.Length / 8);
        return TemplateList.Writable([.. text.Split(S(a[1]), StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static string Truncate(Call call, string text, int length, string ellipsis)
    {
        if (text.Length <= length)
        {
            return text;
        }

        call.Characters(text.Length + (long)ellipsis.Length);
        return string.Concat(text.AsSpan(0, Math.Max(0, length - ellipsis.Length)), ellipsis);
    }

    private static string TruncateWords(string text, int count, string ellipsis)
    {
        if (text.Length == 0)
        {
            return text;
        }

        StringBuilder built = new();
        int left = count;
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (left <= 0)
            {
                break;
            }

            if (built.Length > 0)
            {
                built.Append(' ');
            }

            built.Append(word);
            left--;
        }

        return left <= 0 ? built.Append(ellipsis).ToString() : built.ToString();
    }

    private static string Pad(Call call, string text, int width, bool left)
    {
        if (width <= text.Length)
        {
            return text;
        }

        call.Characters(width);
        return left ? text.PadLeft(width) : text.PadRight(width);
    }

    private static string Decode(Call call, string text)
    {
        // Bytes that are no text are replaced one by one, which takes several times as long as copying them.
        call.Items(text.Length / 16);
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw call.RejectedArgument(0, "this is not Base64");
    }

    private static object IndexOf(Call call, object?[] a)
    {
        string text = S(a[0]);
        int start = a[2] is int from ? from : a[2] is null ? 0 : throw call.RejectedArgument(2, "it is no whole number");
        int count = a[3] is int most ? most : a[3] is null ? text.Length - start : throw call.RejectedArgument(3, "it is no whole number");
        StringComparison comparison = (string?)a[4] switch
        {
            null or "" or "Ordinal" => StringComparison.Ordinal,
            "OrdinalIgnoreCase" => StringComparison.OrdinalIgnoreCase,
            _ => throw call.RefusedArgument(4, "this comparison", "a culture would find different text on different machines. Write Ordinal or OrdinalIgnoreCase."),
        };
        if (start < 0 || start > text.Length || count < 0 || count > text.Length - start)
        {
            throw call.Rejected("the search would begin or end outside of the text");
        }

        return Boxes.Of(text.IndexOf(S(a[1]), start, count, comparison));
    }
}
