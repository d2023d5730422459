using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MouBuilder.Comparing;

namespace MouBuilder.Reviewing;

/// <summary>
/// The names of those whom a paper from elsewhere binds, which has no list of its parties and often defines nobody: the offices and people that every such agreement speaks of, and whoever
/// has a name with a capital behind "the" or "each" and does something. Reads English.
/// </summary>
internal static partial class PaperNames
{
    private const int LongestName = 4;

    private static readonly string[] Roles =
    [
        "Officer", "Police Officer", "Student", "Parent", "Guardian", "Principal", "Administrator", "Teacher", "Counselor", "School", "School Staff", "Staff", "School District", "District", "Superintendent", "Police Department", "Department",
        "Police", "Chief", "Chief of Police", "Sheriff", "City", "County", "Board", "Supervisor", "SRO",
    ];

    private static readonly FrozenSet<string> Determiners = WordSet.Of("a an the each every any no either neither other another both all");
    private static readonly FrozenSet<string> Within = WordSet.Of("of for and the");

    // "The Term shall begin", "The Fee shall be paid": of what no one does, no one is named.
    private static readonly FrozenSet<string> NobodyDoes = WordSet.Of(
        "be become mean include begin start end expire commence remain continue apply survive run terminate take govern control prevail supersede replace constitute consist contain accrue renew not");

    /// <summary>Names as a text writes them, each with the name to be shown.</summary>
    /// <param name="duties">All of the paper's.</param>
    public static IEnumerable<(string Words, string Shown)> Of(IEnumerable<Duty> duties) =>
        Roles.SelectMany(r => new[] { (r, r), (r + "s", r) }).Concat(duties.Where(d => !d.Actor.Contains('…', StringComparison.Ordinal) && !NobodyDoes.Contains(d.Act.Split(' ')[0]))
            .SelectMany(d => Between().Split(d.Actor)).Select(NameIn).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Select(n => (n, n)));

    /// <summary>The name behind its article. A capital at the beginning of a sentence names nobody.</summary>
    private static string NameIn(string actor)
    {
        string[] words = actor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] name = [.. words.SkipWhile(Determiners.Contains)];
        bool isName = name.Length is > 0 and <= LongestName && name.Length < words.Length && char.IsUpper(name[0][0]) && Array.TrueForAll(name, w => char.IsUpper(w[0]) || Within.Contains(w)) && Array.TrueForAll(name, w => w.All(c => char.IsLetter(c) || c is '-'));
        return isName ? string.Join(' ', name) : "";
    }

    [GeneratedRegex(@"(?:,\s*|\s+)(?:and|or|nor)\s+|,\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
