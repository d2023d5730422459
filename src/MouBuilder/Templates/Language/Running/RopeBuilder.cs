using System.Text;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Puts texts of different origin together without forgetting it.</summary>
internal sealed class RopeBuilder(SourceText file, int at)
{
    private readonly StringBuilder text = new();
    private readonly List<Stretch> stretches = [];

    public int Length => text.Length;

    public void AppendValue(string value) => Append(value, StretchKind.Value, null);

    public void Append(Gap gap) => Append(gap.Text, StretchKind.Gap, gap.Field);

    public void Append(Rope rope)
    {
        foreach (Stretch stretch in rope.Stretches)
        {
            stretches.Add(stretch with { Start = text.Length + stretch.Start });
        }

        text.Append(rope.Text);
    }

    public Rope ToRope() => new(text.ToString(), [.. stretches]);

    private void Append(string written, StretchKind kind, object? payload)
    {
        if (written.Length > 0)
        {
            stretches.Add(new(text.Length, written.Length, kind, file, at, payload));
            text.Append(written);
        }
    }
}
