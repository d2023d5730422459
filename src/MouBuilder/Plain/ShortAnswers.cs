using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Text;

namespace MouBuilder.Plain;

/// <summary>A short answer in one language.</summary>
/// <param name="English">The English it was made from; null for English itself.</param>
internal sealed record ShortAnswer(FamilyAnswer Answer, PlainClause Text, PlainClause? English);

/// <summary>Finds the short answers that hold for an agreement: those that rest on versions it has.</summary>
internal static class ShortAnswers
{
    /// <summary>By the id of the question; a question without a short answer is left out.</summary>
    public static ImmutableDictionary<string, ShortAnswer> Of(ResolvedAgreement resolved, Locale locale, IEnumerable<FamilyQuestion> questions, DiagnosticBag bag)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ShortAnswer>(StringComparer.Ordinal);
        Dictionary<string, ClauseVersion> clauses = resolved.Clauses.ToDictionary(c => c.Text.Id, c => c.Text, StringComparer.Ordinal);
        // The clauses of a baseline answer nothing, and no answer is missed there.
        bool answersAny = clauses.Values.Any(c => !c.Answers.IsEmpty);
        foreach (FamilyQuestion question in questions.Where(_ => answersAny))
        {
            if (FamilyAnswer.Open(resolved.Agreement.LibraryFolder, question.Id, bag) is not { } answer)
            {
                continue;
            }

            Source file = Source.File(answer.Path);
            if (answer.Clauses.FirstOrDefault(c => clauses.GetValueOrDefault(c.Id)?.Version != c.Version) is { } missing)
            {
                bag.AnswerLeftOut(file, question.Id, $"{missing.Id} {missing.Version}");
            }
            else if (!answer.Texts.TryGetValue(locale, out PlainVersion? text))
            {
                bag.AnswerMissing(file, question.Id, FamilyGate.NameOf(locale));
            }
            else
            {
                string legal = FamilyAnswer.FingerprintOf(answer.Clauses.Select(c => clauses[c.Id].Fingerprint));
                PlainClause? english = locale == Locale.En || !answer.Texts.TryGetValue(Locale.En, out PlainVersion? original) ? null : Read(original, legal, null, bag);
                found.Add(question.Id, new(answer, Read(text, legal, english?.Version.Fingerprint, bag), english));
            }
        }

        return found.ToImmutable();
    }

    private static PlainClause Read(PlainVersion version, string legal, string? english, DiagnosticBag bag)
    {
        MarkdownBlocks read = MarkdownReader.Read(MarkdownText.Of(version.Text), MarkdownDialect.Clause, null, "", bag);
        MouDocument numbered = Numbering.Apply(new(new() { Title = version.Id }, read.Blocks, read.Notes));
        return new(version, version.Explains != legal, english, numbered.Blocks, numbered.Notes);
    }
}
