using System.Text;

namespace MouBuilder.Reading.Docx;

/// <summary>The label of a paragraph that Word numbers.</summary>
/// <param name="Label">As shown; empty for a bullet and where the level shows nothing.</param>
/// <param name="ListId">Paragraphs of one list share it.</param>
internal sealed record AutomaticNumber(string Label, bool IsBullet, int Level, string ListId, NumberLevel Definition);

/// <summary>
/// Counts as Word does: the count belongs to the numbering definition, so that lists sharing one go on from each other; a list with a start of its own
/// begins there once; a level begins anew after any higher one unless it says otherwise.
/// </summary>
/// <param name="guess">Told what of a number is not known to be as Word shows it.</param>
internal sealed class NumberCounter(Action<string> guess)
{
    private readonly Dictionary<string, long?[]> counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string List, int Level)> started = [];

    public AutomaticNumber? Next(NumberList list, int level)
    {
        if (list.Level(level) is not { } definition)
        {
            return null;
        }

        if (!counts.TryGetValue(list.Scheme.Id, out long?[]? count))
        {
            counts[list.Scheme.Id] = count = new long?[NumberList.LevelCount];
        }

        // Higher levels that this list begins at a number of its own count from there too.
        for (int i = 0; i <= level; i++)
        {
            if (list.StartOverrides[i] is { } start && started.Add((list.Id, i)))
            {
                count[i] = i == level ? (long)start - 1 : start;
            }
        }

        for (int i = 0; i < level; i++)
        {
            count[i] ??= list.Level(i)?.Start;
        }

        count[level] = count[level] is { } before ? before + 1 : definition.Start;
        for (int below = level + 1; below < NumberList.LevelCount; below++)
        {
            int? restart = list.Level(below)?.RestartAfter;
            if (restart is null || (restart > 0 && level < restart))
            {
                count[below] = null;
            }
        }

        return new(definition.Format == "bullet" ? "" : Text(list, definition, count), definition.Format == "bullet", level, list.Scheme.Id, definition);
    }

    private string Text(NumberList list, NumberLevel definition, long?[] count)
    {
        StringBuilder label = new();
        for (int i = 0; i < definition.Text.Length; i++)
        {
            char c = definition.Text[i];
            if (c == '%' && i + 1 < definition.Text.Length && definition.Text[i + 1] is >= '1' and <= '9')
            {
                int level = definition.Text[++i] - '1';
                if (list.Level(level) is { } shown)
                {
                    label.Append(Number(shown, count[level] ?? shown.Start, definition.IsLegal));
                }
            }
            else if (!char.IsControl(c))
            {
                label.Append(c);
            }
        }

        return label.ToString().Trim();
    }

    private string Number(NumberLevel level, long count, bool isLegal)
    {
        int number = (int)Math.Clamp(count, 0, int.MaxValue);
        if (number != count)
        {
            guess(count < 0 ? "a count that begins below 0 is shown as 0 until it gets there" : "a count that goes higher than any program counts");
        }

        if (isLegal)
        {
            return NumberFormats.Digits(number);
        }

        if (level.CustomFormat is { } custom)
        {
            return NumberFormats.Custom(custom, number);
        }

        if (NumberFormats.Of(level.Format, number) is { } known)
        {
            return known;
        }

        guess($"the number format \"{level.Format}\" is not known here and is shown in digits");
        return NumberFormats.Digits(number);
    }
}
