using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Cli;

public sealed class RenderVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("\"1.50\"", "1.50")]
    [InlineData("\"2022-03-08\"", "2022-03-08")]
    [InlineData("\"A\\u1ec1\\/\"", "Aề/")]
    [InlineData("[1,\ttrue, null]", "[1, true, null]")]
    public void A_json_model_means_what_json_means(string json, string printed)
    {
        folder.Write("t.scriban", "{{ x }}");
        folder.Write("m.json", $"{{\n\t\"x\": {json}\n}}\n");
        Assert.Equal((0, printed), Rendered("render", "t.scriban", "--model", "m.json"));
    }

    [Fact]
    public void A_yaml_model_keeps_a_decimal_and_a_date_as_written()
    {
        folder.Write("t.scriban", "{{ fee }} {{ zip }} {{ day | date.to_string '%Y' }}");
        folder.Write("m.yaml", "fee: 1.50\nzip: 01234\nday: 2022-03-08\n");
        Assert.Equal((0, "1.50 01234 2022"), Rendered("render", "t.scriban", "--model", "m.yaml"));
    }

    [Theory]
    [InlineData("{\n \"x\": 1,\n}", "m.json(3,1)")]
    [InlineData("{ \"ề\": 1 \"y\": 2 }", "m.json(1,10)")]
    [InlineData("{ \"x\": 1, \"x\": 2 }", "m.json(1,")]
    [InlineData("{ \"x\": \"\\ud800\" }", "m.json(1,1)")]
    [Covers("MOU1010")]
    public void A_broken_json_model_is_refused_at_its_place(string json, string place)
    {
        folder.Write("t.scriban", "{{ x }}");
        folder.Write("m.json", json);
        Mou.Result run = Mou.Run(folder.Root, "render", "t.scriban", "--model", "m.json");
        Assert.Equal(1, run.Code);
        Assert.StartsWith(place, run.Errors, StringComparison.Ordinal);
        Assert.Contains("error MOU1010", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("[1]", "MOU1005")]
    [InlineData("{ \"x\": \"a\\u202eb\" }", "MOU4005")]
    public void A_json_model_is_held_to_the_rules_of_other_files(string json, string code)
    {
        folder.Write("t.scriban", "{{ x }}");
        folder.Write("m.json", json);
        Mou.Result run = Mou.Run(folder.Root, "render", "t.scriban", "--model", "m.json");
        Assert.Equal(1, run.Code);
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Includes_are_found_by_name_in_their_folder_and_nowhere_else()
    {
        folder.Write("t.scriban", "{{ include 'greeting' 'you' }}");
        folder.Write("parts/greeting.md.scriban", "Hello, {{ $1 }}!");
        Assert.Equal((0, "Hello, you!"), Rendered("render", "t.scriban", "--includes", "parts"));
        folder.Write("t.scriban", "{{ include '../t' }}");
        Mou.Result run = Mou.Run(folder.Root, "render", "t.scriban", "--includes", "parts");
        Assert.Equal(1, run.Code);
        Assert.Contains("t.scriban(1,", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_of_a_template_is_shown_at_once()
    {
        folder.Write("t.scriban", "{{ agrement }}\n{{ 1 | math.uuid }}\n{{ 'a' | strng.upcase }}\n");
        folder.Write("m.yaml", "agreement: x\n");
        Mou.Result run = Mou.Run(folder.Root, "render", "t.scriban", "--model", "m.yaml");
        Assert.Equal(1, run.Code);
        Assert.Contains("t.scriban(1,4)", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\"agreement\"", run.Errors, StringComparison.Ordinal);
        Assert.Contains("t.scriban(2,", run.Errors, StringComparison.Ordinal);
        Assert.Contains("t.scriban(3,", run.Errors, StringComparison.Ordinal);
    }

    private (int Code, string Text) Rendered(params string[] arguments)
    {
        Mou.Result run = Mou.Run(folder.Root, arguments);
        return (run.Code, run.Output);
    }
}
