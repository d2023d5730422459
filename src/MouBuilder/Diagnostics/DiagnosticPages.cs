using System.Reflection;

namespace MouBuilder.Diagnostics;

/// <summary>The pages that <c>mou explain</c> prints: what a code means, what to avoid, what to prefer, why, and where the rule comes from.</summary>
public static class DiagnosticPages
{
    private const string Prefix = "diagnostics/";

    /// <summary>All codes that have a page, in order.</summary>
    public static IEnumerable<string> Codes => Resources.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^3])
        .Order(StringComparer.Ordinal);

    private static Assembly Resources => typeof(DiagnosticPages).Assembly;

    /// <summary>The page of a code, as Markdown; null when there is none.</summary>
    public static string? Find(string code)
    {
        using Stream? stream = Resources.GetManifestResourceStream(Prefix + code + ".md");
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The title of a page, without its code.</summary>
    public static string TitleOf(string page)
    {
        string first = page.Split('\n', 2)[0];
        int colon = first.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? first.TrimStart('#', ' ') : first[(colon + 2)..];
    }
}
