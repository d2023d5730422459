using System.Collections.Immutable;
using System.Xml.Linq;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Comparing;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>A label that is wider than its room runs into the words behind it: "SCHEDULE ASCHOOLS" was printed.</summary>
public sealed class LabelRoomTests
{
    // Headings of sections and exhibits are set in 13.5 points.
    private const double Size = 13.5;
    private const int TwipsOfPoint = 20;
    private const int LeastGap = 60;

    // Of Times New Roman Bold, in thousandths of the size: A to Z, then a to z.
    private static readonly int[] Capitals = [722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667];
    private static readonly int[] Small = [500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444];

    private static double WidthOf(string label) => label.Sum(c => char.IsAsciiLetterUpper(c) ? Capitals[c - 'A'] : char.IsAsciiLetterLower(c) ? Small[c - 'a'] : char.IsAsciiDigit(c) ? 500 : 250) * Size / 1000 * TwipsOfPoint;

    [Theory]
    [InlineData("Exhibit")]
    [InlineData("Schedule")]
    [InlineData("SCHEDULE")]
    [InlineData("ATTACHMENT")]
    [InlineData("APPENDIX")]
    [InlineData("ADDENDUM")]
    [InlineData("MEMORANDUM")]
    [InlineData("Anexo")]
    public void An_exhibit_of_an_agreement_has_room_for_its_label(string word)
    {
        // Past the twenty-sixth the letters are two.
        ImmutableArray<Exhibit> exhibits = [.. Enumerable.Range(0, 38).Select(n => new Exhibit($"e{n}", Words("SCHOOLS"), [P("The schools of the district.")]))];
        MouDocument document = Document(Properties with { AttachmentWord = word }, [], [.. exhibits]);
        WordFile file = WordFile.Of(document);
        XElement level = LevelOf(file, $"{word} %1");
        Assert.Null(level.Element(W + "suff"));
        Assert.All(document.Blocks.OfType<Exhibit>(), e => Assert.True(RoomOf(level) >= WidthOf(e.Label!) + LeastGap, $"{e.Label} takes {WidthOf(e.Label!):0} of {RoomOf(level)}."));
        XElement style = file.Part("word/styles.xml").Descendants(W + "style").Single(s => (string?)s.Attribute(W + "styleId") == "ExhibitHeading");
        Assert.Equal(RoomOf(level), (int)style.Descendants(W + "ind").Single().Attribute(W + "hanging")!);
    }

    [Theory]
    [InlineData("SCHEDULE A", "SCHEDULE B", "SCHEDULE %1")]
    [InlineData("Schedule AA", "Schedule BB", "Schedule %1")]
    [InlineData("ATTACHMENT 9", "ATTACHMENT 10", "ATTACHMENT %1")]
    [InlineData("Attachment 9", "Attachment 10", "Attachment %1")]
    [InlineData("APPENDIX II", "APPENDIX III", "APPENDIX %1")]
    public void An_exhibit_of_a_paper_has_room_for_its_label_in_a_redline(string first, string second, string shown)
    {
        WordFile file = new(Redline.Of(Compared(first, second)).Word.ToArray());
        Assert.All([first, second], l => Assert.True(RoomOf(LevelOf(file, shown)) >= WidthOf(l) + LeastGap, l));
    }

    [Fact]
    public void A_section_of_a_paper_has_room_for_its_article()
    {
        string[] articles = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII"];
        string Of(string hours) => "# Agreement\n\n" + string.Concat(articles.Select(a => $"## ARTICLE {a} DUTIES OF THE PARTIES\n\nEach officer shall take {hours} hours of training on matter {a} before the first visit.\n\n"));
        WordFile file = new(Redline.Of(Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(Of("forty"))), ComparisonSide.Of(TypedPaper.Read(Of("fifty"))))).Word.ToArray());
        Assert.All(articles, a => Assert.True(RoomOf(LevelOf(file, "ARTICLE %1")) >= WidthOf($"ARTICLE {a}") + LeastGap, a));
    }

    [Fact]
    public void Behind_a_label_that_would_take_half_of_the_line_the_title_follows_after_a_blank()
    {
        const string Word = "Attachment to the Memorandum of Understanding";
        WordFile file = WordFile.Of(Document(Properties with { AttachmentWord = Word }, [], new Exhibit("e", Words("Schools"), [P("The schools of the district.")])));
        XElement level = LevelOf(file, $"{Word} %1");
        Assert.Equal(("space", 0), ((string?)level.Element(W + "suff")?.Attribute(W + "val"), RoomOf(level)));
        Assert.Empty(file.ValidatorErrors());
    }

    private static Comparison Compared(string first, string second)
    {
        string Of(string hours) => $"# Agreement\n\n## 1. General\n\n### 1.1 Purpose\n\nThe parties work together in the schools of the district.\n\n## {first} SCHOOLS\n\nThe roster names the officers who may come to a school.\n\n## {second} TRAINING\n\nEach officer shall take {hours} hours of training before the first visit.\n";
        return Comparer.Compare(ComparisonSide.Of(TypedPaper.Read(Of("forty"))), ComparisonSide.Of(TypedPaper.Read(Of("fifty"))));
    }

    private static XElement LevelOf(WordFile file, string shown) => file.Part("word/numbering.xml").Descendants(W + "lvl").Single(l => (string?)l.Element(W + "lvlText")?.Attribute(W + "val") == shown);

    private static int RoomOf(XElement level) => (int)level.Descendants(W + "ind").Single().Attribute(W + "hanging")!;
}
