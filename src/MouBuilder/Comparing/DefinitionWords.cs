using System.Text.RegularExpressions;

namespace MouBuilder.Comparing;

/// <summary>How definitions are worded. English.</summary>
internal static partial class DefinitionWords
{
    /// <summary>Stands before words that are set in bold or italics, or are known to be a term, as a quotation mark would.</summary>
    public const char MarkBegin = '\uE000';

    /// <summary>Stands behind them.</summary>
    public const char MarkEnd = '\uE001';

    public const int LongestTerm = 80;

    private const int LongestSentence = 5_000;

    private const string Marked = """(?:[“"](?<term>[^”“"]{1,80})[”"]|‘(?<term>[^’‘]{1,80})’|(?<!\w)'(?<term>[^']{1,80})'|\uE000(?<mark>[^\uE000\uE001]{1,80})\uE001)""";
    private const string Named = """(?:(?:the|this|an?)\s+)?(?:(?:defined|capitali[sz]ed)\s+)?(?:(?:terms?|words?|phrases?|expressions?|acronyms?|abbreviations?)\s+)?""";
    private const string ShortName = """(?:\s*\((?:(?:the|an?|or|also|each|hereinafter|hereafter)\s+)*[“"](?<term>[^”“"]{1,80})[”"]\))?""";
    private const string Aside = """(?:\s*\([^()“”"]{1,80}\))?""";
    private const string Plain = """[^.;:“”"‘\uE000]""";
    private const string Means = """means?|refers?\s+to|denotes?|(?:has|have)\s+the\s+(?:same\s+|following\s+)?meanings?|(?:is|are)\s+(?:here(?:by|in)\s+)?defined|(?:shall|will|must)\s+(?:also\s+|only\s+)?(?:mean|refer\s+to|denote|have\s+the\s+(?:same\s+|following\s+)?meanings?)""";

