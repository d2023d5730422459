using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace MouBuilder.Clauses;

/// <summary>The forms of clause ids, versions and field names.</summary>
internal static partial class ClauseName
{
    public const string IdAdvice = "Write 2 to 32 lower-case letters, digits and hyphens, beginning with a letter.";

    /// <summary>Names a template already gives a meaning: the facts of every agreement and the groups of built-in functions.</summary>
    private static readonly string[] Reserved =
        ["agreement", "clause", "array", "date", "empty", "for", "html", "include", "math", "object", "regex", "string", "tablerow", "this", "timespan", "while"];

    public static bool IsId(string name) => Id().IsMatch(name);

    public static bool IsField(string name) => Field().IsMatch(name);

    public static bool IsReserved(string name) => Reserved.Contains(name, StringComparer.Ordinal);

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
