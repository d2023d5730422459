using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>A style as its own markup has it; what it takes from the style it is based on is found by walking there.</summary>
internal sealed record Style(string Id, string Name, string? BasedOn, Element? Paragraph, Element? Run);

/// <summary>The styles of a file. Chains that run in circles end where they began.</summary>
internal sealed partial class StyleSheet
{
    private const int LongestChain = 64;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style[]> chains = new(StringComparer.Ordinal);
    private string defaultParagraph = "";

    /// <summary>Whether some style is based on itself by way of others.</summary>
    public bool HasCircle { get; private set; }

    public static StyleSheet Read(Element? root)
    {
        StyleSheet sheet = new();
        foreach (Element style in root?.All("w:style") ?? [])
        {
            if (style["w:styleId"] is not { } id)
            {
                continue;
            }

            sheet.styles.TryAdd(id, new(id, style.Child("w:name")?.Val ?? "", style.Child("w:basedOn")?.Val, style.Child("w:pPr"), style.Child("w:rPr")));
            if (style["w:type"] == "paragraph" && style["w:default"] is { } value && Element.IsOn(value))
            {
                sheet.defaultParagraph = id;
            }
        }

        return sheet;
    }

    /// <summary>The style of a paragraph and those it is based on, the nearest first.</summary>
    public IReadOnlyList<Style> Chain(string? id)
    {
        string start = id ?? defaultParagraph;
        if (!chains.TryGetValue(start, out Style[]? chain))
        {
            chains[start] = chain = [.. Walk(start)];
        }

        return chain;
    }

    public string NameOf(string? id) => id is null ? "" : styles.TryGetValue(id, out Style? style) ? style.Name : id;

    /// <summary>The first property of a paragraph that the paragraph itself, or a style it has, says something about.</summary>
    public Element? Property(Element? own, string? styleId, string name) =>
        own?.Child(name) ?? Chain(styleId).Select(s => s.Paragraph?.Child(name)).FirstOrDefault(p => p is not null);

    /// <summary>1 to 9 for a heading; null for anything else.</summary>
    public int? HeadingLevel(Element? own, string? styleId)
    {
        if (own?.Child("w:outlineLvl") is { } direct)
        {
            return LevelOf(direct);
        }

        foreach (Style style in Chain(styleId))
        {
            if (HeadingName().Match(style.Name) is { Success: true } name)
            {
                return Level(name);
            }

            if (style.Paragraph?.Child("w:outlineLvl") is { } outline)
            {
                return LevelOf(outline);
            }
        }

        // A style that the file does not define is still called after what it was.
        return styleId is not null && !styles.ContainsKey(styleId) && HeadingName().Match(styleId) is { Success: true } id ? Level(id) : null;
    }

    /// <summary>Whether a run is bold, italic or hidden; styles of characters count, those of paragraphs do not, since they say what all of it looks like.</summary>
    public Emphasis EmphasisOf(Element? own)
    {
        string? style = own?.Child("w:rStyle")?.Val;
        return (RunFlag(own, style, "w:b") == true ? Emphasis.Bold : Emphasis.None) | (RunFlag(own, style, "w:i") == true ? Emphasis.Italic : Emphasis.None);
    }

    public bool IsHidden(Element? own, string? paragraphStyle) =>
        (RunFlag(own, own?.Child("w:rStyle")?.Val, "w:vanish") ?? RunFlag(null, paragraphStyle, "w:vanish")) == true;

    public bool IsCapitals(Element? own, string? paragraphStyle) =>
        (RunFlag(own, own?.Child("w:rStyle")?.Val, "w:caps") ?? RunFlag(null, paragraphStyle, "w:caps")) == true;

    /// <summary>The first property of a run that the run itself, or its character style, says something about.</summary>
    public Element? RunProperty(Element? own, string? style, string name) =>
        own?.Child(name) ?? (style is null ? null : Chain(style).Select(s => s.Run?.Child(name)).FirstOrDefault(p => p is not null));

    private bool? RunFlag(Element? own, string? style, string name) =>
        own?.Flag(name) ?? (style is null ? null : Chain(style).Select(s => s.Run?.Flag(name)).FirstOrDefault(f => f is not null));

    private IEnumerable<Style> Walk(string id)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? next = id;
        while (next is not null && styles.TryGetValue(next, out Style? style) && seen.Count < LongestChain)
        {
            if (!seen.Add(next))
            {
                HasCircle = true;
                yield break;
            }

            yield return style;
            next = style.BasedOn;
        }
    }

    private static int? LevelOf(Element outline) => Element.Number(outline.Val) is >= 0 and <= 8 and var level ? level + 1 : null;

    private static int Level(Match name) => int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    // The word in the languages of Word that name it with a number.
    [GeneratedRegex(@"\A(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|заголовок|标题|標題|見出し|제목|nadpis|címsor|başlık|cabeçalho|tiêu đề|encabezado|naslov|επικεφαλίδα|berschrift|judul)\s*([1-9])\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
