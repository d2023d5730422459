using System.Globalization;
using System.Text;
using MouBuilder.Yaml;

namespace MouBuilder.Covering;

/// <summary>Writes coverage for the screen.</summary>
public static class CoverageText
{
    /// <summary>Totals first, then what is declined or does not apply, then a line for each other entry by catalogue and mode.</summary>
    public static string Write(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Coverage of {coverage.Agreement.Id}: {coverage.Entries.Length} entries.\n");
        text.AppendJoin(", ", coverage.Totals.Select(t => $"{StateName(t.State)} {t.Count}")).Append('\n');
        foreach (CoverageGroup group in CoverageGroup.Of(coverage))
        {
            text.Append('\n').Append(group.Heading).Append('\n');
            foreach (CoverageEntry entry in group.Entries)
            {
                text.Append("  ").Append(entry.Requirement.Id).Append(": ").Append(entry.Requirement.Title).Append('\n');
                text.Append("    ").Append(string.Join("; ", Facts(entry))).Append('\n');
            }
        }

        return text.ToString();
    }

    internal static string StateName(CoverageState state) => KebabCase.Of(state).Replace('-', ' ');

    private static IEnumerable<string> Facts(CoverageEntry entry)
    {
        yield return StateName(entry.State);
        if (entry.Places.Length > 0)
        {
            yield return "by " + string.Join("; ", Shown(entry));
        }

        if (entry.Owner.Length > 0)
        {
            yield return "owner: " + entry.Owner;
        }

        if (entry.Reason.Length > 0)
        {
            yield return entry.Reason;
        }

        if (entry.Missing.Length > 0)
        {
            yield return "missing: " + string.Join("; ", entry.Missing);
        }

        if (entry.ToFill.Length > 0)
        {
            yield return "to be filled in: " + string.Join(", ", entry.ToFill);
        }
    }

    /// <summary>The places of an entry by clause: <c>2.4(b), 2.4(c) (partnership-activities 2.0.0)</c>.</summary>
    internal static IEnumerable<string> Shown(CoverageEntry entry) => entry.Places
        .GroupBy(p => (p.Id, p.Version))
        .Select(g => string.Join(", ", g.Select(p => p.Label).Distinct(StringComparer.Ordinal)) + (g.Key.Version.Length == 0 ? "" : $" ({g.Key.Id} {g.Key.Version})"));
}
