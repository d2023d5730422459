using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Templates.Language;
using MouBuilder.Text;

namespace MouBuilder.Templates;

/// <summary>A clause's plain-language text with the agreement's facts in it.</summary>
/// <param name="IsStale">Whether the legal text has changed since this text was written to explain it.</param>
/// <param name="English">For a translation, the fingerprint of the plain English as it is now; null for English itself, or where there is none.</param>
/// <param name="Blocks">Numbered; cross-references have no number.</param>
internal sealed record PlainClause(PlainVersion Version, bool IsStale, string? English, ImmutableArray<Block> Blocks, ImmutableArray<Note> Notes);

/// <summary>Renders the plain-language texts of an agreement's clauses.</summary>
internal static class PlainTexts
{
    /// <summary>The texts of one language, by clause id; a clause without one is left out.</summary>
    public static (ImmutableDictionary<string, PlainClause> Texts, ImmutableArray<Diagnostic> Diagnostics) Of(ResolvedAgreement resolved, Locale locale)
    {
        DiagnosticBag bag = new();
        var texts = ImmutableDictionary.CreateBuilder<string, PlainClause>(StringComparer.Ordinal);
        AgreementFacts facts = new(resolved);
        RenderOptions options = new(Budget.Default, null, CultureOf(locale), OwnFunctions.With(facts.Placeable), Parse: ParsedTemplates.Of);
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            if (resolved.Library.OpenPlain(clause.Text.Id, clause.Text.Version, locale, bag) is { } version
                && ParsedTemplates.Of(version.Text, bag)?.Render(facts.Clause(clause), options, bag) is { } rendering)
            {
                string? english = locale == Locale.En ? null : resolved.Library.OpenPlain(clause.Text.Id, clause.Text.Version, Locale.En, new DiagnosticBag())?.Fingerprint;
                texts[clause.Text.Id] = Read(version, clause, english, MarkdownEscape.Apply(rendering, bag), bag);
            }
        }

        return (texts.ToImmutable(), bag.ToImmutable());
    }

    private static PlainClause Read(PlainVersion version, ResolvedClause clause, string? english, MarkdownText markdown, DiagnosticBag bag)
    {
        MarkdownBlocks read = MarkdownReader.Read(markdown, MarkdownDialect.Clause, null, "", bag);
        MouDocument numbered = Numbering.Apply(new(new() { Title = version.Title }, read.Blocks, read.Notes));
        return new(version, version.Explains != clause.Text.Fingerprint, english, numbered.Blocks, numbered.Notes);
    }

    public static CultureTag CultureOf(Locale locale) => locale switch
    {
        Locale.Es => CultureTag.Es,
        Locale.Vi => CultureTag.Vi,
        _ => CultureTag.En,
    };
}