    /// <summary>
    /// Where a definition begins: at the begin of a text or of a sentence, or behind what ends another definition. Groups <c>term</c> for terms in quotation marks and <c>mark</c> for those
    /// set in another way, <c>scope</c> for the words by which it holds in some places only, <c>says</c> for the words from the verb.
    /// </summary>
    [GeneratedRegex($$"""
        (?<=\A\W{0,3}(?:\(?\w{1,4}[.)]\s+)?|[.;:!?]["”’)\]]*\s+|\s(?:and|while|but|whereas)\s+)
        (?<scope>(?:(?:as|for|in|within|under|throughout|when|whenever|wherever|where|herein|hereafter|hereinafter)\b{{Plain}}{0,100}?[\s,]\s*)?)
        {{Named}}{{Marked}}{{ShortName}}(?<scope>{{Aside}})(?>(?:\s*,?\s*(?:(?:and|or|and/or)\s+)?{{Named}}{{Marked}}{{ShortName}}(?<scope>{{Aside}})){0,11})
        (?<scope>(?:\s*,?\s+(?:as|when|for|in|within|under|wherever|where)\b{{Plain}}{1,100}?,?)?)
        \s+(?:(?:each|both|all)\s+)?(?<says>(?:also\s+|here\s+|only\s+)?(?:{{Means}}|includes?|has\s+the|have\s+the|(?:shall|will|must)\s+(?:also\s+|only\s+)?(?:include|have\s+the))\b)
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Opening();

    /// <summary>Behind a term in bold: "The principal has the keys" defines nobody.</summary>
    [GeneratedRegex($"""\G(?:also\s+|here\s+|only\s+)?(?:{Means})\b""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Meaning();

    /// <summary>What stands above the meanings in a table of definitions.</summary>
    [GeneratedRegex(@"\A\s*(?:meanings?|means|definitions?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Header();

    /// <summary>The term in the first cell of a row, and nothing beside it.</summary>
    [GeneratedRegex($"""\A\s*{Named}{Marked}(?>(?:\s*,?\s*(?:(?:and|or)\s+)?{Named}{Marked})*)\s*[:.]?\s*\z""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    public static partial Regex Cell();

    [GeneratedRegex(Marked, RegexOptions.CultureInvariant)]
    public static partial Regex AnyMarked();

    /// <summary>The words before the first colon or dash of a paragraph, as a glossary has its terms.</summary>
    [GeneratedRegex(@"\A[^.:;–—]{1,80}?(?=\s*:|\s+[–—-]\s)", RegexOptions.CultureInvariant)]
    public static partial Regex Entry();

    [GeneratedRegex(@"\((?:(?:the|each|an?|collectively|together|hereinafter|hereafter|referred to as),?\s+)*[“""]([^”""]{1,80})[”""]\)", RegexOptions.CultureInvariant)]
    public static partial Regex Bracketed();

    [GeneratedRegex("""(?<!\b(?:No|Nos|Sec|Secs|Art|Ch|Dr|Mr|Mrs|Ms|St|vs?|Inc|Jr|Sr|Rev|Stat|Const|Amend|Colo|Gen|Fed|Reg|Supp|App|Dist|Pol|Proc|Crim|Civ|Univ|Corp|Ltd|Co|Dept?|Lt|Sgt|Capt|e\.g|i\.e|cf)|\.\p{Lu})[.!?]["”’)\]]*(?=\s+["“‘(\[\uE000]?[\p{Lu}\p{Nd}])""", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    /// <summary>Where the sentence ends that a place of a text stands in, or what is looked at of one that never does.</summary>
    public static int EndOfSentence(string text, int from) =>
        SentenceEnd().Match(text, from, Math.Min(text.Length - from, LongestSentence)) is { Success: true } end ? end.Index + end.Length : Math.Min(text.Length, from + LongestSentence);

    /// <summary>Where it begins.</summary>
    public static int StartOfSentence(string text, int at)
    {
        int from = Math.Max(0, at - LongestSentence);
        for (int end = EndOfSentence(text, from); end <= at && end < text.Length; end = EndOfSentence(text, end))
        {
            from = end;
        }

        return from;
    }

    /// <summary>Whether a sentence behind a definition goes on with it: "It includes a locked room." What somebody shall do is no part of what a word means.</summary>
    public static bool GoesOn(string sentence, IEnumerable<string> terms) =>
        !Duty().IsMatch(sentence) && (Back().IsMatch(sentence) || terms.Any(t => Regex.IsMatch(sentence, $@"\A\W*(?:(?:an?|the|each|every|any)\s+)?{Regex.Escape(t)}(?:e?s)?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)));

    [GeneratedRegex(@"\b(?:shall|must|may|will|should)\b(?!\s+(?:also\s+|not\s+|only\s+)*(?:mean|include|exclude|refer|be\s+(?:construed|deemed|understood|read|taken)))", RegexOptions.CultureInvariant)]
    private static partial Regex Duty();

    [GeneratedRegex(@"\A\W*(?:it|they|this|these|those|that|such|for example|for instance|examples?|exceptions?|likewise)\b|\b(?:includ(?:e|es|ed|ing)|exclud(?:e|es|ed|ing)|means?|definitions?|example)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Back();

    /// <summary>What a definition says of its term, without the mark at its end, which goes by what stands behind it. "Mean" and "means" go by the number of terms.</summary>
    public static string Own(string scope, string says) =>
        $"{Typography.Plain(scope).Trim(',', ' ').ToUpperInvariant()}|{Verb().Replace(End().Replace(Typography.Plain(says), ""), m => m.Value.ToLowerInvariant() switch { "have" => "has", "are" => "is", var verb => verb + "s" })}";

    [GeneratedRegex(@"(?<=\A(?:also |here |only )?)(?:mean|include|refer|denote|have|are)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex(@"[\s.,;:]*(?:[,;]\s*(?:and|or)\s*|(?<=\w)\s(?:and|while|but|whereas)\s*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
