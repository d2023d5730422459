using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Yaml;

namespace MouBuilder.Templates;

/// <summary>
/// Holds an exhibit's data against what its template's settings say of it under <c>data:</c>, so that a slip is reported where somebody typed it. A value is
/// <c>text</c>, <c>name</c> (of a gap or a field), <c>id</c> (of a clause) or <c>date</c>, in a list or in further keys; <c>text?</c> may be left out, and
/// <c>name unless figure</c> where all the keys named are given.
/// </summary>
internal sealed class ExhibitShape(string owner, DiagnosticBag bag)
{
    private const string Unless = " unless ";

    public void Check(YamlMap shape, YamlMap data)
    {
        ImmutableArray<string> known = [.. shape.Entries.Select(e => e.Key)];
        foreach (YamlEntry entry in data.Entries.Where(e => !known.Contains(e.Key, StringComparer.Ordinal)))
        {
            bag.UnknownKey(entry.At, entry.Key, owner, known);
        }

        foreach (YamlEntry wanted in shape.Entries)
        {
            if (Value(data, wanted.Key) is { } given)
            {
                Check(wanted.Value, given, wanted.Key);
            }
            else if (!MayBeLeftOut(wanted.Value, data))
            {
                bag.MissingKey(data.Place, wanted.Key, owner);
            }
        }
    }

    private void Check(YamlNode wanted, YamlNode given, string key)
    {
        switch (wanted, given)
        {
            case (YamlMap shape, YamlMap data):
                Check(shape, data);
                break;
            case (YamlList { Items: [var each] }, YamlList list):
                foreach (YamlNode item in list.Items)
                {
                    Check(each, item, key);
                }

                break;
            case (YamlScalar kind, YamlScalar { IsNull: false } text):
                Check(kind, text, key);
                break;
            default:
                bag.WrongKind(given.Place, $"\"{key}\" in {owner}", wanted.Kind, given.Kind);
                break;
        }
    }

    private void Check(YamlScalar kind, YamlScalar text, string key)
    {
        string? advice = kind.Value.Split(Unless)[0].TrimEnd('?') switch
        {
            "text" => null,
            "name" => ClauseName.IsField(text.Value) ? null : "Write a name in lower-case letters, digits and _, beginning with a letter.",
            "id" => ClauseName.IsId(text.Value) ? null : "Write the id of a clause.",
            "date" => DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "Write a date as 2022-03-08.",
            _ => "",
        };
        if (advice is "")
        {
            bag.BadValue(kind.Place, key, kind.Value, "Write text, name, id or date.");
        }
        else if (advice is not null)
        {
            bag.BadValue(text.Place, key, text.Value, advice);
        }
    }

    private static bool MayBeLeftOut(YamlNode wanted, YamlMap data) =>
        wanted is YamlScalar { Value: var kind } && (kind.EndsWith('?') || (kind.Split(Unless) is [_, var keys] && keys.Split(' ').All(k => Value(data, k) is not null)));

    private static YamlNode? Value(YamlMap data, string key) => data.Entries.FirstOrDefault(e => e.Key == key)?.Value;
}
