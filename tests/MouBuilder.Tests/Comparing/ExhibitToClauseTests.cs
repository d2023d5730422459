using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reviewing;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Comparing.Redlines;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Comparing;

/// <summary>An attachment whose text was taken into the agreement, or the other way round, is neither gone nor new.</summary>
public sealed class ExhibitToClauseTests
{
    private const string Purpose = "The parties work together in the schools of the district, and each names a person to ask.";
    private const string Training = "Each officer who is assigned to a school shall take forty hours of training before the first visit.";
    private const string Lessons = "The lessons are about the rights of students, about disability, and about how to calm a quarrel.";
    private const string Roster = "The roster names the officers who may come to a school, and the supervisor of each of them.";

    private static Exhibit Attached(string id, string title, params string[] words) => new(id, Words(title), [.. words.Select(P)]);

    private static readonly Block First = Section("s1", "General", Clause("purpose", "Purpose", P(Purpose)));

    private static MouDocument Old => Document(First, Attached("exhibit-1", "Roster", Roster), Attached("exhibit-2", "Training", Training, Lessons));

    private static MouDocument Taken(string training) => Document(First, Section("s2", "Officers", Clause("read-training", "Training", P(training), P(Lessons))), Attached("exhibit-1", "Roster", Roster));

    private static Comparison Compared(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));

    [Fact]
    public void An_exhibit_with_the_words_of_a_clause_became_it()
    {
        foreach ((MouDocument old, MouDocument now) in new[] { (Old, Taken(Training)), (Taken(Training), Old) })
        {
            Comparison comparison = Compared(old, now);
            PartChange change = Assert.Single(comparison.Parts, p => p.IsChange && (p.New ?? p.Old)!.Kind != PartKind.Section);
            Assert.Equal((ChangeCategory.Moved, ChangeRank.None), (change.Category, change.Rank));
            RedlineContractTests.Check(old, now, validate: true);
            Assert.Equal((0, 0), (ComparisonCounts.Of(comparison).Added, ComparisonCounts.Of(comparison).Removed));
        }
    }

    [Fact]
    public void Exhibits_that_another_program_counts_are_exhibits()
    {
        // A program that knows no content controls gives our file back as a paper, with "Exhibit A" counted by Word.
        byte[] whole = BuiltExample.Of(Repository.PathTo("examples", "dps-dpd-2022")).Word().Bytes;
        MouDocument ours = EditedWord.Read(whole);
        MouDocument paper = EditedWord.Read(EditedWord.Without(whole, $"{EditedWord.ContentControls}|{EditedWord.BookmarkMarks}"));
        string[] Of(MouDocument document) => [.. document.Blocks.OfType<Exhibit>().Select(e => $"{e.Label} {PlainText.Of(e.Title)}")];
        Assert.Equal(12, Of(paper).Length);
        Assert.Equal(Of(ours), Of(paper));
        Assert.All(Compared(ours, paper).Parts.Where(p => (p.New ?? p.Old)!.Kind == PartKind.Exhibit), p => Assert.True(p is { Old: not null, New: not null, Rank: ChangeRank.None or ChangeRank.Reference }, PlainText.Of((p.New ?? p.Old)!.Title)));
    }

    [Fact]
    public void It_is_told_in_words_by_every_form_with_what_changed_in_it()
    {
        Comparison comparison = Compared(Old, Taken(Training.Replace("forty", "fifty", StringComparison.Ordinal)));
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.Contains("Exhibit B Training became 2.1 Training", markdown, StringComparison.Ordinal);
        Assert.Contains("~~forty~~ **fifty**", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("exhibit added", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("exhibit removed", markdown, StringComparison.Ordinal);
        ReviewMaterial material = ReviewMaterial.Gather(comparison, Locale.En).Material;
        Assert.Contains("Exhibit B Training became a clause", ReviewPage.Write(material), StringComparison.Ordinal);
        Assert.DoesNotContain(comparison.Parts, p => p.Duties.Any(d => d.OldModal is null || d.NewModal is null));
    }

    [Fact]
    public void A_clause_that_shares_a_title_and_nothing_else_with_an_exhibit_is_new()
    {
        MouDocument other = Document(First, Section("s2", "Officers", Clause("read-training", "Training", P("Records are kept for three years and then destroyed, unless a court has said otherwise."))), Attached("exhibit-1", "Roster", Roster));
        Comparison comparison = Compared(Old, other);
        Assert.Contains(comparison.Parts, p => p is { Old: null, New.Kind: PartKind.Clause });
        Assert.Contains(comparison.Parts, p => p is { New: null, Old.Kind: PartKind.Exhibit });
    }

    [Fact]
    public void Redlines_of_texts_whose_exhibits_became_clauses_and_back_are_exact()
    {
        MouDocument both = Document(First, Section("s2", "Officers", Clause("read-training", "Training", P(Training), P(Lessons)), Clause("read-roster", "Roster", P(Roster))));
        MouDocument last = Document(Section("s2", "Officers", Clause("read-training", "Training", P(Training), P(Lessons))), Attached("exhibit-1", "Purpose", Purpose));
        foreach ((MouDocument old, MouDocument now) in new[] { (Old, both), (both, Old), (both, last), (last, both), (Old, last), (last, Old) })
        {
            RedlineContractTests.Check(old, now, validate: true);
        }
    }
}
