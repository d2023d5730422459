using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Text;

public class MarkdownRoundTripTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_written_document_is_read_back_the_same(bool isEmphatic)
    {
        for (int seed = 0; seed < 400; seed++)
        {
            MouDocument document = RandomMarkdownDocument.Of(seed, isEmphatic);
            string markdown = MarkdownWriter.Write(document);
            DiagnosticBag bag = new();
            MouDocument? read = MarkdownDocument.Read(new SourceText("x.md", markdown), bag);
            Assert.True(read is not null && bag.Count == 0, $"Seed {seed}: {string.Join('\n', bag.ToImmutable())}\n{markdown}");
            string written = isEmphatic ? PlainDump(document) : document.Dump();
            string found = isEmphatic ? PlainDump(read) : read.Dump();
            Assert.True(written == found, $"Seed {seed}:\n{FirstDifference(written, found)}\n{markdown}");
        }
    }

    [Fact]
    public void The_Denver_draft_is_read_back_the_same()
    {
        Agreement agreement = Agreement.Load(Repository.PathTo("examples", "dps-dpd-2022")).Agreement!;
        ResolvedAgreement resolved = Resolver.Resolve(agreement, ClauseLibrary.Load(agreement.LibraryFolder).Library!, null, new Dictionary<string, string>()).Agreement!;
        MouDocument document = Assembler.Assemble(resolved).Document!;
        MouDocument? read = MarkdownDocument.Read(new SourceText("x.md", MarkdownWriter.Write(document)), new DiagnosticBag());
        Assert.Equal(document.Dump(), read?.Dump());
    }

    [Fact]
    public void A_file_with_a_block_added_by_hand_is_refused()
    {
        string markdown = MarkdownWriter.Write(RandomMarkdownDocument.Of(1, false));
        markdown = markdown.Insert(markdown.IndexOf("\n## ", StringComparison.Ordinal), "\nA line too many.\n");
        DiagnosticBag bag = new();
        Assert.Null(MarkdownDocument.Read(new SourceText("x.md", markdown), bag));
        Assert.Equal("MOU4011", Assert.Single(bag.ToImmutable()).Code);
    }

    [Theory]
    [InlineData("plain **bold** plain")]
    [InlineData("**bold *both* bold**")]
    [InlineData("***both* bold** plain")]
    [InlineData("*italic* and **bold**, then ***both***.")]
    [InlineData("**“Term”** means re**start**ed")]
    [InlineData("*italic **both***")]
    public void Emphasis_that_Markdown_has_a_form_for_is_kept(string markdown)
    {
        MouDocument once = Read(markdown);
        Assert.Contains("\"b", once.Dump().Replace("\"i", "\"b", StringComparison.Ordinal), StringComparison.Ordinal);
        MouDocument twice = MarkdownDocument.Read(new SourceText("x.md", MarkdownWriter.Write(once)), new DiagnosticBag())!;
        Assert.Equal(once.Dump(), twice.Dump());
    }

    private static MouDocument Read(string markdown) =>
        new(new() { Title = "" }, MarkdownReader.Read(MarkdownText.Of(new("x.md", markdown)), MarkdownDialect.Clause, null, "Section", new DiagnosticBag()).Blocks, []);

    /// <summary>The dump without emphasis, words that only emphasis parted made one.</summary>
    private static string PlainDump(MouDocument document)
    {
        InlineRewriter plain = new(inline => inline switch
        {
            TextRun t => t with { Emphasis = Emphasis.None },
            Term t => new TextRun(t.Value),
            Reference r => r with { Emphasis = Emphasis.None },
            Gap g => g with { Emphasis = Emphasis.None },
            _ => inline,
        });
        return string.Join('\n', plain.Rewrite(document).Dump().Split('\n').Select(line => line.Replace("\" \"", "", StringComparison.Ordinal)));
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] left = expected.Split('\n');
        string[] right = actual.Split('\n');
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string a = i < left.Length ? left[i] : "(end)";
            string b = i < right.Length ? right[i] : "(end)";
            if (a != b)
            {
                return $"written {a}\nread    {b}";
            }
        }

        return "";
    }
}
