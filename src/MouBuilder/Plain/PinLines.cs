using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;

namespace MouBuilder.Plain;

/// <summary>What a moved pin writes into the lines of a plain-language text: which wording it explains, and what becomes of the approval.</summary>
internal static partial class PinLines
{
    /// <summary>The keys to set, in their order.</summary>
    /// <param name="from">The English text it was made from; empty for the English one.</param>
    public static ImmutableArray<(string Key, string Value)> Of(PlainVersion text, string explains, string from, Approval? approval) =>
    [
        ("explains", "sha256:" + explains),
        .. from.Length > 0 ? [("from", "sha256:" + from)] : Array.Empty<(string, string)>(),
        .. approval is not null ? [("state", "approved"), ("language_reviewer", Quoted(approval.Language)), ("counsel_reviewer", Quoted(approval.Counsel))]
            : Lapses(text, approval) ? [("state", "draft"), ("language_reviewer", "\"\""), ("counsel_reviewer", "\"\"")] : Array.Empty<(string, string)>(),
        .. approval is not null && text.IsMachineMade ? [("method", "machine+human")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Whether an approval ends with the wording it was given for.</summary>
    public static bool Lapses(PlainVersion text, Approval? approval) => approval is null && text.State != PlainState.Draft;

    /// <summary>A text with keys changed, or added at a place.</summary>
    /// <param name="indent">What stands before the keys.</param>
    /// <param name="at">Where a key is added that is not there.</param>
    public static string Set(string yaml, ImmutableArray<(string Key, string Value)> lines, string indent = "", int at = 0) => lines.Aggregate(yaml, (all, line) =>
    {
        Regex found = new($"^{indent}{line.Key}:[^\r\n]*", RegexOptions.Multiline | RegexOptions.CultureInvariant);
        string written = $"{indent}{line.Key}: {line.Value}";
        return found.IsMatch(all) ? found.Replace(all, written.Replace("$", "$$", StringComparison.Ordinal), 1) : all.Insert(at, written + "\n");
    });

    private static string Quoted(string value) => "\"" + Quote().Replace(value, @"\$0") + "\"";

    [GeneratedRegex(@"[""\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Quote();
}
