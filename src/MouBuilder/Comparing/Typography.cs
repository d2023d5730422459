using System.Text.RegularExpressions;

namespace MouBuilder.Comparing;

/// <summary>What a program sets by itself as somebody types: straight or curly marks, short or long dashes, three points or one sign of three, the width of a blank. It says nothing.</summary>
internal static partial class Typography
{
    private static readonly (string Name, Regex Mark, string Plain)[] Marks = [("quotation marks", Quotation(), "\""), ("apostrophes", Apostrophe(), "'"), ("dashes", Dash(), "-"), ("points", Points(), "…")];

    /// <summary>The words, equal for two that are typed in another form.</summary>
    public static string Plain(string words) => Blank().Replace(Marks.Aggregate(words, (text, mark) => mark.Mark.Replace(text, mark.Plain)), " ").Trim();

    /// <summary>Whether nothing else became another: single quotation marks for double ones are none either. Of blanks alone that is told as such.</summary>
    public static bool IsAll(WordChange change) => change.Kind == WordChangeKind.Replaced && change is { OldText: var old, NewText: var now } && old != now && Plain(old) is { Length: > 0 } plain && (plain == Plain(now) || (AreQuotation(plain) && AreQuotation(Plain(now))));

    /// <summary>Which marks are typed in another form, and on which side quotation marks were set or left out.</summary>
    public static IEnumerable<string> Lines(IEnumerable<WordChange> words)
    {
        WordChange[] typed = [.. words.Where(IsAll)];
        string[] names = [.. Marks.Where(m => typed.Any(w => !m.Mark.Matches(w.OldText).Select(f => f.Value).SequenceEqual(m.Mark.Matches(w.NewText).Select(f => f.Value)))).Select(m => m.Name)];
        if (typed.Length > 0)
        {
            yield return $"{(names.Length == 0 ? "blanks" : string.Join(", ", names))} typed in another form";
        }

        foreach ((string side, bool isOne) in new[] { ("older", words.Any(w => IsQuotation(w) && w.NewText.Trim().Length == 0)), ("newer", words.Any(w => IsQuotation(w) && w.OldText.Trim().Length == 0)) })
        {
            if (isOne)
            {
                yield return $"quotation marks in the {side} text alone";
            }
        }
    }

    private static bool AreQuotation(string plain) => plain.Length > 0 && plain.All(c => c is '"' or '\'');

    /// <summary>Whether quotation marks are all that came or went.</summary>
    public static bool IsQuotation(WordChange change) => change.IsEdit && (change.OldText.Trim().Length == 0) != (change.NewText.Trim().Length == 0) && Quotation().Replace(change.OldText + change.NewText, "").Trim().Length == 0;

    [GeneratedRegex("[“”„«»″\"]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex("[‘’‚′´`']", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    [GeneratedRegex("--+|[‐‑‒–—−-]", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(@"\.{3}|…", RegexOptions.CultureInvariant)]
    private static partial Regex Points();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
