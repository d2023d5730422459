using System.Collections.Immutable;

namespace MouBuilder.Plain;

/// <summary>What a text consists of. Formulas are of use for a whole document only: a single clause gives nonsense.</summary>
/// <param name="Words">Runs of letters, digits, apostrophes and hyphens; in Vietnamese written syllables.</param>
/// <param name="Polysyllables">Words of three syllables or more.</param>
/// <param name="LongestSentence">In words; in Vietnamese in syllables.</param>
public sealed record TextCounts(int Words, int Sentences, int Syllables, int Polysyllables, int Letters, int LongestSentence)
{
    /// <summary>Words to a sentence; in Vietnamese syllables.</summary>
    public double SentenceLength => Sentences == 0 ? 0 : (double)Words / Sentences;

    /// <summary>Flesch Reading Ease, for English: 206.835 − 1.015 W/S − 84.6 Y/W; 60 to 70 is plain, higher is easier. Flesch 1948.</summary>
    public double FleschReadingEase => 206.835 - (1.015 * SentenceLength) - (84.6 * SyllablesPerWord);

    /// <summary>Flesch-Kincaid grade, for English: 0.39 W/S + 11.8 Y/W − 15.59; a United States school grade. Kincaid and others 1975.</summary>
    public double FleschKincaidGrade => (0.39 * SentenceLength) + (11.8 * SyllablesPerWord) - 15.59;

    /// <summary>SMOG, for English: 1.0430 √(30 P/S) + 3.1291; a school grade, meant for texts of 30 sentences or more. McLaughlin 1969.</summary>
    public double Smog => Sentences == 0 ? 0 : (1.0430 * Math.Sqrt(30.0 * Polysyllables / Sentences)) + 3.1291;

    /// <summary>Fernández Huerta, for Spanish: 206.84 − 60 Y/W − 1.02 W/S; 70 to 80 is fairly easy. Fernández Huerta 1959, with the correction of 2011 (sentence length in words).</summary>
    public double FernandezHuerta => 206.84 - (60 * SyllablesPerWord) - (1.02 * SentenceLength);

    /// <summary>Szigriszt-Pazos, for Spanish: 206.835 − 62.3 Y/W − W/S. Szigriszt Pazos 1993.</summary>
    public double SzigrisztPazos => 206.835 - (62.3 * SyllablesPerWord) - SentenceLength;

    /// <summary>The INFLESZ band of <see cref="SzigrisztPazos"/>. Barrio-Cantalejo and others 2008.</summary>
    public InfleszBand Inflesz => SzigrisztPazos switch
    {
        < 40 => InfleszBand.VeryHard,
        < 55 => InfleszBand.SomewhatHard,
        < 65 => InfleszBand.Normal,
        <= 80 => InfleszBand.FairlyEasy,
        _ => InfleszBand.VeryEasy,
    };

    private double SyllablesPerWord => Words == 0 ? 0 : (double)Syllables / Words;

    /// <summary>The counts of several texts together.</summary>
    public static TextCounts Sum(IEnumerable<TextCounts> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Aggregate(new TextCounts(0, 0, 0, 0, 0, 0), (a, b) => new(
            a.Words + b.Words, a.Sentences + b.Sentences, a.Syllables + b.Syllables, a.Polysyllables + b.Polysyllables, a.Letters + b.Letters, Math.Max(a.LongestSentence, b.LongestSentence)));
    }
}

/// <summary>How hard a Spanish text reads, on the INFLESZ scale.</summary>
public enum InfleszBand
{
    /// <summary>Below 40.</summary>
    VeryHard,

    /// <summary>40 to 55.</summary>
    SomewhatHard,

    /// <summary>55 to 65: newspapers.</summary>
    Normal,

    /// <summary>65 to 80: school books, the aim for families.</summary>
    FairlyEasy,

    /// <summary>Above 80.</summary>
    VeryEasy,
}

/// <summary>A sentence and what it consists of.</summary>
/// <param name="Text">As written, without blanks around it.</param>
/// <param name="Start">Where it begins in the text it was found in.</param>
public sealed record Sentence(string Text, int Start, TextCounts Counts);

/// <summary>The sentences of a text.</summary>
public sealed record CountedText(ImmutableArray<Sentence> Sentences)
{
    /// <summary>All sentences together.</summary>
    public TextCounts Counts { get; } = TextCounts.Sum(Sentences.Select(s => s.Counts));
}
