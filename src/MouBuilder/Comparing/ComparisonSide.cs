using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>What is known of a clause beside its text.</summary>
/// <param name="Family">Empty when not known.</param>
/// <param name="Reason">Why this version is as it is; drafting history.</param>
/// <param name="Satisfies">Ids of catalogue entries that the text meets.</param>
public sealed record ClauseFacts(string Version, string Family, string Reason, ImmutableArray<ClauseSource> Sources, ImmutableArray<string> Satisfies);

/// <summary>One side of a comparison: a document and what is known of it.</summary>
public sealed partial record ComparisonSide
{
    private const string ReconstructionMark = "Reconstruction";

    public required MouDocument Document { get; init; }

    /// <summary>What the side is called, for example <c>dps-dpd-2022, draft-1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the text was made from when it is not the text that was signed; empty otherwise. Every output begins with it.</summary>
    public string Reconstruction { get; init; } = "";

    /// <summary>The families on which nothing is known; null when it is not known which those are, as for a bare document.</summary>
    public ImmutableArray<string>? UnknownFamilies { get; init; }

    /// <summary>By clause id; empty for a bare document.</summary>
    public ImmutableDictionary<string, ClauseFacts> Clauses { get; init; } = ImmutableDictionary<string, ClauseFacts>.Empty;

    /// <summary>The agreement the document was assembled from; null for a bare document.</summary>
    public ResolvedAgreement? Agreement { get; init; }

    /// <summary>What the headers and footers of a paper say: <c>header: DRAFT</c>; null where they are not known, as for an agreement that is yet to be built.</summary>
    public ImmutableArray<string>? Surroundings { get; init; }

    /// <summary>What the reader of a paper warns of, such as words struck by hand, which were read as words that stand: whoever sees no difference has to know it.</summary>
    public ImmutableArray<string> ReadingWarnings { get; init; } = [];

    /// <summary>The files the side was read from, none of which an output may overwrite.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>
    /// Whether it is unknown that this side speaks of a family: it is a reconstruction and has no clause of it. Headings and what stands outside of clauses, which are of no family, are
    /// a reconstruction's own; nobody knows what the signed text had there.
    /// </summary>
    public bool IsUnknown(string family) => Reconstruction.Length > 0 && (family.Length == 0 || !Clauses.Values.Any(c => c.Family == family));

    /// <summary>An agreement and the document assembled from it.</summary>
    public static ComparisonSide Of(ResolvedAgreement resolved, MouDocument document) => new()
    {
        Document = document,
        Agreement = resolved,
        Name = NameOf(document.Properties),
        Reconstruction = resolved.Agreement.Reconstruction.ReplaceLineEndings(" ").Trim(),
        UnknownFamilies = [.. resolved.Agreement.Unknown.Select(u => u.Name)],
        Clauses = resolved.Clauses.ToImmutableDictionary(c => c.Text.Id, c => FactsOf(c.Text, c.Family), StringComparer.Ordinal),
    };

    /// <summary>A bare document. If its own footer says that it is a reconstruction, it is one.</summary>
    public static ComparisonSide Of(MouDocument document) => new()
    {
        Document = document,
        Name = NameOf(document.Properties),
        Reconstruction = document.Properties.Disclaimer.StartsWith(ReconstructionMark, StringComparison.Ordinal) ? document.Properties.Disclaimer : "",
    };

    /// <summary>One version of a clause, its text as the clause file writes it, a line to a paragraph.</summary>
    public static ComparisonSide Of(ClauseVersion version)
    {
        ImmutableArray<Block> lines =
        [
            .. version.Text.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => new Paragraph(ParagraphRole.Body, [new TextRun(line)])),
        ];
        Clause clause = new(version.Id, [new TextRun(version.Title)], lines);
        return new()
        {
            Document = new(new() { Title = version.Title }, [clause], []),
            Name = $"{version.Id}@{version.Version}",
            Clauses = ImmutableDictionary<string, ClauseFacts>.Empty.Add(version.Id, FactsOf(version, "")),
        };
    }

    private static ClauseFacts FactsOf(ClauseVersion version, string family) =>
        new(version.Version, family, version.Reason.ReplaceLineEndings(" ").Trim(), version.Sources, [.. version.Satisfies.Select(s => s.Name)]);

    private static string NameOf(DocumentProperties properties) =>
        properties.Agreement.Length == 0 ? properties.Title : properties.Revision.Length == 0 ? properties.Agreement : $"{properties.Agreement}, {properties.Revision}";
}
