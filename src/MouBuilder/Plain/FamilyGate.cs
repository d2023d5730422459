using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Yaml;
using Gap = MouBuilder.Documents.Gap;

namespace MouBuilder.Plain;

/// <summary>What keeps a family edition from families: a text that explains other words than those agreed, that nobody has approved, that is missing, or that is too hard to read.</summary>
internal sealed partial class FamilyGate(ResolvedAgreement resolved, Locale locale, bool isDraft, DiagnosticBag bag)
{
    public void CheckTexts(ImmutableDictionary<string, PlainClause> texts)
    {
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            if (texts.TryGetValue(clause.Text.Id, out PlainClause? text))
            {
                Check(clause, text);
            }
            else if (!clause.Text.Answers.IsEmpty)
            {
                bag.PlainTextMissing(clause.Place, $"{clause.Text.Id} {clause.Text.Version}", NameOf(locale), $"clauses/{clause.Text.Id}/{clause.Text.Version}.{KebabCase.Of(locale)}.yaml");
            }
        }

        string[] leftOut = [.. resolved.Clauses.Select(c => c.Text.Id).Where(id => !texts.ContainsKey(id))];
        if (leftOut.Length > 0 && !texts.IsEmpty)
        {
            bag.LeftOut(Source.File(Paths.Shown(resolved.Agreement.Path)), NameOf(locale), string.Join(", ", leftOut));
        }

        if (!isDraft && resolved.Agreement.FamilyContact.Length == 0)
        {
            bag.NoFamilyContact(Source.File(Paths.Shown(resolved.Agreement.Path)));
        }
    }

    /// <summary>Short answers are held to the same as the texts they lead to.</summary>
    public void CheckAnswers(IEnumerable<ShortAnswer> answers)
    {
        foreach (ShortAnswer answer in answers.OrderBy(a => a.Answer.Question, StringComparer.Ordinal))
        {
            PlainVersion version = answer.Text.Version;
            Source at = version.Text.PlaceOf(0);
            if (answer.Text.IsStale)
            {
                bag.AnswerStale(at, answer.Answer.Question, string.Join(", ", answer.Answer.Clauses.Select(c => c.Id)));
            }

            if (answer.English is { } english && version.From != english.Version.Fingerprint)
            {
                bag.AnswerTranslationStale(at, answer.Answer.Question);
            }

            CheckState(at, answer.Answer.Question, version);
        }
    }

    /// <summary>What the document as a whole shows: no gap where families would look for a number, and sentences they can read. Headings are left out.</summary>
    public void CheckDocument(MouDocument document)
    {
        foreach (Block block in isDraft ? [] : document.AllBlocks())
        {
            foreach (Gap gap in block.OwnInlines().OfType<Gap>().Where(g => g.Field != "family_contact"))
            {
                bag.FamilyGap(block.From?.Place ?? Source.File(Paths.Shown(resolved.Agreement.Path)), resolved.Clauses.FirstOrDefault(c => c.Facts.Any(f => f.Field.Name == gap.Field))?.Text.Id ?? resolved.Agreement.Id, gap.Field);
            }
        }

        ReadSentence[] sentences = [.. EditionSentences.Of(document, locale)];
        int most = locale switch { Locale.Es => 28, Locale.Vi => 32, _ => 25 };
        foreach ((Sentence sentence, Place? at) in sentences.Where(s => s.Sentence.Counts.Words > most))
        {
            bag.LongSentence(at ?? Source.File(Paths.Shown(resolved.Agreement.Path)), sentence.Counts.Words, locale == Locale.Vi ? "syllables" : "words", most, Beginning(sentence.Text));
        }

        Judge(TextCounts.Sum(sentences.Select(s => s.Sentence.Counts)));
    }

    private void Judge(TextCounts counts)
    {
        (double value, bool isHard, string measure, string limit) = locale switch
        {
            Locale.Es => (counts.SzigrisztPazos, counts.SzigrisztPazos < 65, "Szigriszt-Pazos {0}", "65 or more"),
            Locale.Vi => (counts.SentenceLength, counts.SentenceLength > 20, "{0} syllables to a sentence", "20 or fewer"),
            _ => (counts.FleschKincaidGrade, counts.FleschKincaidGrade > 6, "Flesch-Kincaid grade {0}", "6.0 or less"),
        };
        if (isHard)
        {
            bag.HardToRead(Source.File(Paths.Shown(resolved.Agreement.Path)), NameOf(locale), string.Format(CultureInfo.InvariantCulture, measure, Math.Round(value, 1)), limit, isDraft);
        }
    }

    private void Check(ResolvedClause clause, PlainClause text)
    {
        PlainVersion version = text.Version;
        Source at = Source.File(version.Text.Path);
        if (text.IsStale)
        {
            KeptWording? explained = KeptWording.Find(resolved.Library, version.Id, version.Version, version.Explains, isPlain: false);
            bag.PlainTextStale(at, clause.Text.Id, Drift.InWords(Drift.Between(explained, KeptWording.Of(clause.Text))));
        }

        if (text.English is { } english && version.From != english)
        {
            KeptWording? made = KeptWording.Find(resolved.Library, version.Id, version.Version, version.From, isPlain: true);
            KeptWording now = KeptWording.Of(resolved.Library.OpenPlain(version.Id, version.Version, Locale.En, new())!);
            bag.TranslationStale(at, clause.Text.Id, Drift.InWords(Drift.Between(made, now)));
        }

        CheckState(at, clause.Text.Id, version);
        foreach (FieldSpec field in clause.Text.Fields.Where(f => f.Type is FieldType.Integer or FieldType.Money or FieldType.Date))
        {
            if (Prints(clause.Text.Text, field.Name) && !Prints(version.Text, field.Name) && !version.Omits.Contains(field.Name))
            {
                bag.PlainTextLacksField(at, clause.Text.Id, field.Name);
            }
        }
    }

    private void CheckState(Source at, string name, PlainVersion version)
    {
        if (!isDraft && (version.State != PlainState.Approved || version.IsMachineMade))
        {
            bag.PlainTextNotApproved(at, name, version.IsMachineMade ? "made by a machine and gone over by nobody" : version.State == PlainState.Draft ? "a draft" : "reviewed and not yet approved");
        }
    }

    private static bool Prints(SourceText template, string field) =>
        Code().Matches(template.Text).Any(m => Regex.IsMatch(m.Value, $@"(?<![\w.$]){Regex.Escape(field)}(?!\w)", RegexOptions.CultureInvariant));

    public static string Beginning(string sentence) => sentence.Length <= 60 ? sentence : sentence[..57] + "...";

    public static string NameOf(Locale locale) => locale switch { Locale.Es => "Spanish", Locale.Vi => "Vietnamese", _ => "English" };

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Code();
}
