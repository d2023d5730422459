using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Tests.Assembling;
using Xunit;

namespace MouBuilder.Tests.Covering;

/// <summary>The exhibits of the Denver draft.</summary>
public sealed class ExhibitTests
{
    [Fact]
    public void Each_exhibit_is_named_in_a_clause_beside_the_section_it_serves_and_who_keeps_it()
    {
        Exhibit[] exhibits = [.. DenverCoverage.Document.Blocks.OfType<Exhibit>()];
        Assert.Equal(12, exhibits.Length);
        Clause clause = DenverCoverage.Document.AllBlocks().OfType<Clause>().Single(c => c.Id == "exhibits");
        TableRow[] rows = [.. clause.Blocks.OfType<Table>().Single().Rows.Skip(1)];
        Assert.Equal(exhibits.Select(e => e.Id), rows.Select(r => Targets(r.Cells[0]).Single()));
        HashSet<string> clauses = [.. DenverCoverage.Document.AllBlocks().OfType<Clause>().Select(c => c.Id)];
        Assert.All(rows, r => Assert.Contains(Targets(r.Cells[2]).Single(), clauses));
        Assert.All(rows, r => Assert.NotEmpty(Walk.WithDescendants(r.Cells[3].Blocks).SelectMany(b => b.OwnInlines())));
    }

    [Fact]
    public void An_exhibit_says_the_numbers_of_the_clause_it_serves()
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", "dps-dpd-2022"));
        ResolvedAgreement changed = Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string> { ["answer_days"] = "33", ["refresher_hours"] = "19" }).Agreement!;
        MouDocument document = Assembler.Assemble(changed).Document!;
        Assert.Contains("thirty-three (33) days, you get an answer", TextOf(document, "complaint-form"), StringComparison.Ordinal);
        Assert.DoesNotContain("forty-five", TextOf(document, "complaint-form"), StringComparison.Ordinal);
        Assert.Contains("19", TextOf(document, "training-plan"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_exhibit_makes_a_duty_of_its_own()
    {
        foreach (Exhibit exhibit in DenverCoverage.Document.Blocks.OfType<Exhibit>())
        {
            Assert.DoesNotMatch(@"\b(shall|must)\b", TextOf(DenverCoverage.Document, exhibit.Id));
        }
    }

    [Fact]
    public void A_slip_in_an_exhibits_data_is_reported_where_it_was_typed_and_draws_no_other_finding()
    {
        using TemporaryFolder folder = new();
        folder.Copy("clauses");
        folder.Copy("templates");
        string file = Repository.PathTo("examples", "dps-dpd-2022", "agreement.yaml");
        (string From, string To, string Finding)[] slips =
        [
            ("gap: mediation }", "gap: \"x ]] y\" }", "MOU1006"),
            ("kind: Gang mitigation", "kind: [a, b]", "MOU1005"),
            ("kind: Mentoring", "kind: ", "MOU1005"),
            ("date: 2021-05-10", "date: 10.5.2021", "MOU1006"),
            ("{ role: Counselor, present: Every month }", "{ role: Counselor, presnt: Every month, present: Every month }", "MOU1004"),
            ("      heading: Quality\n", "", "MOU1007"),
        ];
        string text = File.ReadAllText(file).ReplaceLineEndings("\n");
        foreach ((string from, string to, _) in slips)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        folder.Write("examples/dps-dpd-2022/agreement.yaml", text);
        LoadedAgreement loaded = LoadedAgreement.From(folder.PathTo("examples", "dps-dpd-2022"));
        ResolvedAgreement resolved = Resolver.Resolve(loaded.Agreement!, loaded.Library!, null, new Dictionary<string, string>()).Agreement!;
        Diagnostic[] errors = [.. Assembler.Assemble(resolved).Diagnostics.Where(d => d.Severity == Severity.Error)];
        Assert.Equal(slips.Select(s => s.Finding).Order(StringComparer.Ordinal), errors.Select(e => e.Code).Order(StringComparer.Ordinal));
        Assert.All(errors, e => Assert.EndsWith("agreement.yaml", Assert.IsType<Source>(e.Place).Path, StringComparison.Ordinal));
        string[] lines = text.Split('\n');
        Assert.All(errors.Where(e => e.Code == "MOU1005"), e => Assert.Contains("kind:", lines[((Source)e.Place).Line - 1], StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_has_room_to_write_by_hand()
    {
        string document = BuiltExample.Of(Repository.PathTo("examples", "dps-dpd-2022")).Word().PartText("word/document.xml");
        Assert.Single(Regex.Matches(document, "<w:trHeight w:val=\"2268\" w:hRule=\"atLeast\"/>"));
        Assert.Equal(8, Regex.Count(document, "<w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>"));
        int rows = DenverCoverage.Document.Blocks.OfType<Exhibit>().SelectMany(e => e.Blocks).OfType<Table>().Where(t => t.RowHeight > 0).Sum(t => t.Rows.Length - t.HeaderRows);
        Assert.Equal(rows, Regex.Count(document, "<w:trHeight "));
    }

    private static IEnumerable<string> Targets(TableCell cell) => Walk.WithDescendants(cell.Blocks).SelectMany(b => b.OwnInlines()).OfType<Reference>().Select(r => r.Target);

    private static string TextOf(MouDocument document, string exhibit) =>
        string.Join('\n', document.Blocks.OfType<Exhibit>().Single(e => e.Id == exhibit).WithDescendants().Select(b => PlainText.Of(b.OwnInlines())));
}
