using System.Text.RegularExpressions;
using System.Xml.Linq;
using MouBuilder.Documents;
using MouBuilder.Tests.Word;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Assembling;

/// <summary>What must hold of every agreement in <c>examples/</c>.</summary>
public partial class ExampleTests
{
    public static TheoryData<string> Ids() => [.. BuiltExample.All];

    /// <summary>Run with MOU_ACCEPT=1 to accept a change, then read the difference as if a colleague had sent it.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void An_example_gives_the_output_that_was_reviewed(string id)
    {
        BuiltExample built = BuiltExample.Of(Repository.PathTo("examples", id));
        Dictionary<string, string> outputs = new(StringComparer.Ordinal) { [id + ".md"] = MarkdownWriter.Write(built.Document) };
        WordFile word = built.Word();
        foreach (string part in word.Parts.Keys)
        {
            outputs[$"{id}.docx/{part}"] = Lines(word.PartText(part));
        }

        string folder = Repository.PathTo("examples", id, "expected");
        if (Environment.GetEnvironmentVariable("MOU_ACCEPT") == "1")
        {
            Accept(folder, outputs);
        }

        Assert.Equal(outputs.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        foreach ((string name, string text) in outputs)
        {
            Assert.True(File.ReadAllText(Path.Combine(folder, name)).ReplaceLineEndings("\n") == text, $"{name} of {id} is not what was reviewed. Look at it with: MOU_ACCEPT=1 dotnet test, then git diff.");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_example_is_valid_and_Word_counts_its_labels_as_the_model_does(string id)
    {
        BuiltExample built = BuiltExample.Of(Repository.PathTo("examples", id));
        Assert.Empty(built.Word().ValidatorErrors());
        LabelTests.AssertLabels(built.Document);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void LibreOffice_prints_every_label_before_its_words_and_signatures_whole(string id)
    {
        BuiltExample built = BuiltExample.Of(Repository.PathTo("examples", id));
        string printed = LibreOfficeTests.Print(built.Word());
        string flat = Blanks().Replace(PageFurniture().Replace(printed, " "), " ");
        foreach ((string label, string words) in Labelled(built.Document))
        {
            Assert.True(flat.Contains($"{label} {words}", StringComparison.Ordinal), $"\"{label} {words}\" is not on the pages.");
        }

        foreach (string words in References(built.Document))
        {
            Assert.True(flat.Contains(words, StringComparison.Ordinal), $"\"{words}\" is not on the pages.");
        }

        foreach (SignatureBlock block in built.Document.AllBlocks().OfType<SignatureBlock>())
        {
            string party = block.Party[..Math.Min(20, block.Party.Length)];
            Assert.Contains(printed.Split('\f'), page => page.Contains(party, StringComparison.Ordinal) && block.Lines.All(line => page.Contains(line.Office, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("no-discipline", "Discipline belongs to School Staff.", "Discipline is for School Staff.")]
    [InlineData("metrics", "Metric", "Measure")]
    public void One_word_changed_in_a_clause_changes_its_control_and_the_lock_and_nothing_else(string clause, string from, string to)
    {
        using TemporaryFolder folder = new();
        folder.Copy("clauses");
        folder.Copy("templates");
        folder.Copy("examples", "dps-dpd-2022");
        string agreement = folder.PathTo("examples", "dps-dpd-2022");
        WordFile before = BuiltExample.Of(agreement).Word();
        string file = folder.PathTo("clauses", clause, "2.0.0.yaml");
        string text = File.ReadAllText(file);
        int at = text.IndexOf(from, text.IndexOf("\ntext: |", StringComparison.Ordinal), StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + to + text[(at + from.Length)..]);
        WordFile after = BuiltExample.Of(agreement).Word();

        string[] changed = [.. before.Parts.Keys.Where(p => !before.Parts[p].SequenceEqual(after.Parts[p]))];
        Assert.Equal(2, changed.Length);
        Assert.Contains("word/document.xml", changed);
        Assert.Contains(changed, p => p.StartsWith("customXml/", StringComparison.Ordinal));
        Assert.NotEqual(Control(before, clause).ToString(), Control(after, clause).ToString());
        Assert.Equal(Without(before, clause), Without(after, clause));
    }

    private static XElement Control(WordFile word, string clause) => word.Body.Descendants(WordFile.W + "sdt")
        .Single(s => s.Element(WordFile.W + "sdtPr")!.Element(WordFile.W + "tag")?.Attribute(WordFile.W + "val")?.Value.StartsWith($"mou:{clause}@", StringComparison.Ordinal) == true);

    private static string Without(WordFile word, string clause)
    {
        XElement control = Control(word, clause);
        XElement root = control.Document!.Root!;
        control.Remove();
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Each label with the first words behind it, as far as no footnote or field parts them.</summary>
    private static IEnumerable<(string Label, string Words)> Labelled(MouDocument document)
    {
        foreach (Block block in document.AllBlocks())
        {
            switch (block)
            {
                case Section { Label: { } label } s:
                    yield return (label, PlainText.Of(s.Heading));
                    break;
                case Clause { Label: { } label } c:
                    yield return (label, PlainText.Of(c.Title));
                    break;
                case ListItem { Label: { } label, Blocks: [Paragraph { Content: [TextRun first, ..] }, ..] }:
                    yield return (label, string.Join(' ', first.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4)));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Each numbered reference with the last word before it: LibreOffice counts the number anew when it prints.</summary>
    private static IEnumerable<string> References(MouDocument document)
    {
        foreach (Paragraph paragraph in document.AllBlocks().OfType<Paragraph>())
        {
            for (int i = 1; i < paragraph.Content.Length; i++)
            {
                if (paragraph.Content[i] is Reference { Word: "Section" } reference && paragraph.Content[i - 1] is TextRun before && before.Value.Trim().Length > 0)
                {
                    yield return $"{before.Value.Trim().Split(' ')[^1]} Section {reference.Label}";
                }
            }
        }
    }

    // One element a line, so that a difference can be read.
    private static string Lines(string xml) => xml.Replace("><", ">\n<", StringComparison.Ordinal);

    private static void Accept(string folder, Dictionary<string, string> outputs)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach ((string name, string text) in outputs)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^.*(For discussion only; not an offer|Page \d+ of \d+|Revision: ).*$|\f.*", RegexOptions.Multiline)]
    private static partial Regex PageFurniture();
}
