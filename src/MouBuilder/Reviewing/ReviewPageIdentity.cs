using System.Collections.Immutable;
using System.Text.Json;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Reviewing;

/// <summary>Which comparison a review page shows, and its clauses in order.</summary>
public sealed record ReviewPageIdentity(string Edition, string Old, string New, ImmutableArray<(string Id, string Title)> Clauses)
{
    private const int LargestPage = 1 << 26;
    private const string Begin = "<script type=\"application/json\" id=\"review-data\">";

    /// <summary>Reads it from the page's file.</summary>
    /// <returns>The identity, or null; the diagnostics say why.</returns>
    public static (ReviewPageIdentity? Page, ImmutableArray<Diagnostic> Diagnostics) Read(string path)
    {
        DiagnosticBag bag = new();
        ReviewPageIdentity? page = TextFile.Read(path, bag, LargestPage) is { } file ? Parse(file.Text, bag) : null;
        return (page, bag.ToImmutable());
    }

    private static ReviewPageIdentity? Parse(SourceText file, DiagnosticBag bag)
    {
        int from = file.Text.LastIndexOf(Begin, StringComparison.Ordinal);
        int to = from < 0 ? -1 : file.Text.IndexOf("</script>", from, StringComparison.Ordinal);
        try
        {
            if (to > 0)
            {
                using JsonDocument json = JsonDocument.Parse(file.Text.AsMemory()[(from + Begin.Length)..to]);
                JsonElement root = json.RootElement;
                return new(
                    root.GetProperty("edition").GetString()!, root.GetProperty("old").GetString()!, root.GetProperty("new").GetString()!,
                    [.. root.GetProperty("clauses").EnumerateArray().Select(c => (c.GetProperty("id").GetString()!, c.GetProperty("title").GetString()!))]);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Somebody has edited the page; it is none of ours any more.
        }

        bag.NotAReviewPage(Source.File(file.Path));
        return null;
    }
}
