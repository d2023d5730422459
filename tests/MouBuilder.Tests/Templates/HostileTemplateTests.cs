using System.Collections.Immutable;
using System.Diagnostics;
using MouBuilder.Diagnostics;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.BuiltIns;
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
        yield return ("looped string.md5", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.md5; end }}");
        yield return ("looped string.sha512", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.sha512; end }}");
        yield return ("looped string.upcase", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.upcase; end }}");
        yield return ("looped string.strip", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.strip; end }}");
        yield return ("looped string.whitespace", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.whitespace; end }}");
        yield return ("looped string.handleize", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.handleize; end }}");
        yield return ("looped string.slice 1", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.slice 1; end }}");
        yield return ("looped string.to_int", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.to_int; end }}");
        yield return ("looped string.to_double", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.to_double; end }}");
        yield return ("looped string.equals_ignore_case s", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.equals_ignore_case s; end }}");
        yield return ("looped string.base64_decode", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.base64_decode; end }}");
        yield return ("looped string.truncatewords 400000", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.truncatewords 400000; end }}");
        yield return ("looped array.size", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | array.size; end }}");
        yield return ("looped array.first", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | array.first; end }}");
        yield return ("looped string.replace 'a' 'b'", "{{ s = 'a' * 1000000; for i in 1..100000; x = s | string.replace 'a' 'b'; end }}");
        yield return ("looped comparison", "{{ s = 'a' * 1000000; t = s + 'b'; for i in 1..100000; x = s < t; end }}");
        yield return ("looped long number", "{{ x = 1 << 65000; for i in 1..2000; s = '' + x; end }}");
        yield return ("looped list of long numbers", "{{ x = [1 << 65000] * 50; for i in 1..2000; s = '' + x; end }}");
        yield return ("looped product", "{{ x = 1 << 32000; while true; y = x * x; end }}");
        yield return ("looped date", "{{ d = '2020-01-01' | date.parse; p = '%F' * 249; for i in 1..100000; x = d | date.to_string p; end }}");
        yield return ("looped offset", "{{ a = 1..100000; for i in 1..100000; x = a | array.offset 99999; end }}");
        yield return ("looped uniq", "{{ a = ['a' * 1000000] * 5; for i in 1..1000; x = a | array.uniq; end }}");
        yield return ("looped sort", "{{ a = ['a' * 1000000] * 500; for i in 1..1000; x = a | array.sort; end }}");
        yield return ("looped html.strip", "{{ s = '<' * 1000000; for i in 1..5000; x = s | html.strip; end }}");
        yield return ("unclosed scripts", "{{ s = '<script>' * 125000; s | html.strip | string.size }}");
        yield return ("looped characters", "{{ s = 'a' * 1000000; for i in 1..5000; for c in s; break; end; end }}");
        yield return ("looped capture", "{{ while true; capture x; 'a' * 1000000; end; end }}");
        yield return ("looped capture of one text", "{{ s = 'a' * 1000000; while true; capture x; s; end; end }}");
        yield return ("growing string.escape", "{{ s = '\\\\' * 1000000; for i in 1..8; s = s | string.escape; end; s | string.size }}");
        yield return ("indented lines", new string(' ', 3_000) + "{{ x = \"a\\n\" * 500000; x }}");
        yield return ("indented lines in a capture", new string(' ', 300) + "{{ capture x; \"a\\n\" * 500000; end; x.size }}");
        yield return ("many names and a loop that fails", "{{ " + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"clause_variable_name_{i}=1;")) + " }}{{ for i in 1..300; clause_variable_name_x; end }}");
        yield return ("a loop that fails deep down", "{{ for i in 1..300; for q in nope; " + string.Concat(Enumerable.Repeat("if 1;", 200)) + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"x{i}=1;")) + string.Concat(Enumerable.Repeat("end;", 202)) + " }}");
        yield return ("many parameters", "{{ func f(" + string.Join(',', Enumerable.Range(0, 40_000).Select(i => $"a{i}")) + ") }}x{{ end }}");
        yield return ("printed long number", "{{ x = 1 << 60000; for i in 1..10000; x; end }}");
        yield return ("failing functions in functions", "{{ func f; x = nope; f; f; end; f }}");
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

    /// <summary>What is tried first, then arguments that fit by type.</summary>
    private static string Argument(BuiltInParameter parameter, bool first, string value) => (first, parameter.Type) switch
    {
        (true, _) => value,
        (_, ParameterType.Int or ParameterType.Number) => "1",
        (_, ParameterType.Function) => "@object.kind",
        (_, ParameterType.List) => "[1]",
        (_, ParameterType.Date) => "d",
        (_, ParameterType.Bool) => "true",
        _ => "'a'",
    };

    public static TheoryData<string> BuiltIns()
    {
        TheoryData<string> names = [];
        foreach (string group in BuiltInGroups.Names)
        {
            if (BuiltInGroups.TryGet(group, out object? value) && value is TemplateMap members)
            {
                foreach ((string _, object? member) in members)
                {
                    if (member is BuiltIn { Parameters.Length: > 0 } function)
                    {
                        names.Add(function.Name);
                    }
                }
            }
        }

        return names;
    }

    private static string CallOf(string name, string value)
    {
        string[] parts = name.Split('.');
        Assert.True(BuiltInGroups.TryGet(parts[0], out object? group));
        Assert.True(((TemplateMap)group!).TryGet(parts[1], out object? member));
        BuiltInParameter[] parameters = [.. ((BuiltIn)member!).Parameters.Where((p, i) => i == 0 || (!p.IsOptional && p.Type != ParameterType.Rest))];
        return $"({name} {string.Join(' ', parameters.Select((p, i) => Argument(p, i == 0, value)))})";
    }

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void A_built_in_called_over_and_over_on_much_ends_soon(string name)
    {
        foreach (string value in (string[])["'a' * 1000000", "'<' * 1000000", "1..100000", "['abc'] * 100000"])
        {
            EndsSoon($"{{{{ d = '2020-01-01' | date.parse; s = {value}; while true; x = {CallOf(name, "s")}; end }}}}", null, TimeSpan.FromSeconds(2));
        }
    }

    [Theory]
    [MemberData(nameof(BuiltIns))]
    public void A_built_in_called_on_its_own_result_stays_small(string name)
    {
        foreach (string value in (string[])["'\\\\' * 1000000", "'<é' * 400000", "[1, 'a'] * 50000"])
        {
            long most = EndsSoon($"{{{{ d = '2020-01-01' | date.parse; s = {value}; for i in 1..20; s = {CallOf(name, "s")}; end }}}}", null, TimeSpan.FromSeconds(2));
            Assert.True(most < 256 << 20, $"{most >> 20} MB");
        }
    }

    private static string Times(string text) => string.Concat(Enumerable.Repeat(text, Many));

    private long EndsSoon(string template, Dictionary<string, string?>? includes, TimeSpan? limit = null)
    {
        TemplateHarness.Render("{{ 1 }}");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        (Rendering? rendering, ImmutableArray<Diagnostic> diagnostics) = TemplateHarness.Render(template, TemplateMap.Empty, strict: false, includes);
        watch.Stop();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        log.WriteLine($"{watch.ElapsedMilliseconds} ms, {allocated >> 20} MB allocated, {(rendering is null ? diagnostics[0].ToString() : $"{rendering.Text.Length} characters")}");
        TimeSpan best = watch.Elapsed;

        // Other tests run beside this one; what the template itself takes is the best of a few tries.
        for (int again = 0; best >= (limit ?? Soon) && again < 4; again++)
        {
            watch.Restart();
            TemplateHarness.Render(template, TemplateMap.Empty, strict: false, includes);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Assert.True(best < (limit ?? Soon), $"{best}");
        if (rendering is null)
        {
            Assert.True(((Source)diagnostics[0].Place).Line > 0);
        }

        return allocated;
    }
}
