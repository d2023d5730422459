using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Mistakes are told at the place in the file a person edits, several at once, with the nearest known name.</summary>
public class TemplateErrorTests
{
    private static string[] Errors(string template, TemplateMap? model = null) =>
        [.. TemplateHarness.Render(template, model).Diagnostics.Select(d => $"{((Source)d.Place).Line},{((Source)d.Place).Column} {d.Code}")];

    [Fact]
    public void A_template_inside_yaml_reports_the_line_of_the_yaml_file()
    {
        SourceText text = new("clauses/a/1.0.0.yaml", "one\ntwo {{ nope }}\n", FirstLine: 21, Indent: 2);
        DiagnosticBag bag = new();
        Assert.Null(Template.Parse(text, bag)!.Render(TemplateScope.Empty, RenderOptions.Default, bag));
        Assert.StartsWith("clauses/a/1.0.0.yaml(22,10): error MOU3012: Nothing is called \"nope\".", Assert.Single(bag.ToImmutable()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_of_form_are_told_at_once() =>
        Assert.Equal(["1,8 MOU3002", "2,8 MOU3001", "3,11 MOU3002"], Errors("{{ 1 + }}\n{{ a b )}}\n{{ if 1 ==\n}}x{{ end }}"));

    [Theory]
    [InlineData("{{ case 1 }}text{{ when 1 }}x{{ end }}", "1,13 MOU3001")]
    [InlineData("{{ func f(a, }}x{{ end }}", "1,14 MOU3001")]
    [InlineData("{{ if 1 }}long{{ elseif 2 }}middle{{ else }}short{{ end }}", "1,18 MOU3004")]
    [InlineData("{{ if 1 }}long{{ endif }}", "1,18 MOU3004")]
    [InlineData("{{ func 5 }}x{{ end }}", "1,9 MOU3001")]
    [InlineData("{{ func 2nd_notice }}x{{ end }}", "1,9 MOU3001")]
    public void One_mistake_of_form_is_one_message(string template, params string[] expected) => Assert.Equal(expected, Errors(template));

    [Fact]
    public void A_brace_that_is_missing_is_told_and_not_the_text_behind_it() =>
        Assert.All(Errors("{{ hours }\nThe school shall not wait{{ x }}. It shall"), e => Assert.EndsWith("MOU3005", e, StringComparison.Ordinal));

    [Theory]
    [InlineData("{{ 99999999999999999999 | number_words }}", "MOU3113")]
    [InlineData("{{ 2 | number_words 'hours' }}", "MOU3113")]
    [InlineData("{{ 2 | number_words 'hour' 'hours' 'days' }}", "MOU3113")]
    [InlineData("{{ x = 'a'; for i in 1..40; x = [x, x] | list_and; end }}", "MOU3024")]
    [InlineData("{{ a = 'a' * 1000000; for i in 1..3000; y = [a] | list_and; end }}", "MOU3024")]
    public void Our_own_functions_keep_to_the_budget(string template, string code)
    {
        DiagnosticBag bag = new();
        RenderWithOurs(template, CultureTag.En, bag);
        Assert.Equal(code, Assert.Single(bag.ToImmutable()).Code);
    }

    [Theory]
    [InlineData("{{ 3 | number_words }}, {{ ['a', 'b', 'c'] | list_and }}, {{ '2022-03-08' | date.parse | long_date }}", "en", "three (3), a, b and c, March 8, 2022")]
    [InlineData("{{ 3 | number_words }}, {{ ['a', 'i'] | list_and }}, {{ '2022-03-08' | date.parse | long_date }}", "es", "3, a e i, 8 de marzo de 2022")]
    [InlineData("{{ 3 | number_words }}, {{ ['a', 'b'] | list_and }}, {{ '2022-03-08' | date.parse | long_date }}", "vi", "3, a và b, ngày 8 tháng 3 năm 2022")]
    [InlineData("{{ 1 | number_words 'hour' 'hours' }}, {{ 24 | number_words 'hour' 'hours' }}", "en", "one (1) hour, twenty-four (24) hours")]
    [InlineData("{{ 1 | number_words 'hora' 'horas' }}, {{ 24 | number_words 'hora' 'horas' }}", "es", "1 hora, 24 horas")]
    public void Our_own_functions_write_what_the_page_says(string template, string locale, string expected)
    {
        CultureTag tag = locale switch { "es" => CultureTag.Es, "vi" => CultureTag.Vi, _ => CultureTag.En };
        Assert.Equal(expected, RenderWithOurs(template, tag, new())!.Text);
    }

    private static Rendering? RenderWithOurs(string template, CultureTag locale, DiagnosticBag bag) =>
        Template.Parse(new SourceText("t.sbn", template), bag)!.Render(TemplateScope.Empty, RenderOptions.Default with { Functions = OwnFunctions.With(new Dictionary<TemplateMap, object>()), Locale = locale }, bag);

    [Fact]
    public void No_file_has_more_messages_than_anybody_reads()
    {
        Assert.Equal(20, Errors("{{ \"" + string.Concat(Enumerable.Repeat("\\q", 3_000)) + "\" }}").Length);
        Assert.Equal(20, Errors(string.Concat(Enumerable.Range(0, 60).Select(i => $"{{{{ nope{i} }}}}\n"))).Length);
        Assert.InRange(Errors(string.Concat(Enumerable.Repeat("{{ x = do }}", 300))).Length, 1, 20);
        Assert.Single(Errors(string.Concat(Enumerable.Repeat("{{ if 1 }}", 300))));
    }

    [Theory]
    [InlineData("{{ @nope }}")]
    [InlineData("{{ readonly nope; nope }}")]
    [InlineData("{{ [1]['a'] }}")]
    [InlineData("{{ 'text'['a'] }}")]
    public void A_name_that_nobody_defined_does_not_vanish(string template) => Assert.Single(Errors(template));

    [Fact]
    public void Several_mistakes_of_meaning_are_told_at_once_and_each_once() =>
        Assert.Equal(["1,4 MOU3012", "2,23 MOU3012", "3,8 MOU3019"], Errors("{{ one }}\n{{ for i in 1..3 }}{{ two }}{{ end }}\n{{ 'a' - 1 }}"));

    [Theory]
    [InlineData("{{ x = nope }}\n{{ x }}{{ x.y }}{{ y = x }}{{ y }}\n{{ other }}", "1,8 MOU3012", "3,4 MOU3012")]
    [InlineData("{{ for i in nope }}{{ i }}{{ end }}\n{{ other }}", "1,13 MOU3012", "2,4 MOU3012")]
    [InlineData("{{ if nope > 3; z = 1; end }}\n{{ z }}{{ other }}", "1,7 MOU3012", "2,11 MOU3012")]
    [InlineData("{{ capture c; nope; end }}\n{{ c }}{{ other }}", "1,15 MOU3012", "2,11 MOU3012")]
    [InlineData("{{ while true; x = nope; if x; break; end; end }}\n{{ other }}", "1,20 MOU3012", "2,4 MOU3012")]
    [InlineData("{{ $x = nope }}{{ $x }}{{ x = 2 }}{{ x }}\n{{ other }}", "1,9 MOU3012", "2,4 MOU3012")]
    [InlineData("{{ x = nope }}{{ x = 2 }}{{ x.y }}\n{{ other }}", "1,8 MOU3012", "1,31 MOU3014", "2,4 MOU3012")]
    [InlineData("{{ func f; a = nope; ret a; end }}\n{{ f | string.upcase }}{{ other }}", "1,16 MOU3012", "2,27 MOU3012")]
    [InlineData("{{ o = {}; o.a = nope; for i in 1..3; o.b = i + nope2; end }}\n{{ o.a }}{{ other }}", "1,18 MOU3012", "1,49 MOU3012", "2,13 MOU3012")]
    [InlineData("{{ for i in 1..300; nope; end }}{{ other }}{{ third }}", "1,21 MOU3012", "1,36 MOU3012", "1,47 MOU3012")]
    [InlineData("{{ p = {a: 1}; p.zip = nope }}{{ p.nmae }}", "1,24 MOU3012", "1,36 MOU3014")]
    [InlineData("{{ p = {a: 1}; p.zip = nope }}{{ p.zip }}{{ p.zip = 1; p.zip; p.b }}", "1,24 MOU3012", "1,65 MOU3014")]
    [InlineData("{{ $x = nope; $x = 1; $x + zz }}", "1,9 MOU3012", "1,28 MOU3012")]
    [InlineData("{{ x = nope; for x in [1]; x + zzz; end; x }}", "1,8 MOU3012", "1,32 MOU3012")]
    [InlineData("{{ x = nope; func f(x); ret x + zzz; end; f 1 }}", "1,8 MOU3012", "1,33 MOU3012")]
    [InlineData("{{ nope }}{{ 'x' * 99999999 }}{{ other }}", "1,4 MOU3012", "1,18 MOU3024", "1,34 MOU3012")]
    [InlineData("{{ func f; a = nope1; b = nope2; ret 1; end; f }}", "1,16 MOU3012", "1,27 MOU3012")]
    [InlineData("{{ func f; g = nope; ret 1; end; f; g }}", "1,16 MOU3012")]
    [InlineData("{{ func w; $$; end; wrap w; for i in [1]; x = nope; end; end; break; other }}", "1,47 MOU3012", "1,63 MOU3022", "1,70 MOU3012")]
    [InlineData("{{ func w; $$; end; wrap w; x = nope; end; x }}", "1,33 MOU3012")]
    [InlineData("{{ capture w }}{{ year }}-03-08{{ end }}{{ w | date.parse | date.to_string '%F' }}", "1,19 MOU3012")]
    [InlineData("{{ this.x = nope; x; this.x; this['x'] }}", "1,13 MOU3012")]
    [InlineData("{{ x = nope; this.x; this['x'] }}", "1,8 MOU3012")]
    [InlineData("{{ import nope; z }}", "1,11 MOU3012")]
    [InlineData("{{ [1] | array.each do; q = nope; ret 1; end; q }}", "1,29 MOU3012")]
    [InlineData("{{ p = {a: 1}; with p; zip = nope; end; p.zip }}", "1,30 MOU3012")]
    [InlineData("{{ func f(n); n + nope; end; x = f 4; x.foo }}", "1,19 MOU3012")]
    public void After_a_mistake_in_any_statement_the_next_ones_are_read_without_blaming_what_it_spoiled(string template, params string[] expected) =>
        Assert.Equal(expected, Errors(template));

    [Fact]
    public void A_loop_that_fails_at_every_turn_ends_soon() =>
        Assert.Equal(["1,32 MOU3012"], Errors("{{ for i in 1..100000; x = i + nope; end }}"));

    [Fact]
    public void At_most_twenty_mistakes_are_told() =>
        Assert.Equal(20, Errors(string.Concat(Enumerable.Repeat("{{ 1 + }}\n", 50))).Length);

    [Theory]
    [InlineData("{{ hors }}", "Did you mean \"hours\"?")]
    [InlineData("{{ police.shrt }}", "Did you mean \"short\"?")]
    [InlineData("{{ 'a' | string.upcas }}", "Did you mean \"string.upcase\"?")]
    public void The_nearest_name_is_suggested(string template, string hint)
    {
        TemplateMap model = TemplateMap.Of(("hours", 2), ("police", TemplateMap.Of(("short", "DPD"))));
        Assert.Contains(hint, TemplateHarness.Error(template, model).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_end_names_the_line_of_its_opener() =>
        Assert.Contains("`for` of line 2, column 4", TemplateHarness.Error("x\n{{ for i in 1..2 }}\ny").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ nope ?? 'x' }}", "x")]
    [InlineData("{{ nope?.a ?? 'x' }}", "x")]
    [InlineData("{{ if nope }}y{{ else }}x{{ end }}", "x")]
    [InlineData("{{ !nope }}", "true")]
    [InlineData("{{ nope | object.default 'x' }}", "x")]
    [InlineData("{{ object.default nope 'x' }}", "x")]
    [InlineData("{{ nope == null }}", "true")]
    [InlineData("{{ nope ? 'y' : 'x' }}", "x")]
    [InlineData("{{ nope && true }}", "false")]
    public void A_guard_may_ask_for_a_name_nobody_defined(string template, string expected) =>
        Assert.Equal(expected, TemplateHarness.Text(template));

    [Theory]
    [InlineData("{{ nope }}")]
    [InlineData("{{ x = nope }}")]
    [InlineData("{{ nope | string.upcase }}")]
    [InlineData("{{ string.append 'a' nope }}")]
    [InlineData("{{ for x in nope }}{{ end }}")]
    [InlineData("{{ nope + 1 }}")]
    [InlineData("{{ nope == 1 }}")]
    [InlineData("{{ $\"{nope}\" }}")]
    [InlineData("{{ [nope] }}")]
    [InlineData("{{ $x }}")]
    [InlineData("{{ func f }}{{ $1 }}{{ end }}{{ f 1 }}")]
    public void A_name_nobody_defined_goes_no_further(string template) => Assert.Equal("MOU3012", TemplateHarness.Error(template).Code);

    [Theory]
    [InlineData("{{ fee ?! 'x' }}")]
    [InlineData("{{ [fee] == [1] }}")]
    [InlineData("{{ [1, [fee]] < [1, [2]] }}")]
    [InlineData("{{ [fee, 1] | array.contains 1 }}")]
    [InlineData("{{ [1, fee] | array.filter @object.kind }}")]
    [InlineData("{{ ['a', fee] | array.any @math.is_number }}")]
    [InlineData("{{ [1, fee] | array.uniq }}")]
    [InlineData("{{ [1, fee] | array.sort }}")]
    [InlineData("{{ [{n: 1}, {n: fee}] | array.sort 'n' }}")]
    [InlineData("{{ {n: fee} | object.has_value 'n' }}")]
    [InlineData("{{ capture c; fee; end; [c] == ['x'] }}")]
    [InlineData("{{ for x in [1, fee]; if for.changed; 'x'; end; end }}")]
    public void A_gap_in_a_list_decides_nothing(string template)
    {
        Diagnostic error = TemplateHarness.Error(template, TemplateMap.Of(("fee", new Gap("fee"))));
        Assert.Equal("MOU3027", error.Code);
        Assert.Contains("\"fee\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ ret 1 }}")]
    [InlineData("{{ if true; ret 'x'; end }}")]
    [InlineData("{{ 'a' | string.index_of 'a' 0 1 'InvariantCulture' }}")]
    [InlineData("{{ 'a' | string.index_of 'a' 0 1 'CurrentCultureIgnoreCase' }}")]
    public void What_would_be_lost_or_differ_between_machines_is_refused(string template) =>
        Assert.Equal("MOU3025", TemplateHarness.Error(template).Code);

    // The language's description: a statement that is an expression prints it unless it is an assignment. A step is an expression.
    [Theory]
    [InlineData("{{ x = 5; x++ }} {{ x }}", "5 6")]
    [InlineData("{{ x = 5; ++x }} {{ x }}", "6 6")]
    [InlineData("{{ x = 5; x-- }} {{ x }}", "5 4")]
    [InlineData("{{ x = 5; --x }} {{ x }}", "4 4")]
    [InlineData("{{ a = {n: 1}; a.n++; a.n }}", "12")]
    [InlineData("{{ a = [1]; (a[0]++) + 1; a[0] }}", "22")]
    [InlineData("{{ x = 1.5; x++; x }}", "1.52.5")]
    public void A_step_that_stands_alone_prints_its_value(string template, string expected) => Assert.Equal(expected, TemplateHarness.Text(template));

    [Theory]
    [InlineData("{{ 5++ }}")]
    [InlineData("{{ ++'a' }}")]
    [InlineData("{{ (1 + 2)++ }}")]
    [InlineData("{{ missing++ }}")]
    public void What_has_no_number_to_keep_is_not_stepped(string template) => Assert.NotEmpty(TemplateHarness.Error(template).Message);

    [Fact]
    public void A_value_is_taken_by_functions_and_wrapped_blocks_only()
    {
        Assert.Equal("15", TemplateHarness.Text("{{ func f; ret 1; end; f; func g; $$; end; wrap g; ret 5; end }}"));
        Assert.Equal("MOU3025", TemplateHarness.Render("{{ func f; include 'a'; end; f }}", includes: new Dictionary<string, string?> { ["a"] = "{{ ret 1 }}" }).Diagnostics[0].Code);
    }

    [Fact]
    public void A_value_of_the_model_can_be_set_for_the_render_and_stays_as_it_was()
    {
        TemplateMap inner = TemplateMap.Of(("k", 1));
        TemplateMap model = TemplateMap.Of(("m", TemplateMap.Of(("inner", inner), ("list", new TemplateList([1, 2])))));
        Assert.Equal("{inner: {k: 2}, list: [1, 9]} 2 9", TemplateHarness.Text("{{ m.inner.k = 2; m.list[1] = 9; m }} {{ m.inner.k }} {{ m.list[1] }}", model));
        Assert.Equal("{inner: {k: 1}, list: [1, 2]}", TemplateHarness.Text("{{ m }}", model));
    }

    [Fact]
    public void One_parsed_template_serves_many_renders_at_once()
    {
        DiagnosticBag bag = new();
        Template template = Template.Parse(new("t", "{{ for i in 1..50; x = (x ?? 0) + i; end; x }} {{ array.cycle [1, 2] }}"), bag)!;
        Parallel.For(0, 200, _ => Assert.Equal("1275 1", template.Render(TemplateScope.Empty, RenderOptions.Default, new())!.Text));
    }
}
