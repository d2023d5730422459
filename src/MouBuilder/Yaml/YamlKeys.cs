using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Yaml;

/// <summary>
/// Takes the keys of a map one by one, each by its type, and reports what does not fit at its place. <see cref="Finish"/> reports the keys nobody asked for.
/// </summary>
/// <param name="owner">What the keys belong to, in a person's words: <c>a clause</c>, <c>a party</c>.</param>
internal sealed class YamlKeys(YamlMap map, string owner, DiagnosticBag bag)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public Source Place => map.Place;

    /// <summary>The value of a key, when it is there and not null.</summary>
    public YamlNode? Node(string key)
    {
        asked.Add(key);
        YamlNode? value = ValueOf(key);
        return value is YamlScalar { IsNull: true } ? null : value;
    }

    public bool Has(string key) => Node(key) is not null;

    /// <summary>Whether the key is there, also without a value.</summary>
    public bool IsWritten(string key) => ValueOf(key) is not null;

    public Source PlaceOf(string key) => ValueOf(key)?.Place ?? map.Place;

    public YamlScalar? Scalar(string key) => Node(key) switch
    {
        null => null,
        YamlScalar scalar => scalar,
        { } other => Wrong<YamlScalar>(key, "text", other),
    };

    public string? Text(string key) => Scalar(key)?.Value;

    public string Text(string key, string whenMissing) => Text(key) ?? whenMissing;

    public string Required(string key)
    {
        if (!Has(key))
        {
            bag.MissingKey(map.Place, key, owner);
            return "";
        }

        return Text(key) ?? "";
    }

    /// <summary>
    /// A text that stands on one line wherever it is printed: a title, a name, an office. A line end after the last word is only the way it was written;
    /// one between words would make a line, or a row of a table, of its own.
    /// </summary>
    public string Line(string key, string whenMissing = "")
    {
        if (Scalar(key) is not { } scalar)
        {
            return whenMissing;
        }

        string line = scalar.Value.TrimEnd('\n');
        if (line.Contains('\n', StringComparison.Ordinal))
        {
            bag.BadValue(scalar.Place, key, line, "Write it on one line.");
        }

        return line;
    }

    public string RequiredLine(string key)
    {
        string line = Line(key);
        if (string.IsNullOrWhiteSpace(line) && Node(key) is null or YamlScalar)
        {
            bag.MissingKey(map.Place, key, owner);
        }

        return line;
    }

    /// <summary>A text written as a literal block, so that each of its lines is a line of the file.</summary>
    public SourceText? Literal(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (scalar.Literal is null)
        {
            bag.NotALiteralBlock(scalar.Place, key);
        }

        return scalar.Literal;
    }

    public DateOnly? Date(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        bag.BadValue(scalar.Place, key, scalar.Value, "Write a date as year-month-day, for example 2022-03-08.");
        return null;
    }

    public bool Flag(string key, bool whenMissing = false)
    {
        if (Scalar(key) is not { } scalar)
        {
            return whenMissing;
        }

        if (scalar is { IsPlain: true, Value: "true" or "false" })
        {
            return scalar.Value == "true";
        }

        bag.BadValue(scalar.Place, key, scalar.Value, "Write true or false.");
        return whenMissing;
    }

    public int? Integer(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        bag.BadValue(scalar.Place, key, scalar.Value, "Write a whole number.");
        return null;
    }

    /// <summary>One of an enumeration's names, written in lower case with hyphens.</summary>
    public T Choice<T>(string key, T whenMissing)
        where T : struct, Enum
    {
        if (Scalar(key) is not { } scalar)
        {
            return whenMissing;
        }

        if (Names<T>.ByName.TryGetValue(scalar.Value, out T value))
        {
            return value;
        }

        bag.BadValue(scalar.Place, key, scalar.Value, $"Write one of: {string.Join(", ", Names<T>.ByName.Keys)}.{Nearest.Hint(scalar.Value, Names<T>.ByName.Keys)}");
        return whenMissing;
    }

    public ImmutableArray<YamlNode> List(string key) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        { } other => Wrong<YamlList>(key, "a list", other)?.Items ?? [],
    };

    /// <summary>The texts of a list, with their places.</summary>
    public ImmutableArray<YamlScalar> Texts(string key)
    {
        var texts = ImmutableArray.CreateBuilder<YamlScalar>();
        foreach (YamlNode item in List(key))
        {
            if (item is YamlScalar { IsNull: false } scalar)
            {
                texts.Add(scalar);
            }
            else
            {
                bag.WrongKind(item.Place, $"Each entry of \"{key}\"", "text", item.Kind);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The maps of a list, each ready to be taken apart.</summary>
    public IEnumerable<YamlKeys> Maps(string key, string itemOwner)
    {
        foreach (YamlNode item in List(key))
        {
            if (item is YamlMap inner)
            {
                yield return new(inner, itemOwner, bag);
            }
            else
            {
                bag.WrongKind(item.Place, $"Each entry of \"{key}\"", "a set of keys", item.Kind);
            }
        }
    }

    public YamlKeys? Map(string key, string mapOwner) => Node(key) switch
    {
        null => null,
        YamlMap inner => new(inner, mapOwner, bag),
        { } other => Wrong<YamlKeys>(key, "a set of keys", other),
    };

    /// <summary>The entries of a map whose keys are names chosen by the author.</summary>
    public ImmutableArray<YamlEntry> Entries(string key) => Node(key) switch
    {
        null => [],
        YamlMap inner => inner.Entries,
        { } other => Wrong<YamlMap>(key, "a set of keys", other)?.Entries ?? [],
    };

    /// <summary>Reports every key that was not asked for.</summary>
    public void Finish()
    {
        foreach (YamlEntry entry in map.Entries)
        {
            if (!asked.Contains(entry.Key))
            {
                bag.UnknownKey(entry.At, entry.Key, owner, asked);
            }
        }
    }

    private YamlNode? ValueOf(string key)
    {
        foreach (YamlEntry entry in map.Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    private T? Wrong<T>(string key, string wanted, YamlNode found)
        where T : class
    {
        bag.WrongKind(found.Place, $"\"{key}\"", wanted, found.Kind);
        return null;
    }

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(v => KebabCase.Of(v.ToString()), v => v, StringComparer.Ordinal);
    }
}
