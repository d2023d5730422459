using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using MouBuilder.Documents;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Cli;

/// <summary>What people fill in is printed as they typed it and never makes a heading, a list, a link or a field; what cannot be printed is refused.</summary>
public sealed class HostileValueTests
{
    private const string Clause = """
        id: meetings
        version: 1.0.0
        title: Meetings
        fields:
          line: { type: string }
          words: { type: text }
          names: { type: list }
        text: |
          The Parties meet at {{ line }} each year.

          {{ line }}

          {{ words }}

          1. at {{ line }}
          2. {{ words }}
          3. with {{ names | list_and }}

          | Place | Host |
          | --- | --- |
          | {{ line }} | {{ names | list_and }} |

        """;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> Values =>
    [
        "*Smith* | <b> & Sons {x} [[y]]",
        "# Purpose",
        "## Purpose",
        "- one",
        "1. one",
        "12) twelve",
        "> quoted",
        "---",
        "===",
        "```",
        "    code",
        "a  b   c",
        "[[purpose]]",
        "[[?gap]]",
        "^[a note]",
        "[a](https://example.org)",
        "![a](b.png)",
        "<https://example.org>",
        "https://example.org/a_b_c",
        "<!-- no -->",
        "<w:p/>",
        "]]>",
        "&lt;&amp;&#65;&nbsp;",
        "\\ \\\\ \\* back\\",
        "**bold** __bold__ _it_ ~~no~~",
        "{{ agreement.title }}",
        "{% raw %}",
        "{%{ }%}",
        "| a | b |",
        "| --- |",
        "a | b",
        "placement0",
        "PAGE \\* MERGEFORMAT",
        "=1+1",
        "[//]: # (at: 1, blocks: 1)",
        "“Smart” ‘quotes’ – and — dashes… § ¶",
        "Nguyễn Thị Ẩn, 学校, مدرسة, 👩‍👧",
        "$1,500.00",
        "*",
        "_",
        "`",
        "+",
        "x",
        new string('W', 5000),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_of_one_line_stands_in_Word_and_Markdown_as_typed_or_is_refused(string value)
    {
        using BaseProject project = With(value, value, value);
        (int code, string errors) = Build(project);
        if (code != 0)
        {
            Assert.Contains("error MOU4005", errors, StringComparison.Ordinal);
            Assert.Contains("\u200D", value, StringComparison.Ordinal);
            return;
        }

        using BaseProject plain = With("x", "x", "x");
        Assert.Equal(0, Build(plain).Code);
        Assert.Equal(Shape(plain), Shape(project));
        string[] expected = [.. Paragraphs(plain).Select(p => Filled(p, value))];
        Assert.Equal(expected, Paragraphs(project));
        MouDocument readBack = ReadBack(project);
        Assert.Equal(Kinds(ReadBack(plain)), Kinds(readBack));
        Assert.Equal(
            [.. ReadBack(plain).AllBlocks().OfType<Paragraph>().Select(p => Filled(PlainText.Of(p.Content), value))],
            readBack.AllBlocks().OfType<Paragraph>().Select(p => PlainText.Of(p.Content)));
    }

    [Theory]
    [InlineData("First line\nSecond line")]
    [InlineData("# First\n- second\n1. third\n> fourth\n| a | b |\n| --- | --- |")]
    [InlineData("First\n\n# Second\n\n* third\n\n    fourth")]
    public void A_text_of_several_lines_keeps_its_words_and_makes_paragraphs_only(string value)
    {
        using BaseProject project = With("x", value, "x");
        Assert.Equal(0, Build(project).Code);
        using BaseProject plain = With("x", "x", "x");
        Assert.Equal(0, Build(plain).Code);
        Assert.Equal(Kinds(ReadBack(plain)).Distinct(), Kinds(ReadBack(project)).Distinct());
        string[] lines = value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string word = string.Join('\n', Paragraphs(project));
        string markdown = string.Join('\n', ReadBack(project).AllBlocks().OfType<Paragraph>().Select(p => PlainText.Of(p.Content)));
        Assert.All(lines, line => Assert.Equal(2, word.Split(line.Trim()).Length - 1));
        Assert.All(lines, line => Assert.Equal(2, markdown.Split(line.Trim()).Length - 1));
    }

    [Theory]
    [InlineData("First\nSecond", "x", "agreement.yaml(15,", "MOU1032")]
    [InlineData("x", "First\nSecond", "agreement.yaml(17,", "MOU1032")]
    [InlineData("x", "[one, \"First\\nSecond\"]", "agreement.yaml(17,", "MOU1005")]
    public void A_line_break_in_a_field_of_one_line_is_refused(string line, string names, string place, string code)
    {
        using BaseProject project = With(line, "x", names);
        (int exit, string errors) = Build(project);
        Assert.Equal(1, exit);
        Assert.Contains(place, errors, StringComparison.Ordinal);
        Assert.Contains(": error " + code, errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_line_break_of_a_text_field_in_a_table_is_refused()
    {
        using BaseProject project = With("x", "First\nSecond", "x");
        project.Change("clauses/meetings/1.0.0.yaml", "| {{ line }} |", "| {{ words }} |");
        (int exit, string errors) = Build(project);
        Assert.Equal(1, exit);
        Assert.Contains("clauses/meetings/1.0.0.yaml(21,8): error MOU3112", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0001")]
    [InlineData("\u007F")]
    [InlineData("\u0085")]
    [InlineData("\u200B")]
    [InlineData("\u202E")]
    [InlineData("\u2028")]
    [InlineData("\uFEFF")]
    [InlineData("\uFFFE")]
    [InlineData("\U000E0041")]
    [InlineData("\u0430")]
    public void What_cannot_be_seen_is_refused_on_the_command_line_too(string unseen)
    {
        using BaseProject project = With("x", "x", "x");
        Mou.Result run = Mou.Run(project.Root, "build", ".", "--set", $"line=Smi{unseen}th");
        Assert.Matches(@"\A--set line\(1,1\): error MOU400[56]: ", run.Errors);
        run.HasNoTrace();
        Assert.Equal(1, run.Code);
        Assert.False(Directory.Exists(project.In("out")));
    }

    [Fact]
    public void Bytes_on_the_command_line_that_are_no_text_are_refused()
    {
        using BaseProject project = With("x", "x", "x");
        Mou.Result run = Mou.Shell(project.Root, "$mou build . --set \"line=Smi$(printf '\\355\\240\\200')th\"");
        Assert.StartsWith("--set line(1,1): error MOU4005", run.Errors, StringComparison.Ordinal);
        run.HasNoTrace();
        Assert.Equal(1, run.Code);
    }

    [Theory]
    [InlineData("title: Memorandum of Understanding on Visits by Officers", "title: ")]
    [InlineData("legal_name: City of Example", "legal_name: ")]
    [InlineData("heading: Working together", "heading: ")]
    [InlineData("short: District", "short: ")]
    public void Names_and_headings_of_an_agreement_are_printed_as_typed(string written, string key)
    {
        const string Hostile = "*Smith* | <b> & Sons {x} [[y]] # 1. - \\";
        using BaseProject project = new();
        project.Change("agreement.yaml", written, key + Yaml(Hostile));
        Assert.Equal(0, Build(project).Code);
        Assert.Contains(Paragraphs(project), p => p.Contains(Hostile, StringComparison.Ordinal));
        using BaseProject plain = new();
        Assert.Equal(0, Build(plain).Code);
        Assert.Equal(Shape(plain), Shape(project));
        Assert.Equal(Kinds(ReadBack(plain)), Kinds(ReadBack(project)));
    }

    [Theory]
    [InlineData("title: Memorandum of Understanding on Visits by Officers", "title: ")]
    [InlineData("legal_name: City of Example", "legal_name: ")]
    [InlineData("heading: Working together", "heading: ")]
    [InlineData("short: District", "short: ")]
    public void Names_and_headings_of_an_agreement_have_no_line_break(string written, string key)
    {
        using BaseProject project = new();
        project.Change("agreement.yaml", written, key + Yaml("First\nSecond"));
        (int code, string errors) = Build(project);
        Assert.Equal(1, code);
        Assert.Contains("error MOU1006", errors, StringComparison.Ordinal);
    }

    private static BaseProject With(string line, string words, string names)
    {
        BaseProject project = new();
        project.Write("clauses/meetings/1.0.0.yaml", Clause);
        project.Change("agreement.yaml", ", \"meetings@1.0.0\" ]", $$"""
            ,
                  {
                    use: "meetings@1.0.0",
                    fill: {
                      line: {{Yaml(line)}},
                      words: {{Yaml(words)}},
                      names: {{(names.StartsWith("[one, ", StringComparison.Ordinal) ? names : Yaml(names))}} } } ]
            """);
        return project;
    }

    private static string Yaml(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    // Built in this process, through the steps that the command calls: forty processes more would cost half a minute.
    private static (int Code, string Errors) Build(BaseProject project) => project.Build();

    private static XElement Body(BaseProject project)
    {
        using ZipArchive archive = ZipFile.OpenRead(project.In("out/school-visits.docx"));
        using Stream stream = archive.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!.Element(W + "body")!;
    }

    /// <summary>The names of all elements of the Word file, in order, without the runs and texts that words are cut into.</summary>
    private static string Shape(BaseProject project) =>
        string.Join(' ', Body(project).Descendants().Select(e => e.Name.LocalName).Where(n => n is not ("r" or "t" or "rPr" or "b" or "lang" or "gridCol" or "tblGrid" or "tcW")));

    private static string[] Paragraphs(BaseProject project) => [.. Body(project).Descendants(W + "p").Select(p => string.Concat(p.Descendants(W + "t").Select(t => t.Value)))];

    /// <summary>A paragraph printed with the value x, as it must be with another.</summary>
    private static string Filled(string paragraph, string value) => paragraph switch
    {
        "x" => value,
        "The Parties meet at x each year." => $"The Parties meet at {value} each year.",
        "at x" => "at " + value,
        "with x" => "with " + value,
        _ => paragraph,
    };

    private static MouDocument ReadBack(BaseProject project)
    {
        (MouDocument? document, ImmutableArray<MouBuilder.Diagnostics.Diagnostic> found) = MarkdownDocument.Read(project.In("out/school-visits.md"));
        Assert.True(document is not null, string.Join('\n', found));
        return document;
    }

    private static IEnumerable<string> Kinds(MouDocument document) => document.AllBlocks().Select(b => b.GetType().Name);
}
