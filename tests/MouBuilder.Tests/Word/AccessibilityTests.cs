using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Diagnostics;
using MouBuilder.Word.Accessibility;
using Xunit;
using static MouBuilder.Tests.Word.Samples;

namespace MouBuilder.Tests.Word;

/// <summary>What those would miss who hear a Word file or see it badly. Each rule is held against a file that breaks it and one that does not.</summary>
public sealed class AccessibilityTests
{
    private static readonly WordFile Sample = WordFile.Of(SampleAgreement.Document);

    [Fact]
    public void The_sample_with_all_kinds_of_blocks_has_no_finding() => Assert.Empty(Check(Sample.Bytes));

    [Fact]
    public void The_examples_have_no_finding() =>
        Assert.All(BuiltExample.All, name => Assert.Empty(Check(BuiltExample.Of(Repository.PathTo("examples", name)).Word().Bytes)));

    [Fact]
    [Covers("MOU8101")]
    public void A_file_without_a_title_is_found() => Found("MOU8101", WordFile.Of(Document(Properties with { Title = "" }, [], P("Words."))).Bytes);

    [Fact]
    [Covers("MOU8102")]
    public void Words_without_a_language_are_found()
    {
        Found("MOU8102", WordFile.Of(Document(Properties with { Language = "" }, [], P("Words."))).Bytes);
        WordFile silent = new(Sample.With("word/styles.xml", t => t.Replace("<w:lang w:val=\"en-US\"/>", "", StringComparison.Ordinal)));
        Assert.Empty(Check(silent.Bytes)); // every run says its own
        Found("MOU8102", silent.With("word/document.xml", Once("<w:lang w:val=\"en-US\"/>", "")));
    }

    [Fact]
    [Covers("MOU8103")]
    public void A_heading_that_skips_a_level_is_found()
    {
        Heading deep = new(5, Words("Deep"));
        Assert.Contains("level 5", Found("MOU8103", WordFile.Of(Document(Section("s", "S", P("a"), deep))).Bytes), StringComparison.Ordinal);
        Assert.Contains("no heading stands before it", Found("MOU8103", WordFile.Of(Document(new Heading(3, Words("First")))).Bytes), StringComparison.Ordinal);
        Assert.Empty(Check(WordFile.Of(Document(Section("s", "S", Clause("c", "C", new Heading(3, Words("Third")), P("a"))), Section("t", "T", P("b")))).Bytes));
    }

    [Fact]
    [Covers("MOU8104")]
    public void A_table_without_a_header_row_is_found()
    {
        Assert.Contains("\"The principal\"", Found("MOU8104", WordFile.Of(Document(Table(0))).Bytes), StringComparison.Ordinal);
        Assert.Empty(Check(WordFile.Of(Document(Table(1))).Bytes));

        static Table Table(int headers) => new([ColumnAlignment.Left, ColumnAlignment.Left], headers, [Row("The principal", "24"), Row("A parent", "2")]);
    }

    [Theory]
    [Covers("MOU8105")]
    [InlineData("(1) the name", "(2) the time")]
    [InlineData("- the name", "- the time")]
    [InlineData("a) tên", "b) giờ")]
    [InlineData("•\u00A0el nombre", "•\u00A0la hora")]
    public void A_list_typed_by_hand_is_found(string first, string second)
    {
        Found("MOU8105", WordFile.Of(Document(P("The notice says:"), P(first), P(second), P(first))).Bytes);
        Assert.Empty(Check(WordFile.Of(Document(P(first), P("Something else."), P(second))).Bytes));
        Assert.Empty(Check(WordFile.Of(Document(Ordered(I("the name"), I("the time")))).Bytes));
    }

    [Fact]
    [Covers("MOU8106")]
    public void Words_that_stand_out_too_little_are_found_whichever_way_they_got_their_colour()
    {
        Assert.Contains("2.8:1", Found("MOU8106", Sample.With("word/styles.xml", Once("<w:color w:val=\"404040\"/>", "<w:color w:val=\"999999\"/>"))), StringComparison.Ordinal);
        Found("MOU8106", Sample.With("word/styles.xml", t => t.Replace("w:fill=\"F2F2F2\"", "w:fill=\"555555\"", StringComparison.Ordinal)));
        Found("MOU8106", Sample.With("word/document.xml", Once("<w:lang w:val=\"en-US\"/>", "<w:color w:val=\"C69200\"/><w:lang w:val=\"en-US\"/>")));
        Found("MOU8106", Sample.With("word/document.xml", t => t.Replace("w:val=\"yellow\"", "w:val=\"darkBlue\"", StringComparison.Ordinal)));
        Found("MOU8106", Sample.With("word/styles.xml", t => t.Replace("w:fill=\"E7E9EC\"", "w:fill=\"444444\"", StringComparison.Ordinal)));
    }

    /// <summary>Pairs whose ratios are published with the success criterion's own examples: #767676 on white is the lightest grey that passes.</summary>
    [Theory]
    [InlineData("000000", "FFFFFF", 21.0)]
    [InlineData("767676", "FFFFFF", 4.54)]
    [InlineData("777777", "FFFFFF", 4.48)]
    [InlineData("FFFFFF", "FFFFFF", 1.0)]
    public void Contrast_is_counted_as_wcag_counts_it(string ink, string paper, double ratio) => Assert.Equal(ratio, Contrast.Of(ink, paper), 2);

    [Fact]
    [Covers("MOU8107")]
    public void An_empty_paragraph_is_found()
    {
        Found("MOU8107", Sample.With("word/document.xml", Once("<w:sectPr", "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr></w:p><w:sectPr")));
        Assert.Empty(Check(WordFile.Of(Document(new Table([ColumnAlignment.Left], 1, [Row("Who"), Row("")]), new Table([ColumnAlignment.Left], 1, [Row("Who"), Row("x")]))).Bytes));
    }

    [Theory]
    [Covers("MOU8108")]
    [InlineData("https://example.org/complaints", true)]
    [InlineData("here", true)]
    [InlineData("Haga clic aquí.", true)]
    [InlineData("tại đây", true)]
    [InlineData("complaint form of the district", false)]
    public void A_link_says_where_it_leads(string words, bool isFound)
    {
        byte[] file = WordFile.Of(Document(P(new TextRun("Use the "), new Link("https://example.org/complaints", Words(words)), new TextRun(".")))).Bytes;
        Assert.Equal(isFound ? ["MOU8108"] : [], Check(file).Select(d => d.Code));
    }

    private static ImmutableArray<Diagnostic> Check(byte[] file) => WordAccessibility.Check(file, "out/school-visits.docx");

    private static string Found(string code, byte[] file)
    {
        ImmutableArray<Diagnostic> found = Check(file);
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal((code, Severity.Warning), (d.Code, d.Severity)));
        return found[0].Message;
    }

    private static Func<string, string> Once(string there, string instead) => text =>
    {
        int at = text.IndexOf(there, StringComparison.Ordinal);
        Assert.True(at >= 0, there);
        return text[..at] + instead + text[(at + there.Length)..];
    };
}
