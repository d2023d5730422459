using System.Collections.Immutable;
using System.Text;

namespace MouBuilder.Documents;

/// <summary>The words of inlines, as a reader of the page sees them.</summary>
internal static class PlainText
{
    public static string Of(ImmutableArray<Inline> inlines)
    {
        StringBuilder text = new();
        foreach (Inline inline in inlines)
        {
            text.Append(Of(inline));
        }

        return text.ToString();
    }

    /// <summary>The words a text begins with, at most so many, with <c>…</c> where it goes on. A stroke between two words is none.</summary>
    public static string FirstWords(string text, int most)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int found = 0;
        int end = 0;
        while (end < words.Length && (found < most || words[end] == "/"))
        {
            found += words[end++] == "/" ? 0 : 1;
        }

        while (end < words.Length && end > 0 && words[end - 1] == "/")
        {
            end--; // nothing of what it leads to is shown
        }

        return string.Join(' ', words.Take(end)) + (end < words.Length ? " …" : "");
    }

    private static string Of(Inline inline) => inline switch
    {
        TextRun t => t.Value,
        Term t => t.Value,
        Reference r => Of(r),
        Link l => Of(l.Content),
        Gap g => Of(g),
        LineBreak => " ",
        _ => "",
    };

    /// <summary>A gap as printed: <c>[parent notice hours]</c>.</summary>
    public static string Of(Gap g) => "[" + (g.Shown.Length > 0 ? g.Shown : g.Field.Replace('_', ' ')) + "]";

    /// <summary>A reference as printed: <c>Section 4.2</c> with a no-break space.</summary>
    public static string Of(Reference r) => r.Word.Length == 0 ? r.Label ?? "" : r.Word + "\u00A0" + r.Label;
}
