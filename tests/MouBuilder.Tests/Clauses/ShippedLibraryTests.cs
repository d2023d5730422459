using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;
using Xunit;

namespace MouBuilder.Tests.Clauses;

public class ShippedLibraryTests
{
    [Fact]
    public void The_shipped_library_has_no_finding()
    {
        (ClauseLibrary? library, var found) = ClauseLibrary.Load(Repository.PathTo("clauses"));
        Assert.Empty(found);
        Assert.Empty(LibraryCheck.Check(library!));
    }

    [Theory]
    [InlineData("secure", 106)]
    [InlineData("dcl", 9)]
    [InlineData("peers", 76)]
    [InlineData("transition", 20)]
    public void Each_catalogue_holds_every_entry_of_its_source(string catalogue, int entries)
    {
        Catalogues catalogues = Catalogues.Load(Repository.PathTo("clauses")).Catalogues;
        Assert.Equal(entries, catalogues.Requirements.Count(r => r.Catalogue == catalogue));
    }

    [Fact]
    public void The_catalogues_hold_the_211_entries_of_the_list_they_were_made_from()
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "domain", "requirements.yaml");
        Assert.SkipUnless(File.Exists(path), "The list the catalogues were made from does not stand beside the repository.");
        DiagnosticBag bag = new();
        YamlMap source = YamlFile.Read(TextFile.Read(path, bag)!.Text, bag)!;
        string[] wanted = [.. new YamlKeys(source, "the list", bag).Maps("requirements", "an entry").Select(e => $"{e.Text("id")} {e.Text("met_by")} {e.Text("parent")}").Order(StringComparer.Ordinal)];
        string[] found = [.. Catalogues.Load(Repository.PathTo("clauses")).Catalogues.Requirements.Select(r => $"{r.Id} {Written(r.MetBy)} {r.Parent}").Order(StringComparer.Ordinal)];
        Assert.Equal(211, wanted.Length);
        Assert.Equal(wanted, found);
    }

    [Fact]
    public void Every_requirement_names_a_family_and_every_question_is_answered_by_a_clause()
    {
        Catalogues catalogues = Catalogues.Load(Repository.PathTo("clauses")).Catalogues;
        Assert.DoesNotContain(catalogues.Requirements, r => r.Families.IsEmpty);
        string[] answered = [.. Versions().SelectMany(v => v.Answers).Select(a => a.Name).Distinct()];
        Assert.All(catalogues.Questions.Select(q => q.Id).Except(answered), q => Assert.True(File.Exists(FamilyAnswer.PathOf(Repository.PathTo("clauses"), q)), q));
    }

    [Fact]
    public void Law_that_leaves_no_choice_was_in_force_when_the_clause_was_written()
    {
        foreach (ClauseVersion version in Versions())
        {
            Assert.DoesNotContain(version.Sources, s => s.Basis == SourceBasis.Required && s.Effective > version.Date);
        }
    }

    private static IEnumerable<ClauseVersion> Versions()
    {
        (ClauseLibrary? library, var found) = ClauseLibrary.Load(Repository.PathTo("clauses"));
        LibraryReader reader = new(library, found);
        return [.. library!.Ids.Select(id => reader.Open(id)!).SelectMany(e => e.Versions.Select(v => reader.Read(e, v)!))];
    }

    private static string Written(MetBy metBy) => metBy == MetBy.ClauseAndProcess ? "clause+process" : metBy.ToString().ToLowerInvariant();
}
