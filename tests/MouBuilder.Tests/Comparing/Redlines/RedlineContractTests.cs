using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Reading;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Word;
using Xunit;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>Accepting every change gives the new document, rejecting every change the old one.</summary>
public sealed class RedlineContractTests
{
    // All 2,000 where MOU_ALL_REDLINES=1, as .ci/run sets it; a fifth of them on a person's machine.
    private static readonly int Seeds = Environment.GetEnvironmentVariable("MOU_ALL_REDLINES") == "1" ? 2000 : 400;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 20)];

    public static TheoryData<string, string> Examples
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (string old in BuiltExample.All)
            {
                foreach (string now in BuiltExample.All)
                {
                    pairs.Add(old, now);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples(string old, string now) =>
        Check(BuiltExample.Of(Repository.PathTo("examples", old)).Document, BuiltExample.Of(Repository.PathTo("examples", now)).Document, validate: true);

    [Theory]
    [MemberData(nameof(Batches))]
    public void Random_pairs(int batch)
    {
        for (int seed = batch; seed < Seeds; seed += 20)
        {
            (MouDocument old, MouDocument now) = RandomRedline.Of(seed);
            try
            {
                Check(old, now, validate: seed % 10 == 0);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }
    }

    /// <summary>Documents of any shape against an edited copy; with MOU_PAPERS also the papers of which that file holds the paths, a line each.</summary>
    [Fact]
    public void Edited_copies()
    {
        List<(string Name, MouDocument Document)> papers = [.. Enumerable.Range(0, 60).Select(seed => ($"seed {seed}", RandomRedline.Of(seed).Old)), .. BuiltExample.All.Select(e => (e, BuiltExample.Of(Repository.PathTo("examples", e)).Document))];
        if (Environment.GetEnvironmentVariable("MOU_PAPERS") is { } list)
        {
            papers.AddRange(File.ReadLines(list).Select(f => (f, AgreementReading.Read(Path.Combine(Path.GetDirectoryName(list)!, f), PendingChanges.Accept).Document)).Where(p => p.Document is not null)!);
        }

        for (int i = 0; i < papers.Count; i++)
        {
            (string name, MouDocument old) = papers[i];
            MouDocument now = new RandomEdits(i).Of(old);
            WordFile redline = new(Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Word.ToArray());
            Assert.Equal([name, .. WordReading.Texts(WordFile.Of(now).Body)], [name, .. WordReading.Texts(Settled(redline, accept: true))]);
            Assert.Equal([name, .. WordReading.Texts(WordFile.Of(old).Body)], [name, .. WordReading.Texts(Settled(redline, accept: false))]);
            if (i % 10 == 0)
            {
                Assert.Equal(name, string.Join(Environment.NewLine, [name, .. redline.ValidatorErrors()]));
            }
        }
    }

    [Fact]
    public void Documents_that_read_alike_in_Word_are_alike()
    {
        int alike = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            (MouDocument old, MouDocument now) = RandomRedline.Of(seed);
            if (WordReading.Of(WordFile.Of(old)) == WordReading.Of(WordFile.Of(now)))
            {
                Assert.Equal(Rebuilt.Plain(old), Rebuilt.Plain(now));
                alike++;
            }
        }

        Assert.InRange(alike, 1, 100);
    }

    internal static void Check(MouDocument old, MouDocument now, bool validate)
    {
        WordFile redline = new(Redline.Of(Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now))).Word.ToArray());
        (WordFile oldFile, WordFile newFile) = (WordFile.Of(old), WordFile.Of(now));
        Assert.Equal(WordReading.Of(newFile), WordReading.Of(redline, accept: true));
        Assert.Equal(WordReading.Of(oldFile), WordReading.Of(redline, accept: false));
        Assert.Equal(WordReading.Texts(newFile.Body), WordReading.Texts(Settled(redline, accept: true)));
        Assert.Equal(WordReading.Texts(oldFile.Body), WordReading.Texts(Settled(redline, accept: false)));
        if (validate)
        {
            Assert.Empty(redline.ValidatorErrors());
        }
    }

    private static XElement Settled(WordFile redline, bool accept) => TrackedChanges.Settled(redline.Part("word/document.xml"), accept).Root!.Element(W + "body")!;
}
