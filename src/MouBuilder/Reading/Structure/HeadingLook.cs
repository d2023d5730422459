using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>Whether a line looks like a heading, and where in a line its heading ends.</summary>
internal static partial class HeadingLook
{
    private const int LongestHeading = 120;
    private const int MostWords = 16;
    private const int LongestLead = 70;

    /// <summary>A paragraph that only has a heading's style: whole sentences.</summary>
    public static bool IsLong(Line line) => line.Text.Length > 2 * LongestHeading || (line.Text.Length > LongestHeading && line.Text.TrimEnd() is [.., '.' or ';']);

    /// <summary>Short, of letters, and no sentence.</summary>
    public static bool IsHeading(Line line)
    {
        string text = line.Text.Trim();
        int words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return text.Length is > 1 and <= LongestHeading && words <= MostWords && text.Any(char.IsLetter)
            && (text[^1] is not ('.' or ';' or ',' or '?' or '!') || (text[^1] == '.' && (IsCapitals(text) || IsBold(line))))
            && (char.IsUpper(text.First(char.IsLetter)) || IsBold(line))
            && !text.Contains("____", StringComparison.Ordinal) && !text.Contains('\t', StringComparison.Ordinal);
    }

    /// <summary>Set apart from the text around it without any number: in capitals or in bold type.</summary>
    public static bool IsLoud(Line line) => IsCapitals(line.Text) || IsBold(line);

    public static bool IsCapitals(string text) => text.Count(char.IsUpper) >= 3 && !text.Any(char.IsLower);

    /// <summary>Each word of weight begins with a capital: <c>Term and Review</c>.</summary>
    public static bool IsTitleCase(string text)
    {
        string[] words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && char.IsLetter(w[0]))];
        return words.Length == 0 || words.Count(w => char.IsUpper(w[0])) * 4 >= words.Length * 3;
    }

    /// <summary>A heading and what follows it in the same paragraph.</summary>
    /// <param name="takesPlain">Whether a title may also be typed like the words after it, as it is where its siblings have titles.</param>
    public static (ImmutableArray<Inline> Title, ImmutableArray<Inline> Body) Divided(Line line, bool takesPlain = true)
    {
        if (!IsLong(line) && (line.HeadingLevel is not null || (IsHeading(line) && (IsLoud(line) || !Announces().IsMatch(line.Text)))))
        {
            return (line.Words, []);
        }

        // "**Term.** This agreement …": the words in bold, up to their full stop.
        if (line.Words is [TextRun { Emphasis: not Emphasis.None } lead, _, ..] && lead.Value.Trim() is { Length: > 1 and <= LongestLead } && (lead.Value.TrimEnd() is [.., '.' or ':'] || line.Words[1] is TextRun { Value: ['.' or ':', ..] }))
        {
            bool stopsAfter = lead.Value.TrimEnd() is not [.., '.' or ':'];
            return ([lead with { Value = lead.Value.Trim().TrimEnd('.', ':') }], InlineText.After(line.Words, lead.Value.Length + (stopsAfter ? 1 : 0)));
        }

        if (takesPlain && line.Words is [TextRun, ..] && Lead().Match(line.Text) is { Success: true } sentence && IsTitle(sentence.Groups[1].Value))
        {
            ImmutableArray<Inline> rest = InlineText.After(line.Words, sentence.Length);
            return ([new TextRun(sentence.Groups[1].Value)], rest);
        }

        return ([], line.Words);
    }

    /// <summary>The label of an attachment as the paper has it, its mark with it, and how many characters of the line it takes, blanks among them: none where the program counts it.</summary>
    public static (string Text, int Length)? ExhibitLabel(Line line)
    {
        string text = line.Text;
        if (line.Label is { } counted)
        {
            return text.Length <= LongestHeading && Exhibit().Match(counted.ToUpperInvariant()) is { Success: true } whole && whole.Length == counted.Length ? (counted.Trim(), 0) : null;
        }

        return text.Length <= LongestHeading && Exhibit().Match(text) is { Success: true } found
            ? (string.Join(' ', found.Groups[1].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), found.Length)
            : null;
    }

    // The name of a matter and no sentence: each word of weight in capitals, no number, no verb.
    private static bool IsTitle(string text) => !text.Any(c => char.IsDigit(c) || char.IsSymbol(c)) && !Verb().IsMatch(text) && LowerWords().Count(text) == 0;

    private static bool IsBold(Line line) =>
        line.Words.OfType<TextRun>().Any() && line.Words.OfType<TextRun>().All(r => string.IsNullOrWhiteSpace(r.Value) || r.Emphasis.HasFlag(Emphasis.Bold));

    // A sentence, or the words before a list, and no heading.
    [GeneratedRegex(@":\s*\z|\b(?:shall|must|may|will|agrees?)\b(?=.*\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Announces();

    [GeneratedRegex(@"\A([\p{Lu}][^.:;]{2,68}?)[.:](?:[ \t\u00A0]+)(?=[\p{Lu}“""(\[])", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:is|are|was|were|shall|may|must|will|can|has|have|had|see|ends?|begins|starts|expires|remains|applies|agrees?|pays|includes|provides|says|means(?!\s+of))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    // Prepositions are short in a title, however many letters they have.
    [GeneratedRegex(@"(?<![\p{L}’'-])(?!(?:about|after|against|among|before|between|beyond|during|from|into|other|outside|over|than|that|through|under|until|upon|with|within|without)\b)\p{Ll}{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex LowerWords();

    // "EXHIBIT A-1", "Attachment No. 3", "SCHEDULE 2B –": a hyphen before a digit, or before a letter alone, belongs to the number.
    [GeneratedRegex(@"\A((?:EXHIBIT|APPENDIX|ATTACHMENT|SCHEDULE|ANNEX|ADDENDUM|Exhibit|Appendix|Attachment|Schedule|Annex|Addendum)[ \u00A0]+(?:N[oO](?:\.[ \u00A0]*|[ \u00A0]+)|#[ \u00A0]*)?[“""]?(?:[A-Z]{1,2}|\d{1,2}|[IVX]{1,5})(?:[.–-]?(?:\d{1,3}|[A-Z](?!\p{L}))){0,3}[”""]?(?:[ \t\u00A0]*[.:–—-](?!\d))?)(?:(?<=[.:–—-])[ \t\u00A0]*|[ \t\u00A0]+(?=[\p{Lu}(])|\s*\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Exhibit();
}
