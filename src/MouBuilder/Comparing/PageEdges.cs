using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;

namespace MouBuilder.Comparing;

/// <summary>
/// What the headers and footers of two papers say and the other's do not. They are no part of the text, so that no redline shows them; but "Draft 3" that became
/// "Execution version", or a notice that is gone, is something counsel must know.
/// </summary>
/// <param name="Removed">Texts of the old paper alone: <c>footer: DRAFT 3</c>.</param>
/// <param name="Added">Texts of the new paper alone.</param>
public sealed partial record PageEdges(ImmutableArray<string> Removed, ImmutableArray<string> Added)
{
    /// <summary>Compares the headers and footers of two sides. Nothing differs where a side is no paper: the pages of an agreement are made when it is built.</summary>
    public static PageEdges Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Old.Surroundings is { } old && comparison.New.Surroundings is { } now ? new(Alone(old, now), Alone(now, old)) : new([], []);
    }

    /// <summary>The sides that say something alone, <c>old</c> and <c>new</c>, each with what it says.</summary>
    internal IEnumerable<(string Side, ImmutableArray<string> Said)> BySide => new[] { (Side: "old", Said: Removed), (Side: "new", Said: Added) }.Where(e => !e.Said.IsEmpty);

    /// <summary>A warning where anything differs.</summary>
    public ImmutableArray<Diagnostic> Findings(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        DiagnosticBag bag = new();
        if (!Removed.IsEmpty || !Added.IsEmpty)
        {
            bag.PageEdgesDiffer(Source.File(comparison.New.Files is [var path, ..] ? Files.Paths.Shown(path) : comparison.New.Name), Removed, Added);
        }

        return bag.ToImmutable();
    }

    private static ImmutableArray<string> Alone(ImmutableArray<string> own, ImmutableArray<string> others)
    {
        HashSet<string> known = [.. others.Select(Known)];
        return [.. own.Where(o => !known.Contains(Known(o))).Distinct(StringComparer.Ordinal)];
    }

    // The number of a page is the page's.
    private static string Known(string text) => PageNumber().Replace(text, "page");

    [GeneratedRegex(@"\bpage\s+\d+(?:\s+of\s+\d+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
