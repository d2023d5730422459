using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>How an entry of a requirements catalogue can be met.</summary>
public enum MetBy
{
    /// <summary>The wording of an agreement alone can meet it.</summary>
    Clause,

    /// <summary>Wording can commit the parties; proof needs a process.</summary>
    ClauseAndProcess,

    /// <summary>It happens outside the agreement.</summary>
    Process,

    /// <summary>It needs data or measurement.</summary>
    Data,

    /// <summary>A property of the set of documents: languages, readability, a disclaimer.</summary>
    Document,

    /// <summary>A fact, not a requirement.</summary>
    Context,
}

/// <summary>Which checklist an entry belongs to.</summary>
public enum RequirementMode
{
    /// <summary>The catalogue makes no difference.</summary>
    Any,
    Start,
    Improve,
}

/// <summary>An entry of a requirements catalogue.</summary>
/// <param name="Catalogue">The catalogue's id, for example <c>secure</c>.</param>
/// <param name="Parent">The id of the entry it is a part of; null for an outermost one.</param>
/// <param name="Evidence">What in a text shows that the entry is met: each rule asks for a sentence of its own.</param>
public sealed record Requirement(
    string Id,
    string Catalogue,
    string? Parent,
    string Title,
    string Text,
    MetBy MetBy,
    ImmutableArray<string> Families,
    RequirementMode Mode,
    ImmutableArray<EvidenceRule> Evidence,
    Source Place)
{
    /// <summary>Whether wording meets it by giving leave: all its evidence is of what somebody may do, so nobody need answer for it.</summary>
    public bool AsksForLeave => MetBy is MetBy.Clause or MetBy.ClauseAndProcess && Evidence.Length > 0 && Evidence.All(r => r.Kind == EvidenceKind.May);
}

/// <summary>A catalogue of requirements.</summary>
/// <param name="Origin">Whose paper it was made from.</param>
public sealed record RequirementCatalogue(string Id, string Title, string Origin);

/// <summary>A family of clauses.</summary>
public sealed record Family(string Id, string Title, string Text);

/// <summary>A question that families ask.</summary>
public sealed record FamilyQuestion(string Id, string Question);

/// <summary>A part that an agreement must have.</summary>
/// <param name="Families">Any clause of one of these families supplies the part.</param>
public sealed record AgreementPart(string Id, string Title, string Text, ImmutableArray<string> Families, string Source);

/// <summary>A term with a fixed meaning in the field, and words that must not stand for it.</summary>
public sealed record TermOfArt(string Id, string Term, string Use, ImmutableArray<string> Avoid, string Note);

/// <summary>The catalogues of a library: what agreements should contain, what families ask, which terms are fixed.</summary>
public sealed record Catalogues
{
    /// <summary>The catalogues of requirements, in the order of their ids.</summary>
    public ImmutableArray<RequirementCatalogue> OfRequirements { get; private init; } = [];

    public ImmutableArray<Requirement> Requirements { get; private init; } = [];

    public ImmutableArray<Family> Families { get; private init; } = [];

    public ImmutableArray<FamilyQuestion> Questions { get; private init; } = [];

    public ImmutableArray<AgreementPart> Parts { get; private init; } = [];

    public ImmutableArray<TermOfArt> Terms { get; private init; } = [];

    /// <summary>Whether a name given under <c>covers</c> is the requirement's catalogue, the entry itself, or one it is a part of.</summary>
    internal bool Covers(string name, Requirement requirement)
    {
        for (Requirement? at = requirement; at is not null; at = at.Parent is { } parent ? Requirements.FirstOrDefault(r => r.Id == parent && r != at) : null)
        {
            if (name == at.Catalogue || name == at.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads every file of the library's <c>catalogues</c> folder; a library without one has empty catalogues.</summary>
    public static (Catalogues Catalogues, ImmutableArray<Diagnostic> Diagnostics) Load(string libraryFolder)
    {
        DiagnosticBag bag = new();
        CatalogueReader reader = new(bag);
        string folder = Path.Combine(libraryFolder, "catalogues");
        if (Directory.Exists(folder))
        {
            foreach (string path in Files(folder, bag))
            {
                if (TextFile.Read(path, bag) is { } file && YamlFile.Read(file.Text, bag) is { } map)
                {
                    reader.Read(new(map, "a catalogue", bag));
                }
            }
        }

        Catalogues catalogues = new()
        {
            OfRequirements = [.. reader.Catalogues.DistinctBy(c => c.Id).OrderBy(c => c.Id, StringComparer.Ordinal)],
            Requirements = [.. reader.Requirements],
            Families = [.. reader.Families],
            Questions = [.. reader.Questions],
            Parts = [.. reader.Parts],
            Terms = [.. reader.Terms],
        };
        return (catalogues, bag.ToImmutable());
    }

    /// <summary>The finding that a library has nothing to hold an agreement against.</summary>
    public static Diagnostic Missing(string libraryFolder)
    {
        DiagnosticBag bag = new();
        bag.NoRequirements(Source.File(Paths.Shown(libraryFolder)), Paths.Shown(Path.Combine(libraryFolder, "catalogues")));
        return bag.ToImmutable()[0];
    }

    private static string[] Files(string folder, DiagnosticBag bag)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.FileUnreadable(Paths.Shown(folder), e.Message);
            return [];
        }
    }
}
