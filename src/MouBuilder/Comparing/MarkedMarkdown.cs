using System.Collections.Immutable;
using System.Text;

namespace MouBuilder.Comparing;

/// <summary>Words of a comparison as Markdown: those of the old text alone ~~struck~~, those of the new text alone **bold**.</summary>
internal static class MarkedMarkdown
{
    /// <summary>The stretches of a paragraph or heading.</summary>
    public static string Words(ImmutableArray<WordChange> words) => string.Concat(words.Select(w => w.Kind switch
    {
        WordChangeKind.Kept => Escaped(w.NewText),
        WordChangeKind.Inserted => Marked(w.NewText, "**"),
        WordChangeKind.Deleted => Marked(w.OldText, "~~"),
        WordChangeKind.Replaced when w.IsTyped => Escaped(w.NewText),
        WordChangeKind.Replaced => Joined(Marked(w.OldText, "~~"), Marked(w.NewText, "**")),
        WordChangeKind.Reference => $"{Escaped(w.NewText)} (was {Escaped(w.OldText)})",
        _ => $"{Escaped(w.NewText)} (other type)",
    }));

    private static string Joined(string old, string now) => old.EndsWith(' ') || now.StartsWith(' ') ? old + now : $"{old} {now}";

    /// <summary>The blanks around marked words stay outside the marks, or they would be no marks.</summary>
    public static string Marked(string text, string mark)
    {
        string words = text.Trim();
        if (words.Length == 0)
        {
            return text.Length == 0 ? "" : $"{mark}[blank]{mark}";
        }

        int from = text.IndexOf(words, StringComparison.Ordinal);
        return text[..from] + mark + Escaped(words) + mark + text[(from + words.Length)..];
    }

    /// <summary>Text of which no character is markup.</summary>
    public static string Escaped(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text)
        {
            escaped.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '~' or '|' or '#' ? $"\\{c}" : c is '\n' or '\r' ? " " : c.ToString());
        }

        // "1." or "-" at the head of a line would make a list of it.
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < text.Length && text[digits] is '.' or ')' && (digits + 1 == text.Length || text[digits + 1] == ' '))
        {
            escaped.Insert(digits, '\\');
        }

        return (text.Length > 1 && text[0] is '-' or '+' && text[1] == ' ' ? "\\" : "") + escaped;
    }
}
