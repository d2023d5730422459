using System.Collections.Immutable;
using System.Globalization;

namespace MouBuilder.Clauses;

/// <summary>A value of a field.</summary>
/// <param name="Value">A string, long, decimal, DateOnly, bool, or an immutable array of strings.</param>
public sealed record FieldValue(object Value)
{
    /// <summary>Orders numbers and dates; values of different types have no order and compare as equal.</summary>
    internal int Against(FieldValue other) => (Value, other.Value) switch
    {
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (long or decimal, long or decimal) => Convert.ToDecimal(Value, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(other.Value, CultureInfo.InvariantCulture)),
        _ => 0,
    };

    /// <summary>The value as it is written in YAML.</summary>
    public override string ToString() => Value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        ImmutableArray<string> list => string.Join(", ", list),
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
    };
}
