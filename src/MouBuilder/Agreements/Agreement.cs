using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Agreements;

/// <summary>What kind of instrument the parties sign.</summary>
public enum Instrument
{
    /// <summary>A memorandum of understanding.</summary>
    Mou,

    /// <summary>An intergovernmental agreement.</summary>
    Iga,
}

/// <summary>How far an agreement has come.</summary>
public enum AgreementStatus
{
    Draft,
    InNegotiation,
    ApprovedAsToForm,
    Approved,
    Executed,
    Superseded,
}

/// <summary>An agreement file: which clauses, which versions, which facts.</summary>
public sealed record Agreement
{
    /// <summary>The agreement's id, which names its output files.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public Instrument Instrument { get; init; }

    public string Revision { get; init; } = "";

    public AgreementStatus Status { get; init; }

    public AgreementDates Dates { get; init; } = new(null, null, null, null);

    /// <summary>The day whose law the agreement is written under; citing law not in force then is a finding.</summary>
    public DateOnly? LawAsOf { get; init; }

    /// <summary>Who drafts, as a role: the author of Word files and tracked changes.</summary>
    public string Drafter { get; init; } = "";

    /// <summary>The statement about the document itself that every edition carries: what it is not, who to ask.</summary>
    public string Notice { get; init; } = "";

    /// <summary>The clause library's folder.</summary>
    public required string LibraryFolder { get; init; }

    /// <summary>The folder of templates.</summary>
    public required string TemplateFolder { get; init; }

    /// <summary>The template's name: <c>agreement</c> is the file <c>agreement.md.scriban</c>.</summary>
    public required Named Template { get; init; }

    public ImmutableArray<string> Locales { get; init; } = ["en"];

    /// <summary>The parties, in the order of the file.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    public ImmutableArray<AgreementSection> Sections { get; init; } = [];

    public ImmutableArray<AgreementExhibit> Exhibits { get; init; } = [];

    /// <summary>Texts that stand in this agreement alone.</summary>
    public ImmutableArray<LocalClause> Local { get; init; } = [];

    public ImmutableArray<AcceptedFinding> Accepted { get; init; } = [];

    /// <summary>The catalogues whose entries this agreement sets out to answer.</summary>
    public ImmutableArray<Named> Covers { get; init; } = [];

    /// <summary>Catalogue entries that somebody answers for by what is done or counted.</summary>
    public ImmutableArray<CommittedEntry> Committed { get; init; } = [];

    /// <summary>Catalogue entries that the parties decline.</summary>
    public ImmutableArray<DeclinedEntry> Declined { get; init; } = [];

    /// <summary>Catalogue entries that do not apply.</summary>
    public ImmutableArray<DeclinedEntry> NotApplicable { get; init; } = [];

    /// <summary>What a baseline was made from, when it is not the signed text; empty for an agreement that is what it says.</summary>
    public string Reconstruction { get; init; } = "";

    /// <summary>Families on which a reconstruction knows nothing.</summary>
    public ImmutableArray<Named> Unknown { get; init; } = [];

    /// <summary>Whom families ask, as an office with its telephone or address; empty while the district has not named one.</summary>
    public string FamilyContact { get; init; } = "";

    /// <summary>Words that the text is not to use.</summary>
    internal ImmutableArray<Named> NotSaid { get; init; } = [];

    /// <summary>What the agreement says about itself, in other languages.</summary>
    internal ImmutableArray<AgreementTranslation> Translations { get; init; } = [];

    /// <summary>The agreement file.</summary>
    public required string Path { get; init; }

    /// <summary>Facts shared by all clauses, as written.</summary>
    internal ImmutableArray<YamlEntry> Fill { get; init; } = [];

    /// <summary>Whether the text is past negotiation: no gap, no unpublished clause and no missing approval may remain.</summary>
    public bool IsSettled => Status > AgreementStatus.InNegotiation;

