using System.Collections.Immutable;
using System.Diagnostics;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using Xunit;

namespace MouBuilder.Tests.Templates;

/// <summary>Templates that try to exhaust or escape the engine end in an error with its place, or in complete output, soon.</summary>
public class HostileTemplateTests(ITestOutputHelper log)
{
    private const int Many = 100_000;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Path.Combine(TemplateHarness.Folder(), "hostile"), "*.sbn").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_hostile_file_ends_soon(string name)
    {
        string folder = Path.Combine(TemplateHarness.Folder(), "hostile");
        Dictionary<string, string?> includes = Directory.GetFiles(Path.Combine(folder, "inc"))
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => (string?)File.ReadAllText(f));
        EndsSoon(File.ReadAllText(Path.Combine(folder, name)), includes);
    }

    public static TheoryData<string> Attacks() => [.. Built().Select(a => a.Name)];

    private static IEnumerable<(string Name, string Template)> Built()
    {
        yield return ("brackets", "{{ " + Times("[") + Times("]") + " }}");
        yield return ("parentheses", "{{ " + Times("(") + "1" + Times(")") + " }}");
        yield return ("open parentheses", "{{ " + Times("("));
        yield return ("open braces", "{{ " + Times("{a:"));
        yield return ("nots", "{{ " + Times("!") + "true }}");
        yield return ("minuses", "{{ " + Times("- ") + "1 }}");
        yield return ("plus chain", "{{ 1" + Times(" + 1") + " }}");
        yield return ("mixed chain", "{{ 1" + Times(" + 1 * 2 ?? 3") + " }}");
        yield return ("pipe chain", "{{ 'a'" + Times(" | string.upcase") + " }}");
        yield return ("call chain", "{{ f = 1; f" + Times(" f") + " }}");
        yield return ("member chain", "{{ a" + Times(".a") + " }}");
        yield return ("guarded member chain", "{{ a" + Times("?.a") + " }}");
        yield return ("index chain", "{{ a = [1]; a" + Times("[0]") + " }}");
        yield return ("ternary chain", "{{ true" + Times(" ? 1 : false") + " }}");
        yield return ("ifs", Times("{{ if true }}") + "x" + Times("{{ end }}"));
        yield return ("else ifs", "{{ if false }}a" + Times("{{ else if false }}b") + "{{ end }}");
        yield return ("elses", "{{ if false }}a" + Times("{{ else }}b") + "{{ end }}");
        yield return ("ends", Times("{{ end }}"));
        yield return ("funcs", Times("{{ func f }}") + Times("{{ end }}"));
        yield return ("dos", "{{ x = " + Times("do; ") + " }}");
        yield return ("interpolations", "{{ " + Times("$\"{") + "1" + Times("}\"") + " }}");
        yield return ("open interpolations", "{{ " + Times("$\"{"));
        yield return ("assignments", "{{ a" + Times(" = a") + " }}");
        yield return ("expands", "{{ " + Times("^") + "[1] }}");
        yield return ("aliases", "{{ " + Times("@") + "f }}");
        yield return ("captures", Times("{{ capture a }}") + "x" + Times("{{ end }}"));
        yield return ("a 2 MB line", new string('x', 2 << 20) + "{{ 1 }}");
        yield return ("a 2 MB name", "{{ " + new string('x', 2 << 20) + " }}");
        yield return ("a 2 MB number", "{{ " + new string('9', 2 << 20) + " }}");
        yield return ("a 2 MB string", "{{ '" + new string('x', 2 << 20) + "' | string.size }}");
        yield return ("open comment", "{{ ## " + Times("x"));
        yield return ("open escape block", "{%{ " + Times("x"));
        yield return ("open escape blocks", Times("{%{ "));
        yield return ("open codes", Times("{{ "));
        yield return ("open string", "{{ \"" + Times("x"));
        yield return ("format width", "{{ 1 | math.format 'D999999999' }}");
        yield return ("object format width", "{{ 1 | object.format 'F999999999' }}");
        yield return ("custom format", "{{ 1 | object.format '" + Times("0") + "' }}");
        yield return ("exponent", "{{ 1e999999999 }}");
        yield return ("growing interpolation", "{{ s = 'A'; for i in 1..40; s = $\"{s}{s}\"; end; s }}");
        yield return ("growing capture", "{{ s = 'A'; for i in 1..40; capture t; s; s; end; s = t; end; s }}");
        yield return ("growing prepend", "{{ s = 'A'; for i in 1..40; s = s | string.prepend s; end; s }}");
        yield return ("growing replace", "{{ s = 'aa' * 1000; for i in 1..9; s = s | string.replace 'a' s; end }}");
        yield return ("growing list", "{{ l = [1]; for i in 1..40; l = l + l; end; l }}");
        yield return ("growing list by add_range", "{{ l = [1]; for i in 1..40; l = l | array.add_range l; end; l }}");
        yield return ("growing tree", "{{ l = [1]; for i in 1..900; l = [l, l]; end; l }}");
        yield return ("comparing trees", "{{ l = [1]; m = [1]; for i in 1..50; l = [l, l]; m = [m, m]; end; l == m }}");
        yield return ("growing map", "{{ m = {}; for i in 1..900000; m['k' + i] = {a: {b: i}}; end; m }}");
        yield return ("growing escape", "{{ s = '<' * 1000000; s | html.escape | html.escape | html.escape }}");
        yield return ("growing url", "{{ s = 'é' * 1000000; s | html.url_encode }}");
        yield return ("growing number", "{{ n = 9; for i in 1..100; n = n * n; end; n }}");
        yield return ("far index", "{{ a = []; a[2000000000] = 1; a }}");
        yield return ("quiet loop", "{{ while true; end }}");
        yield return ("loop in loop", "{{ for i in 1..99999; for j in 1..99999; end; end }}");
        yield return ("long output", "{{ s = 'x' * 1000000; for i in 1..100; s; end }}");
        yield return ("slow pattern", "{{ ('a' * 40) + '!' | regex.match '(a+)+$' }}");
        yield return ("broken pattern", "{{ 'a' | regex.match '(' }}");
        yield return ("mutual recursion", "{{ func f; g; end; func g; f; end; f }}");
        yield return ("recursive expression", "{{ f(x) = 1 + (2 * (3 - f(x + 1))); f 1 }}");
        yield return ("recursive wrap", "{{ func f; wrap f; 'x'; end; end; f }}");
        yield return ("deep json", "{{ '" + Times("[") + "' | object.from_json }}");
        yield return ("self by each", "{{ f = @(do; [1] | array.each @f; end); [1] | array.each @f }}");
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_ends_soon(string name) => EndsSoon(Built().Single(a => a.Name == name).Template, null);

    [Theory]
    [InlineData("1 + (", 100)]
    [InlineData("(", 240)]
    [InlineData("[", 240)]
    public void Deep_recursion_ends_on_a_small_stack(string opening, int times)
    {
        string closing = new(opening[^1] == '[' ? ']' : ')', times);
        string template = "{{ f(x) = " + string.Concat(Enumerable.Repeat(opening, times)) + "f(x)" + closing + "; f 1 }}";
        Exception? thrown = null;
        Thread thread = new(
            () => thrown = Record.Exception(() => Assert.Null(TemplateHarness.Render(template).Rendering)),
            192 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }

    private static string Times(string text) => string.Concat(Enumerable.Repeat(text, Many));

    private void EndsSoon(string template, Dictionary<string, string?>? includes)
    {
        TemplateHarness.Render("{{ 1 }}");
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Stopwatch watch = Stopwatch.StartNew();
        (Rendering? rendering, ImmutableArray<Diagnostic> diagnostics) = TemplateHarness.Render(template, TemplateMap.Empty, strict: false, includes);
        watch.Stop();
        log.WriteLine($"{watch.ElapsedMilliseconds} ms, {(GC.GetTotalAllocatedBytes(precise: true) - before) >> 20} MB allocated, {(rendering is null ? diagnostics[0].ToString() : $"{rendering.Text.Length} characters")}");
        Assert.True(watch.Elapsed < Soon, $"{watch.Elapsed}");
        if (rendering is null)
        {
            Assert.True(((Source)diagnostics[0].Place).Line > 0);
        }
    }
}
