using MouBuilder.Clauses;
using MouBuilder.Yaml;

namespace MouBuilder.Covering;

/// <summary>Entries that stand in one table.</summary>
internal sealed record CoverageGroup(string Id, string Heading, IReadOnlyList<CoverageEntry> Entries)
{
    private static readonly CoverageState[] Refused = [CoverageState.Declined, CoverageState.NotApplicable];

    /// <summary>Declined, not applicable, then the rest by catalogue and mode; groups without an entry are left out.</summary>
    public static IEnumerable<CoverageGroup> Of(Coverage coverage)
    {
        foreach (CoverageState state in Refused)
        {
            string name = CoverageText.StateName(state);
            CoverageGroup group = new(KebabCase.Of(state), char.ToUpperInvariant(name[0]) + name[1..], [.. coverage.Entries.Where(e => e.State == state)]);
            if (group.Entries.Count > 0)
            {
                yield return group;
            }
        }

        foreach (RequirementCatalogue catalogue in coverage.Catalogues.OfRequirements)
        {
            foreach (RequirementMode mode in Enum.GetValues<RequirementMode>())
            {
                CoverageEntry[] entries = [.. coverage.Entries.Where(e => !Refused.Contains(e.State) && e.Requirement.Catalogue == catalogue.Id && e.Requirement.Mode == mode)];
                if (entries.Length > 0)
                {
                    yield return new($"{catalogue.Id}-{KebabCase.Of(mode)}", catalogue.Title + ModeName(mode), entries);
                }
            }
        }
    }

    private static string ModeName(RequirementMode mode) => mode switch
    {
        RequirementMode.Start => ": to start",
        RequirementMode.Improve => ": to improve",
        _ => "",
    };
}
