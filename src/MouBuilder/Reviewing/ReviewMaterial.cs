using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates;

namespace MouBuilder.Reviewing;

/// <summary>A comparison and what a reader's page says beside it: plain-language texts of both sides and the catalogues' own words.</summary>
public sealed record ReviewMaterial
{
    private ReviewMaterial(Comparison comparison, Locale locale)
    {
        Comparison = comparison;
        Locale = locale;
        Edition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ComparisonJson.Write(comparison))))[..16];
    }

    public Comparison Comparison { get; }

    public Locale Locale { get; }

    /// <summary>Names this comparison and no other: the first 16 hex digits of the SHA-256 of <see cref="ComparisonJson"/>. The language of a page makes no difference.</summary>
    public string Edition { get; }

    internal ImmutableDictionary<string, PlainClause> OldPlain { get; private init; } = ImmutableDictionary<string, PlainClause>.Empty;

    internal ImmutableDictionary<string, PlainClause> NewPlain { get; private init; } = ImmutableDictionary<string, PlainClause>.Empty;

    internal ImmutableDictionary<string, Requirement> Requirements { get; private init; } = ImmutableDictionary<string, Requirement>.Empty;

    internal ImmutableDictionary<string, Family> Families { get; private init; } = ImmutableDictionary<string, Family>.Empty;

    /// <summary>Reads what belongs to a comparison in one language.</summary>
    /// <returns>The material; an error in a plain-language text or a catalogue is a diagnostic.</returns>
    public static (ReviewMaterial Material, ImmutableArray<Diagnostic> Diagnostics) Gather(Comparison comparison, Locale locale)
    {
        (ImmutableDictionary<string, PlainClause> old, ImmutableArray<Diagnostic> inOld) = PlainOf(comparison.Old, locale);
        (ImmutableDictionary<string, PlainClause> now, ImmutableArray<Diagnostic> inNew) = PlainOf(comparison.New, locale);
        List<Diagnostic> found = [.. inOld, .. inNew];
        List<Catalogues> catalogues = [];
        foreach (string folder in new[] { comparison.New.Agreement, comparison.Old.Agreement }.OfType<ResolvedAgreement>().Select(a => a.Agreement.LibraryFolder).Distinct(StringComparer.Ordinal))
        {
            (Catalogues read, ImmutableArray<Diagnostic> inCatalogues) = Catalogues.Load(folder);
            catalogues.Add(read);
            found.AddRange(inCatalogues);
        }

        ReviewMaterial material = new(comparison, locale)
        {
            OldPlain = old,
            NewPlain = now,
            Requirements = catalogues.SelectMany(c => c.Requirements).DistinctBy(r => r.Id).ToImmutableDictionary(r => r.Id, StringComparer.Ordinal),
            Families = catalogues.SelectMany(c => c.Families).DistinctBy(f => f.Id).ToImmutableDictionary(f => f.Id, StringComparer.Ordinal),
        };
        return (material, [.. found.DistinctBy(d => d.ToString())]);
    }

    /// <summary>Which clauses of the new text a page in this language does not explain; a text that is no agreement of ours has no explanations at all, and no finding.</summary>
    public ImmutableArray<Diagnostic> PageFindings()
    {
        DiagnosticBag bag = new();
        if (Comparison.New.Agreement is { } agreement)
        {
            string[] missing = [.. agreement.Clauses.Select(c => c.Text.Id).Where(id => !NewPlain.ContainsKey(id))];
            string[] stale = [.. agreement.Clauses.Select(c => c.Text.Id).Where(id => NewPlain.GetValueOrDefault(id) is { IsStale: true })];
            if (missing.Length + stale.Length > 0)
            {
                bag.Unexplained(Source.File(Paths.Shown(agreement.Agreement.Path)), Locale switch { Locale.Es => "Spanish", Locale.Vi => "Vietnamese", _ => "English" }, missing, stale);
            }
        }

        return bag.ToImmutable();
    }

    private static (ImmutableDictionary<string, PlainClause> Texts, ImmutableArray<Diagnostic> Diagnostics) PlainOf(ComparisonSide side, Locale locale) =>
        side.Agreement is { } agreement ? PlainTexts.Of(agreement, locale) : (ImmutableDictionary<string, PlainClause>.Empty, []);
}
