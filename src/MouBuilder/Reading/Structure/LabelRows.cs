using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>
/// Tells what each label of a paper counts as. A single <c>I.</c> may be a first Roman numeral or a ninth letter: the row it stands in decides, and a file that counts a list itself has one
/// kind of number on each of its levels.
/// </summary>
internal static class LabelRows
{
    public static void Read(List<Piece> pieces)
    {
        Dictionary<(string, int), string> shapes = pieces.OfType<Line>().Where(l => l is { Label: not null, ListId: not null })
            .GroupBy(l => (l.ListId!, l.ListLevel)).ToDictionary(g => g.Key, g => ShapeOf([.. g.Select(l => l.Label!)]));
        Dictionary<string, int> last = new(StringComparer.Ordinal);
        for (int i = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is Line { Label: { } label } line)
            {
                IReadOnlyList<LabelReading> readings = TypedLabel.Of(label + " ")?.Readings ?? [];
                string? shape = line.ListId is { } list ? shapes[(list, line.ListLevel)] : null;
                LabelReading reading = readings.Count == 0 ? new("?", 0) : readings.OrderByDescending(r => r.Shape == shape)
                    .ThenByDescending(r => last.TryGetValue(r.Shape, out int before) && r.Ordinal == before + 1).ThenBy(r => r.Ordinal).First();
                last[reading.Shape] = reading.Ordinal;
                pieces[i] = line with { Counts = reading };
            }
        }
    }

    /// <summary>The shape that most labels of a level can have; of two, the one that begins lower.</summary>
    private static string ShapeOf(List<string> labels)
    {
        LabelReading[] readings = [.. labels.SelectMany(l => TypedLabel.Of(l + " ")?.Readings ?? [])];
        return readings.Length == 0 ? "?" : readings.CountBy(r => r.Shape).OrderByDescending(c => c.Value).ThenBy(c => readings.First(r => r.Shape == c.Key).Ordinal).First().Key;
    }
}
