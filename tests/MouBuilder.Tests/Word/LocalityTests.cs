using System.Xml.Linq;
using MouBuilder.Documents;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>An edit to one clause is seen in that clause and nowhere else, so that Word's own Compare marks what a person changed.</summary>
public sealed class LocalityTests
{
    [Fact]
    public void A_few_other_words_change_that_clause_alone()
    {
        WordFile before = WordFile.Of(SampleAgreement.Document, "lock: 1\n");
        WordFile after = WordFile.Of(SampleAgreement.Make("the principal of the school"), "lock: 2\n");
        Assert.Equal(["word/document.xml", "customXml/item1.xml"], before.Parts.Keys.Where(p => !before.Parts[p].SequenceEqual(after.Parts[p])));
        Assert.Equal(Without("arrest-notification", before), Without("arrest-notification", after));
    }

    [Fact]
    public void A_paragraph_more_changes_no_other_clause()
    {
        WordFile before = WordFile.Of(Two(P("one")));
        WordFile after = WordFile.Of(Two(P("one"), P(new TextRun("two "), new Reference("b", "Section")), Bullets(I("a point"))));
        Assert.Equal(Without("a", before), Without("a", after));
    }

    [Fact]
    public void A_new_clause_changes_no_id_of_the_others()
    {
        WordFile before = WordFile.Of(Document(Section("s", "S", Clause("b", "B"))));
        WordFile after = WordFile.Of(Document(Section("s", "S", Clause("a", "A"), Clause("b", "B"))));
        Assert.Equal(Control("b", before).ToString(), Control("b", after).ToString());
    }

    private static MouDocument Two(params Block[] blocks) => Document(Section("s", "S", Clause("a", "A", blocks), Clause("b", "B", Ordered(I("x")), P(new Reference("a", "Section")))));

    private static string Without(string clause, WordFile file)
    {
        XElement body = file.Body;
        body.Descendants(W + "sdt").Single(s => TagOf(s).StartsWith($"mou:{clause}@", StringComparison.Ordinal)).Remove();
        return body.ToString();
    }

    private static XElement Control(string clause, WordFile file) => file.Body.Descendants(W + "sdt").Single(s => TagOf(s).StartsWith($"mou:{clause}@", StringComparison.Ordinal));

    private static string TagOf(XElement control) => control.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!.Value;
}
