using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>Reads catalogue files; entries of all files of a kind come together.</summary>
internal sealed class CatalogueReader(DiagnosticBag bag)
{
    private static readonly Dictionary<string, MetBy> MetByName = new(StringComparer.Ordinal)
    {
        ["clause"] = MetBy.Clause,
        ["clause+process"] = MetBy.ClauseAndProcess,
        ["process"] = MetBy.Process,
        ["data"] = MetBy.Data,
        ["document"] = MetBy.Document,
        ["context"] = MetBy.Context,
    };

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public List<RequirementCatalogue> Catalogues { get; } = [];

    public List<Requirement> Requirements { get; } = [];

    public List<Family> Families { get; } = [];

    public List<FamilyQuestion> Questions { get; } = [];

    public List<AgreementPart> Parts { get; } = [];

    public List<TermOfArt> Terms { get; } = [];

    private enum Kind
    {
        Requirements,
        Families,
        Questions,
        Parts,
        Terms,
    }

    public void Read(YamlKeys file)
    {
        string catalogue = file.Required("catalogue");
        Kind kind = file.Choice("kind", Kind.Requirements);
        string title = file.Required("title");
        string origin = file.Text("source", "");
        if (kind == Kind.Requirements)
        {
            Catalogues.Add(new(catalogue, title, origin));
        }

        file.Text("note");
        file.Text("address");
        foreach (YamlKeys entry in file.Maps("entries", "a catalogue entry"))
        {
            string id = entry.Required("id");
            if (!ids.Add($"{kind}:{id}"))
            {
                bag.DuplicateEntry(entry.PlaceOf("id"), id);
            }

            ReadEntry(kind, catalogue, id, entry);
            entry.Finish();
        }

        file.Finish();
    }

    private void ReadEntry(Kind kind, string catalogue, string id, YamlKeys entry)
    {
        switch (kind)
        {
            case Kind.Requirements:
                Requirements.Add(ReadRequirement(catalogue, id, entry));
                break;
            case Kind.Families:
                Families.Add(new(id, entry.Required("title"), entry.Text("text", "")));
                break;
            case Kind.Questions:
                Questions.Add(new(id, entry.Required("question")));
                entry.Text("note");
                break;
            case Kind.Parts:
                Parts.Add(new(id, entry.Required("title"), entry.Text("text", ""), Names(entry, "families"), entry.Text("source", "")));
                entry.Text("note");
                break;
            default:
                Terms.Add(new(id, entry.Required("term"), entry.Text("use", ""), Names(entry, "avoid"), entry.Text("note", "")));
                break;
        }
    }

    private Requirement ReadRequirement(string catalogue, string id, YamlKeys entry)
    {
        string metBy = entry.Required("met_by");
        if (!MetByName.TryGetValue(metBy, out MetBy how) && metBy.Length > 0)
        {
            bag.BadValue(entry.PlaceOf("met_by"), "met_by", metBy, $"Write one of: {string.Join(", ", MetByName.Keys)}.");
        }

        // Facts about the entry that people read and no step uses.
        entry.Text("level");
        entry.Text("note");
        entry.Text("look_for");
        entry.Text("nesting");
        entry.Integer("step");
        entry.Flag("derived");
        return new(
            id,
            catalogue,
            entry.Text("parent"),
            entry.Required("title"),
            entry.Text("text", ""),
            how,
            Names(entry, "families"),
            entry.Choice("mode", RequirementMode.Any),
            EvidenceReader.Read(entry, bag),
            entry.Place);
    }

    private static ImmutableArray<string> Names(YamlKeys entry, string key) => [.. entry.Texts(key).Select(s => s.Value)];
}
