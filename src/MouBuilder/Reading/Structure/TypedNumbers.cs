using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>
/// Takes typed numbers and bullets for what they are. A single "A." may be an initial and "2013." the end of a sentence, so a number counts only in a row:
/// as the first of several, after the one before it or, in brackets as a list has it, right before the one after it: a page may begin with (g) and (h).
/// </summary>
internal sealed class TypedNumbers
{
    /// <summary>A row may miss this many numbers, as after bad character recognition.</summary>
    private const int MostMissed = 2;

    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> seconds = new(StringComparer.Ordinal);
    private readonly HashSet<(int At, LabelReading Reading)> followed = [];

    public static List<Piece> Find(List<Piece> pieces)
    {
        TypedNumbers numbers = new();
        TypedLabel?[] found = [.. pieces.Select(Candidate)];
        for (int i = 0; i < found.Length; i++)
        {
            foreach (LabelReading reading in found[i]?.Readings ?? [])
            {
                if (reading.Ordinal == 2)
                {
                    (numbers.seconds.TryGetValue(reading.Shape, out List<int>? places) ? places : numbers.seconds[reading.Shape] = []).Add(i);
                }

                if (reading.Shape[0] == '(' && i + 1 < found.Length && found[i + 1]?.Readings.Contains(reading with { Ordinal = reading.Ordinal + 1 }) == true)
                {
                    numbers.followed.Add((i, reading));
                }
            }
        }

        return [.. pieces.Select((piece, i) => piece is Line line ? numbers.Read(line, found[i], i) : piece)];
    }

    private static TypedLabel? Candidate(Piece piece) =>
        piece is Line { Label: null, IsBullet: false, Role: LineRole.Body, Words: [TextRun, ..] } line ? TypedLabel.Of(line.Text) : null;

    private Line Read(Line line, TypedLabel? label, int at)
    {
        if (label is not null)
        {
            foreach (LabelReading reading in label.Readings.OrderByDescending(Continues))
            {
                if (IsInARow(reading, label, at) || (line.HeadingLevel is not null && reading.Ordinal == 1))
                {
                    last[reading.Shape] = reading.Ordinal;
                    return line with { Label = label.Text, Words = Without(line, label.Length) };
                }
            }

            return line;
        }

        return line is { Label: null, IsBullet: false, Role: LineRole.Body, HeadingLevel: null } && Bullet(line.Text) is var length and > 0
            ? line with { IsBullet = true, Words = Without(line, length) }
            : line;
    }

    private bool Continues(LabelReading reading) => last.TryGetValue(reading.Shape, out int before) && reading.Ordinal == before + 1;

    private bool IsInARow(LabelReading reading, TypedLabel label, int at) =>
        Continues(reading)
        || (last.TryGetValue(reading.Shape, out int before) && reading.Ordinal > before && reading.Ordinal <= before + 1 + MostMissed)
        || (reading.Ordinal == 1 && seconds.TryGetValue(reading.Shape, out List<int>? places) && places.BinarySearch(at) < 0 && ~places.BinarySearch(at) < places.Count)
        || followed.Contains((at, reading))
        || (label.Readings.Count == 1 && (char.IsAsciiLetterLower(reading.Shape[0]) && reading.Shape.Length > 3 || reading.Shape.Contains('.', StringComparison.Ordinal) && reading.Shape.Length > 2));

    private static ImmutableArray<Inline> Without(Line line, int length) => InlineText.After(line.Words, Math.Min(length, line.Text.Length));

    private static int Bullet(string text) =>
        text.Length > 2 && text[0] is '•' or '·' or '▪' or '●' or '○' or '◦' or '■' or '□' or '➢' or '✓' or '–' or '-' or '*' or '—' && text[1] is ' ' or '\t' or '\u00A0'
            ? text.Length - text[1..].TrimStart().Length
            : 0;
}
