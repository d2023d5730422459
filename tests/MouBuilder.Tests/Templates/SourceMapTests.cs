using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>The map says who wrote each piece of the output, through captures, includes, functions and pipes.</summary>
public class SourceMapTests
{
    private static readonly TemplateMap Model = TemplateMap.Of(("name", "# Not *a* heading"), ("hours", new Gap("hours")), ("n", 5));

    private static readonly Dictionary<string, string?> Includes = new() { ["part"] = "[{{ name }}]\n", ["gap"] = "({{ hours }})" };

    private static readonly Dictionary<string, HostFunction> Functions = new()
    {
        ["place"] = call => new Placement($"clause {call.Arguments[0]}"),
        ["markdown"] = call => new Markup((string)call.Arguments[0]!),
        ["shout"] = call => $"{call.Arguments[0]}!",
        ["fail"] = call =>
        {
            call.Bag.TemplateBadDate(call.Place, "No.");
            return null;
        },
    };

    private static Rendering Render(string template)
    {
        var (rendering, diagnostics) = TemplateHarness.Render(template, Model, includes: Includes, functions: Functions);
        Assert.True(rendering is not null, string.Join('\n', diagnostics));
        return rendering;
    }

    private static string Pieces(string template)
    {
        Rendering rendering = Render(template);
        return string.Concat(rendering.SourceMap.Select(s => $"{s.Kind.ToString()[0]}<{rendering.Text.Substring(s.Start, s.Length)}>"));
    }

    [Theory]
    [InlineData("a {{ name }} b", "T<a >V<# Not *a* heading>T< b>")]
    [InlineData("{{ hours }}", "G<[[?hours]]>")]
    [InlineData("{{ hours | string.upcase | string.append '!' }}", "G<[[?hours]]>")]
    [InlineData("{{ 'x' | string.append hours }}", "G<[[?hours]]>")]
    [InlineData("{{ hours | shout }}", "G<[[?hours]]>")]
    [InlineData("{{ hours ?? 24 }}", "V<24>")]
    [InlineData("{{ hours | object.default 24 }}", "V<24>")]
    [InlineData("{{ capture c }}a {{ n }} {{ hours }}{{ end }}{{ c }}", "T<a >V<5>T< >G<[[?hours]]>")]
    [InlineData("{{ func f }}a {{ $0 }}{{ end }}{{ f n }}", "T<a >V<5>")]
    [InlineData("{{ func f(x) }}a {{ x }}{{ end }}{{ f hours }}", "T<a >G<[[?hours]]>")]
    [InlineData("{{ include 'gap' }}", "T<(>G<[[?hours]]>T<)>")]
    [InlineData("{{ x = include 'gap'; x }}", "T<(>G<[[?hours]]>T<)>")]
    [InlineData("{{ capture c }}a {{ n }}{{ end }}{{ c | string.upcase }}", "V<A 5>")]
    [InlineData("{{ place 'two' }}", "P<place-here>")]
    [InlineData("{{ '*a*' | markdown }}", "M<*a*>")]
    [InlineData("{{ [n, hours, 'x'] | array.join ', ' }}", "V<5>V<, >G<[[?hours]]>V<, >V<x>")]
    [InlineData("  {{ include 'part' }}end", "T<  >T<[>V<# Not *a* heading>T<]\n>T<end>")]
    public void Each_piece_has_its_writer(string template, string expected) => Assert.Equal(expected, Pieces(template));

    [Fact]
    public void A_piece_knows_its_place_also_in_an_included_file()
    {
        Rendering rendering = Render("one\ntwo {{ include 'part' }}");
        Assert.Equal("t.sbn(2,1)", rendering.SourceMap[0].PlaceOf(4).ToString());
        Assert.Equal("part(1,1)", rendering.SourceMap[1].Place.ToString());
        Assert.Equal("part(1,5)", rendering.SourceMap[2].Place.ToString());
    }

    [Fact]
    public void Repeated_indents_are_text_of_the_template()
    {
        Rendering rendering = Render("x\n  {{ 'a\\nb' }}");
        Assert.Equal("x\n  a\n  b", rendering.Text);
        Assert.Equal(
            [StretchKind.Template, StretchKind.Value, StretchKind.Template, StretchKind.Value],
            rendering.SourceMap.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("{{ if hours }}a{{ end }}")]
    [InlineData("{{ for x in hours }}a{{ end }}")]
    [InlineData("{{ hours + 1 }}")]
    [InlineData("{{ hours == 1 }}")]
    [InlineData("{{ hours ? 1 : 2 }}")]
    [InlineData("{{ $\"{hours}\" }}")]
    [InlineData("{{ 'a' + hours }}")]
    [InlineData("{{ case hours; when 1; end }}")]
    [InlineData("{{ [hours] }}")]
    [InlineData("{{ capture c; hours; end; c | string.upcase }}")]
    public void A_gap_decides_nothing(string template)
    {
        Diagnostic error = TemplateHarness.Error(template, Model);
        Assert.Equal("MOU3027", error.Code);
        Assert.Contains("\"hours\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placement_cannot_be_changed()
    {
        var (rendering, diagnostics) = TemplateHarness.Render("{{ place 'two' | string.upcase }}", Model, functions: Functions);
        Assert.Null(rendering);
        Assert.Equal("MOU3018", diagnostics[0].Code);
    }

    [Fact]
    public void An_error_of_a_host_function_stops_the_render()
    {
        var (rendering, diagnostics) = TemplateHarness.Render("{{ fail }}", Model, functions: Functions);
        Assert.Null(rendering);
        Assert.Equal("t.sbn(1,4): error MOU3023: No. Write dates as 2022-03-08.", Assert.Single(diagnostics).ToString());
    }
}
