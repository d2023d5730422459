using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Yaml;

namespace MouBuilder.Plain.Parity;

/// <summary>Holds a translation against the plain English it was made from: the same numbers, dates, telephones and names, as strong a rule, no English left, and nobody who says "we".</summary>
internal sealed class ParityCheck(ResolvedAgreement resolved, Locale locale, bool isDraft, DiagnosticBag bag)
{
    private readonly ImmutableArray<string> names = [.. resolved.Agreement.Parties.SelectMany(p => (string[])[p.Short, p.Name, p.LegalName]).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    private static readonly (string Kind, Func<SaidFacts, ImmutableArray<string>> Facts)[] Kinds = [("numbers", f => f.Numbers), ("dates", f => f.Dates), ("telephone numbers", f => f.Phones)];

    private readonly ParityWords words = ParityWords.Of(locale);

    /// <summary>A line of a text as families read it.</summary>
    private readonly record struct Line(string Text, Source At);

    /// <param name="name">What the text is called in a message: its clause or its question.</param>
    /// <param name="english">The English text; null for English itself and where there is none.</param>
    public void Check(string name, PlainClause? english, PlainClause text)
    {
        Line[] lines = [.. Lines(text)];
        foreach (Line line in lines)
        {
            CheckLanguage(name, line);
        }

        if (locale != Locale.En && english is not null)
        {
            Compare(name, english, [.. Lines(english)], text, lines);
        }
    }

    /// <summary>What needs no other text beside it: who speaks, whom they speak to, and whether the words are of the language.</summary>
    private void CheckLanguage(string id, Line line)
    {
        if (words.We(line.Text) is { } we)
        {
            bag.SaysWe(line.At, id, we, isDraft);
        }

        if (words.NeverYou(line.Text) is { } you)
        {
            bag.SpeaksAsToAChild(line.At, id, you, isDraft);
        }

        if (SpellingCheck.Find(line.Text, locale, names) is { } misspelt)
        {
            bag.NotSpelled(line.At, id, FamilyGate.NameOf(locale), misspelt, isDraft);
        }
    }

    private void Compare(string id, PlainClause original, Line[] english, PlainClause translated, Line[] other)
    {
        PlainVersion version = translated.Version;
        Source file = Source.File(version.Text.Path);
        if (version.RestsOn != original.Version.RestsOn)
        {
            bag.OtherBasis(file, id, KebabCase.Of(original.Version.RestsOn), KebabCase.Of(version.RestsOn));
        }

        EnglishLeft left = new(locale, Whole(english), [.. names, .. Facts(id)]);
        foreach (Line line in other)
        {
            if (left.In(line.Text) is { } found)
            {
                bag.EnglishLeft(line.At, id, found, isDraft);
            }
        }

        CompareFigures(id, english, other, original.Version, version);
        if (english.Length != other.Length)
        {
            bag.OtherParagraphs(file, id, english.Length - 2, other.Length - 2, isDraft);
            return;
        }

        foreach ((Line one, Line two) in english.Zip(other))
        {
            CompareSentences(id, one, two);
        }
    }

    private void CompareFigures(string id, Line[] english, Line[] other, PlainVersion original, PlainVersion version)
    {
        string[] omitted = [.. resolved.Clauses.Where(c => c.Text.Id == id).SelectMany(c => c.Facts).Where(f => version.Omits.Contains(f.Field.Name)).Select(f => f.Value?.ToString()).OfType<string>()];
        SaidFacts said = SaidFacts.Of(Whole(english), Locale.En, names, locale);
        SaidFacts here = SaidFacts.Of(Whole(other), locale, names, Locale.En);
        bool differ = false;
        foreach ((string kind, Func<SaidFacts, ImmutableArray<string>> facts) in Kinds)
        {
            if (SaidFacts.Difference(facts(said), facts(here), omitted) is { } difference)
            {
                differ = true;
                bag.OtherFigures(PlaceOf(english, other, facts, version), id, kind, difference);
            }
        }

        if (SaidFacts.Difference(said.Names, here.Names, []) is { } otherNames)
        {
            bag.OtherNames(PlaceOf(english, other, f => f.Names, version), id, otherNames, isDraft);
        }

        if (!differ)
        {
            CompareQuantities(id, original, version);
        }
    }

    /// <summary>Fields, numbers and days in their order, each with what it counts.</summary>
    private void CompareQuantities(string id, PlainVersion original, PlainVersion version)
    {
        ImmutableArray<SourceParagraph> there = SourceParagraph.Of(original);
        ImmutableArray<SourceParagraph> here = SourceParagraph.Of(version);
        foreach ((SourceParagraph one, SourceParagraph two) in there.Length == here.Length ? there.Zip(here) : [])
        {
            ImmutableArray<Quantity> said = [.. Quantities.Of(one.Text, Locale.En, locale).Where(q => !version.Omits.Contains(q.Value))];
            ImmutableArray<Quantity> found = Quantities.Of(two.Text, locale, Locale.En);
            if (found.FirstOrDefault(q => q.UnknownUnit is not null) is { } unknown)
            {
                bag.UnknownUnit(two.At, id, unknown.UnknownUnit!, unknown.Value, FamilyGate.NameOf(locale));
            }
            else if (said.Length != found.Length || said.Zip(found).Any(q => !q.First.IsAs(q.Second)))
            {
                bag.OtherQuantities(two.At, id, string.Join(", ", said), string.Join(", ", found));
            }
        }
    }

    /// <summary>The first paragraph whose facts differ; the file where there is none to name.</summary>
    private Source PlaceOf(Line[] english, Line[] other, Func<SaidFacts, ImmutableArray<string>> facts, PlainVersion version) =>
        english.Length == other.Length && english.Zip(other).FirstOrDefault(l => !facts(SaidFacts.Of(l.First.Text, Locale.En, names, locale)).SequenceEqual(facts(SaidFacts.Of(l.Second.Text, locale, names, Locale.En)))) is { Second.Text: not null } lines
            ? lines.Second.At
            : Source.File(version.Text.Path);

    private void CompareSentences(string id, Line english, Line other)
    {
        SentenceCheck check = new(locale, isDraft, bag);
        string[] there = [.. Counting.Of(english.Text, Locale.En).Sentences.Select(s => s.Text)];
        string[] here = [.. Counting.Of(other.Text, locale).Sentences.Select(s => s.Text)];
        if (there.Length != here.Length)
        {
            bag.OtherSentences(other.At, id, there.Length, here.Length, isDraft);
            check.Compare(id, english.Text, other.Text, other.At);
            return;
        }

        foreach ((string one, string two) in there.Zip(here))
        {
            check.Compare(id, one, two, other.At);
        }
    }

    /// <summary>Facts in words are typed once and print alike in each language.</summary>
    private IEnumerable<string> Facts(string id) => resolved.Clauses.Where(c => c.Text.Id == id).SelectMany(c => c.Facts)
        .Where(f => f.Field.Type is FieldType.String or FieldType.Text or FieldType.Choice).Select(f => f.Value?.ToString() ?? "").Where(v => v.Length > 0);

    /// <summary>Title, what changed, and each paragraph.</summary>
    private static IEnumerable<Line> Lines(PlainClause clause)
    {
        Source file = Source.File(clause.Version.Text.Path);
        return
        [
            new(clause.Version.Title, file),
            new(clause.Version.Change, file),
            .. clause.Blocks.SelectMany(b => b.WithDescendants()).Concat(clause.Notes.SelectMany(n => n.WithDescendants()))
                .Where(b => b is Paragraph or Heading).Select(b => new Line(Said(b), b.From?.Place as Source ?? file)),
        ];
    }

    /// <summary>What a gap shows is the edition's affair.</summary>
    private static string Said(Block block) => string.Concat(block.OwnInlines().Select(i => i is Gap ? "…" : i is Link ? "" : PlainText.Of([i])));

    private static string Whole(Line[] lines) => string.Join('\n', lines.Select(l => l.Text));
}