    /// <summary>Reads an agreement file.</summary>
    /// <param name="path">The file, or its folder, where it is called <c>agreement.yaml</c>.</param>
    /// <returns>The agreement, or null when it cannot be read; the diagnostics say why.</returns>
    public static (Agreement? Agreement, ImmutableArray<Diagnostic> Diagnostics) Load(string path)
    {
        DiagnosticBag bag = new();
        string file = Directory.Exists(path) ? System.IO.Path.Combine(path, "agreement.yaml") : path;
        Agreement? agreement = TextFile.Read(file, bag) is { } text && YamlFile.Read(text.Text, bag) is { } map
            ? new AgreementReader(file, bag).Read(new(map, "an agreement", bag))
            : null;
        return (bag.HasErrors ? null : agreement, bag.ToImmutable());
    }
}

/// <summary>What an agreement says about itself, in another language; empty where nobody has translated it.</summary>
internal sealed record AgreementTranslation(Locale Locale, PlainState State, string Title, string Notice, string Reconstruction);

/// <summary>The days that matter to an agreement; null where not known yet.</summary>
/// <param name="Expires">The last day in force.</param>
public sealed record AgreementDates(DateOnly? Drafted, DateOnly? Effective, DateOnly? Expires, DateOnly? NextReview);

/// <summary>A party.</summary>
/// <param name="Role">What templates call it: <c>district</c>, <c>police</c>.</param>
/// <param name="ActingThrough">The department that acts for it; empty when it acts itself.</param>
public sealed record Party(
    string Role,
    string LegalName,
    string Name,
    string Short,
    string Kind,
    string ActingThrough,
    NoticeAddress Notices,
    ImmutableArray<PartySignature> Signatures,
    ImmutableArray<PartyApproval> Approvals,
    Source Place);

/// <summary>Where notices to a party go: an office, never a person.</summary>
public sealed record NoticeAddress(string Office, string Address, string Email);

/// <summary>A signature a party's own law asks for.</summary>
public sealed record PartySignature(Documents.SignatureCapacity Capacity, string Office);

/// <summary>An approval a party's own law asks for.</summary>
/// <param name="Date">When it was given; null while it is missing.</param>
/// <param name="Reference">The resolution or ordinance; empty while unknown.</param>
public sealed record PartyApproval(string Body, DateOnly? Date, string Reference, Source Place);

/// <summary>A section and its clauses.</summary>
public sealed record AgreementSection(string Heading, Documents.SectionKind Kind, ImmutableArray<ClauseUse> Clauses, Source Place);

/// <summary>The use of a clause.</summary>
/// <param name="Spec">What stands after the <c>@</c>: a version, a prefix such as <c>2.*</c>, an interval such as <c>[1.0,2.0)</c>, or <c>local</c>.</param>
public sealed record ClauseUse(string Id, string Spec, Source Place)
{
    /// <summary>Facts for this clause alone, as written.</summary>
    internal ImmutableArray<YamlEntry> Fill { get; init; } = [];
}

/// <summary>An attachment: a template and its data.</summary>
public sealed record AgreementExhibit(string Id, string Title, Named Template, Source Place)
{
    /// <summary>The exhibit's data, as written.</summary>
    internal YamlMap? Data { get; init; }
}

/// <summary>A clause text for this agreement only.</summary>
/// <param name="DepartsFrom">The library version it departs from; empty when the library has no such clause.</param>
public sealed record LocalClause(ClauseVersion Text, string DepartsFrom, Source Place);

/// <summary>A finding that counsel accepts, until the clause's text changes.</summary>
public sealed record AcceptedFinding(string Code, string Clause, string Fingerprint, string Reason, Source Place);

/// <summary>A catalogue entry that a person answers for.</summary>
/// <param name="Owner">Who, as an office.</param>
/// <param name="By">The id of the clause or exhibit that commits them.</param>
public sealed record CommittedEntry(Named Id, string Owner, string By, Source Place);

/// <summary>A catalogue entry that the parties decline or that does not apply.</summary>
public sealed record DeclinedEntry(string Id, string By, string Reason, Source Place);
