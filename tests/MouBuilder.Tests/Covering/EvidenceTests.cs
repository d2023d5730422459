using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Covering;
using MouBuilder.Documents;
using Xunit;

namespace MouBuilder.Tests.Covering;

public sealed class EvidenceTests
{
    public static TheoryData<string> ClauseEntries => [.. DenverCoverage.ClauseEntries.Select(r => r.Id)];

    [Fact]
    public void There_are_125_entries_that_wording_can_meet_and_each_says_how_to_tell()
    {
        Assert.Equal(125, DenverCoverage.ClauseEntries.Length);
        Assert.DoesNotContain(DenverCoverage.ClauseEntries, r => r.Evidence.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(ClauseEntries))]
    public void Without_a_sentence_that_shows_it_an_entry_is_open_or_partly_met(string id)
    {
        CoverageEntry whole = DenverCoverage.Entry(id);
        Assert.True(whole.State is CoverageState.Met or CoverageState.Committed || (whole.Missing.IsEmpty && whole.ToFill.Length > 0));
        foreach ((EvidenceRule rule, TextUnit unit) in DenverCoverage.Shown(id))
        {
            CoverageEntry left = DenverCoverage.Entry(id, DenverCoverage.Without(unit));
            Assert.True(left.State is CoverageState.Open or CoverageState.Partly, $"Without “{unit.Words}” ({unit.Label}) {id} is still {left.State}: {string.Join(" | ", left.Places.Select(p => p.Label + " " + p.Words))}");
            Assert.Contains(rule.Written, left.Missing);
        }
    }

    [Theory]
    [MemberData(nameof(ClauseEntries))]
    public void The_opposite_of_a_sentence_does_not_show_what_the_sentence_shows(string id)
    {
        foreach ((EvidenceRule rule, TextUnit unit) in DenverCoverage.Shown(id))
        {
            Evidence evidence = new(rule, DenverCoverage.Resolved.Agreement.Parties);
            foreach (string opposite in Opposites(rule, unit))
            {
                TextUnit turned = new(unit.Owner, unit.Label, "", opposite, unit.Block);
                Assert.False(evidence.Shows(turned), $"{id} is shown by “{opposite}”.");
            }
        }
    }

