using System.Xml.Linq;
using MouBuilder.Documents;
using MouBuilder.Word;
using Xunit;
using static MouBuilder.Tests.Word.Samples;
using static MouBuilder.Tests.Word.WordFile;

namespace MouBuilder.Tests.Word;

/// <summary>What the file carries, and how.</summary>
public sealed class ContentTests
{
    [Fact]
    public void Hostile_words_come_out_as_typed_and_make_no_structure()
    {
        WordFile file = WordFile.Of(Document(Section("s", Hostile, P(Hostile))));
        Assert.Contains(Hostile, file.Body.Descendants(W + "p").Select(TextOf));
        Assert.Empty(file.Body.Descendants(W + "b"));
    }

    [Fact]
    public void A_line_feed_and_a_tab_in_a_text_become_Words_own()
    {
        XElement run = WordFile.Of(Document(Properties with { Contents = false }, [], P("a\nb\tc\n"))).Body.Descendants(W + "r").Single();
        Assert.Equal(["rPr", "t", "br", "t", "tab", "t", "br"], run.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void Blanks_at_the_edge_of_a_run_are_kept() =>
        Assert.Equal("preserve", WordFile.Of(Document(P(" a "))).Body.Descendants(W + "t").First(t => t.Value == " a ").Attribute(XNamespace.Xml + "space")!.Value);

    [Fact]
    public void A_clause_is_tagged_with_what_wrote_it()
    {
        XElement control = WordFile.Of(Document(Section("s", "S", Clause("training", "Training", P("x"))))).Body.Element(W + "sdt")!;
        Assert.Equal("mou:training@1.0.0#9f2c41d0a77be310", control.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!.Value);
        XNamespace w15 = "http://schemas.microsoft.com/office/word/2012/wordml";
        Assert.Equal("hidden", control.Element(W + "sdtPr")!.Element(w15 + "appearance")!.Attribute(w15 + "val")!.Value);
        Assert.Equal(["Training", "x"], control.Element(W + "sdtContent")!.Elements(W + "p").Select(TextOf));
    }

    [Fact]
    public void A_tag_too_long_is_cut_to_sixty_four_and_stays_its_own()
    {
        string one = ClauseControls.Tag(new(new('a', 32), "10.200.3000-preview.1", "9f2c41d0a77be310"));
        string two = ClauseControls.Tag(new(new('a', 32), "10.200.3000-preview.2", "9f2c41d0a77be310"));
        Assert.Equal(64, one.Length);
        Assert.EndsWith("#9f2c41d0a77be310", one, StringComparison.Ordinal);
        Assert.NotEqual(one, two);
        Assert.Equal("mou:no-discipline@2.0.0#9f2c41d0a77be310", ClauseControls.Tag(new("no-discipline", "2.0.0", "9f2c41d0a77be310")));
    }

    [Fact]
    public void Bookmarks_are_named_after_ids_and_never_alike()
    {
        string longId = "a-section-" + new string('x', 60);
        string[] names = [.. WordFile.Of(Document(Section("a-b", "1"), Section("a_b", "2"), Section("A-b", "3"), Section(longId, "4"), Section(longId + "y", "5"), Section("một", "6")))
            .Body.Descendants(W + "bookmarkStart").Select(b => b.Attribute(W + "name")!.Value)];
        Assert.Equal("mou_a_b", names[0]);
        Assert.Equal(6, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.Matches("^[A-Za-z][A-Za-z0-9_]{0,39}$", n));
    }

    [Fact]
    public void Only_web_and_mail_addresses_become_links_and_the_words_always_stay()
    {
        string[] addresses = ["https://example.org/x?y=z", "http://example.org", "mailto:a@example.org", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//example.org", "nonsense"];
        WordFile file = WordFile.Of(Document([.. addresses.Select(a => P(new Link(a, Words("to " + a))))]));
        Assert.Equal(3, file.Body.Descendants(W + "hyperlink").Count());
        Assert.All(addresses, a => Assert.Contains("to " + a, file.Body.Descendants(W + "p").Select(TextOf)));
        Assert.DoesNotContain("passwd", file.PartText("word/_rels/document.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_highlighted_in_words_a_person_reads()
    {
        XElement run = WordFile.Of(Document(P(new Gap("parent_notice_hours")))).Body.Descendants(W + "highlight").Single().Ancestors(W + "r").Single();
        Assert.Equal("[parent notice hours]", run.Value);
    }

    [Fact]
    public void A_reference_is_its_word_a_no_break_space_and_a_field()
    {
        WordFile file = WordFile.Of(Document(Section("s", "S", Clause("a", "A", P(new TextRun("See "), new Reference("a", "Section"), new TextRun("."))))));
        XElement paragraph = file.Body.Descendants(W + "p").Last();
        Assert.Equal("See Section\u00A01.1.", TextOf(paragraph));
        Assert.Equal(@" REF mou_a \n \h ", paragraph.Descendants(W + "instrText").Single().Value);
    }

    [Fact]
    public void A_reference_to_nothing_is_seen() =>
        Assert.Contains("See Section\u00A0[nowhere]", WordFile.Of(Document(P(new TextRun("See "), new Reference("nowhere", "Section")))).Body.Descendants(W + "p").Select(TextOf));

    [Fact]
    public void What_cannot_be_carried_is_said() =>
        Assert.Contains("[not carried over: equation]", WordFile.Of(Document(new Unsupported("equation"))).Body.Descendants(W + "p").Select(TextOf));

    [Fact]
    public void The_lock_is_carried_word_for_word()
    {
        const string Lock = "clauses:\n  - \"<a> & b ]]>\"\n  ề: 1\n";
        Assert.Equal(Lock, WordFile.Of(Document(P("x")), Lock).Part("customXml/item1.xml").Root!.Value);
        Assert.DoesNotContain(WordFile.Of(Document(P("x"))).Parts.Keys, p => p.StartsWith("customXml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_properties_tell_title_language_drafter_and_the_drafting_day()
    {
        XElement core = WordFile.Of(SampleAgreement.Document).Part("docProps/core.xml").Root!;
        string Of(string name) => core.Elements().Single(e => e.Name.LocalName == name).Value;
        Assert.Equal(SampleAgreement.Document.Properties.Title, Of("title"));
        Assert.Equal("en-US", Of("language"));
        Assert.Equal("District counsel", Of("creator"));
        Assert.Equal("2022-03-08T00:00:00Z", Of("created"));
        Assert.Equal("2022-03-08T00:00:00Z", Of("modified"));
    }

    [Fact]
    public void Word_is_never_told_to_update_fields_on_opening_and_runs_in_its_present_mode()
    {
        XElement settings = WordFile.Of(Document(P("x"))).Part("word/settings.xml").Root!;
        Assert.Empty(settings.Elements(W + "updateFields"));
        Assert.Contains(settings.Descendants(W + "compatSetting"), s => s.Attribute(W + "name")!.Value == "compatibilityMode" && s.Attribute(W + "val")!.Value == "15");
    }

    [Fact]
    public void Header_rows_repeat_rows_do_not_break_and_a_table_is_as_wide_as_the_text()
    {
        XElement table = WordFile.Of(SampleAgreement.Document).Body.Descendants(W + "tbl").First(t => t.Descendants(W + "tblHeader").Any());
        Assert.All(table.Elements(W + "tr"), r => Assert.NotNull(r.Element(W + "trPr")!.Element(W + "cantSplit")));
        Assert.Equal(9360, table.Element(W + "tblGrid")!.Elements(W + "gridCol").Sum(c => (int)c.Attribute(W + "w")!));
    }

    [Fact]
    public void A_signature_block_has_a_row_for_each_capacity_kept_with_the_next_but_the_last()
    {
        XElement body = WordFile.Of(Document(new SignatureBlock("City", "Police", [new(SignatureCapacity.Signs, "Mayor"), new(SignatureCapacity.ApprovesAsToForm, "City Attorney"), new(SignatureCapacity.Attests, "Clerk")]))).Body;
        XElement[] rows = [.. body.Descendants(W + "tr")];
        Assert.Equal(["By:", "Approved as to form:", "Attest:"], rows.Select(r => TextOf(r.Descendants(W + "p").First())));
        Assert.Equal([true, true, false], rows.Select(r => r.Descendants(W + "p").All(p => p.Descendants(W + "keepNext").Any())));
        Assert.All(body.Elements(W + "p").Take(2), p => Assert.Single(p.Descendants(W + "keepNext")));
        Assert.All(rows, r => Assert.Single(r.Descendants(W + "cantSplit")));
    }

    [Theory]
    [InlineData("en-US", "Contents", "Page", "Attest:")]
    [InlineData("es", "Contenido", "Página", "Da fe:")]
    [InlineData("vi", "Mục lục", "Trang", "Chứng thực:")]
    public void The_words_the_writer_adds_are_in_the_documents_language(string language, string contents, string page, string attests)
    {
        WordFile file = WordFile.Of(Document(Properties with { Language = language }, [], Section("s", "S"), new SignatureBlock("P", null, [new(SignatureCapacity.Attests, "O")])));
        string[] texts = [.. file.Body.Descendants(W + "p").Select(TextOf)];
        Assert.Contains(contents, texts);
        Assert.Contains(attests, texts);
        Assert.Contains(page, file.PartText("word/footer.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_below_a_table_has_room_above_it_and_a_heading_keeps_its_own()
    {
        Table table = new([ColumnAlignment.Left], 0, [Row("x")]);
        XElement body = WordFile.Of(Document(Properties with { Contents = false }, [], table, P("below"), table, new Heading(3, Words("H")))).Body;
        Assert.Equal([1, 0], body.Elements(W + "p").Select(p => p.Descendants(W + "spacing").Count()));
    }

    [Fact]
    public void Continued_text_and_tables_stand_under_the_text_of_their_item()
    {
        XElement body = WordFile.Of(Document(Properties with { Contents = false }, [], Ordered(I("first", P("second"), new Table([ColumnAlignment.Left], 0, [Row("x")]))))).Body;
        Assert.Equal("1080", body.Elements(W + "p").ElementAt(1).Descendants(W + "ind").Single().Attribute(W + "left")!.Value);
        Assert.Equal("1080", body.Descendants(W + "tblInd").Single().Attribute(W + "w")!.Value);
    }

    [Fact]
    public void However_deep_lists_and_tables_stand_in_each_other_there_is_room_for_words()
    {
        Block innermost = P("x");
        for (int depth = 0; depth < 6; depth++)
        {
            innermost = Ordered(I("item", new Table([ColumnAlignment.Left, ColumnAlignment.Left], 0, [new([new([innermost]), Cell("y")])])));
        }

        XElement body = WordFile.Of(Document(innermost)).Body;
        Assert.All(body.Descendants(W + "gridCol"), c => Assert.True((int)c.Attribute(W + "w")! > 250));
        Assert.All(WordFile.Of(Document(Deep(18))).Body.Descendants(W + "ind"), i => Assert.InRange((int)i.Attribute(W + "left")!, 0, 9360 * 3 / 4));
    }

    private static ListBlock Deep(int depth) => depth == 1 ? Ordered(I("deep")) : Ordered(I("level", Deep(depth - 1)));

    [Fact]
    public void Every_row_of_a_table_with_spans_fills_the_grid()
    {
        for (int seed = 3000; seed < 3200; seed++)
        {
            foreach (XElement table in WordFile.Of(RandomDocument.Of(seed)).Body.Descendants(W + "tbl"))
            {
                int columns = table.Element(W + "tblGrid")!.Elements().Count();
                Assert.All(table.Elements(W + "tr"), r => Assert.Equal(columns, r.Elements(W + "tc").Sum(c => (int?)c.Element(W + "tcPr")!.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1)));
                Assert.All(table.Element(W + "tblGrid")!.Elements(), c => Assert.True((int)c.Attribute(W + "w")! > 0));
            }
        }
    }
}
