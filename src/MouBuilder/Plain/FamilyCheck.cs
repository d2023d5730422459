using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Plain;

/// <summary>What <c>mou check</c> says of an agreement's family editions, as drafts: everything that would stop them, how they read, and which questions nobody answers.</summary>
internal static class FamilyCheck
{
    private const int HardestShown = 3;

    /// <summary>Nothing for an agreement whose clauses have no plain-language text and answer no question.</summary>
    public static ImmutableArray<Diagnostic> Check(ResolvedAgreement resolved, MouDocument legal, Catalogues catalogues)
    {
        DiagnosticBag bag = new();
        Locale[] locales = [.. Enum.GetValues<Locale>().Where(l => resolved.Agreement.Locales.Contains(KebabCase.Of(l)))];
        Source at = Source.File(Paths.Shown(resolved.Agreement.Path));
        // The clauses of a baseline answer nothing: they stand beside those that do.
        bool answersAny = resolved.Clauses.Any(c => !c.Text.Answers.IsEmpty);
        HashSet<string> answered = [.. resolved.Clauses.SelectMany(c => c.Text.Answers).Select(a => a.Name), FamilyEdition.InForce, FamilyEdition.WhatChanged, .. ShortAnswers.Of(resolved, Locale.En, catalogues.Questions, new()).Keys];
        foreach (FamilyQuestion question in catalogues.Questions.Where(q => answersAny && locales.Length > 0 && !answered.Contains(q.Id)))
        {
            bag.QuestionUnanswered(at, question.Question, question.Id);
        }

        foreach (Locale locale in locales.Where(l => answersAny || HasTexts(resolved, l)))
        {
            (MouDocument? edition, ImmutableArray<Diagnostic> found) = FamilyEdition.Assemble(resolved, legal, locale, isDraft: true);
            bag.AddRange(found);
            if (edition is not null && HasTexts(resolved, locale))
            {
                Report(edition, locale, at, bag);
            }
        }

        return bag.ToImmutable();
    }

    private static bool HasTexts(ResolvedAgreement resolved, Locale locale) => resolved.Clauses.Any(c => File.Exists(resolved.Library.PlainPath(c.Text.Id, c.Text.Version, locale)));

    private static void Report(MouDocument edition, Locale locale, Source at, DiagnosticBag bag)
    {
        ReadSentence[] sentences = [.. EditionSentences.Of(edition, locale)];
        TextCounts counts = TextCounts.Sum(sentences.Select(s => s.Sentence.Counts));
        string language = FamilyGate.NameOf(locale);
        bag.Readability(at, language, Measures(counts, locale));
        foreach (ReadSentence hard in sentences.Where(s => s.At is not null).OrderByDescending(s => s.Sentence.Counts.Words).ThenByDescending(s => s.Sentence.Counts.Syllables).DistinctBy(s => s.Sentence.Text).Take(HardestShown))
        {
            string measure = string.Create(CultureInfo.InvariantCulture, $"{hard.Sentence.Counts.Words} {(locale == Locale.Vi ? "syllables" : "words")}");
            bag.HardestSentence(hard.At!, language, measure, FamilyGate.Beginning(hard.Sentence.Text));
        }
    }

    private static string Measures(TextCounts counts, Locale locale) => locale switch
    {
        Locale.Es => string.Create(CultureInfo.InvariantCulture, $"{Size(counts, "words")}, Szigriszt-Pazos {counts.SzigrisztPazos:0.0} (INFLESZ {KebabCase.Of(counts.Inflesz).Replace('-', ' ')}), Fernández Huerta {counts.FernandezHuerta:0.0}"),
        Locale.Vi => Size(counts, "syllables"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Size(counts, "words")}, Flesch-Kincaid grade {counts.FleschKincaidGrade:0.0}, Flesch Reading Ease {counts.FleschReadingEase:0.0}, SMOG {counts.Smog:0.0}"),
    };

    private static string Size(TextCounts counts, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{counts.Sentences} sentences of {counts.SentenceLength:0.0} {unit} on average, the longest of {counts.LongestSentence}");
}
