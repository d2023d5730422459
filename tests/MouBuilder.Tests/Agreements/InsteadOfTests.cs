using MouBuilder.Agreements;
using MouBuilder.Documents;
using MouBuilder.Templates;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Agreements;

public sealed class InsteadOfTests
{
    private const string Alternative = "id: talks\nversion: 1.0.0\ntitle: Talks\ninstead_of: [meetings]\ntext: |\n  The Parties talk when they wish.\n";

    [Fact]
    public void A_clause_in_anothers_place_meets_what_is_required_of_it_and_references_lead_to_it()
    {
        using BaseProject project = Project("\"purpose@2.0.0\", \"talks@1.0.0\"");
        Assert.Empty(project.Findings());
        LoadedAgreement loaded = LoadedAgreement.From(project.Root);
        ResolvedAgreement resolved = Resolver.Resolve(loaded.Agreement!, loaded.Library!, null, new Dictionary<string, string>()).Agreement!;
        Reference reference = Assert.Single(Assembler.Assemble(resolved).Document!.AllBlocks().SelectMany(b => b.OwnInlines()).OfType<Reference>());
        Assert.Equal(("talks", "1.2"), (reference.Target, reference.Label));
    }

    [Fact]
    public void A_clause_and_the_one_in_its_place_cannot_stand_in_one_agreement()
    {
        using BaseProject project = Project("\"purpose@2.0.0\", \"talks@1.0.0\", \"meetings@1.0.0\"");
        Assert.Equal("MOU2012", Assert.Single(project.Findings()).Code);
    }

    [Fact]
    public void Without_either_the_requirement_is_open()
    {
        using BaseProject project = Project("\"purpose@2.0.0\"");
        Assert.Contains(project.Findings(), f => f.Code == "MOU2011");
    }

    private static BaseProject Project(string uses)
    {
        BaseProject project = new();
        project.Write("clauses/purpose/clause.yaml", "id: purpose\nfamily: purpose\nversions:\n  1.0.0: { status: published }\n  2.0.0: { status: draft }\n");
        project.Write("clauses/purpose/2.0.0.yaml", "id: purpose\nversion: 2.0.0\ntitle: Purpose\nrequires: [meetings]\ntext: |\n  The Parties work together as [[meetings]] says.\n");
        project.Write("clauses/talks/clause.yaml", "id: talks\nfamily: meetings\nversions:\n  1.0.0: { status: draft }\n");
        project.Write("clauses/talks/1.0.0.yaml", Alternative);
        project.Change("agreement.yaml", "\"purpose@1.0.0\", \"meetings@1.0.0\"", uses);
        return project;
    }
}
