using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using MouBuilder.Yaml;

namespace MouBuilder.Templates;

/// <summary>What a template asks to be put somewhere.</summary>
internal abstract record Placeable
{
    public sealed record SectionStart(ResolvedSection Section) : Placeable;

    public sealed record ClauseText(ResolvedClause Clause) : Placeable;

    public sealed record Signatures(Party Party) : Placeable;

    public sealed record Attachment(AgreementExhibit Exhibit) : Placeable;
}

/// <summary>The facts that templates see: <c>agreement</c>, each party by its role, and in a clause <c>clause</c> and the clause's own fields.</summary>
internal sealed class AgreementFacts
{
    private readonly ResolvedAgreement resolved;
    private readonly Dictionary<TemplateMap, object> placeable = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, TemplateMap> clauses = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Role, TemplateMap Facts)> parties;
    private TemplateMap agreement = TemplateMap.Empty;

    public AgreementFacts(ResolvedAgreement resolved)
    {
        this.resolved = resolved;
        parties = [.. resolved.Agreement.Parties.Select(p => (p.Role, Facts(p)))];
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            clauses[clause.Text.Id] = Placed(new Placeable.ClauseText(clause), ("id", clause.Text.Id), ("version", clause.Text.Version), ("title", clause.Text.Title), ("family", clause.Family));
        }

        SetDefinitions([]);
    }

    /// <summary>What <c>place</c> knows.</summary>
    public IReadOnlyDictionary<TemplateMap, object> Placeable => placeable;

    /// <summary>Gives <c>agreement.definitions</c>, whose meanings are themselves rendered from the other facts.</summary>
    public void SetDefinitions(IEnumerable<TemplateMap> definitions) => agreement = Agreement(new TemplateList(definitions));

    /// <summary>What a document template sees.</summary>
    public TemplateScope Document() => new(new TemplateMap(Shared()));

    /// <summary>What a clause's text sees.</summary>
    public TemplateScope Clause(ResolvedClause clause) => new(new TemplateMap(
        [.. Shared(), KeyValuePair.Create<string, object?>("clause", clauses[clause.Text.Id]), .. clause.Facts.Select(f => KeyValuePair.Create(f.Field.Name, ValueOf(f)))]));

    /// <summary>What an exhibit's template sees: <c>exhibit</c>, its <c>data</c>, and as <c>serves</c> the fields of the clause that the data names under <c>clause</c>.</summary>
    public TemplateScope Exhibit(AgreementExhibit exhibit) => new(new TemplateMap(
        [.. Shared(), KeyValuePair.Create<string, object?>("serves", Served(exhibit)), KeyValuePair.Create<string, object?>("exhibit", TemplateMap.Of(("id", exhibit.Id), ("title", exhibit.Title))), KeyValuePair.Create("data", DataOf(exhibit))]));

    private IEnumerable<KeyValuePair<string, object?>> Shared() =>
        [KeyValuePair.Create<string, object?>("agreement", agreement), .. parties.Select(p => KeyValuePair.Create<string, object?>(p.Role, p.Facts))];

    private TemplateMap Agreement(TemplateList definitions)
    {
        Agreement a = resolved.Agreement;
        return TemplateMap.Of(
            ("id", a.Id),
            ("title", a.Title),
            ("instrument", a.Instrument == Instrument.Iga ? "IGA" : "MOU"),
            ("revision", a.Revision),
            ("status", KebabCase.Of(a.Status)),
            ("is_settled", a.IsSettled),
            ("drafted", DateOrGap(a.Dates.Drafted, "date drafted")),
            ("effective", DateOrGap(a.Dates.Effective, "effective date")),
            ("expires", DateOrGap(a.Dates.Expires, "date of expiry")),
            ("next_review", DateOrGap(a.Dates.NextReview, "date of next review")),
            ("has_expiry", a.Dates.Expires is not null),
            ("law_as_of", DateOrGap(a.LawAsOf, "date of the law")),
            ("drafter", a.Drafter),
            ("notice", a.Notice.TrimEnd('\n')),
            ("reconstruction", a.Reconstruction.TrimEnd('\n')),
            ("parties", new TemplateList(parties.Select(p => p.Facts))),
            ("sections", new TemplateList(resolved.Sections.Select(Facts))),
            ("definitions", definitions),
            ("approvals", new TemplateList(a.Parties.SelectMany(p => p.Approvals.Select(approval => Facts(p, approval))))),
            ("exhibits", new TemplateList(a.Exhibits.Select(e => Placed(new Placeable.Attachment(e), ("id", e.Id), ("title", e.Title), ("data", DataOf(e)))))));
    }

    private TemplateMap Served(AgreementExhibit exhibit)
    {
        ResolvedClause? served = DataOf(exhibit) is TemplateMap data && data.TryGet("clause", out object? id) ? resolved.Clauses.FirstOrDefault(c => c.Text.Id == id as string) : null;
        return new(served is null ? [] : served.Facts.Select(f => KeyValuePair.Create(f.Field.Name, ValueOf(f))));
    }

    private static object? DataOf(AgreementExhibit exhibit) => exhibit.Data is null ? TemplateMap.Empty : YamlFacts.Of(exhibit.Data);

    private TemplateMap Facts(ResolvedSection section) => Placed(
        new Placeable.SectionStart(section),
        ("heading", section.Section.Heading),
        ("kind", KebabCase.Of(section.Section.Kind)),
        ("clauses", new TemplateList(section.Clauses.Select(c => clauses[c.Text.Id]))));

    private TemplateMap Facts(Party party) => TemplateMap.Of(
        ("role", party.Role),
        ("legal_name", TextOrGap(party.LegalName, $"legal name of the {party.Role} party")),
        ("name", TextOrGap(party.Name, $"name of the {party.Role} party")),
        ("short", TextOrGap(party.Short, $"short name of the {party.Role} party")),
        ("kind", party.Kind),
        ("acting_through", party.ActingThrough),
        ("notices", TemplateMap.Of(
            ("office", TextOrGap(party.Notices.Office, $"{party.Role} office for notices")),
            ("address", TextOrGap(party.Notices.Address, $"{party.Role} address for notices")),
            ("email", TextOrGap(party.Notices.Email, $"{party.Role} email for notices")))),
        ("signs", !party.Signatures.IsEmpty),
        ("signatures", Placed(new Placeable.Signatures(party))));

    private static TemplateMap Facts(Party party, PartyApproval approval) => TemplateMap.Of(
        ("party", party.Short),
        ("body", approval.Body),
        ("date", DateOrGap(approval.Date, "date of approval")),
        ("reference", TextOrGap(approval.Reference, "resolution or ordinance")));

    private TemplateMap Placed(Placeable payload, params (string Name, object? Value)[] facts)
    {
        TemplateMap map = TemplateMap.Of(facts);
        placeable[map] = payload;
        return map;
    }

    private static object? ValueOf(ResolvedFact fact) => fact.Value?.Value switch
    {
        null => new Gap(fact.Field.Name),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        ImmutableArray<string> list => new TemplateList(list),
        var plain => plain,
    };

    private static object DateOrGap(DateOnly? date, string name) => date is { } day ? day.ToDateTime(TimeOnly.MinValue) : GapNamed(name);

    private static object TextOrGap(string text, string name) => text.Length > 0 ? text : GapNamed(name);

    private static Gap GapNamed(string name) => new(name.Replace(' ', '_'));
}
