using FsCheck;
using FsCheck.Fluent;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Whatever a template says, it ends in output with a complete map or in diagnostics, never in an exception.</summary>
public class RandomTemplateTests
{
    private static readonly TemplateMap Model = TemplateMap.Of(
        ("a", 1),
        ("b", "two\n# three"),
        ("c", new TemplateList([1, "x", null, TemplateMap.Of(("d", 2.5))])),
        ("m", TemplateMap.Of(("k", "v"), ("n", null))),
        ("gap", new Gap("gap")));

    private static readonly Dictionary<string, string?> Includes = new() { ["p"] = "<{{ $1 ?? b }}>\n", ["self"] = "{{ include 'self' }}" };

    private static readonly Gen<string> Atom = Gen.Elements(
        "1", "0", "-3", "2.5", "1e3", "99999999999", "true", "null", "'x'", "\"y\\n\"", "`z`", "a", "b", "c", "m", "m.k", "m.n?.x", "c[0]", "c[-1]",
        "c.size", "gap", "nope", "empty", "this", "$0", "$", "$x", "for.index", "[1,2]", "{k: 1}", "$\"{a} {b}\"", "1..3", "@string.upcase",
        "'2022-03-08'", "(do; ret $0; end)");

    private static readonly Gen<string> Operator = Gen.Elements(
        "+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "?!", "..", "..<", "<<", ">>", "|", ".", " ");

    private static readonly Gen<string> Function = Gen.Elements(Functions());

    private static string[] Functions() =>
    [
        .. new[] { "string", "array", "math", "object", "date", "html", "regex", "timespan" }
            .SelectMany(g => TemplateHarness.Text($"{{{{ {g} | object.keys | array.join ',' }}}}").Split(',').Select(f => $"{g}.{f}")),
        "include", "include_join", "f",
    ];

    private static Gen<string> Expression(int size) => size <= 0
        ? Atom
        : Gen.OneOf(
            Atom,
            from left in Expression(size / 2)
            from sign in Operator
            from right in Expression(size / 2)
            select $"{left} {sign} {right}",
            from value in Expression(size / 2)
            from function in Function
            from argument in Atom
            select $"{value} | {function} {argument}",
            from function in Function
            from first in Atom
            from second in Expression(size / 2)
            select $"{function} {first} ({second})",
            from value in Expression(size / 2)
            select $"({value})",
            from test in Expression(size / 3)
            from yes in Expression(size / 3)
            from no in Expression(size / 3)
            select $"{test} ? {yes} : {no}",
            from value in Expression(size / 2)
            from sign in Gen.Elements("!", "-", "+", "@", "^")
            select sign + value);

    private static Gen<string> Block(int size) => size <= 0
        ? Gen.Elements("text\n", "  ", "{{ a }}", "{{ b }}", "\n  {{ b }}\n", "{%{ {{ x }} }%}", "{{- a -}}", "{{~ b ~}}", "{{ # note }}", "{{ ret }}", "{{ break }}")
        : Gen.OneOf(
            from value in Expression(size)
            select $"{{{{ {value} }}}}",
            from name in Gen.Elements("x", "$x", "c[1]", "m.k", "a", "string")
            from sign in Gen.Elements("=", "+=", "*=")
            from value in Expression(size)
            select $"{{{{ {name} {sign} {value} }}}}",
            from opening in Gen.Elements("if", "for x in", "while", "with", "capture", "case", "wrap")
            from value in Expression(size / 2)
            from body in Block(size / 2)
            from other in Block(size / 3)
            select $"{{{{ {opening} {value} ~}}}}{body}{{{{ else }}}}{other}{{{{ end }}}}",
            from parameters in Gen.Elements("", "(x)", "(x, y = 2)", "(x...)")
            from body in Block(size / 2)
            select $"{{{{ func f{parameters} }}}}{body}{{{{ end }}}}{{{{ f a }}}}",
            from first in Block(size / 2)
            from second in Block(size / 2)
            select first + second);

    private static void Ends(string template, bool strict) =>
        TemplateHarness.Render(template, Model, strict, Includes, limits: Budget.Default with { Steps = 20_000 });

    [Fact]
    public void Templates_of_the_grammar_end()
    {
        Gen<string> templates = Gen.Sized(size => Block(Math.Min(size, 12)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4_000), Prop.ForAll(templates.ToArbitrary(), template =>
        {
            Ends(template, strict: true);
            Ends(template, strict: false);
        }));
    }

    [Fact]
    public void Damaged_templates_end()
    {
        Gen<string> damaged =
            from template in Block(8)
            from at in Gen.Choose(0, Math.Max(0, template.Length - 1))
            from length in Gen.Choose(0, 6)
            from inserted in Gen.Elements("", "{{", "}}", "\"", "'", "`", "#", "##", "(", ")", "[", "]", "{", "}", "$\"", "|", "\0", "\u00e9", "\ud800", "\r\n", "end", "%")
            select template.Remove(at, Math.Min(length, template.Length - at)).Insert(at, inserted);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4_000), Prop.ForAll(damaged.ToArbitrary(), template => Ends(template, strict: false)));
    }

    [Fact]
    public void Random_characters_end()
    {
        Gen<string> noise = Gen.Elements("{{}}[]().,:;|&!?=<>+-*/%@^$#\"'`~\\ \n\t0123aAé\0\ud800".ToCharArray()).ArrayOf().Select(c => "{{" + new string(c));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(4_000), Prop.ForAll(noise.ToArbitrary(), template => Ends(template, strict: false)));
    }

    [Fact]
    public void Values_keep_their_kind_wherever_they_go()
    {
        Gen<string> values = Gen.Elements("# h", "* x", "[a](b)", "```", "|a|b|", "<b>", "\n\n- x", "1. y", "{{ x }}", "[[?z]]", "&amp;", "\\").ArrayOf().Select(string.Concat);
        Gen<string> routes = Gen.Elements(
            "{{ v }}", "{{ capture c; v; end; c }}", "{{ func f; $0; end; f v }}", "{{ func f(x); x; end; v | f }}", "{{ include 'v' }}",
            "{{ v | string.append '' }}", "{{ $\"{v}\" }}", "{{ [v] | array.join '' }}", "{{ x = {y: v}; x.y }}", "{{ for x in [v]; x; end }}",
            "{{ capture c; include 'v'; end; c }}", "{{ '' + v }}", "{{ with {w: v}; w; end }}");
        Gen<(string Value, string Route)> both = from value in values from route in routes select (value, route);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(both.ToArbitrary(), pair =>
        {
            (Rendering? rendering, _) = TemplateHarness.Render(pair.Route, TemplateMap.Of(("v", pair.Value)), includes: new Dictionary<string, string?> { ["v"] = "{{ v }}" });
            Assert.Equal(pair.Value, rendering!.Text);
            Assert.All(rendering.SourceMap, s => Assert.Equal(StretchKind.Value, s.Kind));
        }));
    }
}
