using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Tests.Assembling;
using MouBuilder.Tests.Word;
using Xunit;

namespace MouBuilder.Tests.Comparing.Redlines;

/// <summary>The contract as LibreOffice keeps it: the same paragraphs with the same labels as in the files of the two texts, opened by the same program.</summary>
public sealed class LibreOfficeRedlineTests
{
    // What LibreOffice 7.4 does by itself, by the headings of docs/word-probes.md.
    private const string Moves = "Moves";
    private const string BeforeATable = "Before a table";
    private const string FirstOfAList = "The first item of a list";
    private const string BehindARemovedClause = "Behind a removed clause";

    private static readonly Dictionary<string, string> Known = new()
    {
        ["dps-dpd-2013 and dps-dpd-2022 rejected"] = Moves,
        ["seed 2 accepted"] = Moves,
        ["seed 3 rejected"] = BeforeATable,
        ["seed 4 rejected"] = Moves,
        ["seed 8 rejected"] = Moves,
        ["seed 13 accepted"] = Moves,
        ["seed 13 rejected"] = Moves,
        ["seed 17 rejected"] = Moves,
        ["seed 21 rejected"] = Moves,
        ["seed 24 rejected"] = BeforeATable,
        ["seed 27 rejected"] = FirstOfAList,
        ["seed 28 accepted"] = BeforeATable,
        ["seed 29 rejected"] = Moves,
        ["seed 30 accepted"] = BeforeATable,
        ["seed 33 rejected"] = Moves,
        ["seed 38 accepted"] = Moves,
        ["seed 38 rejected"] = Moves,
        ["seed 40 accepted"] = Moves,
        ["seed 40 rejected"] = Moves,
        ["seed 43 rejected"] = FirstOfAList,
        ["seed 44 accepted"] = BehindARemovedClause,
        ["seed 44 rejected"] = Moves,
        ["seed 45 rejected"] = FirstOfAList,
    };

    [Fact]
    public void LibreOffice_accepts_and_rejects_as_we_do()
    {
        SettledByLibreOffice.Demand();
        string[] examples = [.. BuiltExample.All.Where(e => e.StartsWith("dps", StringComparison.Ordinal))];
        List<(string Name, MouDocument Old, MouDocument New)> pairs =
        [
            .. examples.SelectMany(o => examples.Where(n => n != o).Select(n => ($"{o} and {n}", Plain(o), Plain(n)))),
            .. Enumerable.Range(0, 40).Select(seed => ($"seed {seed}", RandomRedline.Of(seed, isPlain: true).Old, RandomRedline.Of(seed, isPlain: true).New)),
            .. Enumerable.Range(40, 10).Select(seed => ($"seed {seed}", RandomRedline.Of(seed, isPlain: true, isNumbered: true).Old, RandomRedline.Of(seed, isPlain: true, isNumbered: true).New)),
        ];
        string[][] lines = SettledByLibreOffice.Lines([.. pairs.SelectMany(p =>
        {
            byte[] redline = Redline.Of(Comparer.Compare(ComparisonSide.Of(p.Old), ComparisonSide.Of(p.New))).Word.ToArray();
            return new[] { ("accept", redline), ("reject", redline), ("as-is", WordFile.Of(p.Old).Bytes), ("as-is", WordFile.Of(p.New).Bytes) };
        })]);
        List<string> differ = [];
        for (int i = 0; i < pairs.Count; i++)
        {
            Note(lines[(4 * i) + 3], lines[4 * i], $"{pairs[i].Name} accepted", differ);
            Note(lines[(4 * i) + 2], lines[(4 * i) + 1], $"{pairs[i].Name} rejected", differ);
        }

        Assert.True(differ.Count == 0, string.Join('\n', differ));
    }

    /// <summary>An example without its notes and contents.</summary>
    private static MouDocument Plain(string example)
    {
        MouDocument document = BuiltExample.Of(Repository.PathTo("examples", example)).Document;
        return new InlineRewriter((i, output) => output.AddRange(i is NoteMark ? [] : [i])).Rewrite(document) with { Notes = [], Properties = document.Properties with { Contents = false } };
    }

    private static void Note(string[] expected, string[] actual, string name, List<string> differ)
    {
        int at = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count();
        bool isSame = at == expected.Length && at == actual.Length;
        if (isSame == Known.ContainsKey(name))
        {
            differ.Add(isSame ? $"{name}: as it should be, though known for: {Known[name]}." : $"{name}, line {at}:\n  expected {expected.ElementAtOrDefault(at)}\n  actual   {actual.ElementAtOrDefault(at)}");
        }
    }
}
