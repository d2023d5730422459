using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Checks;
using MouBuilder.Covering;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Templates;
using MouBuilder.Tests.Assembling;
using Xunit;

namespace MouBuilder.Tests.Covering;

/// <summary>What a reader with a pencil would look for in every draft that ships.</summary>
public sealed partial class ShippedDraftsTests
{
    /// <summary>Whoever can have a duty, and the papers and sessions that somebody is charged with making.</summary>
    private static readonly string[] Actors =
    [
        "party", "parties", "officer", "officers", "staff", "principal", "principals", "coordinator", "coordinators", "student", "students", "parent", "parents", "superintendent", "chief", "panel", "school", "schools", "person", "persons",
        "nobody", "they", "it", "who", "whoever", "one", "that", "member", "members", "head", "supervisor", "board", "neither", "agency", "guideline", "measures", "session", "partner", "dps", "dpd", "esd", "epd", "19", "those",
    ];

    public static TheoryData<string> Drafts => [.. BuiltExample.All.Where(id => id != "dps-dpd-2013")];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void No_duty_is_without_somebody_who_has_it(string id)
    {
        foreach (TextUnit unit in Units(id))
        {
            foreach (Duty duty in Duty.In(unit).Where(d => unit.Tokens[d.Verb] is "shall" or "must"))
            {
                // "An Officer who knows or should know that a Student may …, shall": the verb before stands in a subordinate clause.
                bool isFirst = !Duty.In(unit).TakeWhile(d => d != duty).Any(d => d.IsPermission);
                string[] subject = [.. unit.Tokens.AsSpan()[(isFirst ? duty.SubjectStart : 0)..duty.Verb].ToArray()];
                Assert.True(subject.Intersect(Actors).Any(), $"{unit.Label}: {unit.Whole}");
            }

            Assert.False(NobodyDoesIt().IsMatch(unit.Words), $"{unit.Label}: {unit.Whole}");
        }
    }

    [Fact]
    public void The_draft_without_posted_officers_speaks_of_them_only_as_what_was_and_what_is_not_to_be()
    {
        string[] allowed = ["recitals", "definitions", "general-terms", "local-data"];
        TextUnit[] found = [.. Units("dps-dpd-2022").Where(u => u.Words.Contains("School Resource Officer", StringComparison.Ordinal) && !allowed.Contains(u.Owner))];
        Assert.Equal(["DPD shall not assign a School Resource Officer to a School, and DPS shall not ask for one.", "A Partner Officer is not a School Resource Officer under another name: the limits in Section\u00A02.3 are conditions of the role."],
            found.Where(u => u.Owner == "roles").Select(u => u.Words));
        Assert.All(found, u => Assert.Contains(u.Owner, new[] { "roles", "engagement-record" }));
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_check_finds_nothing_but_what_is_still_open(string id)
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", id));
        Assert.All(Checker.Check(loaded.Agreement!, loaded.Library!, loaded.Lock).Where(f => f.Severity != Severity.Info), f => Assert.Equal("MOU2026", f.Code));
    }

    private static ImmutableArray<TextUnit> Units(string id)
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", id));
        ResolvedAgreement resolved = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>()).Agreement!;
        return [.. TextUnits.Of(Assembler.Assemble(resolved).Document!).OrderBy(u => u.Key, StringComparer.Ordinal).SelectMany(u => u.Value)];
    }

    /// <summary>"Shall be reported" without a "by".</summary>
    [GeneratedRegex(@"\bshall be \w+ed\b(?!.*\bby\b)")]
    private static partial Regex NobodyDoesIt();
}
