using System.Collections.Immutable;
using System.Text.Json;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Reviewing;

/// <summary>A reader's comment on a clause.</summary>
/// <param name="Clause">The id of the clause's element on the page.</param>
/// <param name="Title">The clause as the page called it.</param>
public sealed record Comment(string Clause, string Title, string Text);

/// <summary>The comments of one reader, as the review page saves them (<c>docs/review-comments.md</c>).</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Edition">The comparison that was commented on.</param>
/// <param name="Old">The name of the older text.</param>
/// <param name="New">The name of the newer text.</param>
/// <param name="Language">The language of the page: <c>en</c>, <c>es</c>, <c>vi</c>; empty for any other.</param>
/// <param name="Reader">Empty when no name was given.</param>
public sealed record CommentFile(string Path, string Edition, string Old, string New, string Language, string Reader, ImmutableArray<Comment> Comments)
{
    internal const int Format = 1;

    private const int MostComments = 500;
    private const int LongestComment = 4000;
    private const int LongestName = 500;
    private const int Deepest = 8;

    /// <summary>Reads a file. Anything but what a page saves is refused whole, with the reason.</summary>
    /// <returns>The file, or null; the diagnostics say why.</returns>
    public static (CommentFile? File, ImmutableArray<Diagnostic> Diagnostics) Read(string path)
    {
        DiagnosticBag bag = new();
        CommentFile? file = TextFile.ReadUnsorted(path, bag) is { } text ? Parse(text, bag) : null;
        return (bag.HasErrors ? null : file, bag.ToImmutable());
    }

    private static CommentFile? Parse(SourceText text, DiagnosticBag bag)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text.Text, new() { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return Read(text.Path, json.RootElement, bag);
        }
        catch (JsonException e)
        {
            if (IsWhole(text))
            {
                bag.CommentsBeyondLimits(Source.File(text.Path), $"its brackets stand more than {Deepest} deep in one another");
            }
            else
            {
                bag.CommentsDamaged(new(text.Path, (int)(e.LineNumber ?? 0) + 1, 1));
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            // A text whose escapes are no characters: the only thing left that the values are not checked for.
            bag.CommentsDamaged(Source.File(text.Path));
            return null;
        }
    }

    /// <summary>Whether nothing is wrong with a file but its depth.</summary>
    private static bool IsWhole(SourceText text)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text.Text, new() { MaxDepth = int.MaxValue, AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static CommentFile? Read(string path, JsonElement root, DiagnosticBag bag)
    {
        Source at = Source.File(path);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("mou-review", out JsonElement format)
            || format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out int number) || number != Format
            || !root.TryGetProperty("comments", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            bag.NotComments(at);
            return null;
        }

        if (list.GetArrayLength() > MostComments)
        {
            bag.CommentsBeyondLimits(at, $"it holds more than {MostComments} comments");
            return null;
        }

        string[] names = [.. new[] { "edition", "old", "new", "locale", "reader" }.Select(name => TextOf(root, name, LongestName, at, bag))];
        Comment[] comments = [.. list.EnumerateArray().Select(c => CommentOf(c, at, bag))];
        if (!bag.HasErrors && names.Concat(comments.SelectMany(c => new[] { c.Clause, c.Title, c.Text })).Any(t => t.EnumerateRunes().Any(r => TextRules.TurnsDirection(r.Value))))
        {
            bag.DirectionMarksLeftOut(at);
        }

        names = [.. names.Select(n => OnOneLine(Seen(n)))];
        comments = [.. comments.Select(c => new Comment(Seen(c.Clause), OnOneLine(Seen(c.Title)), Seen(c.Text)))];
        return new(path, names[0], names[1], names[2], names[3] is "en" or "es" or "vi" ? names[3] : "", names[4], [.. comments]);
    }

    private static Comment CommentOf(JsonElement comment, Source at, DiagnosticBag bag)
    {
        if (comment.ValueKind != JsonValueKind.Object)
        {
            bag.NotComments(at);
            return new("", "", "");
        }

        return new(TextOf(comment, "clause", LongestName, at, bag), TextOf(comment, "title", LongestName, at, bag), TextOf(comment, "text", LongestComment, at, bag));
    }

    private static string TextOf(JsonElement owner, string name, int longest, Source at, DiagnosticBag bag)
    {
        if (!owner.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.String)
        {
            bag.NotComments(at);
            return "";
        }

        string text = value.GetString()!.ReplaceLineEndings("\n");
        if (text.Length > longest)
        {
            bag.CommentsBeyondLimits(at, $"its \"{name}\" has more than {longest} characters");
        }

        return text;
    }

    /// <summary>A name or a title with a line in it would pass for a comment.</summary>
    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A reader types what a telephone offers; what nobody could see is left out, and the rest stays.</summary>
    private static string Seen(string text) => string.Concat(text.EnumerateRunes().Where(r => TextRules.FirstRefused(r.ToString()) is null)).Normalize().Trim();
}