    [Theory]
    [InlineData("secure.1.start.c.3", 0, "No police officer may enforce the code of conduct.", true)]
    [InlineData("secure.1.start.c.3", 0, "The code of student conduct and the Conduct Code shall never be enforced by an officer of DPD.", true)]
    [InlineData("secure.1.start.c.3", 0, "Officers are prohibited from enforcing the Conduct Code.", true)]
    [InlineData("secure.1.start.c.3", 0, "DPD must not apply the Conduct Code to students.", true)]
    [InlineData("secure.1.start.c.3", 0, "An Officer who may carry a weapon shall not enforce the Conduct Code.", true)]
    [InlineData("secure.1.start.c.3", 0, "An Officer who may carry a weapon shall enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer may enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not fail to enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not only keep people safe but enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not enforce the Conduct Code unless the Principal asks.", false)]
    [InlineData("secure.1.start.c.3", 0, "School Staff shall not enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not sleep on duty, and School Staff shall enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer need not enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not enforce the Conduct Code without leave of the Principal.", false)]
    [InlineData("secure.1.start.c.3", 0, "Where the Principal has not approved it, an Officer shall not enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "Until January 1, 2023, an Officer shall not enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not usually enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "An Officer shall not be required to enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "It was proposed that an Officer shall not enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "The Parties hope that an Officer shall not enforce the Conduct Code.", false)]
    [InlineData("secure.1.start.c.3", 0, "The earlier draft read: “An Officer shall not enforce the Conduct Code.”", false)]
    [InlineData("secure.2.start.a.4", 0, "An Officer shall not question a Student under eighteen in custody unless a Parent is present and both were told that the Student may stay silent and ask for a lawyer.", true)]
    [InlineData("secure.2.start.a.4", 0, "An Officer shall not question a Student under eighteen in custody unless a Parent is present and both were told that the Student may not stay silent and ask for a lawyer.", false)]
    [InlineData("secure.2.start.e", 4, "Neither Party shall, in the first week, retaliate against anyone.", false)]
    [InlineData("secure.2", 0, "The Parties shall endeavor to comply with the Constitution and civil rights laws such as Title VI.", false)]
    [InlineData("secure.2", 0, "The Parties shall, where practicable, comply with the Constitution and civil rights laws such as Title VI.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall aim to hold a meeting every quarter.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall decide whether to hold a meeting every quarter.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall hold, if they wish, a meeting every quarter.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall be encouraged to hold a meeting every quarter.", false)]
    [InlineData("secure.1.start.c.2", 0, "The Parties shall issue notices, and the District may issue the plain-language edition in English, Spanish and Vietnamese.", false)]
    [InlineData("secure.1.start.c.2", 0, "The Parties shall issue no plain-language edition in English, Spanish and Vietnamese.", false)]
    [InlineData("secure.1.start.c.2", 0, "The Parties shall issue the plain-language edition, which anybody may copy, in English, Spanish and Vietnamese.", true)]
    [InlineData("secure.2.start.b.6", 0, "No Party may discriminate on the basis of creed.", true)]
    [InlineData("secure.2.start.b.6", 0, "The Parties shall not discriminate by religion.", true)]
    [InlineData("secure.2.start.b.6", 0, "The Parties may discriminate by religion.", false)]
    [InlineData("secure.2.start.b.6", 0, "The Parties shall discriminate by religion.", false)]
    [InlineData("peers.rec.2.meeting", 0, "Every quarter the Parties agree to hold a meeting.", true)]
    [InlineData("peers.rec.2.meeting", 0, "A quarterly meeting shall be held by the Parties.", true)]
    [InlineData("peers.rec.2.meeting", 0, "A quarterly meeting shall not be held by the Parties.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties may hold a meeting every quarter.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall refuse to hold a meeting every quarter.", false)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall talk and within each quarter shall hold a meeting.", true)]
    [InlineData("peers.rec.2.meeting", 0, "The Parties shall talk, and the Mayor shall hold a quarterly meeting.", false)]
    [InlineData("peers.action.4", 0, "Officers are allowed to join small-group mentoring.", true)]
    [InlineData("peers.action.4", 0, "Under no circumstances may an Officer join mentoring.", false)]
    [InlineData("peers.action.4", 0, "An Officer may under no circumstances join mentoring.", false)]
    [InlineData("secure.2", 0, "The Parties must comply with the Constitution and civil rights laws such as Title VI.", true)]
    [InlineData("secure.2", 0, "The Parties must not comply with the Constitution and civil rights laws such as Title VI.", false)]
    [InlineData("dcl.9", 0, "Discipline is for School Staff.", true)]
    [InlineData("dcl.9", 0, "Discipline is not the work of School Staff; nor is it said that discipline belongs to them.", false)]
    [InlineData("secure.3.improve.a", 0, "The guideline shall be reviewed every year by the Parties.", true)]
    [InlineData("secure.3.improve.a", 0, "In May 2023 the Parties published the guideline; nobody shall review it in a later year.", false)]
    public void A_duty_is_found_in_other_words_and_its_opposite_is_not(string id, int rule, string sentence, bool isShown)
    {
        Requirement requirement = DenverCoverage.Catalogues.Requirements.Single(r => r.Id == id);
        TextUnit unit = new("clause", "1.1", "", sentence, new PageBreak());
        Assert.Equal(isShown, new Evidence(requirement.Evidence[rule], DenverCoverage.Resolved.Agreement.Parties).Shows(unit));
    }

    [Theory]
    [InlineData("Recital D", "The Parties shall hold a meeting every quarter.", false)]
    [InlineData("1.1", "The Parties shall hold a meeting every quarter.", true)]
    [InlineData("1.1", "The Parties shall hold a meeting every \uFDD0[quarter]\uFDD1.", false)]
    public void Recitals_bind_nobody_and_open_facts_say_nothing(string label, string sentence, bool isShown)
    {
        Requirement requirement = DenverCoverage.Catalogues.Requirements.Single(r => r.Id == "peers.rec.2.meeting");
        TextUnit unit = new("clause", label, "", sentence, new PageBreak());
        Assert.Equal(isShown, new Evidence(requirement.Evidence[0], DenverCoverage.Resolved.Agreement.Parties).Shows(unit));
        Assert.DoesNotContain('\uFDD0', unit.Words);
    }

    [Fact]
    public void A_party_is_found_under_the_names_this_agreement_gives_it()
    {
        EvidenceRule rule = DenverCoverage.Catalogues.Requirements.Single(r => r.Id == "peers.action.1").Evidence[0];
        TextUnit unit = new("clause", "1.1", "", "The Sheriff shall name a Partner Officer in the division of each School.", new PageBreak());
        Party sheriff = DenverCoverage.Resolved.Agreement.Parties.Single(p => p.Role == "police") with { Name = "County Sheriff", Short = "Sheriff" };
        Assert.True(new Evidence(rule, [sheriff]).Shows(unit));
        Assert.False(new Evidence(rule, DenverCoverage.Resolved.Agreement.Parties).Shows(unit));
    }

    [Theory]
    [InlineData("enforce", "enforced enforcing enforces")]
    [InlineData("party", "parties")]
    [InlineData("search", "searches searched searching")]
    [InlineData("plan", "planned planning plans")]
    [InlineData("call", "calls called calling")]
    [InlineData("train", "training trainings trained")]
    [InlineData("class", "classes")]
    public void Inflections_have_one_stem(string word, string forms) =>
        Assert.All(forms.Split(' '), form => Assert.Equal(WordStems.Stem(word), WordStems.Stem(form)));

    [Fact]
    public void A_sentence_ends_at_its_mark_and_not_at_an_abbreviation()
    {
        string[] sentences = [.. TextUnits.Sentences("See C.R.S. 22-32-146. The U.S. Department of Education agrees. Does it? [gap] stays.")];
        Assert.Equal(["See C.R.S. 22-32-146.", "The U.S. Department of Education agrees.", "Does it?", "[gap] stays."], sentences);
    }

    [Fact]
    public void A_column_that_is_empty_or_answered_with_no_says_nothing()
    {
        Table table = new([ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row("Topic", "Officers", "Staff"), Row("Bias", "Yes", "No"), Row("Trauma", "", "Yes"), Row("Force", "Yes, optional", "Not yet")]);
        MouDocument document = new(new() { Title = "T" }, [new Clause("training", [new TextRun("Training")], [table])], []);
        Assert.Equal(["Topic: Bias; Officers: Yes", "Topic: Trauma; Staff: Yes", "Topic: Force"], TextUnits.Of(document)["training"].Select(u => u.Words));
    }

    private static TableRow Row(params string[] cells) => new([.. cells.Select(c => new TableCell([new Paragraph(ParagraphRole.Body, [new TextRun(c)])]))]);

    /// <summary>The sentence with every duty turned round; a statement denied; a row whose Yes is No.</summary>
    private static IEnumerable<string> Opposites(EvidenceRule rule, TextUnit unit)
    {
        if (unit.IsRow)
        {
            yield return unit.Words.Contains("Yes", StringComparison.Ordinal) ? unit.Words.Replace("Yes", "No", StringComparison.Ordinal) : "Not counted: " + unit.Words;
            yield break;
        }

        if (rule.Kind == EvidenceKind.Says)
        {
            yield return "It is not the case that " + unit.Whole;
            yield return "Nobody says that " + unit.Whole;
            yield break;
        }

        yield return Regex.Replace(unit.Whole, @"\b(shall|may|must)( not)?\b", m => m.Groups[2].Success ? m.Groups[1].Value : m.Groups[1].Value + " not");
        yield return Regex.Replace(unit.Whole, @"\b(shall|may|must)( not)?\b", m => m.Groups[2].Success ? "shall" : "shall under no circumstances");
        yield return Regex.Replace(unit.Whole, @"\b(shall|may|must)( not)?\b", m => m.Value + " fail to");
    }
}
