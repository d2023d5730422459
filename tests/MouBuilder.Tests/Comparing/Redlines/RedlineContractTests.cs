using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Documents;
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

    private static void Check(MouDocument old, MouDocument now, bool validate)
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
