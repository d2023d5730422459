using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace MouBuilder.Clauses;

/// <summary>The forms of clause ids, versions and field names.</summary>
internal static partial class ClauseName
{
    public const string IdAdvice = "Write 2 to 32 lower-case letters, digits and hyphens, beginning with a letter.";

    /// <summary>
    /// Names a template already gives a meaning: the facts of every agreement and exhibit, our own functions, the groups of built-in functions and the
    /// words of the language. A field or party of such a name would hide it, or could never be printed.
    /// </summary>
    private static readonly HashSet<string> Reserved =
    [
        "agreement", "clause", "data", "exhibit",
        "list_and", "long_date", "markdown", "number_words", "place",
        "array", "date", "empty", "html", "include", "include_join", "math", "object", "regex", "string", "this", "timespan",
        "and", "break", "capture", "case", "continue", "do", "else", "end", "false", "for", "func", "if", "import", "in", "not", "null", "or", "readonly",
        "ret", "tablerow", "true", "when", "while", "with", "wrap",
    ];

    public static bool IsId(string name) => Id().IsMatch(name);

    public static bool IsField(string name) => Field().IsMatch(name);

    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>A version as three numbers, without zeros in front, labels or build data.</summary>
    public static NuGetVersion? Version(string text) =>
        Triple().IsMatch(text) && NuGetVersion.TryParse(text, out NuGetVersion? version) ? version : null;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"\A(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Triple();
}
