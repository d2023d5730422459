using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>What is said of duties and rights is true of the text.</summary>
public sealed partial class DutyTests
{
    [Theory]
    [InlineData("DPD shall tell a Parent.", "DPD shall tell a Parent")]
    [InlineData("An Officer who takes a Student from a School shall give the name.", "An Officer … shall give the name")]
    [InlineData("An Officer who knows or should know that a Student may have a disability shall, where it is safe:", "An Officer … shall …")]
    [InlineData("A person who may have taken part in the Offense is not the Parent.", "")]
    [InlineData("Notice to a Parent who may be a victim waits for the agency.", "")]
    [InlineData("School Staff shall not tell a person who may be responsible.", "School Staff shall not tell a person who …")]
    [InlineData("An Officer shall make an Arrest only if it cannot safely wait.", "An Officer shall make an Arrest only if it cannot …")]
    [InlineData("An Officer shall make an Arrest at a School on a day of classes only in an emergency.", "An Officer shall make an Arrest at a School on … only in an emergency")]
    [InlineData("An Officer, whether or not a Partner Officer, shall come into a School without an invitation only in answer to a call.", "An Officer … shall come into a School without an invitation only in answer to a call")]
    [InlineData("A Party that owes a Student a notice, a warning or a request shall give it in time.", "A Party … shall give it in time")]
    [InlineData("No Officer, member of School Staff or Safety Patrol Officer shall, at a School, have a Student undress.", "No Officer, member of School Staff or Safety Patrol Officer shall …")]
    [InlineData("The District, DPD, and each Principal shall keep a log.", "The District, DPD, and each Principal shall keep a log")]
    [InlineData("Within thirty days, the District, DPD and each Principal shall keep a log, and may share it.", "the District, DPD and each Principal shall keep a log …; the District, DPD and each Principal … may share it")]
    [InlineData("If the Student is hurt, DPS and DPD shall keep a log.", "DPS and DPD shall keep a log")]
    [InlineData("Each year, DPS and DPD shall keep a log.", "DPS and DPD shall keep a log")]
    [InlineData("Annually, DPS, DPD and the Parents shall meet.", "DPS, DPD and the Parents shall meet")]
    [InlineData("If, in an emergency, a Student runs, DPS and DPD shall meet.", "DPS and DPD shall meet")]
    [InlineData("If DPS, DPD and the Principal agree, an Officer or the Principal may stay.", "an Officer or the Principal may stay")]
    [InlineData("Officers, School Staff and volunteers who are paid shall keep a log.", "Officers, School Staff and volunteers … shall keep a log")]
    [InlineData("DPS shall tell a Parent of a request that names the child, unless the law or a court forbids it.", "DPS shall tell a Parent of a request that … unless the law or a court forbids it")]
    [InlineData("Conduct is an Offense for which a juvenile may be found delinquent.", "")]
    [InlineData("The agreement is signed by those who may sign for each Party.", "")]
    [InlineData("A change that the law requires at once may come first.", "")]
    [InlineData("To a call that is not urgent it shall send an Officer.", "")]
    [InlineData("A person whom C.R.S. 19-3-304 obliges to report shall make the report.", "")]
    [InlineData("DPS shall choose the Students, Parents and organization by an open call and shall provide an interpreter.", "DPS shall choose the Students …; DPS … shall provide an interpreter")]
    [InlineData("Within thirty (30) days the Parties shall write it down.", "the Parties shall write it down")]
    [InlineData("A Student has rights and may ask for a lawyer unless one is there.", "A Student has rights … may ask for a lawyer unless one is …")]
    [InlineData("Unless a Parent agrees, an Officer shall not question a Student.", "an Officer shall not …")]
    [InlineData("Nobody may punish you.", "Nobody may punish you")]
    [InlineData("shall", "")]
    [InlineData("and may", "")]
    [InlineData(", may", "")]
    [InlineData("who shall", "")]
    [InlineData("that, may", "")]
    [InlineData("May 10", "")]
    [InlineData("May–July", "")]
    [InlineData("The first of May may be a holiday.", "The first of May may be a holiday")]
    public void What_is_quoted_of_a_duty(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Read(text).Select(d => Duty.Quote(d.Actor, d.Modal, d.Act))));

    [Theory]
    [InlineData("Nobody may punish you.", "may not")]
    [InlineData("Neither Party shall retaliate.", "shall not")]
    [InlineData("No later than June 1 the Principal shall report.", "shall")]
    public void Whom_nobody_is_allows_nobody(string text, string modal) => Assert.Equal(modal, Assert.Single(Read(text)).Effect);

    [Fact]
    public void Every_quotation_from_the_library_stands_in_its_clause()
    {
        int quoted = 0;
        foreach (string path in Directory.EnumerateFiles(Repository.PathTo("clauses"), "*.yaml", SearchOption.AllDirectories).Where(p => VersionFile().IsMatch(Path.GetFileName(p))))
        {
            string[] lines = File.ReadAllLines(path);
            foreach (string line in lines.SkipWhile(l => l != "text: |").Skip(1))
            {
                string text = PlainText.Of([new TextRun(line.Trim())]);
                quoted += Read(text).Sum(d => AssertStandsIn(text, Duty.Quote(d.Actor, d.Modal, d.Act)));
            }
        }

        Assert.True(quoted > 400, $"{quoted}");
    }

    [Theory]
    [InlineData("dps-dpd-2013", "dps-dpd-2022")]
    [InlineData("dps-dpd-2022", "dps-dpd-2013")]
    [InlineData("dps-dpd-2022", "sro-variant")]
    [InlineData("dps-dpd-2022", "nonprofit-partner")]
    public void Every_quotation_of_a_comparison_stands_in_one_of_its_texts(string old, string now)
    {
        Comparison comparison = Comparer.Compare(Side(old), Side(now));
        string texts = Text(comparison.Old) + "\n" + Text(comparison.New);
        int quoted = 0;
        foreach (DutyChange duty in comparison.Parts.SelectMany(p => p.Duties))
        {
            quoted += duty.OldModal is null ? 0 : AssertStandsIn(texts, Duty.Quote(duty.OldActor, duty.OldModal, duty.OldAct));
            quoted += duty.NewModal is null ? 0 : AssertStandsIn(texts, Duty.Quote(duty.NewActor, duty.NewModal, duty.NewAct));
        }

        Assert.True(quoted > 30, $"{quoted}");
        Assert.All(comparison.Parts.SelectMany(p => p.Deadlines), d => AssertStandsIn(texts, d.Old ?? d.New!));
    }

    [Theory]
    [InlineData("dps-dpd-2013", "dps-dpd-2022")]
    [InlineData("dps-dpd-2022", "dps-dpd-2013")]
    public void Beside_a_reconstruction_no_duty_is_called_new_or_gone(string old, string now)
    {
        Comparison comparison = Comparer.Compare(Side(old), Side(now));
        Assert.DoesNotMatch("(new|gone): “", ComparisonMarkdown.Write(comparison));
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            Effects effects = new(new(ReviewMaterial.Gather(comparison, locale).Material));
            Assert.All(comparison.Parts.SelectMany(effects.Details), d => Assert.Contains(d.Sentence, new[] { "becomes", "in-new", "in-old" }));
            Assert.NotEqual(new PageContext(ReviewMaterial.Gather(comparison, locale).Material).Words["rank-hint.duty-or-right"], effects.RankHint("duty-or-right"));
        }
    }

    [Fact]
    public void The_notes_of_a_reconstruction_set_no_time()
    {
        Comparison comparison = Comparer.Compare(Side("dps-dpd-2013"), Side("dps-dpd-2022"));
        Assert.DoesNotContain(comparison.Parts.SelectMany(p => p.Deadlines), d => d.Old == "six years" || d.New == "six years");
    }

    [Fact]
    public void Parties_of_one_role_are_one_actor()
    {
        ComparisonSide old = Side("dps-dpd-2022");
        ComparisonSide now = Side("sro-variant");
        (ActorNames before, ActorNames after) = (ActorNames.Of(old, Renamings.None), ActorNames.Of(now, Renamings.None));
        Assert.Equal(before.KeyOf("DPS"), after.KeyOf("ESD"));
        Assert.Equal(before.KeyOf("neither Party"), after.KeyOf("Neither Party …"));
        Assert.NotEqual(before.KeyOf("DPS"), after.KeyOf("EPD"));
        Assert.DoesNotContain(Comparer.Compare(old, now).Parts.SelectMany(p => p.Duties), d => d.OldModal == d.NewModal && before.KeyOf(d.OldActor) == after.KeyOf(d.NewActor) && d.OldAct == d.NewAct);
    }

    [Fact]
    public void The_same_time_in_a_rewritten_clause_is_neither_new_nor_gone()
    {
        DeadlineChange[] times = [.. Comparer.Compare(Side("dps-dpd-2013"), Side("dps-dpd-2022")).Parts.Single(p => p.New?.Id == "training").Deadlines];
        Assert.DoesNotContain(times, t => t.Old == "two hours");
        Assert.Single(times, t => t.New == "two (2) hours"); // those of School Staff, which the older text does not have
    }

    private static Duty[] Read(string text)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(new(target => target, note => note), [new TextRun(text)], true, 0, words);
        return [.. DutyReader.Read(DutyReader.WithAbbreviations(words))];
    }

    private static int AssertStandsIn(string text, string quotation)
    {
        string folded = Blanks().Replace(text, " ");
        Assert.All(Blanks().Replace(quotation, " ").Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), piece => Assert.Contains(piece, folded, StringComparison.OrdinalIgnoreCase));
        return 1;
    }

    private static string Text(ComparisonSide side) => string.Join('\n', side.Document.AllBlocks().Concat(side.Document.Notes.SelectMany(n => n.WithDescendants())).Select(b => PlainText.Of([.. b.OwnInlines().Where(i => i is not NoteMark)])));

    private static ComparisonSide Side(string name) => ComparisonSide.Load(Repository.PathTo("examples", name)).Side!;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.yaml$")]
    private static partial Regex VersionFile();
}
