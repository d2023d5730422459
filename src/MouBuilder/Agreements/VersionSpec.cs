using MouBuilder.Clauses;
using NuGet.Versioning;

namespace MouBuilder.Agreements;

/// <summary>
/// What an agreement asks of a clause's version: exactly one (<c>2.0.0</c>), a prefix (<c>2.*</c>, <c>2.1.*</c>), an interval (<c>[1.0,2.0)</c>), or the
/// agreement's own text (<c>local</c>).
/// </summary>
internal static class VersionSpec
{
    public const string Local = "local";

    public static bool IsValid(string spec) =>
        spec == Local || ClauseName.Version(spec) is not null || Prefix(spec) is not null || Interval(spec) is not null;

    /// <summary>Whether a version is one the spec asks for.</summary>
    public static bool Matches(string spec, string version)
    {
        if (Prefix(spec) is { } prefix)
        {
            return version.StartsWith(prefix, StringComparison.Ordinal);
        }

        return Interval(spec) is { } interval ? interval.Satisfies(NuGetVersion.Parse(version)) : spec == version;
    }

    // "2." of "2.*": a whole number and its dot, so that 2.* does not match 20.0.0.
    private static string? Prefix(string spec)
    {
        if (!spec.EndsWith(".*", StringComparison.Ordinal))
        {
            return null;
        }

        string numbers = spec[..^2];
        string filled = numbers.Contains('.', StringComparison.Ordinal) ? numbers + ".0" : numbers + ".0.0";
        return ClauseName.Version(filled) is null ? null : numbers + ".";
    }

    // A bare "2.0" would mean "2.0 or higher" to VersionRange; only written intervals are taken.
    private static VersionRange? Interval(string spec) =>
        spec.Length > 2 && spec[0] is '[' or '(' && !spec.Contains('*', StringComparison.Ordinal) && VersionRange.TryParse(spec, out VersionRange? range) ? range : null;
}
