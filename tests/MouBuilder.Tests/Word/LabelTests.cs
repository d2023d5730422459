using System.Xml.Linq;
using MouBuilder.Documents;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>What Word will show as labels and as references, counted from the file's own numbering, is what the model computed.</summary>
public sealed class LabelTests
{
    [Fact]
    public void Word_counts_the_sample_as_the_model_does() => AssertLabels(SampleAgreement.Document);

    [Fact]
    public void Word_counts_three_hundred_random_documents_as_the_model_does()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            AssertLabels(RandomDocument.Of(seed));
        }
    }

    [Fact]
    public void A_list_in_a_cell_does_not_count_on_the_list_around_its_table()
    {
        MouDocument document = Document(Ordered(
            I("outer", new Table([ColumnAlignment.Left], 0, [new([new([Ordered(I("inner"), I("inner"))])])])),
            I("outer again")));
        Assert.Equal(["(a)", "(a)", "(b)", "(b)"], Labels(WordFile.Of(document), "word/document.xml"));
    }

    [Fact]
    public void Eleven_lists_within_each_other_are_labelled_to_the_last()
    {
        Block[] item = I("innermost");
        for (int depth = 10; depth > 0; depth--)
        {
            item = I("level", Ordered(item, I("second")));
        }

        AssertLabels(Document(Ordered(item, I("second"))));
    }

    [Fact]
    public void Lists_of_thirty_items_go_on_past_z_as_Word_does() =>
        AssertLabels(Document(Ordered([.. Enumerable.Range(0, 30).Select(n => I("item", Ordered([.. Enumerable.Range(0, 30).Select(_ => I("inner"))])))])));

    [Fact]
    public void A_heading_with_a_gap_reads_alike_in_contents_and_references() => AssertLabels(Document(
        new Section("s", SectionKind.Unnumbered, [new TextRun("Office of "), new Gap("police_chief")], [P(new Reference("s"), new Reference("c", "Section"))]),
        Section("t", "T", new Clause("c", [new Gap("a_title")], [P("x")]))));

    [Fact]
    public void No_label_stands_in_the_text()
    {
        foreach (XElement paragraph in WordFile.Of(SampleAgreement.Document).Body.Descendants(W + "p").Where(p => !IsContents(p)))
        {
            Assert.DoesNotMatch(@"^(\d+\.|\(\w+\)|[A-Z]\.|Exhibit [A-Z]\b)", TextOf(paragraph));
        }
    }

    private static bool IsContents(XElement paragraph) => StyleOf(paragraph).StartsWith("TOC", StringComparison.Ordinal);

    private static string StyleOf(XElement paragraph) => paragraph.Element(W + "pPr")!.Element(W + "pStyle")!.Attribute(W + "val")!.Value;

    internal static void AssertLabels(MouDocument document)
    {
        WordFile file = WordFile.Of(document);
        Assert.Equal(ModelLabels(document.Blocks), Labels(file, "word/document.xml"));
        Assert.Equal(ModelLabels(document.Notes), Labels(file, "word/footnotes.xml"));
        AssertReferences(document, file);
        AssertContents(file);
    }

    /// <summary>What the model says stands before the block; null for nothing.</summary>
    internal static string? LabelOf(Block block) => block switch
    {
        Section s => s.Label,
        Clause c => c.Label,
        Exhibit e => e.Label,
        ListItem i => i.Label,
        _ => null,
    };

    private static List<string> ModelLabels(IEnumerable<Block> blocks) => [.. blocks.SelectMany(b => b.WithDescendants()).Select(LabelOf).OfType<string>()];

    private static List<string> Labels(WordFile file, string part)
    {
        WordNumbers numbers = new(file);
        return [.. file.Part(part).Descendants(W + "p").Select(numbers.Next).OfType<string>().Where(l => l.Length > 0)];
    }

    private static void AssertReferences(MouDocument document, WordFile file)
    {
        Dictionary<string, (string Label, string Words)> targets = Targets(file);
        List<string> cached = [];
        foreach (string part in (string[])["word/document.xml", "word/footnotes.xml"])
        {
            foreach ((string instruction, string result) in Fields(file.Part(part)).Where(f => f.Instruction.StartsWith("REF", StringComparison.Ordinal)))
            {
                (string label, string words) = targets[instruction.Split(' ')[1]];
                Assert.Equal(instruction.Contains(@"\n", StringComparison.Ordinal) ? label.TrimEnd('.') : words, result);
                cached.Add(result);
            }
        }

        string[] model = [.. document.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Reference>().Select(r => r.Label).Where(l => !string.IsNullOrEmpty(l)).OfType<string>()];
        Assert.Equal(model, cached);
    }

    private static void AssertContents(WordFile file)
    {
        Dictionary<string, (string Label, string Words)> targets = Targets(file);
        foreach (XElement entry in file.Body.Descendants(W + "hyperlink").Where(h => h.Attribute(W + "anchor") is not null))
        {
            (string label, string words) = targets[entry.Attribute(W + "anchor")!.Value];
            Assert.Equal(label.Length == 0 ? words : label + "\t" + words, TextOf(entry));
        }
    }

    private static Dictionary<string, (string Label, string Words)> Targets(WordFile file)
    {
        WordNumbers numbers = new(file);
        Dictionary<string, (string, string)> targets = [];
        foreach (XElement paragraph in file.Body.Descendants(W + "p"))
        {
            string label = numbers.Next(paragraph) ?? "";
            if (paragraph.Element(W + "bookmarkStart") is { } start)
            {
                targets.Add(start.Attribute(W + "name")!.Value, (label, TextOf(paragraph)));
            }
        }

        return targets;
    }

    private static IEnumerable<(string Instruction, string Result)> Fields(XDocument part)
    {
        foreach (XElement begin in part.Descendants(W + "fldChar").Where(f => f.Attribute(W + "fldCharType")!.Value == "begin"))
        {
            List<XElement> runs = [.. begin.Parent!.ElementsAfterSelf(W + "r").TakeWhile(r => r.Element(W + "fldChar")?.Attribute(W + "fldCharType")!.Value != "end")];
            yield return (string.Concat(runs.Elements(W + "instrText").Select(i => i.Value)).Trim(), string.Concat(runs.Elements(W + "t").Select(t => t.Value)));
        }
    }
}
