using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// numbering.xml: headings, exhibits, bullets and one definition per family of lists, then a w:num with startOverride for every list.
/// </summary>
internal static class NumberingPart
{
    private const int HeadingIndent = 648;
    private const int Fixed = 3;

    /// <summary>How far the title of an exhibit stands from the margin: the room that <c>Exhibit A</c> needs.</summary>
    public static int ExhibitIndent(string attachmentWord) => 600 + (140 * attachmentWord.Length);

    /// <summary>The indent that a list's definition gives its items.</summary>
    /// <param name="depth">How many lists of the same count stand around the list.</param>
    public static Indent ItemIndent(ListKind kind, int depth) => kind switch
    {
        ListKind.Bullet => new(Measures.ItemText(depth), Measures.ItemStep / 2),
        ListKind.Recitals => new(Measures.ItemStep, Measures.ItemStep),
        _ => new(Measures.ItemText(depth), Measures.ItemStep),
    };

    public static void Write(Stream stream, ListNumbers lists, string attachmentWord)
    {
        List<ListFamily> families = [.. lists.Starts.Select(s => s.Family).Distinct()];
        Dictionary<ListFamily, int> definitions = families.Index().ToDictionary(f => f.Item, f => Fixed + f.Index);
        StringBuilder markup = new($"""<?xml version="1.0" encoding="utf-8" standalone="yes"?><w:numbering xmlns:w="{Namespaces.Word}">""");
        Define(markup, 0, "headings", [Level(0, "decimal", "%1.", Heading, StyleIds.Section), Level(1, "decimal", "%1.%2", Heading, StyleIds.Clause)]);
        Define(markup, 1, "exhibits", [Level(0, "upperLetter", StoryXml.Escaped(attachmentWord) + " %1", Exhibit(attachmentWord), StyleIds.Exhibit)]);
        Define(markup, 2, "bullets", Depths.Select(level => Level(level, "bullet", level % 2 == 0 ? "•" : "–", ItemIndent(ListKind.Bullet, level))));
        for (int i = 0; i < families.Count; i++)
        {
            Define(markup, Fixed + i, Name(families[i]), Levels(families[i]));
        }

        for (int number = 1; number <= Fixed; number++)
        {
            markup.Append(CultureInfo.InvariantCulture, $"""<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>""");
        }

        foreach (ListStart start in lists.Starts)
        {
            int definition = definitions[start.Family];
            markup.Append(CultureInfo.InvariantCulture, $"""<w:num w:numId="{start.NumberId}"><w:abstractNumId w:val="{definition}"/><w:lvlOverride w:ilvl="{start.Level}"><w:startOverride w:val="{start.First}"/></w:lvlOverride></w:num>""");
        }

        PlainXml.WriteText(stream, markup.Append("</w:numbering>"));
    }

    private static IEnumerable<int> Depths => Enumerable.Range(0, Labels.DeepestList);

    private static Indent Heading => new(HeadingIndent, HeadingIndent);

    private static Indent Exhibit(string attachmentWord) => new(ExhibitIndent(attachmentWord), ExhibitIndent(attachmentWord));

    // A label as long as ARTICLE XIV needs more room than 1.1.
    private static Indent Room(LabelShape shape) => Math.Max(HeadingIndent, (shape.Length * 150) + 100) is var width ? new(width, width) : default;

    private static string Name(ListFamily family) => string.Create(CultureInfo.InvariantCulture, $"{family.Kind} {family.Story} {family.Band}{(family.Shape is { } shape ? $" {shape.Before}|{shape.Form}|{shape.After}" : "")}");

    private static void Define(StringBuilder markup, int id, string name, IEnumerable<string> levels)
    {
        // Word knows a definition again by its nsid: eight hex digits, never two alike.
        string known = StableIds.Digits("numbering " + name).ToUpperInvariant();
        markup.Append(CultureInfo.InvariantCulture, $"""<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="{known}"/><w:multiLevelType w:val="multilevel"/>""");
        markup.AppendJoin("", levels).Append("</w:abstractNum>");
    }

    private static IEnumerable<string> Levels(ListFamily family) => family.Shape is { } shape
        ? [Level(0, shape.Form is { } form ? Format(form) : "none", $"{StoryXml.Escaped(shape.Before)}{(shape.Form is null ? "" : "%1")}{StoryXml.Escaped(shape.After)}", Room(shape))]
        : family.Kind == ListKind.Recitals
        ? [Level(0, "upperLetter", "%1.", ItemIndent(ListKind.Recitals, 0))]
        : Depths.Select(level =>
        {
            int depth = (family.Band * Labels.DeepestList) + level;
            return Level(level, Format(Labels.Form(depth)), string.Create(CultureInfo.InvariantCulture, $"(%{level + 1})"), ItemIndent(ListKind.Ordered, depth));
        });

    private static string Format(LabelForm form) => form switch
    {
        LabelForm.LowerLetter => "lowerLetter",
        LabelForm.LowerRoman => "lowerRoman",
        LabelForm.UpperLetter => "upperLetter",
        LabelForm.UpperRoman => "upperRoman",
        _ => "decimal",
    };

    private static string Level(int level, string format, string text, Indent indent, string? style = null)
    {
        string tied = style is null ? "" : $"""<w:pStyle w:val="{style}"/>""";
        return string.Create(CultureInfo.InvariantCulture, $"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{tied}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent.Left}" w:hanging="{indent.Hanging}"/></w:pPr></w:lvl>""");
    }
}
