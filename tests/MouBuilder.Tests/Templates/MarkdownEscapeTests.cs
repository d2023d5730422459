using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>A value prints as typed and makes no structure, wherever a template puts it.</summary>
public sealed class MarkdownEscapeTests
{
    [Theory]
    [InlineData("{{ v }}. The parties agree.", "2022", "2022. The parties agree.")]
    [InlineData("{{ v }}) The parties agree.", "12", "12) The parties agree.")]
    [InlineData("In\n{{ v }}. They agree.", "1", "In 1. They agree.")]
    [InlineData("**{{ v }}** signs.", "District One ", "District One signs.")]
    [InlineData("*{{ v }}* signs.", " District", "District signs.")]
    [InlineData("{{ v }}", "# *a* | [[b]] ^[c] &amp; <d>", "# *a* | [[b]] ^[c] &amp; <d>")]
    public void A_value_is_words_in_one_paragraph(string template, string value, string printed)
    {
        (DiagnosticBag bag, MarkdownBlocks blocks) = Read(template, value);
        Assert.Empty(bag.ToImmutable());
        Assert.Equal(printed, PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(blocks.Blocks)).Content));
    }

    [Theory]
    [InlineData("- {{ v }}", "x\r\rpara")]
    [InlineData("- {{ v }}", "x\n\npara")]
    [InlineData("- {{ v }}", "x\r\n\r\npara")]
    public void Lines_of_a_value_stay_in_the_item_they_stand_in(string template, string value)
    {
        (DiagnosticBag bag, MarkdownBlocks blocks) = Read(template, value);
        Assert.Empty(bag.ToImmutable());
        Assert.Equal(2, Assert.Single(Assert.IsType<ListBlock>(Assert.Single(blocks.Blocks)).Items).Blocks.Length);
    }

    [Theory]
    [InlineData("### {{ v }}")]
    [InlineData("| a |\n| --- |\n| {{ v }} |")]
    [InlineData("A | B\n--- | ---\n{{ v }} | y")]
    [InlineData("Text^[note {{ v }} end]")]
    [InlineData("**{{ v }}**")]
    public void Lines_of_a_value_where_one_line_is_due_are_refused(string template)
    {
        foreach (string value in new[] { "a\nb", "a\r\rb" })
        {
            Assert.Contains(Read(template, value).Bag.ToImmutable(), d => d.Code == "MOU3112");
        }
    }

    [Theory]
    [InlineData("A {{ \"\\u202e\" }}b")]
    [InlineData("A {{ \"\\x07\" }}b")]
    [InlineData("A &#8238;b")]
    [InlineData("A &#x200b;b")]
    [InlineData("A &#x07;b")]
    [InlineData("A &shy;b")]
    [InlineData("A {{ \"\ud83d\ude00\" | string.slice 0 1 }}b")]
    public void Characters_that_a_template_or_an_entity_makes_are_held_to_the_rules_of_files(string template) =>
        Assert.Contains(Read(template, "").Bag.ToImmutable(), d => d.Code == "MOU4005");

    private static (DiagnosticBag Bag, MarkdownBlocks Blocks) Read(string template, string value)
    {
        DiagnosticBag bag = new();
        Rendering rendering = Template.Parse(new SourceText("x", template), bag)!.Render(new(TemplateMap.Of(("v", value))), RenderOptions.Default, bag)!;
        return (bag, MarkdownReader.Read(MarkdownEscape.Apply(rendering, bag), MarkdownDialect.Clause, null, "Section", bag));
    }
}
