using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Plain;
using MouBuilder.Templates;
using Xunit;

namespace MouBuilder.Tests.Plain;

/// <summary>The plain-language texts that the library ships, with the facts of the two Denver examples.</summary>
public sealed partial class ShippedPlainTextsTests
{
    /// <summary>Clauses about nothing but the two agencies' own money and insurance. They touch no family, so they have no plain text.</summary>
    private static readonly string[] WithoutText = ["costs-and-responsibility", "exhibits"];

    public static TheoryData<string> Examples => ["dps-dpd-2013", "dps-dpd-2022"];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_clause_that_touches_a_family_is_explained_in_three_languages_and_none_has_gone_stale(string example)
    {
        ResolvedAgreement agreement = Resolved(example);
        IEnumerable<string> expected = agreement.Clauses.Select(c => c.Text.Id).Except(WithoutText).Order(StringComparer.Ordinal);
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            ImmutableDictionary<string, PlainClause> texts = Texts(agreement, locale);
            Assert.Equal(expected, texts.Keys.Order(StringComparer.Ordinal));
            Assert.DoesNotContain(texts, t => t.Value.IsStale);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_same_numbers_stand_in_each_language(string example)
    {
        ResolvedAgreement agreement = Resolved(example);
        ImmutableDictionary<string, PlainClause> english = Texts(agreement, Locale.En);
        foreach (Locale locale in (Locale[])[Locale.Es, Locale.Vi])
        {
            foreach ((string id, PlainClause text) in Texts(agreement, locale))
            {
                Assert.True(Numbers(english[id]).SequenceEqual(Numbers(text)), $"{id} has other numbers in {locale} than in English.");
            }
        }
    }

    /// <summary>A grade, a score and a mean for the whole, a limit for each sentence.</summary>
    [Fact]
    public void The_texts_are_plain_as_a_whole_and_no_sentence_is_too_long()
    {
        ResolvedAgreement agreement = Resolved("dps-dpd-2022");
        TextCounts english = Counted(agreement, Locale.En, longest: 25);
        Assert.True(english.FleschKincaidGrade <= 6.0, $"English: {english}");
        TextCounts spanish = Counted(agreement, Locale.Es, longest: 28);
        Assert.True(spanish.SzigrisztPazos >= 65, $"Spanish: {spanish}");
        TextCounts vietnamese = Counted(agreement, Locale.Vi, longest: 32);
        Assert.True(vietnamese.SentenceLength <= 20, $"Vietnamese: {vietnamese}");
    }

    private static TextCounts Counted(ResolvedAgreement agreement, Locale locale, int longest)
    {
        ImmutableArray<Sentence> sentences = [.. Texts(agreement, locale).OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => Counting.Of(string.Join('\n', Lines(t.Value)), locale).Sentences)];
        Assert.Empty(sentences.Where(s => s.Counts.Words > longest).Select(s => s.Text));
        return TextCounts.Sum(sentences.Select(s => s.Counts));
    }

    private static ResolvedAgreement Resolved(string example)
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", example));
        return Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>()).Agreement!;
    }

    private static ImmutableDictionary<string, PlainClause> Texts(ResolvedAgreement agreement, Locale locale)
    {
        (ImmutableDictionary<string, PlainClause> texts, var diagnostics) = PlainTexts.Of(agreement, locale);
        Assert.Empty(diagnostics);
        return texts;
    }

    private static IEnumerable<string> Numbers(PlainClause text) =>
        Lines(text).Append(text.Version.Change).SelectMany(l => Number().Matches(l)).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(PlainClause text) => text.Blocks.SelectMany(Lines);

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph p => [PlainText.Of(p.Content)],
        ListBlock l => l.Items.SelectMany(i => i.Blocks).SelectMany(Lines),
        _ => throw new NotSupportedException($"A plain text holds paragraphs and lists, and here is a {block.GetType().Name}."),
    };

    [GeneratedRegex(@"[0-9]+(?:[.,:-][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
