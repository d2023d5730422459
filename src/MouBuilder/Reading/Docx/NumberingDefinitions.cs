using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>A level of a numbering definition.</summary>
/// <param name="Text"><c>%1.%2</c>: each %n stands for the count of a level.</param>
/// <param name="RestartAfter">The 1-based level after which it begins anew; 0 for never; null for any higher level.</param>
/// <param name="Style">The paragraph style that stands for this level.</param>
/// <param name="Left">Where the text stands, in twentieths of a point.</param>
internal sealed record NumberLevel(int Start, string Format, string? CustomFormat, string Text, bool IsLegal, int? RestartAfter, string? Style, int? Left);

/// <summary>A numbering definition; nums that share one share its counts.</summary>
internal sealed record NumberScheme(string Id, NumberLevel?[] Levels);

/// <summary>A list of the document: a definition and what this list does otherwise.</summary>
internal sealed record NumberList(string Id, NumberScheme Scheme, int?[] StartOverrides, NumberLevel?[] LevelOverrides)
{
    public const int LevelCount = 9;

    public NumberLevel? Level(int level) => LevelOverrides[level] ?? Scheme.Levels[level];

    /// <summary>The level that stands for a paragraph style; null when none does.</summary>
    public int? LevelOfStyle(string? style)
    {
        for (int level = 0; style is not null && level < LevelCount; level++)
        {
            if (Level(level)?.Style == style)
            {
                return level;
            }
        }

        return null;
    }
}

/// <summary>Reads numbering.xml.</summary>
internal sealed class NumberingDefinitions
{
    private readonly Dictionary<string, NumberList> lists = new(StringComparer.Ordinal);

    public NumberList? List(string id) => lists.GetValueOrDefault(id);

    public static NumberingDefinitions Read(Element? root, StyleSheet styles)
    {
        NumberingDefinitions read = new();
        if (root is null)
        {
            return read;
        }

        Dictionary<string, Element> abstracts = ById(root, "w:abstractNum", "w:abstractNumId");
        Dictionary<string, Element> nums = ById(root, "w:num", "w:numId");
        Dictionary<string, NumberScheme> schemes = new(StringComparer.Ordinal);
        foreach ((string id, Element num) in nums)
        {
            if (num.Child("w:abstractNumId")?.Val is not { } wanted || Linked(wanted, abstracts, nums, styles) is not { } found)
            {
                continue;
            }

            if (!schemes.TryGetValue(found, out NumberScheme? scheme))
            {
                schemes[found] = scheme = new(found, Levels(abstracts[found]));
            }

            int?[] starts = new int?[NumberList.LevelCount];
            NumberLevel?[] levels = new NumberLevel?[NumberList.LevelCount];
            foreach (Element change in num.All("w:lvlOverride"))
            {
                if (Element.Number(change["w:ilvl"]) is >= 0 and < NumberList.LevelCount and var level)
                {
                    starts[level] = Element.Number(change.Child("w:startOverride")?.Val);
                    levels[level] = change.Child("w:lvl") is { } own ? Level(own) : null;
                }
            }

            read.lists.Add(id, new(id, scheme, starts, levels));
        }

        return read;
    }

    /// <summary>A definition may only name a list style, whose own list has the levels.</summary>
    private static string? Linked(string id, Dictionary<string, Element> abstracts, Dictionary<string, Element> nums, StyleSheet styles)
    {
        for (int steps = 0; steps < 8; steps++)
        {
            if (!abstracts.TryGetValue(id, out Element? scheme))
            {
                return null;
            }

            if (scheme.Child("w:numStyleLink")?.Val is not { } link)
            {
                return id;
            }

            string? owner = abstracts.FirstOrDefault(a => a.Value.Child("w:styleLink")?.Val == link).Key;
            string? list = styles.Chain(link).Select(s => s.Paragraph?.Child("w:numPr")?.Child("w:numId")?.Val).FirstOrDefault(n => n is not null);
            string? next = owner ?? (list is not null && nums.TryGetValue(list, out Element? num) ? num.Child("w:abstractNumId")?.Val : null);
            if (next is null || next == id)
            {
                return id;
            }

            id = next;
        }

        return null;
    }

    private static NumberLevel?[] Levels(Element scheme)
    {
        NumberLevel?[] levels = new NumberLevel?[NumberList.LevelCount];
        foreach (Element level in scheme.All("w:lvl"))
        {
            if (Element.Number(level["w:ilvl"]) is >= 0 and < NumberList.LevelCount and var index)
            {
                levels[index] ??= Level(level);
            }
        }

        return levels;
    }

    private static NumberLevel Level(Element level)
    {
        // A format of later Word versions stands in a choice, with an older one beside it.
        Element? format = level.Child("w:numFmt") ?? level.Child("mc:AlternateContent")?.Descendants().FirstOrDefault(e => e.Name == "w:numFmt");
        Element? text = level.Child("w:lvlText");
        return new(
            Element.Number(level.Child("w:start")?.Val) ?? 0,
            format?.Val ?? "decimal",
            format?["w:format"],
            text is null || Element.IsOn(text["w:null"] ?? "0") ? "" : text.Val ?? "",
            level.Flag("w:isLgl") == true,
            Element.Number(level.Child("w:lvlRestart")?.Val),
            level.Child("w:pStyle")?.Val,
            level.Child("w:pPr")?.Child("w:ind") is { } indent ? Element.Length(indent["w:left"] ?? indent["w:start"]) : null);
    }

    private static Dictionary<string, Element> ById(Element root, string name, string id)
    {
        Dictionary<string, Element> found = new(StringComparer.Ordinal);
        foreach (Element element in root.All(name))
        {
            if (element[id] is { } key)
            {
                found.TryAdd(key, element);
            }
        }

        return found;
    }
}
