using System.Globalization;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Comparing.Redlines;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Tests.Word;
using Xunit;

namespace MouBuilder.Tests.Comparing;

/// <summary>A clause that lost its heading, or its number, so that its words stand in the clause before it; and one that was given them.</summary>
public sealed class MergedClauseTests
{
    private const string Paper = """
        # Memorandum

        ## 1. Roles

        The principal shall decide every matter of discipline within two days.

        ## 2. Arrests

        An officer shall not arrest a student unless a delay would endanger a person.

        An officer shall do only the following:

        1. call the parent of the student;
        2. write a report of the arrest.

        ## 3. Records

        The District shall give a record to an officer only on a warrant or a subpoena.

        The officer must return each record within thirty days.

        | Datum | Kept by | Term |
        |-------|---------|------|
        | Arrests | Department | 3 years |
        | Searches | District | 2 years |

        ## 4. Term

        This agreement lasts for three years.

        """;

    private static readonly string Merged = Paper.Replace("## 3. Records\n\n", "", StringComparison.Ordinal).Replace("4. Term", "3. Term", StringComparison.Ordinal);

    [Fact]
    public void Of_a_merged_clause_the_heading_alone_is_struck()
    {
        Comparison comparison = Compare(Paper, Merged);
        PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
        Assert.Equal((ChangeCategory.Merged, ChangeRank.Wording, "read-records", "read-arrests"), (change.Category, change.Rank, change.Old!.Id, change.Related));
        Assert.Empty(change.Duties);
        Assert.Empty(change.Deadlines);
        Assert.Empty(change.SentenceMoves);
        Assert.All(change.Blocks, b => Assert.Equal(BlockChangeKind.Same, b.Kind));
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Assert.Equal((1, 1, 2, 0, 0), (counts.Merged, counts.Renumbered, counts.Unchanged, counts.Removed, counts.WordsInserted));
        Assert.Equal(1, counts.WordsDeleted);
        string markdown = ComparisonMarkdown.Write(comparison);
        Assert.Contains("Records (old): merged into 2. Arrests. ", markdown, StringComparison.Ordinal);
        Assert.Contains("> Title: ~~Records~~", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_clause_that_was_split_off_the_heading_alone_is_new()
    {
        Comparison comparison = Compare(Merged, Paper);
        PartChange change = Assert.Single(comparison.Parts, p => p.IsChange);
        Assert.Equal((ChangeCategory.SplitOff, "read-records", "read-arrests"), (change.Category, change.New!.Id, change.Related));
        Assert.Equal((1, 0, 1), (ComparisonCounts.Of(comparison).WordsInserted, ComparisonCounts.Of(comparison).WordsDeleted, ComparisonCounts.Of(comparison).SplitOff));
        Assert.Contains("Records: split off from 2. Arrests. ", ComparisonMarkdown.Write(comparison), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_in_a_merged_clause_is_all_that_is_marked_beside_its_heading()
    {
        string now = Merged.Replace("a warrant or a subpoena", "a warrant", StringComparison.Ordinal);
        foreach ((string from, string to) in new[] { (Paper, now), (now, Paper) })
        {
            Comparison comparison = Compare(from, to);
            Assert.Equal(4, Redline.Of(comparison).Counts is var c ? c.WordsInserted + c.WordsDeleted : 0);
            Assert.Single(comparison.Parts, p => p.IsChange);
        }
    }

    [Fact]
    public void What_refers_to_a_merged_clause_leads_to_the_one_it_stands_in()
    {
        const string Refers = "As {0} says, this agreement lasts for three years.";
        string With(string paper, string reference) => paper.Replace("This agreement lasts for three years.", Refers.Replace("{0}", reference, StringComparison.Ordinal), StringComparison.Ordinal);
        Comparison comparison = Compare(With(Paper, "Section 3"), With(Merged, "Section 2"));
        Assert.Equal((ChangeRank.Reference, true), comparison.Parts.Single(p => p.Category == ChangeCategory.Changed) is var c ? (c.Rank, Assert.Single(c.TypedReferences).Follows) : default);
    }

    /// <summary>Papers and what is left of them where numbers of their paragraphs are gone.</summary>
    public static readonly TheoryData<string, int> Numbered = new()
    {
        { "1.1 The parties set out how they work together in schools.\n\nEach party bears its own costs in full and sends no bill to the other one.\n\n1.2 The Department shall pay for training within thirty days.", 1 },
        { "1.1 The parties set out how they work together in schools.\n\nEach party bears its own costs in full and sends no bill to the other one.\n\nThe Department shall pay for training within thirty days.", 2 },
        { "1.1 The parties set out how they work together in schools.\n\n1.2 Each party bears its own costs in full and sends no bill to the other one.\n\nThe Department shall pay for training within thirty days.", 1 },
    };

    [Theory]
    [MemberData(nameof(Numbered))]
    public void Numbered_paragraphs_are_merged_without_a_word_marked(string now, int merged)
    {
        const string Begin = "# Memorandum\n\n## 1. General\n\n";
        const string End = "\n\n## 2. Officers\n\n2.1 An officer shall keep the peace in the building.\n\n2.2 Each officer attends forty hours of training every year.\n";
        const string Old = "1.1 The parties set out how they work together in schools.\n\n1.2 Each party bears its own costs in full and sends no bill to the other one.\n\n1.3 The Department shall pay for training within thirty days.";
        foreach ((string from, string to) in new[] { (Old, now), (now, Old) })
        {
            Comparison comparison = Compare(Begin + from + End, Begin + to + End);
            Assert.Equal(merged, comparison.Parts.Count(p => p.IsChange));
            Assert.All(comparison.Parts.Where(p => p.IsChange), p => Assert.True(p.Category is ChangeCategory.Merged or ChangeCategory.SplitOff));
            Assert.Equal((0, 0), Redline.Of(comparison).Counts is var c ? (c.WordsInserted, c.WordsDeleted) : default);
        }
    }

    [Fact]
    public void A_clause_of_which_little_stands_in_the_one_before_it_was_removed()
    {
        string now = Merged.Replace("The District shall give a record to an officer only on a warrant or a subpoena.\n\n", "", StringComparison.Ordinal)
            .Replace("| Searches | District | 2 years |\n", "", StringComparison.Ordinal).Replace("| Arrests | Department | 3 years |\n", "| Visits | Principal | never |\n", StringComparison.Ordinal)
            .Replace("The officer must return each record within thirty days.", "Nothing is kept.", StringComparison.Ordinal);
        Assert.Single(Compare(Paper, now).Parts, p => p.Category == ChangeCategory.Removed);
    }

    /// <summary>Papers of many clauses of which some lost their headings: no word of their texts may be marked, and what was edited is marked alone.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Words_that_both_texts_have_in_order_are_never_marked(int batch)
    {
        for (int seed = batch; seed < 60; seed += 4)
        {
            Random random = new(seed);
            bool isEdited = seed % 3 == 0;
            List<string> old = ["# Memorandum"];
            List<string> now = ["# Memorandum"];
            (int struck, int edited) = (0, 0);
            for (int clause = 1; clause <= 8; clause++)
            {
                string heading = $"Matter {(char)('A' + clause)}";
                old.Add($"## {heading}");
                if (clause > 1 && random.Next(3) == 0)
                {
                    struck += 2;
                }
                else
                {
                    now.Add($"## {heading}");
                }

                for (int i = random.Next(1, 4); i > 0; i--)
                {
                    string[] words = [.. Enumerable.Range(0, random.Next(8, 30)).Select(w => "w" + random.Next(2000).ToString(CultureInfo.InvariantCulture))];
                    old.Add(string.Join(' ', words) + ".");
                    if (isEdited && random.Next(4) == 0)
                    {
                        words[random.Next(words.Length)] = "edited";
                        edited++;
                    }

                    now.Add(string.Join(' ', words) + ".");
                }
            }

            string what = $"seed {seed}";
            (string before, string after) = (string.Join("\n\n", old), string.Join("\n\n", now));
            RedlineCounts forth = Redline.Of(Compare(before, after)).Counts;
            Assert.Equal((what, edited, struck + edited), (what, forth.WordsInserted, forth.WordsDeleted));
            RedlineCounts back = Redline.Of(Compare(after, before)).Counts;
            Assert.Equal((what, struck + edited, edited), (what, back.WordsInserted, back.WordsDeleted));
        }
    }

    /// <summary>The same paragraphs, nearly in the same order, under headings that stand anywhere: whatever is told, both texts come back from it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Both_texts_come_back_wherever_the_headings_stand(int batch)
    {
        for (int seed = batch; seed < 80; seed += 4)
        {
            Random random = new(seed);
            string[] paragraphs = [.. Enumerable.Range(0, 12).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(3, 20)).Select(_ => "w" + random.Next(90).ToString(CultureInfo.InvariantCulture))) + ".")];
            string Paper()
            {
                int[] order = [.. Enumerable.Range(0, paragraphs.Length)];
                if (random.Next(2) == 0)
                {
                    int at = random.Next(order.Length - 1);
                    (order[at], order[at + 1]) = (order[at + 1], order[at]);
                }

                return "# Memorandum\n\n" + string.Concat(order.Select((p, i) => (i == 0 || random.Next(2) == 0 ? $"## Matter {(char)('A' + (random.Next(3) == 0 ? 0 : p))}\n\n" : "") + paragraphs[p] + "\n\n"));
            }

            Compare(Paper(), Paper());
        }
    }

    /// <summary>Compares the papers, and holds the redline to the contract.</summary>
    private static Comparison Compare(string from, string to)
    {
        (MouDocument old, MouDocument now) = (TypedPaper.Read(from), TypedPaper.Read(to));
        Comparison comparison = Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));
        Assert.Equal(from + "\n" + Rebuilt.Plain(old), from + "\n" + Rebuilt.Old(comparison));
        Assert.Equal(Rebuilt.Plain(now), Rebuilt.New(comparison));
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        Redline redline = Redline.Of(comparison);
        WordFile file = new(redline.Word.ToArray());
        Assert.Empty(file.ValidatorErrors());
        Assert.Equal((CountedMarkup.Of(file).WordsInserted, CountedMarkup.Of(file).WordsDeleted), (counts.WordsInserted, counts.WordsDeleted));
        foreach ((bool isAccepted, MouDocument document) in new[] { (true, now), (false, old) })
        {
            Assert.Equal(WordReading.Texts(WordFile.Of(document).Body), WordReading.Texts(TrackedChanges.Settled(file.Part("word/document.xml"), isAccepted).Root!.Element(WordFile.W + "body")!));
        }

        // The looks as well, where there are no numbers: a redline has the paper's, a file of one text alone has ours.
        if (!from.Contains("1.", StringComparison.Ordinal))
        {
            RedlineContractTests.Check(old, now, validate: false);
        }

        Assert.Equal((redline.Counts.WordsInserted, redline.Counts.WordsDeleted), (counts.WordsInserted, counts.WordsDeleted));
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathTo("redline.docx"), redline.Word.ToArray());
        foreach ((PendingChanges button, MouDocument document) in new[] { (PendingChanges.Accept, now), (PendingChanges.Reject, old) })
        {
            MouDocument read = AgreementReading.Read(folder.PathTo("redline.docx"), button).Document!;
            Assert.True(Comparer.Compare(ComparisonSide.Of(document), ComparisonSide.Of(read)).IsSame);
        }

        return comparison;
    }
}
