using MouBuilder.Agreements;
using MouBuilder.Documents;
using MouBuilder.Templates;
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

    private static IEnumerable<string> Targets(TableCell cell) => Walk.WithDescendants(cell.Blocks).SelectMany(b => b.OwnInlines()).OfType<Reference>().Select(r => r.Target);

    private static string TextOf(MouDocument document, string exhibit) =>
        string.Join('\n', document.Blocks.OfType<Exhibit>().Single(e => e.Id == exhibit).WithDescendants().Select(b => PlainText.Of(b.OwnInlines())));
}
