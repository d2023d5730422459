using MouBuilder.Templates.Language.Running;

namespace MouBuilder.Templates.Language.Values;

/// <summary>Finds out whether a value is open.</summary>
internal static class Gaps
{
    /// <summary>The gap a value is, or the first one in a captured text; null when there is none.</summary>
    public static Gap? In(object? value)
    {
        switch (value)
        {
            case Gap gap:
                return gap;
            case Rope rope:
                foreach (Stretch stretch in rope.Stretches)
                {
                    if (stretch.Kind == StretchKind.Gap)
                    {
                        return new((string)stretch.Payload!);
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
