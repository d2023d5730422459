using System.Text;
using System.Text.Json;
using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>What the page's script reads, and what <c>mou review collect</c> reads back: which comparison this is, which clauses it has, and the script's words.</summary>
internal static class PageData
{
    /// <summary>The words the script says.</summary>
    private static readonly string[] ScriptWords =
    [
        "js-shown", "js-printed-part", "js-saved", "js-none", "js-copied", "js-copy-by-hand", "js-opened", "js-another-reader", "nameless", "js-other-edition", "js-not-ours", "js-too-large", "js-too-large-to-save", "js-damaged", "js-limits", "js-full", "js-file-name", "copy-heading", "by",
    ];

    public static string Write(PageContext page)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteNumber("mou-review", CommentFile.Format);
            json.WriteString("edition", page.Material.Edition);
            json.WriteString("old", page.Comparison.Old.Name);
            json.WriteString("new", page.Comparison.New.Name);
            json.WriteString("locale", page.Words.Tag);
            json.WriteStartArray("clauses");
            foreach (PartChange change in page.Clauses)
            {
                json.WriteStartObject();
                json.WriteString("id", page.IdOf(change));
                json.WriteString("title", page.ShownTitle(change));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("words");
            foreach (string name in ScriptWords)
            {
                json.WriteString(name, page.Words[name]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
