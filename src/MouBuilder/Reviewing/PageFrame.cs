using MouBuilder.Clauses;

namespace MouBuilder.Reviewing;

/// <summary>
/// The frame of a page that needs nothing but itself: style and script stand in it, and its policy lets in no other. It loads nothing and sends nothing.
/// </summary>
internal static class PageFrame
{
    private static readonly string Style = PageResources.Text("review.css");
    private static readonly string Script = PageResources.Text("review.js");

    /// <param name="data">What the script reads, as JSON; null for a page without a script.</param>
    public static string Write(Locale locale, string title, Html body, string? data = null)
    {
        string scriptPolicy = data is null ? "'none'" : PageResources.PolicyHash(Script);
        string policy = $"default-src 'none'; style-src {PageResources.PolicyHash(Style)}; script-src {scriptPolicy}; base-uri 'none'; form-action 'none'";
        Html script = data is null ? Html.Empty : new($"""
            <script type="application/json" id="review-data">{InScript(data)}</script>
            <script>{Script}</script>

            """);
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{ReviewWords.In(locale).Tag}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Html(policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>{new Html(Style)}</style>
            </head>
            <body>
            {body}
            {script}</body>
            </html>

            """).Markup;
    }

    // Inside a script element only "<" can end or change what is read; JSON may write it as an escape.
    private static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
