using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Templates;

namespace MouBuilder.Plain.Parity;

/// <summary>Holds a translation against the plain English it was made from: the same numbers, dates, telephones and names, as strong a rule, no English left, and nobody who says "we".</summary>
internal sealed class ParityCheck(ResolvedAgreement resolved, Locale locale, bool isDraft, DiagnosticBag bag)
{
    private readonly ImmutableArray<string> names = [.. resolved.Agreement.Parties.SelectMany(p => (string[])[p.Short, p.Name, p.LegalName]).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
    private readonly ParityWords words = ParityWords.Of(locale);

    /// <summary>A line of a text as families read it.</summary>
    private readonly record struct Line(string Text, Source At);

    public void Check(ImmutableDictionary<string, PlainClause> english, ImmutableDictionary<string, PlainClause> texts)
    {
        foreach (string id in resolved.Clauses.Select(c => c.Text.Id).Where(texts.ContainsKey))
        {
            Line[] lines = [.. Lines(texts[id])];
            foreach (Line line in lines)
            {
                if (words.We(line.Text) is { } we)
                {
                    bag.SaysWe(line.At, id, we);
                }
            }

            if (locale != Locale.En && english.TryGetValue(id, out PlainClause? original))
            {
                Compare(id, [.. Lines(original)], lines, texts[id].Version);
            }
        }
    }

    private void Compare(string id, Line[] english, Line[] other, PlainVersion version)
    {
        Source file = Source.File(version.Text.Path);
        string[] omitted = [.. resolved.Clauses.Where(c => c.Text.Id == id).SelectMany(c => c.Facts).Where(f => version.Omits.Contains(f.Field.Name)).Select(f => f.Value?.ToString()).OfType<string>()];
        SaidFacts said = SaidFacts.Of(Whole(english), Locale.En, names);
        SaidFacts here = SaidFacts.Of(Whole(other), locale, names);
        foreach ((string kind, ImmutableArray<string> there, ImmutableArray<string> own) in new[] { ("numbers", said.Numbers, here.Numbers), ("dates", said.Dates, here.Dates), ("telephone numbers", said.Phones, here.Phones) })
        {
            if (SaidFacts.Difference(there, own, omitted) is { } difference)
            {
                bag.OtherFigures(file, id, kind, difference);
            }
        }

        if (SaidFacts.Difference(said.Names, here.Names, []) is { } otherNames)
        {
            bag.OtherNames(file, id, otherNames);
        }

        EnglishLeft left = new(locale, Whole(english), [.. names, .. Facts(id)]);
        foreach (Line line in other)
        {
            if (left.In(line.Text) is { } found)
            {
                bag.EnglishLeft(line.At, id, found, isDraft);
            }
        }

        if (english.Length != other.Length)
        {
            bag.OtherParagraphs(file, id, english.Length - 2, other.Length - 2);
            return;
        }

        foreach ((Line one, Line two) in english.Zip(other))
        {
            CompareStrength(id, one, two);
        }
    }

    /// <summary>Facts in words are typed once and print alike in each language.</summary>
    private IEnumerable<string> Facts(string id) => resolved.Clauses.Where(c => c.Text.Id == id).SelectMany(c => c.Facts)
        .Where(f => f.Field.Type is FieldType.String or FieldType.Text or FieldType.Choice).Select(f => f.Value?.ToString() ?? "").Where(v => v.Length > 0);

    private void CompareStrength(string id, Line english, Line other)
    {
        ImmutableHashSet<Modal> said = ParityWords.Of(Locale.En).Strengths(english.Text);
        ImmutableHashSet<Modal> here = words.Strengths(other.Text);
        if (words.TooWeak(other.Text) is { } weak && !said.Contains(Modal.Might))
        {
            bag.TooWeakForRule(other.At, id, weak);
        }
        else if (said.Contains(Modal.Must) && !here.Contains(Modal.Must) && !here.Contains(Modal.MustNot))
        {
            bag.OtherStrength(other.At, id, "must", Beginning(english.Text));
        }
        else if (said.Contains(Modal.MustNot) && !here.Contains(Modal.MustNot))
        {
            bag.OtherStrength(other.At, id, "must not", Beginning(english.Text));
        }
        else if (said.Contains(Modal.May) && !here.Contains(Modal.May) && !here.Contains(Modal.Might) && !(here.Contains(Modal.MustNot) && ParityWords.Of(Locale.En).Denies(english.Text)))
        {
            bag.OtherStrength(other.At, id, "may", Beginning(english.Text));
        }
    }

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

    private static string Beginning(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
