using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Importing;
using MouBuilder.Reading;
using Xunit;

namespace MouBuilder.Tests.Importing;

/// <summary>
/// How well clauses of papers find the clause of the library that they are. In <c>gold/</c> four papers written like agreements of 2013 stand with the ids that each clause may be given behind it,
/// judged before anything was measured; <c>-</c> says that it may be given none. Words and weights were chosen with the first two; that clauses for nonprofits are left out was seen in the others as well.
/// </summary>
public sealed partial class MatchingFiguresTests
{
    [Theory]
    [InlineData(0.84, 0.8, "county.txt", "valley.txt")]
    [InlineData(0.76, 0.66, "harbor.txt", "prairie.txt")]
    public void Clauses_of_papers_find_their_clause_of_the_library(double leastPrecision, double leastRecall, params string[] papers)
    {
        (int given, int right, int wanted, List<string> wrong) = papers.Select(Measured).Aggregate((a, b) => (a.Given + b.Given, a.Right + b.Right, a.Wanted + b.Wanted, [.. a.Wrong, .. b.Wrong]));
        string figures = $"{right} of {given} given are right, {right} of {wanted} wanted were found\n" + string.Join('\n', wrong);
        Assert.True(right >= leastPrecision * given && right >= leastRecall * wanted, figures);
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
    }

    [Fact]
    public void A_clause_with_the_name_of_one_of_the_library_is_that_one_before_it_is_one_with_a_few_words_of_its_text()
    {
        ClauseLibrary library = ClauseLibrary.Load(Repository.PathTo("clauses")).Library!;
        Section With(string heading, params string[] texts) => new("s", SectionKind.Numbered, [new TextRun(heading)], [.. texts.Select((t, i) => new Clause($"c{i}", [], [new Paragraph(ParagraphRole.Body, [new TextRun(t)])]))]);
        const string about = "The District and the Police agree to keep students safe in school and to arrest no student for what school discipline can answer.";
        ClauseMatch Of(Section section) => new ClauseMatcher([.. AgreementImport.Versions(library, new())]).Match(PaperClause.Of(new(new() { Title = "Agreement" }, [section], [])))[0];
        Assert.Equal("purpose", Of(With("Purpose", about)).Id);
        Assert.NotEqual("purpose", Of(With("Purpose", about, "They meet each month.")).Id);

        // The text of the library's own clause is surely that clause, whatever another is called.
        ClauseVersion training = AgreementImport.Versions(library, new()).Last(v => v.Id == "training");
        Section[] two = [With("Training", "They meet each month."), With("Other matters", training.Text.Text) with { Id = "t" }];
        Assert.Equal("training", new ClauseMatcher([.. AgreementImport.Versions(library, new())]).Match(PaperClause.Of(new(new() { Title = "Agreement" }, [.. two], [])))[1].Id);
    }

    private static (int Given, int Right, int Wanted, List<string> Wrong) Measured(string paper)
    {
        string marked = File.ReadAllText(Repository.PathTo("tests", "MouBuilder.Tests", "Importing", "gold", paper));
        string[][] gold = [.. Ids().Matches(marked).Select(m => m.Groups[1].Value.Split('|'))];
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathTo(paper), Ids().Replace(marked, ""));
        ClauseLibrary library = ClauseLibrary.Load(Repository.PathTo("clauses")).Library!;
        var clauses = PaperClause.Of(AgreementReading.Read(folder.PathTo(paper), PendingChanges.Refuse).Document!);
        Assert.Equal(gold.Length, clauses.Length);
        var matches = new ClauseMatcher([.. AgreementImport.Versions(library, new())]).Match(clauses);
        var found = matches.Zip(gold, (m, g) => (Match: m, Gold: g, IsGiven: m.Confidence != Confidence.None)).ToArray();
        return (
            found.Count(f => f.IsGiven),
            found.Count(f => f.IsGiven && f.Gold.Contains(f.Match.Id)),
            found.Count(f => !f.Gold.Contains("-")),
            [.. clauses.Zip(found).Where(p => p.Second.IsGiven ? !p.Second.Gold.Contains(p.Second.Match.Id) : !p.Second.Gold.Contains("-")).Select(p => $"{paper} {p.First.Place}: {(p.Second.IsGiven ? p.Second.Match.Id : "none")} ({p.Second.Match.Likeness:0.00}), wanted {string.Join('|', p.Second.Gold)}")]);
    }

    [GeneratedRegex(@" \[([a-z|-]+)\]")]
    private static partial Regex Ids();
}
